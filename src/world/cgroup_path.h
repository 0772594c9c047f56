/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The path of a cgroup below the root of its hierarchy, which is mounted at mount; whole, where the
 * kernel's tracepoints have room for EU_KERNEL_CGROUP_PATH bytes. False: it is gone, or longer than
 * a path may be. */
bool eu_cgroup_path(const char *mount, uint64_t id, char *out, size_t size);

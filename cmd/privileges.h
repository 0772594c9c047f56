/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>

/* 0, or -EPERM with one sentence: which capabilities are missing, or which namespace is not the
 * host's. */
int privileges_check(struct eu_error *err);
/* Are processes known here by other numbers than the kernel's own? */
bool privileges_in_pid_namespace(void);

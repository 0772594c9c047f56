/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <stddef.h>

/* All of it, or -errno. */
int eu_write_all(int fd, const void *data, size_t len);

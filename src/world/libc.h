/* SPDX-License-Identifier: Apache-2.0 */
/* Which C library a container's image has, by the dynamic loader that lies where it has to lie. */
#pragma once

#include <stddef.h>

/* process: descriptor of its directory below /proc. Fills in "glibc 2.36", "musl 1.2.4", without
 * the version where it is not found, and "" when there is none of the two. Files of the container
 * are believed nothing: only regular ones on its root file system are read, and no more than
 * 4 MiB. */
void eu_libc_of(int process, char *out, size_t size);

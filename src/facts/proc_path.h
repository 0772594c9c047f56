/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "schema/bytes.h"

/* A path of /proc without the numbers of processes, threads and descriptors: /proc/<pid>/fd/<n>. */
void eu_proc_path(struct eu_bytes *out, const char *path);

/* SPDX-License-Identifier: Apache-2.0 */
/* Files that are written for a person who may be root, in directories that may be anyone's. */
#pragma once

#include <eunomia/error.h>

enum output_mode {
	OUTPUT_TRUNCATE,
	OUTPUT_APPEND,
};

/* A descriptor of a file that only its owner can read, or -errno with the sentence. Not followed:
 * a link in the last place. Refused: someone else's file, a file with two names. "-" and the
 * process's own descriptors (/dev/stdout, /dev/fd/N), pipes and devices are taken as they are. */
int output_open(const char *path, enum output_mode mode, struct eu_error *err);

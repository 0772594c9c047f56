/* SPDX-License-Identifier: Apache-2.0 */
/* Files that are written for a person who may be root, in directories that may be anyone's. */
#pragma once

#include <eunomia/error.h>

/* A descriptor of a file that only its owner can read, or -errno with the sentence. Not followed:
 * a link in the last place. Refused: someone else's file, a file with two names, a recording.
 * "-" and the process's own descriptors (/dev/stdout, /dev/fd/N), pipes and devices are taken as
 * they are.
 * What the file holds is still there: the caller cuts it off when it begins, or appends. */
int output_open(const char *path, struct eu_error *err);
#define OUTPUT_READER_GONE "the reader of the output has gone"
/* The exit code after a write to path (NULL: standard output) that returned 0 or -errno; says what
 * failed. */
int output_code(const char *path, int ret);
/* Cuts off what a regular file held before it was opened; a descriptor that was there keeps it. */
int output_truncate(const char *path, int fd);

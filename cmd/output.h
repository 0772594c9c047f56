/* SPDX-License-Identifier: Apache-2.0 */
/* Files that are written for a person who may be root, in directories that may be anyone's. */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>

/* A descriptor of a file that only its owner can read, or -errno with the sentence. Not followed:
 * a link in the last place. Refused: someone else's file, a file with two names, a recording, and
 * with -EINVAL one that standard output or error goes to by another descriptor. "-" and the
 * process's own descriptors (/dev/stdout, /dev/fd/N), pipes and devices are taken as they are.
 * What the file holds is still there: the caller cuts it off when it begins, or appends. */
int output_open(const char *path, struct eu_error *err);
/* Are both the name of one file, that need not be there yet? */
bool output_is_one_name(const char *a, const char *b);
/* The exit code when that has failed. */
int output_failure_code(int ret);
/* Is path a descriptor that was there, and that output_open shares with others? */
bool output_is_inherited(const char *path);
/* One regular file? */
bool output_is_one_file(int a, int b);
#define OUTPUT_READER_GONE "the reader of the output has gone"
/* The exit code after a write to path (NULL: standard output) that returned 0 or -errno; says what
 * failed. */
int output_code(const char *path, int ret);
/* Cuts off what a regular file held before it was opened; a descriptor that was there keeps it. */
int output_truncate(const char *path, int fd);

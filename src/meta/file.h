/* SPDX-License-Identifier: Apache-2.0 */
/* Reading small files that somebody else wrote: bounded, regular, and inside a given root. */
#pragma once

#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

/* The directory that absolute paths are resolved in; symbolic links do not lead out of it. */
int eu_open_root(const char *path); /* fd or -errno */
/* The whole file, NUL-terminated (*text is the caller's). -EFBIG: more than max bytes.
 * -EINVAL: not a regular file. */
int eu_read_file_in(int root_fd, const char *path, size_t max, char **text, size_t *len);
/* Of what is at the path; 0 or -errno. */
int eu_stat_in(int root_fd, const char *path, struct stat *out);
/* What /proc/PID/status says behind "NAME:" and a tab, cut at size - 1, however long the lines before
 * it are (groups). False: it does not say it, or there is no such process. */
bool eu_read_status(int pid, const char *name, char *out, size_t size);
/* A file of /proc, at most size - 1 bytes, NUL-terminated; the number of bytes or -errno. */
ssize_t eu_read_proc(int pid, const char *name, char *out, size_t size);

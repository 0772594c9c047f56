/* SPDX-License-Identifier: Apache-2.0 */
/* What the command says to people: one sentence on stderr, and in the file of --errors. */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>

/* Something went wrong. */
__attribute__((format(printf, 1, 2))) void say_error(const char *format, ...);
/* Something is worth knowing. */
__attribute__((format(printf, 1, 2))) void say(const char *format, ...);
/* All is well: what a stream of data beside it tells by itself. */
__attribute__((format(printf, 1, 2))) void say_status(const char *format, ...);
/* Prints the sentence and returns the exit code, so that a failure is one line at its place. */
int say_failure(int code, const struct eu_error *err);

/* From now on no message is written before wait says 0: the descriptor can take it. NULL: writing
 * waits. patient is false when it has said -ETIMEDOUT once. */
void say_wait(int (*wait)(void *context, int fd, bool patient), void *context);
/* From now on data for programs goes to FD. Where standard error is the same file (a command has
 * standard output, or 2>&1), and no terminal, messages among lines of JSON are objects, too, and
 * what the data tells by itself is not said. */
void say_beside(int fd, bool json);
/* From now on messages go to this file, too; as JSON lines or as text. */
int say_to_file(const char *path, bool json, struct eu_error *err);
/* -EINVAL with the sentence: data would go to the file of messages, and not by one descriptor. */
int say_check_apart(int fd, const char *path, struct eu_error *err);

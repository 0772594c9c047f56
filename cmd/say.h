/* SPDX-License-Identifier: Apache-2.0 */
/* What the command says to people: one sentence on stderr, and in the file of --errors. */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>

/* Something went wrong. */
__attribute__((format(printf, 1, 2))) void say_error(const char *format, ...);
/* Something is worth knowing. */
__attribute__((format(printf, 1, 2))) void say(const char *format, ...);
/* Prints the sentence and returns the exit code, so that a failure is one line at its place. */
int say_failure(int code, const struct eu_error *err);

/* From now on messages go to this file, too; as JSON lines or as text. */
int say_to_file(const char *path, bool json, struct eu_error *err);

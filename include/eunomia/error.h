/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One sentence for the person who has to act on a failure.
 *
 * Functions that can fail return 0 or a negative errno and, where the errno
 * alone does not tell what to do next, fill the caller's struct eu_error.
 * The struct is owned by the caller, may be NULL, and is written only on failure.
 */
#pragma once

#pragma GCC visibility push(default)

struct eu_error {
	char text[512]; /* NUL-terminated; no trailing full stop or newline */
};

/* Writes the sentence and returns -code, so that a failure is one line at its place. */
__attribute__((format(printf, 3, 4))) int eu_fail(struct eu_error *err, int code,
						  const char *format, ...);

#pragma GCC visibility pop

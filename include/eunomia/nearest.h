/* SPDX-License-Identifier: Apache-2.0 */
/* What a person probably meant, for sentences about unknown names. */
#pragma once

#include <stddef.h>

#pragma GCC visibility push(default)

/* Writes `; did you mean "open" or "openat"?` with up to three of the names, each behind the
 * prefix (may be ""), or the empty string when none is near. Returns out. */
char *eu_nearest_hint(char *out, size_t size, const char *word, const char *const *names, size_t n,
		      const char *prefix);

#pragma GCC visibility pop

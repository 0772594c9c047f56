/* SPDX-License-Identifier: Apache-2.0 */
/* "Unknown field fiel.path, did you mean file.path?": the names nearest to a mistyped word. */
#pragma once

#include <stddef.h>

/* The name nearest to word, or NULL when none is near enough to be what was meant. */
const char *eu_nearest(const char *word, const char *const *names, size_t n);

/* Up to max different names that are near to word, the nearest first; returns how many. */
size_t eu_nearest_some(const char *word, const char *const *names, size_t n, const char **out,
		       size_t max);

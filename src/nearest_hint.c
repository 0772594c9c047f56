// SPDX-License-Identifier: Apache-2.0
#include <stdio.h>

#include <eunomia/nearest.h>

#include "nearest.h"

char *eu_nearest_hint(char *out, size_t size, const char *word, const char *const *names, size_t n,
		      const char *prefix)
{
	const char *near[3];
	size_t found = eu_nearest_some(word, names, n, near, 3), at = 0;

	*out = '\0';
	for (size_t i = 0; i < found && at < size; i++) {
		const char *before = !i ? "; did you mean " : i + 1 < found ? ", " : " or ";

		at += snprintf(out + at, size - at, "%s\"%s%s\"%s", before, prefix, near[i],
			       i + 1 == found ? "?" : "");
	}
	return out;
}

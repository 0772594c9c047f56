/* SPDX-License-Identifier: Apache-2.0 */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "nearest.h"

/* Longer words are not typing errors of a name we know. */
#define LONGEST 63

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Edit distance with swapped neighbours as one edit (Damerau; optimal string alignment). */
static size_t distance(const char *a, size_t la, const char *b, size_t lb)
{
	uint8_t rows[3][LONGEST + 1];
	uint8_t *before = rows[0], *above = rows[1], *row = rows[2];

	for (size_t j = 0; j <= lb; j++)
		above[j] = j;
	for (size_t i = 1; i <= la; i++) {
		uint8_t *oldest = before;

		row[0] = i;
		for (size_t j = 1; j <= lb; j++) {
			bool differ = a[i - 1] != b[j - 1];
			size_t best = smaller(smaller(above[j], row[j - 1]) + 1, above[j - 1] + differ);

			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				best = smaller(best, before[j - 2] + 1u);
			row[j] = best;
		}
		before = above;
		above = row;
		row = oldest;
	}
	return above[lb];
}

/* "path" for "file.path": whole components that were left out. */
static bool is_part(const char *word, size_t len, const char *name)
{
	for (const char *at = name; (at = strstr(at, word)); at++) {
		bool begins = at == name || at[-1] == '.' || at[-1] == '_';
		bool ends = !at[len] || at[len] == '.' || at[len] == '_';

		if (begins && ends)
			return true;
	}
	return false;
}

/* "dur" for "duration"; one letter begins too much. */
static bool is_begun(const char *word, size_t len, const char *name)
{
	return len > 1 && !strncmp(word, name, len);
}

/* "args" for "process.args": under something that it is not under. */
static bool is_tail(const char *word, const char *name)
{
	const char *dot = strrchr(word, '.');

	return dot && !strcmp(dot + 1, name);
}

/* Smaller is nearer; SIZE_MAX: not near. */
static size_t score(const char *word, size_t len, const char *name)
{
	size_t name_len = strlen(name), edits;

	if (name_len > LONGEST)
		return SIZE_MAX;
	if (is_tail(word, name))
		return 0;
	edits = distance(word, len, name, name_len);
	if (edits <= 1 + smaller(len, name_len) / 4)
		return edits;
	return is_begun(word, len, name) || is_part(word, len, name) ? LONGEST + name_len : SIZE_MAX;
}

static bool contains(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(names[i], name))
			return true;
	return false;
}

size_t eu_nearest_some(const char *word, const char *const *names, size_t n, const char **out,
		       size_t max)
{
	size_t len = strlen(word), found = 0;

	if (!len || len > LONGEST)
		return 0;
	while (found < max) {
		const char *nearest = NULL;
		size_t lowest = SIZE_MAX;

		for (size_t i = 0; i < n; i++) {
			size_t s = score(word, len, names[i]);

			if (s < lowest && !contains(out, found, names[i])) {
				lowest = s;
				nearest = names[i];
			}
		}
		if (!nearest)
			break;
		out[found++] = nearest;
	}
	return found;
}

const char *eu_nearest(const char *word, const char *const *names, size_t n)
{
	const char *name;

	return eu_nearest_some(word, names, n, &name, 1) ? name : NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "report/merging.h"

/* ---- memory ---- */

void *eu_merging_room(struct eu_merging *merging, size_t size)
{
	void *room = eu_arena_alloc(&merging->arena, size);

	merging->failed |= !room;
	return room;
}

const char *eu_merging_bytes(struct eu_merging *merging, const char *bytes, size_t len)
{
	char *copy = eu_merging_room(merging, len + 1);

	return copy ? memcpy(copy, bytes, len) : "";
}

const char *eu_merging_text(struct eu_merging *merging, const char *text)
{
	if (!text || !*text)
		return text ? "" : NULL;
	return eu_merging_bytes(merging, text, strlen(text));
}

static size_t room_for(size_t n)
{
	size_t room = 1;

	while (room < n)
		room *= 2;
	return room;
}

void *eu_merging_array(struct eu_merging *merging, const void *items, size_t *n, size_t size)
{
	void *copy = *n ? eu_merging_room(merging, room_for(*n) * size) : NULL;

	if (copy)
		memcpy(copy, items, *n * size);
	else
		*n = 0;
	return copy;
}

const char **eu_merging_texts(struct eu_merging *merging, const char *const *texts, size_t *n)
{
	const char **copy = eu_merging_array(merging, texts, n, sizeof(*copy));

	for (size_t i = 0; i < *n; i++)
		copy[i] = eu_merging_text(merging, copy[i]);
	return copy;
}

void *eu_merging_extend(struct eu_merging *merging, const void *items, size_t n, size_t size)
{
	void *larger;

	if (n && n < room_for(n))
		return (void *)items;
	larger = eu_merging_room(merging, room_for(n + 1) * size);
	if (larger && n)
		memcpy(larger, items, n * size);
	return larger;
}

/* ---- time ---- */

void eu_widen(uint64_t *first, uint64_t *last, uint64_t more_first, uint64_t more_last)
{
	if (more_first && (!*first || more_first < *first))
		*first = more_first;
	if (more_last > *last)
		*last = more_last;
}

bool eu_merging_excludes(const struct eu_merging *merging, uint64_t first, uint64_t last,
			 uint64_t margin)
{
	switch (last && merging->start ? merging->phase : EU_PHASE_ANY) {
	case EU_PHASE_MAYBE:
		return last + margin < merging->start;
	case EU_PHASE_WORK:
		return last < merging->start + margin;
	case EU_PHASE_EARLY:
		return first >= merging->start + margin;
	default:
		return false;
	}
}

bool eu_merging_part(const struct eu_merging *merging, uint64_t *count, uint64_t *init,
		     uint64_t first, uint64_t last)
{
	if (*init == EU_INIT_UNKNOWN)
		return !eu_merging_excludes(merging, first, last, EU_PHASE_MARGIN);
	switch (merging->phase) {
	case EU_PHASE_MAYBE:
	case EU_PHASE_WORK:
		*count -= *init;
		*init = 0;
		break;
	case EU_PHASE_EARLY:
		*count = *init;
		break;
	default:
		break;
	}
	return *count;
}

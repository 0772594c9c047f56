/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "facts/tally.h"

uint64_t eu_init_sum(uint64_t a, uint64_t b)
{
	return a == EU_INIT_UNKNOWN || b == EU_INIT_UNKNOWN ? EU_INIT_UNKNOWN : a + b;
}

int eu_tally_compare(const void *a, const void *b)
{
	const struct eu_tally_entry *one = a, *other = b;

	for (size_t i = 0; i < EU_TALLY_WORDS; i++)
		if (one->key[i] != other->key[i])
			return one->key[i] < other->key[i] ? -1 : 1;
	return 0;
}

/* Where the entry is, or belongs. */
static size_t place_of(const struct eu_tally *tally, const struct eu_tally_entry *entry)
{
	size_t low = 0, high = tally->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (eu_tally_compare(&tally->entries[middle], entry) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool eu_tally_is_full(const struct eu_tally *tally)
{
	return tally->n >= EU_TALLY_MAX;
}

static bool make_room(struct eu_tally *tally)
{
	size_t room = tally->room ? tally->room * 2 : 64;
	struct eu_tally_entry *entries;

	if (tally->n < tally->room)
		return true;
	if (eu_tally_is_full(tally))
		return false;
	entries = realloc(tally->entries, room * sizeof(*entries));
	if (!entries)
		return false;
	tally->entries = entries;
	tally->room = room;
	return true;
}

bool eu_tally_set(struct eu_tally *tally, const struct eu_tally_entry *entry)
{
	size_t at = place_of(tally, entry);

	if (at == tally->n || eu_tally_compare(&tally->entries[at], entry)) {
		if (!make_room(tally))
			return false;
		memmove(&tally->entries[at + 1], &tally->entries[at],
			(tally->n - at) * sizeof(*entry));
		tally->n++;
	}
	tally->entries[at] = *entry;
	return true;
}

void eu_tally_clear(struct eu_tally *tally)
{
	free(tally->entries);
	*tally = (struct eu_tally){};
}

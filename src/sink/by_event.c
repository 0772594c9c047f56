/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "by_event.h"

static int make_room(struct eu_by_event *map, size_t id)
{
	size_t n = id + 64;
	struct eu_by_event_entry *entries;

	if (id < map->n)
		return 0;
	entries = realloc(map->entries, n * sizeof(*entries));
	if (!entries)
		return -1;
	memset(entries + map->n, 0, (n - map->n) * sizeof(*entries));
	map->entries = entries;
	map->n = n;
	return 0;
}

void **eu_by_event_add(struct eu_by_event *map, const struct eu_event_desc *desc)
{
	struct eu_by_event_entry *entry;

	if (make_room(map, desc->id))
		return NULL;
	entry = &map->entries[desc->id];
	if (entry->desc != desc) {
		free(entry->item);
		*entry = (struct eu_by_event_entry){.desc = desc};
	}
	return &entry->item;
}

void eu_by_event_free(struct eu_by_event *map)
{
	for (size_t i = 0; i < map->n; i++)
		free(map->entries[i].item);
	free(map->entries);
}

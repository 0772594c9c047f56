/* SPDX-License-Identifier: Apache-2.0 */
/* What a printer works out once per event descriptor, found again by the event's id. */
#pragma once

#include <eunomia/schema.h>

struct eu_by_event {
	struct eu_by_event_entry {
		const struct eu_event_desc *desc;
		void *item; /* one allocation */
	} * entries;
	size_t n;
};

/* Slow path of eu_by_event: the place for desc's item, NULL inside until it is set. NULL: no
 * memory. */
void **eu_by_event_add(struct eu_by_event *map, const struct eu_event_desc *desc);
void eu_by_event_free(struct eu_by_event *map);

/* The item of an event, NULL: not made yet. */
static inline void *eu_by_event(const struct eu_by_event *map, const struct eu_event_desc *desc)
{
	if (__builtin_expect(desc->id < map->n && map->entries[desc->id].desc == desc, 1))
		return map->entries[desc->id].item;
	return NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "bpf/shared.h"

#include "loss.h"

const char *eu_place_name(unsigned place)
{
	static const char *const names[] = {
		[EU_PLACE_RING] = "ring",           [EU_PLACE_SCRATCH] = "scratch",
		[EU_PLACE_MAP] = "map",             [EU_PLACE_SLOTS] = "slots",
		[EU_PLACE_USER_READ] = "user_read", [EU_PLACE_MISSED] = "missed",
		[EU_PLACE_QUEUE] = "queue",         [EU_PLACE_DISK] = "disk",
		[EU_PLACE_RECORDING] = "recording",
	};

	return place < sizeof(names) / sizeof(*names) && names[place] ? names[place] : "unknown";
}

static struct eu_loss *find(struct eu_ledger *ledger, const struct eu_container *container,
			    const char *class, const char *place)
{
	for (size_t i = 0; i < ledger->n; i++) {
		struct eu_loss *entry = &ledger->entries[i];

		if (entry->container == container && !strcmp(entry->class, class) &&
		    !strcmp(entry->place, place))
			return entry;
	}
	return NULL;
}

static bool make_room(struct eu_ledger *ledger)
{
	bool alone = ledger->entries == &ledger->only;
	struct eu_loss *entries =
		realloc(alone ? NULL : ledger->entries, (ledger->n + 1) * sizeof(*entries));

	if (!entries && ledger->n)
		return false;
	if (entries && alone)
		*entries = ledger->only;
	ledger->entries = entries ?: &ledger->only;
	return true;
}

/* The entry, made when it was not there; without memory the last one. */
static struct eu_loss *get(struct eu_ledger *ledger, const struct eu_container *container,
			   const char *class, const char *place)
{
	struct eu_loss *entry = find(ledger, container, class, place);

	if (entry)
		return entry;
	if (!make_room(ledger))
		return &ledger->entries[ledger->n - 1];
	entry = &ledger->entries[ledger->n++];
	*entry = (struct eu_loss){container, class, place, 0};
	return entry;
}

void eu_ledger_add(struct eu_ledger *ledger, const struct eu_container *container,
		   const char *class, const char *place, uint64_t count)
{
	get(ledger, container, class, place)->count += count;
}

void eu_ledger_set(struct eu_ledger *ledger, const struct eu_container *container,
		   const char *class, const char *place, uint64_t count)
{
	get(ledger, container, class, place)->count = count;
}

void eu_ledger_reassign(struct eu_ledger *ledger, const struct eu_container *container,
			const struct eu_container *heir)
{
	for (size_t i = 0; i < ledger->n; i++) {
		struct eu_loss moved = ledger->entries[i];

		if (moved.container != container)
			continue;
		ledger->entries[i--] = ledger->entries[--ledger->n];
		eu_ledger_add(ledger, heir, moved.class, moved.place, moved.count);
	}
}

void eu_ledger_clear(struct eu_ledger *ledger)
{
	if (ledger->entries != &ledger->only)
		free(ledger->entries);
	*ledger = (struct eu_ledger){};
}

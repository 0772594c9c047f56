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
	};

	return place < sizeof(names) / sizeof(*names) && names[place] ? names[place] : "unknown";
}

void eu_ledger_add(struct eu_ledger *ledger, const struct eu_container *container,
		   const char *class, const char *place, uint64_t count)
{
	struct eu_loss *entries;

	for (size_t i = 0; i < ledger->n; i++) {
		struct eu_loss *entry = &ledger->entries[i];

		if (entry->container == container && !strcmp(entry->class, class) &&
		    !strcmp(entry->place, place)) {
			entry->count += count;
			return;
		}
	}
	entries = realloc(ledger->entries, (ledger->n + 1) * sizeof(*entries));
	if (entries) {
		ledger->entries = entries;
		entries[ledger->n++] = (struct eu_loss){container, class, place, count};
	} else if (ledger->n) {
		ledger->entries[ledger->n - 1].count += count;
	}
}

void eu_ledger_clear(struct eu_ledger *ledger)
{
	free(ledger->entries);
	*ledger = (struct eu_ledger){};
}

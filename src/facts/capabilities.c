/* SPDX-License-Identifier: Apache-2.0 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <eunomia/syscalls.h>

#include "bpf/shared.h"
#include "facts/calls.h"

/* The i386 and the native call of one name are one. */
static void add_name(struct eu_capability_fact *fact, const char **names, const char *name)
{
	for (size_t i = 0; i < fact->n_syscalls; i++)
		if (!strcmp(names[i], name))
			return;
	names[fact->n_syscalls++] = name;
}

static void add_check(struct eu_capability_fact *fact, const char **names,
		      const struct eu_tally_entry *entry, uint64_t wall_offset)
{
	const char *name = eu_call_name(entry->key[2]);
	uint64_t first = entry->first + wall_offset, last = entry->last + wall_offset;

	if (!fact->first || first < fact->first)
		fact->first = first;
	if (last > fact->last)
		fact->last = last;
	if (entry->key[1] & EU_CAP_BELOW) {
		fact->below += entry->count;
		return;
	}
	if (entry->key[1] & EU_CAP_REFUSED)
		fact->refused += entry->count;
	else
		fact->granted += entry->count;
	if (entry->key[1] & EU_CAP_INIT && entry->key[1] & EU_CAP_REFUSED)
		fact->init_refused += entry->count;
	else if (entry->key[1] & EU_CAP_INIT)
		fact->init_granted += entry->count;
	if (name)
		add_name(fact, names, name);
}

/* One of a newer kernel is called by its number. */
static const char *name_of(struct eu_arena *arena, uint64_t capability)
{
	const struct eu_flagset *names = eu_flagset_find("capability");
	const char *name = names ? eu_flagset_name(names, capability) : NULL;
	char number[24];

	if (name)
		return name;
	snprintf(number, sizeof(number), "%" PRIu64, capability);
	return eu_arena_text(arena, number);
}

/* The entries of one capability follow each other. */
void eu_capabilities_fill(const struct eu_tally *tally, uint64_t wall_offset,
			  struct eu_arena *arena, struct eu_container_report *out)
{
	struct eu_capability_fact *facts = eu_arena_alloc(arena, tally->n * sizeof(*facts)), *fact = NULL;
	const char **names = eu_arena_alloc(arena, tally->n * sizeof(*names));

	if (!facts || !names)
		return;
	out->capabilities = facts;
	for (size_t i = 0; i < tally->n; i++) {
		const struct eu_tally_entry *entry = &tally->entries[i];

		if (!i || entry->key[0] != entry[-1].key[0]) {
			fact = &facts[out->n_capabilities++];
			fact->name = name_of(arena, entry->key[0]);
			fact->syscalls = names + i;
		}
		add_check(fact, names + (fact->syscalls - (const char *const *)names), entry,
			  wall_offset);
	}
}

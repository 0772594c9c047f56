/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include <eunomia/syscalls.h>

#include "facts/calls.h"

const char *eu_call_name(uint64_t nr)
{
	const struct eu_syscall *call =
		eu_syscall_get(nr & 0x8000 ? EU_ABI_I386 : EU_ABI_NATIVE, nr & 0x7fff);

	return call ? call->name : NULL;
}

/* The i386 and the native call of one name are one fact. */
static struct eu_syscall_fact *fact_of(struct eu_syscall_fact *facts, size_t *n, const char *name)
{
	for (size_t i = *n; i--;)
		if (!strcmp(facts[i].name, name))
			return &facts[i];
	facts[*n] = (struct eu_syscall_fact){.name = name};
	return &facts[(*n)++];
}

static void add_calls(struct eu_syscall_fact *fact, const struct eu_tally_entry *entry,
		      uint64_t wall_offset)
{
	uint64_t first = entry->first + wall_offset, last = entry->last + wall_offset;

	if (!fact->first || first < fact->first)
		fact->first = first;
	if (last > fact->last)
		fact->last = last;
	fact->count += entry->count;
	fact->init = eu_init_sum(fact->init, entry->init);
}

static void add_errors(struct eu_syscall_fact *fact, const struct eu_tally_entry *entry)
{
	struct eu_errno_count *errors = (void *)fact->errors;

	for (size_t i = 0; i < fact->n_errors; i++)
		if (errors[i].error == (int)entry->key[1]) {
			errors[i].count += entry->count;
			errors[i].init = eu_init_sum(errors[i].init, entry->init);
			return;
		}
	errors[fact->n_errors++] =
		(struct eu_errno_count){entry->key[1], entry->count, entry->init};
}

/* Room for the errors of each call is where the next call's begins. */
static void place_errors(const struct eu_tally *tally, struct eu_syscall_fact *const *of,
			 struct eu_errno_count *errors, struct eu_syscall_fact *facts, size_t n)
{
	for (size_t i = 0; i < tally->n; i++)
		of[i]->n_errors += tally->entries[i].key[1] != 0;
	for (size_t i = 0; i < n; i++) {
		facts[i].errors = errors;
		errors += facts[i].n_errors;
		facts[i].n_errors = 0;
	}
}

void eu_calls_fill(const struct eu_tally *tally, uint64_t wall_offset, struct eu_arena *arena,
		   struct eu_container_report *out)
{
	struct eu_syscall_fact *facts = eu_arena_alloc(arena, tally->n * sizeof(*facts));
	struct eu_errno_count *errors = eu_arena_alloc(arena, tally->n * sizeof(*errors));
	struct eu_syscall_fact **of = eu_arena_alloc(arena, tally->n * sizeof(struct eu_syscall_fact *));
	const struct eu_tally_entry *entries = tally->entries;

	if (!facts || !errors || !of)
		return;
	for (size_t i = 0; i < tally->n; i++)
		of[i] = fact_of(facts, &out->n_syscalls,
				eu_call_name(entries[i].key[0]) ?: "unknown");
	place_errors(tally, of, errors, facts, out->n_syscalls);
	for (size_t i = 0; i < tally->n; i++) {
		if (entries[i].key[1])
			add_errors(of[i], &entries[i]);
		else
			add_calls(of[i], &entries[i], wall_offset);
	}
	out->syscalls = facts;
}

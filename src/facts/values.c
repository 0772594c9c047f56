/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include <eunomia/syscalls.h>

#include "facts/calls.h"
#include "schema/args.h"
#include "values.h"

/* Names of flags, one after the other. */
struct names {
	char text[512];
	size_t len;
};

static void add_name(void *context, const char *name, uint64_t rest)
{
	struct names *names = context;
	char number[24];

	snprintf(number, sizeof(number), "0x%llx", (unsigned long long)rest);
	if (names->len < sizeof(names->text))
		names->len += snprintf(names->text + names->len, sizeof(names->text) - names->len,
				       "%s%s", names->len ? "|" : "", name ?: number);
}

static const char *text_of(struct eu_arena *arena, const struct eu_flagset *table, uint64_t value)
{
	struct names names = {};

	if (!table)
		return NULL;
	if (table->is_enum)
		return eu_flagset_name(table, value);
	eu_flagset_each(table, value, add_name, &names);
	return names.len ? eu_arena_text(arena, names.text) : NULL;
}

static void fill_arguments(const struct eu_values_spec *spec, const struct eu_args *args,
			   const uint64_t *values, struct eu_arena *arena,
			   struct eu_argument_fact *out)
{
	for (unsigned i = 0; i < spec->n; i++) {
		const struct eu_flagset *table = spec->flags ? eu_flagset_find(spec->flags) :
							       eu_args_table(args, spec->arg + i);

		out[i] = (struct eu_argument_fact){
			.name = spec->name ?: args->call->args[spec->arg + i].name,
			.value = values[i],
			.text = text_of(arena, table, values[i]),
		};
	}
}

/* The fact of the call, or NULL. */
static struct eu_syscall_fact *fact_of(const struct eu_container_report *out, const char *name)
{
	for (size_t i = 0; i < out->n_syscalls; i++)
		if (!strcmp(out->syscalls[i].name, name))
			return (struct eu_syscall_fact *)&out->syscalls[i];
	return NULL;
}

static bool is_same(const struct eu_value_fact *fact, const struct eu_argument_fact *arguments)
{
	for (size_t i = 0; i < fact->n_arguments; i++)
		if (fact->arguments[i].value != arguments[i].value)
			return false;
	return true;
}

/* The i386 and the native call of one name are one. */
static void add_value(struct eu_syscall_fact *fact, const struct eu_value_fact *value)
{
	struct eu_value_fact *all = (void *)fact->values, *same = all;

	while (same < all + fact->n_values && !is_same(same, value->arguments))
		same++;
	if (same == all + fact->n_values) {
		*same = *value;
		fact->n_values++;
		return;
	}
	same->count += value->count;
	same->init = eu_init_sum(same->init, value->init);
	same->first = value->first < same->first ? value->first : same->first;
	same->last = value->last > same->last ? value->last : same->last;
}

/* How many entries, from the first on, are of one call. */
static size_t run_of(const struct eu_tally_entry *entries, size_t n)
{
	size_t run = 0;

	while (run < n && entries[run].key[0] == entries[0].key[0])
		run++;
	return run;
}

static void fill_value(struct eu_syscall_fact *fact, const struct eu_values_spec *spec,
		       struct eu_args *args, const struct eu_tally_entry *entry,
		       uint64_t wall_offset, struct eu_arena *arena)
{
	struct eu_argument_fact *arguments = eu_arena_alloc(arena, spec->n * sizeof(*arguments));
	struct eu_value_fact value = {
		.arguments = arguments,
		.n_arguments = spec->n,
		.count = entry->count,
		.init = entry->init,
		.first = entry->first + wall_offset,
		.last = entry->last + wall_offset,
	};

	if (!arguments)
		return;
	memcpy(&args->raw[spec->arg], &entry->key[1], spec->n * sizeof(uint64_t));
	fill_arguments(spec, args, &entry->key[1], arena, arguments);
	add_value(fact, &value);
}

/* The entries of one call. */
static void fill_call(const struct eu_tally_entry *entries, size_t n, uint64_t wall_offset,
		      struct eu_arena *arena, struct eu_container_report *out)
{
	enum eu_abi abi = entries->key[0] & 0x8000 ? EU_ABI_I386 : EU_ABI_NATIVE;
	struct eu_args args = {.abi = abi, .call = eu_syscall_get(abi, entries->key[0] & 0x7fff)};
	const struct eu_values_spec *spec = args.call ? eu_values_spec(args.call) : NULL;
	struct eu_syscall_fact *fact = spec ? fact_of(out, args.call->name) : NULL;
	struct eu_value_fact *all;

	if (!fact)
		return;
	all = eu_arena_alloc(arena, (fact->n_values + n) * sizeof(*all));
	if (!all)
		return;
	if (fact->n_values)
		memcpy(all, fact->values, fact->n_values * sizeof(*all));
	fact->values = all;
	for (size_t i = 0; i < n; i++)
		fill_value(fact, spec, &args, &entries[i], wall_offset, arena);
}

void eu_values_fill(const struct eu_tally *tally, uint64_t wall_offset, struct eu_arena *arena,
		    struct eu_container_report *out)
{
	for (size_t i = 0; i < tally->n;) {
		size_t run = run_of(&tally->entries[i], tally->n - i);

		fill_call(&tally->entries[i], run, wall_offset, arena, out);
		i += run;
	}
}

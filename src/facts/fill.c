/* SPDX-License-Identifier: Apache-2.0 */
/* What is kept of a container, into a report. */
#include <string.h>

#include "facts/calls.h"
#include "facts/kept.h"

static void fill_confinement(const struct container *c, struct eu_arena *arena,
			     struct eu_container_report *out)
{
	struct eu_confinement_fact *fact =
		c->confined ? eu_arena_alloc(arena, sizeof(*fact)) : NULL;

	if (!fact)
		return;
	*fact = c->confinement;
	fact->libc = eu_arena_text(arena, c->libc);
	out->confinement = fact;
}

static void fill_operations(struct eu_file_fact *fact, struct eu_arena *arena)
{
	size_t size = fact->n_operations * sizeof(*fact->operations);
	struct eu_operation_count *all = size ? eu_arena_alloc(arena, size) : NULL;

	if (all)
		memcpy(all, fact->operations, size);
	fact->operations = all;
	fact->n_operations = all ? fact->n_operations : 0;
}

static void fill_files(const struct container *c, struct eu_arena *arena,
		       struct eu_container_report *out)
{
	const struct kept *kept = c->kept[EU_KEPT_FILES];
	struct eu_file_fact *all = eu_arena_alloc(arena, HASH_COUNT(kept) * sizeof(*all));

	for (; all && kept; kept = kept->hh.next) {
		struct eu_file_fact *fact = &all[out->n_files++];

		*fact = ((const struct file *)kept)->fact;
		fact->path = eu_arena_text(arena, fact->path);
		if (fact->new_path)
			fact->new_path = eu_arena_text(arena, fact->new_path);
		fill_operations(fact, arena);
	}
	out->files = all;
}

static void fill_argv(const struct vector *vector, struct eu_arena *arena, struct eu_argv_fact *out)
{
	size_t n = 0, at = 0;
	const char **argv;

	for (size_t i = 0; i < vector->len; i++)
		n += !vector->bytes[i];
	if (vector->len && vector->bytes[vector->len - 1])
		n++; /* cut before its end */
	argv = eu_arena_alloc(arena, (n + 1) * sizeof(*argv));
	for (size_t i = 0; argv && i < n; i++) {
		argv[i] = eu_arena_text(arena, vector->bytes + at);
		at += strlen(vector->bytes + at) + 1;
	}
	*out = (struct eu_argv_fact){argv, argv ? n : 0};
}

static void fill_vectors(const struct executable *exe, struct eu_arena *arena,
			 struct eu_executable_fact *out)
{
	struct eu_argv_fact first = {}, *others = NULL;

	if (exe->n_vectors > 1)
		others = eu_arena_alloc(arena, (exe->n_vectors - 1) * sizeof(*others));
	if (exe->n_vectors)
		fill_argv(&exe->vectors[0], arena, &first);
	for (size_t i = 1; others && i < exe->n_vectors; i++)
		fill_argv(&exe->vectors[i], arena, &others[out->n_others++]);
	out->argv = first.argv;
	out->n_argv = first.n_argv;
	out->others = others;
}

static void fill_executables(const struct container *c, struct eu_arena *arena,
			     struct eu_container_report *out)
{
	const struct kept *kept = c->kept[EU_KEPT_EXECUTABLES];
	struct eu_executable_fact *all = eu_arena_alloc(arena, HASH_COUNT(kept) * sizeof(*all));

	for (; all && kept; kept = kept->hh.next) {
		const struct executable *exe = (const struct executable *)kept;
		struct eu_executable_fact *fact = &all[out->n_executables++];

		*fact = exe->fact;
		fact->path = eu_arena_text(arena, fact->path);
		fact->parent = eu_arena_text(arena, fact->parent);
		fill_vectors(exe, arena, fact);
	}
	out->executables = all;
}

/* All of it was another peer's, as it turned out. */
static bool is_moved(const struct eu_peer_fact *fact)
{
	return !fact->count && !fact->failures && !fact->bytes_sent &&
	       !fact->bytes_received;
}

static void fill_peers(const struct container *c, struct eu_arena *arena,
		       struct eu_container_report *out)
{
	const struct kept *kept = c->kept[EU_KEPT_PEERS];
	struct eu_peer_fact *all = eu_arena_alloc(arena, HASH_COUNT(kept) * sizeof(*all));

	for (; all && kept; kept = kept->hh.next) {
		const struct peer *peer = (const void *)kept;
		struct eu_peer_fact *fact = &all[out->n_peers];

		if (is_moved(&peer->fact))
			continue;
		out->n_peers++;
		*fact = peer->fact;
		fact->address = eu_arena_bytes(arena, fact->address, &fact->address_len);
		if (fact->container_id)
			fact->container_id = eu_arena_text(arena, fact->container_id);
		if (fact->container_name)
			fact->container_name = eu_arena_text(arena, fact->container_name);
	}
	out->peers = all;
}

static void fill_steps(const struct container *c, struct eu_arena *arena,
		       struct eu_container_report *out)
{
	struct eu_lifecycle_fact *all = eu_arena_alloc(arena, c->n_steps * sizeof(*all));

	for (size_t i = 0; all && i < c->n_steps; i++) {
		all[i] = (struct eu_lifecycle_fact){
			.time = c->steps[i].time,
			.action = c->steps[i].action,
			.detail = *c->steps[i].detail ? eu_arena_text(arena, c->steps[i].detail) : NULL,
		};
		out->n_lifecycle = i + 1;
	}
	out->lifecycle = all;
}

void eu_facts_fill(const struct eu_facts *facts, eu_ref ref, struct eu_arena *arena,
		   struct eu_container_report *out)
{
	const struct container *c = eu_facts_find(facts, ref);

	if (!c)
		return;
	out->first = c->first;
	out->last = c->last;
	out->selected_late = c->late;
	eu_calls_fill(&c->counted[EU_COUNTED_CALLS], facts->wall_offset, arena, out);
	eu_values_fill(&c->counted[EU_COUNTED_VALUES], facts->wall_offset, arena, out);
	fill_files(c, arena, out);
	fill_confinement(c, arena, out);
	fill_executables(c, arena, out);
	fill_peers(c, arena, out);
	eu_capabilities_fill(&c->counted[EU_COUNTED_CAPABILITIES], facts->wall_offset, arena, out);
	fill_steps(c, arena, out);
}

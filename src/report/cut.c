/* SPDX-License-Identifier: Apache-2.0 */
/* A report of a time: what it says less what had been before, in place. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "facts/arena.h"
#include "hash.h"
#include "report/cut.h"
#include "report/kind.h"
#include "report/merge.h"

void eu_subtract(uint64_t *count, uint64_t before)
{
	*count -= before < *count ? before : *count;
}

void eu_subtract_init(uint64_t *init, uint64_t before)
{
	if (*init != EU_INIT_UNKNOWN && before != EU_INIT_UNKNOWN)
		eu_subtract(init, before);
	else
		*init = EU_INIT_UNKNOWN;
}

bool eu_cut_times(const struct eu_cut *cut, uint64_t *first, uint64_t *last)
{
	if (*last < cut->from || *first > cut->to || cut->from > cut->to)
		return false;
	if (*first < cut->from)
		*first = cut->from;
	if (*last > cut->to)
		*last = cut->to;
	return true;
}

/* ---- what had been before ---- */

struct old {
	const void *fact;
	UT_hash_handle hh;
};

/* Facts of one kind by key. */
struct index {
	struct old *all;
	struct eu_arena arena;
	struct eu_bytes key;
};

static void free_index(struct index *index)
{
	HASH_CLEAR(hh, index->all);
	eu_arena_free(&index->arena);
	eu_bytes_free(&index->key);
}

static struct old *find(struct index *index, const struct eu_kind *kind, const void *fact)
{
	struct old *found;

	index->key.len = 0;
	kind->key(&index->key, fact, EU_ONE_RUN);
	HASH_FIND(hh, index->all, index->key.data, index->key.len, found);
	return found;
}

static int add_old(struct index *index, const struct eu_kind *kind, const void *fact)
{
	struct old *old = find(index, kind, fact);
	char *key;

	if (old)
		return 0;
	old = eu_arena_alloc(&index->arena, sizeof(*old));
	key = eu_arena_alloc(&index->arena, index->key.len);
	if (!old || !key)
		return -ENOMEM;
	old->fact = fact;
	memcpy(key, index->key.data, index->key.len);
	HASH_ADD_KEYPTR(hh, index->all, key, index->key.len, old);
	return eu_hash_took(old) ? 0 : -ENOMEM;
}

static int fill_index(struct index *index, const struct eu_kind *kind,
		      const struct eu_container_report *before)
{
	struct eu_fact_list list = eu_kind_list(kind, before);
	int ret = eu_bytes_init(&index->key, 2 * EU_BYTES_ROOM);

	for (size_t i = 0; i < list.n && !ret; i++)
		ret = add_old(index, kind, list.facts + i * kind->size);
	return ret;
}

/* ---- what is left ---- */

static bool cut_fact(const struct eu_cut *cut, struct index *before, const struct eu_kind *kind,
		     char *fact)
{
	static const char none[EU_FACT_ROOM];
	struct old *old = kind->key ? find(before, kind, fact) : NULL;
	uint64_t *first = (void *)(fact + kind->first), *last = (void *)(fact + kind->last);
	bool any = !kind->cut || kind->cut(cut, fact, old ? old->fact : none);

	return (any || !old) && eu_cut_times(cut, first, last);
}

static int cut_facts(const struct eu_cut *cut, const struct eu_kind *kind,
		     struct eu_container_report *now, const struct eu_container_report *before)
{
	eu_cleanup(free_index) struct index index = {};
	struct eu_fact_list list = eu_kind_list(kind, now);
	size_t left = 0;
	int ret = kind->key ? fill_index(&index, kind, before) : 0;

	for (size_t i = 0; i < list.n && !ret; i++) {
		char *fact = list.facts + i * kind->size;

		if (cut_fact(cut, &index, kind, fact))
			memmove(list.facts + left++ * kind->size, fact, kind->size);
	}
	list.n = left;
	eu_kind_set_list(kind, now, list);
	return ret;
}

static bool had_exec(const struct eu_container_report *c, uint64_t until)
{
	for (size_t i = 0; i < c->n_lifecycle; i++)
		if (c->lifecycle[i].time <= until && !strcmp(c->lifecycle[i].action, "exec"))
			return true;
	return false;
}

/* A runtime is at work before the entrypoint begins, and again where it brings in another process. */
static void note_users(struct eu_cut *cut, const struct eu_container_report *c)
{
	uint64_t start = eu_report_start(c);

	cut->only_init = start > cut->to;
	cut->only_work = start && start < cut->from && !had_exec(c, cut->to);
}

/* What has no times is told whole. */
static int cut_container(const struct eu_cut *cut, struct eu_container_report *now,
			 const struct eu_container_report *before)
{
	int ret = 0;

	for (int i = 0; i < EU_KINDS && !ret; i++)
		if (eu_kinds[i]->timed)
			ret = cut_facts(cut, eu_kinds[i], now, before);
	return ret;
}

/* Calls are no events: a container that did nothing else was seen by them. Their times are those of a
 * tick, which may come after the end of the container. */
static uint64_t last_of(const struct eu_container_report *c)
{
	uint64_t last = c->last;

	for (size_t i = 0; i < c->n_syscalls; i++)
		if (c->syscalls[i].last > last + EU_PHASE_MARGIN)
			last = c->syscalls[i].last;
	return last;
}

/* In a report before they are in the same order: looked for behind the last that was found. */
static const struct eu_container_report *find_before(const struct eu_report *before, size_t *at,
						     eu_ref first_ref)
{
	static const struct eu_container_report nothing;
	static const struct eu_report none;

	before = before ?: &none;
	return EU_FIND_NEXT(before->containers, before->n_containers, at,
			    it->container.first_ref == first_ref) ?: &nothing;
}

int eu_report_cut(struct eu_report *report, const struct eu_report *before, uint64_t from,
		  uint64_t to)
{
	struct eu_container_report *all = (void *)report->containers;
	struct eu_cut cut = {.from = from, .to = to};
	size_t left = 0, at = 0;
	int ret = 0;

	for (size_t i = 0; i < report->n_containers && !ret; i++) {
		const struct eu_container_report *old = find_before(before, &at, all[i].container.first_ref);

		if (!all[i].last)
			continue; /* it was not there yet */
		all[i].last = last_of(&all[i]);
		if (!eu_cut_times(&cut, &all[i].first, &all[i].last))
			continue; /* it did nothing then */
		note_users(&cut, &all[i]);
		ret = cut_container(&cut, &all[i], old);
		all[left] = all[i];
		eu_loss_move(&all[left++]);
	}
	report->n_containers = left;
	if (!eu_cut_times(&cut, &report->first, &report->last))
		report->first = report->last = 0; /* nothing was recorded then */
	return ret;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Reports of several runs and replicas as one. What kinds of facts there are, kind.h says. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "facts/identity.h"
#include "hash.h"
#include "report/cut.h"
#include "report/kind.h"
#include "report/merge.h"
#include "report/merging.h"

/* Where a fact is in its table. */
struct slot {
	size_t index;
	UT_hash_handle hh;
};

/* The facts of one kind, found by key. */
struct table {
	char *items;
	size_t n, room;
	struct slot *slots;
};

struct group {
	struct eu_container_report entry;
	struct eu_confinement_fact confinement;
	struct table tables[EU_KINDS];
	struct {
		size_t number;      /* the newest run that had one of these */
		size_t runs;        /* it was merged of */
		struct table loss; /* of nobody knows whom */
	} this_run;
	bool has_any; /* something was added before */
	struct family *family; /* NULL: it goes by its image */
	struct group *sibling; /* the next of them */
	UT_hash_handle hh;
};

/*
 * Containers that go by their name alone, each cgroup a group. They are one entry, as are runs of one
 * program on hosts that call cgroups otherwise: but not where one run had two of them. Their name is
 * not all that tells them apart then (namespaces of containerd, state directories of runc).
 */
struct family {
	struct group *first, *last;
	struct group *whole;        /* all of them, made when it is asked for */
	size_t run;                 /* the newest run that had one of them … */
	const struct group *in_run; /* … and which */
	bool apart;
	UT_hash_handle hh;
};

struct eu_merger {
	struct eu_report pub;
	struct eu_container_report *entries; /* of pub */
	struct table loss; /* the same, of no container */
	struct eu_merging merging;
	bool by_image_name, only_runs;
	struct group *groups;
	struct family *families;
	struct eu_bytes key;
	size_t runs;
};

/* ---- tables ---- */

static void *item_at(const struct table *table, const struct eu_kind *kind, size_t index)
{
	return table->items + index * kind->size;
}

/* Made whole, at the end; NULL without memory. */
static void *append(struct eu_merger *merger, struct table *table, const struct eu_kind *kind,
		    const void *fact)
{
	size_t room = table->room ? 2 * table->room : 16;
	char *items = table->items;

	if (table->n == table->room) {
		items = realloc(table->items, room * kind->size);
		merger->merging.failed |= !items;
		if (!items)
			return NULL;
		table->items = items;
		table->room = room;
	}
	items += table->n++ * kind->size;
	memcpy(items, fact, kind->size);
	kind->own(&merger->merging, items);
	return items;
}

static void append_with_key(struct eu_merger *merger, struct table *table,
			    const struct eu_kind *kind, const void *fact)
{
	struct slot *slot = eu_merging_room(&merger->merging, sizeof(*slot));
	char *key = eu_merging_room(&merger->merging, merger->key.len);

	if (!slot || !key || !append(merger, table, kind, fact))
		return;
	slot->index = table->n - 1;
	memcpy(key, merger->key.data, merger->key.len);
	HASH_ADD_KEYPTR(hh, table->slots, key, merger->key.len, slot);
	merger->merging.failed |= !eu_hash_took(slot);
}

static void make_key(struct eu_merger *merger, const struct eu_kind *kind, const void *fact)
{
	merger->key.len = 0;
	kind->key(&merger->key, fact, EU_ALL_RUNS);
}

static void add_fact(struct eu_merger *merger, struct table *table, const struct eu_kind *kind,
		     const void *fact)
{
	struct slot *found;

	make_key(merger, kind, fact);
	HASH_FIND(hh, table->slots, merger->key.data, merger->key.len, found);
	if (found)
		kind->add(&merger->merging, item_at(table, kind, found->index), fact);
	else
		append_with_key(merger, table, kind, fact);
}

/* Is there anything of it that is wanted? The copy has no more than that then. */
static bool leave_part(const struct eu_merging *merging, const struct eu_kind *kind, void *copy)
{
	uint64_t first, last;

	if (kind->part)
		return kind->part(merging, copy);
	eu_kind_times(kind, copy, &first, &last);
	return !eu_merging_excludes(merging, first, last, 0);
}

static void add_by_key(struct eu_merger *merger, struct table *table, const struct eu_kind *kind,
		       struct eu_fact_list from)
{
	_Alignas(max_align_t) char copy[EU_FACT_ROOM];

	for (size_t i = 0; i < from.n; i++) {
		memcpy(copy, from.facts + i * kind->size, kind->size);
		if (leave_part(&merger->merging, kind, copy))
			add_fact(merger, table, kind, copy);
	}
}

static uint64_t time_at(const struct table *table, const struct eu_kind *kind, size_t index)
{
	uint64_t first, last;

	eu_kind_times(kind, item_at(table, kind, index), &first, &last);
	return first;
}

/* Two runs in order of time, the second of which begins at `second`, become one. */
static void put_in_order(struct eu_merger *merger, struct table *table, const struct eu_kind *kind,
			 size_t second)
{
	char *sorted = malloc(table->room * kind->size);
	size_t a = 0, b = second;

	merger->merging.failed |= !sorted;
	for (size_t i = 0; sorted && i < table->n; i++) {
		bool more = a == second || (b < table->n && time_at(table, kind, b) <
								    time_at(table, kind, a));

		memcpy(sorted + i * kind->size, item_at(table, kind, more ? b++ : a++), kind->size);
	}
	if (!sorted)
		return;
	free(table->items);
	table->items = sorted;
}

static void add_in_order(struct eu_merger *merger, struct table *table, const struct eu_kind *kind,
			 struct eu_fact_list from)
{
	size_t second = table->n;

	for (size_t i = 0; i < from.n; i++)
		append(merger, table, kind, from.facts + i * kind->size);
	if (second && table->n > second)
		put_in_order(merger, table, kind, second);
}

static const struct eu_loss *find_loss(struct eu_merger *merger, const struct table *table,
				       const struct eu_loss *like)
{
	struct slot *found;

	make_key(merger, &eu_kind_loss, like);
	HASH_FIND(hh, table->slots, merger->key.data, merger->key.len, found);
	return found ? item_at(table, &eu_kind_loss, found->index) : NULL;
}

/* What was lost of nobody knows whom, every container of a run has, and it was lost once. */
static void leave_new_losses(struct eu_merger *merger, struct table *known, struct eu_loss *loss)
{
	const struct eu_loss *before;

	if (!eu_loss_is_anybodys(loss))
		return;
	before = find_loss(merger, known, loss);
	if (before)
		eu_subtract(&loss->count, before->count);
	if (loss->count)
		add_fact(merger, known, &eu_kind_loss, loss);
}

static void add_losses(struct eu_merger *merger, struct group *group,
		       const struct eu_container_report *from)
{
	for (size_t i = 0; i < from->n_loss; i++) {
		struct eu_loss loss = from->loss[i];

		leave_new_losses(merger, &group->this_run.loss, &loss);
		if (loss.count)
			add_fact(merger, &group->tables[EU_OF_loss], &eu_kind_loss, &loss);
	}
}

/* What only one of two kept of a kind is known of neither for certain. */
static void leave_alike(struct eu_merger *merger, struct group *group,
			const struct eu_container_report *from)
{
	struct table *table = &group->tables[EU_OF_unrecorded];
	struct eu_unrecorded *all = (void *)table->items;

	for (size_t i = 0; i < table->n; i++)
		if (!eu_unrecorded_find(from->unrecorded, from->n_unrecorded, all[i].kind))
			all[i].n_events = 0;
	for (size_t i = 0; i < from->n_unrecorded; i++) {
		struct eu_unrecorded one = {.kind = from->unrecorded[i].kind};

		if (!eu_unrecorded_find((void *)table->items, table->n, one.kind))
			add_fact(merger, table, &eu_kind_unrecorded, &one);
	}
}

static void add_facts(struct eu_merger *merger, struct group *group, int which,
		      const struct eu_container_report *from)
{
	const struct eu_kind *kind = eu_kinds[which];

	(kind->key ? add_by_key : add_in_order)(merger, &group->tables[which], kind,
						eu_kind_list(kind, from));
}

/* ---- what is no list of facts ---- */

static void clear_table(struct table *table)
{
	HASH_CLEAR(hh, table->slots);
	free(table->items);
	*table = (struct table){};
}

/* As soon as one of them had not ended, or its beginning is gone, that is so of the whole. */
static void put_off(uint64_t *until, uint64_t more)
{
	if (more > *until)
		*until = more;
}

static void begin_run(const struct eu_merger *merger, struct group *group)
{
	if (group->this_run.number == merger->runs)
		return;
	group->this_run.number = merger->runs;
	group->this_run.runs = 0;
	clear_table(&group->this_run.loss);
}

static void add_confinement(struct eu_merging *merging, struct group *group,
			    const struct eu_confinement_fact *from)
{
	if (from && group->entry.confinement) {
		eu_confinement_add(merging, &group->confinement, from);
	} else if (from) {
		group->confinement = *from;
		group->confinement.libc = eu_merging_text(merging, from->libc);
		group->entry.confinement = &group->confinement;
	}
}

/* All that the entries of one report tell of may be of the same runs. */
static void add_runs(struct group *group, size_t runs)
{
	if (runs <= group->this_run.runs)
		return;
	group->entry.runs += runs - group->this_run.runs;
	group->this_run.runs = runs;
}

/* A container that is not merged of any is its only replica. */
static void add_itself(struct eu_merger *merger, struct group *group, const char *host,
		       const struct eu_container_report *from)
{
	const struct eu_replica_fact replica = {
		.id = from->container.id,
		.name = from->container.name,
		.host = host,
		.existed = from->container.existed,
		.first = from->first,
		.last = from->last,
	};

	if (!from->n_replicas)
		add_fact(merger, &group->tables[EU_OF_replicas], &eu_kind_replicas, &replica);
	add_runs(group, from->runs ?: 1);
}

/* ---- groups ---- */

/* By first_ref, or by image; false: it goes by its name. */
static bool key_group(const struct eu_merger *merger, struct eu_bytes *key,
		      const struct eu_container *container)
{
	if (merger->only_runs) {
		eu_bytes_u64(key, container->first_ref);
	} else if (merger->by_image_name && *container->image_name) {
		eu_key_text(key, "image");
		eu_key_text(key, container->image_name);
	} else if (!merger->by_image_name && *container->image_digest) {
		eu_key_text(key, "digest");
		eu_key_text(key, container->image_digest);
	} else if (*container->image_name) {
		eu_key_text(key, "image");
		eu_key_text(key, container->image_name);
		eu_key_text(key, container->image_tag);
	} else if (!merger->by_image_name && *container->image_id) {
		eu_key_text(key, "image id");
		eu_key_text(key, container->image_id);
	} else {
		eu_key_text(key, "container");
		eu_key_text(key, container->name);
		return false;
	}
	return true;
}

/* With the key that was made; NULL without memory. */
static void *keyed_room(struct eu_merger *merger, size_t size, char **key)
{
	*key = eu_merging_room(&merger->merging, merger->key.len);
	if (*key)
		memcpy(*key, merger->key.data, merger->key.len);
	return *key ? eu_merging_room(&merger->merging, size) : NULL;
}

static struct family *get_family(struct eu_merger *merger)
{
	struct family *family;
	char *key;

	HASH_FIND(hh, merger->families, merger->key.data, merger->key.len, family);
	if (family)
		return family;
	family = keyed_room(merger, sizeof(*family), &key);
	if (!family)
		return NULL;
	HASH_ADD_KEYPTR(hh, merger->families, key, merger->key.len, family);
	merger->merging.failed |= !eu_hash_took(family);
	return merger->merging.failed ? NULL : family;
}

static struct group *new_group(struct eu_merger *merger)
{
	struct group *group;
	char *key;

	group = keyed_room(merger, sizeof(*group), &key);
	if (!group)
		return NULL;
	HASH_ADD_KEYPTR(hh, merger->groups, key, merger->key.len, group);
	merger->merging.failed |= !eu_hash_took(group);
	return merger->merging.failed ? NULL : group;
}

static void identify(struct eu_merger *merger, struct group *group, const char *host,
		     const struct eu_container *container)
{
	eu_identity_copy(&merger->merging.arena, &group->entry.container, container);
	group->entry.host = eu_merging_text(&merger->merging, host);
}

static void join_family(struct family *family, struct group *group)
{
	if (family->last)
		family->last->sibling = group;
	else
		family->first = group;
	family->last = group;
	group->family = family;
}

static void note_in_run(const struct eu_merger *merger, struct family *family,
			const struct group *group)
{
	family->apart |= family->in_run && family->in_run != group && family->run == merger->runs;
	family->in_run = group;
	family->run = merger->runs;
}

static struct group *get_group(struct eu_merger *merger, const char *host,
			       const struct eu_container_report *from)
{
	struct family *family = NULL;
	struct group *group;

	merger->key.len = 0;
	if (!key_group(merger, &merger->key, &from->container)) {
		family = get_family(merger);
		if (!family)
			return NULL;
		eu_key_text(&merger->key, from->container.cgroup);
	}
	HASH_FIND(hh, merger->groups, merger->key.data, merger->key.len, group);
	if (!group) {
		group = new_group(merger);
		if (!group)
			return NULL;
		identify(merger, group, host, &from->container);
		if (family)
			join_family(family, group);
	}
	if (family)
		note_in_run(merger, family, group);
	return group;
}

uint64_t eu_report_start(const struct eu_container_report *container)
{
	for (size_t i = 0; i < container->n_lifecycle; i++)
		if (!strcmp(container->lifecycle[i].action, "started"))
			return container->lifecycle[i].time;
	return 0;
}

/* But for what it is made of. */
static void add_entry(struct eu_merger *merger, struct group *group,
		      const struct eu_container_report *from)
{
	struct eu_merging *merging = &merger->merging;

	merging->start = eu_report_start(from);
	eu_widen(&group->entry.first, &group->entry.last, from->first, from->last);
	put_off(&group->entry.until, from->until);
	group->entry.selected_late |= from->selected_late;
	if (!*(group->entry.runtime_version ?: ""))
		group->entry.runtime_version = eu_merging_text(merging, from->runtime_version);
	if (group->has_any)
		leave_alike(merger, group, from);
	group->has_any = true;
	for (int kind = 0; kind < EU_KINDS; kind++)
		if (kind != EU_OF_loss)
			add_facts(merger, group, kind, from);
	add_losses(merger, group, from);
	add_confinement(merging, group, from->confinement);
}

static void add_container(struct eu_merger *merger, const struct eu_report *report,
			  const struct eu_container_report *from)
{
	const char *host = from->host ?: report->host;
	struct group *group = get_group(merger, host, from);

	if (!group)
		return;
	begin_run(merger, group);
	add_entry(merger, group, from);
	if (!merger->only_runs)
		add_itself(merger, group, host, from);
}

/* ---- the merged report ---- */

#define BETWEEN ", " /* hosts */

/* Is it one of these? */
static bool has_host(const char *hosts, const char *host, size_t len)
{
	const char *next;

	for (; hosts; hosts = next ? next + strlen(BETWEEN) : NULL) {
		next = strstr(hosts, BETWEEN);
		if ((next ? (size_t)(next - hosts) : strlen(hosts)) == len &&
		    !memcmp(hosts, host, len))
			return true;
	}
	return false;
}

static void add_host(struct eu_merger *merger, const char *host, size_t len)
{
	const char *before = merger->pub.host, *between = *before ? BETWEEN : "";
	size_t room = strlen(before) + strlen(between) + len + 1;
	char *all;

	if (!len || has_host(before, host, len))
		return;
	all = eu_merging_room(&merger->merging, room);
	if (!all)
		return;
	snprintf(all, room, "%s%s%.*s", before, between, (int)len, host);
	merger->pub.host = all;
}

/* "edge-1, edge-2": of a report that is merged itself. */
static void add_hosts(struct eu_merger *merger, const char *hosts)
{
	for (const char *next; (next = strstr(hosts, BETWEEN)); hosts = next + strlen(BETWEEN))
		add_host(merger, hosts, next - hosts);
	add_host(merger, hosts, strlen(hosts));
}

static bool has_failed(const struct eu_merger *merger)
{
	return merger->merging.failed || merger->merging.arena.failed || merger->key.failed;
}

int eu_merger_add(struct eu_merger *merger, const struct eu_report *report, struct eu_error *err)
{
	merger->pub.complete &= report->complete;
	add_hosts(merger, report->host);
	eu_widen(&merger->pub.first, &merger->pub.last, report->first, report->last);
	put_off(&merger->pub.until, report->until);
	put_off(&merger->pub.since, report->since);
	for (size_t i = 0; i < report->n_loss && !report->partial; i++)
		add_fact(merger, &merger->loss, &eu_kind_loss, &report->loss[i]);
	for (size_t i = 0; i < report->n_containers; i++)
		add_container(merger, report, &report->containers[i]);
	merger->runs += !report->partial;
	free(merger->entries);
	merger->entries = calloc(HASH_COUNT(merger->groups) + 1, sizeof(*merger->entries));
	if (!merger->entries || has_failed(merger))
		return eu_fail(err, ENOMEM, "out of memory");
	return 0;
}

static void publish(const struct group *group, struct eu_container_report *out)
{
	*out = group->entry;
	for (int i = 0; i < EU_KINDS; i++)
		eu_kind_set_list(eu_kinds[i], out, (struct eu_fact_list){group->tables[i].items,
									 group->tables[i].n});
	eu_loss_move(out);
}

static void free_group(struct group *group)
{
	for (int i = 0; i < EU_KINDS; i++)
		clear_table(&group->tables[i]);
	clear_table(&group->this_run.loss);
}

/* No run had two of them: what was lost of nobody knows whom is each one's own. */
static void add_group(struct eu_merger *merger, struct group *whole, const struct group *part)
{
	struct eu_container_report entry;

	publish(part, &entry);
	clear_table(&whole->this_run.loss);
	add_entry(merger, whole, &entry);
	whole->entry.runs += entry.runs;
}

/* NULL without memory. */
static const struct group *whole_of(struct eu_merger *merger, struct family *family)
{
	const struct eu_container_report *first = &family->first->entry;
	struct group *whole = family->whole ?: eu_merging_room(&merger->merging, sizeof(*whole));
	enum eu_phase phase = merger->merging.phase;

	if (!whole)
		return NULL;
	if (family->whole)
		free_group(whole);
	*whole = (struct group){};
	family->whole = whole;
	identify(merger, whole, first->host, &first->container);
	merger->merging.phase = EU_PHASE_ANY; /* they have no more than what is wanted */
	for (const struct group *part = family->first; part; part = part->sibling)
		add_group(merger, whole, part);
	merger->merging.phase = phase;
	return whole;
}

/* What is one entry with others is published with the first of them; NULL: it is not this. */
static const struct group *entry_of(struct eu_merger *merger, const struct group *group)
{
	struct family *family = group->family;

	if (!family || family->apart || family->first == family->last)
		return group;
	return family->first == group ? whole_of(merger, family) : NULL;
}

const struct eu_report *eu_merger_report(struct eu_merger *merger)
{
	merger->pub.n_containers = 0;
	for (struct group *group = merger->groups; group && merger->entries; group = group->hh.next) {
		const struct group *entry = entry_of(merger, group);

		if (entry)
			publish(entry, &merger->entries[merger->pub.n_containers++]);
	}
	merger->pub.containers = merger->entries;
	merger->pub.loss = (const struct eu_loss *)merger->loss.items;
	merger->pub.n_loss = merger->loss.n;
	return has_failed(merger) ? NULL : &merger->pub;
}

/* ---- life ---- */

int eu_merger_new(struct eu_merger **out, struct eu_error *err)
{
	struct eu_merger *merger = calloc(1, sizeof(*merger));

	if (!merger || eu_bytes_init(&merger->key, 2 * EU_BYTES_ROOM)) {
		free(merger);
		return eu_fail(err, ENOMEM, "out of memory");
	}
	merger->pub.host = "";
	merger->pub.complete = true;
	*out = merger;
	return 0;
}

void eu_merger_rule(struct eu_merger *merger, const struct eu_merge_rules *rules)
{
	merger->by_image_name = rules->by_image_name;
	merger->only_runs = rules->only_runs;
	merger->merging.phase = rules->phase;
}

void eu_merger_free(struct eu_merger *merger)
{
	if (!merger)
		return;
	for (struct group *group = merger->groups; group; group = group->hh.next)
		free_group(group);
	for (struct family *family = merger->families; family; family = family->hh.next)
		if (family->whole)
			free_group(family->whole);
	clear_table(&merger->loss);
	HASH_CLEAR(hh, merger->groups);
	HASH_CLEAR(hh, merger->families);
	eu_arena_free(&merger->merging.arena);
	eu_bytes_free(&merger->key);
	free(merger->entries);
	free(merger);
}

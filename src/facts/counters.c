/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "bpf/shared.h"
#include "eunomia.skel.h"

#include "cleanup.h"
#include "facts/counted.h"
#include "facts/counters.h"
#include "facts/windows.h"
#include "hash.h"
#include "source/live.h"
#include "world/record.h"

#define BATCH 512
#define ROOM 64 /* bytes of a key, and of a value */

/* What was said of a counter. Its key is hashed as it lies in memory. */
struct name {
	uint64_t key[EU_TALLY_WORDS];
	uint32_t kind;
	eu_ref ref;
};

struct said {
	struct name name;
	uint64_t count, init;
	UT_hash_handle hh;
};

/* A counter that has changed. */
struct news {
	struct eu_tally_entry entry;
	eu_ref ref;
};

struct eu_counters {
	struct said *said;
	struct eu_windows *windows;
	struct news *news;
	size_t n, room;
	uint64_t starved;
	struct eu_counts slot;
	struct eu_init_counts init; /* of the same */
	char keys[BATCH * ROOM], values[BATCH * ROOM];
	struct eu_tally_entry entries[BATCH]; /* of one record */
	struct eu_builder builder;
};

/* One collection, of one kind of counters. */
struct collection {
	struct eu_counters *counters;
	struct eunomia_bpf *bpf;
	enum eu_counted kind;
	eu_ref ref;
	bool over;
	bool in_setup; /* the container that is looked at */
	uint64_t zero, tick;
};

/* ---- what is new ---- */

static bool has_room(struct eu_counters *counters)
{
	size_t room = counters->room ? counters->room * 2 : 256;
	struct news *news;

	if (counters->n < counters->room)
		return true;
	news = realloc(counters->news, room * sizeof(*news));
	if (!news)
		return false;
	counters->news = news;
	counters->room = room;
	return true;
}

/* Made when it is not there; NULL without memory. */
static struct said *get_said(struct eu_counters *counters, const struct name *name)
{
	struct said *said;

	HASH_FIND(hh, counters->said, name, sizeof(*name), said);
	if (said)
		return said;
	said = calloc(1, sizeof(*said));
	if (!said)
		return NULL;
	said->name = *name;
	HASH_ADD(hh, counters->said, name, sizeof(said->name), said);
	return eu_hash_taken(said);
}

/* What there is no memory for is told the next time, if there is one. */
static void add_news(struct collection *now, const struct name *name,
		     const struct eu_tally_entry *entry)
{
	struct eu_counters *counters = now->counters;
	struct said *said = has_room(counters) ? get_said(counters, name) : NULL;

	counters->starved += !said;
	if (!said)
		return;
	said->count = entry->count;
	said->init = entry->init;
	if (now->kind == EU_COUNTED_CALLS)
		counters->starved +=
			!eu_windows_mark(counters->windows, name->ref, entry->key[0]);
	counters->news[counters->n++] = (struct news){*entry, name->ref};
}

static void take_counter(struct collection *now, eu_ref ref, const struct eu_tally_entry *entry)
{
	struct name name = {.kind = now->kind, .ref = ref};
	const struct said *said;

	memcpy(name.key, entry->key, sizeof(name.key));
	HASH_FIND(hh, now->counters->said, &name, sizeof(name), said);
	if (!said || said->count != entry->count || said->init != entry->init)
		add_news(now, &name, entry);
}

static void forget(struct eu_counters *counters, eu_ref ref)
{
	struct said *said, *next;

	HASH_ITER(hh, counters->said, said, next) {
		if (ref && said->name.ref != ref)
			continue;
		HASH_DEL(counters->said, said);
		free(said);
	}
}

/* ---- the kernel's tables ---- */

/* Of the number that the record has. */
static uint16_t nr_of(uint32_t call)
{
	return call >= EU_CALLS_I386 ? (call - EU_CALLS_I386) | EU_NR_I386 : call;
}

static uint64_t time_of(const struct collection *now, uint32_t ticks)
{
	return now->zero + ticks * now->tick;
}

/* Of a call that was counted so often, how many times before the entrypoint began. All, as long as
 * that has not. The counts are read before: what the kernel has put by since may be more. */
static uint64_t init_of(const struct collection *now, uint32_t call, uint64_t count)
{
	uint32_t init = now->counters->init.calls[call];

	return now->in_setup || init > count ? count : init;
}

static bool read_slot(struct collection *now, eu_ref ref)
{
	struct eu_counters *counters = now->counters;
	uint32_t at = EU_REF_SLOT(ref);

	if (bpf_map_lookup_elem(bpf_map__fd(now->bpf->maps.counts), &at, &counters->slot))
		return false;
	now->in_setup = __atomic_load_n(&now->bpf->bss->in_setup[at % EU_MAX_SLOTS],
					__ATOMIC_ACQUIRE) == ref;
	return !bpf_map_lookup_elem(bpf_map__fd(now->bpf->maps.init_counts), &at, &counters->init);
}

/* For the next container. */
static void clear_slot(struct collection *now, uint32_t at)
{
	struct eu_counters *counters = now->counters;

	now->bpf->bss->values_used[at % EU_MAX_SLOTS] = 0;
	memset(&counters->slot, 0, sizeof(counters->slot));
	memset(&counters->init, 0, sizeof(counters->init));
	bpf_map_update_elem(bpf_map__fd(now->bpf->maps.counts), &at, &counters->slot, BPF_ANY);
	bpf_map_update_elem(bpf_map__fd(now->bpf->maps.init_counts), &at, &counters->init, BPF_ANY);
}

/* The counts of a slot are in the order of eu_count_index(). */
static void take_slot(struct collection *now, eu_ref ref)
{
	if (!read_slot(now, ref))
		return;
	for (uint32_t i = 0; i < EU_CALLS / 2; i++) {
		const struct eu_count *count = &now->counters->slot.calls[i];
		struct eu_tally_entry entry = {
			.key = {eu_count_nr(i)},
			.count = count->count,
			.first = time_of(now, count->first),
			.last = time_of(now, count->last),
			.init = init_of(now, i, count->count),
		};

		if (count->count)
			take_counter(now, ref, &entry);
	}
	if (now->over)
		clear_slot(now, EU_REF_SLOT(ref));
}

/* Each container's slot: refs are what the tables of cgroups and PID namespaces lead to. A slot
 * that several cgroups lead to is taken more than once, and has no news then. */
static void take_slots_of(struct collection *now, const struct bpf_map *map)
{
	int fd = bpf_map__fd(map);
	char key[sizeof(uint64_t)];
	void *last = NULL;
	eu_ref ref;

	while (!bpf_map_get_next_key(fd, last, key)) {
		last = key;
		if (!bpf_map_lookup_elem(fd, key, &ref) && ref)
			take_slot(now, ref);
	}
}

static void take_slots(struct collection *now)
{
	if (now->ref) {
		take_slot(now, now->ref);
		return;
	}
	take_slots_of(now, now->bpf->maps.cgroups);
	take_slots_of(now, now->bpf->maps.pid_namespaces);
}

typedef eu_ref (*unpack_fn)(const struct collection *now, struct eu_tally_entry *entry,
			    const void *key, const void *value);

static eu_ref unpack_error(const struct collection *now, struct eu_tally_entry *entry,
			   const void *from, const void *value)
{
	const struct eu_error_key *key = from;
	const struct eu_error_count *count = value;

	*entry = (struct eu_tally_entry){
		.key = {eu_count_nr(key->call), key->error},
		.count = count->count,
		.init = count->init,
	};
	return key->container;
}

static eu_ref unpack_check(const struct collection *now, struct eu_tally_entry *entry,
			   const void *from, const void *value)
{
	const struct eu_cap_key *key = from;
	const struct eu_cap_count *count = value;

	*entry = (struct eu_tally_entry){
		.key = {key->capability, key->how, nr_of(key->call)},
		.count = count->count,
		.first = count->first,
		.last = count->last,
	};
	return key->container;
}

static eu_ref unpack_value(const struct collection *now, struct eu_tally_entry *entry,
			   const void *from, const void *value)
{
	const struct eu_value_key *key = from;
	const struct eu_value_total *total = value;

	*entry = (struct eu_tally_entry){
		.key = {nr_of(key->call), key->first, key->second, key->third},
		.count = total->all.count,
		.first = time_of(now, total->all.first),
		.last = time_of(now, total->all.last),
		.init = total->init,
	};
	return key->container;
}

static void take_batch(struct collection *now, const struct bpf_map *map, unpack_fn unpack,
		       uint32_t n)
{
	size_t key_size = bpf_map__key_size(map), value_size = bpf_map__value_size(map);

	for (uint32_t i = 0; i < n; i++) {
		const char *key = now->counters->keys + i * key_size;
		struct eu_tally_entry entry;
		eu_ref ref = unpack(now, &entry, key,
				    now->counters->values + i * value_size);

		if (!ref || (now->ref && ref != now->ref))
			continue;
		take_counter(now, ref, &entry);
		if (now->over)
			bpf_map_delete_elem(bpf_map__fd(map), key);
	}
}

static void take_table(struct collection *now, const struct bpf_map *map, unpack_fn unpack)
{
	uint32_t at, *before = NULL;
	int ret = 0;

	while (!ret) {
		uint32_t n = BATCH;

		ret = bpf_map_lookup_batch(bpf_map__fd(map), before, &at, now->counters->keys,
					   now->counters->values, &n, NULL);
		if (ret && ret != -ENOENT)
			return;
		take_batch(now, map, unpack, n);
		before = &at;
	}
}

/* ---- told ---- */

static int compare(const void *a, const void *b)
{
	const struct news *one = a, *other = b;

	if (one->ref != other->ref)
		return one->ref < other->ref ? -1 : 1;
	return eu_tally_compare(&one->entry, &other->entry);
}

/* Takes as many of the news, from the first on, as are of one container; how many. */
static size_t take_run(struct eu_counters *counters, const struct news *news, size_t n)
{
	size_t run = 0;

	for (; run < n && run < BATCH && news[run].ref == news->ref; run++)
		counters->entries[run] = news[run].entry;
	return run;
}

static void tell(struct collection *now, uint64_t time,
		 void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct eu_counters *counters = now->counters;

	qsort(counters->news, counters->n, sizeof(*counters->news), compare);
	for (size_t i = 0; i < counters->n;) {
		const struct news *news = &counters->news[i];
		size_t run = take_run(counters, news, counters->n - i);

		i += eu_counted_build(&counters->builder, now->kind, news->ref, time,
				      counters->entries, run);
		take(context, (const struct eu_head *)counters->builder.bytes);
	}
	counters->n = 0;
}

void eu_counters_collect(struct eu_counters *counters, struct eu_live *live, eu_ref ref, bool over,
			 uint64_t time,
			 void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct collection now = {
		.counters = counters, .bpf = eu_live_bpf(live), .ref = ref, .over = over};

	eu_live_count_clock(live, &now.zero, &now.tick);
	now.kind = EU_COUNTED_CALLS;
	take_slots(&now);
	take_table(&now, now.bpf->maps.errors, unpack_error);
	tell(&now, time, take, context);
	now.kind = EU_COUNTED_CAPABILITIES;
	take_table(&now, now.bpf->maps.cap_counts, unpack_check);
	tell(&now, time, take, context);
	now.kind = EU_COUNTED_VALUES;
	take_table(&now, now.bpf->maps.values, unpack_value);
	tell(&now, time, take, context);
	if (!over)
		return;
	forget(counters, ref);
	eu_windows_tell(counters->windows, ref, time, take, context);
}

void eu_counters_end_window(struct eu_counters *counters, uint64_t time,
			    void (*take)(void *context, const struct eu_head *record),
			    void *context)
{
	eu_windows_tell(counters->windows, 0, time, take, context);
}

uint64_t eu_counters_starved(const struct eu_counters *counters)
{
	return counters->starved;
}

static void free_counters(struct eu_counters **counters)
{
	eu_counters_free(*counters);
}

int eu_counters_new(struct eu_counters **out, struct eu_error *err)
{
	eu_cleanup(free_counters) struct eu_counters *counters = calloc(1, sizeof(*counters));
	int ret;

	if (!counters)
		return eu_fail(err, ENOMEM, "out of memory");
	ret = eu_windows_new(&counters->windows, err);
	if (!ret)
		*out = eu_take(counters);
	return ret;
}

void eu_counters_free(struct eu_counters *counters)
{
	if (!counters)
		return;
	forget(counters, 0);
	eu_windows_free(counters->windows);
	free(counters->news);
	free(counters);
}

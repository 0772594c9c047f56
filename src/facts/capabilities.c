/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include <eunomia/syscalls.h>

#include "bpf/shared.h"
#include "bpf/specs.h"
#include "eunomia.skel.h"

#include "facts/capabilities.h"

#define BATCH 512

static void add_check(struct eu_capabilities *all, const struct eu_cap_key *key,
		      const struct eu_cap_count *checked)
{
	struct eu_capability_count *count = &all->of[key->capability % EU_CAPABILITIES_MAX];
	uint32_t call = key->call % EU_CALLS;

	if (!count->first || checked->first < count->first)
		count->first = checked->first;
	if (checked->last > count->last)
		count->last = checked->last;
	if (key->refused)
		count->refused += checked->count;
	else
		count->granted += checked->count;
	count->calls[call / 8] |= 1 << call % 8;
}

/* Those of one container are taken, and cleared when it is over. */
static void take_batch(struct eu_capabilities *all, int map, eu_ref ref, bool over,
		       const struct eu_cap_key *keys, const struct eu_cap_count *counts, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		if (keys[i].container != ref)
			continue;
		add_check(all, &keys[i], &counts[i]);
		if (over)
			bpf_map_delete_elem(map, &keys[i]);
	}
}

struct eu_capabilities *eu_capabilities_read(struct eu_live *live, eu_ref ref, bool over)
{
	struct eu_capabilities *all = calloc(1, sizeof(*all));
	int map = bpf_map__fd(eu_live_bpf(live)->maps.cap_counts), ret = 0;
	struct eu_cap_count counts[BATCH];
	struct eu_cap_key keys[BATCH];
	uint32_t at, *before = NULL;

	while (all && !ret) {
		uint32_t n = BATCH;

		ret = bpf_map_lookup_batch(map, before, &at, keys, counts, &n, NULL);
		if (ret && ret != -ENOENT)
			break;
		take_batch(all, map, ref, over, keys, counts, n);
		before = &at;
	}
	return all;
}

/* ---- into a report ---- */

static const char *call_name(uint32_t index)
{
	enum eu_abi abi = index < EU_CALLS_I386 ? EU_ABI_NATIVE : EU_ABI_I386;
	const struct eu_syscall *call = eu_syscall_get(abi, index % EU_CALLS_I386);

	return call ? call->name : NULL;
}

static bool has_name(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(names[i], name))
			return true;
	return false;
}

/* The i386 and the native call of one name are one. */
static void fill_calls(const struct eu_capability_count *count, struct eu_arena *arena,
		       struct eu_capability_fact *out)
{
	const char *names[EU_CALLS], **copy;
	size_t n = 0;

	for (uint32_t i = 0; i < EU_CALLS; i++) {
		const char *name = count->calls[i / 8] & 1 << i % 8 ? call_name(i) : NULL;

		if (name && !has_name(names, n, name))
			names[n++] = name;
	}
	copy = eu_arena_alloc(arena, n * sizeof(*copy));
	if (!copy)
		return;
	memcpy(copy, names, n * sizeof(*copy));
	out->syscalls = copy;
	out->n_syscalls = n;
}

static void fill_one(const struct eu_capability_count *count, unsigned capability,
		     uint64_t wall_offset, struct eu_arena *arena, struct eu_capability_fact *out)
{
	const struct eu_flagset *names = eu_flagset_find("capability");

	*out = (struct eu_capability_fact){
	    .name = (names ? eu_flagset_name(names, capability) : NULL) ?: "unknown",
	    .granted = count->granted,
	    .refused = count->refused,
	    .first = count->first + wall_offset,
	    .last = count->last + wall_offset,
	};
	fill_calls(count, arena, out);
}

void eu_capabilities_fill(const struct eu_capabilities *all, uint64_t wall_offset,
			  struct eu_arena *arena, struct eu_container_report *out)
{
	struct eu_capability_fact *facts;

	facts = all ? eu_arena_alloc(arena, EU_CAPABILITIES_MAX * sizeof(*facts)) : NULL;
	out->capabilities = facts;
	for (unsigned i = 0; facts && i < EU_CAPABILITIES_MAX; i++)
		if (all->of[i].granted || all->of[i].refused)
			fill_one(&all->of[i], i, wall_offset, arena, &facts[out->n_capabilities++]);
}

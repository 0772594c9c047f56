/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Syscalls counted per container, in a flat array: what a report reads. */
#pragma once

#include "dispatch.h"
#include "identity.h"

const volatile bool wants_counts = false;

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1); /* the loader makes it EU_MAX_SLOTS when counting */
	__type(key, __u32);
	__type(value, struct eu_counts);
} counts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1); /* the loader makes it EU_MAX_SLOTS when counting */
	__type(key, __u32);
	__type(value, struct eu_init_counts);
} init_counts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16384);
	__type(key, struct eu_error_key);
	__type(value, struct eu_error_count);
} errors SEC(".maps");

static __always_inline void eu_count_error(eu_ref ref, __u32 call, long result)
{
	struct eu_error_key key = {.container = ref, .call = eu_count_index(call), .error = -result};
	struct eu_error_count one = {.count = 1, .init = eu_in_init(ref)}, *known;

	known = bpf_map_lookup_elem(&errors, &key);
	if (!known && !bpf_map_update_elem(&errors, &key, &one, BPF_NOEXIST))
		return;
	if (!known) /* another CPU was first, or the table is full */
		known = bpf_map_lookup_elem(&errors, &key);
	if (!known) {
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_syscall), EU_PLACE_MAP);
		return;
	}
	__sync_fetch_and_add(&known->count, 1);
	if (one.init)
		__sync_fetch_and_add(&known->init, 1);
}

/* By a process on its way in. What was counted while the container was set up is put by as a whole,
 * see setup.h. */
static __always_inline void eu_count_init(__u32 slot, __u32 call)
{
	struct eu_init_counts *init = bpf_map_lookup_elem(&init_counts, &slot);

	if (init)
		__sync_fetch_and_add(&init->calls[eu_bounded(eu_count_index(call), EU_CALLS / 2)], 1);
}

static __always_inline void eu_count_call(eu_ref ref, __u32 call, long result)
{
	__u32 slot = EU_REF_SLOT(ref);
	__u32 now = bpf_jiffies64() - clock_jiffies;
	struct eu_counts *all = bpf_map_lookup_elem(&counts, &slot);
	struct eu_count *one;

	if (!all)
		return;
	one = &all->calls[eu_bounded(eu_count_index(call), EU_CALLS / 2)];
	if (!one->count)
		one->first = now;
	one->last = now;
	__sync_fetch_and_add(&one->count, 1);
	if (eu_am_entering(ref))
		eu_count_init(slot, call);
	if (eu_has_failed(call, result))
		eu_count_error(ref, call, result);
}

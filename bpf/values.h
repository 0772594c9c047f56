/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Arguments that a seccomp profile can narrow, counted by value per container. plans[] has a bit
 * for such calls, so that the others pay nothing. No container gets more than its share of the
 * table, whatever it calls.
 */
#pragma once

#include "dispatch.h"
#include "identity.h"

#define EU_PROT_EXEC 4

/* Which arguments of a call: enum eu_valued. */
__u8 valued[EU_CALLS];

/* Entries that each container has in the table; user space sets it back. */
__u32 values_used[EU_MAX_SLOTS];

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, EU_MAX_VALUES);
	__uint(map_flags, BPF_F_NO_PREALLOC); /* memory for those there are */
	__type(key, struct eu_value_key);
	__type(value, struct eu_value_total);
} values SEC(".maps");

/* False when there is nothing to count. */
static __always_inline bool eu_value_key(struct eu_value_key *key, const struct pt_regs *regs)
{
	__u8 kind = valued[key->call & (EU_CALLS - 1)];
	__u64 a[6];

	eu_arch_args(regs, key->call >= EU_CALLS_I386, a);
	if (kind == EU_VALUED_FIRST || kind == EU_VALUED_FIRST_3)
		key->first = (__u32)a[0];
	if (kind == EU_VALUED_SECOND || kind == EU_VALUED_SECOND_2)
		key->first = (__u32)a[1];
	if (kind == EU_VALUED_FIRST_3)
		key->second = a[1];
	if (kind == EU_VALUED_FIRST_3)
		key->third = a[2];
	if (kind == EU_VALUED_SECOND_2)
		key->second = a[2];
	if (kind == EU_VALUED_EXECUTABLE) {
		key->first = (__u32)a[2];
		return a[2] & EU_PROT_EXEC;
	}
	if (kind == EU_VALUED_EXECUTABLE_POINTED) {
		bpf_probe_read_user(&key->first, sizeof(__u32), (void *)(a[0] + 2 * sizeof(__u32)));
		return key->first & EU_PROT_EXEC;
	}
	if (kind == EU_VALUED_POINTED)
		return !bpf_probe_read_user(&key->first, sizeof(key->first), (void *)a[0]);
	return true;
}

/* False when there is room for it no more, or another CPU was first. */
static __always_inline bool eu_new_value(const struct eu_value_key *key,
					 const struct eu_value_total *one)
{
	__u32 *used = &values_used[EU_REF_SLOT(key->container) & (EU_MAX_SLOTS - 1)];

	if (*used >= EU_MAX_VALUES_EACH || bpf_map_update_elem(&values, key, one, BPF_NOEXIST))
		return false;
	__sync_fetch_and_add(used, 1);
	return true;
}

static __always_inline void eu_count_values(eu_ref ref, __u32 call, const struct pt_regs *regs)
{
	struct eu_value_key key = {.container = ref, .call = call};
	struct eu_value_total one = {.all.count = 1, .init = eu_in_init(ref)}, *known;

	if (!eu_value_key(&key, regs))
		return;
	one.all.first = one.all.last = bpf_jiffies64() - clock_jiffies;
	known = bpf_map_lookup_elem(&values, &key);
	if (!known && eu_new_value(&key, &one))
		return;
	if (!known)
		known = bpf_map_lookup_elem(&values, &key);
	if (!known) {
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_values), EU_PLACE_MAP);
		return;
	}
	known->all.last = one.all.last;
	__sync_fetch_and_add(&known->all.count, 1);
	if (one.init)
		__sync_fetch_and_add(&known->init, 1);
}

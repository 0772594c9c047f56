/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * One program per syscall edge. It finds out whose call it is, counts, and hands over to the
 * program for this syscall, if one is loaded: a second program on the hook would cost as much
 * as everything here.
 */
#include "arch.h"
#include "dispatch.h"
#include "filter.h"

#define EU_EPERM 1
#define EU_EACCES 13

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1); /* the loader makes it EU_MAX_SLOTS when counting */
	__type(key, __u32);
	__type(value, struct eu_counts);
} counts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16384);
	__type(key, struct eu_error_key);
	__type(value, __u64);
} errors SEC(".maps");

/* One moment on two clocks: counters use the cheap one. */
__u64 clock_jiffies, clock_ns;

/* Run by user space, once. */
SEC("raw_tp")
int read_clocks(void *ctx)
{
	clock_jiffies = bpf_jiffies64();
	clock_ns = bpf_ktime_get_ns();
	return 0;
}

static __always_inline void eu_count_error(eu_ref ref, __u32 call, long result)
{
	struct eu_error_key key = {.container = ref, .call = call, .error = -result};
	__u64 one = 1, *count = bpf_map_lookup_elem(&errors, &key);

	if (count)
		__sync_fetch_and_add(count, 1);
	else if (bpf_map_update_elem(&errors, &key, &one, BPF_NOEXIST))
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_syscall), EU_PLACE_MAP);
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
	if (result < 0 && result > -4096)
		eu_count_error(ref, call, result);
}

/* By permissions, capabilities, an LSM, or a seccomp filter as container engines write it. */
static __always_inline bool eu_is_refusal(long result)
{
	return result == -EU_EPERM || result == -EU_EACCES;
}

SEC("tp_btf/sys_exit")
int BPF_PROG(sys_exit, struct pt_regs *regs, long result)
{
	struct eu_cpu *cpu = eu_cpu();
	eu_ref ref;
	__u32 call;
	__u8 plan;

	if (!eu_watched(cpu, &ref))
		return 0;
	call = eu_call_index(regs) & (EU_CALLS - 1);
	plan = plans[call];
	if (!plan || (result == 0 && eu_makes_tasks(call)))
		return 0; /* nobody asked; or the child's side of a clone, which is not a call */
	if (plan & EU_PLAN_COUNT)
		eu_count_call(ref, call, result);
	if (only_failed && result >= 0)
		return 0;
	cpu->ref = ref;
	cpu->call = call;
	if (!ref && plan & EU_PLAN_ANSWER)
		bpf_tail_call(ctx, &exits, EU_CALL_ANSWER);
	if (plan & EU_PLAN_PROBE)
		bpf_tail_call(ctx, &exits, call);
	if (plan & EU_PLAN_STREAM || (plan & EU_PLAN_REFUSED && eu_is_refusal(result)))
		bpf_tail_call(ctx, &exits, EU_CALL_STREAM);
	return 0;
}

/* Only calls whose exit does not tell all are kept; most leave at the first test. */
SEC("tp_btf/sys_enter")
int BPF_PROG(sys_enter, struct pt_regs *regs, long nr)
{
	__u32 call = eu_call_index(regs) & (EU_CALLS - 1);
	__u64 task = (__u64)eu_task();
	struct eu_begun now;
	eu_ref ref;

	if (!(plans[call] & EU_PLAN_ENTER) || !eu_watched(eu_cpu(), &ref))
		return 0;
	now = (struct eu_begun){.call = call, .time = bpf_ktime_get_ns()};
	eu_arch_args(regs, now.call >= EU_CALLS_I386, now.args);
	if (bpf_map_update_elem(&begun, &task, &now, BPF_ANY))
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_syscall), EU_PLACE_MAP);
	return 0;
}

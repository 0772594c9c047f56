/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * One program per syscall edge. It finds out whose call it is, counts, and hands over to the
 * program for this syscall, if one is loaded: a second program on the hook would cost as much
 * as everything here.
 */
#include "arch.h"
#include "count.h"
#include "dispatch.h"
#include "execveat.h"
#include "filter.h"
#include "plain.h"
#include "resolved.h"
#include "values.h"

/* Run by user space, once. */
SEC("raw_tp")
int read_clocks(void *ctx)
{
	clock_jiffies = bpf_jiffies64();
	clock_ns = bpf_ktime_get_ns();
	return 0;
}

SEC("tp_btf/sys_exit")
int sys_exit(__u64 *ctx)
{
	struct pt_regs *regs = eu_hook_regs(ctx);
	long result = eu_hook_result(ctx);
	struct eu_cpu *cpu = eu_cpu();
	struct task_struct *me = eu_me_with(cpu, regs);
	eu_ref ref;
	__u32 call;
	__u16 plan;

	if (!eu_followed_me(cpu, me, &ref))
		return 0;
	call = eu_call_index_of(me, regs) & (EU_CALLS - 1);
	if (!plans[call] || (result == 0 && eu_makes_tasks(call)))
		return 0; /* nobody asked; or the child's side of a clone, which is not a call */
	plan = eu_plan_of(call, result);
	if (wants_counts && plan & EU_PLAN_COUNT)
		eu_count_call(ref, result ? call : eu_execed_by(call), result);
	if (wants_counts && plan & EU_PLAN_VALUES)
		eu_count_values(ref, call, regs);
	if (!(plan & EU_PLAN_RUN))
		return 0;
	cpu->ref = ref;
	cpu->call = call;
	if (!ref && plan & EU_PLAN_ANSWER)
		bpf_tail_call(ctx, &exits, EU_CALL_ANSWER);
	if (plan & (EU_PLAN_PROBE | EU_PLAN_PICTURE))
		bpf_tail_call(ctx, &exits, call);
	if (!(plan & EU_PLAN_STREAM) && !(plan & EU_PLAN_REFUSED && eu_is_refusal(result)))
		return 0;
	if (arity[call] & EU_ARITY_PLAIN)
		eu_send_plain(cpu, me, ref, call, regs, result);
	else
		bpf_tail_call(ctx, &exits, EU_CALL_STREAM);
	return 0;
}

/* Is it wanted in neither numbering? Which one it is can be told by a call only. */
static __always_inline bool eu_no_enter(const struct pt_regs *regs)
{
	__u32 nr = eu_arch_nr(regs), at;

	if (nr >= EU_CALL_STREAM)
		return false; /* a number that no table has */
	at = eu_bounded(nr, EU_CALLS_I386);
	return !((plans[at] | plans[at + EU_CALLS_I386]) & EU_PLAN_ENTER);
}

/* What the call will change where it lies. */
static __always_inline void eu_keep_passed(struct eu_begun *now, const struct eu_call_spec *spec)
{
	__u64 at[EU_KEPT] = {};
	__u32 size[EU_KEPT] = {};

#pragma clang loop unroll(full)
	for (int i = 5; i >= 0; i--) { /* the last two are those */
		if (!(spec->kept >> i & 1))
			continue;
		at[1] = at[0];
		size[1] = size[0];
		at[0] = now->args[i];
		size[0] = spec->args[i].size;
	}
	__builtin_memset(now->args, 0, sizeof(now->args));
#pragma clang loop unroll(full)
	for (int i = 0; i < EU_KEPT; i++) {
		size[i] = size[i] < EU_KEPT_SIZE ? size[i] : EU_KEPT_SIZE;
		if (!bpf_probe_read_user(now->kept[i], size[i], (void *)at[i]))
			now->read |= 1 << i;
	}
}

/* Only calls whose exit does not tell all are kept; most leave at the first test. */
SEC("tp_btf/sys_enter")
int sys_enter(__u64 *ctx)
{
	struct pt_regs *regs = eu_hook_regs(ctx);
	struct eu_cpu *cpu = eu_cpu();
	struct task_struct *me;
	struct eu_begun now;
	eu_ref ref;
	__u64 task;
	__u32 call;

	if (eu_no_enter(regs))
		return 0;
	me = eu_me_with(cpu, regs);
	task = (__u64)me;
	call = eu_call_index_of(me, regs) & (EU_CALLS - 1);
	if (!(plans[call] & EU_PLAN_ENTER) || !eu_watched_me(cpu, me, &ref))
		return 0;
	now = (struct eu_begun){.call = call, .time = bpf_ktime_get_ns()};
	eu_arch_args(regs, now.call >= EU_CALLS_I386, now.args);
	if (specs[call].kept)
		eu_keep_passed(&now, &specs[call]);
	if (bpf_map_update_elem(&begun, &task, &now, BPF_ANY))
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_syscall), EU_PLACE_MAP);
	return 0;
}

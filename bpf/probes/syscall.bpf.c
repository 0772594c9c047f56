/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Any syscall: number, arguments, result. docs/syscalls.md says what counts as one. */
#include "../arch.h"
#include "../copy.h"
#include "../count.h"
#include "../dispatch.h"
#include "../filter.h"

/* The arguments, behind a record's fixed part. */
static __always_inline struct eu_str eu_put_args(struct eu_scratch *scratch, const __u64 args[6],
						 __u32 n)
{
	__u64 *at = (__u64 *)(scratch->data + sizeof(struct eu_event_syscall));

	for (int i = 0; i < 6; i++)
		at[i] = args[i];
	return eu_appended(scratch, n * sizeof(*at), false);
}

static __always_inline void eu_send_call(eu_ref ref, __u32 call, const __u64 args[6], long result,
					 __u64 begun_at, bool returned)
{
	struct eu_scratch *scratch;
	struct eu_event_syscall *e;

	e = eu_begin(struct eu_event_syscall, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_syscall){
		.head = eu_head(scratch),
		.nr = eu_call_nr(call),
		.returned = returned,
		.result = result,
		.duration = begun_at ? scratch->time - begun_at : 0,
	};
	e->args = eu_put_args(scratch, args, arity[call & (EU_CALLS - 1)] & 7);
	if (!returned)
		e->copies = eu_appended(scratch, 0, false);
	else if (result == 0 && eu_variant(call) == EU_CALL_EXEC)
		e->copies = eu_copy_exec_args(scratch, args[0], call);
	else
		e->copies = eu_copy_args(scratch, sizeof(*e), args, call, result);
	eu_send(scratch);
}

/* Comes last in the dispatch. */
SEC("?tp_btf/sys_exit")
EU_SERVES("syscall")
EU_TAG("exit:*")
int syscall_exit(__u64 *ctx)
{
	struct pt_regs *regs = eu_hook_regs(ctx);
	long result = eu_hook_result(ctx);
	struct eu_cpu *cpu = eu_cpu();
	struct eu_begun *before = NULL;
	__u64 task, args[6], at = 0;
	__u32 call = cpu->call;

	eu_arch_args(regs, call >= EU_CALLS_I386, args);
	if (plans[call & (EU_CALLS - 1)] & EU_PLAN_ENTER) {
		task = (__u64)eu_task();
		before = bpf_map_lookup_elem(&begun, &task);
	}
	if (before) {
		if (result == 0 && eu_variant(call) == EU_CALL_EXEC) {
			call = before->call;
			__builtin_memcpy(args, before->args, sizeof(args));
		}
		at = before->time;
	}
	if (eu_variant(call) == EU_CALL_INT)
		result = (int)result;
	if (eu_is_streamed(call, result))
		eu_send_call(cpu->ref, call, args, result, wants_durations ? at : 0, true);
	if (before)
		bpf_map_delete_elem(&begun, &task);
	return 0;
}

/* exit and exit_group do not return: they are seen when the thread ends, if that is what ended it
 * and not a signal or another thread. */
SEC("?tp_btf/sched_process_exit")
EU_SERVES("syscall counts")
int BPF_PROG(syscall_no_return, struct task_struct *task)
{
	struct pt_regs regs = {};
	__u64 args[6];
	eu_ref ref;
	__u32 call;

	if (!eu_watched(eu_cpu(), &ref) || only_failed)
		return 0;
	bpf_probe_read_kernel(&regs, sizeof(regs), eu_task_regs(task));
	call = eu_call_index(&regs) & (EU_CALLS - 1);
	if (eu_variant(call) != EU_CALL_EXIT || (task->exit_code & 0x7f))
		return 0;
	if (wants_counts && plans[call] & EU_PLAN_COUNT)
		eu_count_call(ref, call, 0);
	if (!(plans[call] & EU_PLAN_STREAM))
		return 0;
	eu_arch_args(&regs, call >= EU_CALLS_I386, args);
	eu_send_call(ref, call, args, 0, 0, false);
	return 0;
}

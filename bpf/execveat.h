/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Which call executes a program. At its exit a successful one has the number of execve(2) in the
 * ABI of the new program, whatever it was: the kernel writes it when it gives the task its new
 * personality. Shortly before, when the exec cannot fail any more, the number is still there, and
 * probes/exec_call.bpf.c looks. On kernels where it cannot, an execveat(2) of a descriptor tells
 * itself, because the kernel had to make a name of it, and one of AT_FDCWD is taken for execve(2).
 */
#pragma once

#include "arch.h"
#include "dispatch.h"

#define EU_EXECVEAT_OF_EITHER 0 /* of the ABI that is there at the exit */

/* The call that a task executes a program with, an index, by task_struct. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u64);
	__type(value, __u32);
} exec_calls SEC(".maps");

/* Before the new personality. */
static __always_inline void eu_note_exec_call(void)
{
	__u64 task = (__u64)eu_task();
	struct pt_regs regs = {};
	__u32 call;

	bpf_probe_read_kernel(&regs, sizeof(regs), eu_task_regs(eu_task()));
	call = eu_call_index(&regs);
	if (eu_variant(call) == EU_CALL_EXEC)
		bpf_map_update_elem(&exec_calls, &task, &call, BPF_ANY);
}

/* After it: what was noted before is better. */
static __always_inline void eu_note_execveat(struct task_struct *task, struct linux_binprm *bprm)
{
	__u64 key = (__u64)task;
	__u32 call = EU_EXECVEAT_OF_EITHER;

	if (bprm->fdpath)
		bpf_map_update_elem(&exec_calls, &key, &call, BPF_NOEXIST);
}

/* Which call it was that returned zero. */
static __always_inline __u32 eu_execed_by(__u32 call)
{
	__u32 *known, by;
	__u64 key;

	if (eu_variant(call) != EU_CALL_EXEC)
		return call;
	key = (__u64)eu_task();
	known = bpf_map_lookup_elem(&exec_calls, &key);
	if (!known)
		return call;
	by = *known;
	bpf_map_delete_elem(&exec_calls, &key);
	if (by != EU_EXECVEAT_OF_EITHER)
		return by & (EU_CALLS - 1);
	return call < EU_CALLS_I386 ? EU_NR_EXECVEAT : EU_CALLS_I386 + EU_NR_EXECVEAT_I386;
}

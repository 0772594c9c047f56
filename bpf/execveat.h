/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * A successful execveat(2) has the number of execve(2) at its exit: the kernel writes it when it
 * gives the task its new personality. Where it was handed a descriptor, the kernel had to make a
 * name of it, which tells. An execveat(2) of AT_FDCWD is taken for an execve(2).
 */
#pragma once

#include "arch.h"
#include "dispatch.h"

/* Tasks in such a call, by task_struct. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u64);
	__type(value, __u8);
} execveats SEC(".maps");

static __always_inline void eu_note_execveat(struct task_struct *task, struct linux_binprm *bprm)
{
	__u64 key = (__u64)task;
	__u8 yes = 1;

	if (bprm->fdpath)
		bpf_map_update_elem(&execveats, &key, &yes, BPF_ANY);
}

/* Which call it was that returned zero. */
static __always_inline __u32 eu_execed_by(__u32 call)
{
	__u64 key;

	if (eu_variant(call) != EU_CALL_EXEC)
		return call;
	key = (__u64)eu_task();
	if (bpf_map_delete_elem(&execveats, &key))
		return call;
	return call < EU_CALLS_I386 ? EU_NR_EXECVEAT : EU_CALLS_I386 + EU_NR_EXECVEAT_I386;
}

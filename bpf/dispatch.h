/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* The tables behind the two syscall hooks; see dispatch.bpf.c. */
#pragma once

#include "probe.h"

__u8 plans[EU_CALLS]; /* enum eu_plan */

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, EU_CALLS);
	__type(key, __u32);
	__type(value, __u32);
} exits SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, EU_CALLS);
	__type(key, __u32);
	__type(value, __u32);
} enters SEC(".maps");

/* Which of the syscalls that share a program this is: the number after the name in its tag. */
__u8 variants[EU_CALLS];

/* How many arguments the call has, from the syscall tables. */
__u8 arity[EU_CALLS];

enum eu_clone_variant {
	EU_CLONE_PLAIN = 101, /* fork, vfork */
	EU_CLONE_FLAGS = 102, /* clone: flags are the first argument */
	EU_CLONE_STRUCT = 103 /* clone3 */
};

/* Calls that return twice. */
static __always_inline bool eu_makes_tasks(__u32 call)
{
	__u8 variant = variants[call & (EU_CALLS - 1)];

	return variant >= EU_CLONE_PLAIN && variant <= EU_CLONE_STRUCT;
}

/* The end of a syscall's own program: the generic one follows where it is wanted. */
static __always_inline int eu_syscall_next(void *ctx, struct eu_cpu *cpu)
{
	if (plans[cpu->call & (EU_CALLS - 1)] & EU_PLAN_STREAM)
		bpf_tail_call(ctx, &exits, EU_CALL_STREAM);
	return 0;
}

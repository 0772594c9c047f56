/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* The tables behind the two syscall hooks; see dispatch.bpf.c. */
#pragma once

#include "probe.h"

#define EU_EPERM 1
#define EU_EACCES 13

__u16 plans[EU_CALLS]; /* enum eu_plan */

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, EU_CALLS);
	__type(key, __u32);
	__type(value, __u32);
} exits SEC(".maps");

#define EU_KEPT 2 /* so many arguments are copied at the entry, and … */
#define EU_KEPT_SIZE 16 /* … so large are they at most: a struct timespec */

/* A call that has begun, kept where the exit does not tell enough. */
struct eu_begun {
	__u64 time; /* ns */
	union {
		__u64 args[6]; /* or, of a call that changes what it was given, … */
		__u64 kept[EU_KEPT][EU_KEPT_SIZE / 8]; /* … that, in the order of the arguments */
	};
	__u32 call; /* index */
	__u32 read; /* bit i: kept[i] could be read */
};

/* By task_struct, which stays the same when execve(2) makes a thread the leader. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 16384);
	__type(key, __u64);
	__type(value, struct eu_begun);
} begun SEC(".maps");

/* A call without an entry, which a filter of seccomp refuses, is not to find the one before. */
static __always_inline void eu_forget_begun(void)
{
	__u64 task = (__u64)eu_task();

	bpf_map_delete_elem(&begun, &task);
}

/* Which of the syscalls that share a program this is: the number after the name in its tag. */
__u8 variants[EU_CALLS];

const volatile bool wants_durations = false;

/* One moment on two clocks: counters use the cheap one. */
__u64 clock_jiffies, clock_ns;

/* How many arguments the call has, from the syscall tables; and whether its event is plain. */
__u8 arity[EU_CALLS];

static __always_inline __u8 eu_variant(__u32 call)
{
	return variants[call & (EU_CALLS - 1)];
}

static __always_inline bool eu_has_failed(__u32 call, long result)
{
	return result < 0 && result > -4096 && eu_variant(call) != EU_CALL_SIGRETURN;
}

/* By permissions, capabilities, an LSM, or a seccomp filter as container engines write it. */
static __always_inline bool eu_is_refusal(long result)
{
	return result == -EU_EPERM || result == -EU_EACCES;
}

/* Is its event wanted, and not just sent for the sake of a call that returns with its number? */
static __always_inline bool eu_is_streamed(__u32 call, long result)
{
	__u16 plan = plans[call & (EU_CALLS - 1)];

	if (plan & EU_PLAN_REFUSED && eu_is_refusal(result))
		return true;
	return plan & EU_PLAN_STREAM && !(plan & EU_PLAN_IN_PLACE);
}

/* Calls that return twice. */
static __always_inline bool eu_makes_tasks(__u32 call)
{
	__u8 variant = eu_variant(call);

	return variant >= EU_CALL_FORK && variant <= EU_CALL_CLONE3;
}

/* The level of scratch whose paths the current task has left to be walked, or EU_LEVELS. By task:
 * where programs can be preempted, several wait on one CPU. Computed, because the verifier would
 * look at what follows a branch once for each level. */
static __always_inline __u32 eu_pending_level(const struct eu_cpu *cpu)
{
	__u64 task, level = 0, any = 0;

	for (int i = 0; i < EU_LEVELS; i++)
		any |= cpu->level_task[i];
	if (!any)
		return EU_LEVELS;
	task = (__u64)eu_task();
	for (int i = EU_LEVELS - 1; i >= 0; i--) {
		__u64 other = cpu->level_task[i] ^ task;

		other = (other | -other) >> 63; /* 1: not this one */
		barrier_var(other);
		level = other * (1 + level);
	}
	return level;
}

/* The end of a syscall's own program: the one that walks paths follows where there are some, and
 * the generic one where it is wanted. */
static __always_inline int eu_syscall_next(void *ctx, struct eu_cpu *cpu)
{
	if (eu_pending_level(cpu) < EU_LEVELS)
		bpf_tail_call(ctx, &exits, EU_CALL_PATHS);
	if (plans[cpu->call & (EU_CALLS - 1)] & EU_PLAN_STREAM)
		bpf_tail_call(ctx, &exits, EU_CALL_STREAM);
	return 0;
}

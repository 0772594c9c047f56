/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * What differs between kernels, each with its date. Nothing outside this file asks for a version:
 * BTF is asked whether the thing is there, and the verifier drops the branch that is not taken.
 */
#pragma once

#include "vmlinux.h"
#include <stdbool.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#define eu_helper_exists(name) bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_##name)

/* An index below a power of two, in a way that the verifier sees: without the barrier the compiler
 * drops a mask that it has proved needless, and verifiers before 6.12 cannot follow its proof. */
#define eu_bounded(index, size)                                                                  \
	({                                                                                       \
		__u64 _index = (index);                                                          \
		barrier_var(_index);                                                             \
		_index & ((size) - 1);                                                           \
	})

/* bpf_get_current_task_btf: since 5.11 (commit 3ca1032ab7ab); drop when 5.10 leaves support.
 * With it a member costs one load, without it one call. Asking for the task is a call as well, and
 * a call costs 10 to 20 ns where the processor's returns are guarded: ask once. */
static __always_inline struct task_struct *eu_me(void)
{
	if (eu_helper_exists(get_current_task_btf))
		return bpf_get_current_task_btf();
	return (struct task_struct *)bpf_get_current_task();
}

/* A member of the current task. */
#define eu_my(me, member)                                                                        \
	(eu_helper_exists(get_current_task_btf) ? (__u64)(me)->member :                          \
						  (__u64)BPF_CORE_READ((me), member))

/* Process in the upper half, thread in the lower: by loads where the task is one. */
static __always_inline __u64 eu_my_ids(struct task_struct *me)
{
	if (eu_helper_exists(get_current_task_btf))
		return (__u64)me->tgid << 32 | (__u32)me->pid;
	return bpf_get_current_pid_tgid();
}

#define eu_current(member)                                                                       \
	({                                                                                       \
		struct task_struct *_me = eu_me();                                               \
		eu_my(_me, member);                                                              \
	})

/* bpf_rdonly_cast: since 6.2 (commit a35b9af4ec2c), as the helper asked for; drop when 6.1 leaves
 * support. With it a member of a kernel object, whatever its address, costs one load, and is zero
 * where there is no memory; without it one call. */
extern void *bpf_rdonly_cast(const void *object, __u32 type) __ksym __weak;

#define eu_has_casts() eu_helper_exists(cgrp_storage_get)

#define eu_member(type, object, member)                                                          \
	(eu_has_casts() ?                                                                        \
		 ((const type *)bpf_rdonly_cast((object), bpf_core_type_id_kernel(type)))->member : \
		 BPF_CORE_READ((const type *)(object), member))

/* What a step up in the dentry cache needs. Without casts one call reads both, which lie side by
 * side. */
struct eu_name {
	struct dentry *parent;
	__u32 hash;
};

static __always_inline struct eu_name eu_name_of(const struct dentry *dentry)
{
	__u32 at = bpf_core_field_offset(struct dentry, d_parent);
	struct eu_name name = {};

	if (!eu_has_casts() &&
	    bpf_core_field_offset(struct dentry, d_name.hash) - at ==
		    __builtin_offsetof(struct eu_name, hash)) {
		bpf_probe_read_kernel(&name, sizeof(name), (void *)dentry + at);
		return name;
	}
	return (struct eu_name){
		.parent = eu_member(struct dentry, dentry, d_parent),
		.hash = eu_member(struct dentry, dentry, d_name.hash),
	};
}

/* A pointer that lies there: as a member of a struct that has nothing else before it. */
#define eu_pointer_at(address) ((void *)eu_member(struct list_head, (address), next))

static __always_inline struct task_struct *eu_task(void)
{
	return (struct task_struct *)bpf_get_current_task();
}

/* The registers user space was entered with. bpf_task_pt_regs: since 5.15 (commit dd6e10fbd9fb),
 * in tracing programs with a BTF task only; before it the stack's end is computed: 16 KiB
 * stacks and no padding at the top are what x86-64 kernels of that age have. */
#define EU_OLD_STACK_SIZE 16384

static __always_inline struct pt_regs *eu_task_regs(struct task_struct *task)
{
	if (eu_helper_exists(task_pt_regs))
		return (struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
	return (struct pt_regs *)((__u64)BPF_CORE_READ(task, stack) + EU_OLD_STACK_SIZE -
				  sizeof(struct pt_regs));
}

/* task_struct.start_boottime was real_start_time before 5.5 (commit cf25e24db61c): 5.10 has the
 * new name, so there is nothing to choose. */
static __always_inline __u64 eu_start_time(struct task_struct *task)
{
	return BPF_CORE_READ(task, start_boottime);
}

/* Since 7.2 (commit 439ebd5b5708) what hangs on a syscall's tracepoint can be preempted, and while it
 * is, the kernel skips it for every other task of the CPU. What hangs on a perf event of the same
 * tracepoint still cannot: there the loader makes these programs of that kind. They are given the
 * tracepoint's record, { common, id, ret }, in place of its arguments. The barrier keeps the compiler
 * from reading both ways at once, at an offset that is not constant. */
const volatile bool on_perf_event = false;

static __always_inline struct pt_regs *eu_hook_regs(const __u64 *ctx)
{
	if (on_perf_event)
		return (struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
	return (struct pt_regs *)ctx[0];
}

static __always_inline long eu_hook_result(const __u64 *ctx)
{
	long result;

	if (!on_perf_event)
		return ctx[1];
	result = ctx[2];
	barrier_var(result);
	return result;
}

/* How many hold a file: none when its end has begun. file.f_ref: since 6.13 (commit
 * 90ee6ed776c0), one less than there are, negative at the end; drop when 6.12 leaves support. */
struct file___counted {
	atomic_long_t f_count;
} __attribute__((preserve_access_index));

static __always_inline long eu_file_holders(const struct file *file)
{
	if (bpf_core_field_exists(file->f_ref))
		return (long)BPF_CORE_READ(file, f_ref.refcnt.counter) + 1;
	return BPF_CORE_READ((const struct file___counted *)file, f_count.counter);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Where each architecture keeps the number and the arguments of a syscall. */
#pragma once

#include "compat.h"
#include "shared.h"

#define EU_ENOSYS 38

#if defined(__TARGET_ARCH_x86)

#define TS_COMPAT 0x0002 /* thread_info.status: a 32-bit syscall is being served */

static __always_inline long eu_arch_nr(const struct pt_regs *regs)
{
	return regs->orig_ax;
}

static __always_inline long eu_arch_result(const struct pt_regs *regs)
{
	return regs->ax;
}

static __always_inline long eu_arch_read_result(struct pt_regs *regs)
{
	return BPF_CORE_READ(regs, ax);
}

static __always_inline bool eu_arch_compat(struct task_struct *me)
{
	return (__u32)eu_my(me, thread_info.status) & TS_COMPAT;
}

static __always_inline void eu_arch_args(const struct pt_regs *regs, bool compat, __u64 args[6])
{
	if (compat) {
		args[0] = (__u32)regs->bx;
		args[1] = (__u32)regs->cx;
		args[2] = (__u32)regs->dx;
		args[3] = (__u32)regs->si;
		args[4] = (__u32)regs->di;
		args[5] = (__u32)regs->bp;
		return;
	}
	args[0] = regs->di;
	args[1] = regs->si;
	args[2] = regs->dx;
	args[3] = regs->r10;
	args[4] = regs->r8;
	args[5] = regs->r9;
}

#elif defined(__TARGET_ARCH_arm64)

static __always_inline long eu_arch_nr(const struct pt_regs *regs)
{
	return regs->syscallno;
}

static __always_inline long eu_arch_result(const struct pt_regs *regs)
{
	return regs->regs[0];
}

static __always_inline long eu_arch_read_result(struct pt_regs *regs)
{
	return BPF_CORE_READ(regs, regs[0]);
}

static __always_inline bool eu_arch_compat(struct task_struct *me)
{
	return false;
}

static __always_inline void eu_arch_args(const struct pt_regs *regs, bool compat, __u64 args[6])
{
	args[0] = regs->orig_x0; /* regs[0] holds the result at exit */
	args[1] = regs->regs[1];
	args[2] = regs->regs[2];
	args[3] = regs->regs[3];
	args[4] = regs->regs[4];
	args[5] = regs->regs[5];
}

#else
#error "unknown architecture"
#endif

/* rt_sigreturn restores registers and leaves -1 where its number was. */
#if defined(__TARGET_ARCH_x86)
#define EU_NR_RT_SIGRETURN 15
#define EU_NR_EXECVEAT 322
#define EU_NR_EXECVEAT_I386 358
#define EU_NR_RT_SIGRETURN_I386 173
#else
#define EU_NR_RT_SIGRETURN 139
#define EU_NR_EXECVEAT 281
#define EU_NR_EXECVEAT_I386 358
#define EU_NR_RT_SIGRETURN_I386 139
#endif

/* The syscall as an index into plans[] and the dispatch tables. Number -1 can be called, too, but
 * then the kernel knows no such call. */
static __always_inline __u32 eu_call_index_of(struct task_struct *me,
						const struct pt_regs *regs)
{
	long nr = (int)eu_arch_nr(regs);
	bool compat = eu_arch_compat(me);

	if (nr == -1 && eu_arch_result(regs) != -EU_ENOSYS)
		nr = compat ? EU_NR_RT_SIGRETURN_I386 : EU_NR_RT_SIGRETURN;
	if (nr < 0 || nr >= EU_CALL_STREAM)
		nr = EU_CALL_UNKNOWN;
	return nr + (compat ? EU_CALLS_I386 : 0);
}

static __always_inline __u32 eu_call_index(const struct pt_regs *regs)
{
	return eu_call_index_of(eu_me(), regs);
}

/* The same for a record: the number, and whose numbering it is. */
static __always_inline __u16 eu_call_nr(__u32 call)
{
	return call >= EU_CALLS_I386 ? (call - EU_CALLS_I386) | EU_NR_I386 : call;
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* What keeps a process from doing things, besides the credentials of struct eu_creds. */
#pragma once

#include "task.h"

#define EU_PFA_NO_NEW_PRIVS 1 /* a bit of atomic_flags: include/linux/sched.h */

static __always_inline void eu_fill_confined(struct eu_confined *out, struct task_struct *task)
{
	const struct cred *cred = BPF_CORE_READ(task, real_cred);

	*out = (struct eu_confined){
		.inheritable = eu_cap(cred, cap_inheritable),
		.bounding = eu_cap(cred, cap_bset),
		.user_namespace = BPF_CORE_READ(cred, user_ns, ns.inum),
		.seccomp_filters = BPF_CORE_READ(task, seccomp.filter_count.counter),
		.seccomp = BPF_CORE_READ(task, seccomp.mode),
		.no_new_privs = BPF_CORE_READ(task, atomic_flags) & EU_PFA_NO_NEW_PRIVS,
	};
}

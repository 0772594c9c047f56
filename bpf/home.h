/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * How deep the user namespace of a container lies. A process may make one below and is almighty
 * there: what it is granted in it needs nothing of what the container was given.
 */
#pragma once

#include "identity.h"

struct eu_home homes[EU_MAX_SLOTS];

static __always_inline struct eu_home *eu_home(eu_ref ref)
{
	return &homes[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)];
}

/* Its entrypoint begins: it is where the runtime put it. */
static __always_inline void eu_come_home(eu_ref ref, struct task_struct *task)
{
	struct eu_home *home = eu_home(ref);

	home->level = BPF_CORE_READ(task, real_cred, user_ns, level);
	home->ref = ref;
}

/* While it is set up, and of one from before, the owner of the task's PID namespace tells. */
static __always_inline __u32 eu_home_level(eu_ref ref, struct task_struct *task)
{
	struct eu_home *home = eu_home(ref);
	__u32 level;

	if (home->ref == ref)
		return home->level;
	return BPF_CORE_READ(eu_own_upid(task, &level).ns, user_ns, level);
}

static __always_inline bool eu_is_below_home(eu_ref ref, const struct user_namespace *target)
{
	return (__u32)BPF_CORE_READ(target, level) > eu_home_level(ref, eu_task());
}

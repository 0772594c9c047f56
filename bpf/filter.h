/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Which tasks are looked at, the cheapest test first. User space looks again at every event. */
#pragma once

#include "identity.h"
#include "tree.h"

const volatile bool watch_host = false;   /* tasks outside containers, too */
const volatile bool only_failed = false;  /* calls that returned an error */
const volatile __u32 own_pid = 0;         /* Eunomia itself is never watched */
const volatile __u32 n_uids = 0;          /* effective ones; 0: any */
const volatile __u32 uids[16] = {};

/* Containers that user space does not want, by slot. */
__u8 muted[EU_MAX_SLOTS];

static __always_inline bool eu_uid_wanted(void)
{
	struct cred *cred;
	__u32 uid;

	if (!n_uids)
		return true;
	cred = (struct cred *)eu_current(cred);
	uid = BPF_CORE_READ(cred, euid.val);
	for (int i = 0; i < 16; i++)
		if (i < n_uids && uids[i] == uid)
			return true;
	return false;
}

/* Are records about this task wanted, for the picture of the world at least? */
static __always_inline bool eu_task_watched(eu_ref ref, __u32 pid)
{
	if (ref)
		return !muted[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] &&
		       (!tree_only || eu_in_tree(pid));
	if (!watch_host || !discovered || pid == own_pid)
		return false; /* or of a container that is not known yet */
	return !watch_tree || eu_in_tree(pid);
}

/* Is the current task one of those that are looked at? Sets *ref. The pid is a
 * call, and most often nobody asks for it. */
static __always_inline bool eu_followed_me(struct eu_cpu *cpu, struct task_struct *me, eu_ref *ref)
{
	*ref = eu_identify_me(cpu, me);
	if (*ref && !tree_only) {
		if (muted[EU_REF_SLOT(*ref) & (EU_MAX_SLOTS - 1)])
			return false;
	} else if (!*ref && !watch_host) {
		return false;
	} else if (!eu_task_watched(*ref, bpf_get_current_pid_tgid() >> 32)) {
		return false;
	}
	return true;
}

/* Are events of it wanted, too? */
static __always_inline bool eu_watched_me(struct eu_cpu *cpu, struct task_struct *me, eu_ref *ref)
{
	return eu_followed_me(cpu, me, ref) && eu_uid_wanted();
}

static __always_inline bool eu_watched(struct eu_cpu *cpu, eu_ref *ref)
{
	return eu_watched_me(cpu, eu_me(), ref);
}

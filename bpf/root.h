/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* What a path begins at: the container's root, or one of a task's own. */
#pragma once

#include "walk.h"

#define EU_MOUNTS_AT_ROOT 4

/* Is the task's root below that of its mount namespace? */
static __always_inline bool eu_root_has_name(const struct eu_scratch *scratch)
{
	struct dentry *dentry = (struct dentry *)scratch->walk.root_dentry;
	struct mount *mnt = (struct mount *)scratch->walk.root_mnt, *above;

	for (int i = 0; i < EU_MOUNTS_AT_ROOT; i++) {
		if (dentry != eu_member(struct mount, mnt, mnt.mnt_root))
			return true;
		above = eu_member(struct mount, mnt, mnt_parent);
		if (above == mnt)
			return false;
		dentry = eu_member(struct mount, mnt, mnt_mountpoint);
		mnt = above;
	}
	return true;
}

/* The init of the current task's PID namespace. */
static __always_inline struct task_struct *eu_first_task(void)
{
	struct pid *pid = BPF_CORE_READ(eu_task(), thread_pid);
	__u32 level = BPF_CORE_READ(pid, level);
	struct upid own = {};

	if (level < 32)
		bpf_probe_read_kernel(&own, sizeof(own),
				      (void *)pid + bpf_core_field_offset(struct pid, numbers) +
					      level * bpf_core_type_size(struct upid));
	return BPF_CORE_READ(own.ns, child_reaper);
}

/* Is the root of this walk one that chroot(2) made? A container's is the root of a mount. Everything
 * may live below some directory (an initramfs, a container engine that was started in a chroot):
 * then that is also where the first process here has its root. */
static __always_inline bool eu_in_chroot(const struct eu_scratch *scratch)
{
	__u64 to_mount = bpf_core_field_offset(struct mount, mnt);
	struct mount *mnt = (struct mount *)scratch->walk.root_mnt;
	struct task_struct *first;

	if (!eu_root_has_name(scratch))
		return false;
	if (scratch->ref &&
	    scratch->walk.root_dentry != (__u64)eu_member(struct mount, mnt, mnt.mnt_root))
		return true;
	first = eu_first_task();
	return (__u64)BPF_CORE_READ(first, fs, root.dentry) != scratch->walk.root_dentry ||
	       (__u64)BPF_CORE_READ(first, fs, root.mnt) - to_mount != scratch->walk.root_mnt;
}

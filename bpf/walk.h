/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* From a dentry up to the root of the current task, step by step, the names in front of each
 * other at the end of scratch->walk.text. */
#pragma once

#include "path.h"

#define EU_COMPONENTS 256 /* names and mounts */

/* A text in front of what is there already: false when there is no room. */
static __always_inline bool eu_walk_text(struct eu_scratch *scratch, const unsigned char *name,
					 __u32 len, bool slash)
{
	__u32 at;

	len = eu_bounded(len, 256);
	at = scratch->walk.position - len - slash;

	if (scratch->walk.position < len + slash) {
		scratch->walk.state |= EU_PATH_TRUNCATED;
		return false;
	}
	scratch->walk.position = at;
	if (slash)
		scratch->walk.text[at & (EU_STRING_MAX - 1)] = '/';
	bpf_probe_read_kernel(&scratch->walk.text[(at + slash) & (EU_STRING_MAX - 1)], len, name);
	return true;
}

static __always_inline bool eu_walk_name(struct eu_scratch *scratch, struct dentry *dentry,
					 bool slash)
{
	return eu_walk_text(scratch, eu_member(struct dentry, dentry, d_name.name),
			    eu_member(struct dentry, dentry, d_name.len), slash);
}

/* It ends where the task cannot be: behind the names on the way there is nothing to say, and without
 * any the last one's own name is better than none. */
static __always_inline bool eu_walk_off(struct eu_scratch *scratch, struct dentry *dentry)
{
	scratch->walk.state |= EU_PATH_DETACHED;
	if (scratch->walk.position == EU_STRING_MAX - 1)
		eu_walk_name(scratch, dentry, false);
	return false;
}

/* One component or one mount up: false at the end. */
static __always_inline bool eu_walk_step(struct eu_scratch *scratch)
{
	struct dentry *dentry = (struct dentry *)scratch->walk.dentry;
	struct mount *mnt = (struct mount *)scratch->walk.mnt;
	struct dentry *parent;
	struct mount *above;

	if (scratch->walk.dentry == scratch->walk.root_dentry &&
	    scratch->walk.mnt == scratch->walk.root_mnt)
		return false;
	if (dentry == eu_member(struct mount, mnt, mnt.mnt_root)) {
		above = eu_member(struct mount, mnt, mnt_parent);
		if (above == mnt)
			return eu_walk_off(scratch, dentry); /* as runc executes itself */
		scratch->walk.dentry = (__u64)eu_member(struct mount, mnt, mnt_mountpoint);
		scratch->walk.mnt = (__u64)above;
		return true;
	}
	parent = eu_member(struct dentry, dentry, d_parent);
	if (parent == dentry) /* a memfd, a pipe; or opened by handle, beside what is mounted */
		return eu_walk_off(scratch, dentry);
	scratch->walk.dentry = (__u64)parent;
	if (scratch->walk.up) {
		scratch->walk.up--;
		return true;
	}
	return eu_walk_name(scratch, dentry, true);
}

/* Is the name that it was opened by gone, or was there never one (O_TMPFILE)? */
static __always_inline __u32 eu_name_state(struct dentry *dentry)
{
	struct inode *inode;

	if (eu_member(struct dentry, dentry, d_hash.pprev) ||
	    dentry == eu_member(struct dentry, dentry, d_parent))
		return 0;
	inode = eu_member(struct dentry, dentry, d_inode);
	return eu_member(struct inode, inode, i_nlink) ? EU_PATH_UNLINKED : EU_PATH_DELETED;
}

/* To the root of a task. */
static __always_inline void eu_walk_from(struct eu_scratch *scratch, struct task_struct *task,
					 __u64 dentry, __u64 mnt)
{
	__u64 to_mount = bpf_core_field_offset(struct mount, mnt);
	struct fs_struct *fs = eu_member(struct task_struct, task, fs);

	scratch->walk.dentry = dentry;
	scratch->walk.mnt = mnt - to_mount;
	scratch->walk.root_dentry = (__u64)eu_member(struct fs_struct, fs, root.dentry);
	scratch->walk.root_mnt = (__u64)eu_member(struct fs_struct, fs, root.mnt) - to_mount;
	scratch->walk.position = EU_STRING_MAX - 1;
	scratch->walk.state = eu_name_state((struct dentry *)dentry);
	scratch->walk.up = 0;
}

static __always_inline void eu_walk_begin(struct eu_scratch *scratch, __u64 dentry, __u64 mnt)
{
	eu_walk_from(scratch, eu_task(), dentry, mnt);
}

/* The files of namespaces and pipes have no names but what /proc shows. A function of its own, as in
 * sock.h. */
__noinline int eu_walk_nameless(__u32 scratch_index);

/* When there are no more steps: the length of the text, which ends where walk.text does. */
static __always_inline __u32 eu_walk_end(struct eu_scratch *scratch)
{
	if (scratch->walk.position == EU_STRING_MAX - 1 && !(scratch->walk.state & EU_PATH_DETACHED)) {
		scratch->walk.text[EU_STRING_MAX - 2] = '/';
		scratch->walk.position = EU_STRING_MAX - 2;
	}
	if (scratch->walk.state & EU_PATH_DETACHED)
		eu_walk_nameless(scratch->index);
	return EU_STRING_MAX - 1 - scratch->walk.position;
}

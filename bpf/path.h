/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* The path a file has for the task that uses it, walked from its dentry over mounts to the root. */
#pragma once

#include "probe.h"

/* Walks; the text is left at the end of scratch->walk.text. Returns its length. A function of its
 * own with plain arguments, so that the verifier looks at it once (5.10 knows no other kind). */
__noinline int eu_walk_path(__u32 scratch_index, __u64 dentry, __u64 vfsmount);

/* Walks and appends. */
static __always_inline struct eu_str eu_path_of(struct eu_scratch *scratch, struct dentry *dentry,
						struct vfsmount *mnt)
{
	__u32 len = eu_walk_path(scratch->index, (__u64)dentry, (__u64)mnt);
	__u32 from = scratch->walk.position & (EU_STRING_MAX - 1);

	return eu_bytes(scratch, scratch->walk.text + from, len);
}

static __always_inline struct eu_str eu_path(struct eu_scratch *scratch, struct file *file)
{
	return eu_path_of(scratch, BPF_CORE_READ(file, f_path.dentry),
			  BPF_CORE_READ(file, f_path.mnt));
}

/* An open file of the current task by descriptor, or NULL. */
static __always_inline struct file *eu_fd_file(__s32 fd)
{
	struct fdtable *table = BPF_CORE_READ(eu_task(), files, fdt);
	struct file **files = BPF_CORE_READ(table, fd);
	struct file *file = NULL;

	if (fd < 0 || fd >= (__s32)BPF_CORE_READ(table, max_fds))
		return NULL;
	bpf_probe_read_kernel(&file, sizeof(file), files + fd);
	return file;
}

#define EU_AT_FDCWD -100

/* dirfd or working directory, a slash, and the name as passed: what a call meant that found no
 * file to ask. The raw name alone when it is absolute. */
static __always_inline struct eu_str eu_meant_path(struct eu_scratch *scratch, __s32 dirfd,
						   const void *name)
{
	struct eu_str all = {.offset = scratch->used, .len = 0}, part;
	struct task_struct *task = eu_task();
	struct file *dir;
	char first = '/';

	bpf_probe_read_user(&first, 1, name);
	if (first != '/') {
		if (dirfd == EU_AT_FDCWD) {
			part = eu_path_of(scratch, BPF_CORE_READ(task, fs, pwd.dentry),
					  BPF_CORE_READ(task, fs, pwd.mnt));
		} else {
			dir = eu_fd_file(dirfd);
			part = dir ? eu_path(scratch, dir) : eu_appended(scratch, 0, false);
		}
		all.len += part.len;
		if (part.len > 1) { /* not the root, which is its own slash */
			scratch->data[eu_room(scratch)] = '/';
			all.len += eu_appended(scratch, 1, false).len;
		}
	}
	part = eu_string_user(scratch, name);
	all.len += part.len;
	return all;
}

/* What is known about a file besides its name. */
static __always_inline void eu_describe(struct eu_file *out, struct file *file)
{
	struct inode *inode = BPF_CORE_READ(file, f_inode);

	out->inode = BPF_CORE_READ(inode, i_ino);
	out->device = BPF_CORE_READ(inode, i_sb, s_dev);
	out->fs = BPF_CORE_READ(inode, i_sb, s_magic);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Open files of the current task, and what is known about them besides their paths. */
#pragma once

#include "probe.h"

/* An open file of the current task by descriptor, or NULL. */
static __always_inline struct file *eu_fd_file_of(struct task_struct *me, __s32 fd)
{
	struct files_struct *files = (struct files_struct *)eu_my(me, files);
	struct fdtable *table = eu_member(struct files_struct, files, fdt);
	struct file **all = eu_member(struct fdtable, table, fd);

	if (fd < 0 || fd >= (__s32)eu_member(struct fdtable, table, max_fds))
		return NULL;
	return eu_pointer_at(all + fd);
}

static __always_inline struct file *eu_fd_file(__s32 fd)
{
	return eu_fd_file_of(eu_me(), fd);
}

#define EU_AT_FDCWD -100

/* What is known about a file besides its name. */
static __always_inline void eu_describe(struct eu_file *out, struct file *file)
{
	struct inode *inode = eu_member(struct file, file, f_inode);
	struct super_block *sb = eu_member(struct inode, inode, i_sb);

	out->inode = eu_member(struct inode, inode, i_ino);
	out->device = eu_member(struct super_block, sb, s_dev);
	out->fs = eu_member(struct super_block, sb, s_magic);
}

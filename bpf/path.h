/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Open files of the current task, and what is known about them besides their paths. */
#pragma once

#include "probe.h"

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

/* What is known about a file besides its name. */
static __always_inline void eu_describe(struct eu_file *out, struct file *file)
{
	struct inode *inode = BPF_CORE_READ(file, f_inode);

	out->inode = BPF_CORE_READ(inode, i_ino);
	out->device = BPF_CORE_READ(inode, i_sb, s_dev);
	out->fs = BPF_CORE_READ(inode, i_sb, s_magic);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
#include "walk.h"

#define EU_NSFS_MAGIC 0x6e736673
#define EU_DIGITS 10 /* of 32 bits */

struct proc_ns_operations___with_name {
	const char *name;
} __attribute__((preserve_access_index));

static __always_inline void eu_walk_char(struct eu_scratch *scratch, char c)
{
	scratch->walk.position--;
	scratch->walk.text[scratch->walk.position & (EU_STRING_MAX - 1)] = c;
}

static __always_inline void eu_name_namespace(struct eu_scratch *scratch, struct inode *inode)
{
	struct ns_common *ns = BPF_CORE_READ(inode, i_private);
	struct proc_ns_operations___with_name *ops = (void *)BPF_CORE_READ(ns, ops);
	__u32 inum = BPF_CORE_READ(ns, inum);
	char name[24] = {};
	long len;

	len = bpf_probe_read_kernel_str(name, sizeof(name), BPF_CORE_READ(ops, name));
	if (len <= 1)
		return;
	scratch->walk.position = EU_STRING_MAX - 1;
	eu_walk_char(scratch, ']');
	for (int i = 0; i < EU_DIGITS && (inum || !i); i++, inum /= 10)
		eu_walk_char(scratch, '0' + inum % 10);
	eu_walk_char(scratch, '[');
	eu_walk_char(scratch, ':');
	eu_walk_text(scratch, (const unsigned char *)name, len - 1, false);
}

__noinline int eu_walk_namespace(__u32 scratch_index)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct dentry *dentry;
	struct inode *inode;

	if (!scratch)
		return 0;
	dentry = (struct dentry *)scratch->walk.dentry;
	inode = BPF_CORE_READ(dentry, d_inode);
	if (BPF_CORE_READ(inode, i_sb, s_magic) == EU_NSFS_MAGIC)
		eu_name_namespace(scratch, inode);
	return 0;
}

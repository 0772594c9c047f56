/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files that have no name but what /proc shows: "net:[4026531840]", "pipe:[4711]". */
#include "walk.h"

/* include/uapi/linux/magic.h */
#define EU_NSFS_MAGIC 0x6e736673
#define EU_PIPEFS_MAGIC 0x50495045

#define EU_DIGITS 10 /* of 32 bits */

struct proc_ns_operations___with_name {
	const char *name;
} __attribute__((preserve_access_index));

static __always_inline void eu_walk_char(struct eu_scratch *scratch, char c)
{
	scratch->walk.position--;
	scratch->walk.text[scratch->walk.position & (EU_STRING_MAX - 1)] = c;
}

/* len: of the kind. */
static __always_inline void eu_walk_kind(struct eu_scratch *scratch, const char *kind, long len,
					 __u32 number)
{
	scratch->walk.position = EU_STRING_MAX - 1;
	eu_walk_char(scratch, ']');
	for (int i = 0; i < EU_DIGITS && (number || !i); i++, number /= 10)
		eu_walk_char(scratch, '0' + number % 10);
	eu_walk_char(scratch, '[');
	eu_walk_char(scratch, ':');
	eu_walk_text(scratch, (const unsigned char *)kind, len, false);
}

__noinline int eu_walk_nameless(__u32 scratch_index)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct proc_ns_operations___with_name *ops;
	struct dentry *dentry;
	struct ns_common *ns;
	struct inode *inode;
	char kind[24] = "pipe";
	__u32 magic, number;
	long len = sizeof("pipe");

	if (!scratch)
		return 0;
	dentry = (struct dentry *)scratch->walk.dentry;
	inode = BPF_CORE_READ(dentry, d_inode);
	magic = BPF_CORE_READ(inode, i_sb, s_magic);
	number = BPF_CORE_READ(inode, i_ino);
	if (magic != EU_NSFS_MAGIC && magic != EU_PIPEFS_MAGIC)
		return 0;
	if (magic == EU_NSFS_MAGIC) {
		ns = BPF_CORE_READ(inode, i_private);
		ops = (void *)BPF_CORE_READ(ns, ops);
		len = bpf_probe_read_kernel_str(kind, sizeof(kind), BPF_CORE_READ(ops, name));
	}
	if (len > 1)
		eu_walk_kind(scratch, kind, len - 1, number);
	return 0;
}

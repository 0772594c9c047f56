/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
#include "walk.h"

__noinline int eu_walk_path(__u32 scratch_index, __u64 dentry, __u64 vfsmount)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	int i;

	if (!scratch)
		return 0;
	eu_walk_begin(scratch, dentry, vfsmount);
#pragma clang loop unroll(disable)
	for (i = 0; i < EU_COMPONENTS; i++)
		if (!eu_walk_step(scratch))
			break;
	if (i == EU_COMPONENTS)
		scratch->walk.state |= EU_PATH_TRUNCATED;
	return eu_walk_end(scratch);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Where the names of a call led to. When a call returns, a name that was removed or moved is gone
 * and the way to it, links included, is forgotten. Programs on functions of the kernel see both
 * in the middle of the call (probes/resolve.bpf.c) and leave them here for paths.bpf.c; on kernels
 * without such programs the map stays empty, and a name is shown as it was passed.
 */
#pragma once

#include "dispatch.h"
#include "filter.h"

#define EU_NAME_LEN 255 /* NAME_MAX */

/* A directory and a name in it; or, without a name, a file. */
struct eu_resolved_name {
	__u64 dentry, mnt;
	__u64 dentry_inode; /* of the dentry: another one at the exit means that its memory is */
	__u64 inode;        /* of the file, where there is one */
	__u32 device, fs;
	__u64 len;
	__u8 name[EU_NAME_LEN + 1];
};

struct eu_resolved {
	__u32 call; /* index */
	__u32 pad_;
	struct eu_resolved_name names[2];
};

/* Whether the programs that fill the map are there. */
const volatile bool names_resolved = false;

/* By task_struct. What no exit asks for is overwritten, or falls out. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1); /* the loader makes it EU_MAX_RESOLVED where it can be filled */
	__type(key, __u64);
	__type(value, struct eu_resolved);
} resolved SEC(".maps");

/* Where the first or the second name of the call that returns led to; NULL: not known. */
static __always_inline const struct eu_resolved_name *eu_resolved_name(__u32 call, bool second)
{
	__u64 task = (__u64)eu_task();
	const struct eu_resolved_name *name;
	struct eu_resolved *known;
	struct dentry *dentry;

	if (!names_resolved)
		return NULL;
	known = bpf_map_lookup_elem(&resolved, &task);
	if (!known || known->call != call)
		return NULL;
	name = second ? &known->names[1] : &known->names[0];
	dentry = (struct dentry *)name->dentry;
	if (!dentry || name->dentry_inode != (__u64)BPF_CORE_READ(dentry, d_inode))
		return NULL;
	return name;
}

/* At the end of a call that may have left something: the next one may fail before it can. */
static __always_inline void eu_forget_names(void)
{
	__u64 task = (__u64)eu_task();

	if (names_resolved)
		bpf_map_delete_elem(&resolved, &task);
}

/* What is to be done about a call that returns. Of one that is not to be shown, which lost what was
 * kept of it, only what is done always. */
static __always_inline __u16 eu_plan_of(__u32 call, long result)
{
	__u16 plan = plans[call & (EU_CALLS - 1)];
	bool wanted = eu_uid_wanted();

	if (wanted && (!only_failed || eu_has_failed(call, result)))
		return plan;
	if (plan & EU_PLAN_ENTER)
		eu_forget_begun();
	if (!wanted)
		return plan & EU_PLAN_ALWAYS;
	if (plan & EU_PLAN_PROBE)
		eu_forget_names();
	return plan & EU_PLAN_ALWAYS;
}

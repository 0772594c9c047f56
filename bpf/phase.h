/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Is it the container that acts, or its runtime inside it? The runtime does before the entrypoint
 * has begun; and so do, later, the processes that it brings in for `exec`, until they execute what
 * they were brought in for.
 */
#pragma once

#include "probe.h"

/* By slot: the container whose entrypoint has not begun yet; or 0. */
eu_ref in_setup[EU_MAX_SLOTS];

/* By pid: the runtime's processes on their way in, and where to. EU_ANYWHERE until they are there. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, __u32);
	__type(value, eu_ref);
} entering SEC(".maps");

#define EU_ANYWHERE 0

__u32 n_entering; /* mostly none, and then nobody looks */

static __always_inline bool eu_in_setup(eu_ref ref)
{
	return in_setup[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] == ref;
}

static __always_inline bool eu_is_entering(eu_ref ref, __u32 pid)
{
	eu_ref *where;

	if (!*(volatile __u32 *)&n_entering)
		return false;
	where = bpf_map_lookup_elem(&entering, &pid);
	return where && (*where == EU_ANYWHERE || *where == ref);
}

/* A process that finds no room is taken for the container's, as all were before there was a table. */
static __always_inline void eu_enters(eu_ref ref, __u32 pid)
{
	if (!bpf_map_update_elem(&entering, &pid, &ref, BPF_NOEXIST))
		__sync_fetch_and_add(&n_entering, 1);
	else
		bpf_map_update_elem(&entering, &pid, &ref, BPF_EXIST);
}

static __always_inline void eu_has_entered(__u32 pid)
{
	if (*(volatile __u32 *)&n_entering && !bpf_map_delete_elem(&entering, &pid))
		__sync_fetch_and_add(&n_entering, -1);
}

/* To be told of a process: before the entrypoint has begun, all are its runtime's. */
static __always_inline bool eu_enters_running(eu_ref ref, __u32 pid)
{
	return !eu_in_setup(ref) && eu_is_entering(ref, pid);
}

/* Is it the current task? To ask for its pid is a call. */
static __always_inline bool eu_am_entering(eu_ref ref)
{
	return *(volatile __u32 *)&n_entering &&
	       eu_is_entering(ref, bpf_get_current_pid_tgid() >> 32);
}

/* Does the current task do the runtime's part? */
static __always_inline bool eu_in_init(eu_ref ref)
{
	return eu_in_setup(ref) || eu_am_entering(ref);
}

/* enum eu_use_phase */
static __always_inline __u8 eu_use_phase(eu_ref ref)
{
	return eu_in_init(ref) ? EU_USE_INIT : EU_USE_WORK;
}

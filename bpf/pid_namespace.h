/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * PID namespaces in no known cgroup: what unshare, bubblewrap and their like make. Each is a
 * container from the first exec in it on, until its first process is gone: when that ends, the kernel
 * kills all others, and waits for them, before it lets it go.
 */
#pragma once

#include "identity.h"
#include "task.h"

/* What ends with a process. */
struct eu_last_home {
	__u32 inum;
	eu_ref ref;
};

/* By pid: first processes that have ended, and are not gone. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, EU_MAX_PID_NAMESPACES);
	__type(key, __u32);
	__type(value, struct eu_last_home);
} ending SEC(".maps");

#define EU_NESTED_MAX 8 /* PID namespaces below a container's that are looked through */

/* The container whose PID namespace this is, or lies in: that of whoever reaps there. */
static __always_inline eu_ref eu_reaped_by(struct pid_namespace *ns, __u32 level)
{
	eu_ref ref = 0;

	for (int i = 0; i < EU_NESTED_MAX && !ref && level > host_pid_level; i++, level--) {
		ref = eu_task_ref(BPF_CORE_READ(ns, child_reaper));
		ns = BPF_CORE_READ(ns, parent);
	}
	return ref;
}

/* The namespace has been given to somebody else at the same time, or there is no room: gives the ref
 * back. Whose the namespace is. */
static __always_inline eu_ref eu_give_up(eu_ref ref, __u32 inum, struct eu_scratch *scratch)
{
	eu_ref *other = bpf_map_lookup_elem(&pid_namespaces, &inum);

	if (scratch)
		eu_release(scratch);
	given[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = 0;
	bpf_map_push_elem(&free_refs, &ref, 0);
	if (!other)
		eu_lose(0, bpf_core_type_id_local(struct eu_event_container), EU_PLACE_MAP);
	return other ? *other : 0;
}

/* A namespace becomes a container. The time of its beginning is one before anybody can be its. */
static __always_inline eu_ref eu_new_namespace(__u32 inum, const void *maker)
{
	struct eu_scratch *scratch;
	eu_ref ref = eu_take_ref(inum);

	if (!ref)
		return 0;
	scratch = eu_created(ref, 0, NULL, inum, maker);
	if (bpf_map_update_elem(&pid_namespaces, &inum, &ref, BPF_NOEXIST))
		return eu_give_up(ref, inum, scratch);
	__sync_fetch_and_add(&pid_namespaces_known, 1);
	if (scratch && !eu_send(scratch))
		eu_lose_container();
	return ref;
}

/* A task in a child PID namespace, in a cgroup that nobody knows, becomes a container with its
 * first exec: a runtime's own child has been moved into its cgroup by then. Until the containers that
 * were there before are known, nobody knows their cgroups either. Whoever entered the namespace of a
 * known container from outside (nsenter), or made one in it, belongs to that one. */
static __always_inline eu_ref eu_adopt_namespace(struct task_struct *task)
{
	__u32 level, inum;
	struct upid own = eu_own_upid(task, &level);
	eu_ref ref;

	if (level <= host_pid_level || !discovered)
		return 0;
	inum = BPF_CORE_READ(own.ns, ns.inum);
	ref = eu_reaped_by(own.ns, level);
	if (!ref)
		return eu_new_namespace(inum, eu_executable_name(BPF_CORE_READ(task, real_parent)));
	eu_own(&pid_namespaces, &inum, ref, &pid_namespaces_known,
	       EU_MAX_PID_NAMESPACES - EU_MAX_SLOTS);
	return ref;
}

/* Nobody is in it any more. One that a container has made, or that somebody has entered, is not the
 * container. */
static __always_inline void eu_end_namespace(__u32 inum, eu_ref ref)
{
	if (bpf_map_delete_elem(&pid_namespaces, &inum))
		return;
	__sync_fetch_and_add(&pid_namespaces_known, -1);
	if (container_namespaces[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] == inum)
		eu_say_removed(ref, 0, inum);
}

/* The namespace, if the task is of its first process and somebody's: 0 if not. */
static __always_inline __u32 eu_reaps_in(struct task_struct *task)
{
	__u32 level, inum = 0;

	if (!*(volatile __u32 *)&pid_namespaces_known || eu_own_pid(task, &level, &inum) != 1)
		return 0;
	return inum;
}

/* The first process of a PID namespace begins: what was known under its number was another one, of
 * which nobody has heard yet that it is gone. */
static __always_inline void eu_renew_namespace(struct task_struct *child)
{
	__u32 inum = child->pid == child->tgid ? eu_reaps_in(child) : 0;
	eu_ref *ref = inum ? bpf_map_lookup_elem(&pid_namespaces, &inum) : NULL;

	if (ref)
		eu_end_namespace(inum, *ref);
}

/* A process ends. */
static __always_inline void eu_first_ends(struct task_struct *task)
{
	__u32 inum = eu_reaps_in(task), pid = task->tgid;
	eu_ref *ref = inum ? bpf_map_lookup_elem(&pid_namespaces, &inum) : NULL;
	struct eu_last_home home = {.inum = inum};

	if (!ref)
		return;
	home.ref = *ref;
	bpf_map_update_elem(&ending, &pid, &home, BPF_ANY);
}

/* Its parent has heard of it, and it is forgotten. Another namespace may have its number by now. */
static __always_inline void eu_first_is_gone(struct task_struct *task)
{
	__u32 pid = task->tgid;
	struct eu_last_home *last, home;
	eu_ref *ref;

	if (!*(volatile __u32 *)&pid_namespaces_known || task->pid != pid)
		return;
	last = bpf_map_lookup_elem(&ending, &pid);
	if (!last)
		return;
	home = *last;
	bpf_map_delete_elem(&ending, &pid);
	ref = bpf_map_lookup_elem(&pid_namespaces, &home.inum);
	if (ref && *ref == home.ref)
		eu_end_namespace(home.inum, home.ref);
}

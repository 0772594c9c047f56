/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Whose task is this? From its css_set to a cgroup, from the cgroup to a container.
 *
 * One hierarchy carries the containers: the v2 tree, or one v1 controller that the loader chose.
 * The last answer is kept per CPU and holds while the task's css_set is the same; css_sets come
 * and go only when cgroups change, and every such change ends all kept answers.
 */
#pragma once

#include "phase.h"

const volatile __u32 v1_controller = 0;   /* enum eu_v1; 0: the v2 tree */
const volatile __u32 hierarchy_id = 0;    /* of the hierarchy looked at */
const volatile __u32 host_pid_level = 0;  /* depth of Eunomia's own PID namespace */

__u32 css_generation;
__u32 pid_namespaces_known; /* in the table */
__u8 discovered;            /* the containers that were there before are known */

__u32 n_cgroups; /* in the table */

/* cgroup id → container. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, EU_MAX_CGROUPS);
	__type(key, __u64);
	__type(value, eu_ref);
} cgroups SEC(".maps");

/* inode of a PID namespace → container, for those in no known cgroup. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, EU_MAX_PID_NAMESPACES);
	__type(key, __u32);
	__type(value, eu_ref);
} pid_namespaces SEC(".maps");

/* By slot: the PID namespace that is the container, which ends with it; or 0. */
__u32 container_namespaces[EU_MAX_SLOTS];

/* By slot: the ref that was taken for a container, until user space has heard of its end; or 0. */
eu_ref given[EU_MAX_SLOTS];

/* Refs that no container has: user space fills, mkdir takes. */
struct {
	__uint(type, BPF_MAP_TYPE_QUEUE);
	__uint(max_entries, EU_MAX_SLOTS);
	__uint(value_size, sizeof(eu_ref));
} free_refs SEC(".maps");

/* Where in its stack the registers lie that a task entered the kernel with: the same for all. */
__u64 regs_in_stack;

static __always_inline struct task_struct *eu_as_task(__u64 task)
{
	return bpf_rdonly_cast((void *)task, bpf_core_type_id_kernel(struct task_struct));
}

/* Another task than the last one. The verifier lets nobody calculate with the registers' address
 * while it knows it to be one. */
static __always_inline __u64 eu_next_task(struct eu_cpu *cpu, const struct pt_regs *regs)
{
	__u64 task = (__u64)eu_task(), at;

	bpf_probe_read_kernel(&at, sizeof(at), &regs);
	at -= (__u64)eu_as_task(task)->stack;
	if (regs_in_stack != at) /* all CPUs read it: left alone it stays in their caches */
		regs_in_stack = at;
	cpu->task = task;
	return task;
}

/*
 * The current task, at a hook that has its registers: without a call, most often. The task that came
 * last on this CPU is the current one if they lie in its stack, which a task keeps as long as it
 * lives and no two have; where it is gone, its stack is gone from it before another task has that.
 */
static __always_inline struct task_struct *eu_me_with(struct eu_cpu *cpu, const struct pt_regs *regs)
{
	__u64 task = *(volatile __u64 *)&cpu->task;

	if (!eu_has_casts())
		return eu_me();
	if ((__u64)eu_as_task(task)->stack + regs_in_stack != (__u64)regs)
		task = eu_next_task(cpu, regs);
	return eu_as_task(task);
}

/* A controller's place in css_set.subsys differs between kernel builds. */
static __always_inline __u32 eu_subsystem(void)
{
	if (v1_controller == EU_V1_MEMORY)
		return bpf_core_enum_value(enum cgroup_subsys_id, memory_cgrp_id);
	return bpf_core_enum_value(enum cgroup_subsys_id, pids_cgrp_id);
}

static __always_inline __u64 eu_css_cgroup(__u64 css)
{
	struct css_set *set = (struct css_set *)css;
	struct cgroup_subsys_state *state;

	if (!v1_controller)
		return BPF_CORE_READ(set, dfl_cgrp, kn, id);
	if (bpf_probe_read_kernel(&state, sizeof(state),
				  (void *)css + bpf_core_field_offset(struct css_set, subsys) +
					  eu_subsystem() * sizeof(void *)))
		return 0;
	return BPF_CORE_READ(state, cgroup, kn, id);
}

static __always_inline eu_ref eu_cgroup_ref(__u64 id)
{
	eu_ref *ref = bpf_map_lookup_elem(&cgroups, &id);

	return ref ? *ref : 0;
}

#define EU_EEXIST 17

/* A cgroup or a namespace is the container's from now on. What happens in one that finds no room is
 * nobody's: lost. n: how many are in the table; max: how many it may have then. */
static __always_inline void eu_own(void *table, const void *key, eu_ref ref, __u32 *n, __u32 max)
{
	bool room = *(volatile __u32 *)n < max;
	long ret = room ? bpf_map_update_elem(table, key, &ref, BPF_NOEXIST) : -1;

	if (!ret)
		__sync_fetch_and_add(n, 1);
	else if (ret != -EU_EEXIST)
		eu_lose(ref, 0, EU_PLACE_MAP);
}

/* The pid a task has in its own PID namespace, that namespace, and how deep it lies. */
static __always_inline struct upid eu_own_upid(struct task_struct *task, __u32 *level)
{
	struct pid *pid = BPF_CORE_READ(task, group_leader, thread_pid);
	struct upid own = {};

	*level = BPF_CORE_READ(pid, level);
	if (*level <= 31)
		bpf_probe_read_kernel(&own, sizeof(own),
				      (void *)pid + bpf_core_field_offset(struct pid, numbers) +
					      *level * bpf_core_type_size(struct upid));
	return own;
}

static __always_inline __u32 eu_own_pid(struct task_struct *task, __u32 *level, __u32 *inum)
{
	struct upid own = eu_own_upid(task, level);

	*inum = BPF_CORE_READ(own.ns, ns.inum);
	return own.nr;
}

/* By PID namespace, for a task whose cgroup nobody knows. */
static __always_inline eu_ref eu_namespace_ref(struct task_struct *task)
{
	__u32 level, inum = 0;
	eu_ref *ref;

	eu_own_pid(task, &level, &inum);
	if (level <= host_pid_level)
		return 0;
	ref = bpf_map_lookup_elem(&pid_namespaces, &inum);
	return ref ? *ref : 0;
}

/* Any task, without the cache: for fork and for cgroup changes. */
static __always_inline eu_ref eu_task_ref(struct task_struct *task)
{
	eu_ref ref = eu_cgroup_ref(eu_css_cgroup((__u64)BPF_CORE_READ(task, cgroups)));

	if (!ref && pid_namespaces_known)
		ref = eu_namespace_ref(task);
	return ref;
}

/* Kept beside an answer: where programs can be preempted, two may keep theirs at once, and halves of
 * different answers do not fit together. */
static __always_inline __u64 eu_mark(__u64 css, __u64 whose)
{
	return css ^ whose * 0x9e3779b97f4a7c15;
}

/* A css_set nobody has asked for. */
static __always_inline __u64 eu_look_up(struct eu_cpu *cpu, struct task_struct *me, __u32 generation)
{
	__u64 css = (__u64)BPF_CORE_READ(me, cgroups);
	__u64 whose = (__u64)generation << 32 | eu_cgroup_ref(eu_css_cgroup(css));

	cpu->css = css;
	cpu->whose = whose;
	cpu->mark = eu_mark(css, whose);
	return whose;
}

/* A current task. */
static __always_inline eu_ref eu_identify_me(struct eu_cpu *cpu, struct task_struct *me)
{
	__u64 css = *(volatile __u64 *)&cpu->css, whose = *(volatile __u64 *)&cpu->whose;
	__u32 generation = *(volatile __u32 *)&css_generation;
	eu_ref ref;

	if (css != eu_my(me, cgroups) || whose >> 32 != generation || cpu->mark != eu_mark(css, whose))
		whose = eu_look_up(cpu, me, generation);
	ref = whose;
	if (!ref && pid_namespaces_known)
		ref = eu_namespace_ref(eu_task());
	return ref;
}

static __always_inline eu_ref eu_identify(struct eu_cpu *cpu)
{
	return eu_identify_me(cpu, eu_me());
}

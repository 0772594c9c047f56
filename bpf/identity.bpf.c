/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Containers begin and end with their cgroups. A container is known
 *  - by the name of its cgroup, when that is an id of 64 hex digits as the engines give;
 *  - by its maker: a cgroup that runc or crun made is a container as soon as a task enters it.
 * A cgroup below a container's belongs to the container.
 */
#include "task.h"

static const struct eu_candidate empty_candidate;

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, __u64);
	__type(value, struct eu_candidate);
} candidates SEC(".maps");

#define EU_NAME_MAX 128
#define EU_ID_LEN 64

static __always_inline bool eu_is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* "<64 hex>", "docker-<64 hex>.scope", "libpod-<64 hex>", … but not "libpod-conmon-…", which is
 * where podman keeps the monitor. Pieces are read from the kernel's own copy: before 5.12 (commit
 * 01f810ace9ed) the stack takes no index that is not constant. */
static __always_inline bool eu_is_engine_name(const char *name, __u32 len)
{
	char id[EU_ID_LEN], before[7] = {}, dot = 0;

	if (len < EU_ID_LEN || len >= EU_NAME_MAX)
		return false;
	bpf_probe_read_kernel(&dot, 1, name + len - 6);
	if (len > EU_ID_LEN + 6 && dot == '.')
		len -= 6; /* ".scope" */
	name += len - EU_ID_LEN;
	if (len > EU_ID_LEN)
		bpf_probe_read_kernel(&before[6], 1, name - 1);
	if (len > EU_ID_LEN + 6)
		bpf_probe_read_kernel(before, sizeof(before), name - 7);
	if (len > EU_ID_LEN && before[6] != '-')
		return false;
	if (before[0] == 'c' && before[3] == 'm')
		return false; /* "conmon-" */
	if (bpf_probe_read_kernel(id, sizeof(id), name))
		return false;
	for (int i = 0; i < EU_ID_LEN; i++)
		if (!eu_is_hex(id[i]))
			return false;
	return true;
}

/* The cgroup of a pod has nothing but the pod's id for a name. Podman makes it; that of a container is
 * made by its runtime, and called libpod-. */
static __always_inline bool eu_is_pod(__u32 len)
{
	char exe[8] = {};

	if (len != EU_ID_LEN)
		return false;
	bpf_probe_read_kernel_str(exe, sizeof(exe), eu_executable_name(eu_task()));
	return exe[0] == 'p' && exe[1] == 'o' && exe[2] == 'd' && exe[3] == 'm' &&
	       exe[4] == 'a' && exe[5] == 'n' && !exe[6];
}

static __always_inline bool eu_is_payload(const char *name)
{
	return name[0] == 'l' && name[1] == 'x' && name[2] == 'c' && name[3] == '.' &&
	       name[4] == 'p' && name[5] == 'a' && name[6] == 'y';
}

static __always_inline bool eu_by_runtime(const char *name)
{
	if (eu_executes_runtime(eu_task()))
		return true;
	/* systemd makes the scope that a runtime asked for */
	return eu_is_runtime(name) && name[4] == '-';
}

static __always_inline bool eu_our_hierarchy(struct cgroup *cgroup)
{
	return (__u32)BPF_CORE_READ(cgroup, root, hierarchy_id) == hierarchy_id;
}

static __always_inline __u64 eu_parent_id(struct cgroup *cgroup)
{
	struct cgroup_subsys_state *parent = BPF_CORE_READ(cgroup, self.parent);

	return parent ? BPF_CORE_READ(parent, cgroup, kn, id) : 0;
}

static __always_inline void eu_forget_answers(void)
{
	__sync_fetch_and_add(&css_generation, 1);
}

/* nested: below a container's own. */
static __always_inline void eu_own_cgroup(eu_ref ref, __u64 id, bool nested)
{
	eu_own(&cgroups, &id, ref, &n_cgroups,
	       nested ? EU_MAX_CGROUPS - EU_MAX_SLOTS : EU_MAX_CGROUPS);
}

static __always_inline void eu_remember_candidate(__u64 id, const char *path)
{
	struct eu_candidate *candidate;

	bpf_map_update_elem(&candidates, &id, &empty_candidate, BPF_ANY);
	candidate = bpf_map_lookup_elem(&candidates, &id);
	if (!candidate) {
		eu_lose(0, bpf_core_type_id_local(struct eu_event_container), EU_PLACE_MAP);
		return;
	}
	bpf_probe_read_kernel_str(candidate->path, sizeof(candidate->path), path);
	bpf_probe_read_kernel_str(candidate->maker, sizeof(candidate->maker),
				  eu_executable_name(eu_task()));
}

SEC("tp_btf/cgroup_mkdir")
int BPF_PROG(cgroup_mkdir, struct cgroup *cgroup, const char *path)
{
	const char *full = BPF_CORE_READ(cgroup, kn, name);
	char name[EU_NAME_MAX] = {};
	__u64 id = BPF_CORE_READ(cgroup, kn, id);
	eu_ref ref, above;
	long len;

	if (!eu_our_hierarchy(cgroup))
		return 0;
	len = bpf_probe_read_kernel_str(name, sizeof(name), full);
	ref = above = eu_cgroup_ref(eu_parent_id(cgroup));
	if (!ref && len > 0 && !eu_is_pod(len - 1) &&
	    (eu_is_engine_name(full, len - 1) || eu_is_payload(name)))
		ref = eu_new_container(id, path, eu_executable_name(eu_task()));
	if (ref)
		eu_own_cgroup(ref, id, above);
	else if (eu_by_runtime(name))
		eu_remember_candidate(id, path);
	eu_forget_answers();
	return 0;
}

/* The first task in a cgroup that a runtime made: now it is a container. */
static __always_inline eu_ref eu_promote(__u64 id)
{
	struct eu_candidate *candidate = bpf_map_lookup_elem(&candidates, &id);
	eu_ref ref;

	if (!candidate)
		return 0;
	ref = eu_new_container(id, candidate->path, candidate->maker);
	bpf_map_delete_elem(&candidates, &id);
	if (ref)
		eu_own_cgroup(ref, id, false);
	eu_forget_answers();
	return ref;
}

/* A runtime brings a process of its own into a container that runs. Only from outside: what a
 * container calls runc, and moves among its cgroups, is its own. */
static __always_inline void eu_note_entering(eu_ref ref, struct task_struct *task)
{
	if (!eu_in_setup(ref) && eu_identify(eu_cpu()) != ref && eu_executes_runtime(task))
		eu_enters(ref, BPF_CORE_READ(task, tgid));
}

SEC("tp_btf/cgroup_attach_task")
int BPF_PROG(cgroup_attach_task, struct cgroup *cgroup, const char *path, struct task_struct *task)
{
	__u64 id = BPF_CORE_READ(cgroup, kn, id);
	struct eu_scratch *scratch;
	struct eu_event_join *e;
	eu_ref ref;

	eu_forget_answers(); /* in whichever hierarchy: a css_set is of all of them */
	if (!eu_our_hierarchy(cgroup))
		return 0;
	ref = eu_cgroup_ref(id);
	if (!ref)
		ref = eu_promote(id);
	if (!ref)
		return 0;
	eu_note_entering(ref, task);
	e = eu_begin(struct eu_event_join, ref, scratch);
	if (!e)
		return 0;
	*e = (struct eu_event_join){
		.head = eu_head(scratch),
		.entering = eu_enters_running(ref, BPF_CORE_READ(task, tgid)),
	};
	eu_fill_task(scratch, &e->task, BPF_CORE_READ(task, group_leader));
	e->executable = eu_string(scratch, eu_executable_name(task));
	eu_send(scratch);
	return 0;
}

SEC("tp_btf/cgroup_rmdir")
int BPF_PROG(cgroup_rmdir, struct cgroup *cgroup, const char *path)
{
	__u64 id = BPF_CORE_READ(cgroup, kn, id);
	eu_ref ref;

	if (!eu_our_hierarchy(cgroup))
		return 0;
	bpf_map_delete_elem(&candidates, &id);
	ref = eu_cgroup_ref(id);
	if (!ref)
		return 0;
	if (!bpf_map_delete_elem(&cgroups, &id))
		__sync_fetch_and_add(&n_cgroups, -1);
	eu_forget_answers();
	if (eu_cgroup_ref(eu_parent_id(cgroup)) == ref)
		return 0; /* one that the container made itself, or its runtime below its own */
	eu_say_removed(ref, id, 0);
	return 0;
}

/* A child may be born in another cgroup than its parent's (CLONE_INTO_CGROUP). Returns whose it
 * is; 0: the host's. */
static __always_inline eu_ref eu_child_ref(struct task_struct *parent, struct task_struct *child)
{
	__u64 css = (__u64)BPF_CORE_READ(child, cgroups);
	__u64 id;
	eu_ref ref;

	if (css == (__u64)BPF_CORE_READ(parent, cgroups))
		return eu_task_ref(child);
	eu_forget_answers();
	id = eu_css_cgroup(css);
	ref = eu_cgroup_ref(id);
	return ref ? ref : eu_promote(id);
}

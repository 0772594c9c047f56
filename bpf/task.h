/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* What user space keeps about a process, read from the task; and containers that begin. */
#pragma once

#include "identity.h"
#include "tree.h"

/* kernel_cap_t is 64 bits: two halves before 6.3 (commit f122a08b197d), low one first. */
#define eu_cap(cred, set)                                                                        \
	({                                                                                       \
		__u64 _caps = 0;                                                                 \
		bpf_probe_read_kernel(&_caps, sizeof(_caps),                                     \
				      (void *)(cred) + bpf_core_field_offset(struct cred, set)); \
		_caps;                                                                           \
	})

static __always_inline void eu_fill_creds(struct eu_creds *out, const struct cred *cred)
{
	*out = (struct eu_creds){
		.user = {BPF_CORE_READ(cred, uid.val), BPF_CORE_READ(cred, euid.val),
			 BPF_CORE_READ(cred, suid.val), BPF_CORE_READ(cred, fsuid.val)},
		.group = {BPF_CORE_READ(cred, gid.val), BPF_CORE_READ(cred, egid.val),
			  BPF_CORE_READ(cred, sgid.val), BPF_CORE_READ(cred, fsgid.val)},
		.effective = eu_cap(cred, cap_effective),
		.permitted = eu_cap(cred, cap_permitted),
		.inheritable = eu_cap(cred, cap_inheritable),
		.ambient = eu_cap(cred, cap_ambient),
		.bounding = eu_cap(cred, cap_bset),
	};
}

static __always_inline void eu_fill_task(struct eu_scratch *scratch, struct eu_task *out,
					 struct task_struct *task)
{
	const struct cred *cred = BPF_CORE_READ(task, real_cred);
	__u32 level;

	out->pid = BPF_CORE_READ(task, tgid);
	out->parent_pid = BPF_CORE_READ(task, real_parent, tgid);
	out->container_pid = eu_own_pid(task, &level, &out->pid_namespace);
	eu_fill_creds(&out->creds, cred);
	out->uid = out->creds.user.effective;
	out->gid = out->creds.group.effective;
	out->start_time = eu_start_time(task);
	out->mount_namespace = BPF_CORE_READ(task, nsproxy, mnt_ns, ns.inum);
	out->comm = eu_string(scratch, task->comm);
}

/* Processes whose first thread has become something else while there were others, by when they
 * began: those that it makes since are like itself, and are not what user space takes them for. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u32);
	__type(value, __u64);
} first_changed SEC(".maps");

static __always_inline void eu_note_first_changes(struct task_struct *task)
{
	__u32 pid = BPF_CORE_READ(task, pid);
	__u64 start = eu_start_time(task);

	if (pid == BPF_CORE_READ(task, tgid) && BPF_CORE_READ(task, signal, live.counter) > 1)
		bpf_map_update_elem(&first_changed, &pid, &start, BPF_ANY);
}

static __always_inline bool eu_first_changed(struct task_struct *first)
{
	__u32 pid = first->tgid;
	__u64 *start = bpf_map_lookup_elem(&first_changed, &pid);

	return start && *start == eu_start_time(first);
}

/* A thread has asked for other credentials: what it has now. asked: for what is not in there.
 * user_namespace: it made or entered one. */
static __always_inline void eu_say_credentials(eu_ref ref, struct eu_call call, __u32 asked,
					       bool user_namespace)
{
	const struct cred *cred = BPF_CORE_READ(eu_task(), real_cred);
	struct eu_event_new_credentials *e;
	struct eu_scratch *scratch;

	e = eu_begin(struct eu_event_new_credentials, ref, scratch);
	if (!e)
		return;
	eu_note_first_changes(eu_task());
	*e = (struct eu_event_new_credentials){
		.head = eu_head(scratch),
		.call = call,
		.asked = asked,
		.user_namespace = user_namespace ? BPF_CORE_READ(cred, user_ns, ns.inum) : 0,
	};
	eu_fill_creds(&e->creds, cred);
	eu_send(scratch);
}

/* An exec ends all threads but one: that one, and what it makes, are alike. */
static __always_inline void eu_first_is_alone(struct task_struct *task)
{
	__u32 pid = task->tgid;

	bpf_map_delete_elem(&first_changed, &pid);
}

/* What is told of the end of a process, each once. */
enum eu_told {
	EU_TOLD_EXIT = 1,
	EU_TOLD_OOM = 2,
};

struct eu_told_key {
	__u64 start; /* with the pid unique since boot */
	__u32 pid;
	__u32 what; /* enum eu_told */
};

/* Of processes of several threads. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, struct eu_told_key);
	__type(value, __u8);
} told_ends SEC(".maps");

/* Is it this thread, of a process with none left alive, that ends it? A thread counts as dead a while
 * before it is heard of (on 5.10 to 6.12 its memory is given back in between), and those that end at
 * the same time all find nobody left. The first of them to be heard of finds the others still there. */
static __always_inline bool eu_ends_process(struct task_struct *task, __u32 what)
{
	struct eu_told_key key = {.start = eu_start_time(task->group_leader),
				  .pid = task->tgid,
				  .what = what};
	__u8 yes = 1;

	if (BPF_CORE_READ(task, signal, nr_threads) > 1)
		return !bpf_map_update_elem(&told_ends, &key, &yes, BPF_NOEXIST);
	return !bpf_map_lookup_elem(&told_ends, &key);
}

/* What a process executes. Not the task's name: crun and runc run again from a sealed copy of
 * themselves in a memfd, after which that is a number, or the memfd's. */
static __always_inline const void *eu_executable_name(struct task_struct *task)
{
	return BPF_CORE_READ(task, mm, exe_file, f_path.dentry, d_name.name);
}

/* runc, crun-1.8, … but not runcommand */
static __always_inline bool eu_is_runtime(const char *name)
{
	char next = name[4];

	if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
	    (next >= '0' && next <= '9'))
		return false;
	return (name[0] == 'r' && name[1] == 'u' && name[2] == 'n' && name[3] == 'c') ||
	       (name[0] == 'c' && name[1] == 'r' && name[2] == 'u' && name[3] == 'n');
}

/* The same of the name of an executable, also when it is a copy in a memfd. */
static __always_inline bool eu_executes_runtime(struct task_struct *task)
{
	char exe[12] = {};

	bpf_probe_read_kernel_str(exe, sizeof(exe), eu_executable_name(task));
	return eu_is_runtime(exe) || (exe[0] == 'm' && exe[5] == ':' && eu_is_runtime(exe + 6));
}

/* Has a runtime executed itself once more, on its way in? It does that where its parent is; the
 * entrypoint begins among the container's own mounts, whatever it is called. */
static __always_inline bool eu_is_on_its_way(struct task_struct *task)
{
	return BPF_CORE_READ(task, nsproxy, mnt_ns) ==
		       BPF_CORE_READ(task, real_parent, nsproxy, mnt_ns) &&
	       eu_executes_runtime(task);
}

/* A ref that no container has; 0: there are none left. pid_namespace: that is the container. */
static __always_inline eu_ref eu_take_ref(__u32 pid_namespace)
{
	eu_ref ref = 0;

	if (bpf_map_pop_elem(&free_refs, &ref)) {
		eu_lose(0, bpf_core_type_id_local(struct eu_event_container), EU_PLACE_SLOTS);
		return 0;
	}
	given[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = ref;
	in_setup[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = ref;
	container_namespaces[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = pid_namespace;
	return ref;
}

__u64 lost_containers; /* records that a container begins or ends */

static __always_inline void eu_lose_container(void)
{
	__sync_fetch_and_add(&lost_containers, 1);
}

/* That a container begins, to be sent or released. NULL: lost. maker: the name of an executable. */
static __always_inline struct eu_scratch *eu_created(eu_ref ref, __u64 cgroup_id, const char *path,
						     __u32 pid_namespace, const void *maker)
{
	struct eu_scratch *scratch;
	struct eu_event_container *e = eu_begin(struct eu_event_container, ref, scratch);

	if (!e) {
		eu_lose_container();
		return NULL;
	}
	*e = (struct eu_event_container){
		.head = eu_head(scratch),
		.action = EU_CONTAINER_CREATED,
		.cgroup_id = cgroup_id,
		.pid_namespace = pid_namespace,
		.in_tree = (watch_tree || tree_only) &&
			   eu_in_tree(bpf_get_current_pid_tgid() >> 32),
	};
	if (path)
		e->cgroup = eu_string(scratch, path);
	e->maker = eu_string(scratch, maker);
	return scratch;
}

/* A container with a cgroup of its own begins: takes a ref and says so. Zero when there are no refs
 * left. */
static __always_inline eu_ref eu_new_container(__u64 cgroup_id, const char *path, const void *maker)
{
	struct eu_scratch *scratch;
	eu_ref ref = eu_take_ref(0);

	if (!ref)
		return 0;
	scratch = eu_created(ref, cgroup_id, path, 0, maker);
	if (scratch && !eu_send(scratch))
		eu_lose_container();
	return ref;
}

/* With the last of what it was known by. */
static __always_inline void eu_say_removed(eu_ref ref, __u64 cgroup_id, __u32 pid_namespace)
{
	struct eu_scratch *scratch;
	struct eu_event_container *e = eu_begin(struct eu_event_container, ref, scratch);

	if (!e)
		return eu_lose_container();
	*e = (struct eu_event_container){
		.head = eu_head(scratch),
		.action = EU_CONTAINER_REMOVED,
		.cgroup_id = cgroup_id,
		.pid_namespace = pid_namespace,
	};
	if (pid_namespace) /* the kernel clears up behind whoever is at work at that moment */
		e->head.pid = e->head.tid = 0;
	if (!eu_send(scratch))
		eu_lose_container();
}

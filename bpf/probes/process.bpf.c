/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Processes begin, become something else, and end. */
#include "../addresses.h"
#include "../arch.h"
#include "../confined.h"
#include "../dispatch.h"
#include "../execveat.h"
#include "../filter.h"
#include "../home.h"
#include "../pending.h"
#include "../pid_namespace.h"
#include "../setup.h"
#include "../task.h"

/* The signal's place among the flags of clone(2). What clone3(2) has there, CLONE_NEWTIME, is told
 * as a namespace. */
#define EU_CSIGNAL 0xffull

/* What fork(2) and vfork(2) stand for. */
#define EU_SIGCHLD 17
#define EU_CLONE_VM 0x100
#define EU_CLONE_VFORK 0x4000

/* What struct clone_args of linux/sched.h begins with; no size that is less is taken. */
struct eu_clone_args {
	__u64 flags, pidfd, child_tid, parent_tid, exit_signal;
};

/* The flags of the clone that is under way: the kernel does not pass them to the tracepoint. */
static __always_inline __u64 eu_clone_flags(void)
{
	struct pt_regs regs = {}, *at = eu_task_regs(eu_task());
	__u64 args[6] = {};
	struct eu_clone_args passed = {};
	__u32 call;

	bpf_probe_read_kernel(&regs, sizeof(regs), at);
	call = eu_call_index(&regs);
	eu_arch_args(&regs, call >= EU_CALLS_I386, args);
	switch (eu_variant(call)) {
	case EU_CALL_FORK:
		return EU_SIGCHLD;
	case EU_CALL_VFORK:
		return EU_CLONE_VM | EU_CLONE_VFORK | EU_SIGCHLD;
	case EU_CALL_CLONE:
		return args[0];
	case EU_CALL_CLONE3: /* the signal has a place of its own there */
		bpf_probe_read_user(&passed, sizeof(passed), (void *)args[0]);
		return (passed.flags & ~EU_CSIGNAL) | (passed.exit_signal & EU_CSIGNAL);
	}
	return 0;
}

/* A process of the runtime is born in the container, or makes another one on its way there. */
static __always_inline void eu_follow_entering(struct task_struct *parent, struct task_struct *child,
					       eu_ref ref, eu_ref child_ref)
{
	if (child->pid != child->tgid)
		return;
	eu_has_entered(child->tgid); /* who had this pid before, if its end was missed */
	if (eu_is_entering(child_ref, parent->tgid) ||
	    (child_ref && child_ref != ref && !eu_in_setup(child_ref) &&
	     eu_executes_runtime(parent)))
		eu_enters(child_ref, child->tgid);
}

SEC("tp_btf/sched_process_fork")
int BPF_PROG(sched_process_fork, struct task_struct *parent, struct task_struct *child)
{
	__u32 parent_pid = parent->tgid, child_pid = child->tgid;
	eu_ref ref = eu_task_ref(parent), child_ref;
	struct eu_scratch *scratch;
	struct eu_event_fork *e;
	__u8 yes = 1;

	eu_renew_namespace(child);
	child_ref = eu_child_ref(parent, child);
	eu_follow_entering(parent, child, ref, child_ref);
	if ((watch_tree || tree_only) && child_pid != parent_pid && eu_in_tree(parent_pid) &&
	    bpf_map_update_elem(&tree, &child_pid, &yes, BPF_ANY))
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_fork), EU_PLACE_MAP);
	if (!eu_task_watched(ref, parent_pid) && !eu_task_watched(child_ref, child_pid))
		return 0;
	e = eu_begin(struct eu_event_fork, ref, scratch);
	if (!e)
		return 0;
	*e = (struct eu_event_fork){
		.head = eu_head(scratch),
		.child_pid = child_pid,
		.child_tid = child->pid,
		.child_container = child_ref,
		.flags = eu_clone_flags(),
		.entering = eu_enters_running(child_ref, child_pid),
	};
	eu_fill_task(scratch, &e->child, child);
	eu_send(scratch);
	return 0;
}

#define EU_OVERLAY_MAGIC 0x794c7630
#define EU_TMPFS_MAGIC 0x01021994

/* struct ovl_inode is private to a module; since 4.13 (commit 09d8b586731b) the upper dentry
 * follows the inode it embeds. */
static __always_inline bool eu_in_upper_layer(struct inode *inode)
{
	__u64 upper = 0;

	bpf_probe_read_kernel(&upper, sizeof(upper),
			      (void *)inode + bpf_core_type_size(struct inode));
	return upper != 0;
}

static __always_inline __u32 eu_origin(const struct file *file)
{
	struct inode *inode = BPF_CORE_READ(file, f_inode);
	__u32 magic = BPF_CORE_READ(inode, i_sb, s_magic), origin = 0;
	char name[8] = {};

	bpf_probe_read_kernel(name, sizeof(name) - 1, BPF_CORE_READ(file, f_path.dentry, d_name.name));
	if (magic == EU_OVERLAY_MAGIC)
		origin = eu_in_upper_layer(inode) ? EU_ORIGIN_UPPER : EU_ORIGIN_IMAGE;
	if (magic == EU_TMPFS_MAGIC && name[0] == 'm' && name[1] == 'e' && name[2] == 'm' &&
	    name[3] == 'f' && name[4] == 'd' && name[5] == ':')
		return EU_ORIGIN_MEMFD;
	if (!BPF_CORE_READ(inode, i_nlink))
		origin |= EU_ORIGIN_DELETED;
	return origin;
}

/* ---- scripts ---- */

/* A file that names its interpreter. When that is executed it is not open any more. */
struct eu_script {
	__u64 bprm; /* of which exec */
	__u64 dentry, mnt;
	__u64 dentry_inode; /* of the dentry: another one later means that its memory is another's */
	struct eu_file file;
	__u32 origin;
	__u32 pad_;
};

/* By task_struct. An exec that fails leaves its own to be overwritten, or to fall out. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u64);
	__type(value, struct eu_script);
} scripts SEC(".maps");

/* Before the interpreter is opened. It may be a script itself: what was asked for is the first. */
SEC("?fentry/bprm_change_interp")
EU_SERVES("exec")
int BPF_PROG(script_found, const char *interp, struct linux_binprm *bprm)
{
	struct file *file = BPF_CORE_READ(bprm, file);
	struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
	__u64 task = (__u64)eu_task();
	struct eu_script script = {
		.bprm = (__u64)bprm,
		.dentry = (__u64)dentry,
		.mnt = (__u64)BPF_CORE_READ(file, f_path.mnt),
		.dentry_inode = (__u64)BPF_CORE_READ(dentry, d_inode),
		.origin = eu_origin(file),
	};

	if (BPF_CORE_READ(bprm, interp) != BPF_CORE_READ(bprm, filename))
		return 0;
	eu_describe(&script.file, file);
	bpf_map_update_elem(&scripts, &task, &script, BPF_ANY);
	return 0;
}

/* Its path is walked with that of the interpreter, while nobody holds it: it may be gone. */
static __always_inline void eu_script_of(struct eu_scratch *scratch, struct eu_event_exec *e,
					 const struct linux_binprm *bprm)
{
	__u64 task = (__u64)eu_task();
	struct eu_script *script = bpf_map_lookup_elem(&scripts, &task);
	struct dentry *dentry;

	if (!script || script->bprm != (__u64)bprm)
		return;
	dentry = (struct dentry *)script->dentry;
	e->script = script->file;
	e->script_origin = script->origin;
	if (script->dentry_inode == (__u64)BPF_CORE_READ(dentry, d_inode))
		eu_path_later(scratch, (struct eu_pending){
					       .dentry = script->dentry,
					       .mnt = script->mnt,
					       .path_at = eu_offset_in(e, script.path),
					       .state_at = eu_offset_in(e, script.path_state),
					       .kind = EU_PENDING_FILE});
	bpf_map_delete_elem(&scripts, &task);
}

/* ---- execution ---- */

/* The new argument vector: one block that nobody else can change yet. */
static __always_inline void eu_exec_args(struct eu_scratch *scratch, struct eu_event_exec *e)
{
	struct mm_struct *mm = BPF_CORE_READ(eu_task(), mm);
	__u64 start = BPF_CORE_READ(mm, arg_start), end = BPF_CORE_READ(mm, arg_end);

	e->args_size = end - start;
	e->args_cut = e->args_size >= EU_STRING_MAX;
	e->args = eu_bytes_user(scratch, (void *)start,
				e->args_size < EU_STRING_MAX ? e->args_size : EU_STRING_MAX - 1);
}

/* What the exec of an entrypoint tells about its container. */
static __always_inline void eu_learn_from_exec(eu_ref ref, struct task_struct *task,
					       bool on_its_way)
{
	if (wants_addresses)
		eu_say_network(ref, BPF_CORE_READ(task, nsproxy, net_ns));
	if (on_its_way || !eu_in_setup(ref))
		return;
	eu_end_setup(ref);
	eu_come_home(ref, task);
}

/* runc executes itself for each process that it will put into a container, and moves that one while
 * it runs: it has to be known before it is there. */
static __always_inline void eu_follow_runtime(eu_ref ref, struct task_struct *task, bool on_its_way)
{
	if (!on_its_way)
		eu_has_entered(task->tgid);
	else if (!ref && eu_executes_runtime(BPF_CORE_READ(task, real_parent)))
		eu_enters(EU_ANYWHERE, task->tgid);
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(sched_process_exec, struct task_struct *task, int old_tid, struct linux_binprm *bprm)
{
	bool on_its_way = eu_is_on_its_way(task);
	eu_ref ref = eu_identify(eu_cpu());
	struct eu_scratch *scratch;
	struct eu_event_exec *e;

	if (!ref)
		ref = eu_adopt_namespace(task);
	eu_follow_runtime(ref, task, on_its_way);
	if (ref)
		eu_learn_from_exec(ref, task, on_its_way);
	if (!eu_task_watched(ref, task->tgid))
		return 0;
	eu_first_is_alone(task);
	eu_note_execveat(task, bprm);
	e = eu_begin(struct eu_event_exec, ref, scratch);
	if (!e)
		return 0;
	*e = (struct eu_event_exec){
		.head = eu_head(scratch),
		.old_tid = old_tid,
		.by_descriptor = bprm->fdpath != NULL,
		.executes = on_its_way ? EU_EXECUTES_RUNTIME : EU_EXECUTES_OTHER,
		.origin = eu_origin(bprm->file),
	};
	eu_fill_task(scratch, &e->task, task);
	eu_fill_confined(&e->confined, task);
	eu_exec_args(scratch, e);
	e->file.raw_path = eu_string(scratch, bprm->filename);
	eu_describe(&e->file, bprm->file);
	eu_path_of_file(scratch, e, file, bprm->file);
	if (bprm->interp != bprm->filename) {
		e->interpreter = eu_string(scratch, bprm->interp);
		eu_script_of(scratch, e, bprm);
	}
	eu_send_with_paths(scratch, eu_cpu());
	bpf_tail_call(ctx, &exec_walks, 0);
	return 0;
}

#define EU_SIGNAL_GROUP_EXIT 4 /* include/linux/sched/signal.h: the whole process ends */

static __always_inline bool eu_same_name(const struct task_struct *task,
					 const struct task_struct *other)
{
	__u64 a[2] = {}, b[2] = {};

	bpf_probe_read_kernel(a, sizeof(a), task->comm);
	bpf_probe_read_kernel(b, sizeof(b), other->comm);
	return a[0] == b[0] && a[1] == b[1];
}

/* Could user space have kept something of the thread? Threads share their credentials until one of
 * them asks for others. */
static __always_inline bool eu_thread_differs(struct task_struct *task)
{
	struct task_struct *first = task->group_leader;

	if (task == first || task->signal->flags & EU_SIGNAL_GROUP_EXIT)
		return false; /* the process's end says it */
	return !eu_same_name(task, first) || task->real_cred != first->real_cred ||
	       eu_first_changed(first);
}

static __always_inline void eu_say_thread_end(eu_ref ref, struct task_struct *task)
{
	struct eu_event_thread_end *e;
	struct eu_scratch *scratch;

	if (!eu_thread_differs(task))
		return;
	e = eu_begin(struct eu_event_thread_end, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_thread_end){.head = eu_head(scratch)};
	eu_send(scratch);
}

/* As the parent is told: what ended all threads (since 5.19 also the last one's end), or else the
 * first one. */
static __always_inline __u32 eu_exit_code(struct task_struct *task)
{
	if (BPF_CORE_READ(task, signal, flags) & EU_SIGNAL_GROUP_EXIT)
		return BPF_CORE_READ(task, signal, group_exit_code);
	return BPF_CORE_READ(task, group_leader, exit_code);
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(sched_process_exit, struct task_struct *task)
{
	__u32 pid = task->tgid, code;
	eu_ref ref = eu_identify(eu_cpu());
	bool watched = eu_task_watched(ref, pid);
	struct eu_scratch *scratch;
	struct eu_event_exit *e;

	if (BPF_CORE_READ(task, signal, live.counter) > 0) { /* the process goes on */
		if (watched)
			eu_say_thread_end(ref, task);
		return 0;
	}
	eu_has_entered(pid);
	eu_first_ends(task);
	if (watch_tree || tree_only)
		bpf_map_delete_elem(&tree, &pid);
	if (!watched || !eu_ends_process(task, EU_TOLD_EXIT))
		return 0;
	code = eu_exit_code(task);
	e = eu_begin(struct eu_event_exit, ref, scratch);
	if (!e)
		return 0;
	*e = (struct eu_event_exit){
		.head = eu_head(scratch),
		.code = code >> 8 & 0xff,
		.signal = code & 0x7f,
		.exited = !(code & 0x7f),
		.uid = BPF_CORE_READ(task, real_cred, euid.val),
		.gid = BPF_CORE_READ(task, real_cred, egid.val),
		.mount_namespace = BPF_CORE_READ(task, nsproxy, mnt_ns, ns.inum),
		.duration = scratch->time - BPF_CORE_READ(task, group_leader, start_time),
	};
	eu_send(scratch);
	return 0;
}

SEC("tp_btf/sched_process_free")
int BPF_PROG(sched_process_free, struct task_struct *task)
{
	eu_first_is_gone(task);
	return 0;
}

SEC("tp_btf/task_rename")
int BPF_PROG(task_rename, struct task_struct *task, const char *comm)
{
	eu_ref ref = eu_identify(eu_cpu());
	struct eu_scratch *scratch;
	struct eu_event_comm *e;

	if (!eu_task_watched(ref, bpf_get_current_pid_tgid() >> 32))
		return 0;
	e = eu_begin(struct eu_event_comm, ref, scratch);
	if (!e)
		return 0;
	eu_note_first_changes(task);
	*e = (struct eu_event_comm){.head = eu_head(scratch)};
	e->head.pid = task->tgid; /* another thread of the process may have done it */
	e->head.tid = task->pid;
	e->comm = eu_string(scratch, comm);
	eu_send(scratch);
	return 0;
}

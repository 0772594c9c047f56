/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Threads make namespaces, for themselves or for a child, and enter others. */
#include "../arch.h"
#include "../dispatch.h"
#include "../path.h"
#include "../task.h"

#define EU_CLONE_NEWTIME 0x80
#define EU_CLONE_NEWNS 0x20000
#define EU_CLONE_NEWCGROUP 0x2000000
#define EU_CLONE_NEWUTS 0x4000000
#define EU_CLONE_NEWIPC 0x8000000
#define EU_CLONE_NEWUSER 0x10000000
#define EU_CLONE_NEWPID 0x20000000
#define EU_CLONE_NEWNET 0x40000000
#define EU_CLONE_NEW                                                                             \
	(EU_CLONE_NEWTIME | EU_CLONE_NEWNS | EU_CLONE_NEWCGROUP | EU_CLONE_NEWUTS |              \
	 EU_CLONE_NEWIPC | EU_CLONE_NEWUSER | EU_CLONE_NEWPID | EU_CLONE_NEWNET)

/* The variants that are not clone's, whose own are in dispatch.h. */
enum eu_namespace_variant {
	EU_NAMESPACE_UNSHARE = 1, /* unshare(flags) */
	EU_NAMESPACE_SETNS = 2,   /* setns(fd, kinds or 0) */
};

/* The kind of a namespace was said by its operations before 6.18 (commit 4055526d3574). */
struct proc_ns_operations___with_type {
	int type;
} __attribute__((preserve_access_index));

struct ns_common___with_type {
	__u32 ns_type;
} __attribute__((preserve_access_index));

static __always_inline __u32 eu_kind_of_fd(__s32 fd)
{
	struct file *file = eu_fd_file(fd);
	struct ns_common *ns = BPF_CORE_READ(file, f_inode, i_private);
	struct proc_ns_operations___with_type *ops;

	if (!file)
		return 0;
	if (bpf_core_field_exists(struct ns_common___with_type, ns_type))
		return BPF_CORE_READ((struct ns_common___with_type *)ns, ns_type);
	ops = (void *)BPF_CORE_READ(ns, ops);
	return BPF_CORE_READ(ops, type);
}

static __always_inline __u32 eu_namespace_kinds(const struct pt_regs *regs, __u32 call)
{
	__u64 a[6], flags = 0;

	eu_arch_args(regs, call >= EU_CALLS_I386, a);
	switch (variants[call & (EU_CALLS - 1)]) {
	case EU_CALL_CLONE:
		return a[0] & EU_CLONE_NEW & ~EU_CLONE_NEWTIME; /* there it is part of a signal */
	case EU_CALL_CLONE3:
		bpf_probe_read_user(&flags, sizeof(flags), (void *)a[0]);
		return flags & EU_CLONE_NEW;
	case EU_NAMESPACE_UNSHARE:
		return a[0] & EU_CLONE_NEW;
	default:
		return a[1] ? a[1] & EU_CLONE_NEW : eu_kind_of_fd(a[0]);
	}
}

/* What the caller is in now. */
static __always_inline void eu_fill_namespaces(struct eu_event_namespace *e)
{
	struct task_struct *task = eu_task();
	struct nsproxy *all = BPF_CORE_READ(task, nsproxy);

	if (e->kinds & EU_CLONE_NEWNS)
		e->mount = BPF_CORE_READ(all, mnt_ns, ns.inum);
	if (e->kinds & EU_CLONE_NEWPID)
		e->pid = BPF_CORE_READ(all, pid_ns_for_children, ns.inum);
	if (e->kinds & EU_CLONE_NEWNET)
		e->net = BPF_CORE_READ(all, net_ns, ns.inum);
	if (e->kinds & EU_CLONE_NEWIPC)
		e->ipc = BPF_CORE_READ(all, ipc_ns, ns.inum);
	if (e->kinds & EU_CLONE_NEWUTS)
		e->uts = BPF_CORE_READ(all, uts_ns, ns.inum);
	if (e->kinds & EU_CLONE_NEWCGROUP)
		e->cgroup = BPF_CORE_READ(all, cgroup_ns, ns.inum);
	if (e->kinds & EU_CLONE_NEWUSER)
		e->user = BPF_CORE_READ(task, real_cred, user_ns, ns.inum);
}

/* entered: the caller itself, and not a child. */
static __always_inline void eu_say_namespaces(eu_ref ref, struct eu_call call, __u32 kinds,
					      bool entered)
{
	struct eu_event_namespace *e;
	struct eu_scratch *scratch;

	e = eu_begin(struct eu_event_namespace, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_namespace){
		.head = eu_head(scratch),
		.call = call,
		.kinds = kinds,
	};
	if (entered)
		eu_fill_namespaces(e);
	eu_send(scratch);
}

/* Whoever comes into a user namespace has all capabilities in there. A child that is made in one
 * says so in its `fork`. */
EU_SYSCALL_EXIT(namespace_exit, "namespace", "unshare=1! setns=2! clone clone3")
{
	struct eu_call call = {.nr = eu_call_nr(cpu->call), .result = result};
	__u8 variant = variants[cpu->call & (EU_CALLS - 1)];
	bool entered = result >= 0 &&
		       (variant == EU_NAMESPACE_UNSHARE || variant == EU_NAMESPACE_SETNS);
	__u32 kinds = eu_namespace_kinds(regs, cpu->call);

	if (!kinds)
		return;
	eu_say_namespaces(ref, call, kinds, entered);
	if (entered && kinds & EU_CLONE_NEWUSER)
		eu_say_credentials(ref, call, 0, true);
}

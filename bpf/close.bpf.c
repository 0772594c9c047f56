/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
#include "close.h"

#define EU_KERNEL_THREAD 0x200000 /* PF_KTHREAD */

/* Too large for the stack. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct eu_open_socket);
} new_socket SEC(".maps");

/* Is it over? Its memory may be another one's by now, whose inode has another number. Before 6.6
 * close(2) leaves the end itself for later. */
static __always_inline bool eu_is_over(const struct eu_open_socket *open, __u64 sock)
{
	const struct file *file = (const struct file *)open->file;
	const struct socket *socket = (const struct socket *)open->socket;
	const struct inode *inode = (const struct inode *)open->inode;

	if (BPF_CORE_READ(inode, i_ino) != open->number ||
	    (__u64)BPF_CORE_READ(socket, sk) != sock)
		return true;
	return (__u64)BPF_CORE_READ(file, private_data) == open->socket &&
	       eu_file_holders(file) <= 0;
}

/* The one that let go of it last, if it is one of the container's; else who made it. */
static __always_inline void eu_closed_by(struct eu_head *head, const struct eu_open_socket *open,
					 bool by_current)
{
	head->pid = open->owner.pid;
	head->tid = open->tid;
	if (!by_current || BPF_CORE_READ(eu_task(), flags) & EU_KERNEL_THREAD ||
	    eu_identify(eu_cpu()) != open->owner.ref)
		return;
	head->pid = bpf_get_current_pid_tgid() >> 32;
	head->tid = bpf_get_current_pid_tgid();
}

/* It is forgotten, and told by the one who made it so: several may look at the same time. */
static __always_inline void eu_forget(const struct eu_open_socket *open, __u64 sock,
				      bool by_current)
{
	struct eu_scratch *scratch;
	struct eu_event_close *e;

	/* it was watched when it was made; a process that ended is in no tree any more */
	if (eu_is_muted(open->owner.ref)) {
		bpf_map_delete_elem(&sockets, &sock);
		return;
	}
	e = eu_begin(struct eu_event_close, open->owner.ref, scratch);
	if (!e) {
		bpf_map_delete_elem(&sockets, &sock);
		return;
	}
	*e = (struct eu_event_close){
		.head = eu_head(scratch),
		.duration = scratch->time - open->start,
		.socket = open->about,
		.sent = open->sent,
		.received = open->received,
	};
	eu_closed_by(&e->head, open, by_current);
	eu_say_told(e, &open->told);
	eu_say_paths(scratch, &e->socket, open);
	if (bpf_map_delete_elem(&sockets, &sock))
		eu_release(scratch);
	else
		eu_send(scratch);
}

__noinline int eu_check_socket(__u64 sock, __u32 by_current)
{
	struct eu_open_socket *open = eu_open_socket(sock);

	if (!open || !eu_is_over(open, sock))
		return 0;
	eu_forget(open, sock, by_current);
	return 1;
}

/* It has as many holders as there were descriptors of it in this process. */
__noinline int eu_let_go(__u64 address, __u64 walk)
{
	const struct file *file = (const struct file *)address;
	struct socket *socket = BPF_CORE_READ(file, private_data);
	struct eu_open_socket *open;
	__u64 sock;

	if ((BPF_CORE_READ(file, f_inode, i_mode) & EU_S_IFMT) != EU_S_IFSOCK)
		return 0;
	sock = (__u64)BPF_CORE_READ(socket, sk);
	open = eu_open_socket(sock);
	if (!open)
		return 0;
	if (open->counted != walk)
		open->found = 0;
	open->counted = walk;
	open->found++;
	if (eu_file_holders(file) > open->found)
		return 0;
	eu_forget(open, sock, true);
	return 0;
}

/* ---- what is known while it is there ---- */

static __always_inline struct eu_open_socket *eu_new_socket(__u64 sock, eu_ref ref)
{
	__u64 id = bpf_get_current_pid_tgid();
	struct eu_open_socket *new;
	__u32 zero = 0;

	new = bpf_map_lookup_elem(&new_socket, &zero);
	if (!new)
		return NULL;
	__builtin_memset(new, 0, sizeof(*new));
	new->owner = (struct eu_end){ref, id >> 32};
	new->tid = id;
	new->start = bpf_ktime_get_ns();
	if (!bpf_map_update_elem(&sockets, &sock, new, BPF_ANY))
		return eu_open_socket(sock);
	eu_lose(ref, bpf_core_type_id_local(struct eu_event_close), EU_PLACE_MAP);
	return NULL;
}

static __always_inline __u16 eu_keep_path(char to[EU_UNIX_PATH], const struct eu_scratch *scratch,
					  struct eu_str *path)
{
	__u32 len = path->len < EU_UNIX_PATH ? path->len : EU_UNIX_PATH - 1;
	__u32 from = path->offset & (EU_SCRATCH_DATA - 1);

	*path = (struct eu_str){};
	len = eu_bounded(len, 128);
	if (len < EU_UNIX_PATH)
		bpf_probe_read_kernel(to, len, scratch->data + from);
	return len;
}

__noinline int eu_track(__u32 scratch_index, __u64 sock, __u32 fd)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	const struct sock *sk = (const struct sock *)sock;
	struct eu_open_socket *open;
	struct socket *socket;
	struct file *file;

	if (!scratch || !wants_close || !sk || !eu_is_counted(sk))
		return 0;
	eu_check_socket(sock, false); /* one before it at the same place */
	open = eu_open_socket(sock) ?: eu_new_socket(sock, scratch->ref);
	if (!open)
		return 0;
	socket = BPF_CORE_READ(sk, sk_socket);
	file = BPF_CORE_READ(socket, file);
	open->socket = (__u64)socket;
	open->file = (__u64)file;
	open->inode = (__u64)BPF_CORE_READ(file, f_inode);
	open->number = BPF_CORE_READ(file, f_inode, i_ino);
	open->about = *eu_record_socket(scratch);
	open->local_len = eu_keep_path(open->local, scratch, &open->about.local.path);
	open->peer_len = eu_keep_path(open->peer, scratch, &open->about.peer.path);
	eu_hold(open, sock, fd);
	return 0;
}

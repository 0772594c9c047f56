/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Sockets that were there before Eunomia: run once, when its other programs watch already. */
#include "../addresses.h"
#include "../close.h"
#include "../ports.h"
#include "../unix.h"

/* Whether the program that sees how they go on is there. */
const volatile bool follows_tcp = false;

static __always_inline void eu_find_listener(const struct sock *sk, const struct eu_end *owner)
{
	struct eu_listener listener = {
		.owner = *owner,
		.start = bpf_ktime_get_ns(),
		.existed = true,
		.watched = eu_task_watched(owner->ref, owner->pid),
	};

	eu_listens(sk, &listener, BPF_NOEXIST);
}

static __always_inline void eu_find_proxied(const struct eu_connection *connection)
{
	struct eu_found_proxied none = {}, *found;
	__u32 pid = connection->owner.pid, n;

	if (!eu_proxy(pid))
		return;
	bpf_map_update_elem(&found_proxied, &pid, &none, BPF_NOEXIST);
	found = bpf_map_lookup_elem(&found_proxied, &pid);
	if (!found)
		return;
	n = found->n++;
	if (n < 2)
		found->isns[n & 1] = connection->isns;
}

/* Which end connected is seen when it closes: a server's port has a listener, then. */
static __always_inline void eu_find_connection(const struct sock *sk, const struct eu_end *owner,
					       bool established)
{
	__u64 key = (__u64)sk, now = bpf_ktime_get_ns();
	struct eu_connection connection = {
		.owner = *owner,
		.tid = owner->pid,
		.direction = established ? 0 : EU_DIRECTION_OUTBOUND,
		.existed = true,
		.watched = eu_task_watched(owner->ref, owner->pid),
		.start = now,
		.established = established ? now : 0,
	};

	if (established)
		connection.isns = eu_isns(key);
	eu_find_proxied(&connection);
	if (bpf_map_update_elem(&connections, &key, &connection, BPF_NOEXIST)) {
		if (!eu_connection(key))
			eu_lose_connection(owner->ref);
	} else if (established) {
		eu_tell_end(&connection);
	}
}

/* Of a unix socket that is connected, the end with a name is the one that was connected to. */
static __always_inline void eu_find_unix_peer(struct eu_scratch *scratch, const struct sock *sk)
{
	struct eu_socket *socket = eu_record_socket(scratch);
	bool named = socket->local.path.len, to_named = socket->peer.path.len;

	if (eu_sock_family(sk) != EU_AF_UNIX || !BPF_CORE_READ((struct unix_sock *)sk, peer))
		return;
	if (named != to_named)
		socket->direction = named ? EU_DIRECTION_INBOUND : EU_DIRECTION_OUTBOUND;
	eu_say_unix_peer(scratch, sk);
}

/* Forked processes share it: the one with the lowest pid stands for it. It is described as for a
 * record, which is not sent. */
static __always_inline void eu_find_counted(const struct sock *sk, const struct eu_end *owner,
					    struct task_struct *task, __u32 fd)
{
	struct eu_open_socket *open = eu_open_socket((__u64)sk);
	struct eu_scratch *scratch;
	struct eu_event_close *e;

	if (open)
		return;
	e = eu_begin(struct eu_event_close, owner->ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_close){.head = eu_head(scratch)};
	eu_fill_socket(scratch->index, (__u64)sk);
	e->socket.existed = true;
	eu_find_unix_peer(scratch, sk);
	eu_track(scratch->index, (__u64)sk, fd);
	eu_release(scratch);
	open = eu_open_socket((__u64)sk);
	if (!open)
		return;
	open->owner = *owner;
	open->tid = owner->pid;
	eu_hold_for((__u64)BPF_CORE_READ(task, files), open, (__u64)sk, fd);
}

static __always_inline void eu_find_tcp(const struct sock *sk, const struct eu_end *owner)
{
	switch (eu_tcp_state(sk)) {
	case TCP_LISTEN:
		eu_find_listener(sk, owner);
		break;
	case TCP_SYN_SENT:
		eu_find_connection(sk, owner, false);
		break;
	case TCP_ESTABLISHED:
	case TCP_CLOSE_WAIT: /* or shut for writing, and still open for reading */
	case TCP_FIN_WAIT1:
	case TCP_FIN_WAIT2:
	case TCP_CLOSING:
	case TCP_LAST_ACK:
		eu_find_connection(sk, owner, true);
		break;
	}
}

/* Whoever listens or is bound has addresses, which may be those of several containers. */
static __always_inline void eu_find_network(const struct sock *sk, eu_ref ref)
{
	if (ref && wants_addresses)
		eu_say_network(ref, (struct net *)BPF_CORE_READ(sk, __sk_common.skc_net.net));
}

SEC("?iter/task_file")
EU_SERVES("connect accept udp close traffic")
int found_sockets(struct bpf_iter__task_file *ctx)
{
	struct task_struct *task = ctx->task;
	struct file *file = ctx->file;
	struct socket *socket;
	struct eu_end owner;
	struct sock *sk;

	if (!task || !file || BPF_CORE_READ(task, pid) != BPF_CORE_READ(task, tgid))
		return 0;
	if ((BPF_CORE_READ(file, f_inode, i_mode) & EU_S_IFMT) != EU_S_IFSOCK)
		return 0;
	owner = (struct eu_end){eu_task_ref(task), BPF_CORE_READ(task, tgid)};
	socket = BPF_CORE_READ(file, private_data);
	sk = eu_sock(socket);
	if (!sk || !eu_is_worth_knowing(owner.ref, owner.pid))
		return 0;
	if (eu_is_tcp(sk) || eu_is_udp(sk))
		eu_find_network(sk, owner.ref);
	if (eu_is_udp(sk))
		eu_hold_port((__u64)sk, owner.ref, owner.pid, BPF_NOEXIST);
	if (eu_is_tcp(sk) && follows_tcp)
		eu_find_tcp(sk, &owner);
	else if (eu_is_counted(sk) && eu_task_watched(owner.ref, owner.pid))
		eu_find_counted(sk, &owner, task, ctx->fd);
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Sockets are made, bound, connected, and take connections in. */
#include "../arch.h"
#include "../close.h"
#include "../dispatch.h"
#include "../filter.h"
#include "../socketcall.h"
#include "../unix.h"

#define EU_EAGAIN 11
#define EU_EINPROGRESS 115
#define EU_ERESTARTSYS 512 /* and above: the call begins again, or ends as EINTR */

#define EU_SOCKETPAIR 2

static __always_inline void eu_fill_new(struct eu_scratch *scratch, __s32 fd)
{
	struct sock *sk = eu_fd_sock(fd);

	if (!sk)
		return;
	eu_fill_socket(scratch->index, (__u64)sk);
	eu_track(scratch->index, (__u64)sk, fd);
}

/* The event shows the first one of a pair. */
static __always_inline void eu_fill_pair(struct eu_scratch *scratch, __u64 address)
{
	__s32 pair[2] = {-1, -1};

	bpf_probe_read_user(pair, sizeof(pair), (void *)address);
	eu_fill_new(scratch, pair[1]);
	eu_fill_new(scratch, pair[0]);
}

EU_SYSCALL_EXIT(socket_exit, "socket close", "socket=1 socketpair=2")
{
	struct eu_event_socket *e;
	struct eu_scratch *scratch;
	__u64 a[6];
	__u32 call = eu_socket_args(regs, cpu->call, a);

	e = eu_begin(struct eu_event_socket, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_socket){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.family = a[0],
		.kind = a[1],
		.protocol = a[2],
	};
	if (result >= 0 && eu_variant(call) == EU_SOCKETPAIR)
		eu_fill_pair(scratch, a[3]);
	else if (result >= 0)
		eu_fill_new(scratch, result);
	eu_send(scratch);
}

EU_SYSCALL_EXIT(bind_exit, "bind close", "bind")
{
	struct eu_event_bind *e;
	struct eu_scratch *scratch;
	struct sock *sk;
	__u64 a[6];

	eu_socket_args(regs, cpu->call, a);
	e = eu_begin(struct eu_event_bind, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_bind){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
	};
	sk = eu_fd_sock(a[0]);
	if (sk)
		eu_fill_socket(scratch->index, (__u64)sk);
	if (result >= 0)
		eu_track(scratch->index, (__u64)sk, a[0]);
	else
		eu_fill_caller(scratch->index, a[1], a[2], false);
	eu_send(scratch);
}

EU_SYSCALL_EXIT(listen_exit, "listen close", "listen")
{
	struct eu_event_listen *e;
	struct eu_scratch *scratch;
	struct sock *sk;
	__u64 a[6];

	eu_socket_args(regs, cpu->call, a);
	e = eu_begin(struct eu_event_listen, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_listen){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.backlog = a[1],
	};
	sk = eu_fd_sock(a[0]);
	if (sk)
		eu_fill_socket(scratch->index, (__u64)sk);
	e->socket.direction = EU_DIRECTION_LISTENING;
	if (result >= 0)
		eu_track(scratch->index, (__u64)sk, a[0]);
	eu_send(scratch);
}

/* The outcome may have come before anybody knew that it is waited for. */
static __always_inline void eu_await_outcome(__u64 sock, eu_ref ref, __u16 nr)
{
	__u64 id = bpf_get_current_pid_tgid();
	struct eu_connection failed = {
		.owner = {ref, id >> 32},
		.tid = id,
		.direction = EU_DIRECTION_OUTBOUND,
	};
	struct eu_connection *connection;
	__u32 *error;

	bpf_map_update_elem(&pending, &sock, &nr, BPF_ANY);
	connection = eu_connection(sock);
	if (connection && connection->established)
		return eu_say_outcome(sock, connection, 0);
	error = connection ? NULL : bpf_map_lookup_elem(&failures, &sock);
	if (error)
		eu_say_outcome(sock, &failed, -(long)*error);
	else if (!connection)
		bpf_map_delete_elem(&pending, &sock);
}

static __always_inline void eu_connect_peer(struct eu_scratch *scratch, const struct sock *sk,
					    long result)
{
	struct eu_connection *connection;

	if (eu_sock_family(sk) == EU_AF_UNIX && !result)
		return eu_say_unix_peer(scratch, sk);
	connection = eu_connection((__u64)sk);
	if (!connection || !connection->established || result < 0)
		return;
	eu_find_peer(connection);
	eu_say_peer(scratch, connection);
}

EU_SYSCALL_EXIT(connect_exit, "connect close", "connect")
{
	struct eu_event_connect *e;
	struct eu_scratch *scratch;
	struct sock *sk;
	__u64 a[6];

	if (result <= -EU_ERESTARTSYS)
		return;
	eu_socket_args(regs, cpu->call, a);
	e = eu_begin(struct eu_event_connect, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_connect){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
	};
	sk = eu_fd_sock(a[0]);
	if (sk) {
		eu_fill_socket(scratch->index, (__u64)sk);
		eu_connect_peer(scratch, sk, result);
	}
	e->socket.direction = EU_DIRECTION_OUTBOUND;
	if (result >= 0)
		eu_track(scratch->index, (__u64)sk, a[0]);
	else if (result != -EU_EINPROGRESS)
		eu_fill_caller(scratch->index, a[1], a[2], true);
	eu_send(scratch);
	if (sk && result == -EU_EINPROGRESS)
		eu_await_outcome((__u64)sk, ref, eu_call_nr(cpu->call));
}

/* Whoever accepts it holds it. A connection from before Eunomia is learned here. */
static __always_inline struct eu_connection *eu_taken(const struct sock *sk, eu_ref ref)
{
	struct eu_connection *connection = eu_connection((__u64)sk), new = {};
	__u64 id = bpf_get_current_pid_tgid(), key = (__u64)sk;

	if (!connection) {
		new.direction = EU_DIRECTION_INBOUND;
		new.isns = eu_isns(key);
		new.start = new.established = bpf_ktime_get_ns();
		bpf_map_update_elem(&connections, &key, &new, BPF_ANY);
		connection = eu_connection(key);
	}
	if (connection) {
		connection->owner = (struct eu_end){ref, id >> 32};
		connection->tid = id;
		connection->watched = true;
		eu_tell_end(connection);
		eu_find_peer(connection);
	} else {
		eu_lose_connection(ref);
	}
	return connection;
}

EU_SYSCALL_EXIT(accept_exit, "accept close", "accept accept4")
{
	struct eu_connection *connection;
	struct eu_event_accept *e;
	struct eu_scratch *scratch;
	struct sock *sk;
	__u64 a[6];

	/* A server that asks until nobody waits any more has nothing to tell. */
	if (result == -EU_EAGAIN || result <= -EU_ERESTARTSYS)
		return;
	eu_socket_args(regs, cpu->call, a);
	e = eu_begin(struct eu_event_accept, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_accept){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
	};
	sk = eu_fd_sock(result < 0 ? a[0] : result);
	if (sk)
		eu_fill_socket(scratch->index, (__u64)sk);
	if (sk && result >= 0 && eu_sock_family(sk) == EU_AF_UNIX)
		eu_say_unix_peer(scratch, sk);
	connection = sk && result >= 0 && eu_is_tcp(sk) ? eu_taken(sk, ref) : NULL;
	if (connection)
		eu_say_peer(scratch, connection);
	e->socket.direction = EU_DIRECTION_INBOUND;
	if (result >= 0)
		eu_track(scratch->index, (__u64)sk, result);
	eu_send(scratch);
}

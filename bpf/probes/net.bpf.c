/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Sockets are made, bound, connected, and take connections in. */
#include "../arch.h"
#include "../close.h"
#include "../dispatch.h"
#include "../filter.h"
#include "../ports.h"
#include "../socketcall.h"
#include "../unix.h"

#define EU_EINTR 4
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

EU_SYSCALL_EXIT(socket_exit, "socket close traffic", "socket=1 socketpair=2")
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

EU_SYSCALL_EXIT(bind_exit, "bind udp close traffic", "bind")
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
	if (result >= 0 && eu_is_udp(sk))
		eu_uses_port_now(sk, ref);
	eu_send(scratch);
}

EU_SYSCALL_EXIT(listen_exit, "listen close traffic", "listen")
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
	struct eu_unfinished call = {.nr = nr};
	__u64 id = bpf_get_current_pid_tgid();
	struct eu_connection failed = {
		.owner = {ref, id >> 32},
		.tid = id,
		.direction = EU_DIRECTION_OUTBOUND,
	};
	struct eu_connection *connection;
	__u32 *error;

	bpf_map_update_elem(&pending, &sock, &call, BPF_ANY);
	connection = eu_connection(sock);
	if (connection && connection->established)
		return eu_say_outcome(sock, connection, 0);
	error = connection ? NULL : bpf_map_lookup_elem(&failures, &sock);
	if (error)
		eu_say_outcome(sock, &failed, -(long)*error);
	else if (!connection)
		bpf_map_delete_elem(&pending, &sock);
}

/* A connection goes on being made when who asked for it is told to wait no longer. */
static __always_inline bool eu_goes_on(long result)
{
	return result == -EU_EINPROGRESS || result == -EU_EINTR;
}

static __always_inline void eu_connect_peer(struct eu_scratch *scratch, const struct sock *sk,
					    long result)
{
	struct eu_event_connect *e = (struct eu_event_connect *)scratch->data;
	struct eu_connection *connection;

	if (eu_sock_family(sk) == EU_AF_UNIX && !result)
		return eu_say_unix_peer(scratch, sk);
	connection = eu_connection((__u64)sk);
	if (!connection || (result && !eu_goes_on(result)))
		return;
	if (connection->established) {
		e->again = !result && connection->connected;
		connection->connected |= !result;
		eu_find_peer(connection);
	}
	eu_expect_peer((__u64)sk, connection);
	eu_say_peer(scratch, connection);
}

struct eu_connect_call {
	__u32 call; /* index */
	__s32 fd;
	__u64 address;
	__u64 len;
};

static __always_inline void eu_say_connect(eu_ref ref, const struct eu_connect_call *call,
					   long result)
{
	struct eu_event_connect *e;
	struct eu_scratch *scratch;
	struct sock *sk;

	e = eu_begin(struct eu_event_connect, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_connect){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(call->call), .result = result},
	};
	sk = eu_fd_sock(call->fd);
	if (sk) {
		eu_fill_socket(scratch->index, (__u64)sk);
		eu_connect_peer(scratch, sk, result);
	}
	e->socket.direction = EU_DIRECTION_OUTBOUND;
	if (result >= 0) {
		eu_say_port_user(scratch->index, (__u64)sk);
		eu_track(scratch->index, (__u64)sk, call->fd);
	} else if (!eu_goes_on(result) || !e->socket.peer.port) {
		eu_fill_caller(scratch->index, call->address, call->len, true);
	}
	eu_send(scratch);
	if (sk && eu_goes_on(result))
		eu_await_outcome((__u64)sk, ref, eu_call_nr(call->call));
}

/* By task_struct: whether the kernel begins it again is known when the signal is delivered. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 4096);
	__type(key, __u64);
	__type(value, struct eu_connect_call);
} interrupted SEC(".maps");

/* What came of it is told now, as of any connect(2). */
static __always_inline void eu_has_begun_again(__u64 sock)
{
	struct eu_unfinished *call = bpf_map_lookup_elem(&pending, &sock);

	if (call && call->begins_again)
		bpf_map_delete_elem(&pending, &sock);
}

EU_SYSCALL_EXIT(connect_exit, "connect close traffic", "connect")
{
	struct eu_connect_call call = {.call = cpu->call};
	__u64 a[6], task = (__u64)eu_task();

	eu_socket_args(regs, cpu->call, a);
	call.fd = a[0];
	call.address = a[1];
	call.len = a[2];
	eu_has_begun_again((__u64)eu_fd_sock(call.fd));
	if (result <= -EU_ERESTARTSYS) {
		bpf_map_update_elem(&interrupted, &task, &call, BPF_ANY);
		return;
	}
	bpf_map_delete_elem(&interrupted, &task);
	eu_say_connect(ref, &call, result);
}

/* SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG; SIGWINCH: without a handler the
 * process lives on. */
#define EU_HARMLESS_SIGNALS (0x7full << 17 | 1ull << 28)
#define EU_SIG_DFL 0
#define EU_SIG_IGN 1
#define EU_SA_RESTART 0x10000000

enum eu_fate {
	EU_FATE_OPEN,  /* the next signal decides, or there is none and it begins again */
	EU_FATE_AGAIN, /* after the handler */
	EU_FATE_ENDED,
};

static __always_inline enum eu_fate eu_fate_of_call(__u32 signal, const struct k_sigaction *action)
{
	__u64 handler = (__u64)BPF_CORE_READ(action, sa.sa_handler);

	if (handler == EU_SIG_IGN)
		return EU_FATE_OPEN;
	if (handler != EU_SIG_DFL)
		return BPF_CORE_READ(action, sa.sa_flags) & EU_SA_RESTART ? EU_FATE_AGAIN :
									    EU_FATE_ENDED;
	return EU_HARMLESS_SIGNALS >> (signal & 63) & 1 ? EU_FATE_OPEN : EU_FATE_ENDED;
}

/* The handler may end the process, or jump to where the call is not begun again. */
static __always_inline void eu_begins_again(const struct eu_connect_call *call)
{
	struct eu_unfinished unfinished = {.nr = eu_call_nr(call->call), .begins_again = true};
	__u64 sock = (__u64)eu_fd_sock(call->fd);

	if (eu_connection(sock))
		bpf_map_update_elem(&pending, &sock, &unfinished, BPF_ANY);
}

SEC("?tp_btf/signal_deliver")
EU_SERVES("connect close traffic")
int BPF_PROG(connect_interrupted, int signal, struct kernel_siginfo *info,
	     struct k_sigaction *action)
{
	__u64 task = (__u64)eu_task();
	struct eu_connect_call *kept = bpf_map_lookup_elem(&interrupted, &task), call;
	enum eu_fate fate;
	eu_ref ref;

	if (!kept)
		return 0;
	fate = eu_fate_of_call(signal, action);
	if (fate == EU_FATE_OPEN)
		return 0;
	call = *kept;
	bpf_map_delete_elem(&interrupted, &task);
	if (!eu_watched(eu_cpu(), &ref))
		return 0;
	if (fate == EU_FATE_AGAIN)
		eu_begins_again(&call);
	else
		eu_say_connect(ref, &call, -EU_EINTR);
	return 0;
}

/* One that nobody has seen come in was there before Eunomia, or it was reset while it waited. Then it
 * is over, and nothing would take it out of the table again. */
static __always_inline struct eu_connection *eu_learn_connection(const struct sock *sk,
								 const struct eu_connection *new)
{
	__u64 key = (__u64)sk;

	bpf_map_update_elem(&connections, &key, new, BPF_ANY);
	if (eu_tcp_state(sk) == TCP_CLOSE)
		bpf_map_delete_elem(&connections, &key);
	return eu_connection(key);
}

/* Whoever accepts it holds it. */
static __always_inline void eu_take_connection(struct eu_connection *connection, eu_ref ref)
{
	__u64 id = bpf_get_current_pid_tgid();

	connection->owner = (struct eu_end){ref, id >> 32};
	connection->tid = id;
	connection->watched = true;
	eu_tell_end(connection);
	eu_find_peer(connection);
}

static __always_inline void eu_say_taken(struct eu_scratch *scratch, const struct sock *sk,
					 eu_ref ref)
{
	__u64 now = bpf_ktime_get_ns();
	struct eu_connection new = {
		.direction = EU_DIRECTION_INBOUND,
		.isns = eu_isns((__u64)sk),
		.start = now,
		.established = now,
	};
	struct eu_connection *connection = eu_connection((__u64)sk) ?:
					   eu_learn_connection(sk, &new);

	if (connection) {
		eu_take_connection(connection, ref);
		eu_say_peer(scratch, connection);
		return;
	}
	if (eu_tcp_state(sk) != TCP_CLOSE)
		eu_lose_connection(ref);
	eu_find_peer(&new);
	eu_say_peer(scratch, &new);
}

EU_SYSCALL_EXIT(accept_exit, "accept close traffic", "accept accept4")
{
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
	if (sk && result >= 0 && eu_is_tcp(sk))
		eu_say_taken(scratch, sk, ref);
	e->socket.direction = EU_DIRECTION_INBOUND;
	if (result >= 0)
		eu_track(scratch->index, (__u64)sk, result);
	eu_send(scratch);
}

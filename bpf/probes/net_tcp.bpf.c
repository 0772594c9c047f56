/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * TCP connections begin, are established and end. Most of it happens while packets are handled,
 * so the current task is some other one; but a socket begins to connect or to listen in the task
 * that asked for it.
 */
#include "../addresses.h"
#include "../close.h"

static __always_inline void eu_connect_begins(__u64 sock)
{
	__u64 id = bpf_get_current_pid_tgid();
	struct eu_connection connection = {
		.owner = {.ref = eu_identify(eu_cpu()), .pid = id >> 32},
		.tid = id,
		.direction = EU_DIRECTION_OUTBOUND,
		.start = bpf_ktime_get_ns(),
	};

	if (!eu_is_worth_knowing(connection.owner.ref, connection.owner.pid))
		return;
	connection.watched = eu_task_watched(connection.owner.ref, connection.owner.pid);
	bpf_map_delete_elem(&failures, &sock);
	if (bpf_map_update_elem(&connections, &sock, &connection, BPF_ANY))
		eu_lose_connection(connection.owner.ref);
}

/* ---- listeners ---- */

static __always_inline void eu_listen_begins(const struct sock *sk)
{
	struct eu_listener listener = {
		.owner = {.ref = eu_identify(eu_cpu()), .pid = bpf_get_current_pid_tgid() >> 32},
		.start = bpf_ktime_get_ns(),
	};

	if (!eu_is_worth_knowing(listener.owner.ref, listener.owner.pid))
		return;
	listener.watched = eu_task_watched(listener.owner.ref, listener.owner.pid);
	eu_listens(sk, &listener, BPF_ANY);
}

/* ---- what is said ---- */

/* A container's own address. */
static __always_inline void eu_learn_address(eu_ref ref, const struct sock *sk)
{
	struct eu_known_address known = {.ref = ref};

	if (!ref || eu_in_host_network(sk))
		return;
	eu_local_address(known.address, sk);
	eu_say_address(&known);
}

static __always_inline void eu_say_close(const struct sock *sk,
					 const struct eu_connection *connection)
{
	const struct eu_end *owner = &connection->owner;
	struct eu_scratch *scratch;
	struct eu_event_close *e;

	if (!connection->watched || eu_is_muted(owner->ref))
		return;
	e = eu_begin_close(&scratch, sk, owner, connection->start);
	if (!e)
		return;
	e->head.tid = connection->tid;
	e->sent = eu_tcp_sent((__u64)sk);
	e->received = eu_tcp_received((__u64)sk);
	eu_say_told(e, &connection->told);
	eu_say_peer(scratch, connection);
	eu_send(scratch);
}

static __always_inline void eu_say_listener_closed(const struct sock *sk,
						   const struct eu_listener *listener)
{
	struct eu_scratch *scratch;
	struct eu_event_close *e;

	if (!listener->watched || eu_is_muted(listener->owner.ref))
		return;
	e = eu_begin_close(&scratch, sk, &listener->owner, listener->start);
	if (!e)
		return;
	e->socket.direction = EU_DIRECTION_LISTENING;
	e->socket.existed = listener->existed;
	eu_send(scratch);
}

/* ---- transitions ---- */

static __always_inline void eu_establish(const struct sock *sk, struct eu_connection *connection)
{
	bool inbound = connection->direction == EU_DIRECTION_INBOUND;
	struct eu_proxy *proxy;

	connection->isns = eu_isns((__u64)sk);
	connection->established = bpf_ktime_get_ns();
	eu_tell_end(connection);
	eu_find_peer(connection);
	proxy = inbound ? eu_proxy(connection->owner.pid) : NULL;
	if (proxy)
		proxy->client = connection->peer;
	eu_learn_address(connection->owner.ref, sk);
}

/* A connection came in; it belongs to the one who listens until somebody takes it. */
static __always_inline void eu_arrive(const struct sock *sk)
{
	struct eu_listener *listener = eu_listener_of(sk);
	struct eu_connection connection = {.direction = EU_DIRECTION_INBOUND};
	__u64 key = (__u64)sk;

	bpf_map_delete_elem(&connections, &key);
	if (!listener)
		return;
	connection.owner = listener->owner;
	connection.watched = listener->watched;
	connection.tid = listener->owner.pid;
	connection.start = bpf_ktime_get_ns();
	eu_establish(sk, &connection);
	if (bpf_map_update_elem(&connections, &key, &connection, BPF_ANY))
		eu_lose_connection(connection.owner.ref);
}

static __always_inline void eu_stop_listening(const struct sock *sk)
{
	__u64 key = (__u64)sk;
	struct eu_listener *listener = bpf_map_lookup_elem(&listeners, &key);

	if (!listener)
		return;
	eu_say_listener_closed(sk, listener);
	eu_listens_no_more((__u64)sk);
}

/* Without an error its owner gave it up. */
static __always_inline void eu_fail_connection(const struct sock *sk,
					       struct eu_connection *connection)
{
	__u32 error = BPF_CORE_READ(sk, sk_err);
	__u64 key = (__u64)sk;

	if (!error)
		error = EU_ECANCELED;
	bpf_map_update_elem(&failures, &key, &error, BPF_ANY);
	eu_say_outcome(key, connection, -(long)error);
}

static __always_inline void eu_end_connection(const struct sock *sk)
{
	__u64 key = (__u64)sk;
	struct eu_connection *connection = eu_connection(key);

	if (!connection)
		return;
	if (connection->established) {
		eu_find_direction(connection, sk);
		eu_find_peer(connection);
		eu_say_close(sk, connection);
	} else {
		eu_fail_connection(sk, connection);
	}
	bpf_map_delete_elem(&connections, &key);
}

SEC("?tp_btf/inet_sock_set_state")
EU_SERVES("connect accept close traffic")
int BPF_PROG(inet_sock_set_state, const struct sock *typed, int from, int to)
{
	struct eu_connection *connection;
	const struct sock *sk;

	/* a plain number to the verifier: it passes no typed pointer to a function of ours */
	bpf_probe_read_kernel(&sk, sizeof(sk), ctx);
	if (!eu_is_tcp(sk))
		return 0;
	switch (to) {
	case TCP_SYN_SENT:
		eu_connect_begins((__u64)sk);
		break;
	case TCP_LISTEN:
		eu_listen_begins(sk);
		break;
	case TCP_ESTABLISHED:
		connection = eu_connection((__u64)sk);
		if (!connection || connection->established) { /* of one before it, at this place */
			eu_arrive(sk);
			break;
		}
		eu_establish(sk, connection);
		eu_say_outcome((__u64)sk, connection, 0);
		break;
	case TCP_CLOSE:
		if (from == TCP_LISTEN)
			eu_stop_listening(sk);
		else
			eu_end_connection(sk);
		break;
	}
	return 0;
}

/* ---- docker's userland proxy ---- */

static __always_inline bool eu_is_docker_proxy(void)
{
	char comm[16] = {};

	bpf_get_current_comm(comm, sizeof(comm));
	return comm[0] == 'd' && comm[1] == 'o' && comm[2] == 'c' && comm[6] == '-' &&
	       comm[7] == 'p' && comm[8] == 'r' && comm[9] == 'o' && comm[10] == 'x' &&
	       comm[11] == 'y' && !comm[12];
}

static __always_inline struct eu_str eu_own_arguments(struct eu_scratch *scratch)
{
	struct mm_struct *mm = BPF_CORE_READ(eu_task(), mm);
	__u64 start = BPF_CORE_READ(mm, arg_start), len = BPF_CORE_READ(mm, arg_end) - start;

	return eu_bytes_user(scratch, (void *)start,
			     len < EU_STRING_MAX ? len : EU_STRING_MAX - 1);
}

SEC("?tp_btf/sched_process_exec")
EU_SERVES("connect accept close traffic")
int BPF_PROG(proxy_begins, struct task_struct *task)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	struct eu_scratch *scratch;
	struct eu_event_proxy *e;
	struct eu_proxy new = {};

	if (eu_identify(eu_cpu()) || !eu_is_docker_proxy()) { /* a container's own is not believed */
		if (eu_proxy(pid)) /* the pid of one that is gone */
			bpf_map_delete_elem(&proxies, &pid);
		return 0;
	}
	bpf_map_update_elem(&proxies, &pid, &new, BPF_ANY);
	__sync_fetch_and_add(&proxies_known, 1);
	e = eu_begin(struct eu_event_proxy, 0, scratch);
	if (!e)
		return 0;
	*e = (struct eu_event_proxy){.head = eu_head(scratch)};
	e->args = eu_own_arguments(scratch);
	eu_send(scratch);
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * TCP connections of containers, and who holds each end.
 *
 * The two ends of a connection find each other by the pair of initial sequence numbers, which is
 * the same on both, swapped, whatever NAT does to addresses in between. The end that connects is
 * known by the task that called connect(2); the end that accepts by its listener, until accept(2)
 * says which process it is.
 */
#pragma once

#include "filter.h"
#include "networks.h"
#include "sock.h"

/* Who holds an end: container and process; a pid of 0: not known. */
struct eu_end {
	eu_ref ref;
	__u32 pid;
};

struct eu_isns {
	__u32 mine, theirs;
};

/* What has been told of the bytes that went through. */
struct eu_through {
	__u64 sent, received;
	__u64 any; /* 1: something has */
};

struct eu_connection {
	struct eu_end owner, peer;
	struct eu_isns isns;
	struct eu_through told;
	__u32 tid;
	__u8 direction; /* enum eu_direction */
	__u8 via_proxy;
	__u8 existed; /* before Eunomia */
	__u8 watched; /* its owner was: one that has ended is in no tree any more */
	__u64 start;
	__u64 established; /* 0: not yet */
	__u64 connected;   /* 1: connect(2) has returned that, or its outcome been told */
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 32768);
	__type(key, __u64); /* struct sock * */
	__type(value, struct eu_connection);
} connections SEC(".maps");

/* Both ends of recent connections, so that each may look for the other one. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 16384);
	__type(key, struct eu_isns);
	__type(value, struct eu_end);
} ends SEC(".maps");

struct eu_listener_key {
	__u64 net; /* struct net * */
	__u8 address[16];
	__u32 port;
	__u32 pad_;
};

struct eu_listener {
	struct eu_end owner;
	__u64 start;
	__u8 existed;
	__u8 watched;
	__u8 pad_[6];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 8192);
	__type(key, __u64); /* struct sock * */
	__type(value, struct eu_listener);
} listeners SEC(".maps");

/* Those that listen at one address: several with SO_REUSEPORT. Of more than there is room for, the
 * one that came last has the last place. */
#define EU_SHARING 16

struct eu_listening {
	__u64 socks[EU_SHARING]; /* struct sock *; 0: free */
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 8192);
	__type(key, struct eu_listener_key);
	__type(value, struct eu_listening);
} listening SEC(".maps");

/* A connect(2) that goes on after it returned. */
struct eu_unfinished {
	__u16 nr;
	__u8 begins_again; /* and will tell itself what came of it, unless its owner gives it up */
	__u8 pad_;
};

/* What came of it is not told yet. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8192);
	__type(key, __u64); /* struct sock * */
	__type(value, struct eu_unfinished);
} pending SEC(".maps");

/* Connections that failed before connect(2) returned: the errno. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u64); /* struct sock * */
	__type(value, __u32);
} failures SEC(".maps");

/* Who connected to one of Docker's userland proxies last, and who took what it dialled last. */
struct eu_proxy {
	struct eu_end client, server;
};

/* By pid. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u32);
	__type(value, struct eu_proxy);
} proxies SEC(".maps");

/* Connections of a proxy from before Eunomia: nobody saw which it dialled for whom. If there are but
 * two, one came in and it dialled the other. */
struct eu_found_proxied {
	struct eu_isns isns[2]; /* of the first two */
	__u32 n;
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, __u32); /* of the proxy: pid */
	__type(value, struct eu_found_proxied);
} found_proxied SEC(".maps");

__u32 proxies_known;

static __always_inline struct eu_proxy *eu_proxy(__u32 pid)
{
	return proxies_known ? bpf_map_lookup_elem(&proxies, &pid) : NULL;
}

/* What is not known of it is missing where it ends. */
static __always_inline void eu_lose_connection(eu_ref ref)
{
	eu_lose(ref, bpf_core_type_id_local(struct eu_event_close), EU_PLACE_MAP);
}

static __always_inline bool eu_is_worth_knowing(eu_ref ref, __u32 pid)
{
	return ref || watch_host || eu_proxy(pid);
}

static __always_inline bool eu_is_muted(eu_ref ref)
{
	return muted[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)];
}

/* Who takes what comes to where the socket is bound: the struct sock that listens, or 0. Functions of
 * their own, as in sock.h. */
__noinline __u64 eu_find_listening(__u64 sock);
/* Who will take what a socket connects to, where the network namespace of that address is known. */
__noinline __u64 eu_find_expected(__u64 sock);
/* A socket listens there, too. Not 0: there is no room for it. */
__noinline int eu_listens_at(__u64 sock);
__noinline int eu_listens_no_more(__u64 sock);

static __always_inline struct eu_listener *eu_listener_of(const struct sock *sk)
{
	__u64 sock = eu_find_listening((__u64)sk);

	return sock ? bpf_map_lookup_elem(&listeners, &sock) : NULL;
}

/* A socket begins to listen (BPF_ANY), or is found to (BPF_NOEXIST). */
static __always_inline void eu_listens(const struct sock *sk, const struct eu_listener *listener,
				       __u64 flags)
{
	__u64 sock = (__u64)sk;

	if (!bpf_map_update_elem(&listeners, &sock, listener, flags)) {
		if (eu_listens_at(sock))
			eu_lose_connection(listener->owner.ref);
	} else if (!bpf_map_lookup_elem(&listeners, &sock)) {
		eu_lose_connection(listener->owner.ref);
	}
}

static __always_inline struct eu_connection *eu_connection(__u64 sock)
{
	return bpf_map_lookup_elem(&connections, &sock);
}

/* Of one that was there before, which end connected is told by who listens. */
static __always_inline void eu_find_direction(struct eu_connection *connection,
					      const struct sock *sk)
{
	if (!connection->direction)
		connection->direction = eu_listener_of(sk) ? EU_DIRECTION_INBOUND :
							     EU_DIRECTION_OUTBOUND;
}

static __always_inline __u8 eu_tcp_state(const struct sock *sk)
{
	return BPF_CORE_READ(sk, __sk_common.skc_state);
}

/* What has been shut for writing ends with a FIN, which takes a number as well: the last one. */
static __always_inline bool eu_sent_fin(const struct tcp_sock *tp)
{
	__u32 shut = 1 << TCP_FIN_WAIT1 | 1 << TCP_FIN_WAIT2 | 1 << TCP_CLOSING | 1 << TCP_LAST_ACK;
	__u8 state = eu_tcp_state((const struct sock *)tp);

	return shut >> (state & 31) & 1 && BPF_CORE_READ(tp, snd_nxt) == BPF_CORE_READ(tp, write_seq);
}

/* snd_nxt and rcv_nxt move with what was sent and received since. Not right for an end that has
 * sent data in its SYN. */
static __always_inline struct eu_isns eu_isns(__u64 sock)
{
	struct tcp_sock *tp = (struct tcp_sock *)sock;

	return (struct eu_isns){
		.mine = BPF_CORE_READ(tp, snd_nxt) - (__u32)BPF_CORE_READ(tp, bytes_sent) +
			(__u32)BPF_CORE_READ(tp, bytes_retrans) - eu_sent_fin(tp) - 1,
		.theirs = BPF_CORE_READ(tp, rcv_nxt) - (__u32)BPF_CORE_READ(tp, bytes_received) - 1,
	};
}

/* Payload, without retransmissions. */
static __always_inline __u64 eu_tcp_sent(__u64 sock)
{
	struct tcp_sock *tp = (struct tcp_sock *)sock;

	return BPF_CORE_READ(tp, bytes_sent) - BPF_CORE_READ(tp, bytes_retrans);
}

/* The other end's FIN counts as a byte there; tcp_fin() leaves SOCK_DONE. */
static __always_inline __u64 eu_tcp_received(__u64 sock)
{
	struct tcp_sock *tp = (struct tcp_sock *)sock;
	struct sock *sk = (struct sock *)sock;

	return BPF_CORE_READ(tp, bytes_received) -
	       (BPF_CORE_READ(sk, __sk_common.skc_flags) >> SOCK_DONE & 1);
}

static __always_inline bool eu_are_ends(const struct eu_isns *a, const struct eu_isns *b)
{
	return a->mine == b->theirs && a->theirs == b->mine;
}

/* Who came to a proxy before Eunomia, if this is the only connection that it dialled. Not one of the
 * container's own: the other may be one that the proxy dials, too, as its client is gone already. */
static __always_inline struct eu_end *eu_found_client(const struct eu_connection *connection,
						      __u32 pid)
{
	struct eu_found_proxied *found =
		eu_proxy(pid) ? bpf_map_lookup_elem(&found_proxied, &pid) : NULL;
	struct eu_isns swapped;
	struct eu_end *client;

	if (!found || found->n != 2)
		return NULL;
	if (eu_are_ends(&found->isns[0], &connection->isns))
		swapped = (struct eu_isns){found->isns[1].theirs, found->isns[1].mine};
	else if (eu_are_ends(&found->isns[1], &connection->isns))
		swapped = (struct eu_isns){found->isns[0].theirs, found->isns[0].mine};
	else
		return NULL;
	client = bpf_map_lookup_elem(&ends, &swapped);
	return client && client->ref != connection->owner.ref ? client : NULL;
}

/* Who came to a proxy, and what it dials for. */
static __always_inline struct eu_end *eu_client_of(const struct eu_connection *connection,
						   __u32 pid)
{
	struct eu_proxy *proxy = eu_proxy(pid);

	if (!proxy || connection->direction != EU_DIRECTION_INBOUND)
		return NULL;
	proxy->server = connection->owner;
	return connection->existed ? eu_found_client(connection, pid) : &proxy->client;
}

static __always_inline void eu_meet(struct eu_connection *connection, const struct eu_end *peer)
{
	struct eu_end *client = eu_client_of(connection, peer->pid);

	connection->via_proxy = client && client->pid;
	connection->peer = connection->via_proxy ? *client : *peer;
}

/* A proxy is nobody to who connects to it. */
static __always_inline void eu_look_behind(struct eu_connection *connection)
{
	struct eu_proxy *proxy = connection->direction == EU_DIRECTION_OUTBOUND ?
					 eu_proxy(connection->peer.pid) : NULL;

	if (proxy && proxy->server.pid)
		connection->peer = proxy->server;
}

/* Who is at the other end, by now: first who listens there, then who accepted. Behind a proxy that is
 * whoever connected to it last: it dials as soon as it has accepted. */
static __always_inline void eu_find_peer(struct eu_connection *connection)
{
	struct eu_isns swapped = {connection->isns.theirs, connection->isns.mine};
	struct eu_end *peer;

	if (connection->via_proxy)
		return;
	peer = bpf_map_lookup_elem(&ends, &swapped);
	if (peer)
		eu_meet(connection, peer);
	eu_look_behind(connection);
}

/* The other end comes into being with the last packet of the handshake: until then it is who listens
 * where this one connects to. */
static __always_inline void eu_expect_peer(__u64 sock, struct eu_connection *connection)
{
	__u64 listening;
	struct eu_listener *listener;

	if (connection->peer.ref || connection->peer.pid)
		return;
	listening = eu_find_expected(sock);
	listener = listening ? bpf_map_lookup_elem(&listeners, &listening) : NULL;
	if (listener)
		connection->peer = listener->owner;
	eu_look_behind(connection);
}

static __always_inline void eu_tell_end(const struct eu_connection *connection)
{
	bpf_map_update_elem(&ends, &connection->isns, &connection->owner, BPF_ANY);
}

/* The record about a connection names its peer. */
static __always_inline void eu_say_peer(struct eu_scratch *scratch,
					const struct eu_connection *connection)
{
	struct eu_socket *socket = eu_record_socket(scratch);

	socket->direction = connection->direction;
	socket->existed = connection->existed;
	socket->peer_container = connection->peer.ref;
	socket->peer_pid = connection->peer.pid;
	if (connection->via_proxy)
		socket->peer_source = EU_PEER_PROXY;
}

#define EU_ECANCELED 125

/* The outcome of a connect(2) that went on; said once. */
static __always_inline void eu_say_outcome(__u64 sock, struct eu_connection *connection,
					   long result)
{
	struct eu_unfinished *call = bpf_map_lookup_elem(&pending, &sock);
	__u16 nr;
	struct eu_event_connect *e;
	struct eu_scratch *scratch;

	if (!call || (call->begins_again && result != -EU_ECANCELED))
		return;
	nr = call->nr;
	if (bpf_map_delete_elem(&pending, &sock))
		return; /* another CPU says it */
	e = eu_begin(struct eu_event_connect, connection->owner.ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_connect){
		.head = eu_head(scratch),
		.call = {.nr = nr, .result = result},
		.late = true,
	};
	e->head.pid = connection->owner.pid;
	e->head.tid = connection->tid;
	eu_fill_socket(scratch->index, sock);
	if (!result)
		eu_expect_peer(sock, connection);
	eu_say_peer(scratch, connection);
	connection->connected = 1;
	eu_send(scratch);
}

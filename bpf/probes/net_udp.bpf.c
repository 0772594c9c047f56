/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Datagrams, by peer: who sent or received comes from the calls, and the peer from the address
 * that the call was given or gave back, or from the socket when it is connected.
 *
 * A receiver that wants no address on an unconnected socket has an unknown peer. read(2) and
 * write(2) come from io.bpf.c.
 */
#include "../arch.h"
#include "../close.h"
#include "../dispatch.h"
#include "../filter.h"
#include "../flows.h"
#include "../ports.h"
#include "../socketcall.h"

#define EU_MSG_PEEK 2
#define EU_MAX_MESSAGES 1024 /* of one sendmmsg or recvmmsg: the kernel takes no more (UIO_MAXIOV) */

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, EU_MAX_FLOWS);
	__type(key, struct eu_flow_key);
	__type(value, struct eu_flow);
} flows SEC(".maps");

/* Too large for the stack. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct eu_flow);
} new_flow SEC(".maps");

/* Straight from the caller's sockaddr, whose ports are in the same place in both families: there is
 * not much stack left here. */
static __always_inline void eu_flow_to(struct eu_flow_key *key, __u64 address, __u16 family)
{
	__be32 v4 = 0;

	bpf_probe_read_user(&key->port, sizeof(key->port),
			    (void *)address + __builtin_offsetof(struct sockaddr_in, sin_port));
	key->port = bpf_ntohs(key->port);
	if (family == EU_AF_INET6) {
		bpf_probe_read_user(key->address, sizeof(key->address),
				    (void *)address +
					    __builtin_offsetof(struct sockaddr_in6, sin6_addr));
		return;
	}
	bpf_probe_read_user(&v4, sizeof(v4),
			    (void *)address + __builtin_offsetof(struct sockaddr_in, sin_addr));
	eu_map_v4(key->address, v4);
}

/* The peer: of the call when it has an address, else of the socket. */
static __always_inline void eu_flow_key(struct eu_flow_key *key, const struct sock *sk,
					__u64 address)
{
	__u16 family = 0;

	key->sock = (__u64)sk;
	key->number = BPF_CORE_READ(sk, sk_socket, file, f_inode, i_ino);
	key->pid = bpf_get_current_pid_tgid() >> 32;
	if (address)
		bpf_probe_read_user(&family, sizeof(family), (void *)address);
	if (eu_is_inet(family)) {
		eu_flow_to(key, address, family);
	} else if (eu_peer_port(sk)) {
		key->port = eu_peer_port(sk);
		eu_peer_address(key->address, sk);
	}
}

static __always_inline bool eu_is_same_end(const struct eu_endpoint *a, const struct eu_endpoint *b)
{
	__u64 one[2], other[2];

	__builtin_memcpy(one, a->address, sizeof(one));
	__builtin_memcpy(other, b->address, sizeof(other));
	return a->port == b->port && one[0] == other[0] && one[1] == other[1];
}

/* The end of a connected socket will name it, too. */
static __always_inline void eu_find_flow_peer(struct eu_socket *socket, const struct sock *sk)
{
	struct eu_open_socket *open;

	eu_find_port_user(socket, (__u64)sk);
	open = socket->peer_pid ? eu_open_socket((__u64)sk) : NULL;
	if (!open || open->about.peer_pid || !eu_is_same_end(&open->about.peer, &socket->peer))
		return;
	open->about.peer_container = socket->peer_container;
	open->about.peer_pid = socket->peer_pid;
}

/* Who is there may come later, and may be replaced: asked for with each of the first datagrams until it
 * is known, and now and then. */
static __always_inline bool eu_asks_again(const struct eu_flow *flow, __u64 now)
{
	return (!flow->socket.peer_pid && flow->sent + flow->received < 16) ||
	       (now ^ flow->last) >> 27;
}

static __always_inline void eu_add_datagram(struct eu_flow *flow, const struct sock *sk,
					    __u32 bytes, bool sent)
{
	__u64 now;

	if (sent) {
		__sync_fetch_and_add(&flow->sent, 1);
		__sync_fetch_and_add(&flow->bytes_sent, bytes);
	} else {
		__sync_fetch_and_add(&flow->received, 1);
		__sync_fetch_and_add(&flow->bytes_received, bytes);
	}
	now = bpf_ktime_get_ns();
	if (eu_asks_again(flow, now))
		eu_find_flow_peer(&flow->socket, sk);
	flow->last = now;
}

/* The first datagram is told at once; those that find no room in the table are told one by one. */
static __always_inline void eu_say_datagram(const struct eu_flow_key *key, eu_ref ref,
					    __u32 bytes, bool sent)
{
	const struct sock *sk = (const struct sock *)key->sock;
	struct eu_event_udp *e;
	struct eu_scratch *scratch;
	struct eu_flow *flow;
	__u32 zero = 0;

	e = eu_begin(struct eu_event_udp, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_udp){
		.head = eu_head(scratch),
		.bytes_sent = sent ? bytes : 0,
		.bytes_received = sent ? 0 : bytes,
		.sent = sent,
		.received = !sent,
	};
	eu_fill_socket(scratch->index, key->sock);
	e->socket.peer.port = key->port;
	__builtin_memcpy(e->socket.peer.address, key->address, sizeof(key->address));
	if (eu_is_mapped(key->address))
		e->socket.type = EU_NETWORK_IPV4;
	e->socket.direction = sent ? EU_DIRECTION_OUTBOUND : EU_DIRECTION_INBOUND;
	eu_find_flow_peer(&e->socket, sk);
	eu_refresh(scratch, key->sock);
	flow = bpf_map_lookup_elem(&new_flow, &zero);
	if (flow) {
		*flow = (struct eu_flow){
			.container = ref,
			.pid = e->head.pid,
			.tid = e->head.tid,
			.first = scratch->time,
			.last = scratch->time,
		};
		flow->socket = e->socket; /* in there it would be copied by way of the stack */
		bpf_map_update_elem(&flows, key, flow, BPF_ANY);
	}
	eu_send(scratch);
}

/* A function of its own, so that the verifier looks at it once. Unix sockets come here for their
 * bytes. */
__noinline int eu_count_datagram(__u64 sock, __u64 address, __u32 bytes, __u32 sent)
{
	const struct sock *sk = (const struct sock *)sock;
	eu_ref ref = eu_cpu()->ref;
	struct eu_flow_key key = {};
	struct eu_open_socket *open = eu_open_socket(sock);
	struct eu_flow *flow;

	if (open)
		eu_count_bytes(open, bytes, sent);
	if (!wants_udp || !eu_is_udp(sk))
		return 0;
	eu_flow_key(&key, sk, address);
	flow = bpf_map_lookup_elem(&flows, &key);
	if (flow) {
		eu_add_datagram(flow, sk, bytes, sent);
		return 0;
	}
	eu_uses_port_now(sk, ref);
	eu_say_datagram(&key, ref, bytes, sent);
	return 0;
}

/* msg_name of a struct msghdr, whose name comes first in both layouts. */
static __always_inline __u64 eu_message_name(__u64 header, bool compat)
{
	__u64 name = 0;

	bpf_probe_read_user(&name, compat ? 4 : 8, (void *)header);
	return name;
}

/* struct mmsghdr: a msghdr, then the length of the datagram. */
static __always_inline void eu_count_messages(__u64 sock, __u64 vector, long n, bool sent,
					      bool compat)
{
	__u32 header = compat ? 28 : 56, step = compat ? 32 : 64;

#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_MAX_MESSAGES && i < n; i++) {
		__u64 at = vector + i * step;
		__u32 bytes = 0;

		bpf_probe_read_user(&bytes, sizeof(bytes), (void *)(at + header));
		eu_count_datagram(sock, eu_message_name(at, compat), bytes, sent);
	}
}

enum eu_udp_variant {
	EU_SENDTO = 1,
	EU_RECVFROM = 2,
	EU_SENDMSG = 3,
	EU_RECVMSG = 4,
	EU_SENDMMSG = 5,
	EU_RECVMMSG = 6,
};

static __always_inline bool eu_only_peeks(__u8 variant, const __u64 a[6])
{
	switch (variant) {
	case EU_RECVMSG:
		return a[2] & EU_MSG_PEEK;
	case EU_RECVFROM:
	case EU_RECVMMSG:
		return a[3] & EU_MSG_PEEK;
	}
	return false;
}

EU_SYSCALL_EXIT(udp_exit, "udp close traffic",
		"sendto=1 recvfrom=2 sendmsg=3 recvmsg=4 sendmmsg=5 recvmmsg=6")
{
	bool compat = cpu->call >= EU_CALLS_I386, sent;
	struct eu_open_socket *open;
	struct sock *sk;
	__u8 variant;
	__u64 a[6];

	if (result < 0)
		return;
	variant = eu_variant(eu_socket_args(regs, cpu->call, a));
	sent = variant & 1;
	sk = eu_fd_sock(a[0]);
	if (!sk || !eu_is_counted(sk) || eu_only_peeks(variant, a))
		return;
	open = eu_open_socket((__u64)sk);
	if (open)
		eu_hold(open, (__u64)sk, a[0]);
	if (variant <= EU_RECVFROM)
		eu_count_datagram((__u64)sk, a[4], result, sent);
	else if (variant <= EU_RECVMSG)
		eu_count_datagram((__u64)sk, eu_message_name(a[1], compat), result, sent);
	else
		eu_count_messages((__u64)sk, a[1], result, sent, compat);
}

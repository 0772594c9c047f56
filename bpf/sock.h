/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* A socket and its two ends, from the kernel's structures or from a caller's sockaddr. */
#pragma once

#include "path.h"
#include <bpf/bpf_endian.h>

#define EU_AF_UNIX 1
#define EU_AF_INET 2
#define EU_AF_INET6 10
#define EU_AF_NETLINK 16
#define EU_AF_PACKET 17
#define EU_AF_VSOCK 40
#define EU_SOCK_RAW 3
#define EU_ICMPV6 58
#define EU_UDPLITE 136
#define EU_MPTCP 262

/* Every record about a socket keeps it in the same place, so that one function fills it. */
#define EU_SOCKET_AT __builtin_offsetof(struct eu_event_connect, socket)
#define EU_SOCKET_HERE(type)                                                                     \
	_Static_assert(__builtin_offsetof(struct type, socket) == EU_SOCKET_AT,                  \
		       "eu_fill_socket writes there")

EU_SOCKET_HERE(eu_event_socket);
EU_SOCKET_HERE(eu_event_bind);
EU_SOCKET_HERE(eu_event_listen);
EU_SOCKET_HERE(eu_event_accept);
EU_SOCKET_HERE(eu_event_close);
EU_SOCKET_HERE(eu_event_udp);
EU_SOCKET_HERE(eu_event_traffic);

const volatile __u32 host_network = 0; /* inode of Eunomia's own network namespace */

/* Describes a socket and both its ends in the record under construction. Functions of their own
 * with plain arguments: the verifier looks at them once. */
__noinline int eu_fill_socket(__u32 scratch_index, __u64 sock);
/* Puts what a caller passed as sockaddr where the peer, or else the local address, is. */
__noinline int eu_fill_caller(__u32 scratch_index, __u64 address, __u32 len, __u32 peer);

static __always_inline struct eu_socket *eu_record_socket(struct eu_scratch *scratch)
{
	return (struct eu_socket *)(scratch->data + EU_SOCKET_AT);
}

/* Descriptors of a failed call are the caller's word: only a socket's file is followed. */
#define EU_S_IFMT 0170000
#define EU_S_IFSOCK 0140000

static __always_inline struct socket *eu_fd_socket(__s32 fd)
{
	struct file *file = eu_fd_file(fd);

	if (!file || (BPF_CORE_READ(file, f_inode, i_mode) & EU_S_IFMT) != EU_S_IFSOCK)
		return NULL;
	return BPF_CORE_READ(file, private_data);
}

static __always_inline __u16 eu_sock_family(const struct sock *sk)
{
	return BPF_CORE_READ(sk, __sk_common.skc_family);
}

static __always_inline bool eu_is_inet(__u16 family)
{
	return family == EU_AF_INET || family == EU_AF_INET6;
}

struct mptcp_sock___first {
	struct sock *first;
} __attribute__((preserve_access_index));

/* A program may have asked for MPTCP, as Go does where it listens: what connects is a TCP socket that
 * the kernel makes beneath, and the first of these stands for all. */
static __always_inline struct sock *eu_sock(struct socket *socket)
{
	struct sock *sk = BPF_CORE_READ(socket, sk), *first;

	if (!sk || BPF_CORE_READ(sk, sk_protocol) != EU_MPTCP || !eu_is_inet(eu_sock_family(sk)) ||
	    !bpf_core_field_exists(struct mptcp_sock___first, first))
		return sk;
	first = BPF_CORE_READ((struct mptcp_sock___first *)sk, first);
	return first ?: sk;
}

static __always_inline struct sock *eu_fd_sock(__s32 fd)
{
	struct socket *socket = eu_fd_socket(fd);

	return socket ? eu_sock(socket) : NULL;
}

static __always_inline bool eu_is_tcp(const struct sock *sk)
{
	return BPF_CORE_READ(sk, sk_protocol) == IPPROTO_TCP && eu_is_inet(eu_sock_family(sk));
}

/* IPv4 as IPv6 writes it: ::ffff:a.b.c.d. */
static __always_inline void eu_map_v4(__u8 out[16], __be32 v4)
{
	__be32 words[4] = {0, 0, bpf_htonl(0xffff), v4};

	__builtin_memcpy(out, words, sizeof(words));
}

static __always_inline bool eu_is_mapped(const __u8 address[16])
{
	__be32 words[4];

	__builtin_memcpy(words, address, sizeof(words));
	return !words[0] && !words[1] && words[2] == bpf_htonl(0xffff);
}

static __always_inline void eu_caller_inet(struct eu_endpoint *end, __u64 address, __u16 family)
{
	struct sockaddr_in6 in6 = {}; /* the ports of both families are in the same place */
	struct sockaddr_in in = {};

	if (family == EU_AF_INET) {
		bpf_probe_read_user(&in, sizeof(in), (void *)address);
		end->port = bpf_ntohs(in.sin_port);
		eu_map_v4(end->address, in.sin_addr.s_addr);
	} else {
		bpf_probe_read_user(&in6, 24, (void *)address);
		end->port = bpf_ntohs(in6.sin6_port);
		__builtin_memcpy(end->address, &in6.sin6_addr, 16);
	}
}

/* No address at all, as bind(2) takes it for any. */
static __always_inline bool eu_is_any(const __u8 address[16])
{
	__be32 words[4];

	__builtin_memcpy(words, address, sizeof(words));
	return !words[0] && !words[1] && (!words[2] || eu_is_mapped(address)) && !words[3];
}

static __always_inline bool eu_is_loopback(const __u8 address[16])
{
	__be32 words[4];

	__builtin_memcpy(words, address, sizeof(words));
	if (eu_is_mapped(address))
		return address[12] == 127;
	return !words[0] && !words[1] && !words[2] && words[3] == bpf_htonl(1);
}

static __always_inline void eu_local_address(__u8 out[16], const struct sock *sk)
{
	__be32 v4 = BPF_CORE_READ((struct inet_sock *)sk, inet_saddr);

	if (eu_sock_family(sk) == EU_AF_INET)
		eu_map_v4(out, v4);
	else
		BPF_CORE_READ_INTO((struct in6_addr *)out, sk, __sk_common.skc_v6_rcv_saddr);
}

static __always_inline void eu_peer_address(__u8 out[16], const struct sock *sk)
{
	__be32 v4 = BPF_CORE_READ(sk, __sk_common.skc_daddr);

	if (eu_sock_family(sk) == EU_AF_INET)
		eu_map_v4(out, v4);
	else
		BPF_CORE_READ_INTO((struct in6_addr *)out, sk, __sk_common.skc_v6_daddr);
}

static __always_inline __u16 eu_local_port(const struct sock *sk)
{
	return bpf_ntohs(BPF_CORE_READ((struct inet_sock *)sk, inet_sport));
}

static __always_inline __u16 eu_peer_port(const struct sock *sk)
{
	return bpf_ntohs(BPF_CORE_READ(sk, __sk_common.skc_dport));
}

static __always_inline bool eu_in_host_network(const struct sock *sk)
{
	return BPF_CORE_READ(sk, __sk_common.skc_net.net, ns.inum) == host_network;
}

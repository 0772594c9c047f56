/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
#include "sock.h"

static __always_inline __u8 eu_transport(const struct sock *sk, __u16 family)
{
	switch (family) {
	case EU_AF_UNIX:
		return EU_TRANSPORT_UNIX;
	case EU_AF_NETLINK:
		return EU_TRANSPORT_NETLINK;
	case EU_AF_PACKET:
		return EU_TRANSPORT_PACKET;
	case EU_AF_VSOCK:
		return EU_TRANSPORT_VSOCK;
	}
	if (!eu_is_inet(family))
		return EU_TRANSPORT_OTHER;
	if (BPF_CORE_READ(sk, sk_type) == EU_SOCK_RAW)
		return EU_TRANSPORT_RAW;
	switch (BPF_CORE_READ(sk, sk_protocol)) {
	case IPPROTO_TCP:
	case EU_MPTCP:
		return EU_TRANSPORT_TCP;
	case IPPROTO_UDP:
	case EU_UDPLITE:
		return EU_TRANSPORT_UDP;
	case IPPROTO_SCTP:
		return EU_TRANSPORT_SCTP;
	case IPPROTO_ICMP:
	case EU_ICMPV6:
		return EU_TRANSPORT_ICMP;
	}
	return EU_TRANSPORT_OTHER;
}

/* A dual-stack socket that speaks IPv4 is shown as what it speaks. */
static __always_inline __u8 eu_network_type(const struct eu_socket *socket, __u16 family)
{
	if (family == EU_AF_INET || eu_is_mapped(socket->peer.address) ||
	    eu_is_mapped(socket->local.address))
		return EU_NETWORK_IPV4;
	return EU_NETWORK_IPV6;
}

static __always_inline void eu_fill_inet(struct eu_socket *socket, const struct sock *sk)
{
	socket->local.port = eu_local_port(sk);
	if (socket->local.port)
		eu_local_address(socket->local.address, sk);
	socket->peer.port = eu_peer_port(sk);
	if (socket->peer.port)
		eu_peer_address(socket->peer.address, sk);
}

#define EU_UNIX_PATH_MAX 109 /* sun_path, and the NUL that the kernel keeps behind */

/* A pathname ends where its NUL is, or without one with what was passed. */
static __always_inline __u32 eu_until_nul(const char *text, __u32 len)
{
	__u32 i;

#pragma clang loop unroll(disable)
	for (i = 0; i < EU_UNIX_PATH_MAX && i < len; i++)
		if (!text[i])
			break;
	return i;
}

/* An abstract name begins with a NUL byte, which is shown as @ (unix(7)). */
static __always_inline struct eu_str eu_unix_name(struct eu_scratch *scratch, const char *name,
						  __u32 len, bool user)
{
	struct eu_str str;
	char *text = (char *)scratch->data + eu_room(scratch);

	if (!len || len > EU_UNIX_PATH_MAX)
		return eu_appended(scratch, 0, false);
	str = user ? eu_bytes_user(scratch, name, len) : eu_bytes(scratch, name, len);
	if (!str.len)
		return str;
	if (text[0])
		str.len = eu_until_nul(text, str.len);
	else
		text[0] = '@';
	return str;
}

static __always_inline struct eu_str eu_unix_path(struct eu_scratch *scratch, const struct sock *sk)
{
	struct unix_address *address = sk ? BPF_CORE_READ((struct unix_sock *)sk, addr) : NULL;
	const char *name = (const char *)address + bpf_core_field_offset(struct unix_address, name);
	__u32 len = address ? BPF_CORE_READ(address, len) : 0;

	/* sun_path follows the family; a length of 2 is an address without a name */
	return eu_unix_name(scratch, name + 2, len > 2 ? len - 2 : 0, false);
}

__noinline int eu_fill_socket(__u32 scratch_index, __u64 sock)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct sock *sk = (struct sock *)sock;
	struct eu_socket *socket;
	__u16 family;

	if (!scratch)
		return 0;
	socket = eu_record_socket(scratch);
	family = eu_sock_family(sk);
	socket->transport = eu_transport(sk, family);
	socket->host_namespace = eu_in_host_network(sk);
	if (family == EU_AF_UNIX) {
		socket->local.path = eu_unix_path(scratch, sk);
		socket->peer.path =
			eu_unix_path(scratch, BPF_CORE_READ((struct unix_sock *)sk, peer));
	} else if (eu_is_inet(family)) {
		eu_fill_inet(socket, sk);
		socket->type = eu_network_type(socket, family);
	}
	return 0;
}

__noinline int eu_fill_caller(__u32 scratch_index, __u64 address, __u32 len, __u32 peer)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);
	struct eu_socket *socket;
	struct eu_endpoint *end;
	__u16 family = 0;

	if (!scratch || bpf_probe_read_user(&family, sizeof(family), (void *)address))
		return 0;
	socket = eu_record_socket(scratch);
	end = peer ? &socket->peer : &socket->local;
	if (family == EU_AF_UNIX) {
		end->path = eu_unix_name(scratch, (const char *)address + 2, len > 2 ? len - 2 : 0,
					 true);
	} else if (eu_is_inet(family)) {
		eu_caller_inet(end, address, family);
		socket->type = eu_network_type(socket, family);
	} else {
		return 0;
	}
	if (!peer)
		return 0;
	socket->peer_source = EU_PEER_CALLER;
	/* a port that was given back, and no address yet */
	if (family == EU_AF_INET && eu_is_any(socket->local.address))
		socket->local = (struct eu_endpoint){};
	return 0;
}

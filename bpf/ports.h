/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Who has which port for datagrams: bound to it, found with it, or used it last. That is who is at the
 * other end, where the network namespace of its address is known. */
#pragma once

#include "close.h"
#include "networks.h"

/* By which socket; the key has the address that it is bound to. */
struct eu_port_user {
	struct eu_end owner;
	__u64 sock;
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8192);
	__type(key, struct eu_listener_key);
	__type(value, struct eu_port_user);
} ports SEC(".maps");

/* Functions of their own, as in sock.h. */
/* A process has the port of a socket. flags: BPF_NOEXIST where somebody may have used it since. */
__noinline int eu_hold_port(__u64 sock, eu_ref ref, __u32 pid, __u64 flags);
/* Who takes what comes to an address and a port there: the container in the upper half, the process in
 * the lower one; 0: not known. */
__noinline __u64 eu_port_user(__u64 net, __u64 begin, __u64 end, __u32 port);
/* If a socket that was connected is one for datagrams, it has a port now, and the record under
 * construction says who is at the other end. */
__noinline int eu_say_port_user(__u32 scratch_index, __u64 sock);

/* Who was known stays, where nobody is known to have the port now. */
static __always_inline void eu_find_port_user(struct eu_socket *socket, __u64 sock)
{
	__u64 begin, end, net, user;

	__builtin_memcpy(&begin, socket->peer.address, sizeof(begin));
	__builtin_memcpy(&end, socket->peer.address + sizeof(begin), sizeof(end));
	net = eu_network_of(sock, begin, end);
	user = eu_port_user(net, begin, end, socket->peer.port);
	if (!user)
		return;
	socket->peer_container = user >> 32;
	socket->peer_pid = user;
}

/* The current process. */
static __always_inline void eu_uses_port_now(const struct sock *sk, eu_ref ref)
{
	eu_hold_port((__u64)sk, ref, bpf_get_current_pid_tgid() >> 32, BPF_ANY);
}

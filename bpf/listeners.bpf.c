/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Which sockets listen where. */
#include "tcp.h"

static __always_inline struct eu_listener_key eu_listener_key(const struct sock *sk)
{
	struct eu_listener_key key = {
		.net = (__u64)BPF_CORE_READ(sk, __sk_common.skc_net.net),
		.port = eu_local_port(sk), /* skc_num is given back before a socket is closed */
	};

	eu_local_address(key.address, sk);
	return key;
}

/* The kernel tells nobody which of those that share an address a connection came to. */
static __always_inline __u64 eu_listening_by(const struct eu_listener_key *key)
{
	struct eu_listening *all = bpf_map_lookup_elem(&listening, key);
	__u64 sock;

	if (!all)
		return 0;
#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_SHARING; i++) {
		sock = all->socks[i];
		if (sock && bpf_map_lookup_elem(&listeners, &sock))
			return sock;
	}
	return 0;
}

/* Bound to this address, to any IPv4 address, or to any at all. The key is written over. */
static __always_inline __u64 eu_listening_for(struct eu_listener_key *key)
{
	__u64 found = eu_listening_by(key);

	if (!found && eu_is_mapped(key->address)) {
		eu_map_v4(key->address, 0);
		found = eu_listening_by(key);
	}
	if (!found) {
		__builtin_memset(key->address, 0, sizeof(key->address));
		found = eu_listening_by(key);
	}
	return found;
}

__noinline __u64 eu_find_listening(__u64 sock)
{
	struct eu_listener_key key = eu_listener_key((const struct sock *)sock);

	return eu_listening_for(&key);
}

__noinline __u64 eu_find_expected(__u64 sock)
{
	const struct sock *sk = (const struct sock *)sock;
	struct eu_listener_key key = {.port = eu_peer_port(sk)};
	__u64 halves[2];

	eu_peer_address(key.address, sk);
	__builtin_memcpy(halves, key.address, sizeof(halves));
	key.net = eu_network_of(sock, halves[0], halves[1]);
	return key.net ? eu_listening_for(&key) : 0;
}

static const struct eu_listening eu_nobody_listens = {}; /* too large for the stack */

static __always_inline struct eu_listening *eu_listening_at(const struct eu_listener_key *key)
{
	bpf_map_update_elem(&listening, key, &eu_nobody_listens, BPF_NOEXIST);
	return bpf_map_lookup_elem(&listening, key);
}

__noinline int eu_listens_at(__u64 sock)
{
	struct eu_listener_key key = eu_listener_key((const struct sock *)sock);
	struct eu_listening *all = eu_listening_at(&key);
	int i;

	if (!all)
		return 1;
#pragma clang loop unroll(disable)
	for (i = 0; i < EU_SHARING - 1; i++)
		if (!all->socks[i])
			break;
	all->socks[i & (EU_SHARING - 1)] = sock;
	return 0;
}

__noinline int eu_listens_no_more(__u64 sock)
{
	struct eu_listener_key key = eu_listener_key((const struct sock *)sock);
	struct eu_listening *all = bpf_map_lookup_elem(&listening, &key);
	__u64 left = 0;

	bpf_map_delete_elem(&listeners, &sock);
	if (!all)
		return 0;
#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_SHARING; i++) {
		if (all->socks[i] == sock)
			all->socks[i] = 0;
		left |= all->socks[i];
	}
	if (!left)
		bpf_map_delete_elem(&listening, &key);
	return 0;
}

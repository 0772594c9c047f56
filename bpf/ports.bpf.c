/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
#include "ports.h"

static __always_inline bool eu_is_own_loopback(__u64 begin, __u64 end)
{
	end = bpf_be64_to_cpu(end);
	return !begin && (end >> 24 == 0xffff7f || end == 1);
}

/* Is it another one's elsewhere: the namespace's own (127.0.0.0/8, ::1), or the link's (169.254.0.0/16,
 * fe80::/10)? */
static __always_inline bool eu_is_ambiguous(__u64 begin, __u64 end)
{
	return eu_is_own_loopback(begin, end) || bpf_be64_to_cpu(begin) >> 56 == 0xfe ||
	       (!begin && bpf_be64_to_cpu(end) >> 16 == 0xffffa9feull);
}

__noinline int eu_locate(__u64 net, __u64 begin, __u64 end)
{
	struct eu_network network = eu_network(net), *known;
	struct eu_net_address at = {.begin = begin, .end = end};

	if (eu_is_ambiguous(begin, end))
		return 0;
	known = bpf_map_lookup_elem(&net_addresses, &at);
	if (known && known->net == network.net && known->mix == network.mix)
		return 0;
	bpf_map_update_elem(&net_addresses, &at, &network, BPF_ANY);
	at.net = network.net;
	bpf_map_update_elem(&net_addresses, &at, &network, BPF_ANY);
	return 0;
}

__noinline int eu_hold_port(__u64 sock, eu_ref ref, __u32 pid, __u64 flags)
{
	const struct sock *sk = (const struct sock *)sock;
	struct eu_listener_key key = {
		.net = (__u64)BPF_CORE_READ(sk, __sk_common.skc_net.net),
		.port = BPF_CORE_READ(sk, __sk_common.skc_num),
	};
	struct eu_port_user user = {
		.owner = {ref, pid},
		.sock = sock,
	};

	if (!key.port)
		return 0;
	eu_local_address(key.address, sk);
	bpf_map_update_elem(&ports, &key, &user, flags);
	return 0;
}

static __always_inline bool eu_is_there(const struct eu_net_address *at, __u64 *net)
{
	struct eu_network *known = bpf_map_lookup_elem(&net_addresses, at);

	if (!known || eu_network(known->net).mix != known->mix)
		return false;
	*net = known->net;
	return true;
}

__noinline __u64 eu_network_of(__u64 sock, __u64 begin, __u64 end)
{
	__u64 net = (__u64)BPF_CORE_READ((const struct sock *)sock, __sk_common.skc_net.net);
	struct eu_net_address at = {.net = net, .begin = begin, .end = end};

	if (eu_is_own_loopback(begin, end) || eu_is_there(&at, &net))
		return net;
	at.net = 0;
	return eu_is_there(&at, &net) ? net : 0;
}

#define EU_ANY_V4 bpf_cpu_to_be64(0xffff00000000ull) /* the second half of ::ffff:0.0.0.0 */

/* A socket that is closed gives its port back, a struct net that is gone may be another one's, and who
 * was bound to any address may be connected since. The key has been looked up, and is written over. */
static __always_inline bool eu_is_at(const struct sock *sk, __u64 begin, __u64 end,
				     struct eu_listener_key *key)
{
	__u64 local[2];

	if ((__u64)BPF_CORE_READ(sk, __sk_common.skc_net.net) != key->net ||
	    BPF_CORE_READ(sk, __sk_common.skc_num) != key->port)
		return false;
	eu_local_address(key->address, sk);
	__builtin_memcpy(local, key->address, sizeof(local));
	return (local[0] == begin && local[1] == end) ||
	       (!local[0] && (!local[1] || local[1] == EU_ANY_V4));
}

/* Of those bound to the key's address, who had the port last. */
static __always_inline __u64 eu_bound_there(struct eu_listener_key *key, __u64 begin, __u64 end)
{
	struct eu_port_user *user = bpf_map_lookup_elem(&ports, key);

	if (!user || !eu_is_at((const struct sock *)user->sock, begin, end, key))
		return 0;
	return (__u64)user->owner.ref << 32 | user->owner.pid;
}

/* Of those bound to this address, to any of IPv4, or to any at all. */
__noinline __u64 eu_port_user(__u64 net, __u64 begin, __u64 end, __u32 port)
{
	struct eu_listener_key key = {.net = net, .port = port};
	__u64 user;

	if (!net)
		return 0;
	__builtin_memcpy(key.address, &begin, sizeof(begin));
	__builtin_memcpy(key.address + sizeof(begin), &end, sizeof(end));
	user = eu_bound_there(&key, begin, end);
	if (!user && !begin && bpf_be64_to_cpu(end) >> 32 == 0xffff) {
		eu_map_v4(key.address, 0);
		user = eu_bound_there(&key, begin, end);
	}
	if (user)
		return user;
	__builtin_memset(key.address, 0, sizeof(key.address));
	return eu_bound_there(&key, begin, end);
}

__noinline int eu_say_port_user(__u32 scratch_index, __u64 sock)
{
	struct eu_scratch *scratch = bpf_map_lookup_elem(&scratches, &scratch_index);

	if (!scratch || eu_record_socket(scratch)->transport != EU_TRANSPORT_UDP)
		return 0;
	eu_hold_port(sock, scratch->ref, bpf_get_current_pid_tgid() >> 32, BPF_ANY);
	eu_find_port_user(eu_record_socket(scratch), sock);
	return 0;
}

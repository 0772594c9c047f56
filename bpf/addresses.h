/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Which addresses a container has. A runtime makes its network before the entrypoint begins, so the
 * first exec tells them, before anything was sent: who gets a datagram is told no more than where
 * from.
 */
#pragma once

#include "networks.h"

#define EU_DEVICES 8 /* of a network namespace that are looked at */

/* These are not in vmlinux.h, and have had these members since long before 5.10. */
struct in_ifaddr___eu {
	__be32 ifa_local;
} __attribute__((preserve_access_index));

struct in_device___eu {
	struct in_ifaddr___eu *ifa_list;
} __attribute__((preserve_access_index));

struct inet6_ifaddr___eu {
	struct in6_addr addr;
	struct list_head if_list;
} __attribute__((preserve_access_index));

struct inet6_dev___eu {
	struct list_head addr_list;
} __attribute__((preserve_access_index));

struct net_device___eu {
	struct list_head dev_list;
	struct in_device___eu *ip_ptr;
	struct inet6_dev___eu *ip6_ptr;
} __attribute__((preserve_access_index));

struct eu_known_address {
	eu_ref ref;
	__u8 address[16];
};

/* Addresses of containers that were said already. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8192);
	__type(key, struct eu_known_address);
	__type(value, __u8);
} known_addresses SEC(".maps");

struct eu_known_network {
	eu_ref ref;
	__u32 inode;
};

/* Network namespaces of containers whose addresses were looked up. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 2048);
	__type(key, struct eu_known_network);
	__type(value, __u8);
} known_networks SEC(".maps");

const volatile bool wants_addresses = false;

/* Says an address of a container, once. False: it says nothing about who has it. */
static __always_inline bool eu_say_address(const struct eu_known_address *known)
{
	struct eu_event_address *e;
	struct eu_scratch *scratch;
	__u8 yes = 1;

	if (eu_is_loopback(known->address))
		return false;
	if (bpf_map_lookup_elem(&known_addresses, known))
		return true;
	bpf_map_update_elem(&known_addresses, known, &yes, BPF_ANY);
	e = eu_begin(struct eu_event_address, known->ref, scratch);
	if (!e)
		return true;
	*e = (struct eu_event_address){.head = eu_head(scratch)};
	__builtin_memcpy(e->address, known->address, sizeof(e->address));
	e->head.pid = e->head.tid = 0;
	eu_send(scratch);
	return true;
}

/* The first of its IPv4 addresses. */
static __always_inline bool eu_device_v4(__u8 out[16], const struct net_device___eu *dev)
{
	struct in_ifaddr___eu *first = BPF_CORE_READ(dev, ip_ptr, ifa_list);

	if (!first)
		return false;
	eu_map_v4(out, BPF_CORE_READ(first, ifa_local));
	return true;
}

/* The first of its IPv6 addresses, widest scope first; the link's own say nothing elsewhere. */
static __always_inline bool eu_device_v6(__u8 out[16], const struct net_device___eu *dev)
{
	struct inet6_dev___eu *all = BPF_CORE_READ(dev, ip6_ptr);
	struct list_head *first = all ? BPF_CORE_READ(all, addr_list.next) : NULL;
	struct inet6_ifaddr___eu *v6 =
		(void *)first - bpf_core_field_offset(struct inet6_ifaddr___eu, if_list);

	if (!first ||
	    (void *)first == (void *)all + bpf_core_field_offset(struct inet6_dev___eu, addr_list))
		return false;
	BPF_CORE_READ_INTO((struct in6_addr *)out, v6, addr);
	return out[0] != 0xfe;
}

/* Functions of their own, so that the verifier looks at each once. */
__noinline int eu_say_device(eu_ref ref, __u64 device)
{
	struct net_device___eu *dev = (struct net_device___eu *)device;
	struct eu_known_address known = {.ref = ref};
	bool any = eu_device_v4(known.address, dev) && eu_say_address(&known);

	return (eu_device_v6(known.address, dev) && eu_say_address(&known)) || any;
}

__noinline int eu_locate_device(__u64 device, __u64 net)
{
	struct net_device___eu *dev = (struct net_device___eu *)device;
	__u64 address[2];

	if (eu_device_v4((__u8 *)address, dev))
		eu_locate(net, address[0], address[1]);
	if (eu_device_v6((__u8 *)address, dev))
		eu_locate(net, address[0], address[1]);
	return 0;
}

/* The next device of a network namespace, NULL behind the last one. *at: of its list. */
static __always_inline __u64 eu_next_device(const struct net *net, struct list_head **at)
{
	struct list_head *here = *at;

	if ((void *)here == (void *)net + bpf_core_field_offset(struct net, dev_base_head))
		return 0;
	*at = BPF_CORE_READ(here, next);
	return (__u64)here - bpf_core_field_offset(struct net_device___eu, dev_list);
}

/* The addresses of a container's network namespace, when it has some. */
static __always_inline void eu_say_network(eu_ref ref, struct net *net)
{
	struct eu_known_network key = {.ref = ref, .inode = BPF_CORE_READ(net, ns.inum)};
	struct list_head *at = BPF_CORE_READ(net, dev_base_head.next);
	__u8 any = 0;

	if (key.inode == host_network || bpf_map_lookup_elem(&known_networks, &key))
		return;
#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_DEVICES; i++) {
		__u64 device = eu_next_device(net, &at);

		if (!device)
			break;
		any |= eu_say_device(ref, device);
		eu_locate_device(device, (__u64)net);
	}
	if (any)
		bpf_map_update_elem(&known_networks, &key, &any, BPF_ANY);
}

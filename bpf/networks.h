/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * In which network namespace an address is: in the one that had it last, since engines give it to the
 * next container as soon as one is gone. Those of the host are not kept: what is sent there may be
 * passed on.
 */
#pragma once

#include "sock.h"

struct net___eu {
	__u32 hash_mix; /* drawn for each: the next one may lie in the same place */
} __attribute__((preserve_access_index));

struct eu_net_address {
	__u64 net; /* struct net *; 0: wherever the address is */
	__u64 begin, end; /* of the address */
};

struct eu_network {
	__u64 net; /* struct net * */
	__u32 mix;
	__u32 pad_;
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8192);
	__type(key, struct eu_net_address);
	__type(value, struct eu_network);
} net_addresses SEC(".maps");

static __always_inline struct eu_network eu_network(__u64 net)
{
	return (struct eu_network){
		.net = net,
		.mix = BPF_CORE_READ((struct net___eu *)net, hash_mix),
	};
}

/* An address, in two halves, is in a network namespace now. A function of its own, as in sock.h. */
__noinline int eu_locate(__u64 net, __u64 begin, __u64 end);
/* Which network namespace what a socket sends to an address comes to: its own before others. 0: not
 * known. */
__noinline __u64 eu_network_of(__u64 sock, __u64 begin, __u64 end);

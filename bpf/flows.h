/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later OR BSD-2-Clause */
/* Datagrams that a process passes between a socket and one peer, added up in the kernel and told by
 * user space. */
#pragma once

#include <eunomia/events.h>

#define EU_MAX_FLOWS 16384

struct eu_flow_key {
	__u64 sock;   /* struct sock *: the next one may lie in the same place … */
	__u64 number; /* … but its inode has another number */
	__u8 address[16];
	__u32 pid; /* who sends and receives: a socket may be several processes' */
	__u16 port;
	__u16 pad_;
};

struct eu_flow {
	eu_ref container;
	__u32 pid, tid;
	__u32 pad_;
	struct eu_socket socket;
	__u64 first, last; /* CLOCK_MONOTONIC, ns */
	/* behind the first datagram, which was told at once */
	__u64 bytes_sent, bytes_received;
	__u64 sent, received; /* datagrams */
};

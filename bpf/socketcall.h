/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* i386's socketcall(2): one call for all that is done with sockets, its arguments in memory. */
#pragma once

#include "arch.h"
#include "specs.h"

#define EU_SOCKETCALL (EU_CALLS_I386 + 102)

/* By socketcall's first argument; user space fills it from the tables. */
struct eu_socketcall socketcalls[EU_SOCKETCALLS];

/* Which call of its own it stands for, as an index; 0: none. Its arguments as numbers. */
static __always_inline __u32 eu_socketcall_args(__u64 number, __u64 address, __u64 a[6])
{
	const struct eu_socketcall *inner = &socketcalls[eu_bounded(number, EU_SOCKETCALLS)];
	__u32 words[6] = {};
	__u32 len = inner->n_args * sizeof(*words);

	if (number >= EU_SOCKETCALLS || !inner->nr || len > sizeof(words) ||
	    bpf_probe_read_user(words, len, (void *)address))
		return 0;
	for (int i = 0; i < 6; i++)
		a[i] = words[i];
	return EU_CALLS_I386 + inner->nr;
}

/* The arguments of a call about sockets, whichever way it was made; returns its index. */
static __always_inline __u32 eu_socket_args(const struct pt_regs *regs, __u32 call, __u64 a[6])
{
	eu_arch_args(regs, call >= EU_CALLS_I386, a);
	return call == EU_SOCKETCALL ? eu_socketcall_args(a[0], a[1], a) : call;
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* The other end of a unix socket. */
#pragma once

#include "tcp.h"

/* The process that a unix socket's other end belonged to when the two were connected: the one
 * that listened, or the one that connected (unix(7), SO_PEERCRED). */
static __always_inline struct eu_end eu_unix_peer(const struct sock *sk)
{
	struct pid *pid = BPF_CORE_READ(sk, sk_peer_pid);
	struct eu_end peer = {};
	struct hlist_node *first;
	struct upid upid;

	if (!pid || bpf_probe_read_kernel(&upid, sizeof(upid),
					  (void *)pid + bpf_core_field_offset(struct pid, numbers)))
		return peer;
	peer.pid = upid.nr;
	bpf_probe_read_kernel(&first, sizeof(first),
			      (void *)pid + bpf_core_field_offset(struct pid, tasks) +
				      PIDTYPE_TGID * sizeof(struct hlist_head));
	if (first) /* else it has ended */
		peer.ref = eu_task_ref((void *)first -
				       bpf_core_field_offset(struct task_struct, pid_links) -
				       PIDTYPE_TGID * sizeof(struct hlist_node));
	return peer;
}

static __always_inline void eu_say_unix_peer(struct eu_scratch *scratch, const struct sock *sk)
{
	struct eu_socket *socket = eu_record_socket(scratch);
	struct eu_end peer = eu_unix_peer(sk);

	socket->peer_container = peer.ref;
	socket->peer_pid = peer.pid;
}

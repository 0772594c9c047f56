/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* TCP sockets that were there before Eunomia: run once, when its other programs watch already. */
#include "../tcp.h"

static __always_inline void eu_find_listener(const struct sock *sk, const struct eu_end *owner)
{
	struct eu_listener_key key = eu_listener_key(sk);
	struct eu_listener listener = {
		.owner = *owner,
		.sock = (__u64)sk,
		.start = bpf_ktime_get_ns(),
		.existed = true,
	};

	bpf_map_update_elem(&listeners, &key, &listener, BPF_NOEXIST);
}

/* Which end connected is seen when it closes: a server's port has a listener, then. */
static __always_inline void eu_find_connection(const struct sock *sk, const struct eu_end *owner)
{
	__u64 key = (__u64)sk, now = bpf_ktime_get_ns();
	struct eu_connection connection = {
		.owner = *owner,
		.tid = owner->pid,
		.isns = eu_isns(key),
		.existed = true,
		.start = now,
		.established = now,
	};

	if (!bpf_map_update_elem(&connections, &key, &connection, BPF_NOEXIST))
		eu_tell_end(&connection);
}

SEC("?iter/task_file")
EU_SERVES("connect accept close")
int found_sockets(struct bpf_iter__task_file *ctx)
{
	struct task_struct *task = ctx->task;
	struct file *file = ctx->file;
	struct socket *socket;
	struct eu_end owner;
	struct sock *sk;

	if (!task || !file || BPF_CORE_READ(task, pid) != BPF_CORE_READ(task, tgid))
		return 0;
	if ((BPF_CORE_READ(file, f_inode, i_mode) & EU_S_IFMT) != EU_S_IFSOCK)
		return 0;
	owner = (struct eu_end){eu_task_ref(task), BPF_CORE_READ(task, tgid)};
	socket = BPF_CORE_READ(file, private_data);
	sk = BPF_CORE_READ(socket, sk);
	if (!sk || !eu_is_tcp(sk) || !eu_is_worth_knowing(owner.ref, owner.pid))
		return 0;
	switch (BPF_CORE_READ(sk, __sk_common.skc_state)) {
	case TCP_LISTEN:
		eu_find_listener(sk, &owner);
		break;
	case TCP_ESTABLISHED:
	case TCP_CLOSE_WAIT:
		eu_find_connection(sk, &owner);
		break;
	}
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * UDP and unix sockets come to their end. No tracepoint says so: a call that closes a descriptor,
 * and the end of a process, make it look at the socket that was behind it. What ends in another
 * way (in an exec, in a process that never used it, on its way in a message) is found by user
 * space, which has all looked at once a second.
 */
#include "../arch.h"
#include "../close.h"
#include "../dispatch.h"

#define EU_LOOKED_AT 1024 /* descriptors of a process that ends */

static __always_inline void eu_closed(__u32 fd)
{
	struct eu_holder holder = {.files = eu_current(files), .fd = fd};
	__u64 *sock = bpf_map_lookup_elem(&holders, &holder);

	if (!sock)
		return;
	eu_check_socket(*sock, true);
	bpf_map_delete_elem(&holders, &holder);
}

/* The new descriptor may have been another socket's. */
static __always_inline void eu_doubled(__u32 fd)
{
	struct eu_open_socket *open;
	struct sock *sk;

	eu_closed(fd);
	sk = eu_fd_sock(fd);
	open = sk ? eu_open_socket((__u64)sk) : NULL;
	if (open)
		eu_hold(open, (__u64)sk, fd);
}

EU_SYSCALL_EXIT(close_exit, "close traffic", "close=1 dup=2 dup2=2 dup3=2")
{
	__u64 a[6];

	if (result < 0)
		return;
	if (eu_variant(cpu->call) == 2) {
		eu_doubled(result);
		return;
	}
	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	eu_closed(a[0]);
}

/* Before the files are let go of. Threads may share them, and other processes. */
SEC("?tp_btf/sched_process_exit")
EU_SERVES("close traffic")
int sockets_end(void *ctx)
{
	struct files_struct *files = BPF_CORE_READ(eu_task(), files);
	struct fdtable *table = BPF_CORE_READ(files, fdt);
	struct file **all = BPF_CORE_READ(table, fd), *file;
	__u32 n = BPF_CORE_READ(table, max_fds);
	__u64 walk = bpf_ktime_get_ns();

	if (!files || BPF_CORE_READ(files, count.counter) != 1)
		return 0;
	if (!eu_identify(eu_cpu()) && !watch_host)
		return 0;
#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_LOOKED_AT; i++) {
		if (i >= n || bpf_probe_read_kernel(&file, sizeof(file), all + i))
			break;
		if (file)
			eu_let_go((__u64)file, walk);
	}
	return 0;
}

/* Run by user space: its argument is a struct sock *. */
SEC("?raw_tp")
EU_SERVES("close traffic")
int check_socket(__u64 *ctx)
{
	return eu_check_socket(ctx[0], false);
}

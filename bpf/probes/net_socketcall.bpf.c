/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* What i386 programs do with sockets through socketcall(2) goes to the program of the call that it
 * stands for. */
#include "../dispatch.h"
#include "../socketcall.h"

SEC("?tp_btf/sys_exit")
EU_SERVES("socket bind listen connect accept udp close traffic")
EU_TAG("exit:@socketcall")
int socketcall_exit(__u64 *ctx)
{
	struct eu_cpu *cpu = eu_cpu();
	__u64 a[6];
	__u32 call = eu_socket_args(eu_hook_regs(ctx), cpu->call, a);

	if (call)
		bpf_tail_call(ctx, &exits, call & (EU_CALLS - 1));
	return eu_syscall_next(ctx, cpu);
}

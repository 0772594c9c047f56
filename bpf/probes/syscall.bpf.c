/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Any syscall: number, arguments, result. It comes last in the dispatch. */
#include "../arch.h"
#include "../dispatch.h"
#include "../filter.h"

SEC("?tp_btf/sys_exit")
EU_SERVES("syscall")
EU_TAG("exit:*")
int BPF_PROG(syscall_exit, struct pt_regs *regs, long result)
{
	struct eu_cpu *cpu = eu_cpu();
	struct eu_scratch *scratch;
	struct eu_event_syscall *e;
	__u64 args[6];

	e = eu_begin(struct eu_event_syscall, cpu->ref, scratch);
	if (!e)
		return 0;
	*e = (struct eu_event_syscall){
		.head = eu_head(scratch),
		.nr = eu_call_nr(cpu->call),
		.result = result,
	};
	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, args);
	e->args = eu_bytes(scratch, args, arity[cpu->call & (EU_CALLS - 1)] * sizeof(*args));
	eu_send(scratch);
	return 0;
}

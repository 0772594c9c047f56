/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Directories are made. */
#include "../arch.h"
#include "../pending.h"

/* mkdir = 1, mkdirat = 2 */
EU_SYSCALL_EXIT(mkdir_exit, "mkdir", "mkdir=1 mkdirat=2")
{
	bool at = variants[cpu->call & (EU_CALLS - 1)] == 2;
	struct eu_scratch *scratch;
	struct eu_event_mkdir *e;
	__u64 a[6];

	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	e = eu_begin(struct eu_event_mkdir, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_mkdir){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.mode = at ? a[2] : a[1],
	};
	eu_path_of_name(scratch, e, file, at ? a[0] : EU_AT_FDCWD, at ? a[1] : a[0]);
	eu_send_with_paths(scratch, cpu);
}

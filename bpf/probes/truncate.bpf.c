/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files are cut or stretched. */
#include "../arch.h"
#include "../pending.h"

/* truncate = 1, ftruncate = 2; the 64-bit ones of i386, with a size in two registers, are 2 more. */
EU_SYSCALL_EXIT(truncate_exit, "truncate", "truncate=1 ftruncate=2 truncate64=3 ftruncate64=4")
{
	__u8 variant = variants[cpu->call & (EU_CALLS - 1)];
	bool compat = cpu->call >= EU_CALLS_I386;
	struct eu_event_truncate *e;
	struct eu_scratch *scratch;
	__u64 a[6];

	eu_arch_args(regs, compat, a);
	e = eu_begin(struct eu_event_truncate, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_truncate){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.size = variant > 2 ? a[2] << 32 | a[1] : compat ? (__s32)a[1] : (__s64)a[1],
	};
	if (variant == 2 || variant == 4)
		eu_path_of_fd(scratch, e, file, a[0]);
	else
		eu_path_of_name(scratch, e, file, EU_AT_FDCWD, a[0]);
	eu_send_with_paths(scratch, cpu);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files get other names. */
#include "../arch.h"
#include "../pending.h"

/* rename = 1, renameat = 2, renameat2 = 3 */
EU_SYSCALL_EXIT(rename_exit, "rename", "rename=1 renameat=2 renameat2=3")
{
	__u8 variant = variants[cpu->call & (EU_CALLS - 1)];
	struct eu_scratch *scratch;
	struct eu_event_rename *e;
	bool at = variant != 1;
	__u64 a[6];

	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	e = eu_begin(struct eu_event_rename, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_rename){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.flags = variant == 3 ? a[4] : 0,
	};
	eu_path_of_name(scratch, e, file, at ? a[0] : EU_AT_FDCWD, at ? a[1] : a[0]);
	eu_path_of_name(scratch, e, target, at ? a[2] : EU_AT_FDCWD, at ? a[3] : a[1]);
	eu_send_with_paths(scratch, cpu);
}

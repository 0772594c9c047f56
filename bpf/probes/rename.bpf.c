/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files get other names. */
#include "../arch.h"
#include "../pending.h"
#include "../resolved.h"

static __always_inline __u32 eu_replaced(__u32 call)
{
	const struct eu_resolved_name *from = eu_resolved_name(call, false);
	const struct eu_resolved_name *to = eu_resolved_name(call, true);

	if (!from || !to)
		return EU_REPLACED_UNKNOWN;
	if (!to->inode)
		return EU_REPLACED_NOTHING;
	return to->inode == from->inode && to->device == from->device ? EU_REPLACED_ITSELF
								      : EU_REPLACED_ANOTHER;
}

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
		.replaced = eu_replaced(cpu->call),
	};
	eu_path_of_name(scratch, e, file, at ? a[0] : EU_AT_FDCWD, at ? a[1] : a[0]);
	eu_path_of_name(scratch, e, target, at ? a[2] : EU_AT_FDCWD, at ? a[3] : a[1]);
	eu_send_with_paths(scratch, cpu);
}

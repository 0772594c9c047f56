/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files get more names, hard and symbolic ones. */
#include "../arch.h"
#include "../pending.h"

/* link = 1, linkat = 2 */
EU_SYSCALL_EXIT(link_exit, "link", "link=1 linkat=2")
{
	bool at = variants[cpu->call & (EU_CALLS - 1)] == 2;
	struct eu_scratch *scratch;
	struct eu_event_link *e;
	__u64 a[6];

	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	e = eu_begin(struct eu_event_link, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_link){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.flags = at ? a[4] : 0,
	};
	eu_path_of_name_or_fd(scratch, e, file, at ? a[0] : EU_AT_FDCWD, at ? a[1] : a[0],
			      at && a[4] & EU_AT_EMPTY_PATH);
	eu_path_of_name(scratch, e, target, at ? a[2] : EU_AT_FDCWD, at ? a[3] : a[1]);
	eu_send_with_paths(scratch, cpu);
}

/* symlink = 1, symlinkat = 2 */
EU_SYSCALL_EXIT(symlink_exit, "symlink", "symlink=1 symlinkat=2")
{
	bool at = variants[cpu->call & (EU_CALLS - 1)] == 2;
	struct eu_event_symlink *e;
	struct eu_scratch *scratch;
	__u64 a[6];

	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	e = eu_begin(struct eu_event_symlink, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_symlink){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
	};
	e->target.path = eu_name_user(scratch, a[0], &e->target.path_state);
	eu_path_of_name(scratch, e, file, at ? a[1] : EU_AT_FDCWD, at ? a[2] : a[1]);
	eu_send_with_paths(scratch, cpu);
}

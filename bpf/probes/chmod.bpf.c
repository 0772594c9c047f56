/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Permissions of files are changed. */
#include "../arch.h"
#include "../pending.h"

/* chmod = 1, fchmod = 2, fchmodat = 3, fchmodat2, which has flags, = 4 */
EU_SYSCALL_EXIT(chmod_exit, "chmod", "chmod=1 fchmod=2 fchmodat=3 fchmodat2=4")
{
	__u8 variant = variants[cpu->call & (EU_CALLS - 1)];
	bool at = variant >= 3;
	struct eu_scratch *scratch;
	struct eu_event_chmod *e;
	__u64 a[6];

	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	e = eu_begin(struct eu_event_chmod, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_chmod){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.mode = (at ? a[2] : a[1]) & 07777,
		.flags = variant == 4 ? a[3] : 0,
	};
	if (variant == 2)
		eu_path_of_fd(scratch, e, file, a[0]);
	else
		eu_path_of_name_or_fd(scratch, e, file, at ? a[0] : EU_AT_FDCWD, at ? a[1] : a[0],
				      variant == 4 && a[3] & EU_AT_EMPTY_PATH);
	eu_send_with_paths(scratch, cpu);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files change hands. */
#include "../arch.h"
#include "../pending.h"

/* chown = 1, lchown = 1, fchown = 2, fchownat = 3; the 16-bit ones of i386 are 16 more. */
#define EU_CHOWN_16 16

/* 65535 of a 16-bit call is the -1 of the others. */
static __always_inline __s32 eu_wide_id(__u32 id, bool narrow)
{
	return narrow && (__u16)id == 0xffff ? -1 : narrow ? (__u16)id : (__s32)id;
}

EU_SYSCALL_EXIT(chown_exit, "chown",
		"chown32=1 lchown32=1 fchown32=2 chown=17 lchown=17 fchown=18 fchownat=3")
{
	__u8 variant = variants[cpu->call & (EU_CALLS - 1)];
	bool narrow = variant & EU_CHOWN_16 && cpu->call >= EU_CALLS_I386;
	struct eu_scratch *scratch;
	struct eu_event_chown *e;
	__u64 a[6];

	variant &= EU_CHOWN_16 - 1;
	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	e = eu_begin(struct eu_event_chown, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_chown){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.owner = eu_wide_id(variant == 3 ? a[2] : a[1], narrow),
		.group = eu_wide_id(variant == 3 ? a[3] : a[2], narrow),
		.flags = variant == 3 ? a[4] : 0,
	};
	if (variant == 2)
		eu_path_of_fd(scratch, e, file, a[0]);
	else
		eu_path_of_name_or_fd(scratch, e, file, variant == 3 ? a[0] : EU_AT_FDCWD,
				      variant == 3 ? a[1] : a[0],
				      variant == 3 && a[4] & EU_AT_EMPTY_PATH);
	eu_send_with_paths(scratch, cpu);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Names of files and directories are removed. */
#include "../arch.h"
#include "../pending.h"

#define EU_AT_REMOVEDIR 0x200

struct eu_unlink_args {
	__s32 dirfd;
	__u64 name;
	bool directory;
};

/* unlink = 1, rmdir = 2, unlinkat = 3 */
static __always_inline struct eu_unlink_args eu_unlink_args(const struct pt_regs *regs, __u32 call)
{
	__u64 a[6];

	eu_arch_args(regs, call >= EU_CALLS_I386, a);
	switch (variants[call & (EU_CALLS - 1)]) {
	case 1:
		return (struct eu_unlink_args){EU_AT_FDCWD, a[0], false};
	case 2:
		return (struct eu_unlink_args){EU_AT_FDCWD, a[0], true};
	default:
		return (struct eu_unlink_args){a[0], a[1], a[2] & EU_AT_REMOVEDIR};
	}
}

_Static_assert(sizeof(struct eu_event_unlink) == sizeof(struct eu_event_rmdir),
	       "one program makes both");

EU_SYSCALL_EXIT(unlink_exit, "unlink rmdir", "unlink=1 rmdir=2 unlinkat=3")
{
	struct eu_unlink_args args = eu_unlink_args(regs, cpu->call);
	struct eu_event_unlink *e;
	struct eu_scratch *scratch;

	e = eu_begin(struct eu_event_unlink, ref, scratch);
	if (!e)
		return;
	if (args.directory)
		scratch->type = bpf_core_type_id_local(struct eu_event_rmdir);
	*e = (struct eu_event_unlink){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
	};
	eu_path_of_name(scratch, e, file, args.dirfd, args.name);
	eu_send_with_paths(scratch, cpu);
}

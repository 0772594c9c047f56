/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files are opened, or not. */
#include "../arch.h"
#include "../dispatch.h"
#include "../filter.h"
#include "../totals.h"

#define EU_O_CREAT 0100
#define EU_O_TMPFILE 020000000
#define EU_FMODE_CREATED 0x100000

/* A report counts what was opened; only what was not is sent. */
const volatile bool count_opens = false;

struct eu_open_args {
	__s32 dirfd;
	const void *name;
	__u32 flags, mode;
};

#define EU_OPEN_BY_HANDLE 5 /* a number of the file system's stands for the name */

/* open = 1, creat = 2, openat = 3, openat2 = 4: where each keeps its arguments. */
static __always_inline struct eu_open_args eu_open_args(const struct pt_regs *regs, __u32 call)
{
	__u64 a[6], how[2] = {};

	eu_arch_args(regs, call >= EU_CALLS_I386, a);
	switch (eu_variant(call)) {
	case 1:
		return (struct eu_open_args){EU_AT_FDCWD, (void *)a[0], a[1], a[2]};
	case 2:
		return (struct eu_open_args){EU_AT_FDCWD, (void *)a[0], 01101, a[1]};
	case 3:
		return (struct eu_open_args){a[0], (void *)a[1], a[2], a[3]};
	case EU_OPEN_BY_HANDLE:
		return (struct eu_open_args){.flags = a[2]};
	default: /* struct open_how { flags, mode, resolve } */
		bpf_probe_read_user(how, sizeof(how), (void *)a[2]);
		return (struct eu_open_args){a[0], (void *)a[1], how[0], how[1]};
	}
}

EU_SYSCALL_EXIT(open_exit, "open", "open=1 creat=2 openat=3 openat2=4 open_by_handle_at=5")
{
	struct eu_open_args args = eu_open_args(regs, cpu->call);
	struct file *file = result < 0 ? NULL : eu_fd_file(result);
	struct eu_scratch *scratch;
	struct eu_event_open *e;
	bool created = file && eu_member(struct file, file, f_mode) & EU_FMODE_CREATED;

	if (count_opens && file &&
	    eu_count_use(cpu, ref, file, created ? EU_USE_CREATE : EU_USE_OPEN, 0))
		return;
	e = eu_begin(struct eu_event_open, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_open){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.flags = args.flags,
		.mode = args.flags & (EU_O_CREAT | EU_O_TMPFILE) ? args.mode : 0,
	};
	if (file) {
		e->file.raw_path = eu_string_user(scratch, args.name);
		eu_describe(&e->file, file);
		e->created = created;
		eu_path_of_file(scratch, e, file, file);
	} else if (eu_variant(cpu->call) != EU_OPEN_BY_HANDLE) {
		eu_path_of_name(scratch, e, file, args.dirfd, (__u64)args.name);
	}
	eu_send_with_paths(scratch, cpu);
}

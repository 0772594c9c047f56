/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* Files are opened, or not. */
#include "../arch.h"
#include "../dispatch.h"
#include "../filter.h"
#include "../totals.h"

#define EU_O_CREAT 0100
#define EU_O_TRUNC 01000
#define EU_O_PATH 010000000
#define EU_O_TMPFILE 020000000
#define EU_FMODE_CREATED 0x100000

/* A report counts what was opened; only what was not is sent. */
const volatile bool count_opens = false;

struct eu_open_args {
	__s32 dirfd;
	const void *name;
	__u32 flags, mode;
	bool rooted; /* the directory of dirfd is the root, which no name leads out of */
};

#define EU_RESOLVE_IN_ROOT 0x10
#define EU_ROOTED_BEGINNINGS 32 /* slashes and dots */

#define EU_OPEN_BY_HANDLE 5 /* a number of the file system's stands for the name */

/* open = 1, creat = 2, openat = 3, openat2 = 4: where each keeps its arguments. */
static __always_inline struct eu_open_args eu_open_args(const struct pt_regs *regs, __u32 call)
{
	__u64 a[6], how[3] = {};

	eu_arch_args(regs, call >= EU_CALLS_I386, a);
	switch (eu_variant(call)) {
	case 1:
		return (struct eu_open_args){EU_AT_FDCWD, (void *)a[0], a[1], a[2], false};
	case 2:
		return (struct eu_open_args){EU_AT_FDCWD, (void *)a[0], 01101, a[1], false};
	case 3:
		return (struct eu_open_args){a[0], (void *)a[1], a[2], a[3], false};
	case EU_OPEN_BY_HANDLE:
		return (struct eu_open_args){.flags = a[2]};
	default: /* struct open_how { flags, mode, resolve } */
		bpf_probe_read_user(how, sizeof(how), (void *)a[2]);
		return (struct eu_open_args){a[0], (void *)a[1], how[0], how[1],
					     how[2] & EU_RESOLVE_IN_ROOT};
	}
}

/* Behind the slashes and dots at the beginning of a name, which lead nowhere from the root; NULL
 * when there are more of them than anybody needs. It lies in the scratch meanwhile: of what is in a
 * map the verifier keeps no values, or it would follow each of them. */
static __always_inline const void *eu_rooted_name(struct eu_scratch *scratch, const void *name)
{
	__u64 *at = &scratch->pending[0].name;

	*at = (__u64)name;
	for (int i = 0; i < EU_ROOTED_BEGINNINGS; i++) {
		char text[4] = {}, next;
		bool two;

		bpf_probe_read_user_str(text, sizeof(text), (void *)*at);
		two = text[0] == '.' && text[1] == '.';
		next = two ? text[2] : text[1];
		if (text[0] != '/' && (text[0] != '.' || (next && next != '/')))
			return (void *)*at;
		*at += two ? 2 : 1;
	}
	return NULL;
}

/* What was not opened: by its name. */
static __always_inline void eu_name_unopened(struct eu_scratch *scratch, struct eu_event_open *e,
					     const struct eu_open_args *args)
{
	const void *name = args->rooted ? eu_rooted_name(scratch, args->name) : args->name;

	if (name != args->name)
		e->file.raw_path = eu_string_user(scratch, args->name);
	if (name || !args->name)
		eu_path_of_name_or_fd(scratch, e, file, args->dirfd, (__u64)name, name != args->name);
}

/* Did it empty a file that was there? With O_PATH or O_TMPFILE, and of what is no regular file, O_TRUNC
 * means nothing. */
static __always_inline bool eu_has_emptied(const struct eu_open_args *args, struct file *file)
{
	struct inode *inode;

	if ((args->flags & (EU_O_TRUNC | EU_O_PATH | EU_O_TMPFILE)) != EU_O_TRUNC)
		return false;
	inode = eu_member(struct file, file, f_inode);
	return (eu_member(struct inode, inode, i_mode) & EU_S_IFMT) == EU_S_IFREG;
}

EU_SYSCALL_EXIT(open_exit, "open", "open=1 creat=2 openat=3 openat2=4 open_by_handle_at=5")
{
	struct eu_open_args args = eu_open_args(regs, cpu->call);
	struct task_struct *me = eu_me_with(cpu, regs);
	struct file *file = result < 0 ? NULL : eu_fd_file_of(me, result);
	struct eu_scratch *scratch;
	struct eu_event_open *e;
	bool created = file && eu_member(struct file, file, f_mode) & EU_FMODE_CREATED;
	bool emptied = file && !created && eu_has_emptied(&args, file);

	if (count_opens && file &&
	    eu_count_use(cpu, me, ref, file,
			 created ? EU_USE_CREATE : emptied ? EU_USE_TRUNCATE : EU_USE_OPEN, 0))
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
		e->truncated = emptied;
		eu_path_of_file(scratch, e, file, file);
	} else if (eu_variant(cpu->call) != EU_OPEN_BY_HANDLE) {
		eu_name_unopened(scratch, e, &args);
	}
	eu_send_with_paths(scratch, cpu);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* File systems are mounted, moved, and unmounted. */
#include "../arch.h"
#include "../pending.h"

#define EU_MS_BIND_OR_MOVE (4096 | 8192)
#define EU_MOVE_F_EMPTY_PATH 0x04 /* as AT_EMPTY_PATH, of what is moved … */
#define EU_MOVE_T_EMPTY_PATH 0x40 /* … and of where to */

enum eu_mount_variant {
	EU_MOUNT = 1,      /* mount(source, target, type, flags, data) */
	EU_MOVE_MOUNT = 2, /* move_mount(from_dirfd, from, to_dirfd, to, flags) */
	EU_OPEN_TREE = 3,  /* open_tree(dirfd, path, flags) */
	EU_FSMOUNT = 4,    /* fsmount(fd, flags, attributes) */
	EU_SETATTR = 5,    /* mount_setattr(dirfd, path, flags, struct mount_attr *, size) */
	EU_FSOPEN = 6,     /* fsopen(type, flags) */
	EU_PIVOT = 7,      /* pivot_root(new_root, put_old) */
};

static __always_inline void eu_fill_mount(struct eu_scratch *scratch, struct eu_event_mount *e,
					  const __u64 a[6])
{
	e->flags = a[3];
	e->type = eu_string_user_or_null(scratch, (void *)a[2]);
	if (!(a[3] & EU_MS_BIND_OR_MOVE))
		e->source = eu_string_user_or_null(scratch, (void *)a[0]);
	else
		eu_path_later(scratch, eu_pending_name(EU_AT_FDCWD, a[0], false, eu_offset_in(e, source), 0));
	eu_path_of_name(scratch, e, file, EU_AT_FDCWD, a[1]);
}

static __always_inline void eu_fill_setattr(struct eu_scratch *scratch, struct eu_event_mount *e,
					    const __u64 a[6])
{
	/* struct mount_attr: attr_set comes first */
	bpf_probe_read_user(&e->attributes, sizeof(e->attributes), (void *)a[3]);
	eu_path_of_name_or_fd(scratch, e, file, a[0], a[1], a[2] & EU_AT_EMPTY_PATH);
}

/* What was moved by its descriptor is where it was moved to, and where it was before nobody knows. */
static __always_inline void eu_fill_move(struct eu_scratch *scratch, struct eu_event_mount *e,
					 const __u64 a[6])
{
	char first = 0;

	e->move_flags = a[4];
	bpf_probe_read_user(&first, 1, (void *)a[1]);
	if (first || e->call.result < 0)
		eu_path_later(scratch, eu_pending_name(a[0], a[1], a[4] & EU_MOVE_F_EMPTY_PATH,
						       eu_offset_in(e, source), 0));
	eu_path_of_name_or_fd(scratch, e, file, a[2], a[3], a[4] & EU_MOVE_T_EMPTY_PATH);
}

static __always_inline void eu_fill_by_variant(struct eu_scratch *scratch,
					       struct eu_event_mount *e, __u8 variant,
					       const __u64 a[6])
{
	switch (variant) {
	case EU_MOUNT:
		return eu_fill_mount(scratch, e, a);
	case EU_MOVE_MOUNT:
		return eu_fill_move(scratch, e, a);
	case EU_OPEN_TREE:
		e->tree_flags = a[2];
		eu_path_of_name_or_fd(scratch, e, file, a[0], a[1], a[2] & EU_AT_EMPTY_PATH);
		return;
	case EU_FSMOUNT:
		e->attributes = a[2];
		return;
	case EU_SETATTR:
		return eu_fill_setattr(scratch, e, a);
	case EU_FSOPEN:
		e->type = eu_string_user_or_null(scratch, (void *)a[0]);
		return;
	case EU_PIVOT:
		eu_path_later(scratch,
			      eu_pending_name(EU_AT_FDCWD, a[0], false, eu_offset_in(e, source), 0));
		eu_path_of_name(scratch, e, file, EU_AT_FDCWD, a[1]);
		return;
	}
}

EU_SYSCALL_EXIT(mount_exit, "mount",
		"mount=1 move_mount=2 open_tree=3 open_tree_attr=3 fsmount=4 mount_setattr=5 fsopen=6 "
		"pivot_root=7")
{
	struct eu_scratch *scratch;
	struct eu_event_mount *e;
	__u64 a[6];

	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	e = eu_begin(struct eu_event_mount, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_mount){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
	};
	eu_fill_by_variant(scratch, e, variants[cpu->call & (EU_CALLS - 1)], a);
	eu_send_with_paths(scratch, cpu);
}

/* umount = 1 (of i386, without flags), umount2 = 2; x86-64 calls the latter's number umount2, too */
EU_SYSCALL_EXIT(umount_exit, "umount", "umount=1 umount2=2")
{
	struct eu_event_umount *e;
	struct eu_scratch *scratch;
	__u64 a[6];

	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
	e = eu_begin(struct eu_event_umount, ref, scratch);
	if (!e)
		return;
	*e = (struct eu_event_umount){
		.head = eu_head(scratch),
		.call = {.nr = eu_call_nr(cpu->call), .result = result},
		.flags = variants[cpu->call & (EU_CALLS - 1)] == 2 ? a[1] : 0,
	};
	eu_path_of_name(scratch, e, file, EU_AT_FDCWD, a[0]);
	eu_send_with_paths(scratch, cpu);
}

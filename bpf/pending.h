/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * Paths of a syscall's record, walked after the syscall's own program is done:
 *
 *	eu_path_of_file(scratch, e, file, file)           an open file: what it is
 *	eu_path_of_name(scratch, e, file, dirfd, name)    a name: the directory's path and the name
 *	eu_send_with_paths(scratch, cpu)                  instead of eu_send
 *
 * An exec does the same, and calls exec_walks itself.
 *
 * One program walks for all of them (paths.bpf.c): the walk is what the verifier takes longest
 * for, and so it does it once. It goes up by tail calls, so that it is short as well.
 */
#pragma once

#include "dispatch.h"
#include "path.h"

#define EU_EFAULT 14

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u32);
} exec_walks SEC(".maps");

enum eu_pending_kind {
	EU_PENDING_FILE = 1, /* dentry and mnt are the file */
	EU_PENDING_NAME = 2, /* they are the directory that the name is relative to */
};

static __always_inline void eu_path_later(struct eu_scratch *scratch, struct eu_pending pending)
{
	if (scratch->n_pending == 0)
		scratch->pending[0] = pending;
	else
		scratch->pending[1] = pending;
	scratch->n_pending++;
}

#define eu_offset_in(record, member) ((__u64)__builtin_offsetof(typeof(*(record)), member))

/* `member` of the record has a path and a path_state. */
#define eu_path_of_file(scratch, record, member, file_)                                          \
	eu_path_later(scratch, (struct eu_pending){                                              \
				       .dentry = (__u64)eu_member(struct file, file_, f_path.dentry),      \
				       .mnt = (__u64)eu_member(struct file, file_, f_path.mnt),            \
				       .path_at = eu_offset_in(record, member.path),              \
				       .state_at = eu_offset_in(record, member.path_state),       \
				       .kind = EU_PENDING_FILE})

#define eu_path_of_name(scratch, record, member, dirfd, name_)                                   \
	eu_path_of_name_or_fd(scratch, record, member, dirfd, name_, false)

/* With AT_EMPTY_PATH an empty name means the descriptor. */
#define eu_path_of_name_or_fd(scratch, record, member, dirfd, name_, or_fd)                      \
	eu_path_later(scratch,                                                                   \
		      eu_pending_name(dirfd, name_, or_fd, eu_offset_in(record, member.path),     \
				      eu_offset_in(record, member.path_state)))

#define EU_AT_EMPTY_PATH 0x1000

static __always_inline struct eu_pending eu_pending_name(__s32 dirfd, __u64 name, bool or_fd,
							 __u16 path_at, __u16 state_at)
{
	struct eu_pending pending = {.name = name,
				     .passed = name,
				     .path_at = path_at,
				     .state_at = state_at,
				     .kind = EU_PENDING_NAME};
	struct fs_struct *fs;
	struct file *dir;
	char first;

	if (bpf_probe_read_user(&first, 1, (void *)name) || first == '/' || !(first || or_fd))
		return pending;
	if (!first)
		pending.kind = EU_PENDING_FILE;
	if (dirfd == EU_AT_FDCWD) {
		fs = (struct fs_struct *)eu_current(fs);
		pending.dentry = (__u64)eu_member(struct fs_struct, fs, pwd.dentry);
		pending.mnt = (__u64)eu_member(struct fs_struct, fs, pwd.mnt);
		return pending;
	}
	dir = eu_fd_file(dirfd);
	if (dir) {
		pending.dentry = (__u64)eu_member(struct file, dir, f_path.dentry);
		pending.mnt = (__u64)eu_member(struct file, dir, f_path.mnt);
	}
	return pending;
}

/* The file behind a descriptor of the caller; a wrong one leaves the record without a path. */
#define eu_path_of_fd(scratch, record, member, fd)                                               \
	({                                                                                       \
		struct file *_file = eu_fd_file(fd);                                             \
		if (_file) {                                                                     \
			eu_describe(&(record)->member, _file);                                   \
			eu_path_of_file(scratch, record, member, _file);                         \
		}                                                                                \
	})

/* A name that was passed. What is wrong with it is added to *state; and it is not lost when the
 * kernel could not read it either. */
static __always_inline struct eu_str eu_name_user(struct eu_scratch *scratch, __u64 name,
						  __u32 *state)
{
	/* all records with names begin with the call */
	const struct eu_event_unlink *record = (const struct eu_event_unlink *)scratch->data;
	long len = bpf_probe_read_user_str(scratch->data + eu_room(scratch), EU_STRING_MAX,
					   (void *)name);
	char next = 0;

	if (len == EU_STRING_MAX)
		bpf_probe_read_user(&next, 1, (void *)(name + EU_STRING_MAX - 1));
	if (next)
		*state |= EU_PATH_TRUNCATED;
	if (len == 0 || len == 1) /* old kernels do not count the NUL of an empty one */
		*state |= EU_PATH_EMPTY;
	if (len < 0) {
		*state |= EU_PATH_UNREADABLE;
		if (name && record->call.result != -EU_EFAULT)
			eu_lose(scratch->ref, scratch->type, EU_PLACE_USER_READ);
	}
	return eu_appended(scratch, len, true);
}

/* Several arguments of mount(2) may be NULL. */
static __always_inline struct eu_str eu_string_user_or_null(struct eu_scratch *scratch,
							    const void *text)
{
	__u32 state = 0;

	if (!text)
		return eu_appended(scratch, 0, false);
	return eu_name_user(scratch, (__u64)text, &state);
}

/* The record goes out when its paths are there; the program's own work is done. */
static __always_inline void eu_send_with_paths(struct eu_scratch *scratch, struct eu_cpu *cpu)
{
	cpu->level_task[eu_bounded(scratch->index, EU_LEVELS)] = (__u64)eu_task();
}

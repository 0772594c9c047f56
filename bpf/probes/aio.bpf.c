/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * What io_submit(2) asks for, of files. It is counted when it is asked for: what came of it need not
 * be asked for by a call, because it lies in memory of the process. What goes beyond the end of a
 * file is not counted, where it was to be read; an error that comes later is not known.
 */
#include "../arch.h"
#include "../dispatch.h"
#include "../totals.h"

#define EU_IOCBS 1024        /* of one call; of more it is said that some are missing */
#define EU_VECTOR 1024       /* parts that a request can have: UIO_MAXIOV */
#define EU_AT_ONCE 32        /* a verifier goes through a loop in a function of its own once */
#define EU_MOST_BYTES 0x7ffff000 /* of one request: MAX_RW_COUNT */

enum eu_iocb_command {
	EU_IOCB_PREAD = 0,
	EU_IOCB_PWRITE = 1,
	EU_IOCB_PREADV = 7,
	EU_IOCB_PWRITEV = 8,
};

/* struct iocb up to where a request is told, the same for all ABIs. */
struct eu_iocb {
	__u64 data;
	__u32 key, flags;
	__u16 command;
	__s16 priority;
	__u32 fd;
	__u64 buffer, size;
	__u64 offset;
};

static __always_inline __u64 eu_at_most(__u64 bytes, __u64 limit)
{
	return bytes < limit ? bytes : limit;
}

/* A number of the process's, of the width that its pointers have. Without a branch: the verifier would
 * go through the rest of a loop once for each width. */
static __always_inline long eu_read_word(__u64 at, __u32 width, __u64 *word)
{
	__u64 room[2] = {};
	long ret = bpf_probe_read_user(room, eu_bounded(width, 16), (void *)at);

	*word = room[0];
	return ret;
}

/* struct iovec: a pointer and a number. */
__noinline int eu_parts_size(__u64 vector, __u32 n, __u32 width)
{
	__u64 size, all = 0;

#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_AT_ONCE && i < n; i++) {
		if (eu_read_word(vector + (2 * i + 1) * width, width, &size))
			return -EU_EFAULT;
		all += size;
	}
	return eu_at_most(all, EU_MOST_BYTES);
}

__noinline int eu_vector_size(__u64 vector, __u32 n, __u32 width)
{
	__u64 all = 0;

#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_VECTOR && i < n; i += EU_AT_ONCE) {
		int size = eu_parts_size(vector + 2 * i * width, n - i, width);

		if (size < 0)
			return size;
		all += size;
	}
	return eu_at_most(all, EU_MOST_BYTES);
}

/* A read ends where the file does. */
static __always_inline __u64 eu_until_end(struct file *file, __u64 offset, __u64 bytes)
{
	struct inode *inode = eu_member(struct file, file, f_inode);
	__u64 size = eu_member(struct inode, inode, i_size);

	if ((eu_member(struct inode, inode, i_mode) & EU_S_IFMT) != EU_S_IFREG)
		return bytes;
	return offset < size ? eu_at_most(bytes, size - offset) : 0;
}

static __always_inline bool eu_is_vector(__u16 command)
{
	return command == EU_IOCB_PREADV || command == EU_IOCB_PWRITEV;
}

/* A function of its own for the stack, which all that are at work at a time share: while the parts
 * of a request are added up, it is not counted yet. */
__noinline int eu_count_request(__s32 fd, eu_ref ref, __u64 offset, __u64 bytes, bool writes)
{
	struct task_struct *me = eu_me();
	struct file *file = eu_fd_file_of(me, fd);

	if (!file)
		return 0;
	return eu_count_use(eu_cpu(), me, ref, file, writes ? EU_USE_WRITE : EU_USE_READ,
			    writes ? bytes : eu_until_end(file, offset, bytes));
}

/* One request: nonzero where it could not be read. */
__noinline int eu_count_iocb(__u64 at, eu_ref ref, __u32 width)
{
	struct eu_iocb iocb;
	__s64 bytes;
	bool writes;

	if (bpf_probe_read_user(&iocb, sizeof(iocb), (void *)at))
		return -EU_EFAULT;
	writes = iocb.command == EU_IOCB_PWRITE || iocb.command == EU_IOCB_PWRITEV;
	if (!writes && iocb.command != EU_IOCB_PREAD && iocb.command != EU_IOCB_PREADV)
		return 0;
	bytes = eu_is_vector(iocb.command) ? eu_vector_size(iocb.buffer, iocb.size, width) :
					     eu_at_most(iocb.size, EU_MOST_BYTES);
	if (bytes < 0)
		return bytes;
	eu_count_request(iocb.fd, ref, iocb.offset, bytes, writes);
	return 0;
}

/* A place in the list that cannot be read is none for a request either. */
static __always_inline int eu_count_listed(__u64 list, __u32 i, eu_ref ref, __u32 width)
{
	__u64 at;

	eu_read_word(list + i * width, width, &at);
	return eu_count_iocb(at, ref, width);
}

__noinline int eu_count_some(__u64 list, __u32 n, eu_ref ref, __u32 width)
{
	int unread = 0;

#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_AT_ONCE && i < n; i++)
		unread |= eu_count_listed(list, i, ref, width);
	return unread;
}

/* The result is how many of the list were taken. */
EU_SYSCALL_EXIT(aio_exit, "io", "io_submit")
{
	__u32 width = 8 >> (cpu->call / EU_CALLS_I386 & 1);
	int unread = 0;
	__u64 a[6];

	eu_arch_args(regs, cpu->call >= EU_CALLS_I386, a);
#pragma clang loop unroll(disable)
	for (int i = 0; i < EU_IOCBS && i < result; i += EU_AT_ONCE)
		unread |= eu_count_some(a[2] + i * width, result - i, ref, width);
	if (unread)
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_io), EU_PLACE_USER_READ);
	if (result > EU_IOCBS)
		eu_lose(ref, bpf_core_type_id_local(struct eu_event_io), EU_PLACE_MAP);
}

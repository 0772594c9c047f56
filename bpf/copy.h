/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * What the arguments of a system call point to, copied as the tables say, behind the record:
 * struct eu_copy and its bytes, one after the other.
 *
 * It happens when the call returns: a page the program has not touched yet cannot be read at
 * enter, and by then the kernel has read it itself. Only what the call changes is read at enter.
 */
#pragma once

#include "probe.h"
#include "socketcall.h"
#include "specs.h"

extern struct eu_call_spec specs[EU_CALLS];
/* How many bytes of a buffer are copied; 0: none. */
extern __u32 copy_buffers;
/* Whether descriptors are looked up. */
extern __u8 copy_descriptors;

/* Copies one argument. The registers lie in the scratch, from byte `registers` on. A function with
 * plain arguments, so that the verifier looks at it once and not for each argument (5.10 knows no
 * other kind). */
__noinline int eu_copy_arg(__u32 scratch_index, __u32 registers, __u32 arg, __u32 call,
			   __u64 result);
/* Copies what descriptor an argument is: a path, or the kind of a file without one. */
__noinline int eu_copy_descriptor(__u32 scratch_index, __u32 arg, __u32 fd);
/* After an exec that succeeded: name and arguments, which are arguments `first` and the next, from
 * the new program's memory; the old one's is gone. */
__noinline int eu_copy_exec(__u32 scratch_index, __u32 first);

static __always_inline void eu_copy_each(struct eu_scratch *scratch, __u32 registers,
					 const __u64 args[6], __u32 call, __u64 result)
{
	const struct eu_call_spec *spec = &specs[eu_bounded(call, EU_CALLS)];
	__u32 pointers = spec->pointers;
	__u32 descriptors = copy_descriptors ? spec->descriptors : 0;

	if (!(pointers | descriptors))
		return;
#pragma clang loop unroll(full)
	for (int i = 0; i < 6; i++) {
		if (pointers >> i & 1)
			eu_copy_arg(scratch->index, registers, i, call, result);
		else if (descriptors >> i & 1)
			eu_copy_descriptor(scratch->index, i, args[i]);
	}
}

/* A copy of the words, and the copies of the call that they are the arguments of. */
static __always_inline void eu_copy_socketcall(struct eu_scratch *scratch, const __u64 args[6],
					       __u64 result)
{
	struct eu_copy head = {.arg = 1, .kind = EU_ARG_SOCKETCALL, .len = 6 * sizeof(__u64)};
	__u32 at = scratch->used & (EU_SCRATCH_DATA / 2 - 8);
	__u64 words[6] = {};
	__u32 call = eu_socketcall_args(args[0], args[1], words);

	if (!call)
		return;
	*(struct eu_copy *)(scratch->data + at) = head;
	__builtin_memcpy(scratch->data + at + sizeof(head), words, sizeof(words));
	scratch->used += sizeof(head) + sizeof(words);
	eu_copy_each(scratch, at + sizeof(head), words, call, result);
}

static __always_inline struct eu_str eu_copy_args(struct eu_scratch *scratch, __u32 registers,
						  const __u64 args[6], __u32 call, __u64 result)
{
	struct eu_str all = {.offset = scratch->used, .len = 0};

	if (call == EU_SOCKETCALL)
		eu_copy_socketcall(scratch, args, result);
	else
		eu_copy_each(scratch, registers, args, call, result);
	all.len = scratch->used - all.offset;
	return all;
}

static __always_inline struct eu_str eu_copy_exec_args(struct eu_scratch *scratch, __u32 dirfd,
						       __u32 call)
{
	const struct eu_call_spec *spec = &specs[eu_bounded(call, EU_CALLS)];
	struct eu_str all = {.offset = scratch->used, .len = 0};
	bool at = spec->args[0].kind == EU_ARG_DIRFD;

	/* execve(name, argv, …), execveat(dirfd, name, argv, …) */
	if (at && copy_descriptors)
		eu_copy_descriptor(scratch->index, 0, dirfd);
	eu_copy_exec(scratch->index, at);
	all.len = scratch->used - all.offset;
	return all;
}

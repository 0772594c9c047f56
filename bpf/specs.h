/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later OR BSD-2-Clause */
/* What the kernel side copies of a system call's arguments; user space fills it from the tables. */
#pragma once

#include <eunomia/argkind.h>

struct eu_arg_spec {
	__u8 kind;    /* enum eu_arg_kind */
	__u8 len_arg; /* 1 + index of the argument with the length; 0: none */
	__u16 size;   /* of what the pointer points to: struct, element, number */
};

struct eu_call_spec {
	struct eu_arg_spec args[8]; /* six, and a power of two for the verifier */
	__u8 pointers;              /* bit i: argument i is copied */
	__u8 descriptors; /* bit i: argument i is a descriptor that was open before the call */
	__u8 selector;    /* 1 + index of the argument that others depend on; 0: none */
	__u8 selected;    /* bit i: argument i does: see struct eu_case */
	__u8 selector2;   /* as selector, of a second one; 0: none */
	__u8 condition;   /* 1 + index of the argument, or EU_ARG_RESULT, on which others hang; … */
	__u8 conditional; /* … bit i: argument i does: it is copied where a bit of the mask is set */
	__u8 kept;        /* bit i: argument i is copied when the call enters: see struct eu_begun */
	__u64 condition_mask;
};

/* What an argument is when another one has a certain value: fcntl's, by the command. Or when two
 * have: a socket option's value, by level and name. */
struct eu_case {
	__u32 call; /* index, EU_CALLS */
	__u32 arg;
	__u64 value; /* of the selector; of two, the first one's in the upper half */
};

#define EU_MAX_CASES 1024

#define EU_SOCKETCALLS 32

/* What socketcall(2) of i386 stands for. */
struct eu_socketcall {
	__u16 nr; /* i386's; 0: nothing */
	__u16 n_args;
};

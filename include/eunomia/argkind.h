/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later OR BSD-2-Clause */
/*
 * What an argument of a system call is. The tables say it once; the kernel side copies what the
 * kind says, user space prints what the kind says.
 */
#pragma once

#ifndef __bpf__ /* there vmlinux.h has the types */
#include <linux/types.h>
#endif

enum eu_arg_kind {
	EU_ARG_NONE = 0,

	/* the register is the value; its width and sign are the C type's */
	EU_ARG_NUM,        /* a number, decimal */
	EU_ARG_SIZE,       /* a number of bytes or of elements */
	EU_ARG_OFFSET,     /* a position in a file */
	EU_ARG_OFFSET_LOW, /* i386: the low half of a position, beside the high one */
	EU_ARG_OFFSET_HIGH, /* shown with it */
	EU_ARG_HEX,         /* a mask, magic number or address without a memory behind it */
	EU_ARG_FLAGS,       /* a set of bits out of a table */
	EU_ARG_ENUM,        /* one value out of a table */
	EU_ARG_MODE,        /* permissions, octal */
	EU_ARG_DEV,         /* a device number */
	EU_ARG_FD,          /* a file descriptor */
	EU_ARG_DIRFD,       /* a file descriptor of a directory, or AT_FDCWD */
	EU_ARG_PID,         /* in the caller's PID namespace */
	EU_ARG_UID,         /* in the caller's user namespace; all ones: leave as it is */
	EU_ARG_GID,
	EU_ARG_SIGNAL,

	/* the register is an address in the caller's memory */
	EU_ARG_PTR,          /* nothing is copied */
	EU_ARG_PATH,         /* NUL-terminated name of a file */
	EU_ARG_STR,          /* NUL-terminated, something else */
	EU_ARG_STRV,         /* NULL-terminated vector of strings */
	EU_ARG_BUF_IN,       /* bytes, as many as len_arg says */
	EU_ARG_BUF_OUT,      /* bytes, as many as the result says, and never more than len_arg */
	EU_ARG_SOCKADDR_IN,  /* struct sockaddr of the length in len_arg */
	EU_ARG_SOCKADDR_OUT, /* struct sockaddr, its length behind the pointer in len_arg */
	EU_ARG_STRUCT_IN,    /* a struct with a layout; len_arg, if any, is its size as the caller
				knows it */
	EU_ARG_STRUCT_OUT,   /* the same, filled by the kernel when the call succeeds */
	EU_ARG_VECTOR_IN,    /* an array of structs, len_arg of them */
	EU_ARG_VECTOR_OUT,   /* an array of structs, as many as the result says */
	EU_ARG_NUM_IN,       /* a number behind a pointer */
	EU_ARG_NUM_OUT,      /* the same, filled by the kernel when the call succeeds */
	EU_ARG_FDPAIR,       /* int[2], filled by the kernel when the call succeeds */
	EU_ARG_SIGSET,       /* a signal mask; len_arg, if any, is its size */
	EU_ARG_SIGSET_OUT,
	EU_ARG_IOVEC_IN,    /* struct iovec, len_arg of them: what they point to is read … */
	EU_ARG_IOVEC_OUT,   /* … or filled, as many bytes as the result says */
	EU_ARG_MSGHDR_IN,   /* struct msghdr: a message with an address and an iovec */
	EU_ARG_MSGHDR_OUT,
	EU_ARG_MMSGHDR_IN,  /* an array of them with lengths, len_arg of them */
	EU_ARG_MMSGHDR_OUT, /* the same, as many as the result says */
	EU_ARG_FDSET,       /* fd_set, len_arg bits of it */
	EU_ARG_FILTER,      /* struct sock_fprog: a program for seccomp or a socket */
	EU_ARG_SOCKETCALL,  /* the arguments of another call, 64 bits each */
	EU_ARG_TEXT_IN,     /* text of the length in len_arg, or up to a NUL before */
	EU_ARG_TEXT_OUT,    /* the same, filled by the kernel: as many bytes as the result says */
	EU_ARG_NUMS_IN,     /* an array of numbers, len_arg of them */
	EU_ARG_NUMS_OUT,    /* the same, as many as the result says */
	EU_ARG_OPTION_IN,   /* an int, or where len_arg is not that of one, bytes */
	EU_ARG_OPTION_OUT,  /* the same, filled by the kernel when the call succeeds */
	EU_ARG_DIRENTS,     /* entries of a directory, as many bytes as the result says; size is where
			       their names begin */
	EU_ARG_PTR_OUT,     /* an address behind a pointer, filled when the call succeeds */
	EU_ARG_STRUCT_INOUT, /* a struct that the kernel reads, and of which it fills the rest when the
				call succeeds */

	/* of parts of messages, and of structs' members alone */
	EU_ARG_CONTROL, /* control messages */
	EU_ARG_NET,    /* a number in the network's byte order */
	EU_ARG_INET,   /* an address of IPv4 or, with 16 bytes, of IPv6 */
	EU_ARG_LLADDR, /* an address of a link layer, up to 8 bytes */
	EU_ARG_OWN_SIZE, /* how many bytes of the struct there are, as the caller says; 0: all */

	EU_ARG_KINDS /* how many there are */
};

/* Whether a kind's argument is only meaningful once the call has succeeded. */
#define EU_ARG_IS_OUT(kind)                                                                        \
	((kind) == EU_ARG_BUF_OUT || (kind) == EU_ARG_SOCKADDR_OUT ||                              \
	 (kind) == EU_ARG_STRUCT_OUT || (kind) == EU_ARG_VECTOR_OUT || (kind) == EU_ARG_NUM_OUT || \
	 (kind) == EU_ARG_FDPAIR || (kind) == EU_ARG_SIGSET_OUT || (kind) == EU_ARG_IOVEC_OUT ||   \
	 (kind) == EU_ARG_MSGHDR_OUT || (kind) == EU_ARG_MMSGHDR_OUT ||                            \
	 (kind) == EU_ARG_TEXT_OUT || (kind) == EU_ARG_NUMS_OUT || (kind) == EU_ARG_OPTION_OUT ||  \
	 (kind) == EU_ARG_DIRENTS || (kind) == EU_ARG_PTR_OUT)

/* In place of 1 + the index of an argument: the result. */
#define EU_ARG_RESULT 7

/* What the kernel side appended for one pointer argument. Copies follow one another, each begins
 * at a multiple of 8 bytes. */
struct eu_copy {
	__u8 arg;   /* which argument, from 0 */
	__u8 kind;  /* enum eu_arg_kind: what the bytes are */
	__u8 flags; /* EU_COPY_* */
	__u8 reserved;
	__u16 len; /* bytes that follow, without the padding */
	__u16 reserved2;
};

enum eu_copy_flag {
	EU_COPY_TRUNCATED = 1, /* there was more than was copied */
	EU_COPY_FAULTED = 2,   /* the memory could not be read; bytes after len are unknown */
	EU_COPY_RACY = 4, /* of a descriptor: another thread could have given it to another file */
};

/* The bytes of a copy of kind EU_ARG_NUM for a descriptor: which file it is. */
struct eu_copy_inode {
	__u32 fs; /* magic number of the file system */
	__u32 pad_;
	__u64 number;
};

/* Messages have several copies: after that of the headers for each message, in order, its control
 * messages (EU_ARG_CONTROL) where there are any, an address (EU_ARG_SOCKADDR_IN), an iovec
 * (EU_ARG_IOVEC_IN) and, where asked for, the first bytes of its first part (EU_ARG_BUF_IN); what
 * there is not has no bytes. An iovec of its own has its copy and those bytes, a filter a copy of
 * its instructions (EU_ARG_VECTOR_IN). */
#define EU_COPY_MESSAGES 4

/* How many bytes of structs and arrays the kernel side copies at most; and of directories. */
#define EU_COPY_VECTOR_MAX 1024
#define EU_COPY_DIRENTS_MAX 512
#define EU_COPY_CONTROL_MAX 512 /* of control messages */

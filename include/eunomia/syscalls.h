/* SPDX-License-Identifier: Apache-2.0 */
/*
 * System calls, their arguments, and the names of the kernel's numbers.
 *
 * Everything here is constant, made by tables/generate from the kernel's headers; pointers stay
 * valid as long as the library is loaded. All functions are safe to call from any thread.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <linux/types.h>

#include <eunomia/argkind.h>

#pragma GCC visibility push(default)

/* How a task calls the kernel: a property of the call, not of the host. */
enum eu_abi {
	EU_ABI_X86_64,
	EU_ABI_I386, /* also int $0x80 from a 64-bit task */
	EU_ABI_ARM64,
	EU_ABIS
};

#if defined(__aarch64__)
#define EU_ABI_NATIVE EU_ABI_ARM64
#else
#define EU_ABI_NATIVE EU_ABI_X86_64
#endif

/* One name: it applies when (value & mask) == value of the flag. A single bit has itself as mask;
 * a number inside a set of bits (O_ACCMODE, MAP_TYPE) has the mask of its field; the values of an
 * enumeration have the mask ~0. */
struct eu_flag {
	uint64_t mask;
	uint64_t value;
	const char *name;
};

struct eu_flagset {
	const char *name;
	const char *zero;            /* what the value 0 is called, or NULL */
	const struct eu_flag *flags; /* in the order in which they are tried and shown */
	uint16_t n_flags;
	bool is_enum; /* one name out of many, not a set of them */
	bool octal;   /* bits without a name are permissions */
};

/* By name, such as "open" or "socket_family"; NULL when there is none. Some values differ between
 * architectures: the second form says which one is meant. */
const struct eu_flagset *eu_flagset_find(const char *name);
const struct eu_flagset *eu_flagset_find_abi(enum eu_abi abi, const char *name);

/* Called with each name that is in value, then, if bits are left, once with NULL and those. */
typedef void (*eu_flag_fn)(void *context, const char *name, uint64_t rest);

/* How a value decomposes. Returns how often fn was called: 0 for the value 0 without a name. */
int eu_flagset_each(const struct eu_flagset *set, uint64_t value, eu_flag_fn fn, void *context);

/* The name of one value of an enumeration; NULL when the kernel has none for it. */
const char *eu_flagset_name(const struct eu_flagset *set, uint64_t value);

struct eu_struct;

struct eu_struct_field {
	const char *name;
	enum eu_arg_kind kind;
	uint16_t offset;
	uint16_t size;                  /* in bytes, of the whole field */
	bool is_signed;                 /* of a number */
	const struct eu_flagset *flags; /* FLAGS, ENUM; PTR: values that are no addresses; or NULL */
	const struct eu_struct *layout; /* STRUCT_IN: a struct inside the struct */
};

/* A struct that programs hand to the kernel. */
struct eu_struct {
	const char *name; /* as the kernel's headers call it, without "struct" */
	uint16_t size;
	uint16_t given; /* STRUCT_INOUT: how much of it the program gives; the call fills the rest */
	uint8_t n_fields;
	const struct eu_struct_field *fields;
};

struct eu_syscall_arg {
	const char *name;
	const char *type; /* C, without address-space markers */
	enum eu_arg_kind kind;
	uint8_t len_arg; /* 1 + the index of the argument with the length; 0: none */
	uint8_t bytes;   /* width of the C type in this ABI */
	bool is_signed;
	uint16_t size;                  /* of what a pointer points to: struct, element, or 0 */
	const struct eu_flagset *flags; /* FLAGS, ENUM; PTR: values that are no addresses; or NULL */
	const struct eu_struct *layout; /* STRUCT_*, VECTOR_* */
};

/* Some arguments mean something only where another one, or the result, says so. Elsewhere the kernel
 * does not look at them, and what lies there is nobody's word. */
struct eu_condition {
	uint8_t of;    /* 1 + the index of the argument that says it; EU_ARG_RESULT: a result above 0;
			* 0: there is no condition */
	uint8_t args;  /* bit i: argument i is under it */
	uint64_t mask; /* of the bits that say it: one is enough */
};

#define EU_CONDITIONS 3 /* the most that a call has */

struct eu_syscall {
	uint16_t nr;
	const char *name;
	uint32_t sets; /* bit i: belongs to eu_syscall_set_name(i) */
	uint8_t n_args;
	uint8_t selector; /* 1 + the index of the argument that others depend on; 0: none */
	uint8_t selector2; /* the same of a second one */
	uint8_t kept; /* bit i: the call changes what argument i points to, which is copied before */
	struct eu_condition conditions[EU_CONDITIONS];
	struct eu_syscall_arg args[6];
};

/* What an argument is when the call's selector has this value: fcntl's third one by the command. Of
 * two selectors the first one's value is in the upper half. */
struct eu_syscall_case {
	uint16_t nr;
	uint8_t arg; /* index */
	uint64_t value;
	struct eu_syscall_arg is;
};

/* All of an ABI, ordered by number, argument and value. */
const struct eu_syscall_case *eu_syscall_cases(enum eu_abi abi, size_t *count);
/* Argument i of a call with these registers: mostly what the call itself says. */
const struct eu_syscall_arg *eu_syscall_arg_now(enum eu_abi abi, const struct eu_syscall *call,
						unsigned i, const uint64_t raw[6]);

/* NULL when the ABI has no such call. */
const struct eu_syscall *eu_syscall_get(enum eu_abi abi, unsigned nr);
const struct eu_syscall *eu_syscall_find(enum eu_abi abi, const char *name);

/* What a control message has behind its head. */
struct eu_control {
	uint32_t level, type;
	struct eu_syscall_arg data;
};

/* All whose data the tables know: *count of them, one after the other. */
const struct eu_control *eu_syscall_controls(enum eu_abi abi, size_t *count);

/* The call of its own that socketcall(2) of i386 stands for, by its first argument, and how many of
 * that one's arguments it has. NULL when there is none. */
const struct eu_syscall *eu_syscall_of_socketcall(uint64_t number, unsigned *n_args);

/* What follows the family in an address of that family; NULL where that is not a mere struct, or
 * nobody knows. */
const struct eu_struct *eu_sockaddr_layout(unsigned family);

/* The ABI's calls by number: *count of them, one after the other. */
const struct eu_syscall *eu_syscall_all(enum eu_abi abi, size_t *count);

/* Every call belongs to at least one set. NULL beyond the last. */
const char *eu_syscall_set_name(unsigned set);
/* The bit in eu_syscall.sets, or 0. */
uint32_t eu_syscall_set_find(const char *name);
/* One sentence on what is in it. */
const char *eu_syscall_set_doc(unsigned set);

#pragma GCC visibility pop

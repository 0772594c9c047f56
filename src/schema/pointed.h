/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers by what they mean, and what pointers of a system call point to. */
#pragma once

#include <string.h>

#include <eunomia/syscalls.h>

#include "emit.h"

/* Bytes that were copied for an argument, checked to lie inside the record. */
struct eu_copied {
	const char *bytes;
	size_t len;
	uint8_t kind, flags;
};

/* What a number means apart from its bits: the same for arguments and members of structs. */
struct eu_meaning {
	enum eu_arg_kind kind;
	unsigned bytes;
	bool is_signed;
	const struct eu_flagset *flags;
};

static inline uint64_t eu_low_bytes(uint64_t value, unsigned bytes)
{
	return bytes && bytes < 8 ? value & ((1ULL << 8 * bytes) - 1) : value;
}

/* A number of up to eight bytes. */
static inline uint64_t eu_load(const char *bytes, size_t len)
{
	uint64_t value = 0;

	memcpy(&value, bytes, len < sizeof(value) ? len : sizeof(value));
	return value;
}

void eu_emit_string(struct eu_emit *out, const char *key, const char *text);
/* An address, as text; NULL is null. */
void eu_emit_pointer(struct eu_emit *out, const char *key, uint64_t address);
/* The same of one that may be no address: SIG_IGN. */
void eu_emit_pointer_or_name(struct eu_emit *out, const char *key, const struct eu_flagset *names,
			     uint64_t address);
void eu_emit_number(struct eu_emit *out, const char *key, const struct eu_meaning *meaning,
		    uint64_t raw);
void eu_emit_sockaddr(struct eu_emit *out, const char *key, const char *bytes, size_t len);
/* Of the number that an argument points to. */
struct eu_meaning eu_meaning_of_target(const struct eu_syscall_arg *arg);
/* One member of a struct, whose bytes begin there. */
void eu_emit_member(struct eu_emit *out, const struct eu_struct_field *field, const char *bytes);
/* The names of a directory's entries, which lie that far from where each begins. */
void eu_emit_dirents(struct eu_emit *out, const char *key, size_t name_at,
		     const struct eu_copied *copied);
/* What the argument points to, where one copy has all of it. */
void eu_emit_copied(struct eu_emit *out, const char *key, const struct eu_syscall_arg *arg,
		    const struct eu_copied *copied);

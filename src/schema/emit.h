/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where values go: the schema is walked once, the format is this vtable.
 * A key is NULL inside an array. Text need be neither UTF-8 nor NUL-terminated.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bytes.h"

struct eu_emit;
struct eu_event;
struct eu_field;
struct eu_flagset;
struct eu_syscall;
struct eu_value;

struct eu_emit_ops {
	void (*object_begin)(struct eu_emit *out, const char *key);
	void (*object_end)(struct eu_emit *out);
	void (*array_begin)(struct eu_emit *out, const char *key);
	void (*array_end)(struct eu_emit *out);
	void (*text)(struct eu_emit *out, const char *key, const char *text, size_t len);
	void (*u64)(struct eu_emit *out, const char *key, uint64_t value);
	void (*i64)(struct eu_emit *out, const char *key, int64_t value);
	void (*boolean)(struct eu_emit *out, const char *key, bool value);
	void (*null)(struct eu_emit *out, const char *key);
};

/* Embedded at the start of each printer's own struct. */
struct eu_emit {
	const struct eu_emit_ops *ops;
	/* The next array is a set of flags: text for people joins them with "|". */
	bool set;
};

/* What printers of their own say most. */
static inline void eu_emit_str(struct eu_emit *out, const char *key, const char *text)
{
	out->ops->text(out, key, text, strlen(text));
}

static inline void eu_emit_str_if(struct eu_emit *out, const char *key, const char *text)
{
	if (text && *text)
		eu_emit_str(out, key, text);
}

static inline void eu_emit_u64_if(struct eu_emit *out, const char *key, uint64_t value)
{
	if (value)
		out->ops->u64(out, key, value);
}

static inline void eu_emit_true_if(struct eu_emit *out, const char *key, bool value)
{
	if (value)
		out->ops->boolean(out, key, true);
}

bool eu_is_empty(const struct eu_field *field, const struct eu_value *value);
/* False: there is no value, or an empty one that is optional. */
bool eu_is_shown(const struct eu_field *field, const struct eu_value *value);

/* RFC 3339; nothing when it is 0. */
void eu_emit_time_if(struct eu_emit *out, const char *key, uint64_t ns);

/* Writes a field's value under key; false, and nothing is written, when the event does not have
 * it or when it is optional and empty. */
bool eu_emit_field(struct eu_emit *out, const char *key, const struct eu_event *event,
		   const struct eu_field *field);
/* With a prefix, in base 8 (shift 3) or 16 (shift 4): "0644", "0x1f". */
void eu_emit_based(struct eu_emit *out, const char *key, uint64_t value, unsigned shift);
/* The names of the bits of value that table knows, the rest as one hexadecimal number. */
void eu_emit_flags(struct eu_emit *out, const char *key, const struct eu_flagset *table,
		   uint64_t value);

/* The value's name, or the number when the table has none. */
void eu_emit_enum(struct eu_emit *out, const char *key, const struct eu_flagset *table,
		  uint64_t value);
/* A system call's name; bit 15 of its number says i386. */
void eu_emit_syscall(struct eu_emit *out, const char *key, uint64_t number);
const struct eu_syscall *eu_emit_syscall_of(uint64_t number);
/* The arguments of a system call by name, from the registers in a field of format args: as an
 * object, or as members of the object that is open. */
void eu_emit_args(struct eu_emit *out, const char *key, const struct eu_event *event,
		  const struct eu_value *registers);
/* False: all are whole. */
bool eu_emit_args_state(struct eu_emit *out, const char *key, const struct eu_event *event,
			const struct eu_value *copies);
void eu_emit_args_members(struct eu_emit *out, const struct eu_event *event,
			  const struct eu_value *registers);

/* JSON. Every value is followed by a comma, which the end of its object or array takes back, so
 * that no printer has to know whether something came before. The outermost value's comma is the
 * caller's to replace. */
struct eu_emit_json {
	struct eu_emit emit;
	struct eu_bytes *bytes;
};

void eu_emit_json_init(struct eu_emit_json *json, struct eu_bytes *bytes);

/* One line for people: `AT_FDCWD`, `O_RDONLY|O_CLOEXEC`, `oldfd=3 newfd=4`. */
struct eu_emit_text {
	struct eu_emit emit;
	struct eu_bytes *bytes;
	unsigned depth;
	bool more;     /* something stands before on this level */
	char join[16]; /* what stands between values, per level */
};

void eu_emit_text_init(struct eu_emit_text *text, struct eu_bytes *bytes);

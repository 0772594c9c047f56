/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where values go: the schema is walked once, the format is this vtable.
 * A key is NULL inside an array. Text need be neither UTF-8 nor NUL-terminated.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct eu_emit;

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
};

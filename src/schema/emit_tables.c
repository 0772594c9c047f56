/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers that the tables know by name. */
#include <string.h>

#include <eunomia/event.h>
#include <eunomia/syscalls.h>

#include "emit.h"

static void hexadecimal(struct eu_emit *out, const char *key, uint64_t value)
{
	char text[18];
	struct eu_bytes bytes = { .data = text, .size = sizeof(text), .borrowed = true };

	eu_bytes_put(&bytes, "0x", 2);
	eu_bytes_hex(&bytes, value);
	out->ops->text(out, key, text, bytes.len);
}

static void one_flag(void *context, const char *name, uint64_t rest)
{
	struct eu_emit *out = context;

	if (name)
		out->ops->text(out, NULL, name, strlen(name));
	else
		hexadecimal(out, NULL, rest);
}

void eu_emit_flags(struct eu_emit *out, const char *key, const struct eu_flagset *table,
		   uint64_t value)
{
	out->set = true;
	out->ops->array_begin(out, key);
	if (table)
		eu_flagset_each(table, value, one_flag, out);
	else if (value)
		hexadecimal(out, NULL, value);
	out->ops->array_end(out);
}

void eu_emit_enum(struct eu_emit *out, const char *key, const struct eu_flagset *table,
		  uint64_t value)
{
	const char *name = table ? eu_flagset_name(table, value) : NULL;

	if (name)
		out->ops->text(out, key, name, strlen(name));
	else
		out->ops->u64(out, key, value);
}

static const struct eu_syscall *call_of(uint64_t number)
{
	return eu_syscall_get(number & 0x8000 ? EU_ABI_I386 : EU_ABI_NATIVE, number & 0x7fff);
}

void eu_emit_syscall(struct eu_emit *out, const char *key, uint64_t number)
{
	const struct eu_syscall *call = call_of(number);

	if (call)
		out->ops->text(out, key, call->name, strlen(call->name));
	else
		out->ops->u64(out, key, number & 0x7fff);
}

void eu_emit_args(struct eu_emit *out, const char *key, const struct eu_event *event,
		  const struct eu_value *registers)
{
	(void)event;
	out->ops->array_begin(out, key);
	for (size_t i = 0; i + 8 <= registers->len; i += 8) {
		uint64_t value;

		memcpy(&value, registers->text + i, sizeof(value));
		out->ops->u64(out, NULL, value);
	}
	out->ops->array_end(out);
}

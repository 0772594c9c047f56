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

const struct eu_syscall *eu_emit_syscall_of(uint64_t number)
{
	return eu_syscall_get(number & 0x8000 ? EU_ABI_I386 : EU_ABI_NATIVE, number & 0x7fff);
}

void eu_emit_syscall(struct eu_emit *out, const char *key, uint64_t number)
{
	const struct eu_syscall *call = eu_emit_syscall_of(number);

	if (call)
		out->ops->text(out, key, call->name, strlen(call->name));
	else
		out->ops->u64(out, key, number & 0x7fff);
}

static const struct eu_field *field_of(const struct eu_event *event, enum eu_format format)
{
	const struct eu_event_desc *desc = event->desc;

	for (size_t i = 0; i < desc->n_fields; i++)
		if (desc->fields[i].format == format)
			return &desc->fields[i];
	return NULL;
}

static const struct eu_syscall *call_of(const struct eu_event *event)
{
	const struct eu_field *field = field_of(event, EU_FORMAT_SYSCALL);
	struct eu_value number = field ? eu_event_value(event, field) : (struct eu_value){ 0 };

	return number.type == EU_VALUE_UINT ? eu_emit_syscall_of(number.u) : NULL;
}

void eu_emit_args_members(struct eu_emit *out, const struct eu_event *event,
			  const struct eu_value *registers)
{
	const struct eu_syscall *call = call_of(event);
	uint64_t raw[6] = { 0 };
	size_t n = call ? call->n_args : 6;

	memcpy(raw, registers->text, registers->len < sizeof(raw) ? registers->len : sizeof(raw));
	for (size_t i = 0; i < n && i < 6; i++) {
		const char *name = call ? call->args[i].name : NULL;
		char number[] = { 'a', 'r', 'g', '0' + i, '\0' };

		out->ops->u64(out, name ? name : number, raw[i]);
	}
}

void eu_emit_args(struct eu_emit *out, const char *key, const struct eu_event *event,
		  const struct eu_value *registers)
{
	out->ops->object_begin(out, key);
	eu_emit_args_members(out, event, registers);
	out->ops->object_end(out);
}

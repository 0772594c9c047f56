/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers that the tables know by name. */
#include <string.h>

#include <eunomia/event.h>
#include <eunomia/syscalls.h>

#include "args.h"
#include "emit.h"

static void hexadecimal(struct eu_emit *out, const char *key, uint64_t value)
{
	char text[18];
	struct eu_bytes bytes = { .data = text, .size = sizeof(text), .borrowed = true };

	eu_bytes_put(&bytes, "0x", 2);
	eu_bytes_hex(&bytes, value);
	out->ops->text(out, key, text, bytes.len);
}

struct flags {
	struct eu_emit *out;
	const struct eu_flagset *table;
};

static void one_flag(void *context, const char *name, uint64_t rest)
{
	const struct flags *flags = context;

	if (name)
		flags->out->ops->text(flags->out, NULL, name, strlen(name));
	else if (flags->table->octal)
		eu_emit_based(flags->out, NULL, rest, 3);
	else
		hexadecimal(flags->out, NULL, rest);
}

void eu_emit_flags(struct eu_emit *out, const char *key, const struct eu_flagset *table,
		   uint64_t value)
{
	out->set = true;
	out->ops->array_begin(out, key);
	if (table)
		eu_flagset_each(table, value, one_flag, &(struct flags){out, table});
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

/* What pointers pointed to. */
static void find_copies(struct eu_args *args, const struct eu_event *event)
{
	const struct eu_field *field = field_of(event, EU_FORMAT_ARGS_STATE);
	struct eu_value copies = field ? eu_event_value(event, field) : (struct eu_value){};

	if (copies.type != EU_VALUE_BYTES)
		return;
	args->copies = copies.text;
	args->copies_len = copies.len;
}

static struct eu_args args_of(const struct eu_event *event)
{
	const struct eu_field *field = field_of(event, EU_FORMAT_SYSCALL);
	uint64_t number = field ? eu_event_value(event, field).u : UINT64_MAX;
	struct eu_args args = {
		.abi = number & 0x8000 ? EU_ABI_I386 : EU_ABI_NATIVE,
		.call = eu_emit_syscall_of(number),
	};

	find_copies(&args, event);
	return args;
}

static void emit_registers(struct eu_emit *out, const uint64_t raw[6], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char number[] = { 'a', 'r', 'g', '0' + i, '\0' };

		out->ops->u64(out, number, raw[i]);
	}
}

void eu_emit_args_members(struct eu_emit *out, const struct eu_event *event,
			  const struct eu_value *registers)
{
	const struct eu_field *result = field_of(event, EU_FORMAT_ERRNO);
	struct eu_args args = args_of(event);
	size_t len = registers->len < sizeof(args.raw) ? registers->len : sizeof(args.raw);

	memcpy(args.raw, registers->text, len);
	if (!args.call) {
		emit_registers(out, args.raw, len / sizeof(*args.raw));
		return;
	}
	args.result = result ? eu_event_value(event, result).i : 0;
	find_copies(&args, event);
	eu_args_emit(out, &args);
}

void eu_emit_args(struct eu_emit *out, const char *key, const struct eu_event *event,
		  const struct eu_value *registers)
{
	out->ops->object_begin(out, key);
	eu_emit_args_members(out, event, registers);
	out->ops->object_end(out);
}

bool eu_emit_args_state(struct eu_emit *out, const char *key, const struct eu_event *event,
			const struct eu_value *copies)
{
	struct eu_args args;

	if (!eu_copies_flags(copies->text, copies->len))
		return false;
	args = args_of(event);
	if (!args.call || !eu_args_has_state(&args))
		return false;
	out->ops->object_begin(out, key);
	eu_args_emit_state(out, &args);
	out->ops->object_end(out);
	return true;
}

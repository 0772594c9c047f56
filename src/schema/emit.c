/* SPDX-License-Identifier: Apache-2.0 */
/* One field of an event, out to whichever format. */
#include <arpa/inet.h>
#include <string.h>

#include <eunomia/event.h>

#include "context.h"
#include "emit.h"
#include "names.h"

static void name_or_number(struct eu_emit *out, const char *key, const char *name, uint64_t number)
{
	if (name)
		out->ops->text(out, key, name, strlen(name));
	else
		out->ops->u64(out, key, number);
}

static void emit_result(struct eu_emit *out, const char *key, int64_t result)
{
	const char *name = result < 0 ? eu_name_errno(-(uint64_t)result) : NULL;

	if (name)
		out->ops->text(out, key, name, strlen(name));
	else
		out->ops->i64(out, key, result);
}

void eu_emit_based(struct eu_emit *out, const char *key, uint64_t value, unsigned shift)
{
	char text[26];
	char *at = text + sizeof(text);
	uint64_t left = value;

	do {
		*--at = "0123456789abcdef"[left & ((1u << shift) - 1)];
		left >>= shift;
	} while (left);
	if (shift == 4)
		*--at = 'x';
	if (shift == 4 || value)
		*--at = '0';
	out->ops->text(out, key, at, text + sizeof(text) - at);
}

static void emit_device(struct eu_emit *out, const char *key, uint64_t device)
{
	char text[32];
	struct eu_bytes bytes = {.data = text, .size = sizeof(text), .borrowed = true};

	/* include/linux/kdev_t.h, MINORBITS */
	eu_bytes_u64(&bytes, device >> 20 & 0xfff);
	eu_bytes_char(&bytes, ':');
	eu_bytes_u64(&bytes, device & 0xfffff);
	out->ops->text(out, key, text, bytes.len);
}

static void emit_ipv4(struct eu_emit *out, const char *key, const char *address)
{
	char text[128];
	struct eu_bytes bytes = {.data = text, .size = sizeof(text), .borrowed = true};

	for (unsigned i = 0; i < 4; i++) {
		eu_bytes_u64(&bytes, (uint8_t)address[i]);
		eu_bytes_char(&bytes, '.');
	}
	out->ops->text(out, key, text, bytes.len - 1);
}

static void emit_address(struct eu_emit *out, const char *key, const char *address)
{
	static const char v4_mapped[12] = "\0\0\0\0\0\0\0\0\0\0\xff\xff";
	char text[INET6_ADDRSTRLEN];

	if (!memcmp(address, v4_mapped, sizeof(v4_mapped))) {
		emit_ipv4(out, key, address + sizeof(v4_mapped));
		return;
	}
	inet_ntop(AF_INET6, address, text, sizeof(text));
	out->ops->text(out, key, text, strlen(text));
}

static void emit_time(struct eu_emit *out, const char *key, uint64_t ns)
{
	char text[32];
	struct eu_bytes bytes = {.data = text, .size = sizeof(text), .borrowed = true};

	eu_bytes_time(&bytes, ns);
	out->ops->text(out, key, text, bytes.len);
}

static void emit_argv(struct eu_emit *out, const char *key, const char *text, size_t len)
{
	const char *end = text + len;

	out->ops->array_begin(out, key);
	while (text < end) {
		size_t n = strnlen(text, end - text);

		out->ops->text(out, NULL, text, n);
		text += n + 1;
	}
	out->ops->array_end(out);
}

static void emit_capabilities(struct eu_emit *out, const char *key, uint64_t mask)
{
	out->set = true;
	out->ops->array_begin(out, key);
	for (unsigned bit = 0; bit < 64; bit++)
		if (mask >> bit & 1)
			name_or_number(out, NULL, eu_name_capability(bit), bit);
	out->ops->array_end(out);
}

static bool emit_labels(struct eu_emit *out, const char *key, const struct eu_container *container)
{
	if (!container || !container->n_labels)
		return false;
	out->ops->object_begin(out, key);
	for (size_t i = 0; i < container->n_labels; i++) {
		const struct eu_label *label = &container->labels[i];

		out->ops->text(out, label->key, label->value, strlen(label->value));
	}
	out->ops->object_end(out);
	return true;
}

bool eu_is_empty(const struct eu_field *field, const struct eu_value *value)
{
	switch (value->type) {
	case EU_VALUE_UINT:
	case EU_VALUE_INT:
		return !value->u;
	case EU_VALUE_BYTES:
		if (field->format == EU_FORMAT_ADDRESS)
			return !memcmp(value->text, (char[16]){0}, 16);
		return !value->len;
	case EU_VALUE_STRING:
		return !value->len;
	case EU_VALUE_NONE:
		break;
	}
	return true;
}

bool eu_is_shown(const struct eu_field *field, const struct eu_value *value)
{
	bool optional = field->optional || field->format == EU_FORMAT_SIGNAL;

	return value->type != EU_VALUE_NONE && !(optional && eu_is_empty(field, value));
}

static void emit_number(struct eu_emit *out, const char *key, const struct eu_field *field,
			uint64_t value)
{
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_FLAGS:
		eu_emit_flags(out, key, field->table, value);
		break;
	case EU_FORMAT_ENUM:
		eu_emit_enum(out, key, field->table, value);
		break;
	case EU_FORMAT_OCTAL:
		eu_emit_based(out, key, value, 3);
		break;
	case EU_FORMAT_HEX:
		eu_emit_based(out, key, value, 4);
		break;
	case EU_FORMAT_SIGNAL:
		name_or_number(out, key, eu_name_signal(value), value);
		break;
	case EU_FORMAT_SYSCALL:
		eu_emit_syscall(out, key, value);
		break;
	case EU_FORMAT_FS:
		name_or_number(out, key, eu_name_fs(value), value);
		break;
	case EU_FORMAT_DEVICE:
		emit_device(out, key, value);
		break;
	case EU_FORMAT_CAPS:
		emit_capabilities(out, key, value);
		break;
	case EU_FORMAT_BOOL:
		out->ops->boolean(out, key, value);
		break;
	case EU_FORMAT_TIME:
		emit_time(out, key, value);
		break;
	default:
		out->ops->u64(out, key, value);
	}
}

static void emit_bytes(struct eu_emit *out, const char *key, const struct eu_event *event,
		       const struct eu_field *field, const struct eu_value *value)
{
	if (field->format == EU_FORMAT_ADDRESS)
		emit_address(out, key, value->text);
	else if (field->format == EU_FORMAT_ARGS)
		eu_emit_args(out, key, event, value);
	else
		emit_argv(out, key, value->text, value->len);
}

/* A raw path says nothing new when it is the path. */
static bool repeats(const struct eu_event *event, const struct eu_field *field,
		    const struct eu_value *value)
{
	const struct eu_field other = {
	    .offset = field->unless, .size = sizeof(struct eu_str), .format = EU_FORMAT_STRING};
	struct eu_value first;

	if (value->type != EU_VALUE_STRING)
		return false;
	first = eu_event_value(event, &other);
	return first.type == EU_VALUE_STRING && first.len == value->len &&
	       !memcmp(first.text, value->text, value->len);
}

static bool emit_value(struct eu_emit *out, const char *key, const struct eu_event *event,
		       const struct eu_field *field)
{
	/* initialized, not assigned: a copy of what was just written in parts stalls the CPU */
	const struct eu_value value = eu_event_value(event, field);

	if (!eu_is_shown(field, &value) || (field->unless && repeats(event, field, &value)))
		return false;
	if (field->format == EU_FORMAT_ARGS_STATE)
		return eu_emit_args_state(out, key, event, &value);
	switch (value.type) {
	case EU_VALUE_UINT:
		emit_number(out, key, field, value.u);
		break;
	case EU_VALUE_INT:
		if (field->format == EU_FORMAT_ERRNO)
			emit_result(out, key, value.i);
		else
			out->ops->i64(out, key, value.i);
		break;
	case EU_VALUE_STRING:
		out->ops->text(out, key, value.text, value.len);
		break;
	default:
		emit_bytes(out, key, event, field, &value);
	}
	return true;
}

void eu_emit_time_if(struct eu_emit *out, const char *key, uint64_t ns)
{
	char data[EU_BYTES_ROOM];
	struct eu_bytes bytes = {.data = data, .size = sizeof(data), .borrowed = true};

	if (!ns)
		return;
	eu_bytes_time(&bytes, ns);
	out->ops->text(out, key, bytes.data, bytes.len);
}

bool eu_emit_field(struct eu_emit *out, const char *key, const struct eu_event *event,
		   const struct eu_field *field)
{
	if (field->format == EU_FORMAT_LABELS)
		return emit_labels(out, key, event->container);
	return emit_value(out, key, event, field);
}

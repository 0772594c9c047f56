/* SPDX-License-Identifier: Apache-2.0 */
/* Raw values out of records. Records may come from a file: nothing in them is believed. */
#include <string.h>

#include <eunomia/event.h>

#include "context.h"

static const struct eu_value none = { .type = EU_VALUE_NONE };

static bool inside(const struct eu_head *head, size_t offset, size_t len)
{
	return offset <= head->size && len <= head->size - offset;
}

static const char *at(const struct eu_head *head, size_t offset)
{
	return (const char *)head + offset;
}

static struct eu_value number(const struct eu_head *head, const struct eu_field *field)
{
	const char *from = at(head, field->offset);
	union {
		uint8_t u8;
		uint16_t u16;
		uint32_t u32;
		uint64_t u64;
	} raw = { 0 };

	if (field->size > sizeof(raw))
		return none;
	memcpy(&raw, from, field->size);
	switch (field->size) {
	case 1:
		return (struct eu_value){ EU_VALUE_UINT, .u = raw.u8 };
	case 2:
		return (struct eu_value){ EU_VALUE_UINT, .u = raw.u16 };
	case 4:
		return (struct eu_value){ EU_VALUE_UINT, .u = raw.u32 };
	case 8:
		return (struct eu_value){ EU_VALUE_UINT, .u = raw.u64 };
	}
	return none;
}

static struct eu_value signed_number(const struct eu_head *head, const struct eu_field *field)
{
	struct eu_value value = number(head, field);
	unsigned unused = 64 - 8 * field->size;

	if (value.type == EU_VALUE_NONE)
		return none;
	return (struct eu_value){ EU_VALUE_INT, .i = (int64_t)(value.u << unused) >> unused };
}

static struct eu_value bytes_behind(const struct eu_head *head, const struct eu_field *field,
				    enum eu_value_type type)
{
	struct eu_str str;

	if (field->size != sizeof(str))
		return none;
	memcpy(&str, at(head, field->offset), sizeof(str));
	if (!inside(head, str.offset, str.len))
		return none;
	return (struct eu_value){ type, .text = at(head, str.offset), .len = str.len };
}

static struct eu_value in_record(const struct eu_head *head, const struct eu_field *field)
{
	if (!inside(head, field->offset, field->size))
		return none;
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_STRING:
		return bytes_behind(head, field, EU_VALUE_STRING);
	case EU_FORMAT_ARGV:
	case EU_FORMAT_ARGS:
		return bytes_behind(head, field, EU_VALUE_BYTES);
	case EU_FORMAT_ADDRESS:
		if (field->size != 16)
			return none;
		return (struct eu_value){ EU_VALUE_BYTES, .text = at(head, field->offset), .len = 16 };
	case EU_FORMAT_INT:
	case EU_FORMAT_ERRNO:
		return signed_number(head, field);
	case EU_FORMAT_HIDDEN:
		return none;
	default:
		return number(head, field);
	}
}

struct eu_value eu_event_value(const struct eu_event *event, const struct eu_field *field)
{
	if (eu_is_context(field))
		return eu_context_value(event, field);
	return in_record(event->record, field);
}

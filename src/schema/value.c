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

/* The bits of a number of 1, 2, 4 or 8 bytes. */
static uint64_t load(const char *from, unsigned size)
{
	union {
		uint8_t u8;
		uint16_t u16;
		uint32_t u32;
		uint64_t u64;
	} raw;

	switch (size) {
	case 1:
		return *(const uint8_t *)from;
	case 2:
		memcpy(&raw.u16, from, sizeof(raw.u16));
		return raw.u16;
	case 4:
		memcpy(&raw.u32, from, sizeof(raw.u32));
		return raw.u32;
	default:
		memcpy(&raw.u64, from, sizeof(raw.u64));
		return raw.u64;
	}
}

static bool is_number_size(unsigned size)
{
	return size <= 8 && !(size & (size - 1));
}

static struct eu_value number(const struct eu_head *head, const struct eu_field *field)
{
	if (!is_number_size(field->size))
		return none;
	return (struct eu_value){ EU_VALUE_UINT, .u = load(at(head, field->offset), field->size) };
}

static struct eu_value signed_number(const struct eu_head *head, const struct eu_field *field)
{
	unsigned unused = 64 - 8 * field->size;
	uint64_t bits;

	if (!is_number_size(field->size))
		return none;
	bits = load(at(head, field->offset), field->size);
	return (struct eu_value){ EU_VALUE_INT, .i = (int64_t)(bits << unused) >> unused };
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
	if (field->present && (!inside(head, field->present, 1) || !*at(head, field->present)))
		return none;
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_STRING:
		return bytes_behind(head, field, EU_VALUE_STRING);
	case EU_FORMAT_ARGV:
	case EU_FORMAT_ARGS:
	case EU_FORMAT_ARGS_STATE:
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

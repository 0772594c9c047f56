/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a record's strings within its bounds, and building records in user space. */
#pragma once

#include <stddef.h>
#include <string.h>

#include <linux/types.h>

#include <eunomia/events.h>

/* The bytes of a string and their number; an offset outside the record gives none. */
static inline const char *eu_record_text(const struct eu_head *record, struct eu_str str,
					 size_t *len)
{
	if ((size_t)str.offset + str.len > record->size) {
		*len = 0;
		return "";
	}
	*len = str.len;
	return (const char *)record + str.offset;
}

/* A record under construction: a fixed part and what is appended to it. */
struct eu_builder {
	_Alignas(8) char bytes[32768];
	size_t used;
};

/* Clears the fixed part and returns it. */
void *eu_builder_begin(struct eu_builder *builder, size_t size);
/* Appends; what does not fit is cut. */
struct eu_str eu_builder_text(struct eu_builder *builder, const char *text, size_t len);
/* The finished record. */
const struct eu_head *eu_builder_end(struct eu_builder *builder);

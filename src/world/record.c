/* SPDX-License-Identifier: Apache-2.0 */
#include "world/record.h"

void *eu_builder_begin(struct eu_builder *builder, size_t size)
{
	builder->used = size;
	return memset(builder->bytes, 0, size);
}

struct eu_str eu_builder_text(struct eu_builder *builder, const char *text, size_t len)
{
	struct eu_str str = {.offset = builder->used};

	if (len > sizeof(builder->bytes) - 8 - builder->used)
		len = sizeof(builder->bytes) - 8 - builder->used;
	memcpy(builder->bytes + builder->used, text, len);
	builder->used += len;
	str.len = len;
	return str;
}

const struct eu_head *eu_builder_end(struct eu_builder *builder)
{
	struct eu_head *head = (struct eu_head *)builder->bytes;

	while (builder->used % 8)
		builder->bytes[builder->used++] = '\0';
	head->size = builder->used;
	return head;
}

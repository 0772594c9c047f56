/* SPDX-License-Identifier: Apache-2.0 */
#include <eunomia/event.h>

#include "emit.h"

size_t eu_event_text(const struct eu_event *event, const struct eu_field *field, char *out,
		     size_t size)
{
	char room[EU_BYTES_ROOM];
	struct eu_bytes bytes = {.data = room, .size = sizeof(room), .borrowed = true};
	struct eu_emit_text text;
	size_t len;

	eu_emit_text_init(&text, &bytes);
	eu_emit_field(&text.emit, NULL, event, field);
	len = bytes.failed ? 0 : bytes.len;
	if (size) {
		size_t kept = len < size ? len : size - 1;

		memcpy(out, bytes.data, kept);
		out[kept] = '\0';
	}
	eu_bytes_free(&bytes);
	return len;
}

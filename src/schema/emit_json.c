/* SPDX-License-Identifier: Apache-2.0 */
#include "emit.h"

static inline struct eu_bytes *bytes_of(struct eu_emit *out)
{
	return ((struct eu_emit_json *)out)->bytes;
}

static void quoted(struct eu_bytes *bytes, const char *text, size_t len)
{
	eu_bytes_char(bytes, '"');
	eu_bytes_json(bytes, text, len);
	eu_bytes_char(bytes, '"');
}

static inline struct eu_bytes *begin(struct eu_emit *out, const char *key)
{
	struct eu_bytes *bytes = bytes_of(out);

	if (key) {
		quoted(bytes, key, strlen(key));
		eu_bytes_char(bytes, ':');
	}
	return bytes;
}

/* The last value's comma becomes the bracket. */
static void close_with(struct eu_emit *out, char bracket)
{
	struct eu_bytes *bytes = bytes_of(out);

	if (bytes->len && bytes->data[bytes->len - 1] == ',')
		bytes->len--;
	eu_bytes_char(bytes, bracket);
	eu_bytes_char(bytes, ',');
}

static void object_begin(struct eu_emit *out, const char *key)
{
	eu_bytes_char(begin(out, key), '{');
}

static void object_end(struct eu_emit *out)
{
	close_with(out, '}');
}

static void array_begin(struct eu_emit *out, const char *key)
{
	eu_bytes_char(begin(out, key), '[');
}

static void array_end(struct eu_emit *out)
{
	close_with(out, ']');
}

static void text(struct eu_emit *out, const char *key, const char *s, size_t len)
{
	struct eu_bytes *bytes = begin(out, key);

	quoted(bytes, s, len);
	eu_bytes_char(bytes, ',');
}

static void u64(struct eu_emit *out, const char *key, uint64_t value)
{
	struct eu_bytes *bytes = begin(out, key);

	eu_bytes_u64(bytes, value);
	eu_bytes_char(bytes, ',');
}

static void i64(struct eu_emit *out, const char *key, int64_t value)
{
	struct eu_bytes *bytes = begin(out, key);

	eu_bytes_i64(bytes, value);
	eu_bytes_char(bytes, ',');
}

static void boolean(struct eu_emit *out, const char *key, bool value)
{
	eu_bytes_puts(begin(out, key), value ? "true," : "false,");
}

static void null(struct eu_emit *out, const char *key)
{
	eu_bytes_put(begin(out, key), "null,", 5);
}

static const struct eu_emit_ops ops = {
    .object_begin = object_begin,
    .object_end = object_end,
    .array_begin = array_begin,
    .array_end = array_end,
    .text = text,
    .u64 = u64,
    .i64 = i64,
    .boolean = boolean,
    .null = null,
};

void eu_emit_json_init(struct eu_emit_json *json, struct eu_bytes *bytes)
{
	*json = (struct eu_emit_json){.emit = {.ops = &ops}, .bytes = bytes};
}

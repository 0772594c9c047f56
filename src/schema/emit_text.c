/* SPDX-License-Identifier: Apache-2.0 */
#include "emit.h"

static struct eu_emit_text *self(struct eu_emit *out)
{
	return (struct eu_emit_text *)out;
}

/* Deeper levels are joined like the deepest that is remembered. */
static char *join_here(struct eu_emit_text *text)
{
	unsigned last = sizeof(text->join) - 1;

	return &text->join[text->depth < last ? text->depth : last];
}

static struct eu_bytes *begin(struct eu_emit *out, const char *key)
{
	struct eu_emit_text *text = self(out);

	if (text->more)
		eu_bytes_char(text->bytes, *join_here(text));
	text->more = true;
	if (key) {
		eu_bytes_puts(text->bytes, key);
		eu_bytes_char(text->bytes, '=');
	}
	return text->bytes;
}

static void descend(struct eu_emit *out, const char *key, char join, char bracket)
{
	struct eu_emit_text *text = self(out);
	struct eu_bytes *bytes = begin(out, key);

	if (text->depth && bracket)
		eu_bytes_char(bytes, bracket);
	text->depth++;
	*join_here(text) = join;
	text->more = false;
}

static void ascend(struct eu_emit *out, char bracket)
{
	struct eu_emit_text *text = self(out);

	text->depth--;
	if (text->depth && bracket)
		eu_bytes_char(text->bytes, bracket);
	text->more = true;
}

static void object_begin(struct eu_emit *out, const char *key)
{
	descend(out, key, ' ', '{');
}

static void object_end(struct eu_emit *out)
{
	ascend(out, '}');
}

static void array_begin(struct eu_emit *out, const char *key)
{
	bool set = out->set;

	out->set = false;
	descend(out, key, set ? '|' : ' ', set ? 0 : '[');
}

static void array_end(struct eu_emit *out)
{
	ascend(out, *join_here(self(out)) == '|' ? 0 : ']');
}

static bool needs_quotes(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] == ' ' || s[i] == '"' || s[i] == '=')
			return true;
	return !len;
}

/* Among other values, text is quoted where it would not be seen as one word. */
static void text(struct eu_emit *out, const char *key, const char *s, size_t len)
{
	struct eu_bytes *bytes = begin(out, key);

	if (!self(out)->depth || !needs_quotes(s, len)) {
		eu_bytes_text(bytes, s, len);
		return;
	}
	eu_bytes_char(bytes, '"');
	for (size_t i = 0, plain; i < len; i += plain) {
		const char *quote = memchr(s + i, '"', len - i);

		plain = quote ? (size_t)(quote - s) - i + 1 : len - i;
		eu_bytes_text(bytes, s + i, plain - !!quote);
		if (quote)
			eu_bytes_put(bytes, "\\\"", 2);
	}
	eu_bytes_char(bytes, '"');
}

static void u64(struct eu_emit *out, const char *key, uint64_t value)
{
	eu_bytes_u64(begin(out, key), value);
}

static void i64(struct eu_emit *out, const char *key, int64_t value)
{
	eu_bytes_i64(begin(out, key), value);
}

static void boolean(struct eu_emit *out, const char *key, bool value)
{
	eu_bytes_puts(begin(out, key), value ? "true" : "false");
}

static void null(struct eu_emit *out, const char *key)
{
	eu_bytes_puts(begin(out, key), "NULL");
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

void eu_emit_text_init(struct eu_emit_text *out, struct eu_bytes *bytes)
{
	*out = (struct eu_emit_text){.emit = {.ops = &ops}, .bytes = bytes, .join = " "};
}

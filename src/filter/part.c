/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "part.h"
#include "schema/parts.h"
#include "schema/pick.h"

static int resolve_by_event(struct eu_reference *reference, struct eu_error *err)
{
	reference->events = eu_schema_events(&reference->n_events);
	reference->by_event = calloc(reference->n_events, sizeof(*reference->by_event));
	if (!reference->by_event)
		return eu_fail(err, ENOMEM, "no memory for the filter");
	for (size_t i = 0; i < reference->n_events; i++) {
		const struct eu_event_desc *desc = &reference->events[i];
		const struct eu_field *field = eu_schema_field(desc, reference->of);

		if (!desc->internal && field &&
		    (field->format == EU_FORMAT_ARGS || field->format == EU_FORMAT_ARGS_STATE))
			reference->by_event[i] = field;
	}
	return 0;
}

int eu_part_resolve(struct eu_reference *reference, struct eu_error *err)
{
	char why[512];

	reference->of = eu_part_of(reference->name, &reference->part);
	if (!reference->of)
		return 1;
	if (!eu_part_is_known(reference->name, why, sizeof(why)))
		return eu_fail(err, EINVAL, "filter, column %zu: %s", reference->column, why);
	reference->context = eu_schema_field(NULL, reference->of);
	return reference->context ? 0 : resolve_by_event(reference, err);
}

/* ---- values out of what is printed ---- */

/* Tests each value that is handed to it, as a whole and, of a list, element by element. */
struct tester {
	struct eu_emit emit;
	struct eu_emit_text whole;
	eu_part_test *test;
	void *context;
	unsigned depth;
	bool list, set;
	bool decided; /* a descriptor is its number; what else is known of it does not count */
	bool result;
};

static struct tester *self(struct eu_emit *out)
{
	return (struct tester *)out;
}

static void try(struct tester *tester, struct eu_part part)
{
	if (!tester->result)
		tester->result = tester->test(tester->context, &part);
}

static void restart(struct tester *tester)
{
	tester->whole.bytes->len = 0;
	tester->whole.more = tester->decided = false;
}

static void open_one(struct eu_emit *out, const char *key, bool array)
{
	struct tester *tester = self(out);
	struct eu_emit *whole = &tester->whole.emit;

	if (!tester->depth++) {
		tester->list = array;
		tester->set = out->set;
	}
	whole->set = out->set;
	out->set = false;
	(array ? whole->ops->array_begin : whole->ops->object_begin)(whole, key);
}

static void close_one(struct eu_emit *out, bool array)
{
	struct tester *tester = self(out);
	struct eu_emit *whole = &tester->whole.emit;
	struct eu_bytes *bytes = tester->whole.bytes;

	(array ? whole->ops->array_end : whole->ops->object_end)(whole);
	if (--tester->depth)
		return;
	if (!tester->decided && !bytes->failed)
		try(tester, (struct eu_part){.text = bytes->data,
					     .len = bytes->len,
					     .set = tester->set});
	restart(tester);
}

/* The number of a descriptor stands before what it leads to. */
static bool is_descriptor(const struct tester *tester, const char *key)
{
	return tester->depth == 1 && !tester->list && !tester->whole.more && key &&
	       !strcmp(key, "fd");
}

static void text(struct eu_emit *out, const char *key, const char *text, size_t len)
{
	struct tester *tester = self(out);

	if (!tester->depth || is_descriptor(tester, key)) {
		tester->decided = tester->depth;
		try(tester, (struct eu_part){.text = text, .len = len});
	} else if (tester->depth == 1 && tester->list) {
		try(tester, (struct eu_part){.text = text, .len = len, .element = true});
	}
	if (tester->depth)
		tester->whole.emit.ops->text(&tester->whole.emit, key, text, len);
}

static void number(struct eu_emit *out, const char *key, uint64_t value,
		   void (*put)(struct eu_bytes *bytes, uint64_t value))
{
	char digits[32];
	struct eu_bytes bytes = {.data = digits, .size = sizeof(digits), .borrowed = true};

	put(&bytes, value);
	text(out, key, digits, bytes.len);
}

static void put_signed(struct eu_bytes *bytes, uint64_t value)
{
	eu_bytes_i64(bytes, value);
}

static void object_begin(struct eu_emit *out, const char *key)
{
	open_one(out, key, false);
}

static void object_end(struct eu_emit *out)
{
	close_one(out, false);
}

static void array_begin(struct eu_emit *out, const char *key)
{
	open_one(out, key, true);
}

static void array_end(struct eu_emit *out)
{
	close_one(out, true);
}

static void u64(struct eu_emit *out, const char *key, uint64_t value)
{
	number(out, key, value, eu_bytes_u64);
}

static void i64(struct eu_emit *out, const char *key, int64_t value)
{
	number(out, key, value, put_signed);
}

static void boolean(struct eu_emit *out, const char *key, bool value)
{
	text(out, key, value ? "true" : "false", value ? 4 : 5);
}

static void null(struct eu_emit *out, const char *key)
{
	text(out, key, "NULL", 4);
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

bool eu_part_any(const struct eu_reference *reference, const struct eu_field *field,
		 const struct eu_event *event, eu_part_test *test, void *context, bool *result)
{
	char room[EU_BYTES_ROOM];
	struct eu_bytes bytes = {.data = room, .size = sizeof(room), .borrowed = true};
	struct tester tester = {.emit.ops = &ops, .test = test, .context = context};
	bool found;

	eu_emit_text_init(&tester.whole, &bytes);
	found = eu_emit_part(&tester.emit, event, field, reference->name);
	eu_bytes_free(&bytes);
	*result = tester.result;
	return found;
}

bool eu_part_number(const struct eu_part *part, __int128 *value)
{
	char digits[32];
	const char *at = digits;
	char *end;

	if (!part->len || part->len >= sizeof(digits))
		return false;
	memcpy(digits, part->text, part->len);
	digits[part->len] = '\0';
	if (!strcmp(digits, "NULL")) {
		*value = 0;
		return true;
	}
	at += *at == '-';
	if (*at < '0' || *at > '9')
		return false;
	errno = 0;
	*value = strtoull(at, &end, 0);
	if (at > digits)
		*value = -*value;
	return !errno && !*end;
}

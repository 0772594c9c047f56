/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include <eunomia/event.h>

#include "pick.h"

/* Nothing that is shown lies deeper. */
#define DEEPEST 16
/* Room for the longest key, a label's, and for what is before it. */
#define LONGEST (4096 + 256)

/* What a value has to do with the names, better ones last. */
enum relation {
	APART,
	ABOVE, /* what a name says is in it */
	WANTED,
};

struct level {
	const char *key;
	size_t end; /* of its path; lists have no key of their own */
	uint8_t relation;
	bool array, set;
	bool sent; /* it is open in the output, too */
};

/* Stands before another printer and lets through what is wanted. */
struct picker {
	struct eu_emit emit;
	struct eu_emit *to;
	const char *const *names;
	size_t n;
	bool framed; /* objects and lists on the way are handed on, once something is in them */
	bool found;
	unsigned depth;
	struct level levels[DEEPEST];
	char *path; /* keys, joined by dots; LONGEST bytes */
};

static struct picker *self(struct eu_emit *out)
{
	return (struct picker *)out;
}

/* Of levels that are too deep none is wanted, and one stands for all. */
static struct level *level_of(struct picker *picker)
{
	return &picker->levels[picker->depth < DEEPEST ? picker->depth : DEEPEST - 1];
}

static bool is_below(const char *name, const char *above, size_t len)
{
	return !strncmp(name, above, len) && name[len] == '.';
}

static enum relation compare(const struct picker *picker, size_t len)
{
	enum relation best = APART;

	for (size_t i = 0; i < picker->n && best < WANTED; i++) {
		const char *name = picker->names[i];

		if (!strncmp(name, picker->path, len) && !name[len])
			best = WANTED;
		else if (is_below(name, picker->path, len))
			best = ABOVE;
	}
	return best;
}

static enum relation relation_of(struct picker *picker, const char *key, size_t *end)
{
	const struct level *in = level_of(picker);
	size_t len = key ? strlen(key) : 0;

	*end = in->end;
	if (in->relation != ABOVE || !key)
		return in->relation;
	if (len + 1 > LONGEST - in->end)
		return APART;
	picker->path[in->end] = '.';
	memcpy(picker->path + in->end + 1, key, len);
	*end += len + 1;
	return compare(picker, *end);
}

static void begin(struct picker *picker, struct level *level, const char *key)
{
	struct eu_emit *to = picker->to;

	level->sent = true;
	to->set = level->set;
	(level->array ? to->ops->array_begin : to->ops->object_begin)(to, key);
}

/* The key under which something wanted is handed on, with all that it is in. */
static const char *enter(struct picker *picker, const char *key)
{
	picker->found = true;
	for (unsigned i = 1; picker->framed && i <= picker->depth; i++)
		if (!picker->levels[i].sent)
			begin(picker, &picker->levels[i], picker->levels[i].key);
	return picker->framed || level_of(picker)->relation == WANTED ? key : NULL;
}

static void open_one(struct eu_emit *out, const char *key, bool array)
{
	struct picker *picker = self(out);
	struct level level = {.key = key, .array = array, .set = out->set};
	enum relation relation = relation_of(picker, key, &level.end);

	out->set = false;
	if (picker->depth + 2 >= DEEPEST)
		relation = APART;
	level.relation = relation;
	if (relation == WANTED)
		begin(picker, &level, enter(picker, key));
	picker->depth++;
	*level_of(picker) = level;
}

static void close_one(struct eu_emit *out)
{
	struct picker *picker = self(out);
	const struct level *level = level_of(picker);
	struct eu_emit *to = picker->to;

	picker->depth--;
	if (level->sent)
		(level->array ? to->ops->array_end : to->ops->object_end)(to);
}

/* A descriptor of which no more is known is shown as its number: that is its "fd", too. */
static bool is_number_of(struct picker *picker, size_t end)
{
	for (size_t i = 0; i < picker->n; i++)
		if (is_below(picker->names[i], picker->path, end) &&
		    !strcmp(picker->names[i] + end, ".fd"))
			return true;
	return false;
}

static bool is_wanted(struct picker *picker, const char **key)
{
	size_t end;
	enum relation relation = relation_of(picker, *key, &end);

	if (relation == APART || (relation == ABOVE && !is_number_of(picker, end)))
		return false;
	*key = enter(picker, *key);
	return true;
}

static void object_begin(struct eu_emit *out, const char *key)
{
	open_one(out, key, false);
}

static void array_begin(struct eu_emit *out, const char *key)
{
	open_one(out, key, true);
}

static void text(struct eu_emit *out, const char *key, const char *text, size_t len)
{
	struct eu_emit *to = self(out)->to;

	if (is_wanted(self(out), &key))
		to->ops->text(to, key, text, len);
}

static void u64(struct eu_emit *out, const char *key, uint64_t value)
{
	struct eu_emit *to = self(out)->to;

	if (is_wanted(self(out), &key))
		to->ops->u64(to, key, value);
}

static void i64(struct eu_emit *out, const char *key, int64_t value)
{
	struct eu_emit *to = self(out)->to;

	if (is_wanted(self(out), &key))
		to->ops->i64(to, key, value);
}

static void boolean(struct eu_emit *out, const char *key, bool value)
{
	struct eu_emit *to = self(out)->to;

	if (is_wanted(self(out), &key))
		to->ops->boolean(to, key, value);
}

static void null(struct eu_emit *out, const char *key)
{
	struct eu_emit *to = self(out)->to;

	if (is_wanted(self(out), &key))
		to->ops->null(to, key);
}

static const struct eu_emit_ops ops = {
    .object_begin = object_begin,
    .object_end = close_one,
    .array_begin = array_begin,
    .array_end = close_one,
    .text = text,
    .u64 = u64,
    .i64 = i64,
    .boolean = boolean,
    .null = null,
};

static bool pick(struct picker *picker, const struct eu_event *event, const struct eu_field *field)
{
	size_t len = strlen(field->name);
	char path[LONGEST];

	if (len >= LONGEST)
		return false;
	memcpy(path, field->name, len);
	picker->path = path;
	picker->emit.ops = &ops;
	picker->levels[0] = (struct level){.end = len, .relation = compare(picker, len)};
	eu_emit_field(&picker->emit, NULL, event, field);
	return picker->found;
}

bool eu_emit_parts(struct eu_emit *out, const struct eu_event *event, const struct eu_field *field,
		   const char *const *names, size_t n)
{
	struct picker picker = {.to = out, .names = names, .n = n, .framed = true};

	return pick(&picker, event, field);
}

bool eu_emit_part(struct eu_emit *out, const struct eu_event *event, const struct eu_field *field,
		  const char *name)
{
	struct picker picker = {.to = out, .names = &name, .n = 1};

	return pick(&picker, event, field);
}

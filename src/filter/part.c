/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/nearest.h>
#include <eunomia/syscalls.h>

#include "cleanup.h"
#include "part.h"
#include "schema/emit.h"

#define LABELS "container.labels"
#define ARGS "args"

/* ---- which there are ---- */

/* What follows "prefix."; or NULL. */
static const char *behind(const char *name, const char *prefix)
{
	size_t len = strlen(prefix);

	return !strncmp(name, prefix, len) && name[len] == '.' ? name + len + 1 : NULL;
}

/* Calls back with the name of every argument of every system call, many times. */
static bool any_name(bool (*test)(void *context, const char *name), void *context)
{
	for (int abi = 0; abi < EU_ABIS; abi++) {
		size_t n, n_cases;
		const struct eu_syscall *calls = eu_syscall_all(abi, &n);
		const struct eu_syscall_case *cases = eu_syscall_cases(abi, &n_cases);

		for (size_t i = 0; i < n; i++)
			for (unsigned a = 0; a < calls[i].n_args; a++)
				if (calls[i].args[a].name && test(context, calls[i].args[a].name))
					return true;
		for (size_t i = 0; i < n_cases; i++)
			if (cases[i].is.name && test(context, cases[i].is.name))
				return true;
	}
	return false;
}

/* "fd", or "fd.path": of descriptors also what they are. */
static bool is_argument(void *context, const char *name)
{
	const char *part = context;
	size_t len = strlen(name);

	return !strncmp(part, name, len) && (!part[len] || !strcmp(part + len, ".path"));
}

struct names {
	const char **names;
	size_t n;
};

static bool add_name(void *context, const char *name)
{
	struct names *names = context;
	const char **bigger;

	for (size_t i = 0; i < names->n; i++)
		if (!strcmp(names->names[i], name))
			return false;
	bigger = realloc(names->names, (names->n + 1) * sizeof(*bigger));
	if (!bigger)
		return true;
	names->names = bigger;
	names->names[names->n++] = name;
	return false;
}

static int unknown_argument(const struct eu_reference *reference, struct eu_error *err)
{
	struct names names = {};
	char hint[256];

	any_name(add_name, &names);
	eu_nearest_hint(hint, sizeof(hint), reference->part, names.names, names.n, ARGS ".");
	free(names.names);
	return eu_fail(err, EINVAL, "filter, column %zu: no system call has an argument \"%.100s\"%s",
		       reference->column, reference->part, hint);
}

static int resolve_argument(struct eu_reference *reference, struct eu_error *err)
{
	if (!any_name(is_argument, (void *)reference->part))
		return unknown_argument(reference, err);
	reference->events = eu_schema_events(&reference->n_events);
	reference->by_event = calloc(reference->n_events, sizeof(*reference->by_event));
	if (!reference->by_event)
		return eu_fail(err, ENOMEM, "no memory for the filter");
	reference->of = ARGS;
	for (size_t i = 0; i < reference->n_events; i++) {
		const struct eu_field *field = eu_schema_field(&reference->events[i], ARGS);

		if (!reference->events[i].internal && field && field->format == EU_FORMAT_ARGS)
			reference->by_event[i] = field;
	}
	return 0;
}

int eu_part_resolve(struct eu_reference *reference, struct eu_error *err)
{
	reference->part = behind(reference->name, LABELS);
	if (reference->part && *reference->part) {
		reference->context = eu_schema_field(NULL, LABELS);
		return 0;
	}
	reference->part = behind(reference->name, ARGS);
	if (reference->part && *reference->part)
		return resolve_argument(reference, err);
	reference->part = NULL;
	return 1;
}

/* ---- an argument out of what is printed ---- */

/* Hands on what stands under one key of an object, and nothing else. */
struct picker {
	struct eu_emit emit;
	struct eu_emit_text text;
	const char *key, *member; /* member: of the object under the key; NULL: all of it */
	size_t key_len;
	unsigned depth; /* of what is open */
	bool inside;    /* the object or list under the key */
	bool found, set;
	bool done;      /* a descriptor is its number; what else is known of it is not wanted */
};

static struct picker *self(struct eu_emit *out)
{
	return (struct picker *)out;
}

static bool is_key(const struct picker *picker, const char *key)
{
	return picker->depth == 1 && key && strlen(key) == picker->key_len &&
	       !memcmp(key, picker->key, picker->key_len);
}

/* Is this value wanted? The key under which it is handed on goes to *key. */
static bool is_wanted(struct picker *picker, const char **key)
{
	bool wanted, alone = true;

	if (is_key(picker, *key)) {
		wanted = !picker->member;
	} else if (!picker->inside || picker->done) {
		wanted = false;
	} else if (picker->member) {
		wanted = picker->depth == 2 && *key && !strcmp(*key, picker->member);
	} else {
		picker->done = picker->depth == 2 && *key && !strcmp(*key, "fd") &&
			       !picker->text.bytes->len;
		alone = picker->done;
		wanted = true;
	}
	picker->found |= wanted;
	if (alone)
		*key = NULL;
	return wanted;
}

static bool is_handed_on(const struct picker *picker)
{
	return picker->inside && !picker->member && !picker->done;
}

static void open_one(struct eu_emit *out, const char *key,
		     void (*begin)(struct eu_emit *out, const char *key))
{
	struct picker *picker = self(out);

	if (is_key(picker, key)) {
		picker->inside = true;
		picker->set = out->set;
		key = NULL;
	}
	if (is_handed_on(picker)) {
		picker->text.emit.set = out->set;
		picker->found = true;
		begin(&picker->text.emit, key);
	}
	out->set = false;
	picker->depth++;
}

static void close_one(struct eu_emit *out, void (*end)(struct eu_emit *out))
{
	struct picker *picker = self(out);

	if (is_handed_on(picker))
		end(&picker->text.emit);
	if (--picker->depth == 1)
		picker->inside = false;
}

static void object_begin(struct eu_emit *out, const char *key)
{
	open_one(out, key, self(out)->text.emit.ops->object_begin);
}

static void object_end(struct eu_emit *out)
{
	close_one(out, self(out)->text.emit.ops->object_end);
}

static void array_begin(struct eu_emit *out, const char *key)
{
	open_one(out, key, self(out)->text.emit.ops->array_begin);
}

static void array_end(struct eu_emit *out)
{
	close_one(out, self(out)->text.emit.ops->array_end);
}

static void text(struct eu_emit *out, const char *key, const char *text, size_t len)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->text(&picker->text.emit, key, text, len);
}

static void u64(struct eu_emit *out, const char *key, uint64_t value)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->u64(&picker->text.emit, key, value);
}

static void i64(struct eu_emit *out, const char *key, int64_t value)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->i64(&picker->text.emit, key, value);
}

static void boolean(struct eu_emit *out, const char *key, bool value)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->boolean(&picker->text.emit, key, value);
}

static void null(struct eu_emit *out, const char *key)
{
	struct picker *picker = self(out);

	if (is_wanted(picker, &key))
		picker->text.emit.ops->null(&picker->text.emit, key);
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

static bool find_argument(struct eu_part *part, const struct eu_reference *reference,
			  const struct eu_field *field, const struct eu_event *event)
{
	struct picker picker = {.emit.ops = &ops, .key = reference->part};
	const char *dot = strchr(reference->part, '.');

	picker.key_len = dot ? (size_t)(dot - reference->part) : strlen(reference->part);
	picker.member = dot ? dot + 1 : NULL;
	eu_emit_text_init(&picker.text, &part->bytes);
	eu_emit_field(&picker.emit, NULL, event, field);
	part->set = picker.set;
	return picker.found && !part->bytes.failed;
}

static bool find_label(struct eu_part *part, const char *key, const struct eu_container *container)
{
	for (size_t i = 0; container && i < container->n_labels; i++)
		if (!strcmp(container->labels[i].key, key)) {
			eu_bytes_puts(&part->bytes, container->labels[i].value);
			return true;
		}
	return false;
}

bool eu_part_find(struct eu_part *part, const struct eu_reference *reference,
		  const struct eu_field *field, const struct eu_event *event)
{
	bool found = false;

	part->bytes = (struct eu_bytes){.data = part->room, .size = sizeof(part->room),
					.borrowed = true};
	part->set = false;
	if (field->format == EU_FORMAT_LABELS)
		found = find_label(part, reference->part, event->container);
	else if (field->format == EU_FORMAT_ARGS)
		found = find_argument(part, reference, field, event);
	if (!found)
		eu_bytes_free(&part->bytes);
	return found;
}

bool eu_part_number(const struct eu_part *part, __int128 *value)
{
	char digits[32];
	const char *at = digits;
	char *end;

	if (!part->bytes.len || part->bytes.len >= sizeof(digits))
		return false;
	memcpy(digits, part->bytes.data, part->bytes.len);
	digits[part->bytes.len] = '\0';
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

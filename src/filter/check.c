/* SPDX-License-Identifier: Apache-2.0 */
/* What can be known to be wrong before the first event comes. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/nearest.h>
#include <eunomia/syscalls.h>

#include "closed.h"
#include "filter.h"
#include "part.h"
#include "schema/parts.h"

struct names {
	const char **names;
	size_t n, size;
};

static void add_name(struct names *names, const char *name)
{
	if (names->n == names->size) {
		size_t size = 2 * names->size + 64;
		const char **bigger = realloc(names->names, size * sizeof(*bigger));

		if (!bigger)
			return;
		names->names = bigger;
		names->size = size;
	}
	names->names[names->n++] = name;
}

static int unknown_field(const struct eu_reference *reference, struct eu_error *err)
{
	struct names names = {0};
	char hint[256];
	size_t n, n_events;
	const struct eu_field *context = eu_schema_context(&n);
	const struct eu_event_desc *events = eu_schema_events(&n_events);

	for (size_t i = 0; i < n; i++)
		add_name(&names, context[i].name);
	for (size_t e = 0; e < n_events; e++)
		for (size_t i = 0; !events[e].internal && i < events[e].n_fields; i++)
			if (events[e].fields[i].format != EU_FORMAT_HIDDEN)
				add_name(&names, events[e].fields[i].name);
	eu_nearest_hint(hint, sizeof(hint), reference->name, names.names, names.n, "");
	free(names.names);
	if (!*hint)
		eu_part_hint(hint, sizeof(hint), reference->name);
	return eu_fail(err, EINVAL, "filter, column %zu: no event has a field \"%.100s\"%s",
		       reference->column, reference->name, hint);
}

int eu_filter_resolve(struct eu_reference *reference, struct eu_error *err)
{
	bool found;
	int ret = eu_part_resolve(reference, err);

	if (ret <= 0)
		return ret;
	if (!strcmp(reference->name, "seq"))
		return eu_fail(err, EINVAL,
			       "filter, column %zu: seq numbers what the filter lets through; "
			       "--count ends after so many",
			       reference->column);
	reference->context = eu_schema_field(NULL, reference->name);
	if (reference->context)
		return 0;
	reference->events = eu_schema_events(&reference->n_events);
	reference->by_event = calloc(reference->n_events, sizeof(*reference->by_event));
	if (!reference->by_event)
		return eu_fail(err, ENOMEM, "no memory for the filter");
	found = false;
	for (size_t i = 0; i < reference->n_events; i++) {
		if (reference->events[i].internal)
			continue;
		reference->by_event[i] = eu_schema_field(&reference->events[i], reference->name);
		found |= reference->by_event[i] != NULL;
	}
	return found ? 0 : unknown_field(reference, err);
}

static int wrong(const struct eu_literal *literal, const struct eu_field *field, const char *is,
		 struct eu_error *err)
{
	return eu_fail(err, EINVAL, "filter, column %zu: %s is %s, \"%.100s\" is none",
		       literal->column, field->name, is, literal->text);
}

/* "8:1" */
static bool is_device(const char *text)
{
	size_t major = strspn(text, "0123456789"), minor = 0;

	if (text[major] == ':')
		minor = strspn(text + major + 1, "0123456789");
	return major && minor && !text[major + 1 + minor];
}

/* A time as it is shown, or its beginning. */
static bool is_time(const struct eu_literal *literal, bool whole)
{
	static const char shape[] = "0000-00-00T00:00:00.000000000Z";
	size_t len = eu_literal_time_len(literal);

	if (len >= sizeof(shape) || (whole && len < sizeof(shape) - 1))
		return false;
	for (size_t i = 0; i < len; i++) {
		bool digit = literal->text[i] >= '0' && literal->text[i] <= '9';

		if (shape[i] == '0' ? !digit : literal->text[i] != shape[i])
			return false;
	}
	return len;
}

/* Whether the field could ever equal the literal. */
static int check_equal(const struct eu_field *field, const struct eu_literal *literal,
		       struct eu_error *err)
{
	bool number = literal->is_number;

	switch ((enum eu_format)field->format) {
	case EU_FORMAT_UINT:
	case EU_FORMAT_HEX:
	case EU_FORMAT_OCTAL:
		if (number && literal->number < 0)
			return wrong(literal, field, "a number and never negative", err);
		return number ? 0 : wrong(literal, field, "a number", err);
	case EU_FORMAT_INT:
		return number ? 0 : wrong(literal, field, "a number", err);
	case EU_FORMAT_BOOL:
		if (number && (literal->number == 0 || literal->number == 1))
			return 0;
		return wrong(literal, field, "true or false", err);
	case EU_FORMAT_DURATION:
		if (number || literal->is_duration)
			return 0;
		return wrong(literal, field, "a duration", err);
	case EU_FORMAT_ADDRESS:
		return literal->is_address ? 0 : wrong(literal, field, "an address", err);
	case EU_FORMAT_DEVICE:
		if (number || is_device(literal->text))
			return 0;
		return wrong(literal, field, "a device like 8:1", err);
	case EU_FORMAT_TIME:
		if (number || is_time(literal, true))
			return 0;
		return wrong(literal, field, "a time like 2026-11-22T03:14:01.302574418Z (^= takes "
			     "the beginning of one)", err);
	default:
		return 0;
	}
}

static bool has_order(const struct eu_field *field)
{
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_UINT:
	case EU_FORMAT_INT:
	case EU_FORMAT_ERRNO:
	case EU_FORMAT_DURATION:
	case EU_FORMAT_OCTAL:
	case EU_FORMAT_HEX:
	case EU_FORMAT_TIME:
		return true;
	default:
		return false;
	}
}

static int check_order(const struct eu_field *field, const struct eu_literal *literal,
		       struct eu_error *err)
{
	if (!has_order(field))
		return eu_fail(err, EINVAL,
			       "filter, column %zu: %s has no order, use ==, != or ^=", literal->column,
			       field->name);
	if (field->format == EU_FORMAT_TIME && !literal->is_number && !is_time(literal, false))
		return wrong(literal, field, "a time like 2026-11-22T03:14, or its beginning", err);
	if (literal->is_number || field->format == EU_FORMAT_TIME ||
	    (literal->is_duration && field->format == EU_FORMAT_DURATION))
		return 0;
	return wrong(literal, field, "compared as a number", err);
}

static int check_field(const struct eu_field *field, enum eu_filter_op op,
		       const struct eu_literal *literal, struct eu_error *err)
{
	switch (op) {
	case EU_OP_EQ:
	case EU_OP_NE:
	case EU_OP_IN:
		return check_equal(field, literal, err);
	case EU_OP_LT:
	case EU_OP_LE:
	case EU_OP_GT:
	case EU_OP_GE:
		return check_order(field, literal, err);
	default:
		return 0;
	}
}

static bool is_ordered(enum eu_filter_op op)
{
	return op == EU_OP_LT || op == EU_OP_LE || op == EU_OP_GT || op == EU_OP_GE;
}

/* What is in an argument is another thing in another call. */
static int check_part(const struct eu_reference *reference, enum eu_filter_op op,
		      const struct eu_literal *literal, struct eu_error *err)
{
	if (!is_ordered(op) || (literal->is_number && !reference->context))
		return 0;
	if (reference->context)
		return eu_fail(err, EINVAL, "filter, column %zu: %s has no order, use ==, != or ^=",
			       literal->column, reference->name);
	return eu_fail(err, EINVAL, "filter, column %zu: %s is compared as a number, \"%.100s\" is "
		       "none", literal->column, reference->name, literal->text);
}

/* Fields of the same name may differ between events; it is enough that one can be compared. */
static int check_literal(const struct eu_reference *reference, enum eu_filter_op op,
			 const struct eu_literal *literal, struct eu_error *err)
{
	int result = 0;

	if (reference->part)
		return check_part(reference, op, literal, err);
	if (reference->context)
		return check_field(reference->context, op, literal, err);
	for (size_t i = 0; i < reference->n_events; i++) {
		if (!reference->by_event[i])
			continue;
		result = check_field(reference->by_event[i], op, literal, err);
		if (!result)
			break;
	}
	return result;
}

/* ---- names ---- */

static bool has_seen(const struct eu_reference *reference, size_t event)
{
	const struct eu_field *const *fields = reference->by_event;

	for (size_t i = 0; i < event; i++)
		if (fields[i] && fields[i]->format == fields[event]->format &&
		    fields[i]->table == fields[event]->table)
			return true;
	return false;
}

/* Are the names of all its values known, in whichever event it is? */
static bool is_closed(struct eu_closed *closed, const struct eu_reference *reference)
{
	if (reference->part)
		return !strcmp(reference->of, "args") && !strchr(reference->part, '.') &&
		       eu_closed_add_argument(closed, reference->part);
	if (reference->context)
		return eu_closed_add(closed, reference->context);
	for (size_t i = 0; i < reference->n_events; i++)
		if (reference->by_event[i] && !has_seen(reference, i) &&
		    !eu_closed_add(closed, reference->by_event[i]))
			return false;
	return true;
}

/* What a short list can be, where no name is near. */
static void say_all(char *out, size_t size, const struct eu_closed *closed)
{
	size_t at = 0;

	*out = '\0';
	if (!closed->n)
		snprintf(out, size, "; it is a number");
	if (closed->n > 12)
		return;
	for (size_t i = 0; i < closed->n && at < size; i++)
		at += snprintf(out + at, size - at, "%s%s", i ? ", " : "; it is one of: ",
			       closed->names[i]);
}

static bool is_call(const struct eu_reference *reference, const char *word)
{
	return reference->context && !strcmp(reference->name, "event") &&
	       (eu_syscall_find(EU_ABI_NATIVE, word) || eu_syscall_find(EU_ABI_I386, word));
}

static int never(const struct eu_reference *reference, const struct eu_closed *closed,
		 enum eu_filter_op op, const struct eu_literal *literal, struct eu_error *err)
{
	static const char *const verbs[] = {
	    [EU_OP_BEGINS] = " begins with",
	    [EU_OP_ENDS] = " ends with",
	    [EU_OP_CONTAINS] = " contains",
	    [EU_OP_MATCHES] = " matches",
	};
	bool verb = op < sizeof(verbs) / sizeof(*verbs) && verbs[op];
	char hint[256];

	eu_nearest_hint(hint, sizeof(hint), literal->text, closed->names, closed->n, "");
	if (is_call(reference, literal->text))
		snprintf(hint, sizeof(hint), "; the system call is syscall == %.64s",
			 literal->text);
	else if (!*hint)
		say_all(hint, sizeof(hint), closed);
	return eu_fail(err, EINVAL, "filter, column %zu: %s %snever%s \"%.100s\"%s",
		       literal->column, reference->name, verb ? "" : "is ", verb ? verbs[op] : "",
		       literal->text, hint);
}

int eu_filter_check(const struct eu_filter *filter, const struct eu_filter_node *node,
		    struct eu_error *err)
{
	const struct eu_reference *reference = &filter->references[node->reference];
	struct eu_closed names = {0};
	bool closed = !is_ordered(node->op) && is_closed(&names, reference);
	int result = 0;

	for (size_t i = 0; i < node->n_literals && !result; i++) {
		struct eu_literal *literal = &filter->literals[node->literals + i];

		result = check_literal(reference, node->op, literal, err);
		if (!result && node->op == EU_OP_MATCHES)
			result = eu_literal_compile(literal, err);
		if (!result && closed && !eu_closed_may(&names, node->op, literal))
			result = never(reference, &names, node->op, literal, err);
	}
	eu_closed_free(&names);
	return result;
}

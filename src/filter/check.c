/* SPDX-License-Identifier: Apache-2.0 */
/* What can be known to be wrong before the first event comes. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/nearest.h>
#include <eunomia/syscalls.h>

#include "filter.h"
#include "part.h"
#include "schema/names.h"

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

static int unknown(size_t column, const char *what, const char *word, struct names *names,
		   struct eu_error *err)
{
	char hint[256];

	eu_nearest_hint(hint, sizeof(hint), word, names->names, names->n, "");
	free(names->names);
	return eu_fail(err, EINVAL, "filter, column %zu: %s \"%.100s\"%s", column, what, word,
		       hint);
}

static int unknown_field(const struct eu_reference *reference, struct eu_error *err)
{
	struct names names = {0};
	size_t n, n_events;
	const struct eu_field *context = eu_schema_context(&n);
	const struct eu_event_desc *events = eu_schema_events(&n_events);

	for (size_t i = 0; i < n; i++)
		add_name(&names, context[i].name);
	for (size_t e = 0; e < n_events; e++)
		for (size_t i = 0; !events[e].internal && i < events[e].n_fields; i++)
			if (events[e].fields[i].format != EU_FORMAT_HIDDEN)
				add_name(&names, events[e].fields[i].name);
	return unknown(reference->column, "no event has a field", reference->name, &names, err);
}

int eu_filter_resolve(struct eu_reference *reference, struct eu_error *err)
{
	bool found;
	int ret = eu_part_resolve(reference, err);

	if (ret <= 0)
		return ret;
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

static bool is_errno(const char *name)
{
	for (unsigned i = 1; i < 600; i++) {
		const char *known = eu_name_errno(i);

		if (known && !strcmp(known, name))
			return true;
	}
	return false;
}

static bool is_signal(const char *name)
{
	for (unsigned i = 1; i < 65; i++) {
		const char *known = eu_name_signal(i);

		if (known && !strcmp(known, name))
			return true;
	}
	return false;
}

static bool is_capability(const char *name)
{
	for (unsigned i = 0; i < 64; i++) {
		const char *known = eu_name_capability(i);

		if (known && !strcmp(known, name))
			return true;
	}
	return false;
}

static bool is_in_table(const struct eu_flagset *table, const char *name, size_t len)
{
	if (table->zero && strlen(table->zero) == len && !memcmp(table->zero, name, len))
		return true;
	for (size_t i = 0; i < table->n_flags; i++)
		if (strlen(table->flags[i].name) == len && !memcmp(table->flags[i].name, name, len))
			return true;
	return false;
}

/* "O_CREAT|O_EXCL" */
static bool are_in_table(const struct eu_flagset *table, const char *names)
{
	size_t len;

	for (;; names += len + 1) {
		len = strcspn(names, "|");
		if (!is_in_table(table, names, len))
			return false;
		if (!names[len])
			return true;
	}
}

static bool is_syscall(const char *name)
{
	for (int abi = 0; abi < EU_ABIS; abi++)
		if (eu_syscall_find(abi, name))
			return true;
	return false;
}

static int unknown_flag(const struct eu_field *field, const struct eu_literal *literal,
			struct eu_error *err)
{
	struct names names = {0};

	if (field->table->zero)
		add_name(&names, field->table->zero);
	for (size_t i = 0; i < field->table->n_flags; i++)
		add_name(&names, field->table->flags[i].name);
	return unknown(literal->column, "unknown name", literal->text, &names, err);
}

static int unknown_syscall(const struct eu_literal *literal, struct eu_error *err)
{
	struct names names = {0};
	size_t n;
	const struct eu_syscall *calls = eu_syscall_all(EU_ABI_NATIVE, &n);

	for (size_t i = 0; i < n; i++)
		add_name(&names, calls[i].name);
	return unknown(literal->column, "unknown system call", literal->text, &names, err);
}

static int wrong(const struct eu_literal *literal, const struct eu_field *field, const char *is,
		 struct eu_error *err)
{
	return eu_fail(err, EINVAL, "filter, column %zu: %s is %s, \"%.100s\" is none",
		       literal->column, field->name, is, literal->text);
}

/* Whether the field could ever equal the literal. */
static int check_equal(const struct eu_field *field, const struct eu_literal *literal,
		       struct eu_error *err)
{
	if (literal->is_number)
		return field->format == EU_FORMAT_ADDRESS ? wrong(literal, field, "an address", err)
							  : 0;
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_UINT:
	case EU_FORMAT_INT:
	case EU_FORMAT_BOOL:
	case EU_FORMAT_HEX:
	case EU_FORMAT_OCTAL:
		return wrong(literal, field, "a number", err);
	case EU_FORMAT_DURATION:
		return literal->is_duration ? 0 : wrong(literal, field, "a duration", err);
	case EU_FORMAT_ERRNO:
		return is_errno(literal->text) ? 0
					       : wrong(literal, field, "a number or an errno", err);
	case EU_FORMAT_SIGNAL:
		return is_signal(literal->text) ? 0 : wrong(literal, field, "a signal", err);
	case EU_FORMAT_CAPS:
		return is_capability(literal->text) ? 0
						    : wrong(literal, field, "a capability", err);
	case EU_FORMAT_ADDRESS:
		return literal->is_address ? 0 : wrong(literal, field, "an address", err);
	case EU_FORMAT_FLAGS:
	case EU_FORMAT_ENUM:
		if (!field->table || are_in_table(field->table, literal->text))
			return 0;
		return unknown_flag(field, literal, err);
	case EU_FORMAT_SYSCALL:
		return is_syscall(literal->text) ? 0 : unknown_syscall(literal, err);
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
			       "filter, column %zu: %s has no order, use == or !=", literal->column,
			       field->name);
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

/* What is in an argument is another thing in another call. */
static int check_part(const struct eu_reference *reference, enum eu_filter_op op,
		      const struct eu_literal *literal, struct eu_error *err)
{
	bool ordered = op == EU_OP_LT || op == EU_OP_LE || op == EU_OP_GT || op == EU_OP_GE;

	if (!ordered || (literal->is_number && !reference->context))
		return 0;
	if (reference->context)
		return eu_fail(err, EINVAL, "filter, column %zu: %s has no order, use == or !=",
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

int eu_filter_check(const struct eu_filter *filter, const struct eu_filter_node *node,
		    struct eu_error *err)
{
	const struct eu_reference *reference = &filter->references[node->reference];

	for (size_t i = 0; i < node->n_literals; i++) {
		struct eu_literal *literal = &filter->literals[node->literals + i];
		int result = check_literal(reference, node->op, literal, err);

		if (!result && node->op == EU_OP_MATCHES)
			result = eu_literal_compile(literal, err);
		if (result)
			return result;
	}
	return 0;
}

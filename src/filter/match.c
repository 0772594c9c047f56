/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include <eunomia/event.h>

#include "filter.h"
#include "part.h"
#include "schema/emit.h"

struct text {
	const char *s;
	size_t len;
};

static const struct eu_field *field_of(const struct eu_reference *reference,
				       const struct eu_event *event)
{
	size_t i;

	if (reference->context)
		return reference->context;
	i = event->desc - reference->events;
	if (event->desc >= reference->events && i < reference->n_events)
		return reference->by_event[i];
	/* an event of a recording, with a schema of its own */
	return eu_schema_field(event->desc, reference->part ? reference->of : reference->name);
}

static bool text_ends(struct text text, const struct eu_literal *literal)
{
	return text.len >= literal->len &&
	       !memcmp(text.s + text.len - literal->len, literal->text, literal->len);
}

static bool text_matches(struct text text, const struct eu_literal *literal)
{
	return pcre2_match(literal->pattern, (PCRE2_SPTR)text.s, text.len, 0, 0, literal->match,
			   literal->limits) >= 0;
}

/* Every name of "O_CREAT|O_EXCL" is among those of "O_WRONLY|O_CREAT|O_EXCL". */
static bool has_names(struct text text, const char *names)
{
	size_t len, n;

	for (;; names += len + 1) {
		bool found = false;

		len = strcspn(names, "|");
		for (size_t at = 0; at < text.len && !found; at += n + 1) {
			const char *bar = memchr(text.s + at, '|', text.len - at);

			n = bar ? (size_t)(bar - text.s) - at : text.len - at;
			found = n == len && !memcmp(text.s + at, names, len);
		}
		if (!found)
			return false;
		if (!names[len])
			return true;
	}
}

/* RFC 3339 in UTC sorts as text. */
static bool test_time(struct text text, enum eu_filter_op op, const struct eu_literal *literal)
{
	size_t len = eu_literal_time_len(literal);
	int order = memcmp(text.s, literal->text, text.len < len ? text.len : len);

	if (!order)
		order = (text.len > len) - (text.len < len);
	return op == EU_OP_LT   ? order < 0
	       : op == EU_OP_LE ? order <= 0
	       : op == EU_OP_GT ? order > 0
				: order >= 0;
}

static bool test_text(struct text text, const struct eu_field *field, enum eu_filter_op op,
		      const struct eu_literal *literal)
{
	size_t least = text.len < literal->len ? text.len : literal->len;

	switch (op) {
	case EU_OP_BEGINS:
		return least == literal->len && !memcmp(text.s, literal->text, literal->len);
	case EU_OP_ENDS:
		return text_ends(text, literal);
	case EU_OP_CONTAINS:
		return memmem(text.s, text.len, literal->text, literal->len) != NULL;
	case EU_OP_MATCHES:
		return text_matches(text, literal);
	case EU_OP_EQ:
	case EU_OP_IN:
		if (field->format == EU_FORMAT_FLAGS || field->format == EU_FORMAT_CAPS)
			return has_names(text, literal->text);
		return text.len == literal->len && !memcmp(text.s, literal->text, literal->len);
	default:
		return test_time(text, op, literal);
	}
}

static bool test_number(__int128 value, enum eu_filter_op op, __int128 than)
{
	switch (op) {
	case EU_OP_LT:
		return value < than;
	case EU_OP_LE:
		return value <= than;
	case EU_OP_GT:
		return value > than;
	case EU_OP_GE:
		return value >= than;
	default:
		return value == than;
	}
}

static bool is_within(const char *address, const struct eu_literal *literal)
{
	size_t bytes = literal->prefix / 8, bits = literal->prefix % 8;
	uint8_t mask = 0xff00 >> bits;

	if (memcmp(address, literal->address, bytes))
		return false;
	return !bits || !(((uint8_t)address[bytes] ^ literal->address[bytes]) & mask);
}

static bool test_as_text(const struct eu_event *event, const struct eu_field *field,
			 const struct eu_value *value, enum eu_filter_op op,
			 const struct eu_literal *literal)
{
	char room[EU_BYTES_ROOM];
	struct eu_bytes bytes = {.data = room, .size = sizeof(room), .borrowed = true};
	struct eu_emit_text text;
	bool result;

	if (value->type == EU_VALUE_STRING)
		return test_text((struct text){value->text, value->len}, field, op, literal);
	eu_emit_text_init(&text, &bytes);
	eu_emit_field(&text.emit, NULL, event, field);
	result =
	    !bytes.failed && test_text((struct text){bytes.data, bytes.len}, field, op, literal);
	eu_bytes_free(&bytes);
	return result;
}

static bool is_text_op(enum eu_filter_op op)
{
	return op == EU_OP_BEGINS || op == EU_OP_ENDS || op == EU_OP_CONTAINS ||
	       op == EU_OP_MATCHES;
}

/* Is one of the texts the one? */
static bool has_element(const struct eu_value *list, const struct eu_literal *literal)
{
	const char *at = list->text, *end = at + list->len;

	for (size_t len; at < end; at += len + 1) {
		len = strnlen(at, end - at);
		if (len == literal->len && !memcmp(at, literal->text, len))
			return true;
	}
	return false;
}

static bool test(const struct eu_event *event, const struct eu_field *field,
		 const struct eu_value *value, enum eu_filter_op op,
		 const struct eu_literal *literal)
{
	bool number =
	    literal->is_number || (literal->is_duration && field->format == EU_FORMAT_DURATION);

	if (is_text_op(op))
		return test_as_text(event, field, value, op, literal);
	if (value->type == EU_VALUE_UINT && number) {
		uint64_t bits = field->format == EU_FORMAT_SYSCALL ? value->u & 0x7fff : value->u;

		return test_number(bits, op, literal->number);
	}
	if (value->type == EU_VALUE_INT && number)
		return test_number(value->i, op, literal->number);
	if (value->type == EU_VALUE_BYTES && field->format == EU_FORMAT_ADDRESS)
		return literal->is_address && is_within(value->text, literal);
	if (field->format == EU_FORMAT_ARGV && has_element(value, literal))
		return true;
	return test_as_text(event, field, value, op, literal);
}

static bool is_set(const struct eu_event *event, const struct eu_field *field,
		   const struct eu_value *value)
{
	if (field->format == EU_FORMAT_LABELS)
		return event->container && event->container->n_labels;
	return !eu_is_empty(field, value);
}

/* What is empty and not shown then, the event does not have. But of flags and capabilities none may
 * be set, and what is not so is false: those are values. */
static bool is_there(const struct eu_event *event, const struct eu_field *field,
		     const struct eu_value *value)
{
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_BOOL:
	case EU_FORMAT_FLAGS:
	case EU_FORMAT_CAPS:
		return value->type != EU_VALUE_NONE;
	case EU_FORMAT_LABELS:
		return is_set(event, field, value);
	default:
		return eu_is_shown(field, value);
	}
}

/* How one part is compared. */
struct part_test {
	enum eu_filter_op op;
	bool is_label;
	const struct eu_literal *literals;
	size_t n_literals;
};

static bool is_part(const struct eu_part *part, const struct part_test *is,
		    const struct eu_literal *literal)
{
	const struct eu_field as = {.format = part->set ? EU_FORMAT_FLAGS : EU_FORMAT_STRING};
	const struct text text = {part->text, part->len};
	__int128 number;

	if (is_text_op(is->op))
		return test_text(text, &as, is->op, literal);
	if (!is->is_label && literal->is_number && eu_part_number(part, &number))
		return test_number(number, is->op, literal->number);
	return (is->op == EU_OP_EQ || is->op == EU_OP_IN) &&
	       test_text(text, &as, is->op, literal);
}

/* A label is there or not, whatever its value; an argument may be 0. */
static bool part_is_set(const struct eu_part *part, bool is_label)
{
	__int128 number;

	return is_label || (part->len && (!eu_part_number(part, &number) || number));
}

static bool test_part(void *context, const struct eu_part *part)
{
	const struct part_test *is = context;
	bool any = false;

	if (part->element && (is_text_op(is->op) || is->op == EU_OP_PRESENT))
		return false;
	if (is->op == EU_OP_PRESENT)
		return part_is_set(part, is->is_label);
	for (size_t i = 0; i < is->n_literals && !any; i++)
		any = is_part(part, is, &is->literals[i]);
	return any;
}

static bool compare_part(const struct eu_filter *filter, const struct eu_filter_node *node,
			 const struct eu_field *of, const struct eu_event *event)
{
	struct part_test is = {.op = node->op == EU_OP_NE ? EU_OP_EQ : node->op,
			       .is_label = of->format == EU_FORMAT_LABELS,
			       .literals = &filter->literals[node->literals],
			       .n_literals = node->n_literals};
	bool any;

	return eu_part_any(&filter->references[node->reference], of, event, test_part, &is, &any) &&
	       any != (node->op == EU_OP_NE);
}

static bool compare(const struct eu_filter *filter, const struct eu_filter_node *node,
		    const struct eu_event *event)
{
	const struct eu_field *field = field_of(&filter->references[node->reference], event);
	enum eu_filter_op op = node->op == EU_OP_NE ? EU_OP_EQ : node->op;
	bool any = false;
	struct eu_value value;

	if (!field)
		return false;
	if (filter->references[node->reference].part)
		return compare_part(filter, node, field, event);
	value = eu_event_value(event, field);
	if (node->op == EU_OP_PRESENT)
		return is_set(event, field, &value);
	if (!is_there(event, field, &value))
		return false;
	for (size_t i = 0; i < node->n_literals && !any; i++)
		any = test(event, field, &value, op, &filter->literals[node->literals + i]);
	return any != (node->op == EU_OP_NE);
}

static bool match(const struct eu_filter *filter, size_t index, const struct eu_event *event)
{
	const struct eu_filter_node *node = &filter->nodes[index];
	size_t i;

	switch (node->kind) {
	case EU_NODE_COMPARE:
		return compare(filter, node, event);
	case EU_NODE_NOT:
		return !match(filter, node->first, event);
	case EU_NODE_AND:
		for (i = node->first; i; i = filter->nodes[i].next)
			if (!match(filter, i, event))
				return false;
		return true;
	case EU_NODE_OR:
		for (i = node->first; i; i = filter->nodes[i].next)
			if (match(filter, i, event))
				return true;
		return false;
	}
	return false;
}

bool eu_filter_match(const struct eu_filter *filter, const struct eu_event *event)
{
	return match(filter, filter->root, event);
}

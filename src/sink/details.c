/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/event.h>

#include "details.h"
#include "schema/context.h"
#include "schema/emit.h"

enum style {
	STYLE_BARE,  /* the value alone */
	STYLE_NAMED, /* label=value */
	STYLE_PORT,  /* behind its address, with a colon */
	STYLE_PEER,  /* an address or path, behind the other end's */
	STYLE_DURATION,
	STYLE_CHANGE, /* name=before>now, where they differ */
};

#define OLD "old." /* in front of a field's name: what it was before */

struct item {
	const struct eu_field *field;
	const struct eu_field *old; /* of a change */
	const char *label;
	enum style style;
};

struct plan {
	const struct eu_field *direction; /* of a connection */
	size_t n;
	struct item items[];
};

static const char *last_part(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot ? dot + 1 : name;
}

static bool is_one_of(const char *word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(word, words[i]))
			return true;
	return false;
}

#define IS_ONE_OF(word, ...)                                                                       \
	is_one_of(word, (const char *const[]){__VA_ARGS__},                                        \
		  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static const struct eu_field *old_of(const struct eu_event_desc *desc, const struct eu_field *field)
{
	char name[128];

	snprintf(name, sizeof(name), OLD "%s", field->name);
	return eu_schema_field(desc, name);
}

/* "child.pid" rather than "pid", which would be taken for the process's own. */
static const char *label_of(const char *name)
{
	const char *label = last_part(name);

	if (!strncmp(name, "capabilities.", 13))
		return name + 13; /* "gained", "ambient.lost" */
	if (label == name || !IS_ONE_OF(label, "id", "pid", "tid", "path", "name", "port",
					"address", "container_pid", "existed"))
		return label;
	for (label -= 2; label > name && label[-1] != '.'; label--)
		;
	return label;
}

/* Rarely what a person looks for; JSON and CSV have it. */
static bool is_noise(const struct eu_field *field)
{
	return field->format == EU_FORMAT_HIDDEN || field->format == EU_FORMAT_SYSCALL ||
	       field->format == EU_FORMAT_ERRNO || field->format == EU_FORMAT_ARGS_STATE || field->format == EU_FORMAT_DEVICE ||
	       field->format == EU_FORMAT_FS ||
	       IS_ONE_OF(last_part(field->name), "inode", "raw_path", "path_state", "args_size",
			 "container_pid") ||
	       !strncmp(field->name, OLD, strlen(OLD)) ||
	       IS_ONE_OF(field->name, "network.type", "network.direction") ||
	       !strncmp(field->name, "cgroup.", 7);
}

static bool speaks_for_itself(const struct eu_field *field)
{
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_STRING:
		return IS_ONE_OF(last_part(field->name), "path", "new_path", "target", "source");
	case EU_FORMAT_FLAGS:
		return IS_ONE_OF(last_part(field->name), "flags", "access");
	case EU_FORMAT_ARGV:
	case EU_FORMAT_ENUM:
	case EU_FORMAT_SIGNAL:
	case EU_FORMAT_ARGS:
	case EU_FORMAT_ADDRESS:
		return true;
	default:
		return false;
	}
}

/* "network.peer.port" behind "network.peer.address". */
static bool is_port_of(const struct eu_field *field, const struct eu_field *before)
{
	size_t prefix = last_part(field->name) - field->name;

	return before && before->format == EU_FORMAT_ADDRESS &&
	       !strcmp(field->name + prefix, "port") && !strncmp(field->name, before->name, prefix);
}

static bool is_peer(const struct eu_field *field)
{
	return !strncmp(field->name, "network.peer.", 13) &&
	       (field->format == EU_FORMAT_ADDRESS || field->format == EU_FORMAT_STRING);
}

static enum style style_of(const struct eu_field *field, const struct eu_field *before)
{
	if (is_port_of(field, before))
		return STYLE_PORT;
	if (is_peer(field))
		return STYLE_PEER;
	if (field->format == EU_FORMAT_DURATION)
		return STYLE_DURATION;
	return speaks_for_itself(field) ? STYLE_BARE : STYLE_NAMED;
}

static struct item item_of(const struct eu_event_desc *desc, const struct eu_field *field,
			   const struct eu_field *before)
{
	struct item item = {.field = field, .old = old_of(desc, field)};

	item.label = item.old ? field->name : label_of(field->name);
	item.style = item.old ? STYLE_CHANGE : style_of(field, before);
	return item;
}

static struct plan *make_plan(const struct eu_event_desc *desc)
{
	struct plan *plan = calloc(1, sizeof(*plan) + desc->n_fields * sizeof(struct item));
	const struct eu_field *before = NULL;

	if (plan)
		plan->direction = eu_schema_field(desc, "network.direction");
	for (size_t i = 0; plan && i < desc->n_fields; i++) {
		const struct eu_field *field = &desc->fields[i];

		if (is_noise(field))
			continue;
		plan->items[plan->n++] = item_of(desc, field, before);
		before = field;
	}
	return plan;
}

static const struct plan *plan_of(struct eu_by_event *plans, const struct eu_event_desc *desc)
{
	struct plan *plan = eu_by_event(plans, desc);
	void **place;

	if (__builtin_expect(!!plan, 1))
		return plan;
	place = eu_by_event_add(plans, desc);
	if (place)
		*place = plan = make_plan(desc);
	return plan;
}

void eu_details_duration(struct eu_bytes *bytes, uint64_t ns)
{
	static const struct {
		uint64_t unit;
		const char *name;
	} units[] = {{1000000000, "s"}, {1000000, "ms"}, {1000, "µs"}};
	size_t i = 0;

	if (ns >= 60000000000) {
		eu_bytes_u64(bytes, ns / 60000000000);
		eu_bytes_puts(bytes, "min ");
		eu_bytes_u64(bytes, ns / 1000000000 % 60);
		eu_bytes_char(bytes, 's');
		return;
	}
	while (i < 3 && ns < units[i].unit)
		i++;
	if (i == 3) {
		eu_bytes_u64(bytes, ns);
		eu_bytes_puts(bytes, "ns");
		return;
	}
	eu_bytes_u64(bytes, ns / units[i].unit);
	if (ns / units[i].unit < 100) {
		eu_bytes_char(bytes, '.');
		eu_bytes_padded(bytes, ns % units[i].unit * 10 / units[i].unit, 1);
	}
	eu_bytes_puts(bytes, units[i].name);
}

/* Values that would show "nothing": an unbound address, an empty string, no flags. */
static bool says_nothing(const struct eu_event *event, const struct eu_field *field)
{
	struct eu_value value = eu_event_value(event, field);

	switch (value.type) {
	case EU_VALUE_STRING:
		return !value.len;
	case EU_VALUE_BYTES:
		return !value.len || (field->format == EU_FORMAT_ADDRESS &&
				      !memcmp(value.text, (char[16]){0}, 16));
	case EU_VALUE_UINT:
		return !value.u &&
		       (field->format == EU_FORMAT_BOOL || field->format == EU_FORMAT_CAPS);
	case EU_VALUE_INT:
		return false;
	case EU_VALUE_NONE:
		break;
	}
	return true;
}

static void put_value(struct eu_bytes *bytes, const struct eu_event *event,
		      const struct eu_field *field, bool quote)
{
	struct eu_emit_text text;

	eu_emit_text_init(&text, bytes);
	text.depth = quote;
	eu_emit_field(&text.emit, NULL, event, field);
}

/* [2001:db8::1] in front of a port; the colons would run together. */
static void put_address(struct eu_bytes *bytes, const struct eu_event *event,
			const struct eu_field *field, bool port_follows)
{
	size_t begin = bytes->len;

	put_value(bytes, event, field, false);
	if (bytes->failed || !port_follows || !memchr(bytes->data + begin, ':', bytes->len - begin))
		return;
	eu_bytes_room(bytes, 2);
	if (bytes->failed)
		return;
	memmove(bytes->data + begin + 1, bytes->data + begin, bytes->len - begin);
	bytes->data[begin] = '[';
	bytes->data[bytes->len + 1] = ']';
	bytes->len += 2;
}

static void put_named(struct eu_bytes *bytes, const struct eu_event *event, const struct item *item)
{
	size_t begin = bytes->len;
	struct eu_emit_text text;

	eu_bytes_puts(bytes, item->label);
	if (item->field->format == EU_FORMAT_BOOL)
		return;
	eu_bytes_char(bytes, '=');
	eu_emit_text_init(&text, bytes);
	text.depth = 1;
	if (!eu_emit_field(&text.emit, NULL, event, item->field) && !bytes->failed)
		bytes->len = begin;
}

static void put_change(struct eu_bytes *bytes, const struct eu_event *event, const struct item *item)
{
	eu_bytes_puts(bytes, item->label);
	eu_bytes_char(bytes, '=');
	put_value(bytes, event, item->old, true);
	eu_bytes_char(bytes, '>');
	put_value(bytes, event, item->field, true);
}

/* Who called whom: `local > peer`, or `local < peer` where the peer connected. */
static const char *arrow(const struct plan *plan, const struct eu_event *event)
{
	char direction[16] = "";

	if (plan->direction)
		eu_event_text(event, plan->direction, direction, sizeof(direction));
	return strcmp(direction, "inbound") ? "> " : "< ";
}

static void put_item(struct eu_bytes *bytes, const struct eu_event *event, const struct plan *plan,
		     const struct item *item, bool port_follows)
{
	switch (item->style) {
	case STYLE_PORT:
		eu_bytes_char(bytes, ':');
		put_value(bytes, event, item->field, false);
		break;
	case STYLE_PEER:
		eu_bytes_puts(bytes, arrow(plan, event));
		put_address(bytes, event, item->field, port_follows);
		break;
	case STYLE_BARE:
		if (item->field->format == EU_FORMAT_ADDRESS)
			put_address(bytes, event, item->field, port_follows);
		else
			put_value(bytes, event, item->field, false);
		break;
	case STYLE_DURATION:
		eu_details_duration(bytes, eu_event_value(event, item->field).u);
		break;
	case STYLE_NAMED:
		put_named(bytes, event, item);
		break;
	case STYLE_CHANGE:
		put_change(bytes, event, item);
		break;
	}
}

static bool is_skipped(const struct eu_event *event, const struct item *item)
{
	struct eu_value value;

	if (item->old)
		return eu_event_value(event, item->old).u == eu_event_value(event, item->field).u;
	if (says_nothing(event, item->field))
		return true;
	value = eu_event_value(event, item->field);
	return (item->field->optional || item->style == STYLE_PORT) &&
	       (value.type == EU_VALUE_UINT || value.type == EU_VALUE_INT) && !value.u;
}

/* Where item i is printed: a port directly behind its address, the rest behind a space. */
static void put_separated(struct eu_bytes *bytes, const struct eu_event *event,
			  const struct plan *plan, size_t i, size_t begin)
{
	const struct item *item = &plan->items[i];
	bool port_follows = i + 1 < plan->n && plan->items[i + 1].style == STYLE_PORT;
	bool behind_address = item->style == STYLE_PORT && !is_skipped(event, &plan->items[i - 1]);
	size_t before = bytes->len, value;

	if (bytes->len > begin && !behind_address)
		eu_bytes_char(bytes, ' ');
	value = bytes->len;
	put_item(bytes, event, plan, item, port_follows);
	if (bytes->len == value)
		bytes->len = before;
}

void eu_details_brief(struct eu_by_event *plans, struct eu_bytes *bytes,
		      const struct eu_event *event)
{
	const struct plan *plan = plan_of(plans, event->desc);
	size_t begin = bytes->len;

	for (size_t i = 0; plan && i < plan->n; i++)
		if (!is_skipped(event, &plan->items[i]))
			put_separated(bytes, event, plan, i, begin);
	if (event->peer) {
		eu_bytes_puts(bytes, bytes->len > begin ? " (" : "(");
		eu_bytes_text(bytes, event->peer->name, strlen(event->peer->name));
		eu_bytes_char(bytes, ')');
	}
}

void eu_details_full(struct eu_bytes *bytes, const struct eu_event *event)
{
	struct eu_emit_text text;
	size_t n;
	const struct eu_field *context = eu_schema_context(&n);

	eu_emit_text_init(&text, bytes);
	text.depth = 1;
	text.join[1] = ' ';
	for (size_t i = 0; i < event->desc->n_fields; i++) {
		const struct eu_field *field = &event->desc->fields[i];

		if (field->format != EU_FORMAT_SYSCALL && field->format != EU_FORMAT_ERRNO)
			eu_emit_field(&text.emit, field->name, event, field);
	}
	for (size_t i = 0; event->peer && i < n; i++)
		if (!strncmp(context[i].name, "network.peer.", 13))
			eu_emit_field(&text.emit, context[i].name, event, &context[i]);
}

const struct eu_field *eu_details_result(const struct eu_event_desc *desc)
{
	for (size_t i = 0; i < desc->n_fields; i++)
		if (desc->fields[i].format == EU_FORMAT_ERRNO)
			return &desc->fields[i];
	return NULL;
}

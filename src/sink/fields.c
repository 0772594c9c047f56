/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/nearest.h>

#include "fields.h"
#include "schema/parts.h"
#include "schema/pick.h"

static bool is_or_is_above(const char *name, const char *field, bool groups)
{
	size_t len = strlen(name);

	return !strncmp(name, field, len) && (!field[len] || (groups && field[len] == '.'));
}

/* Calls each with every field there is until it says true. */
static bool any_field(bool (*each)(void *context, const struct eu_field *field), void *context)
{
	size_t n, n_events;
	const struct eu_field *fields = eu_schema_context(&n);
	const struct eu_event_desc *events = eu_schema_events(&n_events);

	for (size_t i = 0; i < n; i++)
		if (each(context, &fields[i]))
			return true;
	for (size_t e = 0; e < n_events; e++)
		for (size_t i = 0; !events[e].internal && i < events[e].n_fields; i++)
			if (events[e].fields[i].format != EU_FORMAT_HIDDEN &&
			    each(context, &events[e].fields[i]))
				return true;
	return false;
}

struct wanted {
	const char *name;
	bool groups;
};

static bool matches(void *context, const struct eu_field *field)
{
	const struct wanted *wanted = context;

	return is_or_is_above(wanted->name, field->name, wanted->groups);
}

struct names {
	const char **names;
	size_t n, size;
};

static bool collect(void *context, const struct eu_field *field)
{
	struct names *all = context;

	if (all->n == all->size) {
		size_t size = 2 * all->size + 64;
		const char **names = realloc(all->names, size * sizeof(*names));

		if (!names)
			return true;
		all->names = names;
		all->size = size;
	}
	all->names[all->n++] = field->name;
	return false;
}

static int unknown(const char *name, struct eu_error *err)
{
	struct names all = {0};
	char hint[256], why[512];
	const char *part;

	if (eu_part_of(name, &part) && !eu_part_is_known(name, why, sizeof(why)))
		return eu_fail(err, EINVAL, "%s", why);
	any_field(collect, &all);
	eu_nearest_hint(hint, sizeof(hint), name, all.names, all.n, "");
	free(all.names);
	if (!*hint)
		eu_part_hint(hint, sizeof(hint), name);
	return eu_fail(err, EINVAL, "no event has a field \"%.100s\"%s", name,
		       *hint ? hint : "; `eunomia list fields` shows them all");
}

static bool is_part(const char *name)
{
	char why[512];

	return eu_part_is_known(name, why, sizeof(why));
}

static int check(const char *name, enum eu_sink_format format, struct eu_error *err)
{
	bool nested = format == EU_SINK_JSON;
	struct wanted wanted = {.name = name, .groups = nested};

	if (!nested && !strcmp(name, "details"))
		return 0;
	if (any_field(matches, &wanted) || is_part(name))
		return 0;
	wanted.groups = true;
	if (any_field(matches, &wanted))
		return eu_fail(err, EINVAL,
			       "\"%.100s\" is a group of fields; a column is one field of it",
			       name);
	return unknown(name, err);
}

int eu_fields_check(const char *name, struct eu_error *err)
{
	struct wanted wanted = {.name = name, .groups = true};

	if (!strcmp(name, "details") || any_field(matches, &wanted) || is_part(name))
		return 0;
	return unknown(name, err);
}

int eu_fields_copy(struct eu_sink_options *to, const struct eu_sink_options *from,
		   struct eu_error *err)
{
	const char **fields;

	if (!from->n_fields)
		return 0;
	fields = calloc(from->n_fields, sizeof(*fields));
	if (!fields)
		return eu_fail(err, ENOMEM, "no memory for %zu fields", from->n_fields);
	to->fields = fields;
	for (size_t i = 0; i < from->n_fields; i++) {
		int result = check(from->fields[i], from->format, err);

		if (result)
			return result;
		fields[i] = strdup(from->fields[i]);
		if (!fields[i])
			return eu_fail(err, ENOMEM, "no memory for %zu fields", from->n_fields);
		to->n_fields++;
	}
	return 0;
}

void eu_fields_free(const char *const *fields, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free((char *)fields[i]);
	free((void *)fields);
}

static bool has_parts(const struct eu_field *field)
{
	return field->format == EU_FORMAT_ARGS || field->format == EU_FORMAT_ARGS_STATE ||
	       field->format == EU_FORMAT_LABELS;
}

bool eu_fields_part(const struct eu_field *field, const char *name)
{
	size_t len = strlen(field->name);

	return has_parts(field) && !strncmp(name, field->name, len) && name[len] == '.';
}

static const struct eu_field *find_field(const struct eu_event_desc *desc, const char *name)
{
	const struct eu_field *field = eu_schema_field(NULL, name);

	return field ? field : eu_schema_field(desc, name);
}

/* The field, or the one that has it as a part. */
static const struct eu_field *column_of(const struct eu_event_desc *desc, const char *name)
{
	const struct eu_field *field = find_field(desc, name);
	const char *part, *of = field ? NULL : eu_part_of(name, &part);

	if (of)
		field = find_field(desc, of);
	return field && of && !has_parts(field) ? NULL : field;
}

const struct eu_field *const *eu_columns_of(struct eu_columns *columns,
					    const struct eu_event_desc *desc)
{
	const struct eu_field **fields = eu_by_event(&columns->fields, desc);
	void **place;

	if (__builtin_expect(!!fields, 1))
		return fields;
	place = eu_by_event_add(&columns->fields, desc);
	fields = place ? calloc(columns->n, sizeof(*fields)) : NULL;
	if (!fields)
		return NULL;
	*place = fields;
	for (size_t i = 0; i < columns->n; i++)
		fields[i] = column_of(desc, columns->names[i]);
	return fields;
}

void eu_columns_put(struct eu_bytes *bytes, const struct eu_event *event,
		    const struct eu_field *field, const char *name)
{
	struct eu_emit_text text;

	eu_emit_text_init(&text, bytes);
	if (has_parts(field))
		eu_emit_part(&text.emit, event, field, name);
	else
		eu_emit_field(&text.emit, NULL, event, field);
}

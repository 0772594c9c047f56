/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/nearest.h>

#include "fields.h"

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
	char hint[256];

	any_field(collect, &all);
	eu_nearest_hint(hint, sizeof(hint), name, all.names, all.n, "");
	free(all.names);
	return eu_fail(err, EINVAL, "no event has a field \"%.100s\"%s", name,
		       *hint ? hint : "; `eunomia list fields` shows them all");
}

static int check(const char *name, enum eu_sink_format format, struct eu_error *err)
{
	bool nested = format == EU_SINK_JSON;
	struct wanted wanted = {.name = name, .groups = nested};

	if (!nested && !strcmp(name, "details"))
		return 0;
	if (any_field(matches, &wanted))
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

	return !strcmp(name, "details") || any_field(matches, &wanted) ? 0 : unknown(name, err);
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
	for (size_t i = 0; i < columns->n; i++) {
		fields[i] = eu_schema_field(NULL, columns->names[i]);
		if (!fields[i])
			fields[i] = eu_schema_field(desc, columns->names[i]);
	}
	return fields;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>
#include <string.h>

#include <eunomia/syscalls.h>

#include "schema.h"

static pthread_once_t resolved = PTHREAD_ONCE_INIT;

/* Tables of flag names are found once; the generator made sure that they exist. */
static void resolve_tables(void)
{
	for (size_t i = 0; i < eu_n_generated_events; i++) {
		const struct eu_event_desc *event = &eu_generated_events[i];

		for (size_t f = 0; f < event->n_fields; f++) {
			struct eu_field *field = (struct eu_field *)&event->fields[f];

			if (field->table_name)
				field->table = eu_flagset_find(field->table_name);
		}
	}
}

const struct eu_event_desc *eu_schema_events(size_t *n)
{
	pthread_once(&resolved, resolve_tables);
	*n = eu_n_generated_events;
	return eu_generated_events;
}

const struct eu_event_desc *eu_schema_event(uint16_t id)
{
	size_t low = 0, high;
	const struct eu_event_desc *events = eu_schema_events(&high);

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (events[middle].id == id)
			return &events[middle];
		if (events[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const struct eu_event_desc *eu_schema_find_any(const char *name)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		if (!strcmp(events[i].name, name))
			return &events[i];
	return NULL;
}

const struct eu_event_desc *eu_schema_find(const char *name)
{
	const struct eu_event_desc *found = eu_schema_find_any(name);

	return found && !found->internal ? found : NULL;
}

const struct eu_field *eu_schema_field(const struct eu_event_desc *desc, const char *name)
{
	size_t n;
	const struct eu_field *fields = desc ? desc->fields : eu_schema_context(&n);

	if (desc)
		n = desc->n_fields;
	for (size_t i = 0; i < n; i++)
		if (fields[i].format != EU_FORMAT_HIDDEN && !strcmp(fields[i].name, name))
			return &fields[i];
	return NULL;
}

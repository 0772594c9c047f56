/* SPDX-License-Identifier: Apache-2.0 */
/* The fields that the caller picked for the output. */
#pragma once

#include <eunomia/sink.h>

/* Copies the names into to; -EINVAL for a name that neither the context nor any event has. */
int eu_fields_copy(struct eu_sink_options *to, const struct eu_sink_options *from,
		   struct eu_error *err);
void eu_fields_free(const char *const *fields, size_t n);

/* A column of a table or CSV file. */
struct eu_column {
	const char *name;
	const struct eu_field *context; /* NULL: a field of events, or "details" */
	bool details;
};

void eu_column_init(struct eu_column *column, const char *name);
/* The event's field of that column, NULL: it has none. */
const struct eu_field *eu_column_field(const struct eu_column *column, const struct eu_event *event);

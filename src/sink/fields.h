/* SPDX-License-Identifier: Apache-2.0 */
/* The fields that the caller picked for the output. */
#pragma once

#include <eunomia/sink.h>

#include "by_event.h"
#include "schema/bytes.h"

/* Copies the names into to; -EINVAL for a name that neither the context nor any event has. */
int eu_fields_copy(struct eu_sink_options *to, const struct eu_sink_options *from,
		   struct eu_error *err);
/* Is there such a field, for any format? -EINVAL with the nearest. */
int eu_fields_check(const char *name, struct eu_error *err);
/* Is the name that of something in the field: of an argument, a label? */
bool eu_fields_part(const struct eu_field *field, const char *name);
void eu_fields_free(const char *const *fields, size_t n);

/* The columns of a table or CSV file; "details" is what the event itself says. */
struct eu_columns {
	const char *const *names;
	size_t n;
	struct eu_by_event fields;
};

/* The event's field in each column, or the one that it is a part of; NULL where it has none. NULL: no
 * memory. */
const struct eu_field *const *eu_columns_of(struct eu_columns *columns,
					    const struct eu_event_desc *desc);
/* The field's value, or that of the part of it that the column's name says. */
void eu_columns_put(struct eu_bytes *bytes, const struct eu_event *event,
		    const struct eu_field *field, const char *name);

/* SPDX-License-Identifier: Apache-2.0 */
/* The fields that the caller picked for the output. */
#pragma once

#include <eunomia/sink.h>

#include "by_event.h"

/* Copies the names into to; -EINVAL for a name that neither the context nor any event has. */
int eu_fields_copy(struct eu_sink_options *to, const struct eu_sink_options *from,
		   struct eu_error *err);
/* Is there such a field, for any format? -EINVAL with the nearest. */
int eu_fields_check(const char *name, struct eu_error *err);
void eu_fields_free(const char *const *fields, size_t n);

/* The columns of a table or CSV file; "details" is what the event itself says. */
struct eu_columns {
	const char *const *names;
	size_t n;
	struct eu_by_event fields;
};

/* The event's field in each column, NULL where it has none. NULL: no memory. */
const struct eu_field *const *eu_columns_of(struct eu_columns *columns,
					    const struct eu_event_desc *desc);

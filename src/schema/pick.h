/* SPDX-License-Identifier: Apache-2.0 */
/* What lies under a name in what is shown of a field: args.addr.port, container.labels.KEY. */
#pragma once

#include "emit.h"

/* The values under the names, each with the objects and lists that it is in. False: there is none,
 * and nothing is written. */
bool eu_emit_parts(struct eu_emit *out, const struct eu_event *event, const struct eu_field *field,
		   const char *const *names, size_t n);
/* The values under the name alone: one, or several where a list is on the way. */
bool eu_emit_part(struct eu_emit *out, const struct eu_event *event, const struct eu_field *field,
		  const char *name);

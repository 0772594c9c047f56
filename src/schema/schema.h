/* SPDX-License-Identifier: Apache-2.0 */
/* The tables that generate.c makes. */
#pragma once

#include <eunomia/schema.h>

extern const struct eu_event_desc eu_generated_events[];
extern const size_t eu_n_generated_events;

/* A program that runs at the end of calls: their names, "name" or "name=variant", and those of the
 * events it is for, "" when it is always there. Separated by spaces or commas. */
struct eu_probe_calls {
	const char *calls, *serves;
};

extern const struct eu_probe_calls eu_generated_probes[];
extern const size_t eu_n_generated_probes;

/* By name, internal records too; or NULL. */
const struct eu_event_desc *eu_schema_find_any(const char *name);

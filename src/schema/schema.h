/* SPDX-License-Identifier: Apache-2.0 */
/* The tables that generate.c makes. */
#pragma once

#include <eunomia/schema.h>

extern const struct eu_event_desc eu_generated_events[];
extern const size_t eu_n_generated_events;

/* By name, internal records too; or NULL. */
const struct eu_event_desc *eu_schema_find_any(const char *name);

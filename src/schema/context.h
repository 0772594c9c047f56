/* SPDX-License-Identifier: Apache-2.0 */
/* The fields that every event has: their values come from around the record. */
#pragma once

#include <eunomia/event.h>

/* A context field occupies no bytes of the record; its offset says which one it is. */
static inline bool eu_is_context(const struct eu_field *field)
{
	return !field->size;
}

struct eu_value eu_context_value(const struct eu_event *event, const struct eu_field *field);

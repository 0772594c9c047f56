/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of a field that have names of their own, as filters look at them. */
#pragma once

#include "filter.h"

struct eu_part {
	const char *text;
	size_t len;
	bool element; /* of a list; without it: as tables show all of it */
	bool set;     /* names of flags, joined by | */
};

typedef bool eu_part_test(void *context, const struct eu_part *part);

/* Sets reference->part and what it is a part of; -EINVAL with a sentence; 1: it is none. */
int eu_part_resolve(struct eu_reference *reference, struct eu_error *err);
/* Tests what the event has there, elements of lists included, until a test holds: *result says
 * whether one did. False: it has nothing. */
bool eu_part_any(const struct eu_reference *reference, const struct eu_field *field,
		 const struct eu_event *event, eu_part_test *test, void *context, bool *result);
/* False: it is no number. */
bool eu_part_number(const struct eu_part *part, __int128 *value);

/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of a field that have names of their own: container.labels.KEY, args.NAME. */
#pragma once

#include "filter.h"
#include "schema/bytes.h"

struct eu_part {
	struct eu_bytes bytes; /* as tables show it */
	bool set;              /* names of flags, joined by | */
	char room[EU_BYTES_ROOM];
};

/* Sets reference->part and what it is a part of; -EINVAL with the nearest names; 1: it is none. */
int eu_part_resolve(struct eu_reference *reference, struct eu_error *err);
/* False: the event does not have it. Else the part's bytes are to be freed. */
bool eu_part_find(struct eu_part *part, const struct eu_reference *reference,
		  const struct eu_field *field, const struct eu_event *event);
/* False: it is no number. */
bool eu_part_number(const struct eu_part *part, __int128 *value);

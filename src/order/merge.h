/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rings into one stream, by time. A record is released only when no ring can still bring an older
 * one: a ring with a record waiting promises its time, an empty one the time up to which it is
 * known to be silent.
 */
#pragma once

#include <stddef.h>

#include "source/ring.h"

struct eu_lane {
	struct eu_ring *ring;
	const struct eu_head *head; /* the oldest record that waits, or NULL */
	uint64_t silent_until;      /* ns; set before eu_merge_begin: nothing older is on its way */
};

struct eu_merge {
	struct eu_lane *lanes;
	size_t n;
};

/* Looks at all rings, once for each round. */
void eu_merge_begin(struct eu_merge *merge);
/* The oldest record that may be released, or NULL: the round is over. */
const struct eu_head *eu_merge_next(const struct eu_merge *merge);
/* No record that is older than this comes any more. */
uint64_t eu_merge_promised(const struct eu_merge *merge);
/* Goes past the record that next returned. */
void eu_merge_pop(struct eu_merge *merge, const struct eu_head *head);

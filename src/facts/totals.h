/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts as records, for recordings of facts alone: an event that only makes a number larger is left
 * out there, and the numbers are told from time to time. They are those since the container's
 * beginning, so that to take one twice does no harm.
 */
#pragma once

#include "facts/facts.h"

/* Tells what has changed since it was told last, or all there is; ref 0: of all containers. */
void eu_totals_tell(struct eu_facts *facts, eu_ref ref, bool all, uint64_t time,
		    void (*take)(void *context, const struct eu_head *record), void *context);
/* Tells what else became a record when it changed, all of it: the counters of one container, and what
 * its first process may do. They, too, are those since the container's beginning. */
void eu_totals_tell_records(struct eu_facts *facts, eu_ref ref, uint64_t time,
			    void (*take)(void *context, const struct eu_head *record),
			    void *context);
/* The runtimes' versions. */
void eu_totals_tell_runtimes(struct eu_facts *facts, uint64_t time,
			     void (*take)(void *context, const struct eu_head *record),
			     void *context);
/* Takes such a record back; others are passed over. */
void eu_totals_take(struct eu_facts *facts, const struct eu_head *record);

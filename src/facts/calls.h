/* SPDX-License-Identifier: Apache-2.0 */
/* Tallies of system calls, their errors and checks of capabilities, as facts of a report. */
#pragma once

#include <eunomia/report.h>

#include "facts/arena.h"
#include "facts/tally.h"

/* The name of a call by the number that records have; NULL: there is none. */
const char *eu_call_name(uint64_t nr);
/* wall_offset: wall clock minus monotonic clock, ns. */
void eu_calls_fill(const struct eu_tally *tally, uint64_t wall_offset, struct eu_arena *arena,
		   struct eu_container_report *out);
/* The values of their arguments, after the calls. */
void eu_values_fill(const struct eu_tally *tally, uint64_t wall_offset, struct eu_arena *arena,
		    struct eu_container_report *out);
void eu_capabilities_fill(const struct eu_tally *tally, uint64_t wall_offset,
			  struct eu_arena *arena, struct eu_container_report *out);

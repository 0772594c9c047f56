/* SPDX-License-Identifier: Apache-2.0 */
/* Which capabilities a container's processes were asked for: the kernel's counters, per container.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <eunomia/report.h>

#include "bpf/shared.h"
#include "facts/arena.h"
#include "source/live.h"

#define EU_CAPABILITIES_MAX 64 /* bits of a capability set */

/* One capability. */
struct eu_capability_count {
	uint64_t granted, refused;
	uint64_t first, last;        /* CLOCK_MONOTONIC, ns */
	uint8_t calls[EU_CALLS / 8]; /* the set of those it was asked for in */
};

struct eu_capabilities {
	struct eu_capability_count of[EU_CAPABILITIES_MAX];
};

/* Reads the kernel's counters of a container anew; clears them when it is over. NULL when nothing
 * was asked for, or without memory; the caller frees. */
struct eu_capabilities *eu_capabilities_read(struct eu_live *live, eu_ref ref, bool over);
/* Into a report. all may be NULL. wall_offset: wall clock minus monotonic clock, ns. */
void eu_capabilities_fill(const struct eu_capabilities *all, uint64_t wall_offset,
			  struct eu_arena *arena, struct eu_container_report *out);

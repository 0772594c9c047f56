/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The records that carry the kernel's counters, and the counters as tallies have them.
 *
 * A counter is said with the value it has had since its container's beginning, and only when it
 * has changed: saying it twice does no harm.
 */
#pragma once

#include <eunomia/record.h>

#include "facts/tally.h"

enum eu_counted {
	EU_COUNTED_CALLS,        /* key: number, errno or 0 */
	EU_COUNTED_CAPABILITIES, /* key: capability, refused, number */
	EU_COUNTED_VALUES,       /* key: number, values */
	EU_COUNTED_KINDS
};

#define EU_COUNTED_ENTRY_MAX 64 /* bytes of the largest entry of a record */

/* Of which kind a record's counters are; EU_COUNTED_KINDS: it has none. */
enum eu_counted eu_counted_kind(const struct eu_head *record);
/* Calls back for each counter of a record. */
void eu_counted_each(const struct eu_head *record,
		     void (*each)(void *context, const struct eu_tally_entry *entry), void *context);
/* As many of the counters as fit into one record, which is made; how many those were. */
struct eu_builder;
size_t eu_counted_build(struct eu_builder *builder, enum eu_counted kind, eu_ref ref, uint64_t time,
			const struct eu_tally_entry *entries, size_t n);

/* SPDX-License-Identifier: Apache-2.0 */
/* The ledger of what was lost: container × class × place. */
#pragma once

#include <eunomia/session.h>

/* Where a whole container is lost, with its facts: more had ended than are remembered. */
#define EU_PLACE_FORGOTTEN "forgotten"
/* Where something is lost that there was no memory for. */
#define EU_PLACE_MEMORY "memory"
/* Where events are lost that were asked for by a name, of a container whose name came too late. */
#define EU_PLACE_NAME "name"

struct eu_ledger {
	struct eu_loss *entries;
	size_t n;
	struct eu_loss only; /* entries, when there is no memory for the first one */
};

/* Adds to an entry, or makes it. Class and place are static strings. Without memory the loss goes
 * to the last entry rather than unsaid. A ledger with entries is not to be moved. */
void eu_ledger_add(struct eu_ledger *ledger, const struct eu_container *container,
		   const char *class, const char *place, uint64_t count);
/* Sets an entry to a count. */
void eu_ledger_set(struct eu_ledger *ledger, const struct eu_container *container,
		   const char *class, const char *place, uint64_t count);
/* The container's entries become another's, which lives longer. */
void eu_ledger_reassign(struct eu_ledger *ledger, const struct eu_container *container,
			const struct eu_container *heir);
void eu_ledger_clear(struct eu_ledger *ledger);
/* The name of an enum eu_place. */
const char *eu_place_name(unsigned place);

/* SPDX-License-Identifier: Apache-2.0 */
/* What the kinds of facts need while reports become one: memory, and which part is wanted. */
#pragma once

#include <stdbool.h>

#include "facts/arena.h"
#include "report/merge.h"

struct eu_merging {
	struct eu_arena arena;
	bool failed; /* no memory */
	enum eu_phase phase;
	uint64_t start; /* when the entrypoint began of what is being added; 0: not known */
};

/* Zeroed, for as long as the merged report; NULL without memory. */
void *eu_merging_room(struct eu_merging *merging, size_t size);
/* A copy; of NULL there is none. */
const char *eu_merging_text(struct eu_merging *merging, const char *text);
const char *eu_merging_bytes(struct eu_merging *merging, const char *bytes, size_t len);
/* Arrays that facts point to have room for a power of two. A copy; *n is 0 without memory. */
void *eu_merging_array(struct eu_merging *merging, const void *items, size_t *n, size_t size);
/* The same of texts, which are copied, too. */
const char **eu_merging_texts(struct eu_merging *merging, const char *const *texts, size_t *n);
/* Such an array with room for one more. */
void *eu_merging_extend(struct eu_merging *merging, const void *items, size_t n, size_t size);

/* The time from `first` to `last` has this one in it, too. */
void eu_widen(uint64_t *first, uint64_t *last, uint64_t more_first, uint64_t more_last);

/* Such as the runtime's work before the entrypoint began, where only the workload's is wanted.
 * margin: how far from what they say the times may be. */
bool eu_merging_excludes(const struct eu_merging *merging, uint64_t first, uint64_t last,
			 uint64_t margin);
/* Leaves what of a count is of the phase that is wanted; false: nothing. */
bool eu_merging_part(const struct eu_merging *merging, uint64_t *count, uint64_t *init,
		     uint64_t first, uint64_t last);

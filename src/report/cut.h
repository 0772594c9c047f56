/* SPDX-License-Identifier: Apache-2.0 */
/* What the kinds of facts need to leave what was in a time. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct eu_cut {
	uint64_t from, to; /* wall clock, ns */
	bool only_init, only_work; /* whoever did something in it, that was the runtime; the workload */
};

void eu_subtract(uint64_t *count, uint64_t before);
/* The same of what may not be known. */
void eu_subtract_init(uint64_t *init, uint64_t before);
/* False: it was not in the time. When it first was in it is not known of what had been before. */
bool eu_cut_times(const struct eu_cut *cut, uint64_t *first, uint64_t *last);

/* What a few are called by that come in the same order as before: the next is looked for behind the
 * last one that was found. `same` compares `it` with what is wanted. */
#define EU_FIND_NEXT(list, n, at, same)                                                          \
	({                                                                                       \
		const typeof(*(list)) *found_ = NULL;                                            \
		for (size_t k_ = 0; k_ < (n) && !found_; k_++) {                                 \
			const typeof(*(list)) *it = &(list)[(*(at) + k_) % (n)];                 \
			if (same) {                                                              \
				found_ = it;                                                     \
				*(at) = (*(at) + k_ + 1) % (n);                                  \
			}                                                                        \
		}                                                                                \
		found_;                                                                          \
	})

/* SPDX-License-Identifier: Apache-2.0 */
/* Counters by key, in the order of their keys. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/report.h>

#define EU_TALLY_WORDS 4
#define EU_TALLY_MAX 16384

struct eu_tally_entry {
	uint64_t key[EU_TALLY_WORDS];
	uint64_t count;
	uint64_t first, last; /* CLOCK_MONOTONIC, ns */
	uint64_t init; /* of count, before the entrypoint began; EU_INIT_UNKNOWN */
};

struct eu_tally {
	struct eu_tally_entry *entries;
	size_t n, room;
};

/* Both together; not known when one of them is not. */
uint64_t eu_init_sum(uint64_t a, uint64_t b);
/* How two entries follow each other, for qsort() too. */
int eu_tally_compare(const void *a, const void *b);
bool eu_tally_is_full(const struct eu_tally *tally);
/* The counter of this key has this value now; false: there is no room for one more, or no memory. */
bool eu_tally_set(struct eu_tally *tally, const struct eu_tally_entry *entry);
void eu_tally_clear(struct eu_tally *tally);

/* SPDX-License-Identifier: Apache-2.0 */
/* The consumer's end of the belt of one CPU: short records, each on a tray of its own; bpf/belt.h. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include <eunomia/record.h>

struct eu_belt {
	const char *trays;     /* borrowed; NULL: there is no belt */
	uint32_t n_trays;      /* a power of two */
	const uint64_t *sent;  /* how many the kernel has filled since the start … */
	uint64_t *taken;       /* … and how many it may fill again */
	uint64_t position;     /* of the record looked at */
};

/* The oldest record, or NULL; it stays as it is until eu_belt_release. */
const struct eu_head *eu_belt_peek(const struct eu_belt *belt);
/* Gives all that was passed back to the kernel. */
void eu_belt_release(struct eu_belt *belt);
/* Bytes that wait. */
size_t eu_belt_waiting(const struct eu_belt *belt);

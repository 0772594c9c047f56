/* SPDX-License-Identifier: Apache-2.0 */
/* Moments in a recording, as people write them. */
#pragma once

#include <stdint.h>

#include <eunomia/error.h>

/* "2026-11-22T03:14:01.5Z", "2026-11-22 03:14:01" (local time), "03:14" (local, of the day of
 * start), "+90s" (from start), "-5m" (before end) to wall clock in ns. */
int when_parse(uint64_t *out, const char *text, uint64_t start, uint64_t end,
	       struct eu_error *err);

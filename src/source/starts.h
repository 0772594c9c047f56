/* SPDX-License-Identifier: Apache-2.0 */
/* When the processes began that were there at the start: to the nanosecond, where /proc has 10 ms. */
#pragma once

#include <stdint.h>

#include <eunomia/error.h>

struct eu_starts;
struct eunomia_bpf;

#define EU_START_STEP 10000000ull /* ns; USER_HZ is 100 on every architecture we have */

/* Asks the kernel once. */
int eu_starts_new(struct eu_starts **out, struct eunomia_bpf *bpf, struct eu_error *err);
/* The start of a process (CLOCK_BOOTTIME, ns) of which /proc says the step that it is in; that step
 * where nothing more is known. */
uint64_t eu_starts_refine(const struct eu_starts *starts, uint32_t pid, uint64_t step);
void eu_starts_free(struct eu_starts *starts);

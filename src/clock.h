/* SPDX-License-Identifier: Apache-2.0 */
/* What time it is, by the clocks of clock_gettime(2). */
#pragma once

#include <stdint.h>
#include <time.h>

static inline uint64_t eu_clock_ns(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return now.tv_sec * 1000000000ull + now.tv_nsec;
}

/* As bpf_ktime_get_ns() has it. */
static inline uint64_t eu_now_ns(void)
{
	return eu_clock_ns(CLOCK_MONOTONIC);
}

/* Signed, for what is left until then. */
static inline int64_t eu_now_ms(void)
{
	return eu_now_ns() / 1000000;
}

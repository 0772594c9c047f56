/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kernel's counters of containers, read and told as records: system calls, their errors, values
 * of arguments, and checks of capabilities. The records go through the pipeline as if the kernel had
 * sent them, so that facts are made of records only, and a recording has all of it.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/record.h>

struct eu_counters;
struct eu_live;

int eu_counters_new(struct eu_counters **out, struct eu_error *err);
/* Tells what has changed since the last time: of one container, or (ref 0) of all; for the last
 * time when it is over: then the kernel's counters are cleared, and the slot may be given again.
 * The records are of `time`, which keeps them in order. */
void eu_counters_collect(struct eu_counters *counters, struct eu_live *live, eu_ref ref, bool over,
			 uint64_t time,
			 void (*take)(void *context, const struct eu_head *record), void *context);
/* Tells which calls each container made since the last time that this was asked for. */
void eu_counters_end_window(struct eu_counters *counters, uint64_t time,
			    void (*take)(void *context, const struct eu_head *record),
			    void *context);
/* How often there was no memory for something. */
uint64_t eu_counters_starved(const struct eu_counters *counters);
void eu_counters_free(struct eu_counters *counters);

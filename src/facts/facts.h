/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What containers did, gathered from records alone: events (what is new), and the kernel's counters
 * as counters.h tells them. So a replay, which has no kernel, comes to the same facts.
 *
 * Bounded per container: what comes after the limit is counted as lost in place "facts".
 */
#pragma once

#include <eunomia/report.h>

#include "facts/arena.h"

#define EU_FACTS_VECTORS 16 /* different arguments of an executable … */
#define EU_FACTS_VECTOR_BYTES (1u << 20) /* … and of a container, beside the first ones */
#define EU_FACTS_STEPS 1024 /* of one container's life */
#define EU_FACTS_MAX 16384 /* files, executables, peers of one container, each */

struct eu_facts;

int eu_facts_new(struct eu_facts **out, struct eu_error *err);
/* Takes note of an event; entering: of a runtime's process on its way into a container that runs.
 * True: it was news, and not only one more of what is known. */
bool eu_facts_event(struct eu_facts *facts, const struct eu_event *event, bool entering);
/* Are peers told of by such events? */
bool eu_facts_is_peer_event(uint16_t type);
/* A run of a container begins that has a step in its life already: what comes before its entrypoint
 * is the runtime's. */
void eu_facts_begun(struct eu_facts *facts, eu_ref ref);
/* It has been renamed to what is asked for, and ran before. */
void eu_facts_late(struct eu_facts *facts, eu_ref ref);
/* Takes note of a record that is no event: counters; others are passed over. */
void eu_facts_record(struct eu_facts *facts, const struct eu_head *record);
/* wall_offset: wall clock minus monotonic clock, ns. */
void eu_facts_clock(struct eu_facts *facts, uint64_t wall_offset);
/* Of a time until then (wall clock, ns). Totals that may be of the time after, too, are passed over
 * (whole), or tell no more than how often there was what has been told of until then. */
void eu_facts_until(struct eu_facts *facts, uint64_t until, bool whole);
/* The world forgot this container. */
void eu_facts_forget(struct eu_facts *facts, eu_ref ref);
/* How many facts found no room: of which container, and of what kind. Of those that were forgotten
 * (eu_facts_forget) all as one, with ref EU_FACTS_FORGOTTEN and class "any". */
#define EU_FACTS_FORGOTTEN UINT32_MAX
void eu_facts_losses(const struct eu_facts *facts,
		     void (*each)(void *context, eu_ref ref, const char *class, uint64_t count),
		     void *context);
/* How often there was no memory for something. */
uint64_t eu_facts_starved(const struct eu_facts *facts);
/* The version of a runtime, or "". */
const char *eu_facts_runtime(const struct eu_facts *facts, const char *name);
/* Copies what is known of a container into out, strings and arrays into the arena. */
void eu_facts_fill(const struct eu_facts *facts, eu_ref ref, struct eu_arena *arena,
		   struct eu_container_report *out);
void eu_facts_free(struct eu_facts *facts);

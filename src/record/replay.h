/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A recording as a source of records in order, in place of the kernel.
 *
 * What the session asked of the host while a record was taken lies before that record: such asides
 * are kept here until the record has been taken, and answer the same questions.
 */
#pragma once

#include "record/reader.h"

struct eu_replay;

struct eu_replay_options {
	uint64_t from, to;   /* CLOCK_MONOTONIC of the recording, ns; to UINT64_MAX: to the end */
	uint64_t types;      /* of the schema's places mod 64: which can matter at all */
	uint64_t containers; /* of slots mod 64: whose records can matter */
	uint64_t essential;  /* types that must not be left out */
};

enum eu_replay_kind {
	EU_REPLAY_RECORD,
	EU_REPLAY_KNOWN, /* from a snapshot: what is known at this place */
	EU_REPLAY_GAP,   /* records are missing here: how many is in gap */
	EU_REPLAY_END,   /* the last one; gap 1: the end itself is missing */
};

struct eu_replay_item {
	enum eu_replay_kind kind;
	const struct eu_head *record; /* of this build's layout; valid until the next */
	uint64_t gap;
};

int eu_replay_new(struct eu_replay **out, struct eu_recording *recording,
		  const struct eu_replay_options *options, struct eu_error *err);
void eu_replay_next(struct eu_replay *replay, struct eu_replay_item *out);
/* The record was taken: its asides are over. */
void eu_replay_done(struct eu_replay *replay);
const struct eu_event_desc *eu_replay_event(const struct eu_replay *replay, uint16_t type);
/* An aside of a type, of a container or (0: whichever) a process; or NULL. */
const struct eu_head *eu_replay_aside(const struct eu_replay *replay, uint16_t type, eu_ref ref,
				      uint32_t pid);
/* All asides about a process. */
void eu_replay_answers(const struct eu_replay *replay, uint32_t pid,
		       void (*take)(void *taker, const struct eu_head *record), void *taker);
/* Is what a recording ends with not the last that is there? -ENOMEM. */
int eu_replay_misses_end(struct eu_recording *recording, bool *missing);
/* How often there was no memory for an aside. */
uint64_t eu_replay_starved(const struct eu_replay *replay);
void eu_replay_free(struct eu_replay *replay);

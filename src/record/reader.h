/* SPDX-License-Identifier: Apache-2.0 */
/* Recordings from the inside: segments, and where their blocks are. */
#pragma once

#include <eunomia/recording.h>

#include "record/block.h"
#include "record/header.h"
#include "record/schema.h"

struct eu_read_segment {
	char *path;
	off_t size;
	struct eu_header header;
	struct eu_index_entry *blocks; /* in the order of the file; index blocks are left out */
	size_t n_blocks;
	bool closed; /* in good order: index and trailer are there */
};

enum { EU_UNRECORDED_KINDS = 5 };

struct eu_recording {
	struct eu_recording_info info;
	struct eu_read_segment *segments; /* by number */
	size_t n_segments;
	struct eu_record_schema *schema;
	char **damages; /* owned; info.damages */
	eu_ref *before; /* sorted: containers that had begun when what is left begins; owned */
	size_t n_before;
	bool baselines; /* what is left begins with what had been counted before */
	struct eu_unrecorded unrecorded[EU_UNRECORDED_KINDS]; /* info.unrecorded … */
	const char **kept_events; /* … and the array that their events are in; owned */
};

/* Appends a sentence to the recording's damages. */
__attribute__((format(printf, 2, 3))) void eu_recording_damage(struct eu_recording *recording,
							       const char *format, ...);
/* Fills info.unrecorded. -ENOMEM. */
int eu_recording_note_unrecorded(struct eu_recording *recording);
/* Fills info.given_up and info.since, and what is known of the containers at that time. -ENOMEM. */
int eu_recording_note_given_up(struct eu_recording *recording);
/* Had it begun before what is left of the recording? */
bool eu_recording_began_before(const struct eu_recording *recording, eu_ref ref);
/* All containers of it, as they are known at its end, by reading all of it. */
int eu_recording_containers(struct eu_recording *recording,
			    bool (*each)(void *context, const struct eu_container *container),
			    void *context, struct eu_error *err);
/* Opens the segment's file; -errno. */
int eu_read_segment_open(const struct eu_read_segment *segment);

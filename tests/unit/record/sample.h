/* SPDX-License-Identifier: Apache-2.0 */
/* Recordings for tests: of every type of record, with contents that are random and repeatable. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <eunomia/events.h>
#include <eunomia/recording.h>
#include <eunomia/schema.h>

#include "event_ids.h"

#include "record/format.h"
#include "record/recorder.h"
#include "record/replay.h"

/* xorshift64*: the same numbers every time. */
uint64_t sample_random(void);
/* A record of a type: numbers like those before it, strings that come again, sometimes neither. */
const struct eu_head *sample_record(const struct eu_event_desc *desc);

/* Copies of records, in order. */
struct sample_list {
	struct eu_head **records;
	size_t n;
};

void sample_list_add(struct sample_list *list, const struct eu_head *record);
void sample_list_free(struct sample_list *list);

/* A directory for the test, and its end with all that is in it. */
const char *sample_directory(void);
const char *sample_path(const char *name);
void sample_clean(void);

struct eu_recorder *sample_recorder(const char *path, uint64_t max_size);
void sample_summary(struct eu_recorder *recorder, const char *json);
/* Records `rounds` of each type, 20 in a block. `kept` may be NULL. */
void sample_write(const char *path, unsigned rounds, struct sample_list *kept);
uint8_t *sample_read(const char *path, size_t *size);
void sample_put(const char *path, const void *bytes, size_t size);

/* What a replay of a recording came to. */
struct sample_replay {
	size_t records, known, gaps;
	uint64_t missing;
	size_t blind; /* records behind a gap, before it is told what is known */
	bool whole;  /* its end was there */
	bool wrong;  /* a record is not one of those expected, or not at its place */
};

struct sample_replay sample_replay(struct eu_recording *recording,
				   const struct sample_list *expected);

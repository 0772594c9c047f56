/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How an event becomes a JSON object: dotted names nested at the dots, worked out once per event
 * descriptor, as a list of steps that only copy literals and print values.
 */
#pragma once

#include <eunomia/sink.h>

#include "schema/emit.h"

enum eu_step_kind {
	EU_STEP_LITERAL,  /* always the same */
	EU_STEP_TIME,     /* the literal is the key; never absent */
	EU_STEP_FIELD,    /* the literal is the key */
	EU_STEP_PARTS,    /* the same, of which only what the run's names say */
	EU_STEP_OPEN,     /* the literal is the key and the brace */
	EU_STEP_CLOSE,    /* takes the object back when nothing is in it */
	EU_STEP_IDENTITY, /* container and process, out of a cache; leaves "process" open */
};

enum eu_step_needs {
	EU_NEEDS_NOTHING,
	EU_NEEDS_PEER,
	EU_NEEDS_THREAD,
};

struct eu_step {
	uint8_t kind;
	uint8_t needs; /* OPEN: holds only what this says: enum eu_step_needs … */
	uint16_t skip; /* … and without one, go on behind that step */
	uint32_t len;
	const char *literal; /* EU_LITERAL_PAD bytes behind its end may be read */
	const struct eu_field *field;
};

#define EU_LITERAL_PAD 32

/* Deeper names are not nested further. */
#define EU_LAYOUT_DEPTH 8

struct eu_layout {
	const struct eu_event_desc *desc;
	size_t n_steps;
	struct eu_step steps[];
};

/* Which fields a layout is made of. */
enum eu_layout_part {
	EU_LAYOUT_EVENT,    /* a whole event; the identity from the cache where that is possible */
	EU_LAYOUT_IDENTITY, /* only what EU_STEP_IDENTITY prints */
};

/* The whole layout is one allocation. NULL: no memory. */
struct eu_layout *eu_layout_new(const struct eu_event_desc *desc, enum eu_layout_part part,
				const char *const *fields, size_t n_fields);

/* Runs steps; marks are the beginnings of the objects that are open. */
struct eu_layout_run {
	struct eu_emit_json *json;
	const struct eu_event *event;
	size_t marks[EU_LAYOUT_DEPTH + 1];
	unsigned depth;
	const char *const *names; /* for PARTS */
	size_t n_names;
	void (*identity)(struct eu_layout_run *run);
	void *context;
};

void eu_layout_steps(struct eu_layout_run *run, const struct eu_step *step,
		     const struct eu_step *end);

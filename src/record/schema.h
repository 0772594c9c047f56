/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The schema in a recording: every type of record with its fields, as JSON. It is what a reader of
 * another version, or in another language, knows the records by.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <eunomia/record.h>
#include <eunomia/schema.h>

#include "record/coder.h"
#include "schema/bytes.h"

/* This build's; out is made. -ENOMEM. */
int eu_record_schema_emit(struct eu_bytes *out);

/* A recording's: for each of its types, how its records become what this build knows. */
struct eu_record_schema;

/* -EBADMSG when it makes no sense. */
int eu_record_schema_parse(struct eu_record_schema **out, const char *json, size_t len);
/* For eu_coder_new. */
const uint16_t *eu_record_schema_sizes(const struct eu_record_schema *schema, size_t *n);
/* The record as this build has it: fields it does not know lie behind those it does, and its type
 * is of this build, or one above all of them. Into room of EU_CODER_RECORD bytes unless nothing
 * has to change. NULL: it cannot be one. */
const struct eu_head *eu_record_schema_convert(const struct eu_record_schema *schema,
					       struct eu_head *record, struct eu_head *room);
/* What a converted record is; or NULL. */
const struct eu_event_desc *eu_record_schema_event(const struct eu_record_schema *schema,
						   uint16_t type);
/* What the records of a place in the recording's schema become; NULL behind the last. */
const struct eu_event_desc *eu_record_schema_place(const struct eu_record_schema *schema,
						   size_t place);
void eu_record_schema_free(struct eu_record_schema *schema);

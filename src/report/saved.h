/* SPDX-License-Identifier: Apache-2.0 */
/* Reports out of the JSON that they were written as: docs/report.schema.json. */
#pragma once

#include <yyjson.h>

#include <eunomia/report.h>

#include "facts/arena.h"

struct eu_saved {
	struct eu_report pub;
	struct eu_arena arena; /* of all that it points to */
	size_t budget;         /* bytes that it may still have: no document is made of less than … */
	bool failed;           /* no memory, or no budget */
};

/* … an eighth of what its facts take here. */
#define EU_SAVED_BUDGET(bytes) (8 * (bytes) + (64u << 10))

/* What report and container files begin with: host, times, whether it is complete. */
void eu_saved_head(struct eu_saved *saved, yyjson_val *head);
/* Its "containers", or the one that a container's file is about. What is missing is empty; what is
 * of another type is missing. */
void eu_saved_containers(struct eu_saved *saved, yyjson_val *report);
void eu_saved_container(struct eu_saved *saved, yyjson_val *file);
void eu_saved_free(struct eu_saved *saved);

/* ---- for what reads a kind of fact ---- */

/* Members of an object: a text, copied or borrowed, "" or NULL when it is none; 0, false when it is
 * none. What is copied comes out of the budget, and is not there when that ends. */
const char *eu_saved_copied(struct eu_saved *saved, yyjson_val *object, const char *key);
const char *eu_saved_text_or_null(struct eu_saved *saved, yyjson_val *object, const char *key);
const char *eu_saved_text(yyjson_val *object, const char *key);
uint64_t eu_saved_number(yyjson_val *object, const char *key);
bool eu_saved_flag(yyjson_val *object, const char *key);
uint64_t eu_saved_moment(yyjson_val *object, const char *key); /* ns */
uint32_t eu_saved_place(yyjson_val *object); /* what json.h says of a path */

/* A value by itself. */
const char *eu_saved_copy(struct eu_saved *saved, yyjson_val *value, size_t *len);
uint64_t eu_saved_value(yyjson_val *value);
const char *const *eu_saved_texts(struct eu_saved *saved, yyjson_val *list, size_t *n);

/* Room for what a list or an object has; *n is 0 without. */
void *eu_saved_room(struct eu_saved *saved, size_t size);
void *eu_saved_array(struct eu_saved *saved, yyjson_val *list, size_t *n, size_t size);
void *eu_saved_object(struct eu_saved *saved, yyjson_val *object, size_t *n, size_t size);

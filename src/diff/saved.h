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

/* A member that is a text, or NULL. */
const char *eu_saved_text(yyjson_val *object, const char *key);

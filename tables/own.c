/* SPDX-License-Identifier: Apache-2.0 */
/* Names of the numbers that are Eunomia's own: the enumerations of include/eunomia/events.h. */
#include <linux/types.h>

#include <eunomia/events.h>

#include "tables.h"

#define BIT_OF(bit, text) { .mask = (bit), .value = (bit), .name = (text) }
#define VALUE_OF(number, text) { .mask = ~0ULL, .value = (number), .name = (text) }
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct eu_flag container_action[] = {
	VALUE_OF(EU_CONTAINER_CREATED, "created"), VALUE_OF(EU_CONTAINER_STARTED, "started"),
	VALUE_OF(EU_CONTAINER_EXEC, "exec"),	   VALUE_OF(EU_CONTAINER_NAMED, "named"),
	VALUE_OF(EU_CONTAINER_OOM, "oom"),	   VALUE_OF(EU_CONTAINER_STOPPED, "stopped"),
	VALUE_OF(EU_CONTAINER_REMOVED, "removed"), VALUE_OF(EU_CONTAINER_FOUND, "found"),
};

static const struct eu_flag file_origin[] = {
	BIT_OF(EU_ORIGIN_IMAGE, "image"),
	BIT_OF(EU_ORIGIN_UPPER, "upper"),
	BIT_OF(EU_ORIGIN_MEMFD, "memfd"),
	BIT_OF(EU_ORIGIN_DELETED, "deleted"),
};

static const struct eu_flag path_state[] = {
	BIT_OF(EU_PATH_TRUNCATED, "truncated"),
	BIT_OF(EU_PATH_DELETED, "deleted"),
	BIT_OF(EU_PATH_DETACHED, "detached"),
	BIT_OF(EU_PATH_RAW, "raw"),
};

static const struct eu_flagset set_container_action = {
	.name = "container_action",
	.flags = container_action,
	.n_flags = COUNT(container_action),
	.is_enum = true,
};

static const struct eu_flagset set_file_origin = {
	.name = "file_origin",
	.flags = file_origin,
	.n_flags = COUNT(file_origin),
};

static const struct eu_flagset set_path_state = {
	.name = "path_state",
	.flags = path_state,
	.n_flags = COUNT(path_state),
};

const struct eu_flagset *const eu_flagsets_own[] = {
	&set_container_action,
	&set_file_origin,
	&set_path_state,
};
const size_t eu_n_flagsets_own = COUNT(eu_flagsets_own);

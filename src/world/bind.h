/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which containers a command causes. Three ways lead to one:
 *  - a descendant of the command made it (runc, crun, podman);
 *  - a daemon answered the command with its id (docker, also through compose);
 *  - the command names its id (ctr run IMAGE ID).
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <eunomia/events.h>

#define EU_BIND_MAX 64

struct eu_bind {
	char ids[EU_BIND_MAX][65];
	size_t n_ids;
	char args[4096]; /* of the command, NUL-separated */
	size_t args_len;
};

/* Takes note of what a watched process outside containers did. */
void eu_bind_record(struct eu_bind *bind, const struct eu_head *record);
/* Is this container's id one that the command was told, or named itself? */
bool eu_bind_has(const struct eu_bind *bind, const char *id);

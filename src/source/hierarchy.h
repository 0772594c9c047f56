/* SPDX-License-Identifier: Apache-2.0 */
/* Which cgroup hierarchy carries the containers of this host. */
#pragma once

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include <eunomia/error.h>

struct eu_hierarchy {
	uint32_t id;           /* as in /proc/cgroups; 0: the v2 tree */
	char controller[32];   /* v1: "memory" or "pids"; "": v2 */
	char mount[PATH_MAX];  /* where it is mounted */
};

/* v2 when it is all there is or when /sys/fs/cgroup is v2; else v1 memory, else v1 pids: where
 * both exist the runtimes limit containers through v1. -ENOENT with a sentence when none is
 * mounted. */
int eu_hierarchy_find(struct eu_hierarchy *out, struct eu_error *err);

/* Does the mount show all of it? In a container it is mostly the container's own part. */
bool eu_hierarchy_is_whole(const struct eu_hierarchy *hierarchy);

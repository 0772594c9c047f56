/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the path of a cgroup says about the container inside it.
 *
 * Runtimes and service managers put the container's id into the name of its cgroup, each in its
 * own way. The outermost name wins: what a container makes below its own cgroup, even when it
 * looks like another container's name, still belongs to that container.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define EU_CGROUP_ID_MAX 255 /* NAME_MAX: an id is at most one path component */

struct eu_cgroup_name {
	char id[EU_CGROUP_ID_MAX + 1]; /* 64 hex digits, or a name where the runtime uses names */
	const char *runtime;           /* static; NULL: the path does not tell */
	size_t length;                 /* of the path up to and including the container's cgroup */
	bool may_be_pod;               /* it is called by an id alone, as podman's pods are, too */
};

/* path: below the root of its hierarchy, as in /proc/PID/cgroup. -ENOENT: not a container's. */
int eu_cgroup_name_parse(const char *path, struct eu_cgroup_name *out);

/* Is it an id as engines give them, which nobody else's container has? */
bool eu_is_engine_id(const char *id);

/* claim: the cgroup in which a runtime's file says that its container is, where the runtime sees it:
 * in a cgroup namespace that is the end of the path; or the cgroup is one below the container's. An
 * unknown claim or path contradicts nothing. */
bool eu_cgroup_is_claimed(const char *path, const char *claim);

/* What a cgroup that is called as a container's is there for. */
enum eu_cgroup_use {
	EU_CGROUP_CONTAINER,
	EU_CGROUP_POD,   /* its containers are in it */
	EU_CGROUP_EMPTY, /* nobody has entered it: what the first one makes of it */
};

/* directory: that of the cgroup. */
enum eu_cgroup_use eu_cgroup_use(const struct eu_cgroup_name *name, const char *directory);

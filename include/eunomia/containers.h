/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The containers of this host, across runtimes, as they are now: daemons, bundles and cgroups are
 * asked, the kernel is not traced. A list owns all it holds.
 */
#pragma once

#include <eunomia/error.h>
#include <eunomia/event.h>

#pragma GCC visibility push(default)

struct eu_container_member {
	uint32_t pid; /* in the initial PID namespace */
	const char *command;
};

struct eu_listed_container {
	struct eu_container container; /* ref is 0 */
	const char *status;            /* "running", "exited", …; "" where nobody says */
	int exit_code;                 /* of the last run; -1: none, or not known */
	const struct eu_container_member *processes;
	size_t n_processes;
};

struct eu_containers {
	const struct eu_listed_container *list; /* by runtime, then by name */
	size_t n;
	const char *trouble; /* "", or a sentence about a daemon that did not answer well */
};

struct eu_containers_options {
	const char *const *sockets; /* NULL: the usual places */
	size_t n_sockets;
	const char *const *state_dirs; /* of runc and crun (--root), besides the usual ones */
	size_t n_state_dirs;
	bool processes;
	unsigned deadline_ms; /* 0: 5000 */
	const char *const *redact; /* patterns, as of a session: for the commands of processes */
	size_t n_redact;
};

int eu_containers_list(struct eu_containers **out, const struct eu_containers_options *options,
		       struct eu_error *err);
void eu_containers_free(struct eu_containers *containers);

/* One JSON array of objects, in the shape that events use for a container. 0 or -errno. */
int eu_containers_write_json(const struct eu_containers *containers, int fd);

#pragma GCC visibility pop

/* SPDX-License-Identifier: Apache-2.0 */
/* What facts.c keeps of each container; totals.c tells it and takes it back. */
#pragma once

#include <uthash.h>

#include "facts/counted.h"
#include "facts/facts.h"

struct file {
	struct eu_file_fact fact;
	bool changed; /* since it was told */
	UT_hash_handle hh;
	char path[];
};

struct vector {
	char *bytes; /* NUL-separated */
	size_t len;
};

struct executable {
	struct eu_executable_fact fact; /* parent is owned */
	struct vector vectors[EU_FACTS_VECTORS]; /* different ones, in order of appearance */
	size_t n_vectors;
	bool changed;
	UT_hash_handle hh;
	char path[]; /* and, behind its NUL, argv[0] */
};

struct peer {
	struct eu_peer_fact fact;
	char *container_id, *container_name;
	bool changed;
	UT_hash_handle hh;
	char key[]; /* transport, direction, port, container and address */
};

struct step {
	uint64_t time;
	const char *action;
	char detail[64];
};

struct container {
	eu_ref ref;
	struct file *files;
	struct executable *executables;
	size_t vector_bytes; /* of those that are not an executable's first */
	struct peer *peers;
	struct step *steps;
	size_t n_steps;
	struct eu_confinement_fact confinement;
	bool confined; /* the above is known */
	char libc[64];
	struct eu_tally counted[EU_COUNTED_KINDS];
	bool created, begun; /* seen to be; the entrypoint has */
	uint64_t first, last;
	uint64_t told; /* the last that was told */
	UT_hash_handle hh;
};

#define EU_RUNTIMES 8

struct runtime {
	char name[32], version[256];
};

struct eu_facts {
	struct container *containers;
	struct runtime runtimes[EU_RUNTIMES];
	uint64_t wall_offset, lost;
	bool news; /* the event was more than one more of its kind */
};

/* Each is made when it is not there; NULL: there is no room, which is counted. */
struct container *eu_facts_container(struct eu_facts *facts, eu_ref ref);
struct file *eu_facts_file(struct eu_facts *facts, struct container *c, const char *path,
			   size_t len);
/* One program file may be many programs (busybox): its name tells which. */
struct executable *eu_facts_executable(struct eu_facts *facts, struct container *c,
				       const char *path, size_t path_len, const char *name,
				       size_t name_len);
/* By transport, direction, port, address and container, all of them copied. */
struct peer *eu_facts_peer(struct eu_facts *facts, struct container *c,
			   const struct eu_peer_fact *who);

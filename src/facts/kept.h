/* SPDX-License-Identifier: Apache-2.0 */
/* What is kept of each container: facts.c and totals.c take it in, fill.c makes a report of it. */
#pragma once

#include "facts/contacts.h"
#include "facts/counted.h"
#include "facts/facts.h"
#include "hash.h"
#include "schema/bytes.h"
#include "world/record.h"

enum eu_kept { EU_KEPT_FILES, EU_KEPT_EXECUTABLES, EU_KEPT_PEERS, EU_KEPT_KINDS };

/* By events and by totals, which tell the same things once more: the larger number counts. */
enum eu_teller { EU_TOLD_BY_EVENTS, EU_TOLD_BY_TOTALS, EU_TELLERS };

/* What is found by the key of its fact (key.h): each kind begins with it. */
struct kept {
	bool changed;      /* since it was told */
	UT_hash_handle hh; /* with the key, into which facts point */
};

struct file {
	struct kept kept;
	struct eu_file_fact fact; /* operations are owned; the new path is that file's */
	const struct file *renamed_to;
	/* Wall clock, ns; 0: never. When it came to be where there had been nothing, when there was
	 * something under this name, and when that got another name. */
	uint64_t first_made, last_there, first_gone, last_gone;
};

struct vector {
	char *bytes; /* NUL-separated */
	size_t len;
};

struct executable {
	struct kept kept;
	struct eu_executable_fact fact; /* parent is owned */
	const char *name;               /* argv[0] */
	struct vector vectors[EU_FACTS_VECTORS]; /* different ones, in order of appearance */
	size_t n_vectors;
};

struct peer {
	struct kept kept;
	struct eu_peer_fact fact;
	char *container_id, *container_name;
};

struct step {
	uint64_t time;
	const char *action;
	char detail[64];
};

struct container {
	eu_ref ref;
	struct kept *kept[EU_KEPT_KINDS];
	size_t vector_bytes; /* of those that are not an executable's first */
	struct step *steps;
	size_t n_steps, steps_left_out;
	struct eu_confinement_fact confinement;
	bool confined; /* the above is known */
	char libc[64];
	struct eu_tally counted[EU_COUNTED_KINDS];
	uint64_t lost[EU_KEPT_KINDS][EU_TELLERS], lost_counts[EU_COUNTED_KINDS]; /* no room */
	bool late;           /* it ran before it was asked for */
	bool created, begun; /* seen to be; the entrypoint has */
	uint64_t begun_at;   /* wall clock, ns; 0: before */
	uint64_t first, last;
	uint64_t told; /* the last that was told */
	UT_hash_handle hh;
};

enum eu_text { EU_TEXT_PATH, EU_TEXT_PROC, EU_TEXT_NAME, EU_TEXTS };

#define EU_RUNTIMES 8

struct runtime {
	char name[32], version[256];
};

struct eu_facts {
	struct container *containers;
	struct contacts contacts;
	struct runtime runtimes[EU_RUNTIMES];
	struct eu_bytes key, texts[EU_TEXTS]; /* of what is looked for */
	uint64_t wall_offset;
	uint64_t until; /* of a time: its end, wall clock, ns */
	bool whole;     /* no totals that may be of the time after */
	uint64_t forgotten_lost; /* of containers that were forgotten: what had found no room */
	uint64_t starved;        /* what found no memory */
	enum eu_teller teller;
	struct eu_builder builder; /* of totals that are told */
	bool entering; /* the event is of a runtime's process on its way in */
	bool news; /* the event was more than one more of its kind */
};

/* NULL: it is not known. */
struct container *eu_facts_find(const struct eu_facts *facts, eu_ref ref);
/* What a record has without a NUL, with one: until the next such text of the same use. */
const char *eu_facts_text(struct eu_facts *facts, enum eu_text use, const char *text, size_t len);

/* Each is made when it is not there; NULL: there is no room or no memory, which is counted. */
struct container *eu_facts_container(struct eu_facts *facts, eu_ref ref);
/* What of the facts says which it is (key.h), is copied. */
struct file *eu_facts_file(struct eu_facts *facts, struct container *c,
			   const struct eu_file_fact *who);
/* As many more of an operation. */
void eu_facts_operation(struct eu_facts *facts, struct file *file, uint32_t operation, uint64_t n);
struct executable *eu_facts_executable(struct eu_facts *facts, struct container *c,
				       const struct eu_executable_fact *who);
struct peer *eu_facts_peer(struct eu_facts *facts, struct container *c,
			   const struct eu_peer_fact *who);

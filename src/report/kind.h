/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kinds of facts in a report: each is a file in kinds/, which says how its facts are found
 * again, added up, cut to a time and written. What is done with reports walks this list; to add a
 * kind, add its file and its name here.
 */
#pragma once

#include <stddef.h>

#include <eunomia/report.h>

#include "facts/key.h"
#include "report/out.h"
#include "schema/bytes.h"

struct eu_cut;
struct eu_merging;
struct eu_saved;
struct yyjson_val;

struct eu_kind {
	const char *name; /* of the list */
	size_t size;      /* of a fact, at most EU_FACT_ROOM */
	size_t list, n;   /* where in struct eu_container_report */
	bool timed;         /* a fact has times that say when it was … */
	size_t first, last; /* … which are here in it */
	bool only_merged; /* written only where an entry is of several containers */
	bool only_some;   /* … only where there are any */
	/* By what a fact is found again. NULL: each is one for itself, in the order of time. */
	eu_key_fn key;
	/* Leaves of a copy what is of the phase that is wanted; false: nothing. NULL: by its times. */
	bool (*part)(const struct eu_merging *merging, void *copy);
	/* Copies what a plain copy points to. */
	void (*own)(struct eu_merging *merging, void *fact);
	void (*add)(struct eu_merging *merging, void *into, const void *more);
	/* Takes off what had been before, zeroes if there was nothing; false: nothing is left. NULL: it
	 * is told by its times, or whole when it has none. */
	bool (*cut)(const struct eu_cut *cut, void *fact, const void *before);
	void (*emit)(struct eu_emit *emit, const void *fact); /* members of its object */
	/* Out of that object. */
	void (*read)(struct eu_saved *saved, void *fact, struct yyjson_val *from);
	/* Of CSV; NULL: there are none. */
	void (*row)(struct eu_out *out, const struct eu_container *who, const void *fact);
};

#define EU_EACH_KIND(X)                                                                            \
	X(replicas)                                                                                \
	X(syscalls)                                                                                \
	X(files)                                                                                   \
	X(executables)                                                                             \
	X(peers)                                                                                   \
	X(capabilities)                                                                            \
	X(lifecycle)                                                                               \
	X(unrecorded)                                                                              \
	X(loss)

#define EU_KIND_NAMED(name) eu_kind_##name

#define EU_DECLARE_KIND(name) extern const struct eu_kind EU_KIND_NAMED(name);
EU_EACH_KIND(EU_DECLARE_KIND)
#undef EU_DECLARE_KIND

#define EU_KIND_INDEX(name) EU_OF_##name,
enum { EU_EACH_KIND(EU_KIND_INDEX) EU_KINDS };
#undef EU_KIND_INDEX

extern const struct eu_kind *const eu_kinds[EU_KINDS];

#define EU_FACT_ROOM 256

/* Where a kind's facts are, for its definition. */
#define EU_FACTS_IN(member)                                                                        \
	.name = #member, .size = sizeof(*((struct eu_container_report *)0)->member),               \
	.list = offsetof(struct eu_container_report, member),                                      \
	.n = offsetof(struct eu_container_report, n_##member)
#define EU_TIMES_IN(type, from, until)                                                             \
	.timed = true, .first = offsetof(type, from), .last = offsetof(type, until)

/* A container's facts of a kind, one behind the other. */
struct eu_fact_list {
	char *facts;
	size_t n;
};

struct eu_fact_list eu_kind_list(const struct eu_kind *kind, const struct eu_container_report *c);
void eu_kind_set_list(const struct eu_kind *kind, struct eu_container_report *c,
		      struct eu_fact_list list);
/* 0 and 0 where it has none. */
void eu_kind_times(const struct eu_kind *kind, const void *fact, uint64_t *first, uint64_t *last);

/* The one fact of a container that is no list: what its first process may do. */
void eu_confinement_add(struct eu_merging *merging, struct eu_confinement_fact *into,
			const struct eu_confinement_fact *more);
void eu_confinement_emit(struct eu_emit *emit, const struct eu_confinement_fact *fact);
/* NULL: there is none. */
const struct eu_confinement_fact *eu_confinement_read(struct eu_saved *saved,
						      struct yyjson_val *from);
void eu_confinement_row(struct eu_out *out, const struct eu_container *who,
			const struct eu_confinement_fact *fact);

/* Nobody knows whose it was, and every container of the run has it. */
bool eu_loss_is_anybodys(const struct eu_loss *loss);
/* Is the same known of it? */
bool eu_unrecorded_is_like(const struct eu_unrecorded *a, const struct eu_unrecorded *b);
const struct eu_unrecorded *eu_unrecorded_find(const struct eu_unrecorded *all, size_t n,
					       const char *kind);
/* Losses say whose they are by where it is, and it is here now. */
void eu_loss_move(struct eu_container_report *to);

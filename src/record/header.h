/* SPDX-License-Identifier: Apache-2.0 */
/* What a segment begins with: where and how it was recorded, as JSON. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/session.h>

#include "schema/bytes.h"

#define EU_HEADER_WORDS 4096 /* of a list, at most */

struct eu_words {
	char **words; /* owned */
	size_t n;
};

struct eu_numbers {
	uint32_t *ids; /* owned */
	size_t n;
};

/* What trace was asked to show of the containers: lists as in struct eu_selection. */
#define EU_SHOWN_LISTS(X) \
	X(events) X(exclude_events) X(sets) X(exclude_sets) X(comms) X(exclude_comms)

struct eu_shown {
	bool kept; /* recordings of versions before, and those of record, do not say it */
#define LIST(name) struct eu_words name;
	EU_SHOWN_LISTS(LIST)
#undef LIST
	struct eu_numbers uids;
	bool failed;
	char *filter; /* owned; or NULL */
};

struct eu_header {
	char id[17];           /* of the recording, random */
	uint32_t segment;      /* 0, 1, 2 … */
	uint32_t major, minor; /* of the format */
	char version[64];      /* of Eunomia */
	char host[256], kernel[256], architecture[64], boot_id[64], os[256];
	char mode[16];         /* "trace", "facts", "full" */
	uint64_t started;      /* wall clock, ns */
	uint64_t wall_offset;  /* wall clock minus CLOCK_MONOTONIC, ns */
	bool host_watched;     /* processes outside containers, too */
	bool baselines;        /* its snapshots have the counters, too */
	bool bound;            /* only the containers that the stream says are the command's */
	struct eu_words containers, images, labels; /* the selection */
	struct eu_numbers pids;    /* with them, only these processes and their descendants */
	struct eu_shown shown;
};

/* Of this build: the numbers of system calls are its own. */
const char *eu_header_architecture(void);
/* Id, version and what the system says of itself. */
void eu_header_init(struct eu_header *header);
int eu_header_copy_selection(struct eu_header *header, const struct eu_selection *selection);
/* Appends the JSON object. */
void eu_header_emit(const struct eu_header *header, struct eu_bytes *out);
/* Into an empty header, to be freed also on failure: -EBADMSG when it is none, -EPROTO when it is
 * of another major version (which is filled in then). */
int eu_header_parse(struct eu_header *out, const char *text, size_t len);
void eu_header_free(struct eu_header *header);

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which facts are of the same thing. What gathers facts, what adds reports up and what takes one
 * from another find them by these keys, and nobody says it again.
 *
 * A key is bytes, and ends with the text that is long: whoever keeps keys can point into them.
 */
#pragma once

#include <eunomia/report.h>

#include "schema/bytes.h"

enum eu_scope {
	EU_ONE_RUN, /* of one session or recording */
	EU_ALL_RUNS /* what changes from run to run does not count: ids of containers */
};

/* Appends the key of a fact. */
typedef void (*eu_key_fn)(struct eu_bytes *key, const void *fact, enum eu_scope scope);

/* With its NUL. */
void eu_key_text(struct eu_bytes *key, const char *text);

/* Leaves of what says where a file is what tells it from others with the same path. */
void eu_key_place(struct eu_file_fact *file);

/* It is told with the same path once more: that is `raw` only as long as nobody resolved it. */
void eu_key_known_as(struct eu_file_fact *file, uint32_t path_state);

/* … path NUL. Of a file that has its place. */
void eu_key_file(struct eu_bytes *key, const void *fact, enum eu_scope scope);
/* … path NUL argv[0] NUL. One program file may be many programs (busybox): the name it was called
 * by tells which. */
void eu_key_executable(struct eu_bytes *key, const void *fact, enum eu_scope scope);
/* … address, of address_len */
void eu_key_peer(struct eu_bytes *key, const void *fact, enum eu_scope scope);

/* The name of a peer's container, unless that is but the beginning of its id; or NULL. */
const char *eu_peer_name(const struct eu_peer_fact *fact);

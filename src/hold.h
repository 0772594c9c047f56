/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records that wait because nobody has said yet whose they are: of a container that was over before it
 * could be asked about, and, with a selection by names, of one that may be meant. The others go on
 * meanwhile; these follow in their order, as soon as the answer comes or has been long enough in coming.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bpf/shared.h"

#define EU_HOLD_BYTES (4u << 20) /* of all that wait */

struct eu_session;
struct eu_held;

struct eu_hold {
	struct eu_held *held[EU_MAX_SLOTS]; /* by slot of the container; or NULL */
	size_t n, bytes; /* of those that wait */
	bool any;        /* there has been one */
};

/* A container is asked about: its records wait as long as this, ns, at most; 0: not at all. */
void eu_hold_begin(struct eu_session *session, eu_ref ref, uint64_t time);
/* True: the record waits. taken_in: by the world, as it is with a container's beginning. */
bool eu_hold_takes(struct eu_session *session, const struct eu_head *record, bool taken_in);
/* Do records of the container wait? */
bool eu_hold_has(const struct eu_session *session, eu_ref ref);
/* Do they go on though it may yet turn out that they were asked for? */
bool eu_hold_is_late(const struct eu_session *session, eu_ref ref);
/* All has been said about a container that will be. */
void eu_hold_answered(struct eu_session *session, eu_ref ref);
/* The kernel side tells nothing more of a container, as it is none that was asked for so far. */
void eu_hold_muted(struct eu_session *session, eu_ref ref);
/* More is known of what a container is called: too late, where it was asked for by that, for what has
 * gone on without a name. That is lost. */
void eu_hold_named(struct eu_session *session, eu_ref ref);
/* What needs to wait no longer goes on. */
void eu_hold_round(struct eu_session *session);
/* There are no more records: the answers that are still to come are waited for, and all goes on. */
void eu_hold_end(struct eu_session *session);
void eu_hold_clear(struct eu_hold *hold);

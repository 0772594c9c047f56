/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the threads of a process may do, so that a change can be told from what was before.
 *
 * Credentials belong to threads. A process has the ones it began with, and a list of the threads
 * that have others since: mostly none, or all of them when the C library changes them in turn.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/events.h>

#define EU_CREDENTIALS_MAX_THREADS 4096 /* of one process; of more the old ones are not known */

struct eu_thread_creds {
	uint32_t tid;
	struct eu_creds creds;
};

struct eu_credentials {
	struct eu_creds begun;
	bool known;
	struct eu_thread_creds *threads;
	size_t n;
};

/* The process begins, or begins anew: all threads have these. */
void eu_credentials_begin(struct eu_credentials *all, const struct eu_creds *creds);
/* A thread was made, with these. */
void eu_credentials_thread(struct eu_credentials *all, uint32_t tid, const struct eu_creds *creds);
/* A thread has these now. Fills in what a `credentials` event says of the change. */
void eu_credentials_change(struct eu_credentials *all, const struct eu_event_new_credentials *now,
			   struct eu_event_credentials *out);
/* An exec gave these: by the executable's set-user-ID bit, or its capabilities. All other threads end.
 * What was before may not be known: then nothing is said to have changed. */
void eu_credentials_exec(struct eu_credentials *all, const struct eu_event_exec *now,
			 struct eu_event_credentials *out);
/* What a thread has; NULL: nobody knows. */
const struct eu_creds *eu_credentials_of(struct eu_credentials *all, uint32_t tid);
void eu_credentials_clear(struct eu_credentials *all);

/* SPDX-License-Identifier: Apache-2.0 */
/* A session that replays: its recording in place of the kernel, the host and the runtimes. */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>
#include <eunomia/record.h>

struct eu_container;
struct eu_creds;
struct eu_event;
struct eu_event_desc;
struct eu_process;
struct eu_session;
struct eu_session_options;

/* Both selections: what is to be shown now, and what was asked for when it was recorded. */
int eu_feed_select(struct eu_session *session, const struct eu_session_options *options,
		   struct eu_error *err);
int eu_feed_begin(struct eu_session *session, struct eu_error *err);
/* Some of the records; false: that was the last one. */
bool eu_feed_round(struct eu_session *session);
/* What the world asks of the host. */
void eu_feed_answer(struct eu_session *session, eu_ref ref);
void eu_feed_lookup(struct eu_session *session, uint32_t pid,
		    void (*take)(void *taker, const struct eu_head *record), void *taker);
/* Does the recording know that the container is what was asked for, by what is told of it later? */
bool eu_feed_is_meant(const struct eu_session *session, const struct eu_container *container);
/* A type of record that this build does not know, but the recording does; or NULL. */
const struct eu_event_desc *eu_feed_event(const struct eu_session *session, uint16_t type);
/* With pids: is the process one of those, or descends from one? */
bool eu_feed_watches(const struct eu_session *session, uint32_t pid);
/* Is the event of the time and of the processes that were asked for? Of those a kernel side knows
 * before. */
/* Until when what was counted in the time is told, wall clock in ns: counts are of the time before
 * them, so that the first ones after a time are of that time, too. */
uint64_t eu_feed_counts_to(const struct eu_session *session);
bool eu_feed_shows(const struct eu_session *session, const struct eu_event *event);

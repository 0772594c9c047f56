/* SPDX-License-Identifier: Apache-2.0 */
/* The stage that keeps what a session sees: pipeline records into its recorder. */
#pragma once

#include <eunomia/error.h>
#include <eunomia/record.h>
#include <eunomia/schema.h>

struct eu_creds;
struct eu_process;
struct eu_session;

/* All do nothing in a session without a recorder. */
int eu_keep_begin(struct eu_session *session, struct eu_error *err);
/* A record without which the others cannot be understood. */
bool eu_keep_is_essential(const struct eu_event_desc *desc);
/* A record that was taken; while the session is silent it is an aside. */
void eu_keep_record(struct eu_session *session, const struct eu_head *record);
/* Of a recording of facts: the numbers that have changed, of one container or (ref 0) of all. */
void eu_keep_totals(struct eu_session *session, eu_ref ref);
/* What the host said of a process or of a thread, as an aside. */
void eu_keep_lookup(struct eu_session *session, const struct eu_head *answer);
/* What is known of the container that the record begins, as an aside. */
void eu_keep_names(struct eu_session *session, const struct eu_head *record);
/* That a container has started, told late: the exec that says so was not wanted then. */
void eu_keep_start(struct eu_session *session, const struct eu_head *record);
/* The container is the command's. begins: the record of its beginning comes next. */
void eu_keep_bound(struct eu_session *session, eu_ref ref, bool begins);
/* After each round: tells the writer what is known when it asks. */
void eu_keep_round(struct eu_session *session);
/* Once a second: what was lost, and all of it to disk. */
void eu_keep_tick(struct eu_session *session);
/* The statement at the end; the recording is closed. */
void eu_keep_end(struct eu_session *session);

/* SPDX-License-Identifier: Apache-2.0 */
/* What the readers of facts need of a session. */
#pragma once

#include <eunomia/recording.h>
#include <eunomia/session.h>

struct eu_facts;
struct eu_world;

/* NULL in EU_MODE_TRACE. */
struct eu_facts *eu_session_facts(struct eu_session *session);
/* Is it selected and, with pids, one that such a process has been in? */
bool eu_session_reports(const struct eu_session *session, const struct eu_container *container);
/* Facts that wait in the kernel come now. */
void eu_session_flush(struct eu_session *session);
/* NULL: of a live host. */
const struct eu_recording_info *eu_session_recording(const struct eu_session *session);
/* Is there more to come of what is watched? Of a recording: did it end before the watching? */
bool eu_session_goes_on(const struct eu_session *session);
/* How many containers have been forgotten, but not before somebody took their facts. */
uint64_t eu_session_handed_over(const struct eu_session *session);
struct eu_world *eu_session_world(struct eu_session *session);

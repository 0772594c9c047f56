/* SPDX-License-Identifier: Apache-2.0 */
/* What the readers of facts need of a session. */
#pragma once

#include <eunomia/session.h>

struct eu_facts;
struct eu_world;

/* NULL unless the session is in EU_MODE_REPORT. */
struct eu_facts *eu_session_facts(struct eu_session *session);
/* Facts that wait in the kernel come now. */
void eu_session_flush(struct eu_session *session);
struct eu_world *eu_session_world(struct eu_session *session);
const char *eu_session_host(const struct eu_session *session);
/* Wall clock, ns, when it was started, and now. */
void eu_session_span(const struct eu_session *session, uint64_t *first, uint64_t *last);
/* Is the container one of those that were asked for? */
bool eu_session_selects(const struct eu_session *session, const struct eu_container *container);

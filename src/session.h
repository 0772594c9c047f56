/* SPDX-License-Identifier: Apache-2.0 */
/* What the readers of facts need of a session. */
#pragma once

#include <eunomia/session.h>

struct eu_facts;
struct eu_world;

/* NULL in EU_MODE_TRACE. */
struct eu_facts *eu_session_facts(struct eu_session *session);
/* Facts that wait in the kernel come now. */
void eu_session_flush(struct eu_session *session);
/* How many containers have been forgotten, but not before somebody took their facts. */
uint64_t eu_session_handed_over(const struct eu_session *session);
struct eu_world *eu_session_world(struct eu_session *session);

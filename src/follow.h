/* SPDX-License-Identifier: Apache-2.0 */
/* A session with a command follows the containers that are the command's: they are bound. */
#pragma once

#include "pipeline.h"

/* A record may say that a container is. */
void eu_follow_record(struct eu_session *session, const struct eu_head *record);
/* A container began or came in sight. name: "" when it is not known yet; followed: the process that
 * made it is. */
void eu_follow_begun(struct eu_session *session, eu_ref ref, const char *id, const char *name,
		     bool followed);
/* Its entrypoint has begun. */
void eu_follow_started(struct eu_session *session, eu_ref ref);
/* More is known of what a container is called. */
void eu_follow_named(struct eu_session *session, eu_ref ref);

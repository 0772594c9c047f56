/* SPDX-License-Identifier: Apache-2.0 */
/* What a change of credentials says of what was before; who had what is in threads.h. */
#pragma once

#include <eunomia/events.h>

/* A thread has these now. old: what it had; NULL: nobody knows. */
void eu_credentials_change(const struct eu_creds *old, const struct eu_event_new_credentials *now,
			   struct eu_event_credentials *out);
/* An exec gave these: by the executable's set-user-ID bit, or its capabilities. What was before may
 * not be known: then nothing is said to have changed. */
void eu_credentials_exec(const struct eu_creds *old, const struct eu_event_exec *now,
			 struct eu_event_credentials *out);

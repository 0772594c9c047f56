/* SPDX-License-Identifier: Apache-2.0 */
#include <stdint.h>
#include <string.h>

#include "world/credentials.h"

static struct eu_cap_change cap_change(uint64_t before, uint64_t after)
{
	return (struct eu_cap_change){.gained = after & ~before, .lost = before & ~after};
}

static void compare(struct eu_event_credentials *e, const struct eu_creds *old,
		    const struct eu_creds *now)
{
	e->now = *now;
	e->old = *old;
	if (memcmp(&now->user, &old->user, sizeof(now->user)))
		e->changed |= EU_CRED_USER;
	if (memcmp(&now->group, &old->group, sizeof(now->group)))
		e->changed |= EU_CRED_GROUP;
	e->effective = cap_change(old->effective, now->effective);
	e->permitted = cap_change(old->permitted, now->permitted);
	e->inheritable = cap_change(old->inheritable, now->inheritable);
	e->ambient = cap_change(old->ambient, now->ambient);
	e->bounding = cap_change(old->bounding, now->bounding);
	if (now->effective != old->effective || now->permitted != old->permitted ||
	    now->inheritable != old->inheritable || now->ambient != old->ambient ||
	    now->bounding != old->bounding)
		e->changed |= EU_CRED_CAPABILITIES;
	if (!memcmp(&e->permitted, &e->effective, sizeof(e->permitted)))
		e->permitted = (struct eu_cap_change){};
}

void eu_credentials_change(const struct eu_creds *old, const struct eu_event_new_credentials *now,
			   struct eu_event_credentials *out)
{
	compare(out, old ?: &now->creds, &now->creds);
	out->user_namespace = now->user_namespace;
	if (!old)
		out->changed = EU_CRED_UNKNOWN;
	if (now->call.result >= 0)
		out->changed |= now->asked;
}

void eu_credentials_exec(const struct eu_creds *old, const struct eu_event_exec *now,
			 struct eu_event_credentials *out)
{
	compare(out, old ?: &now->task.creds, &now->task.creds);
}

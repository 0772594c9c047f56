/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "world/credentials.h"

void eu_credentials_clear(struct eu_credentials *all)
{
	free(all->threads);
	*all = (struct eu_credentials){};
}

void eu_credentials_begin(struct eu_credentials *all, const struct eu_creds *creds)
{
	eu_credentials_clear(all);
	all->begun = *creds;
	all->known = true;
}

static struct eu_creds *find_thread(struct eu_credentials *all, uint32_t tid)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->threads[i].tid == tid)
			return &all->threads[i].creds;
	return NULL;
}

const struct eu_creds *eu_credentials_of(struct eu_credentials *all, uint32_t tid)
{
	const struct eu_creds *own = find_thread(all, tid);

	return own || !all->known ? own : &all->begun;
}

static void set_thread(struct eu_credentials *all, uint32_t tid, const struct eu_creds *creds)
{
	struct eu_creds *known = find_thread(all, tid);
	struct eu_thread_creds *threads;

	if (known) {
		*known = *creds;
		return;
	}
	threads = all->n < EU_CREDENTIALS_MAX_THREADS
		      ? realloc(all->threads, (all->n + 1) * sizeof(*threads))
		      : NULL;
	if (!threads) {
		all->known = false; /* what this thread had is forgotten */
		return;
	}
	all->threads = threads;
	threads[all->n++] = (struct eu_thread_creds){.tid = tid, .creds = *creds};
}

void eu_credentials_thread(struct eu_credentials *all, uint32_t tid, const struct eu_creds *creds)
{
	/* as long as nobody changed them, all threads have the process's */
	if (all->n)
		set_thread(all, tid, creds);
}

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

void eu_credentials_change(struct eu_credentials *all, const struct eu_event_new_credentials *now,
			   struct eu_event_credentials *out)
{
	const struct eu_creds *old = eu_credentials_of(all, now->head.tid);

	compare(out, old ?: &now->creds, &now->creds);
	if (!old)
		out->changed = EU_CRED_UNKNOWN;
	if (now->call.result >= 0)
		out->changed |= now->asked;
	set_thread(all, now->head.tid, &now->creds);
}

void eu_credentials_exec(struct eu_credentials *all, const struct eu_event_exec *now,
			 struct eu_event_credentials *out)
{
	const struct eu_creds *old = eu_credentials_of(all, now->old_tid);

	compare(out, old ?: &now->task.creds, &now->task.creds);
	eu_credentials_begin(all, &now->task.creds);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* A session's facts as a report that outlives it. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "facts/facts.h"
#include "facts/identity.h"
#include "session.h"
#include "world/world.h"

struct snapshot {
	struct eu_report pub;
	struct eu_arena arena;
	struct eu_session *session;
	size_t room;
};

static bool count_one(void *context, const struct eu_container *container)
{
	struct snapshot *snapshot = context;

	snapshot->room += eu_session_selects(snapshot->session, container);
	return true;
}

/* Nobody knows whose it was: then it may have been anybody's. */
static bool may_be_of(const struct eu_loss *loss, const struct eu_container *container)
{
	return loss->container == container || (!loss->container && !strcmp(loss->class, "any"));
}

/* The part of the ledger that is this container's, or may be. */
static void copy_loss(struct snapshot *snapshot, const struct eu_container *container,
		      struct eu_container_report *out)
{
	size_t n;
	const struct eu_loss *all = eu_session_loss(snapshot->session, &n);
	struct eu_loss *own = eu_arena_alloc(&snapshot->arena, n * sizeof(*own));

	for (size_t i = 0; own && i < n; i++) {
		if (!may_be_of(&all[i], container))
			continue;
		own[out->n_loss++] = (struct eu_loss){
			.container = all[i].container ? &out->container : NULL,
			.class = eu_arena_text(&snapshot->arena, all[i].class),
			.place = eu_arena_text(&snapshot->arena, all[i].place),
			.count = all[i].count,
		};
	}
	out->loss = own;
}

static bool take_one(void *context, const struct eu_container *container)
{
	struct snapshot *snapshot = context;
	struct eu_container_report *reports = (void *)snapshot->pub.containers, *out;

	if (!eu_session_selects(snapshot->session, container) ||
	    snapshot->pub.n_containers == snapshot->room)
		return true;
	out = &reports[snapshot->pub.n_containers++];
	eu_identity_copy(&snapshot->arena, &out->container, container);
	out->runtime_version =
		eu_arena_text(&snapshot->arena,
			      eu_facts_runtime(eu_session_facts(snapshot->session), container->runtime));
	eu_facts_fill(eu_session_facts(snapshot->session), container->ref, &snapshot->arena, out);
	copy_loss(snapshot, container, out);
	return true;
}

static bool nothing_lost(struct eu_session *session)
{
	size_t n;

	eu_session_loss(session, &n);
	return !n;
}

static int begin(struct snapshot **out, struct eu_session *session, struct eu_error *err)
{
	struct snapshot *snapshot;

	if (!eu_session_facts(session))
		return eu_fail(err, EINVAL, "this session gathers no facts: it is not in report mode");
	snapshot = calloc(1, sizeof(*snapshot));
	if (!snapshot)
		return eu_fail(err, ENOMEM, "out of memory");
	snapshot->session = session;
	snapshot->pub.host = eu_arena_text(&snapshot->arena, eu_session_host(session));
	eu_session_span(session, &snapshot->pub.first, &snapshot->pub.last);
	*out = snapshot;
	return 0;
}

static void make_room(struct snapshot *snapshot, size_t n)
{
	snapshot->pub.containers = eu_arena_alloc(&snapshot->arena,
						  n * sizeof(*snapshot->pub.containers));
	snapshot->room = snapshot->pub.containers ? n : 0;
}

int eu_report_take(struct eu_report **out, struct eu_session *session, struct eu_error *err)
{
	struct snapshot *snapshot;
	int ret = begin(&snapshot, session, err);

	if (ret)
		return ret;
	eu_session_flush(session);
	eu_world_containers(eu_session_world(session), count_one, snapshot);
	make_room(snapshot, snapshot->room);
	eu_world_containers(eu_session_world(session), take_one, snapshot);
	snapshot->pub.complete = nothing_lost(session);
	snapshot->pub.n_forgotten = eu_session_handed_over(session);
	*out = &snapshot->pub;
	return 0;
}

int eu_report_take_one(struct eu_report **out, struct eu_session *session,
		       const struct eu_container *container, struct eu_error *err)
{
	struct snapshot *snapshot;
	int ret = begin(&snapshot, session, err);

	if (ret)
		return ret;
	make_room(snapshot, 1);
	take_one(snapshot, container);
	snapshot->pub.partial = true;
	snapshot->pub.complete = nothing_lost(session);
	*out = &snapshot->pub;
	return 0;
}

void eu_report_free(struct eu_report *report)
{
	struct snapshot *snapshot = (struct snapshot *)report;

	if (!snapshot)
		return;
	eu_arena_free(&snapshot->arena);
	free(snapshot);
}

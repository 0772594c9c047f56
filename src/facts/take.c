/* SPDX-License-Identifier: Apache-2.0 */
/* A session's facts as a report that outlives it. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "facts/facts.h"
#include "facts/fold.h"
#include "facts/identity.h"
#include "hash.h"
#include "report/kind.h"
#include "report/merge.h"
#include "session.h"
#include "world/world.h"

struct snapshot {
	struct eu_report pub;
	struct eu_arena arena;
	struct eu_merger *merger; /* has the entries of containers that ran more than once; or NULL */
	struct eu_session *session;
	const struct eu_loss *loss; /* the session's ledger: asked for once */
	size_t n_loss, room;
};

static bool count_one(void *context, const struct eu_container *container)
{
	struct snapshot *snapshot = context;

	snapshot->room += eu_session_reports(snapshot->session, container);
	return true;
}

/* Nobody knows whose it was: then it may have been anybody's. Of the runs of one container the first
 * says that for all. */
static bool may_be_of(const struct eu_loss *loss, const struct eu_container *container)
{
	if (loss->container)
		return loss->container == container;
	return !strcmp(loss->class, "any") && container->ref == container->first_ref;
}

static struct eu_loss copied_loss(struct snapshot *snapshot, const struct eu_loss *loss,
				  const struct eu_container *container)
{
	return (struct eu_loss){
		.container = container,
		.class = eu_arena_text(&snapshot->arena, loss->class),
		.place = eu_arena_text(&snapshot->arena, loss->place),
		.count = loss->count,
	};
}

/* The part of the ledger that is this container's, or may be. */
static void copy_loss(struct snapshot *snapshot, const struct eu_container *container,
		      struct eu_container_report *out)
{
	const struct eu_loss *all = snapshot->loss;
	struct eu_loss *own = eu_arena_alloc(&snapshot->arena, snapshot->n_loss * sizeof(*own));

	for (size_t i = 0; own && i < snapshot->n_loss; i++) {
		if (may_be_of(&all[i], container))
			own[out->n_loss++] = copied_loss(
				snapshot, &all[i], all[i].container ? &out->container : NULL);
	}
	out->loss = own;
}

/* The part of no container. */
static void copy_nobodys_loss(struct snapshot *snapshot)
{
	const struct eu_loss *all = snapshot->loss;
	struct eu_loss *own = eu_arena_alloc(&snapshot->arena, snapshot->n_loss * sizeof(*own));

	for (size_t i = 0; own && i < snapshot->n_loss; i++)
		if (!all[i].container)
			own[snapshot->pub.n_loss++] = copied_loss(snapshot, &all[i], NULL);
	snapshot->pub.loss = own;
}

static void copy_unrecorded(struct snapshot *snapshot, struct eu_container_report *out)
{
	const struct eu_recording_info *info = eu_session_recording(snapshot->session);
	size_t n = info ? info->n_unrecorded : 0;
	struct eu_unrecorded *own = eu_arena_alloc(&snapshot->arena, n * sizeof(*own));

	for (size_t i = 0; own && i < n; i++) {
		const struct eu_unrecorded *from = &info->unrecorded[i];
		const char **events =
			eu_arena_alloc(&snapshot->arena, from->n_events * sizeof(*events));

		for (size_t e = 0; events && e < from->n_events; e++)
			events[e] = eu_arena_text(&snapshot->arena, from->events[e]);
		own[out->n_unrecorded++] = (struct eu_unrecorded){
			.kind = eu_arena_text(&snapshot->arena, from->kind),
			.events = events,
			.n_events = events ? from->n_events : 0,
		};
	}
	out->unrecorded = own;
	snapshot->pub.complete &= !n;
}

static bool take_one(void *context, const struct eu_container *container)
{
	struct snapshot *snapshot = context;
	struct eu_container_report *reports = (void *)snapshot->pub.containers, *out;

	if (!eu_session_reports(snapshot->session, container) ||
	    snapshot->pub.n_containers == snapshot->room)
		return true;
	out = &reports[snapshot->pub.n_containers++];
	eu_identity_copy(&snapshot->arena, &out->container, container);
	out->until = snapshot->pub.until;
	out->runtime_version =
		eu_arena_text(&snapshot->arena,
			      eu_facts_runtime(eu_session_facts(snapshot->session), container->runtime));
	eu_facts_fill(eu_session_facts(snapshot->session), container->ref, &snapshot->arena, out);
	eu_facts_fold(&snapshot->arena, out);
	copy_loss(snapshot, container, out);
	copy_unrecorded(snapshot, out);
	return true;
}

/* ---- runs of one container are one entry ---- */

/* The entries of one container: the first, the last, how many. */
struct runs {
	eu_ref first_ref;
	size_t first, last, n;
	UT_hash_handle hh;
};

static void free_runs(struct runs **all)
{
	struct runs *runs, *next;

	HASH_ITER(hh, *all, runs, next) {
		HASH_DEL(*all, runs);
		free(runs);
	}
}

static struct runs *runs_of(struct runs *all, const struct eu_container_report *entry)
{
	struct runs *runs;

	HASH_FIND(hh, all, &entry->container.first_ref, sizeof(runs->first_ref), runs);
	return runs;
}

static bool note_run(struct runs **all, const struct eu_report *report, size_t at)
{
	struct runs *runs = runs_of(*all, &report->containers[at]);

	if (!runs) {
		runs = calloc(1, sizeof(*runs));
		if (!runs)
			return false;
		runs->first_ref = report->containers[at].container.first_ref;
		runs->first = at;
		HASH_ADD(hh, *all, first_ref, sizeof(runs->first_ref), runs);
		runs = eu_hash_taken(runs);
		if (!runs)
			return false;
	}
	runs->last = at;
	runs->n++;
	return true;
}

/* Called as it was last; whether its beginning was seen, its first run says. */
static void identify(struct eu_container_report *out, const struct eu_report *report,
		     const struct runs *runs)
{
	const struct eu_container *first = &report->containers[runs->first].container;

	out->container = report->containers[runs->last].container;
	out->container.existed = first->existed;
	out->container.recovered = first->recovered;
	out->host = NULL;
}

/* The entries that are not alone, merged; in the order of their first ones. */
static int merge_runs(struct snapshot *snapshot, struct runs *all,
		      const struct eu_container_report **merged, struct eu_error *err)
{
	const struct eu_merge_rules rules = {.only_runs = true};
	const struct eu_report *report = &snapshot->pub;
	eu_auto_free struct eu_container_report *entries =
		calloc(report->n_containers, sizeof(*entries));
	struct eu_report runs = {.host = report->host, .containers = entries};
	int ret = entries ? eu_merger_new(&snapshot->merger, err) :
			    eu_fail(err, ENOMEM, "out of memory");

	if (ret)
		return ret;
	for (size_t i = 0; i < report->n_containers; i++)
		if (runs_of(all, &report->containers[i])->n > 1)
			entries[runs.n_containers++] = report->containers[i];
	eu_merger_rule(snapshot->merger, &rules);
	ret = eu_merger_add(snapshot->merger, &runs, err);
	if (!ret)
		*merged = eu_merger_report(snapshot->merger)->containers;
	return ret;
}

static int unite_runs(struct snapshot *snapshot, struct eu_error *err)
{
	eu_cleanup(free_runs) struct runs *all = NULL;
	struct eu_report *report = &snapshot->pub;
	const struct eu_container_report *entries = report->containers, *merged = NULL;
	struct eu_container_report *out;
	size_t n = 0;
	int ret;

	for (size_t i = 0; i < report->n_containers; i++)
		if (!note_run(&all, report, i))
			return eu_fail(err, ENOMEM, "out of memory");
	if (HASH_COUNT(all) == report->n_containers)
		return 0;
	out = eu_arena_alloc(&snapshot->arena, HASH_COUNT(all) * sizeof(*out));
	ret = out ? merge_runs(snapshot, all, &merged, err) : eu_fail(err, ENOMEM, "out of memory");
	for (size_t i = 0; i < report->n_containers && !ret; i++) {
		const struct runs *runs = runs_of(all, &entries[i]);

		if (runs->first != i)
			continue;
		out[n] = runs->n > 1 ? *merged++ : entries[i];
		if (runs->n > 1)
			identify(&out[n], report, runs);
		eu_loss_move(&out[n++]);
	}
	if (ret)
		return ret;
	report->containers = out;
	report->n_containers = n;
	return 0;
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

/* Once all that is to be in it has come: what was lost, and room for n containers. */
static void prepare(struct snapshot *snapshot, size_t n)
{
	snapshot->loss = eu_session_loss(snapshot->session, &snapshot->n_loss);
	snapshot->pub.complete = !snapshot->n_loss;
	copy_nobodys_loss(snapshot);
	snapshot->pub.containers = eu_arena_alloc(&snapshot->arena,
						  n * sizeof(*snapshot->pub.containers));
	snapshot->room = snapshot->pub.containers ? n : 0;
}

/* What found no memory is missing somewhere in it. */
static int check(const struct snapshot *snapshot, struct eu_error *err)
{
	return snapshot->arena.failed ? eu_fail(err, ENOMEM, "out of memory") : 0;
}

static void free_snapshot(struct snapshot **snapshot)
{
	if (*snapshot)
		eu_report_free(&(*snapshot)->pub);
}

int eu_report_take(struct eu_report **out, struct eu_session *session, struct eu_error *err)
{
	eu_cleanup(free_snapshot) struct snapshot *snapshot = NULL;
	int ret = begin(&snapshot, session, err);

	if (ret)
		return ret;
	if (eu_session_goes_on(session))
		snapshot->pub.until = snapshot->pub.last;
	eu_session_flush(session);
	eu_world_containers(eu_session_world(session), count_one, snapshot);
	prepare(snapshot, snapshot->room);
	eu_world_containers(eu_session_world(session), take_one, snapshot);
	ret = unite_runs(snapshot, err) ?: check(snapshot, err);
	if (ret)
		return ret;
	snapshot->pub.n_forgotten = eu_session_handed_over(session);
	*out = &eu_take(snapshot)->pub;
	return 0;
}

int eu_report_take_one(struct eu_report **out, struct eu_session *session,
		       const struct eu_container *container, struct eu_error *err)
{
	eu_cleanup(free_snapshot) struct snapshot *snapshot = NULL;
	int ret = begin(&snapshot, session, err);

	if (ret)
		return ret;
	prepare(snapshot, 1);
	take_one(snapshot, container);
	ret = check(snapshot, err);
	if (ret)
		return ret;
	snapshot->pub.partial = true;
	*out = &eu_take(snapshot)->pub;
	return 0;
}

void eu_report_free(struct eu_report *report)
{
	struct snapshot *snapshot = (struct snapshot *)report;

	if (!snapshot)
		return;
	eu_merger_free(snapshot->merger);
	eu_arena_free(&snapshot->arena);
	free(snapshot);
}

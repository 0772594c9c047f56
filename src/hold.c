/* SPDX-License-Identifier: Apache-2.0 */
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "event_ids.h"

#include "clock.h"
#include "hold.h"
#include "meant.h"
#include "pipeline.h"
#include "record/keep.h"

#define END_MS 1000 /* at the end */

struct waiting {
	struct waiting *next;
	bool taken_in;         /* by the world: the container's beginning */
	struct eu_head record; /* and what follows it */
};

struct eu_held {
	eu_ref ref;
	uint64_t until; /* CLOCK_MONOTONIC, ns */
	bool answered;
	bool late;       /* there was no answer in time: records pass, and … */
	uint64_t passed; /* … were not shown, as far as anybody knows */
	bool muted;      /* and the kernel side told no more */
	struct waiting *first, **last;
	size_t bytes;
};

static struct eu_held **place_of(struct eu_session *session, eu_ref ref)
{
	return &session->hold.held[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)];
}

static struct eu_held *find(const struct eu_session *session, eu_ref ref)
{
	struct eu_held *held;

	if (!session->hold.any)
		return NULL;
	held = session->hold.held[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)];
	return held && held->ref == ref ? held : NULL;
}

static void free_held(struct eu_held *held)
{
	for (struct waiting *at = held ? held->first : NULL, *next; at; at = next) {
		next = at->next;
		free(at);
	}
	free(held);
}

bool eu_hold_has(const struct eu_session *session, eu_ref ref)
{
	const struct eu_held *held = find(session, ref);

	return held && !held->late;
}

bool eu_hold_is_late(const struct eu_session *session, eu_ref ref)
{
	const struct eu_held *held = find(session, ref);

	return held && held->late;
}

/* ---- going on ---- */

static bool is_selected(const struct eu_session *session, eu_ref ref)
{
	const struct eu_container *container = eu_world_remembered(session->world, ref);

	return container && container->named && eu_session_selects(session, container);
}

/* Would the record be shown if its container were? */
static bool is_shown(const struct eu_session *session, const struct eu_head *record)
{
	return eu_select_events(session->select)[record->type] &&
	       record->type != EU_TYPE(eu_event_container);
}

static void go_on(struct eu_session *session, struct waiting *waiting)
{
	for (struct waiting *next; waiting; waiting = next) {
		next = waiting->next;
		if (waiting->taken_in) {
			eu_keep_names(session, &waiting->record);
			eu_pipeline_pass_on(session, &waiting->record);
		} else {
			eu_pipeline_take(session, &waiting->record);
		}
		free(waiting);
	}
}

static bool may_be_meant(const struct eu_session *session, eu_ref ref)
{
	const struct eu_container *container = eu_world_remembered(session->world, ref);

	return container && eu_session_may_mean(session, container);
}

/* What has gone on without a name is lost, if it was asked for by that. */
static void give_up(struct eu_session *session, struct eu_held *held)
{
	uint64_t lost = held->passed ?: held->muted;

	if (lost && is_selected(session, held->ref))
		eu_ledger_add(&session->dropped, eu_world_remembered(session->world, held->ref),
			      "any", EU_PLACE_NAME, lost);
	*place_of(session, held->ref) = NULL;
	free(held);
}

static void release(struct eu_session *session, struct eu_held *held)
{
	struct waiting *first = held->first;

	session->hold.n--;
	session->hold.bytes -= held->bytes;
	held->first = NULL;
	held->late = may_be_meant(session, held->ref);
	if (!held->late)
		give_up(session, held);
	go_on(session, first);
}

static void release_all(struct eu_session *session, uint64_t now)
{
	for (int slot = 0; slot < EU_MAX_SLOTS && session->hold.n; slot++) {
		struct eu_held *held = session->hold.held[slot];

		if (held && !held->late &&
		    (held->answered || now >= held->until || is_selected(session, held->ref)))
			release(session, held);
	}
}

/* ---- waiting ---- */

void eu_hold_begin(struct eu_session *session, eu_ref ref, uint64_t time)
{
	struct eu_held **place = place_of(session, ref);

	if (!time || (*place && !(*place)->late))
		return;
	if (*place)
		give_up(session, *place);
	*place = calloc(1, sizeof(**place));
	if (!*place)
		return; /* it goes on without waiting */
	**place = (struct eu_held){
		.ref = ref, .until = eu_now_ns() + time, .last = &(*place)->first};
	session->hold.n++;
	session->hold.any = true;
}

static bool keep(struct eu_held *held, const struct eu_head *record, bool taken_in)
{
	struct waiting *waiting = malloc(offsetof(struct waiting, record) + record->size);

	if (!waiting)
		return false;
	waiting->next = NULL;
	waiting->taken_in = taken_in;
	memcpy(&waiting->record, record, record->size);
	*held->last = waiting;
	held->last = &waiting->next;
	held->bytes += record->size;
	return true;
}

/* Names are what is waited for. */
static bool may_wait(const struct eu_head *record)
{
	return record->type != EU_TYPE(eu_event_metadata) ||
	       ((const struct eu_event_metadata *)record)->engine == EU_ENGINE_REMOVED;
}

bool eu_hold_takes(struct eu_session *session, const struct eu_head *record, bool taken_in)
{
	struct eu_held *held = find(session, record->container);

	if (!held || !may_wait(record))
		return false;
	if (held->late) {
		held->passed += is_shown(session, record);
		return false;
	}
	if (session->hold.bytes + record->size > EU_HOLD_BYTES || !keep(held, record, taken_in)) {
		release(session, held);
		return false;
	}
	session->hold.bytes += record->size;
	return true;
}

void eu_hold_answered(struct eu_session *session, eu_ref ref)
{
	struct eu_held *held = find(session, ref);

	if (held)
		held->answered = true;
}

void eu_hold_muted(struct eu_session *session, eu_ref ref)
{
	struct eu_held *held = find(session, ref);

	if (held)
		held->muted = true;
}

void eu_hold_named(struct eu_session *session, eu_ref ref)
{
	struct eu_held *held = find(session, ref);

	if (held && held->late && !may_be_meant(session, ref))
		give_up(session, held);
}

void eu_hold_round(struct eu_session *session)
{
	if (!session->hold.n)
		return;
	release_all(session, eu_now_ns());
}

void eu_hold_end(struct eu_session *session)
{
	struct pollfd answers = {.fd = eu_meta_fd(session->meta), .events = POLLIN};
	uint64_t until = eu_now_ns() + END_MS * 1000000ull;

	for (uint64_t now = eu_now_ns(); session->hold.n && now < until; now = eu_now_ns()) {
		poll(&answers, 1, (until - now) / 1000000 + 1);
		eu_pipeline_round(session);
	}
	release_all(session, UINT64_MAX);
	for (int slot = 0; slot < EU_MAX_SLOTS && session->hold.any; slot++)
		if (session->hold.held[slot])
			give_up(session, session->hold.held[slot]);
}

void eu_hold_clear(struct eu_hold *hold)
{
	for (int slot = 0; slot < EU_MAX_SLOTS; slot++)
		free_held(hold->held[slot]);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "event_ids.h"

#include "facts/counters.h"
#include "pipeline.h"
#include "record/keep.h"
#include "record/recorder.h"
#include "record/summary.h"
#include "world/known.h"

/* ---- what is kept ---- */

bool eu_keep_is_essential(const struct eu_event_desc *desc)
{
	return desc->internal || !strcmp(desc->set, "proc") || !strcmp(desc->set, "container");
}

static void note_essential(struct eu_session *session)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		session->essential[events[i].id] = eu_keep_is_essential(&events[i]);
}

/* Of a container that is not wanted only what others need: its name is that of a peer. */
static bool is_of_all(uint16_t type)
{
	return type == EU_TYPE(eu_event_container) || type == EU_TYPE(eu_event_metadata) ||
	       type == EU_TYPE(eu_event_address) || type == EU_TYPE(eu_event_proxy);
}

static bool is_wanted(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_container *container;

	if (!session->selective || !record->container || is_of_all(record->type))
		return true;
	container = eu_world_container(session->world, record->container);
	return !container || eu_session_selects(session, container);
}

void eu_keep_record(struct eu_session *session, const struct eu_head *record)
{
	if (session->recorder && is_wanted(session, record))
		eu_recorder_put(session->recorder, record, session->silent,
				session->essential[record->type]);
}

void eu_keep_lookup(struct eu_session *session, const struct eu_process *found,
		    const struct eu_creds *creds, const char *comm, const char *path)
{
	struct eu_known_process known = {.process = *found, .creds = *creds};

	if (!session->recorder)
		return;
	known.process.name = comm;
	known.process.executable = path;
	eu_recorder_put(session->recorder,
			eu_known_process_record(&session->told, &known, session->last_time), true,
			true);
}

static struct eu_event_bound bound(const struct eu_session *session, eu_ref ref)
{
	return (struct eu_event_bound){.head = {.type = EU_TYPE(eu_event_bound),
						.size = sizeof(struct eu_event_bound),
						.container = ref,
						.time = session->last_time}};
}

void eu_keep_bound(struct eu_session *session, eu_ref ref)
{
	struct eu_event_bound e = bound(session, ref);

	if (session->recorder)
		eu_recorder_put(session->recorder, &e.head, true, true);
}

/* ---- statements ---- */

static void put(void *context, const struct eu_head *record)
{
	struct eu_session *session = context;

	if (is_wanted(session, record))
		eu_recorder_put(session->recorder, record, false, true);
}

static void put_loss(struct eu_session *session, const struct eu_loss *loss)
{
	struct eu_event_loss *e = eu_builder_begin(&session->told, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_loss),
				   .container = loss->container ? loss->container->ref : 0,
				   .time = session->last_time};
	e->class = eu_builder_text(&session->told, loss->class, strlen(loss->class));
	e->place = eu_builder_text(&session->told, loss->place, strlen(loss->place));
	e->count = loss->count;
	put(session, eu_builder_end(&session->told));
}

static void put_losses(struct eu_session *session)
{
	size_t n;
	const struct eu_loss *losses = eu_session_loss(session, &n);

	for (size_t i = 0; i < n; i++)
		put_loss(session, &losses[i]);
}

static uint64_t count_losses(struct eu_session *session)
{
	size_t n;
	const struct eu_loss *losses = eu_session_loss(session, &n);
	uint64_t all = 0;

	for (size_t i = 0; i < n; i++)
		all += losses[i].count;
	return all;
}

void eu_keep_tick(struct eu_session *session)
{
	uint64_t lost;

	if (!session->recorder)
		return;
	lost = count_losses(session);
	if (lost != session->lost_before)
		put_losses(session);
	session->lost_before = lost;
	eu_recorder_flush(session->recorder);
}

/* ---- snapshots ---- */

static void put_summary(struct eu_session *session)
{
	struct eu_bytes json;

	if (!eu_summary_emit(session, &json))
		eu_recorder_summary(session->recorder, json.data, json.len);
	eu_bytes_free(&json);
}

static bool put_bound(void *context, const struct eu_container *container)
{
	struct eu_session *session = context;
	struct eu_event_bound e = bound(session, container->ref);

	if (session->bound[EU_REF_SLOT(container->ref) & (EU_MAX_SLOTS - 1)])
		put(session, &e.head);
	return true;
}

static void put_snapshot(struct eu_session *session)
{
	uint64_t time = session->last_time;

	put_summary(session);
	eu_recorder_begin_snapshot(session->recorder);
	eu_world_tell(session->world, time, put, session);
	eu_peers_tell(session->peers, time, put, session);
	if (session->command_pid)
		eu_session_containers(session, put_bound, session);
	put_losses(session);
	eu_recorder_end_snapshot(session->recorder);
}

void eu_keep_round(struct eu_session *session)
{
	if (session->recorder && eu_recorder_wants_snapshot(session->recorder))
		put_snapshot(session);
}

/* ---- life ---- */

static const char *mode_name(enum eu_mode mode)
{
	return mode == EU_MODE_FULL ? "full" : mode == EU_MODE_REPORT ? "facts" : "trace";
}

int eu_keep_begin(struct eu_session *session, struct eu_error *err)
{
	struct eu_header *header = &session->header;

	if (!session->recorder)
		return 0;
	eu_header_init(header);
	strcpy(header->mode, mode_name(session->mode));
	header->started = session->started;
	header->wall_offset = session->wall_offset;
	header->host_watched = eu_session_watches_host(session);
	header->bound = session->command_pid;
	session->selective = header->bound || eu_select_needs_names(session->select);
	note_essential(session);
	return eu_recorder_begin(session->recorder, header, err);
}

void eu_keep_end(struct eu_session *session)
{
	struct eu_event_end end = {.head = {.type = EU_TYPE(eu_event_end),
					    .size = sizeof(end),
					    .time = session->last_time},
				   .stopped = session->stopped};

	if (!session->recorder)
		return;
	eu_recorder_drain(session->recorder); /* so that what is lost on the way is known */
	put_losses(session);
	put(session, &end.head);
	put_summary(session);
	eu_recorder_end(session->recorder);
}

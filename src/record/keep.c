/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "event_ids.h"

#include "cleanup.h"
#include "facts/totals.h"
#include "pipeline.h"
#include "record/keep.h"
#include "record/recorder.h"
#include "record/summary.h"

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

/* Of a container that is not wanted only what others need: its name is that of a peer. What it may
 * do is told once, before a daemon has said its name, which may be the one that is wanted. */
static bool is_of_all(uint16_t type)
{
	return type == EU_TYPE(eu_event_container) || type == EU_TYPE(eu_event_metadata) ||
	       type == EU_TYPE(eu_event_address) || type == EU_TYPE(eu_event_proxy) ||
	       type == EU_TYPE(eu_event_confinement);
}

static bool is_wanted(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_container *container;

	if (!session->selective || !record->container || is_of_all(record->type))
		return true;
	container = eu_world_container(session->world, record->container) ?:
		    eu_world_remembered(session->world, record->container); /* a late word */
	return !container || eu_session_selects(session, container);
}

static void put(void *context, const struct eu_head *record)
{
	struct eu_session *session = context;

	if (is_wanted(session, record))
		eu_recorder_put(session->recorder, record, false, true);
}

static void put_known(void *context, const struct eu_head *record)
{
	struct eu_session *session = context;

	eu_recorder_put(session->recorder, record, false, true);
}

/* ---- who it was ---- */

/* The process that the record itself introduces, or 0. */
static uint32_t introduced_by(const struct eu_head *record)
{
	const struct eu_event_fork *fork = (const void *)record;

	switch (record->type) {
	case EU_TYPE(eu_event_fork):
		return fork->child_pid != record->pid ? fork->child_pid : 0;
	case EU_TYPE(eu_event_present):
		return ((const struct eu_event_present *)record)->task.pid;
	case EU_TYPE(eu_event_known_process):
		return record->pid;
	}
	return 0;
}

/* While a container had no name yet, or another one than was asked for, what its processes did was
 * not kept: who they are comes before the first thing that is. */
static void keep_who(struct eu_session *session, const struct eu_head *record)
{
	uint32_t introduced = introduced_by(record);

	if (record->type == EU_TYPE(eu_event_container))
		return; /* told without the process */
	if (record->pid && record->pid != introduced)
		eu_world_introduce(session->world, record->pid, record->time, put_known, session);
	if (eu_peers_pid(record))
		eu_world_introduce(session->world, eu_peers_pid(record), record->time, put_known,
				   session);
	if (introduced)
		eu_world_introduced(session->world, introduced);
}

/* ---- facts only ---- */

/* What moves processes about: of facts, each that is told of comes with its process instead. */
static bool is_of_processes(uint16_t type)
{
	switch (type) {
	case EU_TYPE(eu_event_fork):
	case EU_TYPE(eu_event_join):
	case EU_TYPE(eu_event_present):
	case EU_TYPE(eu_event_comm):
	case EU_TYPE(eu_event_thread_end):
	case EU_TYPE(eu_event_known_thread):
	case EU_TYPE(eu_event_new_credentials):
	case EU_TYPE(eu_event_file_seen):
	case EU_TYPE(eu_event_answer):
		return true;
	}
	return false;
}

/* The end of a container's first process is the container's. */
static bool is_init(const struct eu_session *session, const struct eu_head *record)
{
	const struct eu_container *container =
		eu_world_container(session->world, record->container);

	return container && container->init_pid == record->pid;
}

/* The end of a thread of which something was kept. */
static bool ends_thread(const struct eu_session *session, const struct eu_head *record)
{
	return record->type == EU_TYPE(eu_event_thread_end) &&
	       eu_world_told_thread(session->world, record->pid, record->tid);
}

static bool is_fact(const struct eu_session *session, const struct eu_head *record)
{
	const struct eu_event_desc *desc = eu_schema_event(record->type);

	if (session->news || record->type == EU_TYPE(eu_event_container))
		return true;
	if (desc->internal)
		return !is_of_processes(record->type) || ends_thread(session, record);
	switch (record->type) {
	case EU_TYPE(eu_event_exec): /* a runtime's process enters: its container starts */
		return eu_world_enters(session->world, (const void *)record);
	case EU_TYPE(eu_event_exit):
		return is_init(session, record);
	case EU_TYPE(eu_event_capability): /* is told once for each kind */
	case EU_TYPE(eu_event_namespace):
	case EU_TYPE(eu_event_listen):
		return true;
	}
	return false;
}

/* Whoever calls execve(2) is the first thread by then. */
static uint32_t acting_thread(const struct eu_head *record)
{
	const struct eu_event_exec *exec = (const void *)record;

	return record->type == EU_TYPE(eu_event_exec) ? exec->old_tid : record->tid;
}

/* True: the record is to be kept; who did it lies before it then. */
static bool keep_fact(struct eu_session *session, const struct eu_head *record)
{
	if (!is_fact(session, record))
		return false;
	if (record->pid)
		eu_world_tell_process(session->world, record->pid, acting_thread(record),
				      record->time, put_known, session);
	if (eu_peers_pid(record))
		eu_world_tell_process(session->world, eu_peers_pid(record), eu_peers_pid(record),
				      record->time, put_known, session);
	return true;
}

void eu_keep_totals(struct eu_session *session, eu_ref ref)
{
	if (session->recorder && session->mode == EU_MODE_REPORT)
		eu_totals_tell(session->facts, ref, false, session->last_time, put, session);
}

void eu_keep_record(struct eu_session *session, const struct eu_head *record)
{
	if (!session->recorder || !is_wanted(session, record))
		return;
	if (record->type == EU_TYPE(eu_event_answer))
		return; /* other people's letters; what they told is kept as `bound` */
	if (session->mode == EU_MODE_REPORT && !keep_fact(session, record))
		return;
	if (session->mode != EU_MODE_REPORT && session->selective)
		keep_who(session, record);
	eu_recorder_put(session->recorder, record, session->silent,
			session->essential[record->type]);
}

static void put_aside(void *context, const struct eu_head *record)
{
	struct eu_session *session = context;

	eu_recorder_put(session->recorder, record, true, true);
}

void eu_keep_names(struct eu_session *session, const struct eu_head *record)
{
	if (session->recorder)
		eu_world_tell_names(session->world, record->container, record->time, put_aside,
				    session);
}

void eu_keep_start(struct eu_session *session, const struct eu_head *record)
{
	if (session->recorder && session->selective)
		eu_recorder_put(session->recorder, record, false, true);
}

void eu_keep_lookup(struct eu_session *session, const struct eu_head *answer)
{
	if (!session->recorder || session->mode == EU_MODE_REPORT)
		return;
	eu_world_introduced(session->world, answer->pid);
	eu_recorder_put(session->recorder, answer, true, true);
}

static struct eu_event_bound bound(const struct eu_session *session, eu_ref ref)
{
	return (struct eu_event_bound){.head = {.type = EU_TYPE(eu_event_bound),
						.size = sizeof(struct eu_event_bound),
						.container = ref,
						.time = session->last_time}};
}

void eu_keep_bound(struct eu_session *session, eu_ref ref, bool begins)
{
	struct eu_event_bound e = bound(session, ref);

	if (session->recorder)
		eu_recorder_put(session->recorder, &e.head, begins, true);
}

/* ---- statements ---- */

static void put_loss(struct eu_session *session, const struct eu_loss *loss)
{
	struct eu_event_loss *e = eu_builder_begin(&session->told, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_loss),
				   .container = loss->container ? loss->container->ref : 0,
				   .time = session->last_time};
	e->class = eu_builder_text(&session->told, loss->class, strlen(loss->class));
	e->place = eu_builder_text(&session->told, loss->place, strlen(loss->place));
	e->count = loss->count;
	put_known(session, eu_builder_end(&session->told));
}

/* What a report has forgotten, the recording has. */
static bool is_of_recording(const struct eu_loss *loss)
{
	return strcmp(loss->place, EU_PLACE_FORGOTTEN);
}

static void put_losses(struct eu_session *session)
{
	size_t n;
	const struct eu_loss *losses = eu_session_loss(session, &n);

	for (size_t i = 0; i < n; i++)
		if (is_of_recording(&losses[i]))
			put_loss(session, &losses[i]);
}

static uint64_t count_losses(struct eu_session *session)
{
	size_t n;
	const struct eu_loss *losses = eu_session_loss(session, &n);
	uint64_t all = 0;

	for (size_t i = 0; i < n; i++)
		all += is_of_recording(&losses[i]) ? losses[i].count : 0;
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
		eu_recorder_summary(session->recorder, eu_take(json.data), json.len);
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

/* Of those that are there: a replay knows no others. */
static bool put_counters(void *context, const struct eu_container *container)
{
	struct eu_session *session = context;

	if (eu_world_container(session->world, container->ref) == container)
		eu_totals_tell_records(session->facts, container->ref, session->last_time, put,
				       session);
	return true;
}

/* Where nothing is told of what was before, counters say what they had come to by then. */
static void put_baselines(struct eu_session *session)
{
	eu_session_containers(session, put_counters, session);
	eu_totals_tell_runtimes(session->facts, session->last_time, put, session);
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
	if (session->mode == EU_MODE_REPORT)
		eu_totals_tell(session->facts, 0, true, time, put, session);
	else if (session->facts)
		put_baselines(session);
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
	header->baselines = session->facts != NULL;
	header->shown.kept = session->mode == EU_MODE_TRACE;
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
	eu_keep_totals(session, 0);
	eu_recorder_drain(session->recorder); /* so that what is lost on the way is known */
	put_losses(session);
	put(session, &end.head);
	put_summary(session);
	eu_recorder_end(session->recorder);
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All stages on one page:
 *
 *	source   the kernel's rings, merged by time            source/live.c, order/merge.c
 *	hold     until it is known whose they are               hold.c
 *	redact   secrets in arguments are gone from here on     redact.c
 *	world    containers, processes, peers, from records    world/
 *	schema   what the record is                            schema/
 *	select   is it wanted?                                 select.c
 *	files    bytes read and written, told once a second    facts/files.c
 *	flows    datagrams by peer, the same                    facts/flows.c
 *	         and who that is, behind NAT                   world/datagrams.c
 *	traffic  of open connections, every ten seconds        bpf/probes/net_traffic.bpf.c
 *	counters the kernel's, told every ten seconds           facts/counters.c
 *	keep     into the recording                             record/keep.c
 *	facts    what a report tells                           facts/facts.c
 *	callback sinks
 *
 * Names travel as records of their own, so that a recording needs nothing else: replayed, it takes
 * the source's place (record/feed.c).
 */

#include <eunomia/events.h>

#include "event_ids.h"

#include "clock.h"
#include "engines.h"
#include "facts/counters.h"
#include "facts/facts.h"
#include "facts/files.h"
#include "facts/flows.h"
#include "follow.h"
#include "meant.h"
#include "pipeline.h"
#include "record/feed.h"
#include "record/keep.h"
#include "world/confinement.h"
#include "world/datagrams.h"
#include "world/host.h"

#define UNKNOWN_REF 0xffff0000u /* what a recording says is not the host's, and nobody's */
#define WINDOW_TICKS (EU_COUNTED_EVERY / 1000000000) /* a tick is a second */

/* ---- one record through all stages ---- */

bool eu_session_watches_host(const struct eu_session *session)
{
	return session->recording ? session->host_watched :
				    session->n_pids || eu_select_host(session->select);
}

static const struct eu_event_desc *describe(const struct eu_session *session, uint16_t type)
{
	return eu_schema_event(type) ?: eu_feed_event(session, type);
}

/* Is the container one of those that were asked for, now and when it was recorded? */
static bool is_asked_for(const struct eu_session *session, const struct eu_container *container,
			 const struct eu_head *record)
{
	if (container)
		return eu_session_selects(session, container);
	if (eu_select_needs_names(session->select))
		return false;
	/* Nobody knew live whose it was, unless that is what is missing in the recording. */
	return !record->container || !session->recorded || session->gapped ||
	       !eu_select_needs_names(session->recorded);
}

/* … and the event? */
static bool is_chosen(const struct eu_session *session, const struct eu_event *event)
{
	return eu_select_match(session->select, event) &&
	       (!session->as_shown || eu_select_match(session->recorded, event));
}

/* A cgroup of a container that has had one before, or outlives this one. */
static void pass_over(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_event_container *e = (const void *)record;

	if (session->facts && e->action == EU_CONTAINER_CREATED)
		eu_facts_begun(session->facts, record->container);
}

static void tell(struct eu_session *session, struct eu_event *event)
{
	event->seq = ++session->seq;
	if (session->facts)
		session->news = eu_facts_event(session->facts, event,
					       eu_world_is_entering(session->world, event->record));
	if (session->on_event)
		session->on_event(session->context, event);
}

/* A container is asked for as late as this: it begins with how it began. False: that has been told. */
static bool tell_beginning(struct eu_session *session, struct eu_event event)
{
	eu_ref ref = event.record->container;
	uint64_t time = event.record->time;
	bool told = false;

	for (int step = 0; step < EU_UNTOLD_STEPS; step++) {
		event.record = eu_untold_get(&session->untold, ref, step, time);
		if (event.record && step == EU_UNTOLD_START)
			eu_keep_start(session, event.record);
		if (!event.record || !is_chosen(session, &event))
			continue;
		tell(session, &event);
		told = true;
	}
	eu_untold_drop(&session->untold, ref);
	return told;
}

/* Its name is known now. */
static bool tell_untold(struct eu_session *session, const struct eu_event *named)
{
	const struct eu_event_container *e = (const void *)named->record;

	return named->record->type == EU_TYPE(eu_event_container) &&
	       e->action == EU_CONTAINER_NAMED && tell_beginning(session, *named);
}

/* ---- containers of processes that are asked for by pid ---- */

static bool goes_by_pid(const struct eu_session *session)
{
	return session->replay ? session->watched != NULL :
				 session->n_pids && !session->command_pid;
}

/* A child that was there before is told of before it is followed. */
static bool is_child_of_followed(const struct eu_session *session, const struct eu_head *record)
{
	const struct eu_event_present *e = (const void *)record;

	return record->type == EU_TYPE(eu_event_present) &&
	       eu_live_watches(session->live, e->task.parent_pid);
}

/* Does it say that such a process is in the container, or has made it? */
static bool is_by_followed(const struct eu_session *session, const struct eu_head *record)
{
	if (record->type == EU_TYPE(eu_event_container))
		return ((const struct eu_event_container *)record)->in_tree;
	if (session->replay)
		return eu_feed_watches(session, record->pid);
	return record->pid && (eu_live_watches(session->live, record->pid) ||
			       is_child_of_followed(session, record));
}

static bool is_followed(const struct eu_session *session, eu_ref ref)
{
	return session->followed[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] == ref;
}

/* What happens to a container that none of the processes has been in, nobody asks for. */
static bool is_of_others(const struct eu_session *session, const struct eu_head *record)
{
	return record->type == EU_TYPE(eu_event_container) && goes_by_pid(session) &&
	       !is_followed(session, record->container);
}

bool eu_session_reports(const struct eu_session *session, const struct eu_container *container)
{
	return eu_session_selects(session, container) &&
	       (!goes_by_pid(session) || is_followed(session, container->ref));
}

/* A record makes a container one that is asked for. */
static void begin_late(struct eu_session *session, const struct eu_head *record)
{
	struct eu_event event = {
		.desc = eu_schema_event(EU_TYPE(eu_event_container)),
		.record = record,
		.time = record->time + session->wall_offset,
		.host = session->host,
		.container = eu_world_remembered(session->world, record->container),
	};

	if (event.container && !session->silent && eu_session_selects(session, event.container) &&
	    (!session->replay || eu_feed_shows(session, &event)))
		tell_beginning(session, event);
}

static void follow_container(struct eu_session *session, const struct eu_head *record)
{
	eu_ref ref = record->container;

	if (!goes_by_pid(session) || !EU_REF_SLOT(ref) || is_followed(session, ref) ||
	    !is_by_followed(session, record))
		return;
	session->followed[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = ref;
	begin_late(session, record);
}

static void show(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_event_desc *desc = describe(session, record->type);
	struct eu_event event = {
		.desc = desc,
		.record = record,
		.seq = session->seq + 1,
		.time = record->time + session->wall_offset,
		.host = session->host,
	};
	bool wanted;

	if (!desc || desc->internal || record->size < desc->size || session->silent ||
	    eu_hold_has(session, record->container)) /* its beginning is still to come, with the name */
		return;
	if (!session->on_event && record->type == EU_TYPE(eu_event_syscall))
		return; /* for the recording alone */
	/* a runtime's fork into a container comes for the child's sake */
	if (!record->container && !eu_session_watches_host(session))
		return;
	event.container = eu_world_container(session->world, record->container) ?:
			  eu_world_remembered(session->world, record->container);
	event.peer = eu_peers_find(session->peers, record);
	if (record->type != EU_TYPE(eu_event_container))
		event.process = eu_world_process(session->world, record);
	if (event.process)
		event.thread = eu_world_thread(session->world, record);
	if (session->facts)
		event.parent = eu_world_parent(session->world, event.process);
	wanted = is_asked_for(session, event.container, record) &&
		 is_chosen(session, &event) &&
		 (!session->replay || eu_feed_shows(session, &event)) &&
		 !is_of_others(session, record);
	if (!eu_world_is_told(session->world, record))
		return wanted ? pass_over(session, record) : (void)0;
	if (!wanted)
		eu_untold_keep(&session->untold, &event, is_of_others(session, record) ||
			       eu_hold_is_late(session, record->container));
	else if (!tell_untold(session, &event))
		tell(session, &event);
}

static void take(struct eu_session *session, const struct eu_head *record);

/* Is it the process that was first in a container that has been found? */
static bool is_found_init(const struct eu_session *session, const struct eu_head *record)
{
	const struct eu_container *container = eu_world_container(session->world, record->container);

	return container && container->init_pid == record->pid;
}

/* What a container's first process may do is told with the exec of its entrypoint, or when it is
 * found; a replay has it as a record. */
static void tell_confinement(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_head *told = NULL;

	if (session->entered && record->type == EU_TYPE(eu_event_exec))
		told = eu_confinement_of_exec(&session->builder, (const void *)record);
	else if (record->type == EU_TYPE(eu_event_present) && is_found_init(session, record))
		told = eu_confinement_of_process(&session->builder, record->container, record->pid,
						 record->time);
	session->entered = false;
	if (told)
		take(session, told);
}

/* Facts are of containers that the world knows, of which there are not more than it remembers; a
 * recording could name any. */
static bool is_known(const struct eu_session *session, eu_ref ref)
{
	return !ref || eu_world_container(session->world, ref) ||
	       eu_world_remembered(session->world, ref);
}

/* Is it the first that is known of a container? */
static bool begins_container(const struct eu_head *record)
{
	const struct eu_event_container *e = (const void *)record;
	const struct eu_event_metadata *names = (const void *)record;

	if (record->type == EU_TYPE(eu_event_metadata))
		return names->engine == EU_ENGINE_CREATED;
	return record->type == EU_TYPE(eu_event_container) &&
	       (e->action == EU_CONTAINER_CREATED || e->action == EU_CONTAINER_FOUND ||
		e->action == EU_CONTAINER_RECOVERED);
}

void eu_pipeline_know(struct eu_session *session, eu_ref ref, uint64_t time)
{
	if (session->live && !is_known(session, ref) && eu_live_has_given(session->live, ref))
		eu_host_recover(session->live, ref, time, eu_pipeline_take, session);
}

static bool is_counted_in(const struct eu_session *session, const struct eu_head *record)
{
	return session->beginning || record->time + session->wall_offset <=
	       (session->whole_counts ? session->to : eu_feed_counts_to(session));
}

/* ---- names that come late ---- */

/* How a container was called that has run, before a record may tell another name. */
struct called {
	const struct eu_container *container; /* NULL: it tells none, or of one that has not run */
	size_t former_size;
	bool wanted;
};

static struct called is_called(const struct eu_session *session, const struct eu_head *record)
{
	struct called called = {};

	if (record->type == EU_TYPE(eu_event_metadata) && EU_REF_SLOT(record->container))
		called.container = eu_world_remembered(session->world, record->container);
	if (!called.container)
		return called;
	called.former_size = called.container->former_size;
	called.wanted = eu_session_selects(session, called.container);
	return called;
}

/* The kernel side is silent about a container that was not wanted. */
static void resume(struct eu_session *session, eu_ref ref)
{
	const struct eu_head *record;

	if (!eu_world_container(session->world, ref) || !eu_live_is_muted(session->live, ref))
		return;
	eu_live_mute(session->live, ref, false);
	record = eu_world_resumed(session->world, ref, !eu_live_is_in_set_up(session->live, ref),
				  session->last_time);
	if (record)
		take(session, record);
}

/* A container that has run is what was asked for since it was renamed, or its labels are known, and has
 * not been before. */
static void note_name(struct eu_session *session, const struct eu_head *record,
		      const struct called *before)
{
	const struct eu_container *container = before->container;

	if (!container || before->wanted || !eu_session_selects(session, container))
		return;
	if (session->facts && container->former_size > before->former_size)
		eu_facts_late(session->facts, container->ref);
	begin_late(session, record);
	if (session->live)
		resume(session, container->ref);
}

/* ---- records ---- */

/* One that had to wait comes after younger ones. */
static uint64_t later(uint64_t time, uint64_t other)
{
	return time > other ? time : other;
}

/* The process that waits, and then looks for the command, is ours until it executes that. */
static bool is_own_work(struct eu_session *session, const struct eu_head *record)
{
	if (!session->command_pid || session->command_began || record->pid != session->command_pid)
		return false;
	session->command_began = record->type == EU_TYPE(eu_event_exec);
	return !session->command_began;
}

void eu_pipeline_pass_on(struct eu_session *session, const struct eu_head *record)
{
	bool silent = session->silent;

	if (session->datagrams)
		record = eu_datagrams_take(session->datagrams, record);
	if (session->command_pid && record->type == EU_TYPE(eu_event_metadata))
		eu_follow_named(session, record->container);
	if (session->facts && describe(session, record->type)->internal &&
	    is_known(session, record->container) && is_counted_in(session, record))
		eu_facts_record(session->facts, record);
	session->news = false;
	follow_container(session, record);
	session->silent |= is_own_work(session, record);
	show(session, record);
	eu_keep_record(session, record);
	session->silent = silent;
	eu_world_settle(session->world, record);
	if (session->live && session->facts)
		tell_confinement(session, record);
}

static void take(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_event_desc *desc = describe(session, record->type);
	struct called before;

	if (!desc || record->size < desc->size)
		return;
	if (!begins_container(record))
		eu_pipeline_know(session, record->container, record->time);
	if (eu_hold_takes(session, record, false))
		return;
	record = eu_redact_record(session->redact, record, &session->redacted);
	session->last_time = later(session->last_time, record->time);
	before = is_called(session, record);
	if (session->command_pid)
		eu_follow_record(session, record);
	if (session->files && record->type == EU_TYPE(eu_event_file_seen))
		eu_files_seen(session->files, record);
	eu_world_apply(session->world, record);
	eu_peers_apply(session->peers, record);
	if (begins_container(record) && eu_hold_takes(session, record, true))
		return;
	eu_pipeline_pass_on(session, record);
	note_name(session, record, &before);
	if (record->type == EU_TYPE(eu_event_metadata))
		eu_hold_named(session, record->container);
}

void eu_pipeline_take(void *context, const struct eu_head *record)
{
	take(context, record);
}

void eu_pipeline_take_present(void *context, const struct eu_head *record)
{
	struct eu_session *session = context;

	if (begins_container(record) || is_known(session, record->container))
		take(session, record);
}

/* ---- what the world asks for ---- */

static void say(void *context, const struct eu_head *record)
{
	struct eu_session *session = context;
	const struct eu_event_container *e = (const void *)record;

	if (record->type == EU_TYPE(eu_event_container) && e->action == EU_CONTAINER_STARTED) {
		session->entered = true;
		if (session->command_pid)
			eu_follow_started(session, record->container);
	}
	show(session, record);
}

uint64_t eu_pipeline_taken_until(const struct eu_session *session)
{
	uint64_t promised = eu_live_promised(session->live);

	if (promised == UINT64_MAX)
		promised = eu_now_ns(); /* no program runs any more */
	return later(promised, session->last_time);
}

static void flush_totals(struct eu_session *session, eu_ref ref, bool over)
{
	uint64_t until = eu_pipeline_taken_until(session);

	if (session->files)
		eu_files_flush(session->files, session->live, ref, over, until, eu_pipeline_take,
			       session);
	if (session->flows)
		eu_flows_flush(session->flows, session->live, ref, over, until, eu_pipeline_take,
			       session);
}

static void name_datagrams(struct eu_session *session)
{
	if (session->datagrams)
		eu_datagrams_match(session->datagrams, session->last_time, eu_pipeline_take,
				   session);
}

static void collect_counters(struct eu_session *session, eu_ref ref, bool over)
{
	if (session->counters)
		eu_counters_collect(session->counters, session->live, ref, over,
				    session->last_time, eu_pipeline_take, session);
}

void eu_pipeline_flush(struct eu_session *session, eu_ref ref, bool over)
{
	if (!session->live)
		return; /* a replay has them all as records */
	name_datagrams(session);
	flush_totals(session, ref, over);
	collect_counters(session, ref, over);
}

void eu_pipeline_tick(struct eu_session *session, uint64_t ticks)
{
	uint64_t window = session->ticks / WINDOW_TICKS;

	eu_keep_tick(session);
	name_datagrams(session);
	if (session->datagrams)
		eu_datagrams_age(session->datagrams);
	flush_totals(session, 0, false);
	session->ticks += ticks;
	if (session->ticks / WINDOW_TICKS == window)
		return;
	eu_live_tell_traffic(session->live);
	if (!session->counters)
		return;
	session->last_time = later(session->last_time, eu_now_ns()); /* counts are of now */
	eu_keep_totals(session, 0);
	collect_counters(session, 0, false);
	eu_counters_end_window(session->counters, session->last_time, eu_pipeline_take, session);
}

static void on_gone(void *context, eu_ref ref)
{
	struct eu_session *session = context;

	eu_pipeline_flush(session, ref, true);
	eu_keep_totals(session, ref);
	if (session->live)
		eu_live_recycle(session->live, ref);
}

const struct eu_container eu_unknown_container = {
	.ref = UNKNOWN_REF,
	.id = "", .name = "an unknown container", .runtime = "", .image_name = "",
	.image_tag = "", .image_digest = "", .image_id = "", .cgroup = "", .created = "",
};

/* False: nobody takes its facts. */
static bool hand_over(struct eu_session *session, const struct eu_container *container)
{
	struct eu_report *report;
	int ret;

	if (!session->on_forget || eu_report_take_one(&report, session, container, NULL))
		return false;
	ret = session->on_forget(session->forget_context, report);
	eu_report_free(report);
	return !ret;
}

static void on_forget(void *context, const struct eu_container *container)
{
	struct eu_session *session = context;

	eu_keep_totals(session, container->ref);
	if (session->facts && eu_session_reports(session, container)) {
		if (hand_over(session, container))
			session->handed_over++;
		else
			session->forgotten++;
	}
	if (session->facts)
		eu_facts_forget(session->facts, container->ref);
	eu_meant_forget(session, container);
	eu_ledger_reassign(&session->dropped, container, &eu_unknown_container);
	eu_ledger_reassign(&session->stated, container, &eu_unknown_container);
}

struct answer {
	struct eu_session *session;
	void (*hear)(void *listener, const struct eu_head *record);
	void *listener;
};

/* What the host said goes into the recording: a replay has nobody to ask. */
static void take_answer(void *context, const struct eu_head *record)
{
	const struct answer *answer = context;

	eu_keep_lookup(answer->session, record);
	answer->hear(answer->listener, record);
}

static void look_up(void *context, uint32_t pid,
		    void (*hear)(void *listener, const struct eu_head *record), void *listener)
{
	struct eu_session *session = context;
	struct answer answer = {.session = session, .hear = hear, .listener = listener};

	if (session->replay)
		eu_feed_lookup(session, pid, hear, listener);
	else
		eu_host_lookup(session->live, pid, session->last_time, &session->told, take_answer, &answer);
}

const struct eu_world_ops eu_pipeline_world_ops = {
	.say = say,
	.ask = eu_engines_ask,
	.gone = on_gone,
	.forget = on_forget,
	.lookup = look_up,
};

void eu_pipeline_round(struct eu_session *session)
{
	const struct eu_head *record;

	if (session->replay) {
		if (!session->ended && !eu_feed_round(session)) {
			session->ended = true;
			eu_meant_end(session);
		}
		return;
	}
	eu_live_round(session->live);
	while ((record = eu_live_next(session->live))) {
		take(session, record);
		eu_live_pop(session->live, record);
	}
	eu_ends_round(session);
	if (session->hold.n)
		eu_live_stay_awake(session->live);
	eu_live_rest(session->live);
	eu_engines_hear(session);
	eu_hold_round(session);
	eu_keep_round(session);
}

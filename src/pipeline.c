/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All stages on one page:
 *
 *	source   the kernel's rings, merged by time            source/live.c, order/merge.c
 *	redact   secrets in arguments are gone from here on     redact.c
 *	world    containers, processes, peers, from records    world/world.c, world/peers.c
 *	schema   what the record is                            schema/
 *	select   is it wanted?                                 select.c
 *	files    bytes read and written, told once a second    facts/files.c
 *	flows    datagrams by peer, the same                    facts/flows.c
 *	facts    what a report tells                           facts/facts.c
 *	callback sinks
 *
 * Names travel as records of their own, so that a recording needs nothing else.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include <eunomia/events.h>
#include <eunomia/session.h>

#include "bpf/shared.h"
#include "event_ids.h"

#include "cleanup.h"
#include "facts/facts.h"
#include "facts/files.h"
#include "facts/flows.h"
#include "loss.h"
#include "meta/meta.h"
#include "redact.h"
#include "select.h"
#include "session.h"
#include "source/iterators.h"
#include "source/live.h"
#include "world/bind.h"
#include "world/host.h"
#include "world/metadata.h"
#include "world/peers.h"
#include "world/proxies.h"
#include "world/record.h"
#include "world/world.h"

#define DEFAULT_MEMORY (64u << 20)

struct eu_session {
	struct eu_select *select;
	struct eu_live *live;
	struct eu_world *world;
	struct eu_peers *peers;
	struct eu_meta *meta;
	struct eu_facts *facts; /* of a report; or NULL */
	struct eu_flows *flows; /* when `udp` is wanted; or NULL */
	struct eu_files *files; /* when `io` is wanted; or NULL */
	int flush_timer;
	struct eu_redact *redact;
	struct eu_ledger ledger, dropped; /* dropped: said by eu_session_add_loss */
	enum eu_mode mode;
	size_t memory;
	uint32_t *pids;
	size_t n_pids;
	uint32_t command_pid;
	bool durations;
	uint32_t buffer_bytes;
	struct eu_bind bind;      /* with a command: what it was told … */
	bool bound[EU_MAX_SLOTS]; /* … and its containers */
	bool silent;              /* what the world says now is not shown */
	int epoll;
	char host[256];
	uint64_t seq, wall_offset, last_time, started;
	eu_event_fn on_event;
	void *context;
	struct eu_builder builder, redacted;
};

/* ---- one record through all stages ---- */

static bool watches_host(const struct eu_session *session)
{
	return session->n_pids || eu_select_host(session->select);
}

static void show(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_event_desc *desc = eu_schema_event(record->type);
	struct eu_event event = {
		.desc = desc,
		.record = record,
		.seq = session->seq + 1,
		.time = record->time + session->wall_offset,
		.host = session->host,
	};

	if (!desc || desc->internal || record->size < desc->size)
		return;
	/* a runtime's fork into a container comes for the child's sake */
	if (!record->container && !watches_host(session))
		return;
	event.container = eu_world_container(session->world, record->container) ?:
			  eu_world_remembered(session->world, record->container);
	event.peer = eu_peers_find(session->peers, record);
	if (record->type != EU_TYPE(eu_event_container))
		event.process = eu_world_process(session->world, record);
	if (session->facts)
		event.parent = eu_world_parent(session->world, event.process);
	if (event.container && !eu_session_selects(session, event.container))
		return;
	if (!eu_select_match(session->select, &event))
		return;
	session->seq++;
	if (session->facts)
		eu_facts_event(session->facts, &event);
	session->on_event(session->context, &event);
}

static void take(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_event_desc *desc = eu_schema_event(record->type);

	if (!desc || record->size < desc->size)
		return;
	record = eu_redact_record(session->redact, record, &session->redacted);
	session->last_time = record->time;
	if (session->command_pid)
		eu_bind_record(&session->bind, record);
	if (session->files && record->type == EU_TYPE(eu_event_file_seen))
		eu_files_seen(session->files, record);
	eu_world_apply(session->world, record);
	eu_peers_apply(session->peers, record);
	show(session, record);
	eu_world_settle(session->world, record);
}

/* ---- what the world asks for ---- */

static void say(void *context, const struct eu_head *record)
{
	struct eu_session *session = context;

	if (!session->silent)
		show(session, record);
}

/* What was found out becomes a record like any other. */
static void take_info(struct eu_session *session, eu_ref ref, const struct eu_container_info *info)
{
	take(session, eu_metadata_record(&session->builder, ref, info, session->last_time));
}

/* pid: the process that made it. */
static void bind_container(struct eu_session *session, const struct eu_container *container,
			   uint32_t pid)
{
	bool *bound = &session->bound[EU_REF_SLOT(container->ref) & (EU_MAX_SLOTS - 1)];

	*bound = (pid && eu_live_watches(session->live, pid)) ||
		 eu_bind_has(&session->bind, container->id);
	if (session->command_pid && !*bound)
		eu_live_mute(session->live, container->ref, true);
}

/* Files are asked now, which takes microseconds; daemons in their own time. */
static void ask(void *context, const struct eu_container *container, uint32_t pid)
{
	struct eu_session *session = context;
	struct eu_container_info *info;
	eu_ref ref = container->ref;

	bind_container(session, container, pid);
	if (container->init_pid)
		pid = container->init_pid;
	eu_meta_ask(session->meta, container->id, container->cgroup, pid, ref);
	if (eu_meta_read_bundle(container->id, container->cgroup, pid,
				eu_meta_made_with(session->meta), &info))
		return;
	session->silent = true;
	take_info(session, ref, info);
	session->silent = false;
	eu_container_info_free(info);
}

static void on_answer(void *context, uint64_t cookie, const struct eu_container_info *info,
		      enum eu_meta_action action)
{
	struct eu_session *session = context;
	const struct eu_container *container = eu_world_container(session->world, cookie);

	if (action != EU_META_NONE && container)
		take_info(session, cookie, info);
	if (container && info->final && eu_select_needs_names(session->select))
		eu_live_mute(session->live, cookie, !eu_session_selects(session, container));
}

static void take_said(void *context, const struct eu_head *record)
{
	take(context, record);
}

static void flush_files(struct eu_session *session, eu_ref ref, bool over)
{
	if (session->files)
		eu_files_flush(session->files, session->live, ref, over, session->last_time,
			       take_said, session);
	if (session->flows)
		eu_flows_flush(session->flows, session->live, ref, over, session->last_time,
			       take_said, session);
}

static void on_gone(void *context, eu_ref ref)
{
	struct eu_session *session = context;

	flush_files(session, ref, true);
	if (session->facts)
		eu_facts_collect(session->facts, session->live, ref, true);
	eu_live_recycle(session->live, ref);
}

static void on_forget(void *context, eu_ref ref)
{
	struct eu_session *session = context;

	if (session->facts)
		eu_facts_forget(session->facts, ref);
}

/* ---- life of a session ---- */

static int copy_options(struct eu_session *session, const struct eu_session_options *options)
{
	session->mode = options->mode;
	session->memory = options->memory ?: DEFAULT_MEMORY;
	session->command_pid = options->command_pid;
	session->durations = options->durations;
	session->buffer_bytes = options->buffer_bytes;
	session->pids = calloc(options->select.n_pids + 1, sizeof(*session->pids));
	if (!session->pids)
		return -ENOMEM;
	for (; session->n_pids < options->select.n_pids; session->n_pids++)
		session->pids[session->n_pids] = options->select.pids[session->n_pids];
	if (options->command_pid)
		session->pids[session->n_pids++] = options->command_pid;
	return 0;
}

static void free_session(struct eu_session **session)
{
	eu_session_free(*session);
}

int eu_session_new(struct eu_session **out, const struct eu_session_options *options,
		   struct eu_error *err)
{
	eu_cleanup(free_session) struct eu_session *session = calloc(1, sizeof(*session));
	struct eu_meta_options meta = {.sockets = options->sockets,
				       .n_sockets = options->n_sockets,
				       .state_dirs = options->state_dirs,
				       .n_state_dirs = options->n_state_dirs};
	struct eu_world_ops ops = {.say = say,
				   .ask = ask,
				   .gone = on_gone,
				   .forget = on_forget,
				   .lookup = eu_host_lookup,
				   .context = session};
	int ret;

	if (!session || copy_options(session, options))
		return eu_fail(err, ENOMEM, "out of memory");
	session->epoll = session->flush_timer = -1;
	gethostname(session->host, sizeof(session->host) - 1);
	ret = eu_select_new(&session->select, &options->select, err) ?:
	      eu_redact_new(&session->redact, options->redact, options->n_redact, err);
	if (!ret)
		ret = eu_world_new(&session->world, &ops, err) ?:
		      eu_peers_new(&session->peers, session->world, err) ?:
		      eu_meta_new(&session->meta, &meta, err);
	if (!ret && options->mode == EU_MODE_REPORT) {
		eu_select_facts(session->select);
		ret = eu_facts_new(&session->facts, err);
	}
	if (!ret)
		*out = eu_take(session);
	return ret;
}

static uint64_t clock_ns(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return now.tv_sec * 1000000000ull + now.tv_nsec;
}

static int watch_fd(struct eu_session *session, int fd, struct eu_error *err)
{
	struct epoll_event event = {.events = EPOLLIN};

	if (epoll_ctl(session->epoll, EPOLL_CTL_ADD, fd, &event))
		return eu_fail(err, errno, "cannot wait for events: %s", strerror(errno));
	return 0;
}

static void take_found(void *context, const struct eu_head *record)
{
	take(context, record);
}

static int open_source(struct eu_session *session, struct eu_error *err)
{
	struct eu_live_options options = {
		.events = eu_select_events(session->select),
		.n_events = EU_MAX_TYPES,
		.plans = eu_select_plans(session->select),
		.ring_bytes = session->memory / 4,
		.pids = session->pids,
		.n_pids = session->n_pids,
		.host = watches_host(session),
		.tree = session->n_pids,
		.tree_only = session->n_pids && !session->command_pid,
		.failed = eu_select_failed(session->select),
		.durations = session->durations,
		.buffer_bytes = session->buffer_bytes,
		.count = session->facts != NULL,
		.count_files = session->files != NULL,
	};
	int ret;

	if (session->command_pid)
		eu_select_want(session->select, EU_TYPE(eu_event_answer));
	options.uids = eu_select_uids(session->select, &options.n_uids);
	ret = eu_live_new(&session->live, &options, err);
	if (!ret && session->facts)
		eu_facts_clock(session->facts, session->live, session->wall_offset);
	return ret;
}

/* Totals are told even when nothing else happens. */
static int start_flushing(struct eu_session *session, struct eu_error *err)
{
	const struct itimerspec second = {.it_interval.tv_sec = 1, .it_value.tv_sec = 1};

	const bool *events = eu_select_events(session->select);
	int ret = 0;

	if (events[EU_TYPE(eu_event_io)])
		ret = eu_files_new(&session->files, err);
	if (!ret && events[EU_TYPE(eu_event_udp)])
		ret = eu_flows_new(&session->flows, err);
	if (ret || (!session->files && !session->flows))
		return ret;
	session->flush_timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	if (session->flush_timer < 0 || timerfd_settime(session->flush_timer, 0, &second, NULL))
		return eu_fail(err, errno, "cannot make a timer: %s", strerror(errno));
	return watch_fd(session, session->flush_timer, err);
}

int eu_session_start(struct eu_session *session, eu_event_fn on_event, void *context,
		     struct eu_error *err)
{
	int ret;

	session->on_event = on_event;
	session->context = context;
	session->started = clock_ns(CLOCK_REALTIME);
	session->wall_offset = session->started - clock_ns(CLOCK_MONOTONIC);
	session->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (session->epoll < 0)
		return eu_fail(err, errno, "cannot wait for events: %s", strerror(errno));
	ret = start_flushing(session, err) ?: open_source(session, err);
	if (!ret)
		ret = watch_fd(session, eu_live_fd(session->live), err) ?:
		      watch_fd(session, eu_meta_fd(session->meta), err);
	if (!ret)
		ret = eu_host_discover(session->live, eu_meta_made_with(session->meta), take_found,
				       session, err);
	if (!ret) {
		eu_proxies_discover(session->live, take_found, session);
		ret = eu_iterators_run(eu_live_bpf(session->live), err);
	}
	return ret;
}

int eu_session_fd(const struct eu_session *session)
{
	return session->epoll;
}

static void run_round(struct eu_session *session)
{
	const struct eu_head *record;

	eu_live_round(session->live);
	while ((record = eu_live_next(session->live))) {
		take(session, record);
		eu_live_pop(session->live, record);
	}
	eu_live_rest(session->live);
}

int eu_session_dispatch(struct eu_session *session, struct eu_error *err)
{
	uint64_t ticks;

	(void)err;
	run_round(session);
	if (session->flush_timer >= 0 && read(session->flush_timer, &ticks, sizeof(ticks)) > 0)
		flush_files(session, 0, false);
	eu_meta_dispatch(session->meta, on_answer, session);
	return 0;
}

int eu_session_stop(struct eu_session *session, struct eu_error *err)
{
	int ret;

	if (!session->live)
		return 0;
	eu_live_detach(session->live);
	ret = eu_session_dispatch(session, err);
	flush_files(session, 0, true);
	return ret;
}

/* ---- what is known ---- */

static void add_loss(void *context, const struct eu_loss_key *key, uint64_t count)
{
	struct eu_session *session = context;
	const struct eu_event_desc *desc = eu_schema_event(key->type);

	eu_ledger_add(&session->ledger, eu_world_remembered(session->world, key->container),
		      desc ? desc->name : "any", eu_place_name(key->place), count);
}

const struct eu_loss *eu_session_loss(struct eu_session *session, size_t *n)
{
	eu_ledger_clear(&session->ledger);
	if (session->live)
		eu_live_losses(session->live, add_loss, session);
	if (session->facts && eu_facts_lost(session->facts))
		eu_ledger_add(&session->ledger, NULL, "any", "facts", eu_facts_lost(session->facts));
	for (size_t i = 0; i < session->dropped.n; i++) {
		const struct eu_loss *loss = &session->dropped.entries[i];

		eu_ledger_add(&session->ledger, loss->container, loss->class, loss->place,
			      loss->count);
	}
	*n = session->ledger.n;
	return session->ledger.entries;
}

void eu_session_add_loss(struct eu_session *session, const struct eu_event *event,
			 const char *place, uint64_t count)
{
	eu_ledger_add(&session->dropped, event ? event->container : NULL,
		      event ? event->desc->name : "any", place, count);
}

uint64_t eu_session_events(const struct eu_session *session)
{
	return session->seq;
}

void eu_session_containers(struct eu_session *session,
			   bool (*each)(void *context, const struct eu_container *container),
			   void *context)
{
	eu_world_containers(session->world, each, context);
}

/* ---- for the readers of facts ---- */

struct eu_facts *eu_session_facts(struct eu_session *session)
{
	return session->facts;
}

void eu_session_flush(struct eu_session *session)
{
	flush_files(session, 0, false);
}

struct eu_world *eu_session_world(struct eu_session *session)
{
	return session->world;
}

struct eu_live *eu_session_live(struct eu_session *session)
{
	return session->live;
}

const char *eu_session_host(const struct eu_session *session)
{
	return session->host;
}

void eu_session_span(const struct eu_session *session, uint64_t *first, uint64_t *last)
{
	*first = session->started;
	*last = clock_ns(CLOCK_MONOTONIC) + session->wall_offset;
}

bool eu_session_selects(const struct eu_session *session, const struct eu_container *container)
{
	if (session->command_pid && !session->bound[EU_REF_SLOT(container->ref) & (EU_MAX_SLOTS - 1)])
		return false;
	return eu_select_container(session->select, container);
}

void eu_session_free(struct eu_session *session)
{
	if (!session)
		return;
	eu_live_free(session->live);
	eu_meta_free(session->meta);
	eu_peers_free(session->peers);
	eu_world_free(session->world);
	eu_select_free(session->select);
	eu_redact_free(session->redact);
	eu_facts_free(session->facts);
	eu_files_free(session->files);
	eu_flows_free(session->flows);
	if (session->flush_timer >= 0)
		close(session->flush_timer);
	eu_ledger_clear(&session->ledger);
	eu_ledger_clear(&session->dropped);
	free(session->pids);
	if (session->epoll >= 0)
		close(session->epoll);
	free(session);
}

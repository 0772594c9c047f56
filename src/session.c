/* SPDX-License-Identifier: Apache-2.0 */
/* The life of a session around the pipeline: made, started, stopped, asked. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include <eunomia/events.h>
#include <eunomia/session.h>

#include "event_ids.h"

#include "cleanup.h"
#include "clock.h"
#include "facts/counters.h"
#include "facts/facts.h"
#include "facts/files.h"
#include "facts/flows.h"
#include "meant.h"
#include "pipeline.h"
#include "record/feed.h"
#include "record/keep.h"
#include "record/recorder.h"
#include "record/replay.h"
#include "schema/named.h"
#include "source/iterators.h"
#include "world/host.h"
#include "world/datagrams.h"
#include "world/proxies.h"

#define DEFAULT_MEMORY (64u << 20)

/* ---- life of a session ---- */

static int copy_options(struct eu_session *session, const struct eu_session_options *options)
{
	session->mode = options->mode;
	session->memory = options->memory ?: DEFAULT_MEMORY;
	session->command_pid = options->command_pid;
	session->durations = options->durations;
	session->buffer_bytes = options->buffer_bytes;
	session->recorder = options->recorder;
	session->recording = options->recording;
	session->from = options->from;
	session->to = options->to ?: UINT64_MAX;
	session->whole_counts = options->whole_counts;
	session->pids = calloc(options->select.n_pids + 1, sizeof(*session->pids));
	if (!session->pids)
		return -ENOMEM;
	for (; session->n_pids < options->select.n_pids; session->n_pids++)
		session->pids[session->n_pids] = options->select.pids[session->n_pids];
	if (options->command_pid)
		session->pids[session->n_pids++] = options->command_pid;
	return 0;
}

/* A count has neither name, user nor result, and what a recording has counted has no process. */
static int check_selection(const struct eu_session_options *options, struct eu_error *err)
{
	const struct eu_selection *select = &options->select;

	if (options->mode == EU_MODE_TRACE)
		return 0;
	if (select->n_comms || select->n_exclude_comms || select->n_uids || select->failed ||
	    select->filter)
		return eu_fail(err, EINVAL, "facts are counted for a container as a whole: only a "
			       "trace can be of names, users, results or a filter");
	if (options->recording && select->n_pids)
		return eu_fail(err, EINVAL, "a recording has counted for containers as a whole: "
			       "its facts cannot be those of some processes, but a replay can");
	return 0;
}

static int check_options(const struct eu_session_options *options, struct eu_error *err)
{
	if (options->mode < EU_MODE_TRACE || options->mode > EU_MODE_FULL)
		return eu_fail(err, EINVAL, "there is no mode %d", options->mode);
	if (options->buffer_bytes > EU_BUFFER_MAX)
		return eu_fail(err, EINVAL, "of a buffer at most %d bytes are copied, not %u",
			       EU_BUFFER_MAX, options->buffer_bytes);
	return check_selection(options, err);
}

static void free_session(struct eu_session **session)
{
	eu_session_free(*session);
}

int eu_session_new(struct eu_session **out, const struct eu_session_options *options,
		   struct eu_error *err)
{
	eu_cleanup(free_session) struct eu_session *session = NULL;
	struct eu_meta_options meta = {.sockets = options->sockets,
				       .n_sockets = options->n_sockets,
				       .state_dirs = options->state_dirs,
				       .n_state_dirs = options->n_state_dirs};
	struct eu_world_ops ops = eu_pipeline_world_ops;
	int ret = check_options(options, err);

	if (ret)
		return ret;
	session = calloc(1, sizeof(*session));
	if (!session)
		return eu_fail(err, ENOMEM, "out of memory");
	ops.context = session;
	session->epoll = session->flush_timer = -1;
	if (copy_options(session, options))
		return eu_fail(err, ENOMEM, "out of memory");
	gethostname(session->host, sizeof(session->host) - 1);
	ret = (options->recording ? eu_feed_select(session, options, err) :
				    eu_select_new(&session->select, &options->select, err)) ?:
	      eu_redact_new(&session->redact, options->redact, options->n_redact, err);
	if (!ret)
		ret = eu_world_new(&session->world, &ops, err) ?:
		      eu_peers_new(&session->peers, session->world, err);
	if (!ret && !options->recording) /* that has the names, and asks nobody */
		ret = eu_meta_new(&session->meta, &meta, err);
	if (!ret && options->mode != EU_MODE_TRACE) {
		eu_select_facts(session->select, options->mode == EU_MODE_FULL);
		ret = eu_facts_new(&session->facts, err);
	}
	if (!ret && options->recorder)
		ret = eu_header_copy_selection(&session->header, &options->select) ?
			      eu_fail(err, ENOMEM, "out of memory") : 0;
	if (!ret)
		*out = eu_take(session);
	return ret;
}

static int watch_fd(struct eu_session *session, int fd, struct eu_error *err)
{
	struct epoll_event event = {.events = EPOLLIN};

	if (epoll_ctl(session->epoll, EPOLL_CTL_ADD, fd, &event))
		return eu_fail(err, errno, "cannot wait for events: %s", strerror(errno));
	return 0;
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
		.host = eu_session_watches_host(session),
		.tree = session->n_pids,
		.tree_only = session->n_pids && !session->command_pid,
		.failed = eu_select_failed(session->select),
		.durations = session->durations,
		.buffer_bytes = session->buffer_bytes,
		.count = session->facts != NULL,
		.count_files = session->files != NULL,
		.every_open = session->mode == EU_MODE_FULL,
	};

	if (session->command_pid)
		eu_select_want(session->select, EU_TYPE(eu_event_answer));
	options.uids = eu_select_uids(session->select, &options.n_uids);
	return eu_live_new(&session->live, &options, err);
}

static bool tells_sockets(const bool *events)
{
	return events[EU_TYPE(eu_event_udp)] || events[EU_TYPE(eu_event_traffic)] ||
	       events[EU_TYPE(eu_event_close)];
}

/* Totals are told even when nothing else happens. */
static int start_flushing(struct eu_session *session, struct eu_error *err)
{
	const struct itimerspec second = {.it_interval.tv_sec = 1, .it_value.tv_sec = 1};
	const bool *events = eu_select_events(session->select);
	int ret = 0;

	if (events[EU_TYPE(eu_event_io)])
		ret = eu_files_new(&session->files, err);
	if (!ret && tells_sockets(events))
		ret = eu_flows_new(&session->flows, err) ?:
		      eu_datagrams_new(&session->datagrams, session->peers, err);
	if (!ret && session->facts)
		ret = eu_counters_new(&session->counters, err);
	if (ret || (!session->files && !session->flows && !session->counters && !session->recorder))
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
	session->wall_offset = eu_clock_ns(CLOCK_REALTIME) - eu_now_ns();
	if (session->recording)
		return eu_feed_begin(session, err);
	if (session->facts)
		eu_facts_clock(session->facts, session->wall_offset);
	session->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (session->epoll < 0)
		return eu_fail(err, errno, "cannot wait for events: %s", strerror(errno));
	ret = start_flushing(session, err) ?: open_source(session, err);
	session->started = eu_clock_ns(CLOCK_REALTIME); /* nothing was seen before */
	if (!ret)
		ret = eu_keep_begin(session, err);
	if (!ret)
		ret = watch_fd(session, eu_live_fd(session->live), err) ?:
		      watch_fd(session, eu_meta_fd(session->meta), err);
	if (!ret)
		ret = eu_host_discover(session->live, eu_meta_made_with(session->meta),
				       session->command_pid, eu_pipeline_take_present, session, err);
	if (!ret) {
		eu_proxies_discover(session->live, session->world, eu_pipeline_take_present,
				    session);
		ret = eu_iterators_run(eu_live_bpf(session->live), eu_pipeline_take_present,
				       session, err);
	}
	return ret;
}

int eu_session_fd(const struct eu_session *session)
{
	return session->epoll;
}

int eu_session_dispatch(struct eu_session *session, struct eu_error *err)
{
	uint64_t ticks; /* since the last look */

	(void)err;
	eu_pipeline_round(session);
	if (session->flush_timer >= 0 && read(session->flush_timer, &ticks, sizeof(ticks)) > 0)
		eu_pipeline_tick(session, ticks);
	return 0;
}

static void know_who_lost(void *context, const struct eu_loss_key *key, uint64_t count)
{
	struct eu_session *session = context;

	(void)count;
	eu_pipeline_know(session, key->container, session->last_time);
}

int eu_session_stop(struct eu_session *session, struct eu_error *err)
{
	int ret;

	if (!session->live)
		return 0;
	eu_live_detach(session->live);
	eu_meta_look(session->meta);
	ret = eu_session_dispatch(session, err);
	eu_hold_end(session);
	eu_meant_end(session);
	eu_live_losses(session->live, know_who_lost, session);
	eu_pipeline_flush(session, 0, true);
	session->stopped = eu_now_ns() + session->wall_offset;
	eu_keep_end(session);
	return ret;
}

/* ---- what is known ---- */

static void add_loss(void *context, const struct eu_loss_key *key, uint64_t count)
{
	struct eu_session *session = context;
	const struct eu_event_desc *desc = eu_schema_event(key->type);
	const struct eu_container *container = eu_world_remembered(session->world, key->container);

	if (!container && key->container)
		container = &eu_unknown_container;
	eu_ledger_add(&session->ledger, container, desc ? desc->name : "any",
		      eu_place_name(key->place), count);
}

/* Facts are made anew in a replay, and find no room anew: what the recording says of that is what
 * was. */
static bool has_recorded_facts_loss(const struct eu_session *session)
{
	for (size_t i = 0; i < session->stated.n; i++)
		if (!strcmp(session->stated.entries[i].place, "facts"))
			return true;
	return false;
}

static void add_facts_loss(void *context, eu_ref ref, const char *class, uint64_t count)
{
	struct eu_session *session = context;
	const struct eu_container *container = eu_world_remembered(session->world, ref);

	if (!container && ref)
		container = &eu_unknown_container;
	eu_ledger_add(&session->ledger, container, class, "facts", count);
}

static void add_all(struct eu_ledger *ledger, const struct eu_ledger *more)
{
	for (size_t i = 0; i < more->n; i++)
		eu_ledger_add(ledger, more->entries[i].container, more->entries[i].class,
			      more->entries[i].place, more->entries[i].count);
}

/* How often there was no memory for something, whosever it was. */
static uint64_t starved(const struct eu_session *session)
{
	return eu_world_starved(session->world) + eu_peers_starved(session->peers) +
	       (session->facts ? eu_facts_starved(session->facts) : 0) +
	       (session->counters ? eu_counters_starved(session->counters) : 0) +
	       (session->files ? eu_files_starved(session->files) : 0) +
	       (session->flows ? eu_flows_starved(session->flows) : 0) +
	       (session->datagrams ? eu_datagrams_starved(session->datagrams) : 0) +
	       (session->replay ? eu_replay_starved(session->replay) : 0);
}

const struct eu_loss *eu_session_loss(struct eu_session *session, size_t *n)
{
	eu_ledger_clear(&session->ledger);
	if (session->live)
		eu_live_losses(session->live, add_loss, session);
	if (session->recorder)
		eu_recorder_losses(session->recorder, add_loss, session);
	if (session->facts && !has_recorded_facts_loss(session))
		eu_facts_losses(session->facts, add_facts_loss, session);
	if (starved(session))
		eu_ledger_add(&session->ledger, NULL, "any", EU_PLACE_MEMORY, starved(session));
	if (session->forgotten)
		eu_ledger_add(&session->ledger, NULL, "container", EU_PLACE_FORGOTTEN,
			      session->forgotten);
	add_all(&session->ledger, &session->stated);
	add_all(&session->ledger, &session->dropped);
	*n = session->ledger.n;
	return session->ledger.entries;
}

void eu_session_add_loss(struct eu_session *session, const struct eu_event *event,
			 const char *place, uint64_t count)
{
	const struct eu_container *container = event ? event->container : NULL;

	if (event && !container) /* a sink keeps no more of an event than its head */
		container = eu_world_remembered(session->world, event->record->container);
	eu_ledger_add(&session->dropped, container,
		      event ? event->desc->name : "any", place, count);
}

void eu_session_on_forget(struct eu_session *session, eu_forget_fn on_forget, void *context)
{
	session->on_forget = on_forget;
	session->forget_context = context;
}

uint64_t eu_session_handed_over(const struct eu_session *session)
{
	return session->handed_over;
}

/* Containers of which something has not been told that matters. */
struct lack {
	struct eu_session *session;
	size_t unnamed, partly; /* of the latter: what was asked for */
};

/* One that may have been asked for counts, too. */
static bool count_lack(void *context, const struct eu_container *container)
{
	struct lack *lack = context;
	bool may_mean = eu_session_may_mean(lack->session, container);

	if (eu_metadata_missing(container))
		lack->unnamed += may_mean || eu_session_selects(lack->session, container);
	else
		lack->partly += may_mean;
	return true;
}

static void say_lack(struct eu_session *session, char *out, size_t size)
{
	struct lack lack = {.session = session};
	int n = 0;

	*out = '\0';
	eu_world_containers(session->world, count_lack, &lack);
	if (lack.unnamed)
		n = snprintf(out, size, "nobody told of %zu container%s (metadata_missing)",
			     lack.unnamed, lack.unnamed == 1 ? "" : "s");
	if (lack.partly)
		snprintf(out + n, size - n, "%snobody told image or labels of %zu container%s, which "
			 "may be meant", n ? "; " : "", lack.partly, lack.partly == 1 ? "" : "s");
}

const char *eu_session_trouble(struct eu_session *session)
{
	const char *reason = "";
	char missing[160];
	struct eu_meta_stats stats = {};

	if (session->live && !eu_hierarchy_is_whole(eu_live_hierarchy(session->live))) {
		snprintf(session->trouble, sizeof(session->trouble),
			 "containers that ran already may be missing: %.100s is not the host's; "
			 "mount the host's there", eu_live_hierarchy(session->live)->mount);
		return session->trouble;
	}
	if (session->meta)
		eu_meta_stats(session->meta, &stats);
	if (stats.dropped || stats.refused) {
		snprintf(session->trouble, sizeof(session->trouble),
			 "names, and what engines say of containers, may be missing: more came at once "
			 "than there was room for (%llu questions, %llu answers)",
			 (unsigned long long)stats.refused, (unsigned long long)stats.dropped);
		return session->trouble;
	}
	if (stats.malformed || stats.too_large || stats.timed_out || stats.unreachable)
		reason = *stats.last_error ? stats.last_error : "a runtime did not answer well";
	say_lack(session, missing, sizeof(missing));
	if (!*reason && !*missing)
		return NULL;
	snprintf(session->trouble, sizeof(session->trouble), "names may be missing: %.140s%s%s", reason,
		 *reason && *missing ? "; " : "", missing);
	return session->trouble;
}

/* One that is asked to be quiet does not say, and BuildKit gives its containers ids of its own. */
const char *eu_session_unfollowed(const struct eu_session *session)
{
	if (session->bind.builds <= session->bind.told_builds)
		return NULL;
	return "containers that were begun to build an image may be missing: the daemon did not tell the "
	       "command which ones those are (with --quiet and with BuildKit it does not)";
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

const struct eu_recording_info *eu_session_recording(const struct eu_session *session)
{
	return session->recording ? eu_recording_info(session->recording) : NULL;
}

void eu_session_flush(struct eu_session *session)
{
	eu_pipeline_flush(session, 0, false);
}

struct eu_world *eu_session_world(struct eu_session *session)
{
	return session->world;
}

const char *eu_session_host(const struct eu_session *session)
{
	return session->host;
}

void eu_session_span(const struct eu_session *session, uint64_t *first, uint64_t *last)
{
	*first = session->started;
	*last = session->stopped  ? session->stopped
		: session->replay ? session->last_time + session->wall_offset
				  : eu_now_ns() + session->wall_offset;
}

bool eu_session_goes_on(const struct eu_session *session)
{
	const struct eu_recording_info *info = eu_session_recording(session);

	return info ? !info->closed && session->to >= info->to : session->live && !session->stopped;
}

bool eu_session_ended(const struct eu_session *session)
{
	return session->ended;
}

void eu_session_free(struct eu_session *session)
{
	if (!session)
		return;
	eu_live_free(session->live);
	eu_meta_free(session->meta);
	eu_datagrams_free(session->datagrams);
	eu_peers_free(session->peers);
	eu_world_free(session->world);
	eu_select_free(session->select);
	eu_select_free(session->recorded);
	eu_replay_free(session->replay);
	eu_header_free(&session->header);
	for (size_t i = 0; i < session->n_words; i++)
		free(session->words[i]);
	free(session->words);
	free(session->watched);
	free(session->meant);
	eu_redact_free(session->redact);
	eu_facts_free(session->facts);
	eu_counters_free(session->counters);
	eu_files_free(session->files);
	eu_flows_free(session->flows);
	if (session->flush_timer >= 0)
		close(session->flush_timer);
	eu_untold_clear(&session->untold);
	eu_hold_clear(&session->hold);
	eu_ledger_clear(&session->ledger);
	eu_ledger_clear(&session->dropped);
	eu_ledger_clear(&session->stated);
	free(session->pids);
	if (session->epoll >= 0)
		close(session->epoll);
	free(session);
}

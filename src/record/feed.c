/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>

#include "event_ids.h"

#include "cleanup.h"
#include "facts/facts.h"
#include "pipeline.h"
#include "record/feed.h"
#include "record/keep.h"
#include "record/replay.h"
#include "record/summary.h"
#include "world/peers.h"
#include "world/record.h"

#define ROUND 4096 /* records, and then others may have a word */
#define MAX_WORDS 1024

/* ---- what was lost ---- */

/* A word that lives as long as the session. The recording may say any, but not any number. */
static const char *keep_word(struct eu_session *session, const struct eu_head *record,
			     struct eu_str str)
{
	size_t len;
	const char *text = eu_record_text(record, str, &len);
	char **words;

	for (size_t i = 0; i < session->n_words; i++)
		if (strlen(session->words[i]) == len && !memcmp(session->words[i], text, len))
			return session->words[i];
	words = session->n_words < MAX_WORDS ?
			realloc(session->words, (session->n_words + 1) * sizeof(*words)) : NULL;
	if (!words)
		return "any";
	session->words = words;
	words[session->n_words] = strndup(text, len < 64 ? len : 64);
	return words[session->n_words] ? words[session->n_words++] : "any";
}

/* A statement says all that was lost until then, in entries of one time; whose it was may be known
 * better than before. */
static void take_loss(struct eu_session *session, const struct eu_event_loss *e)
{
	const struct eu_container *container =
		eu_world_remembered(session->world, e->head.container);

	if (!container && e->head.container)
		container = &eu_unknown_container;
	if (e->head.time != session->stated_at)
		eu_ledger_clear(&session->stated);
	session->stated_at = e->head.time;
	eu_ledger_set(&session->stated, container, keep_word(session, &e->head, e->class),
		      keep_word(session, &e->head, e->place), e->count);
}

static void take_gap(struct eu_session *session, uint64_t missing)
{
	session->gapped = true;
	eu_ledger_add(&session->dropped, NULL, "any", eu_place_name(EU_PLACE_RECORDING), missing);
}

/* ---- processes and their descendants ---- */

#define PIDS (1u << 22) /* the kernel's own limit */

bool eu_feed_watches(const struct eu_session *session, uint32_t pid)
{
	return session->watched && pid < PIDS && session->watched[pid / 64] >> pid % 64 & 1;
}

/* A child is what its parent is, whoever had its pid before. */
static void inherit(struct eu_session *session, uint32_t parent, uint32_t child)
{
	if (child >= PIDS)
		return;
	session->watched[child / 64] &= ~(1ull << child % 64);
	session->watched[child / 64] |= (uint64_t)eu_feed_watches(session, parent) << child % 64;
}

/* A process that was there before is asked for itself, or descends from one that is. */
static void adopt(struct eu_session *session, const struct eu_task *task)
{
	if (!eu_feed_watches(session, task->pid))
		inherit(session, task->parent_pid, task->pid);
}

static void follow(struct eu_session *session, const struct eu_head *record)
{
	const struct eu_event_fork *fork = (const void *)record;

	if (record->type == EU_TYPE(eu_event_present))
		adopt(session, &((const struct eu_event_present *)record)->task);
	else if (record->type == EU_TYPE(eu_event_known_process))
		adopt(session, &((const struct eu_event_known_process *)record)->task);
	else if (record->type == EU_TYPE(eu_event_fork) && fork->child_pid != record->pid)
		inherit(session, record->pid, fork->child_pid);
}

static bool is_asked_for(const struct eu_session *session, uint32_t pid)
{
	for (size_t i = 0; i < session->n_pids; i++)
		if (session->pids[i] == pid)
			return true;
	return false;
}

/* Are all that were recorded asked for? So are totals then, which name no process, and a child that
 * ended before anybody could look whose it was. */
static bool has_no_others(const struct eu_session *session, const struct eu_header *header)
{
	for (size_t i = 0; i < header->pids.n; i++)
		if (!is_asked_for(session, header->pids.ids[i]))
			return false;
	return header->pids.n;
}

static int watch_pids(struct eu_session *session, const struct eu_header *header,
		      struct eu_error *err)
{
	const uint32_t *pids = session->n_pids ? session->pids : header->pids.ids;
	size_t n = session->n_pids || header->bound ? session->n_pids : header->pids.n;

	session->only_watched = has_no_others(session, header);
	if (!n)
		return 0;
	session->watched = calloc(PIDS / 64, sizeof(*session->watched));
	if (!session->watched)
		return eu_fail(err, ENOMEM, "out of memory");
	for (size_t i = 0; i < n; i++)
		if (pids[i] < PIDS)
			session->watched[pids[i] / 64] |= 1ull << pids[i] % 64;
	return 0;
}

/* ---- records ---- */

/* What is known at this place is news to nobody. */
static void take_known(struct eu_session *session, const struct eu_head *record)
{
	session->silent = true;
	eu_pipeline_take(session, record);
	session->silent = false;
}

static void take_statement(struct eu_session *session, const struct eu_head *record)
{
	bool *bound = &session->bound[EU_REF_SLOT(record->container) & (EU_MAX_SLOTS - 1)];

	if (record->type == EU_TYPE(eu_event_loss))
		take_loss(session, (const void *)record);
	else if (record->type == EU_TYPE(eu_event_bound))
		*bound = true;
	else if (record->type == EU_TYPE(eu_event_end))
		session->stopped = ((const struct eu_event_end *)record)->stopped;
}

/* What had been counted where what is left of a recording begins is of the time before, whenever it was
 * told; from then on times tell. */
static void end_beginning(struct eu_session *session)
{
	if (session->beginning)
		eu_facts_until(session->facts, session->to, session->whole_counts);
	session->beginning = false;
}

static void take_item(struct eu_session *session, const struct eu_replay_item *item)
{
	if (session->watched && item->record)
		follow(session, item->record);
	switch (item->kind) {
	case EU_REPLAY_RECORD:
		end_beginning(session);
		take_statement(session, item->record);
		eu_pipeline_take(session, item->record);
		eu_replay_done(session->replay);
		break;
	case EU_REPLAY_KNOWN:
		take_statement(session, item->record);
		take_known(session, item->record);
		break;
	case EU_REPLAY_GAP:
	case EU_REPLAY_END:
		if (item->gap)
			take_gap(session, item->gap);
		break;
	}
}

bool eu_feed_round(struct eu_session *session)
{
	struct eu_replay_item item;

	for (unsigned i = 0; i < ROUND; i++) {
		eu_replay_next(session->replay, &item);
		take_item(session, &item);
		if (item.kind == EU_REPLAY_END)
			return false;
	}
	return true;
}

/* ---- answers ---- */

void eu_feed_answer(struct eu_session *session, eu_ref ref)
{
	const struct eu_head *names =
		eu_replay_aside(session->replay, EU_TYPE(eu_event_metadata), ref, 0);

	session->bound[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] =
		eu_replay_aside(session->replay, EU_TYPE(eu_event_bound), ref, 0) != NULL;
	if (names)
		take_known(session, names);
}

void eu_feed_lookup(struct eu_session *session, uint32_t pid,
		    void (*take)(void *taker, const struct eu_head *record), void *taker)
{
	eu_replay_answers(session->replay, pid, take, taker);
}

const struct eu_event_desc *eu_feed_event(const struct eu_session *session, uint16_t type)
{
	return session->replay ? eu_replay_event(session->replay, type) : NULL;
}

uint64_t eu_feed_counts_to(const struct eu_session *session)
{
	bool later = session->facts && session->to != UINT64_MAX;

	return session->to + (later ? EU_COUNTED_EVERY : 0);
}

/* An event that tells what was counted since the last one: since when, and until when. */
static bool is_counted(const struct eu_head *record, uint64_t *first, uint64_t *last)
{
	const struct eu_event_io *io = (const void *)record;
	const struct eu_event_udp *udp = (const void *)record;

	*first = *last = record->time;
	switch (record->type) {
	case EU_TYPE(eu_event_io):
		if (io->last) {
			*first = io->first;
			*last = io->last;
		}
		return true;
	case EU_TYPE(eu_event_udp):
		if (udp->first) {
			*first = udp->first;
			*last = udp->first + udp->duration;
		}
		return udp->first;
	case EU_TYPE(eu_event_traffic):
	case EU_TYPE(eu_event_close):
		*first = eu_peers_begun(record);
		return true;
	}
	return false;
}

/* Facts have what was counted in a time, whenever it is told. */
static bool is_of_time(const struct eu_session *session, const struct eu_event *event)
{
	uint64_t first, last;

	if (event->time < session->from)
		return false;
	if (!session->facts || !is_counted(event->record, &first, &last))
		return event->time <= session->to;
	return (session->whole_counts ? last : first) + session->wall_offset <= session->to &&
	       event->time <= eu_feed_counts_to(session);
}

bool eu_feed_shows(const struct eu_session *session, const struct eu_event *event)
{
	return is_of_time(session, event) &&
	       (!session->n_pids || event->record->type == EU_TYPE(eu_event_container) ||
		session->only_watched || eu_feed_watches(session, event->record->pid));
}

/* ---- life ---- */

/* What can matter at all: the places in the recording's schema of the events that are wanted. */
static void choose_types(struct eu_session *session, struct eu_replay_options *options)
{
	const bool *wanted = eu_select_events(session->select);
	uint16_t id;

	for (size_t i = 0; i < EU_CODER_TYPES; i++) {
		const struct eu_event_desc *desc =
			eu_record_schema_place(session->recording->schema, i);

		if (!desc)
			break;
		id = desc->id;
		if (eu_keep_is_essential(desc))
			options->essential |= 1ull << i % 64;
		else if (wanted[id] || !eu_schema_event(id))
			options->types |= 1ull << i % 64;
	}
}

static bool is_wanted(struct eu_session *session, const struct eu_recorded_container *recorded)
{
	const struct eu_container container = eu_summary_container(recorded);

	return recorded->renamed || eu_select_container(session->select, &container);
}

/* The containers that are wanted, when all of them are known beforehand. */
static uint64_t choose_containers(struct eu_session *session)
{
	const struct eu_recording_info *info = &session->recording->info;
	uint64_t slots = 1; /* the host's records */

	if (!info->summarised || !eu_select_needs_names(session->select) ||
	    eu_select_needs_labels(session->select))
		return UINT64_MAX;
	for (size_t i = 0; i < info->n_containers; i++)
		if (is_wanted(session, &info->containers[i]))
			slots |= info->containers[i].slots;
	return slots;
}

static int by_ref(const void *a, const void *b)
{
	eu_ref x = *(const eu_ref *)a, y = *(const eu_ref *)b;

	return (x > y) - (x < y);
}

bool eu_feed_is_meant(const struct eu_session *session, const struct eu_container *container)
{
	return session->n_meant && bsearch(&container->first_ref, session->meant, session->n_meant,
					   sizeof(*session->meant), by_ref);
}

struct meant {
	struct eu_session *session;
	bool failed;
};

static bool note_meant(void *context, const struct eu_container *container)
{
	struct meant *meant = context;
	struct eu_session *session = meant->session;
	eu_ref *all;

	if (!eu_select_container(session->select, container))
		return true;
	all = realloc(session->meant, (session->n_meant + 1) * sizeof(*all));
	meant->failed = !all;
	if (!all)
		return false;
	session->meant = all;
	all[session->n_meant++] = container->first_ref;
	return true;
}

static int note_summarised(struct meant *meant, struct eu_error *err)
{
	const struct eu_recording_info *info = &meant->session->recording->info;
	int ret = eu_recording_survey(meant->session->recording, err);

	for (size_t i = 0; !ret && i < info->n_containers; i++) {
		const struct eu_container container = eu_summary_container(&info->containers[i]);

		note_meant(meant, &container);
	}
	return ret;
}

/* Live, nobody knows what will be told of a container later. A summary has no labels. */
static int find_meant(struct eu_session *session, struct eu_error *err)
{
	struct meant meant = {.session = session};
	int ret;

	if (!eu_select_needs_names(session->select))
		return 0;
	ret = eu_select_needs_labels(session->select) ?
		      eu_recording_containers(session->recording, note_meant, &meant, err) :
		      note_summarised(&meant, err);
	if (!ret && meant.failed)
		ret = eu_fail(err, ENOMEM, "out of memory");
	if (session->n_meant)
		qsort(session->meant, session->n_meant, sizeof(*session->meant), by_ref);
	return ret;
}

/* What trace showed, where the recording says it and the replay names no events of its own. */
static bool goes_on(const struct eu_session_options *options, const struct eu_header *header)
{
	return options->mode == EU_MODE_TRACE && header->shown.kept && !options->select.n_events &&
	       !options->select.n_sets;
}

/* The one list behind the other; the words stay whose they are. NULL without memory. */
static const char **join(const struct eu_words *recorded, const char *const *own, size_t n)
{
	const char **all = calloc(recorded->n + n + 1, sizeof(*all));

	for (size_t i = 0; all && i < recorded->n; i++)
		all[i] = recorded->words[i];
	for (size_t i = 0; all && i < n; i++)
		all[recorded->n + i] = own[i];
	return all;
}

/* The events are those of the recording, without those that this replay leaves out. */
static int select_shown(struct eu_session *session, struct eu_selection select,
			const struct eu_shown *shown, struct eu_error *err)
{
	eu_auto_free const char **events =
		join(&shown->exclude_events, select.exclude_events, select.n_exclude_events);
	eu_auto_free const char **sets =
		join(&shown->exclude_sets, select.exclude_sets, select.n_exclude_sets);

	if (!events || !sets)
		return eu_fail(err, ENOMEM, "out of memory");
	select.events = (const char *const *)shown->events.words;
	select.n_events = shown->events.n;
	select.sets = (const char *const *)shown->sets.words;
	select.n_sets = shown->sets.n;
	select.exclude_events = events;
	select.n_exclude_events += shown->exclude_events.n;
	select.exclude_sets = sets;
	select.n_exclude_sets += shown->exclude_sets.n;
	return eu_select_new(&session->select, &select, err);
}

static void add_shown(struct eu_selection *select, const struct eu_shown *shown)
{
#define ADD(name)                                                          \
	select->name = (const char *const *)shown->name.words;             \
	select->n_##name = shown->name.n;
	EU_SHOWN_LISTS(ADD)
#undef ADD
	select->uids = shown->uids.ids;
	select->n_uids = shown->uids.n;
	select->failed = shown->failed;
	select->filter = shown->filter;
}

static int select_recorded(struct eu_session *session, const struct eu_header *header,
			   struct eu_error *err)
{
	struct eu_selection recorded = {
		.containers = (const char *const *)header->containers.words,
		.n_containers = header->containers.n,
		.images = (const char *const *)header->images.words,
		.n_images = header->images.n,
		.labels = (const char *const *)header->labels.words,
		.n_labels = header->labels.n,
	};

	if (session->as_shown)
		add_shown(&recorded, &header->shown);
	return eu_select_new(&session->recorded, &recorded, err);
}

int eu_feed_select(struct eu_session *session, const struct eu_session_options *options,
		   struct eu_error *err)
{
	const struct eu_header *header = &options->recording->segments[0].header;
	struct eu_error says;
	int ret;

	session->as_shown = goes_on(options, header);
	ret = session->as_shown ? select_shown(session, options->select, &header->shown, &says) :
				  eu_select_new(&session->select, &options->select, err);
	if (!ret)
		ret = select_recorded(session, header, session->as_shown ? &says : err);
	if (ret && session->as_shown)
		return eu_fail(err, -ret, "what was asked for of the recording cannot be asked for again; "
			       "--event or --set says what to show: %.300s", says.text);
	return ret;
}

/* A moment before the recorded system was started is its start. */
static uint64_t since_boot(const struct eu_session *session, uint64_t time)
{
	return time > session->wall_offset ? time - session->wall_offset : 0;
}

/* Where names are asked for, trace shows nobody outside containers, and keeps what there is of them for
 * the sake of others. */
static bool shows_host(const struct eu_session *session, const struct eu_header *header)
{
	return header->host_watched && (strcmp(header->mode, "trace") ||
					!eu_select_needs_names(session->recorded));
}

int eu_feed_begin(struct eu_session *session, struct eu_error *err)
{
	const struct eu_header *header = &session->recording->segments[0].header;
	struct eu_replay_options options = {.to = UINT64_MAX};
	int ret;

	session->started = header->started;
	session->wall_offset = header->wall_offset;
	session->host_watched = shows_host(session, header);
	session->only_bound = header->bound;
	strcpy(session->host, header->host);
	options.from = since_boot(session, session->from);
	if (session->to != UINT64_MAX)
		options.to = since_boot(session, eu_feed_counts_to(session));
	eu_select_alone(session->select);
	eu_select_alone(session->recorded);
	if (session->facts) {
		eu_facts_clock(session->facts, session->wall_offset);
		eu_facts_until(session->facts, session->to, session->whole_counts);
		session->beginning = session->recording->info.since;
		if (session->beginning)
			eu_facts_until(session->facts, UINT64_MAX, false);
	}
	choose_types(session, &options);
	options.containers = choose_containers(session);
	if (strcmp(header->architecture, eu_header_architecture()))
		return eu_fail(err, ENOTSUP,
			       "recorded on %s: its system calls have other numbers than those of %s, "
			       "where this runs; replay it there", header->architecture,
			       eu_header_architecture());
	ret = find_meant(session, err) ?: watch_pids(session, header, err);
	if (!ret)
		ret = eu_replay_new(&session->replay, session->recording, &options, err);
	session->epoll = eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK); /* readable, always */
	return ret;
}

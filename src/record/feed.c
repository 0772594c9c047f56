/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>

#include "event_ids.h"

#include "facts/facts.h"
#include "pipeline.h"
#include "record/feed.h"
#include "record/keep.h"
#include "record/replay.h"
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

static bool is_watched(const struct eu_session *session, uint32_t pid)
{
	return pid < PIDS && session->watched[pid / 64] >> pid % 64 & 1;
}

/* A child is what its parent is, whoever had its pid before. */
static void inherit(struct eu_session *session, uint32_t parent, uint32_t child)
{
	if (child >= PIDS)
		return;
	session->watched[child / 64] &= ~(1ull << child % 64);
	session->watched[child / 64] |= (uint64_t)is_watched(session, parent) << child % 64;
}

/* A process that was there before is asked for itself, or descends from one that is. */
static void adopt(struct eu_session *session, const struct eu_task *task)
{
	if (!is_watched(session, task->pid))
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

/* Totals name no process: they are of those that are asked for when no others were recorded. */
static bool has_no_others(const struct eu_session *session, const struct eu_header *header)
{
	for (size_t i = 0; i < header->n_pids; i++)
		if (!is_asked_for(session, header->pids[i]))
			return false;
	return header->n_pids;
}

static int watch_pids(struct eu_session *session, const struct eu_header *header,
		      struct eu_error *err)
{
	session->only_watched = has_no_others(session, header);
	if (!session->n_pids)
		return 0;
	session->watched = calloc(PIDS / 64, sizeof(*session->watched));
	if (!session->watched)
		return eu_fail(err, ENOMEM, "out of memory");
	for (size_t i = 0; i < session->n_pids; i++)
		if (session->pids[i] < PIDS)
			session->watched[session->pids[i] / 64] |= 1ull << session->pids[i] % 64;
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

static void take_item(struct eu_session *session, const struct eu_replay_item *item)
{
	if (session->watched && item->record)
		follow(session, item->record);
	switch (item->kind) {
	case EU_REPLAY_RECORD:
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

bool eu_feed_shows(const struct eu_session *session, const struct eu_event *event)
{
	return event->time >= session->from && event->time <= session->to &&
	       (!session->watched || event->record->type == EU_TYPE(eu_event_container) ||
		(session->only_watched && !event->record->pid) ||
		is_watched(session, event->record->pid));
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
	struct eu_container container = {
		.id = recorded->id,
		.name = recorded->name,
		.image_name = recorded->image_name,
		.image_tag = recorded->image_tag,
	};

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

	return eu_select_new(&session->recorded, &recorded, err);
}

/* A moment before the recorded system was started is its start. */
static uint64_t since_boot(const struct eu_session *session, uint64_t time)
{
	return time > session->wall_offset ? time - session->wall_offset : 0;
}

int eu_feed_begin(struct eu_session *session, struct eu_error *err)
{
	const struct eu_header *header = &session->recording->segments[0].header;
	struct eu_replay_options options = {.to = UINT64_MAX};
	int ret;

	session->started = header->started;
	session->wall_offset = header->wall_offset;
	session->host_watched = header->host_watched;
	session->only_bound = header->bound;
	strcpy(session->host, header->host);
	options.from = since_boot(session, session->from);
	if (session->to != UINT64_MAX)
		options.to = since_boot(session, session->to +
						 (session->facts ? EU_COUNTED_EVERY : 0));
	eu_select_alone(session->select);
	if (session->facts)
		eu_facts_clock(session->facts, session->wall_offset);
	choose_types(session, &options);
	options.containers = choose_containers(session);
	if (strcmp(header->architecture, eu_header_architecture()))
		return eu_fail(err, ENOTSUP,
			       "recorded on %s: its system calls have other numbers than those of %s, "
			       "where this runs; replay it there", header->architecture,
			       eu_header_architecture());
	ret = select_recorded(session, header, err) ?: watch_pids(session, header, err);
	if (!ret)
		ret = eu_replay_new(&session->replay, session->recording, &options, err);
	session->epoll = eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK); /* readable, always */
	return ret;
}

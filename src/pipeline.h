/* SPDX-License-Identifier: Apache-2.0 */
/* A session from the inside: for pipeline.c, which has the stages, and session.c, its life. */
#pragma once

#include <stdbool.h>

#include "bpf/shared.h"

#include <eunomia/report.h>

#include "ends.h"
#include "hold.h"
#include "loss.h"
#include "meta/meta.h"
#include "record/header.h"
#include "redact.h"
#include "select.h"
#include "session.h"
#include "source/live.h"
#include "untold.h"
#include "world/bind.h"
#include "world/peers.h"
#include "world/record.h"
#include "world/world.h"

struct eu_counters;
struct eu_datagrams;
struct eu_files;
struct eu_flows;
struct eu_recorder;
struct eu_recording;
struct eu_replay;

struct eu_session {
	struct eu_select *select;
	struct eu_live *live;
	struct eu_world *world;
	struct eu_peers *peers;
	struct eu_meta *meta;
	char trouble[320]; /* what was said of it last */
	struct eu_facts *facts; /* of a report; or NULL */
	struct eu_datagrams *datagrams; /* with flows; or NULL */
	struct eu_flows *flows; /* when `udp` is wanted; or NULL */
	struct eu_files *files; /* when `io` is wanted; or NULL */
	struct eu_counters *counters; /* for facts; or NULL */
	int flush_timer;
	uint64_t ticks; /* of it */
	struct eu_redact *redact;
	struct eu_ledger ledger, dropped; /* dropped: said by eu_session_add_loss */
	struct eu_ledger stated; /* the last statement of a recording that is replayed … */
	uint64_t stated_at;      /* … and its time */
	enum eu_mode mode;
	size_t memory;
	uint32_t *pids;
	size_t n_pids;
	uint32_t command_pid;
	bool durations;
	uint32_t buffer_bytes;
	struct eu_bind bind;      /* with a command: what it named and was told … */
	bool bound[EU_MAX_SLOTS]; /* … and its containers */
	bool entered;             /* a container's entrypoint has begun */
	bool silent;              /* what the world says now is not shown */
	struct eu_untold untold;
	struct eu_hold hold;
	struct eu_ends ends;
	eu_ref followed[EU_MAX_SLOTS]; /* with pids: containers that such a process has been in */
	bool command_began;       /* command_pid executes the command, and is no part of us any more */
	eu_ref unanswered[EU_MAX_SLOTS]; /* of which an engine may know more, once there is one */
	uint16_t engine_refs;     /* given to containers that an engine has created */
	int epoll;
	char host[256];
	uint64_t seq, wall_offset, last_time, started, stopped;
	eu_event_fn on_event;
	void *context;
	eu_forget_fn on_forget;   /* or NULL */
	void *forget_context;
	uint64_t handed_over, forgotten; /* containers: to on_forget, and lost with their facts */
	struct eu_builder builder, redacted;

	/* of a session that is recorded */
	struct eu_recorder *recorder; /* borrowed; or NULL */
	struct eu_header header;
	bool selective;               /* not every container is wanted in it */
	bool essential[EU_MAX_TYPES];
	uint64_t lost_before;
	bool news;                    /* the event is more than one more of what facts know */
	struct eu_builder told;

	/* of a session that replays */
	struct eu_recording *recording; /* borrowed; or NULL */
	struct eu_replay *replay;
	struct eu_select *recorded;     /* the selection it was recorded with */
	bool as_shown;                  /* its events are asked for again */
	eu_ref *meant; /* sorted: first_ref of containers that are what is asked for at any time */
	size_t n_meant;
	uint64_t from, to;              /* of the time asked for; wall clock, ns */
	bool whole_counts;              /* none that may be of the time after */
	bool beginning;                 /* with facts: what is left begins, and was counted before */
	bool host_watched, only_bound, ended;
	bool gapped;                    /* records are missing in it */
	uint64_t *watched;              /* with pids, or when recorded with some: a bit for each that
					 * is one, or descends */
	bool only_watched;              /* nothing of others is in the recording */
	char **words;                   /* of its losses */
	size_t n_words;
};

/* Sends a record through all stages; context is the session. */
void eu_pipeline_take(void *context, const struct eu_head *record);

/* … through those that come after the world. */
void eu_pipeline_pass_on(struct eu_session *session, const struct eu_head *record);

/* The same of what the host and the kernel say at the start to be there. A container that begins just
 * then is left to the records that tell so, which nobody has read yet. */
void eu_pipeline_take_present(void *context, const struct eu_head *record);
/* A live container is looked up if the record of its beginning was lost. time: of what told of it. */
void eu_pipeline_know(struct eu_session *session, eu_ref ref, uint64_t time);
/* All that happened until then has been taken. */
uint64_t eu_pipeline_taken_until(const struct eu_session *session);
/* What the kernel and the runtimes have said since the last round. */
void eu_pipeline_round(struct eu_session *session);
/* Totals that wait in the kernel: of one container, or (ref 0) of all. */
void eu_pipeline_flush(struct eu_session *session, eu_ref ref, bool over);
/* Once a second: those of which news is told as it comes. ticks: seconds since the last time. */
void eu_pipeline_tick(struct eu_session *session, uint64_t ticks);
/* Whose losses are those of containers that nobody remembers. */
extern const struct eu_container eu_unknown_container;
/* What the world asks of a session; the context is to be set. */
extern const struct eu_world_ops eu_pipeline_world_ops;
/* Are processes outside containers watched at all? */
bool eu_session_watches_host(const struct eu_session *session);

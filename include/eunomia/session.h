/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A session: from the kernel, or from a recording, to events in order.
 *
 *	eu_session_new → eu_session_start → poll eu_session_fd, eu_session_dispatch …
 *	→ eu_session_stop (drains) → eu_session_loss → eu_session_free
 *
 * A session has one owner thread; callbacks run on it, inside dispatch and stop. The library
 * prints nothing and installs no signal handler. A live session has one helper thread, the metadata
 * fetcher, which asks container runtimes for names; a session that is recorded one more, the
 * recorder's. A replay has none.
 */
#pragma once

#include <eunomia/error.h>
#include <eunomia/event.h>

#pragma GCC visibility push(default)

/* Which events of which containers. All conditions that are given must hold; within one list any
 * entry may match, but of labels all have to. Strings are globs (fnmatch) unless said otherwise.
 * Borrowed until eu_session_new returns. Empty lists match everything. Facts (EU_MODE_REPORT,
 * EU_MODE_FULL) are of containers, images, labels and, on a live host, pids: anything else is
 * -EINVAL there. */
struct eu_selection {
	const char *const *events, *const *exclude_events; /* events, syscalls, "sys_enter"/"syscalls" = every syscall */
	size_t n_events, n_exclude_events;
	const char *const *sets, *const *exclude_sets;     /* names of sets, exact */
	size_t n_sets, n_exclude_sets;
	const char *const *comms, *const *exclude_comms; /* globs; of the executable's name, too */
	size_t n_comms, n_exclude_comms;
	const char *const *containers; /* name, id, or id prefix of 12 and more */
	size_t n_containers;
	const char *const *images;     /* name, name:tag, either with @digest, or digest */
	size_t n_images;
	const char *const *labels;     /* key=value, exact; key alone: present */
	size_t n_labels;
	const uint32_t *pids;          /* and their descendants */
	size_t n_pids;
	const uint32_t *uids;
	size_t n_uids;
	bool failed;                   /* only results below zero */
	bool host;                     /* processes outside containers, too */
	const char *filter;            /* expression, see filter.h; NULL: none */
};

enum eu_mode {
	EU_MODE_TRACE = 1,  /* stream what the selection names */
	EU_MODE_REPORT = 2, /* count in the kernel, stream what is new */
	EU_MODE_FULL = 3,   /* both: count, and stream everything; for recordings */
};

#define EU_BUFFER_MAX 4096

struct eu_recorder;
struct eu_recording;

struct eu_session_options {
	enum eu_mode mode;
	struct eu_selection select;
	const char *const *redact;  /* pcre2 patterns; what matches in an argument, another string or a
				     * buffer, but not in a name, is shown as "[redacted]" */
	size_t n_redact;
	const char *const *sockets; /* of container runtimes; NULL: the usual places */
	size_t n_sockets;
	const char *const *state_dirs; /* of runc and crun (--root), besides the usual ones */
	size_t n_state_dirs;
	uint32_t buffer_bytes;      /* first bytes of read/write buffers to copy, 0: none, at most EU_BUFFER_MAX */
	bool durations;             /* of syscalls; costs the enter hook */
	size_t memory;              /* budget for rings and tables in bytes, 0: 64 MiB */
	struct eu_recorder *recorder;   /* keeps all that the session sees; borrowed until it is freed */
	struct eu_recording *recording; /* replayed in place of a live kernel; borrowed the same */
	uint64_t from, to;          /* of a recording: only events of this time, wall clock in ns; 0: all */
	uint32_t command_pid;       /* a process that waits to exec a command: its containers are selected, too */
	bool whole_counts;          /* with `to`: no counts that may be of the time after, too */
};

typedef void (*eu_event_fn)(void *context, const struct eu_event *event);

/* What was lost: by whom, which kind of knowledge, and where. */
struct eu_loss {
	const struct eu_container *container; /* NULL: the host, or not attributable */
	const char *class; /* the name of the event that is missing: "open", "exec"; "any" */
	const char *place; /* "ring", "scratch", "map", "user_read", "queue", "sink", … */
	uint64_t count;
};

/* ns between two tellings of what the kernel counts, in recordings, too */
#define EU_COUNTED_EVERY 10000000000ull

struct eu_session;

int eu_session_new(struct eu_session **out, const struct eu_session_options *options,
		   struct eu_error *err);
/* Loads and attaches. -EPERM, -ENOSYS (no BTF), -EINVAL … with a sentence that says what to do. */
int eu_session_start(struct eu_session *session, eu_event_fn on_event, void *context,
		     struct eu_error *err);
/* Readable when dispatch has work; dispatch at least every 10 ms of a busy kernel is its own timer. */
int eu_session_fd(const struct eu_session *session);
int eu_session_dispatch(struct eu_session *session, struct eu_error *err);
/* A recording has been delivered to its end. */
bool eu_session_ended(const struct eu_session *session);
/* Detaches, then delivers all that the kernel still held. */
int eu_session_stop(struct eu_session *session, struct eu_error *err);
/* The loss ledger; an empty one is the statement "complete". Valid until the next call. */
const struct eu_loss *eu_session_loss(struct eu_session *session, size_t *n);
/* What kept a runtime from telling names, as a sentence; NULL: nothing did. Valid until the next
 * call. */
const char *eu_session_trouble(struct eu_session *session);
/* What of a command's containers nobody can know, as a sentence; NULL: nothing. */
const char *eu_session_unfollowed(const struct eu_session *session);
/* Does the selection by names leave out every container that there was: every one of the command, or
 * of the recording? */
bool eu_session_leaves_all_out(struct eu_session *session);
/* Events delivered so far. */
uint64_t eu_session_events(const struct eu_session *session);
/* Where this was seen. Valid as long as the session. */
const char *eu_session_host(const struct eu_session *session);
/* Wall clock, ns: from its start to its stop, or to now. */
void eu_session_span(const struct eu_session *session, uint64_t *first, uint64_t *last);
/* A sink or a queue behind the session dropped: it belongs into the same ledger. */
void eu_session_add_loss(struct eu_session *session, const struct eu_event *event,
			 const char *place, uint64_t count);
void eu_session_free(struct eu_session *session);

/* Is the container one of those that were asked for, as far as its names are known? */
bool eu_session_selects(const struct eu_session *session, const struct eu_container *container);
/* Containers known to the session, in order of appearance; for each until the callback says
 * false. */
void eu_session_containers(struct eu_session *session,
			   bool (*each)(void *context, const struct eu_container *container),
			   void *context);

#pragma GCC visibility pop

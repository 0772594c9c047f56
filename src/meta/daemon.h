/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One container daemon behind a unix socket: Docker, or Podman's service, which speaks the same.
 *
 * A daemon that is not there, hangs or breaks is tried again, after 250 ms at first and every
 * 10 s at last. All functions belong to the thread that runs the struct eu_http.
 */
#pragma once

#include "meta/http.h"
#include "meta/meta.h"

enum eu_daemon_state {
	EU_DAEMON_ABSENT, /* no socket */
	EU_DAEMON_ASKING, /* which version it speaks */
	EU_DAEMON_READY,
	EU_DAEMON_DOWN, /* there is a socket, or was not long ago, but nobody answers */
};

struct eu_daemon;

/* What happens at a daemon, as it says; info is borrowed. */
typedef void (*eu_daemon_event_fn)(void *ctx, struct eu_container_info *info,
				   enum eu_meta_action action);

struct eu_daemon_options {
	const char *socket;          /* a path; copied */
	struct eu_http *http;        /* borrowed */
	struct eu_meta_stats *stats; /* borrowed; counts failures */
	eu_daemon_event_fn event;    /* NULL: the event stream is not asked for */
	void *ctx;
};

int eu_daemon_new(struct eu_daemon **out, const struct eu_daemon_options *options);
/* Tries again what is due. now: CLOCK_MONOTONIC, ms. Returns when it wants to be called again. */
int64_t eu_daemon_tick(struct eu_daemon *daemon, int64_t now);
enum eu_daemon_state eu_daemon_state(const struct eu_daemon *daemon);
/* "docker" or "podman"; meaningful when it is ready. */
const char *eu_daemon_runtime(const struct eu_daemon *daemon);
/* The answer to "/containers…", below the negotiated version; -EAGAIN when it is not ready. */
int eu_daemon_get(struct eu_daemon *daemon, const char *path, eu_http_done_fn done, void *ctx);
/* For answers that turn out not to be JSON: ret is what the parser said. */
void eu_daemon_complain(struct eu_daemon *daemon, int ret);
/* For an answer with another status than it should have. */
void eu_daemon_complain_of(struct eu_daemon *daemon, const struct eu_http_answer *answer);
/* After eu_http_free, which ends what is under way. */
void eu_daemon_free(struct eu_daemon *daemon);

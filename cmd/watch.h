/* SPDX-License-Identifier: Apache-2.0 */
/* The event loop around a session: signals, clock, command. Nothing happens in a handler. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <eunomia/session.h>

#include "command.h"

struct watch {
	struct eu_session *session;
	struct command command;
	uint64_t duration;           /* ms, 0: until stopped */
	uint64_t interval;           /* ms between ticks, 0: none */
	int (*after)(void *context); /* after each dispatch; not 0: stop */
	void (*tick)(void *context);
	uint64_t (*count)(void *context); /* … of what SIGUSR1 says how much; NULL: events */
	const char *counted;
	void *context;

	int signals;                        /* signalfd */
	int duration_timer, interval_timer; /* timerfd; -1: none */
	bool done;        /* nothing more is watched */
	bool interrupted; /* by a signal */
	bool timed_out;
	bool in_haste;    /* a signal came when it had ended */
	uint64_t ended_at; /* ms, CLOCK_MONOTONIC */
	bool asked;       /* how it stands */
};

/* Signals, the command (NULL: none) as a child that waits, and the session, not started yet. */
int watch_prepare(struct watch *watch, struct eu_session_options *options, char **command,
		  struct eu_error *err);
/* The exit code for a session that could not be made or started. */
int watch_exit_code(int error);
/* Says that it watches, lets the command go, and dispatches until the end. */
int watch_run(struct watch *watch, struct eu_error *err);
/* Returns 0 when fd may take something, whatever that takes; a signal or the end of the duration is
 * heard meanwhile. Once one of them has ended it: -ETIMEDOUT when fd takes nothing for
 * WATCH_PATIENCE ms, or, to who is not patient or after one more signal, nothing now. */
int watch_wait(struct watch *watch, int fd, bool patient);
#define WATCH_PATIENCE 2000
/* When it is over: says so where a setting has left out all that the command did. */
void watch_say_choice(const struct watch *watch);
/* One line: "complete: 3 events so far, nothing lost", or what was lost. */
void watch_say_statement(struct watch *watch, uint64_t n, const char *what, const char *when);
/* Frees the session. */
void watch_close(struct watch *watch);

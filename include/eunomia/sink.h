/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sinks: events as lines for people and for programs.
 *
 * A sink buffers and writes to a file descriptor that the caller owns. A write that fails
 * (full disk, closed pipe) is returned, never raised as a signal; what could not be written is
 * counted, so that the closing statement can say it.
 */
#pragma once

#include <eunomia/session.h>

#pragma GCC visibility push(default)

/* How bytes that are not UTF-8 come out, and come back, is in docs/json.md. */
enum eu_sink_format {
	EU_SINK_TABLE,
	EU_SINK_JSON,
	EU_SINK_CSV,
	EU_SINK_CTRACE, /* the object of the older ctrace tool */
};

/* An event that could not be written; of it desc and the record's head are left. */
typedef void (*eu_lost_fn)(void *context, const struct eu_event *event);

struct eu_sink_options {
	enum eu_sink_format format;
	/* Dotted names; NULL: the format's default. In JSON a name also means all below it. In
	 * tables and CSV "details" is what the event itself says, on one line. */
	const char *const *fields;
	size_t n_fields;
	bool color;     /* table only */
	unsigned width; /* of the terminal, 0: unknown; table only */
	/* For the loss ledger; NULL: the closing statement adds them as the sink's. */
	eu_lost_fn on_lost;
	void *context;
	/* Called when the reader of a pipe, a socket or a terminal takes nothing: 0 when there may
	 * be room at fd again (poll it for POLLOUT beside what else is waited for), or -errno to
	 * give up what is in the buffer. NULL: writing waits for as long as it takes. */
	int (*wait)(void *context, int fd);
};

struct eu_sink;

/* Options are copied. -EINVAL with a sentence for a field that no event has. */
int eu_sink_new(struct eu_sink **out, int fd, const struct eu_sink_options *options,
		struct eu_error *err);
/* 0, or the first error of the descriptor since the last call, e.g. -ENOSPC, -EPIPE. */
int eu_sink_event(struct eu_sink *sink, const struct eu_event *event);
/* Writes the header, if it is not out yet, and what is buffered. Events reach the descriptor when the buffer is full, or here. */
int eu_sink_flush(struct eu_sink *sink);
/* The closing statement: {"event":"summary","complete":…,"events":…,"lost":…,"loss":[…]}.
 * Flush before taking the ledger, so that it has what the sink lost. */
int eu_sink_summary(struct eu_sink *sink, const char *host, uint64_t time, uint64_t events,
		    const struct eu_loss *loss, size_t n_loss);
/* Events that a failed write took with it. */
uint64_t eu_sink_lost(const struct eu_sink *sink);
/* Flushes, and gives up what cannot be written. */
void eu_sink_free(struct eu_sink *sink);

#pragma GCC visibility pop

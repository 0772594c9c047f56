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

enum eu_sink_format {
	EU_SINK_TABLE,
	EU_SINK_JSON,
	EU_SINK_CSV,
	EU_SINK_CTRACE, /* the object of the older ctrace tool */
};

struct eu_sink_options {
	enum eu_sink_format format;
	const char *const *fields; /* dotted names; NULL: the format's default */
	size_t n_fields;
	bool color;                /* table only */
	unsigned width;            /* of the terminal, 0: unknown; table only */
};

struct eu_sink;

int eu_sink_new(struct eu_sink **out, int fd, const struct eu_sink_options *options,
		struct eu_error *err);
/* 0, or the first error of the descriptor since the last call, e.g. -ENOSPC, -EPIPE. */
int eu_sink_event(struct eu_sink *sink, const struct eu_event *event);
int eu_sink_flush(struct eu_sink *sink);
/* The closing statement: {"event":"summary","complete":…,"events":…,"lost":…,"loss":[…]}. */
int eu_sink_summary(struct eu_sink *sink, const char *host, uint64_t time, uint64_t events,
		    const struct eu_loss *loss, size_t n_loss);
/* Events that a failed write took with it. */
uint64_t eu_sink_lost(const struct eu_sink *sink);
void eu_sink_free(struct eu_sink *sink);

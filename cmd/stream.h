/* SPDX-License-Identifier: Apache-2.0 */
/* Events on their way from a session to where people or programs read them: trace and replay. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <eunomia/config.h>
#include <eunomia/session.h>
#include <eunomia/sink.h>

#include "cmd.h"
#include "watch.h"

struct stream {
	struct eu_session *session; /* of the events that come */
	struct eu_sink *sink;
	const char *path; /* for messages */
	int fd;
	enum eu_sink_format format;
	uint64_t limit; /* UINT64_MAX: none */
	uint64_t taken;
	uint64_t told;  /* those of earlier summaries */
	struct watch *watch; /* what is heard while the reader takes nothing; NULL: nothing */
	bool reader_gone;
	bool reader_still; /* and is not waited for any more */
	bool failed;
};

extern const struct eu_option_group stream_options; /* format, fields, file, count */

/* Where to and how, from options and settings: exit code, 0 when good. */
int stream_open(struct stream *stream, const struct eu_config *config);
/* Not before all is well: a wrong word must not cost an older file. */
void stream_truncate(struct stream *stream, const struct eu_config *config);
/* An eu_event_fn; the context is the stream. */
void stream_event(void *context, const struct eu_event *event);
/* Writes what waits; not 0: there is nobody or nothing left to write for. */
int stream_flush(struct stream *stream);
/* Says what was lost, as the last line. */
void stream_summary(struct stream *stream);
/* Events of this session that were written. */
uint64_t stream_written(const struct stream *stream);
void stream_close(struct stream *stream);

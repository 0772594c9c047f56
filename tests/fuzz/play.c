// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <eunomia/recording.h>
#include <eunomia/report.h>
#include <eunomia/session.h>
#include <eunomia/sink.h>

#include "play.h"

static void on_event(void *sink, const struct eu_event *event)
{
	eu_sink_event(sink, event);
}

static int nowhere(void)
{
	static int fd = -1;

	if (fd < 0)
		fd = open("/dev/null", O_WRONLY);
	return fd;
}

static struct eu_sink *sink_to_nowhere(enum eu_sink_format format)
{
	struct eu_sink_options options = {.format = format};
	struct eu_sink *sink;

	if (eu_sink_new(&sink, nowhere(), &options, NULL))
		abort();
	return sink;
}

/* What was lost has names, and they are strings. */
static void read_losses(struct eu_session *session)
{
	size_t n;
	const struct eu_loss *losses = eu_session_loss(session, &n);

	for (size_t i = 0; i < n; i++)
		if (!losses[i].place || !losses[i].class || strlen(losses[i].class) > 64)
			abort();
}

/* Added to itself, as two runs of one image are. */
static void read_report(struct eu_session *session)
{
	struct eu_report *report;
	struct eu_merger *merger;
	struct eu_error err;

	if (eu_merger_new(&merger, &err))
		abort();
	for (unsigned i = 0; i < 2; i++) {
		if (eu_report_take(&report, session, &err) || eu_merger_add(merger, report, &err))
			abort();
		eu_report_free(report);
	}
	if (eu_report_write_json(eu_merger_report(merger), nowhere()))
		abort();
	eu_merger_free(merger);
}

static void replay(struct eu_recording *recording, enum eu_mode mode, struct eu_sink *sink)
{
	static const char *const all[] = {"*"}, *const pods[] = {"web*", "*"};
	struct eu_session_options options = {.mode = mode, .recording = recording};
	const struct eu_recording_info *info = eu_recording_info(recording);
	struct eu_session *session;
	struct eu_error err;

	if (mode == EU_MODE_TRACE) {
		options.select.events = all;
		options.select.n_events = 1;
	} else { /* and the ways that need an index */
		options.select.containers = pods;
		options.select.n_containers = 2;
		options.from = info->from / 2 + info->to / 2;
	}
	if (eu_session_new(&session, &options, &err))
		abort();
	if (!eu_session_start(session, on_event, sink, &err))
		while (!eu_session_ended(session))
			eu_session_dispatch(session, &err);
	read_losses(session);
	if (mode == EU_MODE_REPORT)
		read_report(session);
	eu_sink_free(sink); /* before the containers that it knows */
	eu_session_free(session);
}

static void replay_all(struct eu_recordings *recordings)
{
	for (size_t i = 0; i < eu_recordings_count(recordings); i++) {
		struct eu_recording *recording = eu_recordings_get(recordings, i);

		replay(recording, EU_MODE_TRACE, sink_to_nowhere(EU_SINK_JSON));
		replay(recording, EU_MODE_REPORT, sink_to_nowhere(EU_SINK_TABLE));
	}
}

void play(const void *bytes, size_t size)
{
	struct eu_recordings *recordings;
	const char *path;
	char name[64];
	struct eu_error err = {};
	int fd = memfd_create("recording", MFD_CLOEXEC);

	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size)
		abort();
	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	path = name;
	if (!eu_recordings_open(&recordings, &path, 1, &err)) {
		replay_all(recordings);
		eu_recordings_free(recordings);
	} else if (!*err.text) {
		abort();
	}
	close(fd);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* A program of somebody else: reads a recording, which takes every part of the library. */
#include <stdio.h>
#include <unistd.h>

#include <eunomia/recording.h>
#include <eunomia/report.h>

static int play(struct eu_session *session)
{
	struct eu_error err;
	int ret = eu_session_start(session, NULL, NULL, &err);

	while (!ret && !eu_session_ended(session))
		ret = eu_session_dispatch(session, &err);
	return ret;
}

int main(int argc, char **argv)
{
	const char *path = argv[argc - 1];
	struct eu_session_options options = {.mode = EU_MODE_REPORT};
	struct eu_recordings *recordings;
	struct eu_session *session;
	struct eu_report *report;
	struct eu_error err;

	if (eu_recordings_open(&recordings, &path, 1, &err))
		return fprintf(stderr, "%s\n", err.text), 1;
	options.recording = eu_recordings_get(recordings, 0);
	if (eu_session_new(&session, &options, &err) || play(session) ||
	    eu_report_take(&report, session, &err))
		return 1;
	eu_report_write_csv(report, STDOUT_FILENO);
	eu_report_free(report);
	eu_session_free(session);
	eu_recordings_free(recordings);
	return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "recordings.h"
#include "say.h"
#include "statement.h"

int recordings_open(struct eu_recordings **out, const struct eu_list *files)
{
	struct eu_error err;

	if (eu_recordings_open(out, files->items, files->n, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	for (size_t i = 0; i < eu_recordings_count(*out); i++) {
		const struct eu_recording_info *info =
		    eu_recording_info(eu_recordings_get(*out, i));

		for (size_t d = 0; d < info->n_damages; d++)
			say("%s", info->damages[d]);
	}
	return 0;
}

int recordings_session(struct eu_session **out, const struct eu_session_options *options)
{
	struct eu_error err;
	int ret = eu_session_new(out, options, &err);

	return ret ? say_failure(ret == -EINVAL ? EU_EXIT_USAGE : EU_EXIT_FAILED, &err) : 0;
}

int recordings_play(struct eu_session *session, eu_event_fn on_event,
		    int (*after)(void *context), void *context)
{
	struct eu_error err = {};
	int ret = eu_session_start(session, on_event, context, &err);

	while (!ret && !eu_session_ended(session)) {
		ret = eu_session_dispatch(session, &err);
		if (!ret && after && after(context))
			break;
	}
	return ret ? say_failure(EU_EXIT_FAILED, &err) : 0;
}

/* ---- reports ---- */

/* What trace keeps is events alone. */
static void say_what_it_cannot(const struct eu_recording_info *info)
{
	if (!strcmp(info->mode, "trace"))
		say("the recording of %s was made by trace: it has events, but no counts of system "
		    "calls and capabilities",
		    info->host);
}

static bool say_whether_complete(struct eu_session *session, const struct eu_recording_info *info)
{
	char *lost = statement_lost(session), began[32];
	time_t seconds = info->started / 1000000000;
	struct tm tm;

	if (!lost)
		return true;
	gmtime_r(&seconds, &tm);
	strftime(began, sizeof(began), "%Y-%m-%dT%H:%M:%SZ", &tm);
	say("not complete: the recording of %s, begun %s; lost: %s", info->host, began, lost);
	free(lost);
	return false;
}

static int report_one(struct eu_session *session, const struct eu_recording_info *info,
		      int (*take)(void *context, const struct eu_report *report), void *context,
		      bool *complete)
{
	struct eu_report *report;
	struct eu_error err;
	int code = recordings_play(session, NULL, NULL, NULL);

	if (code)
		return code;
	if (eu_report_take(&report, session, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	if (!say_whether_complete(session, info) && complete)
		*complete = false;
	code = take(context, report);
	eu_report_free(report);
	return code;
}

int recordings_report(struct eu_recordings *recordings, const struct eu_session_options *options,
		      int (*take)(void *context, const struct eu_report *report), void *context,
		      bool *complete)
{
	struct eu_session_options own = *options;
	int code = 0;

	own.mode = EU_MODE_REPORT;
	for (size_t i = 0; i < eu_recordings_count(recordings) && !code; i++) {
		const struct eu_recording_info *info;
		struct eu_session *session = NULL;

		own.recording = eu_recordings_get(recordings, i);
		info = eu_recording_info(own.recording);
		say_what_it_cannot(info);
		code = recordings_session(&session, &own);
		if (!code)
			code = report_one(session, info, take, context, complete);
		eu_session_free(session);
	}
	return code;
}

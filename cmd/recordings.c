// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "recordings.h"
#include "say.h"
#include "statement.h"
#include "when.h"

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

static void write_time(char out[32], uint64_t time)
{
	time_t seconds = time / 1000000000;
	struct tm tm;

	gmtime_r(&seconds, &tm);
	strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

static void write_start(char began[32], const struct eu_recording_info *info)
{
	write_time(began, info->started);
}

void recordings_say_given_up(const struct eu_recording_info *info)
{
	char began[32], since[32];

	if (!info->since)
		return;
	write_start(began, info);
	write_time(since, info->since);
	say("the recording of %s, begun %s, begins at %s: what was before was given up for later "
	    "files (--max-size), or removed", info->host, began, since);
}

/* What trace keeps is events alone. */
static void say_what_it_cannot(const struct eu_recording_info *info)
{
	char *text, began[32];

	if (!info->n_unrecorded)
		return;
	if (info->since && strcmp(info->mode, "trace")) {
		say("how often there were system calls and checks of capabilities is of the time "
		    "before, too: nothing that can be read tells what it was by then");
		return;
	}
	text = eu_unrecorded_text(info->unrecorded, info->n_unrecorded);
	write_start(began, info);
	say("the recording of %s, begun %s, was made by trace, and has only the events that were "
	    "asked for; not recorded: %s",
	    info->host, began, text ? text : "");
	free(text);
}

static bool say_whether_complete(struct eu_session *session, const struct eu_recording_info *info)
{
	char *lost = statement_lost(session), began[32];

	if (!lost)
		return true;
	write_start(began, info);
	say("not complete: the recording of %s, begun %s; lost: %s", info->host, began, lost);
	free(lost);
	return false;
}

/* What a recording tells; up to a time, when the options say so. */
static int take_report(struct eu_report **out, struct eu_session *session)
{
	struct eu_error err;
	int code = recordings_play(session, NULL, NULL, NULL);

	if (!code && eu_report_take(out, session, &err))
		code = say_failure(EU_EXIT_FAILED, &err);
	return code;
}

/* What had been before: of what is counted from time to time only that of which nothing can be part
 * of the time that was asked for. */
static int report_before(struct eu_report **out, const struct eu_session_options *options,
			 uint64_t from)
{
	struct eu_session_options own = *options;
	struct eu_session *session = NULL;
	int code;

	if (from <= eu_recording_info(own.recording)->started)
		return 0; /* nothing */
	own.to = from - 1;
	own.whole_counts = true;
	code = recordings_session(&session, &own);
	if (!code)
		code = take_report(out, session);
	eu_session_free(session);
	return code;
}

/* Of one recording. */
struct taker {
	int (*take)(void *context, const struct eu_report *report);
	void *context;
	struct eu_report *before; /* NULL: nothing */
	uint64_t from, to;        /* 0 and 0: all of it */
	uint64_t since;           /* what was before is not there; 0: it is, or was not asked for */
	int code;                 /* the first failure */
};

/* All of the time that was asked for: nothing is known of it any more. */
static bool was_given_up(const struct taker *taker)
{
	return taker->to && taker->to < taker->since;
}

static int cut_and_take(struct taker *taker, struct eu_report *report)
{
	struct eu_error err = {"out of memory"};

	if ((taker->from || taker->to) &&
	    eu_report_cut(report, taker->before, taker->from, taker->to ?: UINT64_MAX))
		return say_failure(EU_EXIT_FAILED, &err);
	report->since = taker->since;
	if (was_given_up(taker))
		report->complete = false;
	return taker->take(taker->context, report);
}

/* Containers that ended long ago come one by one, before the others. */
static int take_forgotten(void *context, struct eu_report *one)
{
	struct taker *taker = context;

	if (!taker->code)
		taker->code = cut_and_take(taker, one);
	return taker->code;
}

static int report_all(struct taker *taker, const struct eu_session_options *options, bool *complete)
{
	struct eu_session *session = NULL;
	struct eu_report *report = NULL;
	int code = recordings_session(&session, options);

	if (!code)
		eu_session_on_forget(session, take_forgotten, taker);
	if (!code)
		code = take_report(&report, session) ?: taker->code;
	if (!code && (!say_whether_complete(session, eu_recording_info(options->recording)) ||
		      was_given_up(taker)) && complete)
		*complete = false;
	if (!code)
		code = cut_and_take(taker, report);
	eu_report_free(report);
	eu_session_free(session);
	return code;
}

/* Of a recording whose beginning was given up, what is left is told as any time of a recording. */
static void begin_where_it_begins(struct taker *taker, const struct eu_recording_info *info)
{
	if (info->since <= taker->from)
		return;
	recordings_say_given_up(info);
	taker->from = taker->since = info->since;
}

static int report_one(const struct eu_session_options *options, uint64_t from,
		      int (*take)(void *context, const struct eu_report *report), void *context,
		      bool *complete)
{
	struct taker taker = {.take = take, .context = context, .from = from, .to = options->to};
	int code;

	begin_where_it_begins(&taker, eu_recording_info(options->recording));
	code = taker.from || options->to ? report_before(&taker.before, options, taker.from) : 0;
	if (!code)
		code = report_all(&taker, options, complete);
	eu_report_free(taker.before);
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
		uint64_t from = 0;

		own.recording = eu_recordings_get(recordings, i);
		own.to = 0;
		say_what_it_cannot(eu_recording_info(own.recording));
		code = when_choose(&from, &own.to, eu_recording_info(own.recording));
		if (!code)
			code = report_one(&own, from, take, context, complete);
	}
	return code;
}

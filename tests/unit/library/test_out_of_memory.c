/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that is out is an error, or something that is left out, and never the end of the process:
 * a recording is replayed and reported again and again, each time without another allocation.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <eunomia/diff.h>
#include <eunomia/recording.h>
#include <eunomia/report.h>
#include <eunomia/sink.h>

static size_t asked;   /* for memory, since the run began */
static size_t refused; /* the one that is not given; 0: none */
static bool for_good;  /* nor those after it */

static bool is_out(void)
{
	asked++;
	return refused && (for_good ? asked >= refused : asked == refused);
}

/* The linker's --wrap leads here whoever calls NAME, and back by __real_NAME. */
#define WRAP(type, name, parameters, ...)                                       \
	type __real_##name parameters;                                          \
	type __wrap_##name parameters;                                          \
	type __wrap_##name parameters                                           \
	{                                                                       \
		return is_out() ? (errno = ENOMEM, NULL) : __real_##name(__VA_ARGS__); \
	}

WRAP(void *, malloc, (size_t size), size)
WRAP(void *, calloc, (size_t n, size_t size), n, size)
WRAP(void *, realloc, (void *old, size_t size), old, size)
WRAP(char *, strdup, (const char *text), text)
WRAP(char *, strndup, (const char *text, size_t most), text, most)

static int nowhere;

static void on_event(void *context, const struct eu_event *event)
{
	eu_sink_event(context, event);
}

static int play(struct eu_session *session, struct eu_sink *sink)
{
	int ret = eu_session_start(session, sink ? on_event : NULL, sink, NULL);
	size_t n;

	while (!ret && !eu_session_ended(session))
		ret = eu_session_dispatch(session, NULL);
	eu_session_loss(session, &n);
	return ret;
}

static int show(struct eu_recording *recording)
{
	const struct eu_session_options options = {.mode = EU_MODE_TRACE, .recording = recording,
						   .select = {.host = true}};
	const struct eu_sink_options format = {.format = EU_SINK_JSON};
	struct eu_session *session = NULL;
	struct eu_sink *sink = NULL;
	int ret = eu_sink_new(&sink, nowhere, &format, NULL);

	if (!ret)
		ret = eu_session_new(&session, &options, NULL);
	if (!ret)
		ret = play(session, sink);
	eu_sink_free(sink);
	eu_session_free(session);
	return ret;
}

static int compare(const struct eu_report *report)
{
	const struct eu_diff_options options = {};
	struct eu_differ *differ = NULL;
	const struct eu_diff *diff;
	int ret = eu_differ_new(&differ, &options, NULL);

	if (!ret)
		ret = eu_differ_add(differ, EU_DIFF_A, report, NULL);
	if (!ret)
		ret = eu_differ_add(differ, EU_DIFF_B, report, NULL);
	if (!ret)
		ret = eu_differ_compare(differ, &diff, NULL);
	if (!ret)
		ret = eu_diff_write_json(diff, nowhere);
	eu_differ_free(differ);
	return ret;
}

static int count(struct eu_recording *recording)
{
	const struct eu_session_options options = {.mode = EU_MODE_REPORT, .recording = recording};
	struct eu_session *session = NULL;
	struct eu_report *report = NULL;
	int ret = eu_session_new(&session, &options, NULL);

	if (!ret)
		ret = play(session, NULL);
	if (!ret)
		ret = eu_report_take(&report, session, NULL);
	if (!ret)
		ret = eu_report_write_json(report, nowhere);
	if (!ret)
		ret = compare(report);
	eu_report_free(report);
	eu_session_free(session);
	return ret;
}

static int run(int (*what)(struct eu_recording *recording))
{
	const char *path = RECORDING;
	struct eu_recordings *recordings = NULL;
	int ret;

	asked = 0;
	ret = eu_recordings_open(&recordings, &path, 1, NULL);
	if (!ret)
		ret = what(eu_recordings_get(recordings, 0));
	eu_recordings_free(recordings);
	return ret;
}

static void run_short_of(int (*what)(struct eu_recording *recording))
{
	size_t all;

	refused = 0;
	assert_int_equal(run(what), 0);
	all = asked;
	for (refused = 1; refused <= all; refused++) {
		for_good = false;
		run(what);
		for_good = true;
		run(what);
	}
	refused = 0;
	assert_int_equal(run(what), 0);
}

static void a_replay_outlives_it(void **state)
{
	run_short_of(show);
}

static void a_report_outlives_it(void **state)
{
	run_short_of(count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_replay_outlives_it),
		cmocka_unit_test(a_report_outlives_it),
	};

	nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

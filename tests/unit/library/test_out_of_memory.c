/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that is out is an error, or something that is lost and said to be, and never the end of the
 * process: a recording is replayed and reported again and again, each time without another allocation.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
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

/* What a run has written. */
static int written;
static bool lost; /* it has said that something was */

static void on_event(void *context, const struct eu_event *event)
{
	eu_sink_event(context, event);
}

static int play(struct eu_session *session, struct eu_sink *sink)
{
	int ret = eu_session_start(session, sink ? on_event : NULL, sink, NULL);
	size_t n = 0;

	while (!ret && !eu_session_ended(session))
		ret = eu_session_dispatch(session, NULL);
	if (sink)
		eu_sink_flush(sink);
	eu_session_loss(session, &n);
	lost = n || (sink && eu_sink_lost(sink));
	return ret;
}

static int show(struct eu_recording *recording)
{
	const struct eu_session_options options = {.mode = EU_MODE_TRACE, .recording = recording,
						   .select = {.host = true}};
	const struct eu_sink_options format = {.format = EU_SINK_JSON};
	struct eu_session *session = NULL;
	struct eu_sink *sink = NULL;
	int ret = eu_sink_new(&sink, written, &format, NULL);

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
		ret = eu_diff_write_json(diff, written);
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
		ret = eu_report_write_json(report, written);
	if (!ret && !report->complete)
		lost = true;
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
	lost = false;
	assert_return_code(ftruncate(written, 0), errno);
	assert_return_code(lseek(written, 0, SEEK_SET), errno);
	ret = eu_recordings_open(&recordings, &path, 1, NULL);
	if (!ret)
		ret = what(eu_recordings_get(recordings, 0));
	eu_recordings_free(recordings);
	return ret;
}

/* A copy; freed by the caller. */
static char *read_written(size_t *len)
{
	struct stat st;
	char *text;

	assert_return_code(fstat(written, &st), errno);
	text = __real_malloc(st.st_size + 1);
	assert_non_null(text);
	assert_int_equal(pread(written, text, st.st_size, 0), st.st_size);
	text[st.st_size] = '\0';
	*len = st.st_size;
	return text;
}

/* Nothing is missing in silence. */
static void run_short(int (*what)(struct eu_recording *recording), const char *whole, size_t len)
{
	size_t short_len;
	char *text;
	int ret = run(what);

	if (ret || lost)
		return;
	text = read_written(&short_len);
	if (short_len != len || memcmp(text, whole, len))
		fail_msg("without allocation %zu%s something is missing, and it is not said", refused,
			 for_good ? " and those after it" : "");
	free(text);
}

static void run_short_of(int (*what)(struct eu_recording *recording))
{
	size_t all, len;
	char *whole;

	refused = 0;
	assert_int_equal(run(what), 0);
	assert_false(lost);
	whole = read_written(&len);
	all = asked;
	for (refused = 1; refused <= all; refused++) {
		for_good = false;
		run_short(what, whole, len);
		for_good = true;
		run_short(what, whole, len);
	}
	free(whole);
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

	written = memfd_create("written", MFD_CLOEXEC);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

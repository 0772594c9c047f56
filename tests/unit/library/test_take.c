/* SPDX-License-Identifier: Apache-2.0 */
/* A report asks for the losses once, however many containers are in it: live, the kernel is asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <eunomia/recording.h>
#include <eunomia/report.h>

static unsigned asked;

/* The linker's --wrap leads here whoever calls eu_session_loss. */
const struct eu_loss *__real_eu_session_loss(struct eu_session *session, size_t *n);
const struct eu_loss *__wrap_eu_session_loss(struct eu_session *session, size_t *n);
const struct eu_loss *__wrap_eu_session_loss(struct eu_session *session, size_t *n)
{
	asked++;
	return __real_eu_session_loss(session, n);
}

static void losses_are_asked_for_once(void **state)
{
	const char *path = RECORDING;
	struct eu_session_options options = {.mode = EU_MODE_REPORT};
	struct eu_recordings *recordings;
	struct eu_session *session;
	struct eu_report *report;

	assert_int_equal(eu_recordings_open(&recordings, &path, 1, NULL), 0);
	options.recording = eu_recordings_get(recordings, 0);
	assert_int_equal(eu_session_new(&session, &options, NULL), 0);
	assert_int_equal(eu_session_start(session, NULL, NULL, NULL), 0);
	while (!eu_session_ended(session))
		assert_int_equal(eu_session_dispatch(session, NULL), 0);
	asked = 0;
	assert_int_equal(eu_report_take(&report, session, NULL), 0);
	assert_int_equal(report->n_containers, 1);
	assert_int_equal(asked, 1);
	eu_report_free(report);
	eu_session_free(session);
	eu_recordings_free(recordings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(losses_are_asked_for_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

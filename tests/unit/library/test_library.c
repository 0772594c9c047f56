/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <eunomia/filter.h>
#include <eunomia/session.h>
#include <eunomia/syscalls.h>

static void every_event_has_a_name_a_set_and_a_sentence(void **state)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	assert_true(n > 20);
	for (size_t i = 0; i < n; i++) {
		if (events[i].internal)
			continue;
		assert_true(*events[i].name && *events[i].set && *events[i].doc);
		assert_ptr_equal(eu_schema_find(events[i].name), &events[i]);
		assert_ptr_equal(eu_schema_event(events[i].id), &events[i]);
	}
}

static void every_shown_field_has_a_sentence(void **state)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		for (size_t f = 0; f < events[i].n_fields && !events[i].internal; f++)
			if (events[i].fields[f].format != EU_FORMAT_HIDDEN)
				assert_true(*events[i].fields[f].doc);
}

static void no_two_fields_of_an_event_share_a_name(void **state)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		for (size_t f = 0; f < events[i].n_fields; f++) {
			const struct eu_field *field = &events[i].fields[f];

			if (field->format != EU_FORMAT_HIDDEN)
				assert_ptr_equal(eu_schema_field(&events[i], field->name), field);
		}
}

static void a_session_that_asks_for_the_unknown_is_refused_with_a_sentence(void **state)
{
	const char *events[] = {"no-such-event"};
	struct eu_session_options options = {
		.mode = EU_MODE_TRACE, .select = {.events = events, .n_events = 1}};
	struct eu_session *session = NULL;
	struct eu_error err = {""};

	assert_int_equal(eu_session_new(&session, &options, &err), -22);
	assert_null(session);
	assert_non_null(strstr(err.text, "no-such-event"));
}

static void a_session_of_no_mode_is_refused(void **state)
{
	const int none[] = {0, 99};

	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++) {
		struct eu_session_options options = {.mode = none[i]};
		struct eu_session *session = NULL;

		assert_int_equal(eu_session_new(&session, &options, NULL), -22);
		assert_null(session);
	}
}

static void a_session_can_be_made_and_freed_without_starting(void **state)
{
	struct eu_session_options options = {.mode = EU_MODE_TRACE};
	struct eu_session *session = NULL;
	size_t n = 1;

	assert_int_equal(eu_session_new(&session, &options, NULL), 0);
	eu_session_loss(session, &n);
	assert_int_equal(n, 0);
	eu_session_free(session);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_event_has_a_name_a_set_and_a_sentence),
		cmocka_unit_test(every_shown_field_has_a_sentence),
		cmocka_unit_test(no_two_fields_of_an_event_share_a_name),
		cmocka_unit_test(a_session_that_asks_for_the_unknown_is_refused_with_a_sentence),
		cmocka_unit_test(a_session_of_no_mode_is_refused),
		cmocka_unit_test(a_session_can_be_made_and_freed_without_starting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

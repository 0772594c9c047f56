/* SPDX-License-Identifier: Apache-2.0 */
#include "records.h"
#include "world/credentials.h"

#define LEADER 70
#define THREAD 71

static struct eu_credentials all;

static int begin(void **state)
{
	struct eu_creds root = {.effective = 0xff, .permitted = 0xff};

	eu_credentials_begin(&all, &root);
	return 0;
}

static int end(void **state)
{
	eu_credentials_clear(&all);
	return 0;
}

static struct eu_creds user(uint32_t id)
{
	return (struct eu_creds){.user = {id, id, id, id}, .effective = id ? 0 : 0xff,
				 .permitted = 0xff};
}

static struct eu_event_credentials change(uint32_t tid, struct eu_creds creds)
{
	struct eu_event_new_credentials now = {.head = {.pid = LEADER, .tid = tid}, .creds = creds};
	struct eu_event_credentials out = {};

	eu_credentials_change(&all, &now, &out);
	return out;
}

static void a_change_knows_what_was_before(void **state)
{
	struct eu_event_credentials told = change(LEADER, user(1000));

	assert_int_equal(told.old.user.real, 0);
	assert_int_equal(told.now.user.real, 1000);
	assert_int_equal(told.changed, EU_CRED_USER | EU_CRED_CAPABILITIES);
	assert_int_equal(told.effective.lost, 0xff);
	assert_int_equal(told.permitted.lost, 0);
}

static void the_same_again_is_no_change(void **state)
{
	change(LEADER, user(1000));
	assert_int_equal(change(LEADER, user(1000)).changed, 0);
}

static void threads_do_not_change_one_another(void **state)
{
	change(THREAD, user(1000));
	assert_int_equal(change(LEADER, user(2000)).old.user.real, 0);
	assert_int_equal(change(THREAD, user(0)).old.user.real, 1000);
}

static void a_new_thread_begins_with_what_its_maker_has(void **state)
{
	struct eu_creds creds = user(1000);

	change(LEADER, creds);
	eu_credentials_thread(&all, THREAD, &creds);
	assert_int_equal(change(THREAD, user(2000)).old.user.real, 1000);
}

static struct eu_event_credentials exec_by(uint32_t tid, struct eu_creds creds)
{
	struct eu_event_exec now = {.head = {.pid = LEADER, .tid = LEADER}, .old_tid = tid,
				    .task = {.creds = creds}};
	struct eu_event_credentials out = {};

	eu_credentials_exec(&all, &now, &out);
	return out;
}

static void an_exec_changes_what_the_thread_had_that_called_it(void **state)
{
	struct eu_event_credentials told;

	change(THREAD, user(1000));
	told = exec_by(THREAD, user(0));
	assert_int_equal(told.old.user.real, 1000);
	assert_int_equal(told.changed, EU_CRED_USER | EU_CRED_CAPABILITIES);
	assert_int_equal(told.effective.gained, 0xff);
	assert_int_equal(exec_by(LEADER, user(0)).changed, 0);
}

static void an_exec_of_an_unknown_process_changes_nothing_that_is_known(void **state)
{
	eu_credentials_clear(&all);
	assert_int_equal(exec_by(LEADER, user(1000)).changed, 0);
	assert_int_equal(change(LEADER, user(0)).old.user.real, 1000);
}

static void an_exec_ends_all_histories(void **state)
{
	change(THREAD, user(1000));
	exec_by(LEADER, user(3000));
	assert_int_equal(change(THREAD, user(0)).old.user.real, 3000);
}

static void of_an_unknown_process_nothing_is_made_up(void **state)
{
	struct eu_event_credentials told;

	eu_credentials_clear(&all);
	told = change(LEADER, user(1000));
	assert_int_equal(told.changed, EU_CRED_UNKNOWN);
	assert_int_equal(told.old.user.real, 1000);
	assert_int_equal(change(LEADER, user(0)).old.user.real, 1000);
}

static void more_threads_than_are_kept_are_unknown_and_not_wrong(void **state)
{
	for (uint32_t i = 0; i <= EU_CREDENTIALS_MAX_THREADS; i++)
		change(100 + i, user(1000));
	assert_int_equal(change(LEADER, user(2000)).changed, EU_CRED_UNKNOWN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_change_knows_what_was_before, begin, end),
		cmocka_unit_test_setup_teardown(the_same_again_is_no_change, begin, end),
		cmocka_unit_test_setup_teardown(threads_do_not_change_one_another, begin, end),
		cmocka_unit_test_setup_teardown(a_new_thread_begins_with_what_its_maker_has, begin, end),
		cmocka_unit_test_setup_teardown(an_exec_changes_what_the_thread_had_that_called_it, begin,
						end),
		cmocka_unit_test_setup_teardown(
			an_exec_of_an_unknown_process_changes_nothing_that_is_known, begin, end),
		cmocka_unit_test_setup_teardown(an_exec_ends_all_histories, begin, end),
		cmocka_unit_test_setup_teardown(of_an_unknown_process_nothing_is_made_up, begin, end),
		cmocka_unit_test_setup_teardown(more_threads_than_are_kept_are_unknown_and_not_wrong,
						begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "records.h"
#include "world/credentials.h"

static struct eu_event_credentials change(const struct eu_creds *old, uint32_t uid)
{
	struct eu_event_new_credentials now = {.creds = a_user(uid)};
	struct eu_event_credentials out = {};

	eu_credentials_change(old, &now, &out);
	return out;
}

static struct eu_event_credentials exec(const struct eu_creds *old, uint32_t uid)
{
	struct eu_event_exec now = {.task = {.creds = a_user(uid)}};
	struct eu_event_credentials out = {};

	eu_credentials_exec(old, &now, &out);
	return out;
}

static void a_change_knows_what_was_before(void **state)
{
	struct eu_creds root = a_user(0);
	struct eu_event_credentials told = change(&root, 1000);

	assert_int_equal(told.old.user.real, 0);
	assert_int_equal(told.now.user.real, 1000);
	assert_int_equal(told.changed, EU_CRED_USER | EU_CRED_CAPABILITIES);
	assert_int_equal(told.effective.lost, 0xff);
	assert_int_equal(told.permitted.lost, 0);
}

static void the_same_again_is_no_change(void **state)
{
	struct eu_creds user = a_user(1000);

	assert_int_equal(change(&user, 1000).changed, 0);
}

static void an_exec_changes_what_was_before(void **state)
{
	struct eu_creds user = a_user(1000);

	assert_int_equal(exec(&user, 0).changed, EU_CRED_USER | EU_CRED_CAPABILITIES);
	assert_int_equal(exec(&user, 0).effective.gained, 0xff);
}

static void of_what_is_not_known_nothing_is_made_up(void **state)
{
	assert_int_equal(change(NULL, 1000).changed, EU_CRED_UNKNOWN);
	assert_int_equal(change(NULL, 1000).old.user.real, 1000);
	assert_int_equal(exec(NULL, 1000).changed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_change_knows_what_was_before),
		cmocka_unit_test(the_same_again_is_no_change),
		cmocka_unit_test(an_exec_changes_what_was_before),
		cmocka_unit_test(of_what_is_not_known_nothing_is_made_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

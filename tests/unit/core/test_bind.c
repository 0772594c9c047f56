/* SPDX-License-Identifier: Apache-2.0 */
#include "records.h"
#include "world/bind.h"

#define ID "7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d"

static void an_answer_with_an_id_binds_that_container(void **state)
{
	struct eu_bind bind = {};

	eu_bind_record(&bind, an_answer("HTTP/1.1 201 Created\r\n\r\n{\"Id\":\"" ID "\"}"));
	assert_true(eu_bind_has(&bind, ID));
	assert_false(eu_bind_has(&bind, "other"));
}

static void an_answer_cut_in_the_id_binds_nothing(void **state)
{
	struct eu_bind bind = {};

	eu_bind_record(&bind, an_answer("HTTP/1.1 201 Created\r\n\r\n{\"Id\":\"7339f952c18f"));
	assert_int_equal(bind.n_ids, 0);
}

static void a_command_that_names_an_id_binds_it(void **state)
{
	struct eu_bind bind = {};

	eu_bind_record(&bind, an_exec(70, 0, "/usr/bin/ctr", "ctr\0run\0img\0web1", 17));
	assert_true(eu_bind_has(&bind, "web1"));
	assert_false(eu_bind_has(&bind, "web"));
	assert_false(eu_bind_has(&bind, ""));
}

static void what_containers_say_binds_nothing(void **state)
{
	struct eu_bind bind = {};

	eu_bind_record(&bind, an_exec(70, 5, "/bin/x", "x\0web1", 7));
	assert_false(eu_bind_has(&bind, "web1"));
}

static void more_answers_than_there_is_room_for_are_harmless(void **state)
{
	struct eu_bind bind = {};

	for (int i = 0; i < EU_BIND_MAX + 10; i++)
		eu_bind_record(&bind, an_answer("{\"Id\":\"" ID "\"}"));
	assert_int_equal(bind.n_ids, EU_BIND_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_with_an_id_binds_that_container),
		cmocka_unit_test(an_answer_cut_in_the_id_binds_nothing),
		cmocka_unit_test(a_command_that_names_an_id_binds_it),
		cmocka_unit_test(what_containers_say_binds_nothing),
		cmocka_unit_test(more_answers_than_there_is_room_for_are_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

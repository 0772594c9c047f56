/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "records.h"
#include "world/bind.h"

#define ID "7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d"

#define CREATED "HTTP/1.1 201 Created\r\n\r\n"

static void an_answer_with_an_id_binds_that_container(void **state)
{
	struct eu_bind bind = {};

	eu_bind_record(&bind, an_answer(CREATED "{\"Id\":\"" ID "\"}"));
	assert_true(eu_bind_has(&bind, ID));
	assert_false(eu_bind_has(&bind, "other"));
}

static void an_answer_cut_in_the_id_binds_nothing(void **state)
{
	struct eu_bind bind = {};

	eu_bind_record(&bind, an_answer(CREATED "{\"Id\":\"7339f952c18f"));
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

static void of_many_words_the_latest_bind(void **state)
{
	struct eu_bind bind = {};

	for (int i = 0; i < 10000; i++) {
		char args[200];
		int len = snprintf(args, sizeof(args), "true%c%060d", 0, i);

		eu_bind_record(&bind, an_exec(70, 0, "/bin/true", args, len));
	}
	eu_bind_record(&bind, an_exec(70, 0, "/usr/bin/ctr", "ctr\0run\0img\0web1", 17));
	for (int i = 0; i < 10000; i++) /* over and over the same is one word */
		eu_bind_record(&bind, an_exec(70, 0, "/bin/true", "true\0-x\0/etc\0a=b", 17));
	assert_true(eu_bind_has(&bind, "web1"));
	assert_true(eu_bind_has(&bind, "true"));
	assert_false(eu_bind_has(&bind, "-x"));
	assert_false(eu_bind_has(&bind, "a=b"));
}

static void what_containers_say_binds_nothing(void **state)
{
	struct eu_bind bind = {};

	eu_bind_record(&bind, an_exec(70, 5, "/bin/x", "x\0web1", 7));
	assert_false(eu_bind_has(&bind, "web1"));
}

#define STREAM(text) "33\r\n{\"stream\":\"" text "\\n\"}\r\n\r\n"
#define STEP STREAM("Step 1/2 : FROM web")

/* As dockerd writes them, one or several at once. */
static void a_build_says_what_its_steps_run_in(void **state)
{
	struct eu_bind bind = {};
	const struct eu_bind_name *name;

	eu_bind_record(&bind, an_answer("POST /v1.41/build?t=web HTTP/1.1"));
	name = eu_bind_record(&bind, an_answer("HTTP/1.1 200 OK\r\n\r\n" STEP STREAM(
						  " ---\\u003e Running in 7339f952c18f")));
	assert_string_equal(name->text, "7339f952c18f");
	assert_true(eu_bind_begins(&bind, ID, "laughing_johnson"));
	assert_true(eu_bind_has(&bind, ID));
	assert_int_equal(bind.builds, bind.told_builds);
}

static void what_a_build_prints_otherwise_binds_nothing(void **state)
{
	static const char *const texts[] = {
		STREAM("Running in 7339f952c18f"), STREAM(" ---\\u003e 7339f952c18f"),
		STREAM(" ---\\u003e Running in 7339f952c18"), "{\"Id\":\"" ID "\"}",
		"{\"stream\":\" ---\\u003e Running in 7339", "HTTP/1.1 200 OK\r\n\r\n{\"Id\":\"" ID "\"}"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct eu_bind bind = {};

		assert_null(eu_bind_record(&bind, an_answer(texts[i])));
		assert_false(eu_bind_begins(&bind, ID, "laughing_johnson"));
		assert_false(eu_bind_has(&bind, ID));
	}
}

static void a_build_that_says_nothing_is_counted(void **state)
{
	struct eu_bind bind = {};

	eu_bind_record(&bind, an_answer("POST /v1.41/build?q=1&t=web HTTP/1.1"));
	eu_bind_record(&bind, an_answer("POST /grpc HTTP/1.1"));
	eu_bind_record(&bind, an_answer("POST /v1.41/build/prune HTTP/1.1"));
	eu_bind_record(&bind, an_answer("POST /v1.41/containers/build/start HTTP/1.1"));
	assert_int_equal(bind.builds, 2);
	assert_int_equal(bind.told_builds, 0);
}

static void more_answers_than_there_is_room_for_are_harmless(void **state)
{
	struct eu_bind bind = {};

	for (int i = 0; i < EU_BIND_MAX + 10; i++) {
		char answer[100];

		snprintf(answer, sizeof(answer), CREATED "{\"Id\":\"%064x\"}", i);
		eu_bind_record(&bind, an_answer(answer));
	}
	eu_bind_record(&bind, an_answer(CREATED "{\"Id\":\"" ID "\"}"));
	assert_true(eu_bind_has(&bind, ID));
}

static const struct eu_bind_name *asked(struct eu_bind *bind, const char *request)
{
	return eu_bind_record(bind, an_answer(request));
}

static void a_request_names_its_container(void **state)
{
	static const char *const requests[] = {
		"POST /v1.41/containers/web/start HTTP/1.1\r\nHost: docker\r\n\r\n",
		"POST /v1.41/containers/web/restart?t=10 HTTP/1.1\r\n\r\n",
		"POST /containers/web/attach?stderr=1&stdout=1 HTTP/1.1\r\n\r\n",
		"POST /v5.0.0/libpod/containers/web/exec HTTP/1.1\r\n\r\n{}",
		"POST /v1.41/containers/web/stop?t=1 HTTP/1.1\r\n\r\n",
		"POST /v1.41/containers/web/kill?signal=HUP HTTP/1.1\r\n\r\n",
		"POST /v1.41/containers/web/pause HTTP/1.1\r\n\r\n",
		"DELETE /v1.41/containers/web?force=1 HTTP/1.1\r\n\r\n",
		"DELETE /v1.41/containers/web HTTP/1.1\r\n\r\n",
	};

	for (size_t i = 0; i < sizeof(requests) / sizeof(*requests); i++) {
		struct eu_bind bind = {};
		const struct eu_bind_name *name = asked(&bind, requests[i]);

		assert_non_null(name);
		assert_string_equal(name->text, "web");
		assert_int_equal(name->starts, i == 0);
		assert_false(eu_bind_named(&bind, ID, "we"));
		assert_true(eu_bind_named(&bind, ID, "web"));
	}
}

static void a_request_for_something_else_names_nothing(void **state)
{
	static const char *const requests[] = {
		"POST /v1.41/containers/create?name=web HTTP/1.1\r\n\r\n",
		"POST /v1.41/containers/web/rename?name=x HTTP/1.1\r\n\r\n",
		"DELETE /v1.41/containers/web/archive HTTP/1.1\r\n\r\n",
		"DELETE /v1.41/images/x?y=/containers/web HTTP/1.1\r\n\r\n",
		"DELETE /v1.41/containers/web",
		"POST /v1.41/containers/web/executor HTTP/1.1\r\n\r\n",
		"POST /v1.41/containers/web/exec/more HTTP/1.1\r\n\r\n",
		"POST /v1.41/containers//start HTTP/1.1\r\n\r\n",
		"POST /v1.41/exec/" ID "/start HTTP/1.1\r\n\r\n",
		"POST /v1.41/images/create?fromImage=/containers/web/start HTTP/1.1\r\n\r\n",
		"POST /v1.41/build HTTP/1.1\r\nX: /containers/web/start\r\n\r\n",
		"GET /v1.41/containers/web/start HTTP/1.1\r\n\r\n",
		"POST /v1.41/containers/web/sta",
		"POST ",
	};

	for (size_t i = 0; i < sizeof(requests) / sizeof(*requests); i++) {
		struct eu_bind bind = {};

		assert_null(asked(&bind, requests[i]));
		assert_false(eu_bind_begins(&bind, ID, "web"));
	}
}

static void a_name_is_meant_for_one_container_only(void **state)
{
	struct eu_bind bind = {};

	asked(&bind, "POST /v1.41/containers/7339/start HTTP/1.1\r\n\r\n");
	assert_false(eu_bind_named(&bind, ID, "web"));
	assert_true(eu_bind_begins(&bind, ID, "web"));
	assert_true(eu_bind_has(&bind, ID));
	assert_false(eu_bind_begins(&bind, "7339" "000000000000000000000000000000"
					   "000000000000000000000000000000", "other"));
}

static void who_executes_a_runtime_to_enter_means_its_container(void **state)
{
	assert_true(eu_bind_enters(an_exec(70, 0, "/bin/runc", "runc\0exec\0web1\0ls", 17), "web1", ""));
	assert_true(eu_bind_enters(an_exec(70, 0, "/bin/podman", "podman\0exec\0web\0ls", 18), ID, "web"));
	assert_false(eu_bind_enters(an_exec(70, 0, "/bin/docker", "docker\0exec\0web", 15), ID, "web"));
	assert_true(eu_bind_enters(an_exec(70, 0, "/bin/runc", "runc\0kill\0web1", 14), "web1", ""));
	assert_true(eu_bind_enters(an_exec(70, 0, "/bin/podman", "podman\0rm\0-f\0web", 16), ID, "web"));
	assert_false(eu_bind_enters(an_exec(70, 0, "/bin/runc", "runc\0state\0web1", 15), "web1", ""));
	assert_false(eu_bind_enters(an_exec(70, 0, "/bin/runc", "runc\0exec\0web", 13), "web1", ""));
	assert_false(eu_bind_enters(an_exec(70, 5, "/bin/runc", "runc\0exec\0web1", 14), "web1", ""));
	assert_false(eu_bind_enters(an_exec(70, 0, "/bin/x", "", 0), "", ""));
}

static void only_an_engines_id_is_abbreviated(void **state)
{
	assert_true(eu_bind_abbreviates("7339f9", ID));
	assert_true(eu_bind_abbreviates(ID, ID));
	assert_false(eu_bind_abbreviates("", ID));
	assert_false(eu_bind_abbreviates("339", ID));
	assert_false(eu_bind_abbreviates("web", "web1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_with_an_id_binds_that_container),
		cmocka_unit_test(an_answer_cut_in_the_id_binds_nothing),
		cmocka_unit_test(a_build_says_what_its_steps_run_in),
		cmocka_unit_test(what_a_build_prints_otherwise_binds_nothing),
		cmocka_unit_test(a_build_that_says_nothing_is_counted),
		cmocka_unit_test(a_command_that_names_an_id_binds_it),
		cmocka_unit_test(of_many_words_the_latest_bind),
		cmocka_unit_test(what_containers_say_binds_nothing),
		cmocka_unit_test(more_answers_than_there_is_room_for_are_harmless),
		cmocka_unit_test(a_request_names_its_container),
		cmocka_unit_test(a_request_for_something_else_names_nothing),
		cmocka_unit_test(a_name_is_meant_for_one_container_only),
		cmocka_unit_test(only_an_engines_id_is_abbreviated),
		cmocka_unit_test(who_executes_a_runtime_to_enter_means_its_container),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

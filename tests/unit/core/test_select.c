/* SPDX-License-Identifier: Apache-2.0 */
#include <eunomia/syscalls.h>

#include "records.h"
#include "select.h"

#define ID "7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d"

static struct eu_select *compile(struct eu_selection from)
{
	struct eu_select *select = NULL;

	assert_int_equal(eu_select_new(&select, &from, NULL), 0);
	return select;
}

#define WORDS(list, ...) .list = (const char *const[]){__VA_ARGS__}, \
	.n_##list = sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)

static uint16_t plan_of(const struct eu_select *select, const char *name)
{
	return eu_select_plans(select)[eu_syscall_find(EU_ABI_NATIVE, name)->nr];
}

static void without_a_choice_the_default_events_are_wanted(void **state)
{
	struct eu_select *select = compile((struct eu_selection){});

	assert_true(eu_select_events(select)[EU_TYPE(eu_event_exec)]);
	assert_true(eu_select_events(select)[EU_TYPE(eu_event_open)]);
	assert_false(eu_select_events(select)[EU_TYPE(eu_event_fork)]);
	assert_int_equal(plan_of(select, "dup2") & EU_PLAN_STREAM, 0);
	eu_select_free(select);
}

static void the_name_of_a_syscall_streams_that_one(void **state)
{
	struct eu_select *select = compile((struct eu_selection){WORDS(events, "dup3")});

	assert_int_equal(plan_of(select, "dup3"), EU_PLAN_STREAM);
	assert_int_equal(plan_of(select, "dup2"), 0);
	assert_true(eu_select_events(select)[EU_TYPE(eu_event_syscall)]);
	assert_false(eu_select_events(select)[EU_TYPE(eu_event_exec)]);
	eu_select_free(select);
}

static void a_name_that_is_both_means_the_event(void **state)
{
	struct eu_select *select = compile((struct eu_selection){WORDS(events, "open")});

	assert_true(eu_select_events(select)[EU_TYPE(eu_event_open)]);
	assert_int_equal(plan_of(select, "openat"), 0);
	eu_select_free(select);
}

static void exclusion_comes_after_inclusion(void **state)
{
	struct eu_select *select = compile((struct eu_selection){
		WORDS(events, "syscalls"), WORDS(exclude_events, "futex")});

	assert_int_equal(plan_of(select, "futex"), 0);
	assert_int_equal(plan_of(select, "dup2"), EU_PLAN_STREAM);
	eu_select_free(select);
}

static void the_set_of_the_calls_own_event_is_every_call(void **state)
{
	struct eu_select *all = compile((struct eu_selection){WORDS(sets, "syscall", "net")});
	struct eu_select *none = compile((struct eu_selection){WORDS(exclude_sets, "syscall")});

	assert_int_equal(plan_of(all, "futex"), EU_PLAN_STREAM);
	assert_int_equal(plan_of(all, "connect"), EU_PLAN_STREAM);
	assert_true(eu_select_events(all)[EU_TYPE(eu_event_connect)]);
	assert_int_equal(plan_of(none, "futex"), 0);
	assert_false(eu_select_events(none)[EU_TYPE(eu_event_syscall)]);
	assert_true(eu_select_events(none)[EU_TYPE(eu_event_open)]);
	eu_select_free(all);
	eu_select_free(none);
}

/* `list sets` shows no set that nobody may ask for. */
static void the_set_of_each_event_can_be_asked_for(void **state)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		if (!events[i].internal)
			eu_select_free(compile((struct eu_selection){WORDS(sets, events[i].set)}));
}

static void what_has_no_result_is_not_looked_at_when_only_failures_are_wanted(void **state)
{
	struct eu_select *select = compile((struct eu_selection){WORDS(sets, "net"), .failed = true});

	assert_true(eu_select_events(select)[EU_TYPE(eu_event_connect)]);
	assert_false(eu_select_events(select)[EU_TYPE(eu_event_close)]);
	assert_false(eu_select_events(select)[EU_TYPE(eu_event_udp)]);
	eu_select_free(select);
}

static void failures_of_what_cannot_fail_are_refused(void **state)
{
	const char *words[] = {"close", "exit"};
	struct eu_selection from = {.events = words, .n_events = 2, .failed = true};
	struct eu_select *select;
	struct eu_error err;

	assert_int_equal(eu_select_new(&select, &from, &err), -22);
	assert_non_null(strstr(err.text, "--failed"));
}

static void a_label_without_a_key_is_refused(void **state)
{
	const char *words[] = {"role", "=x"};
	struct eu_selection from = {.labels = words, .n_labels = 2};
	struct eu_select *select;
	struct eu_error err;

	assert_int_equal(eu_select_new(&select, &from, &err), -22);
	assert_non_null(strstr(err.text, "\"=x\""));
}

static void an_unknown_event_is_refused_with_its_neighbours(void **state)
{
	const char *words[] = {"opne"};
	struct eu_selection from = {.events = words, .n_events = 1};
	struct eu_select *select;
	struct eu_error err;

	assert_int_equal(eu_select_new(&select, &from, &err), -22);
	assert_non_null(strstr(err.text, "open"));
}

static void a_container_is_chosen_by_name_id_or_the_ids_beginning(void **state)
{
	struct eu_container web = {.id = ID, .name = "web", .cgroup = ""};
	const char *words[] = {"w*", "7339f952c18f", ID};

	for (size_t i = 0; i < 3; i++) {
		struct eu_select *select =
			compile((struct eu_selection){.containers = &words[i], .n_containers = 1});

		assert_true(eu_select_container(select, &web));
		eu_select_free(select);
	}
}

static void a_container_is_chosen_by_every_name_it_has_had(void **state)
{
	const char former[] = "web\0shop";
	struct eu_container old = {
		.id = ID, .name = "old", .cgroup = "", .former_names = former, .former_size = sizeof(former)};
	struct eu_container other = {.id = ID, .name = "old", .cgroup = ""};
	struct eu_select *select = compile((struct eu_selection){WORDS(containers, "sh*")});

	assert_true(eu_select_container(select, &old));
	assert_false(eu_select_container(select, &other));
	eu_select_free(select);
}

static void a_short_beginning_of_an_id_is_no_choice(void **state)
{
	struct eu_container web = {.id = ID, .name = "web", .cgroup = ""};
	struct eu_select *select = compile((struct eu_selection){WORDS(containers, "7339")});

	assert_false(eu_select_container(select, &web));
	eu_select_free(select);
}

/* As `trace` sees an exec of it: under the name that the kernel keeps. */
static bool is_chosen(struct eu_selection selection, const char *comm, const char *executable)
{
	struct eu_select *select = compile(selection);
	struct eu_process process = {.name = comm, .executable = executable};
	struct eu_container container = {.id = ID, .cgroup = ""};
	const struct eu_head *record = an_exec(1, 2, "/x", "x", 2);
	struct eu_event event = {.record = record, .process = &process, .container = &container,
				 .desc = eu_schema_event(record->type)};
	bool result = eu_select_match(select, &event);

	eu_select_free(select);
	return result;
}

static bool has_comm(const char *choice, const char *comm, const char *executable)
{
	return is_chosen((struct eu_selection){.comms = &choice, .n_comms = 1}, comm, executable);
}

static bool is_left_out(const char *choice, const char *comm, const char *executable)
{
	return !is_chosen((struct eu_selection){.exclude_comms = &choice, .n_exclude_comms = 1}, comm,
			  executable);
}

static void a_name_longer_than_the_kernel_keeps_is_the_executables(void **state)
{
	static const char daemon[] = "/lib/systemd/systemd-journald";
	static const char remote[] = "/lib/systemd/systemd-journal-remote";
	static const char *const words[] = {"systemd-journald", "systemd-journal?", "systemd-*nald",
					    "*journald"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		assert_true(has_comm(words[i], "systemd-journal", daemon));
		assert_true(is_left_out(words[i], "systemd-journal", daemon));
		assert_false(is_left_out(words[i], "systemd-journal", remote));
	}
	assert_false(has_comm("*journald", "systemd-journal", remote));
	assert_true(has_comm("systemd-journal", "systemd-journal", remote));
	assert_true(is_left_out("systemd-journal*", "systemd-journal", remote));
	assert_true(has_comm("systemd-*d", "systemd-resolved", "/lib/systemd/systemd-resolved"));
	assert_false(has_comm("systemd-journald", "systemd-journa", daemon));
}

static void where_the_executable_does_not_tell_who_may_be_meant_is_shown(void **state)
{
	static const char linked[] = "/usr/bin/x86_64-linux-gnu-gcc-12";

	assert_true(has_comm("x86_64-linux-gnu-gcc", "x86_64-linux-gn", linked));
	assert_false(is_left_out("x86_64-linux-gnu-gcc", "x86_64-linux-gn", linked));
	assert_true(has_comm("averyveryverylong.py", "averyveryverylo", "/usr/bin/python3"));
	assert_true(has_comm("averyveryverylong*", "averyveryverylo", ""));
	assert_false(has_comm("averyveryveryshort", "averyveryverylo", "/usr/bin/python3"));
	assert_false(has_comm("*.py", "averyveryverylo", "/usr/bin/python3"));
	assert_false(is_left_out("averyveryverylong.py", "averyveryverylo", "/usr/bin/python3"));
	assert_true(is_left_out("averyveryverylo", "averyveryverylo", "/usr/bin/python3"));
}

static void the_beginning_of_a_name_that_is_no_digest_is_no_choice(void **state)
{
	struct eu_container other = {
		.id = "web-frontend-2", .name = "web-frontend-2", .cgroup = ""};
	struct eu_select *select = compile((struct eu_selection){WORDS(containers, "web-frontend")});

	assert_false(eu_select_container(select, &other));
	eu_select_free(select);
}

static void all_labels_have_to_be_there(void **state)
{
	struct eu_label labels[] = {{.key = "tier", .value = "front"}, {.key = "team", .value = "a"}};
	struct eu_container web = {.id = "x", .name = "web", .cgroup = "", .labels = labels, .n_labels = 2};
	struct eu_select *both = compile((struct eu_selection){WORDS(labels, "tier=front", "team")});
	struct eu_select *wrong = compile((struct eu_selection){WORDS(labels, "tier=back")});

	assert_true(eu_select_container(both, &web));
	assert_false(eu_select_container(wrong, &web));
	eu_select_free(both);
	eu_select_free(wrong);
}

static void a_value_that_is_not_known_whole_hides_nothing(void **state)
{
	struct eu_label labels[] = {{.key = "note", .value = "abc", .cut = true},
				    {.key = "tier", .value = "front"}};
	struct eu_container web = {.id = "x", .name = "web", .cgroup = "", .labels = labels, .n_labels = 2};
	static const struct {
		const char *word;
		bool known, when_more; /* does it match; and when others are left out? */
	} cases[] = {
		{"note", true, true},         {"note=abcdef", true, true},
		{"note=abc", false, false},   {"note=abd", false, false},
		{"tier=front", true, true},   {"tier=frontier", false, false},
		{"team", false, true},        {"team=a", false, true},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct eu_select *select = compile((struct eu_selection){WORDS(labels, cases[i].word)});

		web.labels_left_out = false;
		assert_int_equal(eu_select_container(select, &web), cases[i].known);
		web.labels_left_out = true;
		assert_int_equal(eu_select_container(select, &web), cases[i].when_more);
		eu_select_free(select);
	}
}

/* One condition that is known not to hold decides, whatever is not known for the others. */
static void what_is_not_known_matters_where_all_else_fits(void **state)
{
	struct eu_label labels[] = {{.key = "tier", .value = "front"}};
	const struct eu_container unlabelled = {
		.id = ID, .name = "web", .named = true, .labels_unknown = true, .runtime = "podman",
		.cgroup = "/x", .image_name = "nginx", .image_tag = "1", .image_digest = "",
		.image_id = ""};
	const struct eu_container without_image = {
		.id = ID, .name = "web", .named = true, .runtime = "containerd", .cgroup = "/x",
		.image_name = "", .image_tag = "", .image_digest = "", .image_id = "",
		.labels = labels, .n_labels = 1};
	const struct eu_container unnamed = {
		.id = ID, .name = ID, .runtime = "docker", .cgroup = "/x", .image_name = "",
		.image_tag = "", .image_digest = "", .image_id = ""};
	const struct {
		const struct eu_container *container;
		struct eu_selection from;
		enum eu_fit fit, when_more;
	} cases[] = {
		{&unlabelled, {WORDS(labels, "a")}, EU_MAY_FIT, EU_MAY_FIT},
		{&unlabelled, {WORDS(labels, "a"), WORDS(containers, "web")}, EU_MAY_FIT, EU_MAY_FIT},
		{&unlabelled, {WORDS(labels, "a"), WORDS(containers, "db")}, EU_FITS_NOT, EU_FITS_NOT},
		{&unlabelled, {WORDS(labels, "a"), WORDS(images, "redis")}, EU_FITS_NOT, EU_MAY_FIT},
		{&unlabelled, {WORDS(containers, "web"), WORDS(images, "nginx")}, EU_FITS, EU_FITS},
		{&without_image, {WORDS(images, "nginx")}, EU_MAY_FIT, EU_MAY_FIT},
		{&without_image, {WORDS(images, "nginx"), WORDS(labels, "tier=back")}, EU_FITS_NOT,
		 EU_FITS_NOT},
		{&without_image, {WORDS(images, "nginx"), WORDS(labels, "tier=front")}, EU_MAY_FIT,
		 EU_MAY_FIT},
		{&unnamed, {WORDS(containers, "web"), WORDS(images, "nginx"), WORDS(labels, "a")},
		 EU_MAY_FIT, EU_MAY_FIT},
		{&unnamed, {WORDS(containers, "7339f952c18f")}, EU_FITS, EU_FITS},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct eu_select *select = compile(cases[i].from);

		assert_int_equal(eu_select_fit(select, cases[i].container, false), cases[i].fit);
		assert_int_equal(eu_select_fit(select, cases[i].container, true), cases[i].when_more);
		eu_select_free(select);
	}
}

static void an_image_is_chosen_by_name_tag_digest_or_id(void **state)
{
	const struct eu_container web = {.cgroup = "", .runtime = "docker",
					 .image_name = "example/web", .image_tag = "1.2",
					 .image_digest = "sha256:00ff",
					 .image_id = "sha256:dd55d51b7f8fa75c64758dfad8a0b97094"};
	const struct eu_container own = {
		.cgroup = "", .runtime = "runc", .image_name = "", .image_tag = "", .image_digest = "", .image_id = ""};
	static const struct {
		const char *word;
		bool web;
	} cases[] = {
		{"example/web", true},             {"example/web:1.2", true},
		{"example/*", true},               {"example/web:1", false},
		{"example/web@sha256:00ff", true}, {"example/web:1.2@sha256:00ff", true},
		{"sha256:00ff", true},             {"example/web@sha256:00", false},
		{"sha256:00", false},              {"example/app@sha256:00ff", false},
		{"dd55d51b7f8f", true},            {"sha256:dd55d51b7f8fa75c", true},
		{"dd55d51b7f8", false},            {"sha256:dd55d51b7f8e", false},
		{"sha256:", false},                {"d55d51b7f8fa75c", false},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct eu_select *select = compile((struct eu_selection){WORDS(images, cases[i].word)});

		assert_int_equal(eu_select_container(select, &web), cases[i].web);
		assert_false(eu_select_container(select, &own));
		eu_select_free(select);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_choice_the_default_events_are_wanted),
		cmocka_unit_test(the_name_of_a_syscall_streams_that_one),
		cmocka_unit_test(a_name_that_is_both_means_the_event),
		cmocka_unit_test(exclusion_comes_after_inclusion),
		cmocka_unit_test(the_set_of_the_calls_own_event_is_every_call),
		cmocka_unit_test(the_set_of_each_event_can_be_asked_for),
		cmocka_unit_test(what_has_no_result_is_not_looked_at_when_only_failures_are_wanted),
		cmocka_unit_test(failures_of_what_cannot_fail_are_refused),
		cmocka_unit_test(a_label_without_a_key_is_refused),
		cmocka_unit_test(an_unknown_event_is_refused_with_its_neighbours),
		cmocka_unit_test(a_container_is_chosen_by_name_id_or_the_ids_beginning),
		cmocka_unit_test(a_container_is_chosen_by_every_name_it_has_had),
		cmocka_unit_test(a_short_beginning_of_an_id_is_no_choice),
		cmocka_unit_test(a_name_longer_than_the_kernel_keeps_is_the_executables),
		cmocka_unit_test(where_the_executable_does_not_tell_who_may_be_meant_is_shown),
		cmocka_unit_test(the_beginning_of_a_name_that_is_no_digest_is_no_choice),
		cmocka_unit_test(all_labels_have_to_be_there),
		cmocka_unit_test(what_is_not_known_matters_where_all_else_fits),
		cmocka_unit_test(a_value_that_is_not_known_whole_hides_nothing),
		cmocka_unit_test(an_image_is_chosen_by_name_tag_digest_or_id),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: Apache-2.0
/* Reports of several runs and replicas as one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "sample_report.h"

static char text[2][65536];

static const char *as_json(char *out, const struct eu_report *report)
{
	FILE *file = tmpfile();
	size_t n;

	assert_int_equal(eu_report_write_json(report, fileno(file)), 0);
	rewind(file);
	n = fread(out, 1, sizeof(text[0]) - 1, file);
	out[n] = '\0';
	fclose(file);
	return out;
}

static struct eu_merger *merger_of(const struct eu_report *const *reports, size_t n)
{
	struct eu_merger *merger;

	assert_int_equal(eu_merger_new(&merger, NULL), 0);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(eu_merger_add(merger, reports[i], NULL), 0);
	return merger;
}

/* The sample's first container alone, as another report may have it. */
static struct eu_container_report other_container;
static struct eu_report other;

static int make_other(void **state)
{
	other_container = sample_containers[0];
	other_container.container.id = "another";
	other_container.container.name = "web-2";
	other = (struct eu_report){.host = "edge-2",
				   .first = SAMPLE_TIME - 1000,
				   .last = SAMPLE_TIME,
				   .containers = &other_container,
				   .n_containers = 1,
				   .complete = true};
	return 0;
}

static const struct eu_container_report *merged_with_other(struct eu_merger **merger)
{
	const struct eu_report *both[] = {&sample, &other};

	*merger = merger_of(both, 2);
	return &eu_merger_report(*merger)->containers[0];
}

static void one_report_alone_stays_as_it_is(void **state)
{
	struct eu_report single = sample;
	const struct eu_report *one = &single;
	struct eu_merger *merger;

	single.n_containers = 2;
	merger = merger_of(&one, 1);
	assert_string_equal(as_json(text[0], eu_merger_report(merger)), as_json(text[1], one));
	eu_merger_free(merger);
}

static void containers_of_one_image_are_one_entry_that_says_of_whom(void **state)
{
	struct eu_merger *merger;
	const struct eu_container_report *c = merged_with_other(&merger);

	assert_int_equal(eu_merger_report(merger)->n_containers, 2);
	assert_string_equal(eu_merger_report(merger)->host, "edge-1, edge-2");
	assert_int_equal(c->runs, 2);
	assert_int_equal(c->n_replicas, 2);
	assert_string_equal(c->replicas[0].name, "web");
	assert_string_equal(c->replicas[0].host, "edge-1");
	assert_string_equal(c->replicas[1].id, "another");
	assert_string_equal(c->replicas[1].host, "edge-2");
	assert_string_equal(c->container.name, "web");
	eu_merger_free(merger);
}

static void counts_and_bytes_and_errors_add_up(void **state)
{
	struct eu_merger *merger;
	const struct eu_container_report *c = merged_with_other(&merger);

	assert_int_equal(c->n_syscalls, 3);
	assert_int_equal(c->syscalls[0].count, 200);
	assert_int_equal(c->syscalls[0].n_errors, 3);
	assert_int_equal(c->syscalls[0].errors[1].count, 8);
	assert_int_equal(c->syscalls[2].n_values, 1);
	assert_int_equal(c->syscalls[2].values[0].count, 4);
	assert_int_equal(c->n_files, 3);
	assert_int_equal(c->files[0].bytes_read, 3000);
	assert_int_equal(c->files[1].failures, 6);
	assert_int_equal(c->executables[0].count, 2);
	assert_int_equal(c->peers[0].bytes_sent, 20480);
	assert_int_equal(c->capabilities[1].refused, 2);
	assert_int_equal(c->n_lifecycle, 4);
	eu_merger_free(merger);
}

static void times_are_the_earliest_and_the_latest(void **state)
{
	struct eu_syscall_fact early = sample_syscalls[0];
	struct eu_merger *merger;
	const struct eu_container_report *c;

	early.first -= 1000;
	early.last -= 1000;
	other_container.syscalls = &early;
	other_container.n_syscalls = 1;
	other_container.first = SAMPLE_TIME - 5000;
	c = merged_with_other(&merger);
	assert_true(c->syscalls[0].first == SAMPLE_TIME - 1000);
	assert_true(c->syscalls[0].last == SAMPLE_TIME + 5);
	assert_true(c->first == SAMPLE_TIME - 5000);
	assert_true(eu_merger_report(merger)->first == SAMPLE_TIME - 1000);
	eu_merger_free(merger);
}

static void what_only_one_of_them_did_is_there(void **state)
{
	static const struct eu_errno_count eperm = {1, 7, 2};
	static const struct eu_argument_fact arguments[] = {{"family", 10, "AF_INET6"}};
	static const struct eu_value_fact values[] = {{arguments, 1, 5, 1, SAMPLE_TIME,
						      SAMPLE_TIME}};
	static const struct eu_syscall_fact calls[] = {
	    {"socket", 5, 2, SAMPLE_TIME, SAMPLE_TIME, &eperm, 1, values, 1},
	    {"mount", 1, 1, SAMPLE_TIME, SAMPLE_TIME, NULL, 0, NULL, 0},
	};
	static const char *const in_mount[] = {"mount"};
	static const struct eu_capability_fact used = {"CAP_SYS_ADMIN", 1, 0, SAMPLE_TIME,
						       SAMPLE_TIME, in_mount, 1, 0, 0, 0};
	struct eu_merger *merger;
	const struct eu_container_report *c;

	other_container.syscalls = calls;
	other_container.n_syscalls = 2;
	other_container.capabilities = &used;
	other_container.n_capabilities = 1;
	c = merged_with_other(&merger);
	assert_int_equal(c->n_syscalls, 4);
	assert_string_equal(c->syscalls[3].name, "mount");
	assert_int_equal(c->syscalls[2].errors[0].error, 1);
	assert_int_equal(c->syscalls[2].n_values, 2);
	assert_string_equal(c->syscalls[2].values[1].arguments[0].text, "AF_INET6");
	assert_int_equal(c->capabilities[1].granted, 1);
	assert_string_equal(c->capabilities[1].syscalls[0], "mount");
	eu_merger_free(merger);
}

/* A program that ran in several ways: each of them once, as the merger's own. */
static void ways_to_run_a_program_are_all_there_once(void **state)
{
	char word[] = "-t";
	const char *argv[] = {"nginx", word}, *first[] = {"nginx", "-V"};
	const struct eu_argv_fact others[] = {{argv, 2}};
	struct eu_executable_fact executable = sample_executables[0];
	const struct eu_container_report *c;
	struct eu_merger *merger;

	executable.argv = first;
	executable.n_argv = 2;
	executable.others = others;
	executable.n_others = 1;
	executable.more = executable.cut = false;
	other_container.executables = &executable;
	other_container.n_executables = 1;
	c = merged_with_other(&merger);
	memset(word, 'x', 2); /* what was added may be gone */
	assert_int_equal(c->n_executables, 1);
	assert_int_equal(c->executables[0].n_others, 4);
	assert_string_equal(c->executables[0].others[2].argv[1], "-V");
	assert_string_equal(c->executables[0].others[3].argv[1], "-t");
	assert_true(c->executables[0].more && c->executables[0].cut);
	eu_merger_free(merger);
}

static void a_loss_of_one_is_a_loss_of_all(void **state)
{
	struct eu_report lossless = other;
	struct eu_merger *merger;
	const struct eu_container_report *c;

	other_container.n_loss = 0;
	c = merged_with_other(&merger);
	assert_false(eu_merger_report(merger)->complete);
	assert_int_equal(c->n_loss, 1);
	assert_int_equal(c->loss[0].count, 34);
	eu_merger_free(merger);
	merger = merger_of((const struct eu_report *[]){&lossless}, 1);
	assert_true(eu_merger_report(merger)->complete);
	eu_merger_free(merger);
}

static void the_confinement_is_what_any_of_them_was_allowed(void **state)
{
	struct eu_confinement_fact loose = sample_confinement;
	struct eu_merger *merger;
	const struct eu_container_report *c;

	loose.no_new_privs = false;
	loose.seccomp = loose.seccomp_filters = 0;
	loose.bounding = 1;
	other_container.confinement = &loose;
	c = merged_with_other(&merger);
	assert_false(c->confinement->no_new_privs);
	assert_int_equal(c->confinement->seccomp, 0);
	assert_true(c->confinement->bounding == (1ull << 10 | 1ull << 63 | 1));
	assert_string_equal(c->confinement->libc, "musl 1.2.4");
	eu_merger_free(merger);
}

static void one_container_in_two_runs_is_one_replica(void **state)
{
	const struct eu_report *same[] = {&sample, &sample};
	struct eu_merger *merger = merger_of(same, 2);
	const struct eu_container_report *c = &eu_merger_report(merger)->containers[0];

	assert_int_equal(c->runs, 2);
	assert_int_equal(c->n_replicas, 1);
	eu_merger_free(merger);
}

static void steps_of_life_are_in_order_of_time(void **state)
{
	static const struct eu_lifecycle_fact later[] = {
	    {SAMPLE_TIME - 5, "created", NULL},
	    {SAMPLE_TIME + 1000, "started", NULL},
	    {SAMPLE_TIME + 9000000000ull, "stopped", "exit code 0"},
	};
	struct eu_merger *merger;
	const struct eu_container_report *c;

	other_container.lifecycle = later;
	other_container.n_lifecycle = 3;
	c = merged_with_other(&merger);
	assert_int_equal(c->n_lifecycle, 5);
	for (size_t i = 1; i < c->n_lifecycle; i++)
		assert_true(c->lifecycle[i - 1].time <= c->lifecycle[i].time);
	assert_string_equal(c->lifecycle[2].action, "started");
	eu_merger_free(merger);
}

static void many_runs_with_facts_of_their_own_are_kept_apart(void **state)
{
	struct eu_merger *merger;
	struct eu_error err;
	const struct eu_container_report *c;

	assert_int_equal(eu_merger_new(&merger, &err), 0);
	for (int i = 0; i < 500; i++) {
		char path[32];
		struct eu_file_fact file = {.path = path, .opens = 1};

		snprintf(path, sizeof(path), "/data/%d", i % 250);
		other_container.files = &file;
		other_container.n_files = 1;
		assert_int_equal(eu_merger_add(merger, &other, &err), 0);
	}
	c = &eu_merger_report(merger)->containers[0];
	assert_int_equal(c->n_files, 250);
	assert_int_equal(c->runs, 500);
	for (size_t i = 0; i < c->n_files; i++)
		assert_int_equal(c->files[i].opens, 2);
	assert_string_equal(c->files[249].path, "/data/249");
	eu_merger_free(merger);
}

static void a_name_is_moved_if_it_is_in_all_runs(void **state)
{
	for (unsigned runs = 0; runs < 4; runs++) {
		struct eu_file_fact files[] = {{.path = "/a", .opens = 1, .moved = runs & 1},
					       {.path = "/a", .opens = 1, .moved = runs & 2}};
		struct eu_container_report all[] = {other_container, other_container};
		const struct eu_report one = {.host = "edge", .containers = &all[0], .n_containers = 1},
				       two = {.host = "edge", .containers = &all[1], .n_containers = 1},
				       *both[] = {&one, &two};
		struct eu_merger *merger;

		for (int i = 0; i < 2; i++) {
			all[i].files = &files[i];
			all[i].n_files = 1;
		}
		merger = merger_of(both, 2);
		assert_int_equal(eu_merger_report(merger)->containers[0].files[0].moved, runs == 3);
		eu_merger_free(merger);
	}
}

/* A container without an image, in one of two cgroups. */
static struct eu_container_report named_in(const char *cgroup)
{
	struct eu_container_report c = other_container;

	c.container.name = c.container.id = "dup";
	c.container.image_name = c.container.image_tag = c.container.image_digest = "";
	c.container.cgroup = cgroup;
	return c;
}

static void one_name_in_two_cgroups_is_two_entries_if_a_run_had_both(void **state)
{
	struct eu_container_report all[] = {named_in("/one/dup"), named_in("/two/dup")};
	const struct eu_report both = {.host = "edge-1", .containers = all, .n_containers = 2},
			       one = {.host = "edge-1", .containers = all, .n_containers = 1},
			       two = {.host = "edge-2", .containers = all + 1, .n_containers = 1};
	const struct eu_report *orders[][3] = {
		{&both, &one, &two}, {&one, &both, &two}, {&two, &one, &both}};

	for (size_t i = 0; i < 3; i++) {
		struct eu_merger *merger = merger_of(orders[i], 3);
		const struct eu_report *merged = eu_merger_report(merger);

		assert_int_equal(merged->n_containers, 2);
		for (size_t c = 0; c < 2; c++) {
			assert_int_equal(merged->containers[c].runs, 2);
			assert_int_equal(merged->containers[c].syscalls[0].count,
					 2 * all[0].syscalls[0].count);
		}
		assert_string_not_equal(merged->containers[0].container.cgroup,
					merged->containers[1].container.cgroup);
		eu_merger_free(merger);
	}
}

static void one_name_is_one_entry_whatever_each_host_calls_its_cgroup(void **state)
{
	struct eu_container_report all[] = {named_in("/one/dup"), named_in("/two/dup"),
					    named_in("/one/dup")};
	const struct eu_report reports[] = {
		{.host = "edge-1", .containers = &all[0], .n_containers = 1, .complete = true},
		{.host = "edge-2", .containers = &all[1], .n_containers = 1, .complete = true},
		{.host = "edge-1", .containers = &all[2], .n_containers = 1, .complete = true}};
	const struct eu_report *each[] = {&reports[0], &reports[1], &reports[2]};
	struct eu_merger *merger = merger_of(each, 3);
	const struct eu_container_report *c;

	assert_int_equal(eu_merger_report(merger)->n_containers, 1);
	c = &eu_merger_report(merger)->containers[0];
	assert_int_equal(c->runs, 3);
	assert_int_equal(c->n_replicas, 2);
	assert_int_equal(c->syscalls[0].count, 3 * all[0].syscalls[0].count);
	assert_int_equal(c->n_lifecycle, 3 * all[0].n_lifecycle);
	assert_int_equal(c->loss[0].count, 3 * all[0].loss[0].count);
	eu_merger_free(merger);
}

/* The other one is of a trace that was asked for less. */
static void what_one_recording_does_not_have_the_entry_does_not(void **state)
{
	static const char *const opens[] = {"open"}, *const uses[] = {"io", "open"};
	static const struct eu_unrecorded
	    less[] = {{"syscalls", NULL, 0}, {"files", opens, 1}},
	    more[] = {{"syscalls", NULL, 0}, {"files", uses, 2}};
	struct eu_container_report again = sample_containers[0], third = sample_containers[0];
	const struct eu_report alike = {.host = "edge-1", .containers = &again, .n_containers = 1},
			       unlike = {.host = "edge-1", .containers = &third, .n_containers = 1};
	const struct eu_report *all[] = {&other, &alike, &unlike};

	other_container.unrecorded = again.unrecorded = less;
	other_container.n_unrecorded = again.n_unrecorded = 2;
	third.unrecorded = more;
	third.n_unrecorded = 2;
	for (size_t n = 2; n <= 3; n++) {
		struct eu_merger *merger = merger_of(all, n);
		const struct eu_container_report *c = &eu_merger_report(merger)->containers[0];

		assert_int_equal(c->n_unrecorded, 2);
		assert_string_equal(c->unrecorded[1].kind, "files");
		assert_int_equal(c->unrecorded[1].n_events, n == 2 ? 1 : 0);
		eu_merger_free(merger);
	}
}

static void what_only_some_recordings_have_is_not_known_of_the_entry(void **state)
{
	static const char *const opens[] = {"open"};
	static const struct eu_unrecorded files = {"files", opens, 1};

	for (unsigned i = 0; i < 2; i++) {
		const struct eu_report *both[] = {i ? &other : &sample, i ? &sample : &other};
		const struct eu_container_report *c;
		struct eu_merger *merger;

		other_container.unrecorded = &files;
		other_container.n_unrecorded = 1;
		merger = merger_of(both, 2);
		c = &eu_merger_report(merger)->containers[0];
		assert_int_equal(c->n_unrecorded, 1);
		assert_string_equal(c->unrecorded[0].kind, "files");
		assert_int_equal(c->unrecorded[0].n_events, 0);
		eu_merger_free(merger);
	}
}

static void nothing_merged_is_an_empty_report(void **state)
{
	struct eu_merger *merger = merger_of(NULL, 0);

	assert_string_equal(as_json(text[0], eu_merger_report(merger)),
			    "{\"host\":\"\",\"complete\":true,\"ended\":true,\"containers\":[]}\n");
	eu_merger_free(merger);
	eu_merger_free(NULL);
}

#define TEST(name) cmocka_unit_test_setup(name, make_other)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(one_report_alone_stays_as_it_is),
	    TEST(containers_of_one_image_are_one_entry_that_says_of_whom),
	    TEST(counts_and_bytes_and_errors_add_up),
	    TEST(times_are_the_earliest_and_the_latest),
	    TEST(what_only_one_of_them_did_is_there),
	    TEST(ways_to_run_a_program_are_all_there_once),
	    TEST(a_loss_of_one_is_a_loss_of_all),
	    TEST(the_confinement_is_what_any_of_them_was_allowed),
	    TEST(one_container_in_two_runs_is_one_replica),
	    TEST(steps_of_life_are_in_order_of_time),
	    TEST(many_runs_with_facts_of_their_own_are_kept_apart),
	    TEST(a_name_is_moved_if_it_is_in_all_runs),
	    TEST(one_name_in_two_cgroups_is_two_entries_if_a_run_had_both),
	    TEST(one_name_is_one_entry_whatever_each_host_calls_its_cgroup),
	    TEST(what_one_recording_does_not_have_the_entry_does_not),
	    TEST(what_only_some_recordings_have_is_not_known_of_the_entry),
	    TEST(nothing_merged_is_an_empty_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

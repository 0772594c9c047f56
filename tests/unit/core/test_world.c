/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "records.h"
#include "world/world.h"

#define ID "7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d7339f952c18f0e1d"
#define REF 0x10003u

/* What the world said and asked since the last look. */
static struct {
	uint32_t actions[8];
	int exit_code;
	size_t n_actions;
	eu_ref asked, gone;
} heard;

static void on_say(void *context, const struct eu_head *record)
{
	const struct eu_event_container *e = (const void *)record;

	heard.actions[heard.n_actions++ % 8] = e->action;
	heard.exit_code = e->exit_code;
}

static void on_ask(void *context, const struct eu_container *container, uint64_t cgroup_id,
		   uint32_t pid, bool in_tree)
{
	heard.asked = container->ref;
}

static void on_gone(void *context, eu_ref ref)
{
	heard.gone = ref;
}

static int begin(void **state)
{
	struct eu_world_ops ops = {.say = on_say, .ask = on_ask, .gone = on_gone};

	memset(&heard, 0, sizeof(heard));
	return eu_world_new((struct eu_world **)state, &ops, NULL);
}

static int end(void **state)
{
	eu_world_free(*state);
	return 0;
}

static void take(struct eu_world *world, const struct eu_head *record)
{
	eu_world_apply(world, record);
	eu_world_settle(world, record);
}

static void a_container_has_its_id_and_runtime_from_the_cgroup(void **state)
{
	const struct eu_container *c;

	take(*state, a_container(REF, 77, "/docker/" ID));
	c = eu_world_container(*state, REF);
	assert_non_null(c);
	assert_string_equal(c->id, ID);
	assert_string_equal(c->name, "7339f952c18f");
	assert_string_equal(c->runtime, "docker");
	assert_int_equal(heard.asked, REF);
}

static const char *runtime_of(struct eu_world *world)
{
	return eu_world_container(world, REF)->runtime;
}

static void who_made_it_is_the_runtime_when_nobody_says_more(void **state)
{
	take(*state, a_container_made_by(REF, "/web", "crun"));
	assert_string_equal(runtime_of(*state), "crun");
	take(*state, a_container_made_by(REF, "/" ID, "memfd:runc_cloned:/proc/self/exe"));
	assert_string_equal(runtime_of(*state), "runc");
	take(*state, a_container_made_by(REF, "/web", "runc-1.3"));
	assert_string_equal(runtime_of(*state), "runc");
}

static void a_program_with_a_name_like_a_runtimes_is_none(void **state)
{
	take(*state, a_container_made_by(REF, "/web", "runcommand"));
	assert_string_equal(runtime_of(*state), "");
}

static void the_cgroup_and_the_runtimes_own_word_beat_who_made_it(void **state)
{
	take(*state, a_container_made_by(REF, "/docker/" ID, "runc"));
	assert_string_equal(runtime_of(*state), "docker");
	take(*state, a_container_made_by(REF, "/pods/" ID, "runc"));
	take(*state, its_runtime(REF, "containerd"));
	assert_string_equal(runtime_of(*state), "containerd");
}

/* systemd makes the cgroup that a runtime asks for. */
static void the_first_process_tells_the_runtime_where_the_maker_does_not(void **state)
{
	take(*state, a_container_made_by(REF, "/pods/" ID, "systemd"));
	assert_string_equal(runtime_of(*state), "");
	take(*state, a_join_of(100, "runc", REF));
	assert_string_equal(runtime_of(*state), "runc");
	take(*state, a_join_of(101, "crun", REF));
	assert_string_equal(runtime_of(*state), "runc");
}

static void keep_told(void *context, const struct eu_head *record)
{
	take(context, record);
}

static void who_joins_a_recording_late_is_told_the_runtime(void **state)
{
	struct eu_world *late;

	take(*state, a_container_made_by(REF, "/web", "crun"));
	assert_int_equal(eu_world_new(&late, &(struct eu_world_ops){}, NULL), 0);
	eu_world_tell(*state, 2000, keep_told, late);
	assert_string_equal(runtime_of(late), "crun");
	eu_world_free(late);
}

static void a_process_that_was_there_existed_unless_it_is_the_command(void **state)
{
	take(*state, a_process_that_is_there(100, false));
	take(*state, a_process_that_is_there(101, true));
	assert_true(eu_world_process(*state, an_exit(100, 0, 0, 0))->existed);
	assert_false(eu_world_process(*state, an_exit(101, 0, 0, 0))->existed);
}

static void a_slot_of_another_generation_is_another_container(void **state)
{
	take(*state, a_container(REF, 77, "/docker/" ID));
	assert_null(eu_world_container(*state, REF + 0x10000));
}

static void a_name_that_comes_later_is_told(void **state)
{
	take(*state, a_container(REF, 77, "/docker/" ID));
	take(*state, its_name(REF, "web"));
	assert_string_equal(eu_world_container(*state, REF)->name, "web");
	assert_int_equal(heard.n_actions, 1);
	assert_int_equal(heard.actions[0], EU_CONTAINER_NAMED);
}

static void the_first_exec_inside_starts_the_container(void **state)
{
	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join(100, 100, REF));
	take(*state, a_fork(100, 101, REF, REF));
	take(*state, an_exec(101, REF, "/bin/sh", "sh", 3));
	assert_int_equal(heard.n_actions, 1);
	assert_int_equal(heard.actions[0], EU_CONTAINER_STARTED);
	take(*state, a_fork(101, 102, REF, REF));
	take(*state, an_exec(102, REF, "/bin/ls", "ls", 3));
	assert_int_equal(heard.n_actions, 1);
}

static void a_runtime_that_executes_itself_starts_nothing(void **state)
{
	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join(100, 100, REF));
	take(*state, an_exec(100, REF, "memfd:runc_cloned:/proc/self/exe", "runc\0init", 10));
	assert_int_equal(heard.n_actions, 0);
}

static void a_later_process_from_outside_is_an_exec(void **state)
{
	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join(100, 1, REF));
	take(*state, an_exec(100, REF, "/bin/sh", "sh", 3));
	take(*state, a_join(200, 7, REF));
	take(*state, an_exec(200, REF, "/bin/ls", "ls", 3));
	assert_int_equal(heard.n_actions, 2);
	assert_int_equal(heard.actions[1], EU_CONTAINER_EXEC);
}

static void a_runtime_inside_brings_nobody_in(void **state)
{
	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join(100, 1, REF));
	take(*state, an_exec(100, REF, "/bin/sh", "sh", 3));
	take(*state, a_fork(100, 101, REF, REF));
	take(*state, a_fork(101, 102, REF, REF));
	take(*state, a_join_by(101, 102, REF));
	take(*state, an_exec(102, REF, "/bin/ls", "ls", 3));
	take(*state, a_join_by(101, 103, REF)); /* one whose fork was lost */
	take(*state, an_exec(103, REF, "/bin/ls", "ls", 3));
	assert_int_equal(heard.n_actions, 1);
}

static void who_moves_itself_on_its_way_in_comes_from_outside_all_the_same(void **state)
{
	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join(100, 1, REF));
	take(*state, a_join_by(100, 100, REF));
	take(*state, an_exec(100, REF, "/bin/sh", "sh", 3));
	take(*state, a_join_by(200, 200, REF));
	take(*state, a_fork(200, 201, REF, REF));
	take(*state, a_join_by(200, 201, REF));
	take(*state, an_exec(201, REF, "/bin/ls", "ls", 3));
	assert_int_equal(heard.n_actions, 2);
	assert_int_equal(heard.actions[0], EU_CONTAINER_STARTED);
	assert_int_equal(heard.actions[1], EU_CONTAINER_EXEC);
}

static bool is_entering(struct eu_world *world, uint32_t pid)
{
	return eu_world_is_entering(world, an_exit(pid, REF, 0, 0));
}

static void who_is_on_its_way_in_is_so_until_it_executes_something(void **state)
{
	struct eu_event_exec *once_more;

	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join_entering(200, REF));
	take(*state, a_fork_entering(200, 201, REF, REF));
	take(*state, a_fork_entering(50, 202, 0, REF));
	assert_true(is_entering(*state, 200) && is_entering(*state, 202));
	once_more = (void *)an_exec(201, REF, "", "", 0);
	once_more->executes = EU_EXECUTES_RUNTIME;
	take(*state, &once_more->head);
	assert_true(is_entering(*state, 201));
	take(*state, an_exec(201, REF, "/bin/ls", "ls", 3));
	assert_false(is_entering(*state, 201));
	assert_true(is_entering(*state, 200));
	take(*state, a_fork(201, 203, REF, REF));
	assert_false(is_entering(*state, 203));
	take(*state, a_join(204, 204, REF));
	assert_false(is_entering(*state, 204));
}

static void who_reads_on_from_a_snapshot_knows_who_is_on_its_way_in(void **state)
{
	struct eu_world *late;

	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join_entering(200, REF));
	assert_int_equal(eu_world_new(&late, &(struct eu_world_ops){}, NULL), 0);
	eu_world_tell(*state, 2000, keep_told, late);
	assert_true(is_entering(late, 200));
	eu_world_free(late);
}

static void a_container_whose_entrypoint_never_began_has_failed(void **state)
{
	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join(100, 1, REF));
	take(*state, a_rename(100, REF, "runc:[2:INIT]"));
	take(*state, an_exit(100, REF, 1, 0));
	assert_int_equal(heard.actions[0], EU_CONTAINER_FAILED);
	assert_int_equal(heard.n_actions, 1);
}

/* By CRIU: it goes on where it was, and executes nothing. */
static void a_container_that_was_restored_has_stopped(void **state)
{
	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join(100, 1, REF));
	take(*state, a_rename(100, REF, "nginx"));
	take(*state, an_exit(100, REF, 3, 0));
	assert_int_equal(heard.actions[0], EU_CONTAINER_STOPPED);
	assert_int_equal(heard.exit_code, 3);
}

static void the_end_of_its_init_stops_the_container(void **state)
{
	take(*state, a_container(REF, 77, "/web"));
	take(*state, a_join(100, 1, REF));
	take(*state, an_exec(100, REF, "/bin/sh", "sh", 3));
	take(*state, an_exit(100, REF, 0, 9));
	assert_int_equal(heard.actions[1], EU_CONTAINER_STOPPED);
	assert_int_equal(heard.exit_code, 137);
}

static void only_the_removal_of_its_own_cgroup_ends_it(void **state)
{
	take(*state, a_container(REF, 77, "/docker/" ID));
	take(*state, its_removal(REF, 78));
	assert_non_null(eu_world_container(*state, REF));
	take(*state, its_removal(REF, 77));
	assert_null(eu_world_container(*state, REF));
	assert_int_equal(heard.gone, REF);
	assert_non_null(eu_world_remembered(*state, REF));
}

static void a_child_has_its_parents_executable_until_it_execs(void **state)
{
	const struct eu_process *process;

	take(*state, an_exec(101, REF, "/bin/sh", "sh", 3));
	take(*state, a_fork(101, 102, REF, REF));
	process = eu_world_process(*state, an_exit(102, REF, 0, 0));
	assert_string_equal(process->executable, "/bin/sh");
	assert_int_equal(process->parent_pid, 101);
}

static void a_pid_that_comes_round_again_is_a_new_process(void **state)
{
	take(*state, an_exec(101, REF, "/bin/sh", "sh", 3));
	take(*state, an_exit(101, REF, 0, 0));
	take(*state, a_fork(300, 101, REF, REF));
	assert_string_equal(eu_world_process(*state, an_exit(101, REF, 0, 0))->executable, "");
}

static void a_process_is_known_a_little_after_its_end(void **state)
{
	take(*state, an_exec(101, REF, "/bin/sh", "sh", 3));
	take(*state, an_exit(101, REF, 0, 0));
	assert_string_equal(eu_world_process(*state, an_exit(101, REF, 0, 0))->executable,
			    "/bin/sh");
}

static void a_thread_renames_itself_and_not_the_process(void **state)
{
	struct eu_event_comm other;

	take(*state, an_exec(101, REF, "/bin/sh", "sh", 3));
	memcpy(&other, a_rename(101, REF, "worker"), sizeof(other));
	take(*state, a_rename(101, REF, "leader"));
	assert_string_equal(eu_world_process(*state, an_exit(101, REF, 0, 0))->name, "leader");
	other.head.tid = 102;
	other.head.size = sizeof(other);
	other.comm.len = 0;
	take(*state, &other.head);
	assert_string_equal(eu_world_process(*state, an_exit(101, REF, 0, 0))->name, "leader");
}

static void the_number_of_processes_is_bounded(void **state)
{
	for (uint32_t pid = 1000; pid < 1000 + EU_WORLD_MAX_PROCESSES + 500; pid++)
		eu_world_apply(*state, a_fork(999, pid, REF, REF));
	assert_string_equal(
		eu_world_process(*state, an_exit(1000 + EU_WORLD_MAX_PROCESSES, REF, 0, 0))->name,
		"parent");
	assert_string_equal(eu_world_process(*state, an_exit(1000, REF, 0, 0))->name, "");
}

#define A_TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		A_TEST(a_container_has_its_id_and_runtime_from_the_cgroup),
		A_TEST(who_made_it_is_the_runtime_when_nobody_says_more),
		A_TEST(a_program_with_a_name_like_a_runtimes_is_none),
		A_TEST(the_cgroup_and_the_runtimes_own_word_beat_who_made_it),
		A_TEST(the_first_process_tells_the_runtime_where_the_maker_does_not),
		A_TEST(who_joins_a_recording_late_is_told_the_runtime),
		A_TEST(a_process_that_was_there_existed_unless_it_is_the_command),
		A_TEST(a_slot_of_another_generation_is_another_container),
		A_TEST(a_name_that_comes_later_is_told),
		A_TEST(the_first_exec_inside_starts_the_container),
		A_TEST(a_runtime_that_executes_itself_starts_nothing),
		A_TEST(a_later_process_from_outside_is_an_exec),
		A_TEST(a_runtime_inside_brings_nobody_in),
		A_TEST(who_moves_itself_on_its_way_in_comes_from_outside_all_the_same),
		A_TEST(who_is_on_its_way_in_is_so_until_it_executes_something),
		A_TEST(who_reads_on_from_a_snapshot_knows_who_is_on_its_way_in),
		A_TEST(a_container_whose_entrypoint_never_began_has_failed),
		A_TEST(a_container_that_was_restored_has_stopped),
		A_TEST(the_end_of_its_init_stops_the_container),
		A_TEST(only_the_removal_of_its_own_cgroup_ends_it),
		A_TEST(a_child_has_its_parents_executable_until_it_execs),
		A_TEST(a_pid_that_comes_round_again_is_a_new_process),
		A_TEST(a_process_is_known_a_little_after_its_end),
		A_TEST(a_thread_renames_itself_and_not_the_process),
		A_TEST(the_number_of_processes_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

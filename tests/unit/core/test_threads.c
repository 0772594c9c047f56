/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "records.h"
#include "world/threads.h"
#include "world/world.h"

#define FIRST 70
#define THREAD 71
#define OTHER 72

/* The last change of credentials that the world told. */
static struct eu_event_credentials said;

static void on_say(void *context, const struct eu_head *record)
{
	if (record->type == EU_TYPE(eu_event_credentials))
		memcpy(&said, record, sizeof(said));
}

static void take(struct eu_world *world, const struct eu_head *record)
{
	eu_world_apply(world, record);
	eu_world_settle(world, record);
}

/* A process of two threads. */
static int begin(void **state)
{
	struct eu_world_ops ops = {.say = on_say};

	memset(&said, 0, sizeof(said));
	if (eu_world_new((struct eu_world **)state, &ops, NULL))
		return -1;
	take(*state, a_fork_by(1, 1, FIRST, "server", 0));
	take(*state, a_thread(FIRST, THREAD, "server", 0));
	return 0;
}

static int end(void **state)
{
	eu_world_free(*state);
	return 0;
}

static void assert_is(struct eu_world *world, uint32_t tid, const char *name, uint32_t uid)
{
	const struct eu_head *call = a_call(FIRST, tid);
	const struct eu_process *process = eu_world_process(world, call);
	const struct eu_thread *thread = eu_world_thread(world, call);

	assert_string_equal(thread ? thread->name : process->name, name);
	assert_int_equal(thread ? thread->uid : process->uid, uid);
}

static bool is_like_its_process(struct eu_world *world, uint32_t tid)
{
	return !eu_world_thread(world, a_call(FIRST, tid));
}

static void a_thread_is_like_its_process_until_it_changes(void **state)
{
	assert_true(is_like_its_process(*state, THREAD));
	take(*state, a_thread_renamed(FIRST, THREAD, "worker"));
	assert_is(*state, THREAD, "worker", 0);
	assert_is(*state, FIRST, "server", 0);
	take(*state, a_thread_renamed(FIRST, THREAD, "server"));
	assert_true(is_like_its_process(*state, THREAD));
}

static void a_user_belongs_to_the_thread_that_asked(void **state)
{
	take(*state, a_thread_with_user(FIRST, THREAD, 1000));
	assert_is(*state, THREAD, "server", 1000);
	assert_is(*state, FIRST, "server", 0);
	assert_is(*state, OTHER, "server", 0);
}

static void the_first_thread_changes_alone(void **state)
{
	take(*state, a_thread_renamed(FIRST, FIRST, "main"));
	take(*state, a_thread_with_user(FIRST, FIRST, 1000));
	assert_is(*state, FIRST, "main", 1000);
	assert_is(*state, THREAD, "server", 0);
}

static void what_it_makes_then_is_like_it(void **state)
{
	take(*state, a_thread_renamed(FIRST, FIRST, "main"));
	take(*state, a_thread(FIRST, OTHER, "main", 0));
	assert_is(*state, OTHER, "main", 0);
	assert_is(*state, THREAD, "server", 0);
}

static void the_first_thread_alone_is_the_process(void **state)
{
	take(*state, a_fork_by(1, 1, FIRST, "server", 0));
	take(*state, a_thread_renamed(FIRST, FIRST, "main"));
	take(*state, a_thread(FIRST, THREAD, "main", 0));
	assert_true(is_like_its_process(*state, THREAD));
}

static void a_new_thread_is_what_its_maker_was(void **state)
{
	take(*state, a_thread_renamed(FIRST, THREAD, "worker"));
	take(*state, a_thread_with_user(FIRST, THREAD, 1000));
	take(*state, a_thread(FIRST, OTHER, "worker", 1000));
	take(*state, a_thread_renamed(FIRST, THREAD, "done"));
	assert_is(*state, OTHER, "worker", 1000);
}

static void a_child_process_is_what_the_thread_was_that_made_it(void **state)
{
	const struct eu_process *child;

	take(*state, a_thread_renamed(FIRST, THREAD, "worker"));
	take(*state, a_fork_by(FIRST, THREAD, 80, "worker", 1000));
	child = eu_world_process(*state, a_call(80, 80));
	assert_string_equal(child->name, "worker");
	assert_int_equal(child->uid, 1000);
	assert_is(*state, THREAD, "worker", 1000); /* nobody had told */
	assert_is(*state, FIRST, "server", 0);
}

static void an_exec_leaves_one_thread(void **state)
{
	take(*state, a_thread_renamed(FIRST, THREAD, "worker"));
	take(*state, a_thread_with_user(FIRST, OTHER, 1000));
	take(*state, an_exec_by(FIRST, THREAD, "new", 2000));
	assert_is(*state, FIRST, "new", 2000);
	take(*state, a_thread(FIRST, THREAD, "new", 2000));
	assert_true(is_like_its_process(*state, THREAD));
	assert_true(is_like_its_process(*state, OTHER));
}

static void an_exec_gives_to_the_thread_that_called(void **state)
{
	take(*state, a_thread_with_user(FIRST, THREAD, 1000));
	take(*state, an_exec_by(FIRST, THREAD, "new", 0));
	assert_int_equal(said.old.user.real, 1000);
	assert_int_equal(said.effective.gained, 0xff);
}

static void threads_have_histories_of_their_own(void **state)
{
	take(*state, a_thread_with_user(FIRST, THREAD, 1000));
	take(*state, a_thread_with_user(FIRST, FIRST, 2000));
	assert_int_equal(said.old.user.real, 0);
	take(*state, a_thread_with_user(FIRST, THREAD, 0));
	assert_int_equal(said.old.user.real, 1000);
}

static void of_a_process_that_nobody_knows_nothing_is_made_up(void **state)
{
	take(*state, a_thread_with_user(90, 90, 1000));
	assert_int_equal(said.changed, EU_CRED_UNKNOWN);
	take(*state, a_thread_with_user(90, 90, 0));
	assert_int_equal(said.old.user.real, 1000);
}

static void a_thread_is_known_a_little_after_its_end(void **state)
{
	take(*state, a_thread_renamed(FIRST, THREAD, "worker"));
	take(*state, a_thread_end(FIRST, THREAD));
	assert_is(*state, THREAD, "worker", 0);
}

static void who_gets_the_id_of_a_thread_that_ended_is_not_it(void **state)
{
	take(*state, a_thread_renamed(FIRST, THREAD, "worker"));
	take(*state, a_thread(FIRST, THREAD, "server", 0)); /* its end was lost */
	assert_true(is_like_its_process(*state, THREAD));
	take(*state, a_thread_renamed(FIRST, THREAD, "worker"));
	take(*state, a_fork_by(1, 1, 90, "another", 0));
	take(*state, a_thread(90, THREAD, "other", 0));
	assert_true(is_like_its_process(*state, THREAD));
}

static void threads_that_ended_are_given_up(void **state)
{
	take(*state, a_thread_renamed(FIRST, THREAD, "keeps"));
	for (uint32_t tid = 1000; tid < 1000 + 2 * EU_WORLD_MAX_THREADS; tid++) {
		take(*state, a_thread_renamed(FIRST, tid, "worker"));
		take(*state, a_thread_end(FIRST, tid));
	}
	assert_is(*state, THREAD, "keeps", 0);
	assert_is(*state, 1000, "server", 0);
}

static void the_number_of_threads_is_bounded_and_what_is_forgotten_is_not_made_up(void **state)
{
	for (uint32_t tid = 1000; tid <= 1000 + EU_WORLD_MAX_THREADS; tid++)
		take(*state, a_thread_with_user(FIRST, tid, 1000));
	assert_is(*state, 1000 + EU_WORLD_MAX_THREADS, "server", 1000);
	take(*state, a_thread_with_user(FIRST, 1000, 2000));
	assert_int_equal(said.changed, EU_CRED_UNKNOWN);
}

static void threads_that_were_there_are_what_they_were(void **state)
{
	take(*state, a_thread_that_is_there(FIRST, OTHER, "worker", 1000));
	assert_is(*state, OTHER, "worker", 1000);
}

static void answer(void *context, uint32_t pid,
		   void (*hear)(void *listener, const struct eu_head *record), void *listener)
{
	struct eu_event_known_process e = {
		.head = {.type = EU_TYPE(eu_event_known_process), .size = sizeof(e), .pid = pid},
		.task = {.pid = pid, .uid = 5, .creds = a_user(5)},
		.threaded = true,
	};

	hear(listener, &e.head);
	hear(listener, a_thread_that_is_there(pid, THREAD, "worker", 1000));
}

static void the_threads_of_a_process_that_is_asked_for_are_known(void **state)
{
	struct eu_world *asking;
	const struct eu_thread *thread;
	struct eu_head call = *a_call(FIRST, THREAD);

	assert_int_equal(eu_world_new(&asking, &(struct eu_world_ops){.lookup = answer}, NULL), 0);
	assert_int_equal(eu_world_process(asking, &call)->uid, 5);
	thread = eu_world_thread(asking, &call);
	assert_string_equal(thread->name, "worker");
	assert_int_equal(thread->uid, 1000);
	eu_world_free(asking);
}

/* ---- told to others ---- */

static struct eu_world *listener;

static void hear(void *context, const struct eu_head *record)
{
	take(listener, record);
}

static void tell_thread(struct eu_world *world, uint32_t tid)
{
	eu_world_tell_process(world, FIRST, tid, 2000, hear, NULL);
}

static int begin_with_listener(void **state)
{
	return begin(state) || eu_world_new(&listener, &(struct eu_world_ops){}, NULL);
}

static int end_with_listener(void **state)
{
	eu_world_free(listener);
	return end(state);
}

static void change_all(struct eu_world *world)
{
	take(world, a_thread_renamed(FIRST, FIRST, "main"));
	take(world, a_thread_with_user(FIRST, THREAD, 1000));
	take(world, a_thread_renamed(FIRST, THREAD, "worker"));
}

static void who_begins_in_the_middle_is_told_all_threads(void **state)
{
	change_all(*state);
	eu_world_tell(*state, 2000, hear, NULL);
	assert_is(listener, FIRST, "main", 0);
	assert_is(listener, THREAD, "worker", 1000);
	assert_is(listener, OTHER, "server", 0);
}

static void who_is_told_a_process_once_is_told_its_threads(void **state)
{
	change_all(*state);
	eu_world_introduce(*state, FIRST, 2000, hear, NULL);
	assert_is(listener, THREAD, "worker", 1000);
	assert_is(listener, OTHER, "server", 0);
}

static void what_a_thread_was_before_a_change_is_told_before_the_change(void **state)
{
	change_all(*state);
	eu_world_apply(*state, a_thread_with_user(FIRST, THREAD, 2000));
	eu_world_introduce(*state, FIRST, 2000, hear, NULL);
	assert_is(listener, THREAD, "worker", 1000);
}

static void a_thread_is_told_when_it_acts_and_has_changed(void **state)
{
	change_all(*state);
	tell_thread(*state, THREAD);
	assert_is(listener, THREAD, "worker", 1000);
	tell_thread(*state, OTHER);
	assert_is(listener, OTHER, "server", 0);
	take(*state, a_thread_with_user(FIRST, THREAD, 0));
	take(*state, a_thread_renamed(FIRST, THREAD, "server"));
	tell_thread(*state, THREAD);
	assert_is(listener, THREAD, "server", 0);
}

static void threads_are_told_again_with_their_process(void **state)
{
	change_all(*state);
	tell_thread(*state, THREAD);
	take(*state, a_thread_renamed(FIRST, FIRST, "again"));
	tell_thread(*state, FIRST);
	tell_thread(*state, THREAD);
	assert_is(listener, FIRST, "again", 0);
	assert_is(listener, THREAD, "worker", 1000);
}

static void the_end_of_a_thread_matters_to_whoever_was_told_of_it(void **state)
{
	change_all(*state);
	assert_false(eu_world_told_thread(*state, FIRST, THREAD));
	tell_thread(*state, THREAD);
	assert_true(eu_world_told_thread(*state, FIRST, THREAD));
	assert_false(eu_world_told_thread(*state, FIRST, OTHER));
}

#define A_TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
#define A_TOLD(function) \
	cmocka_unit_test_setup_teardown(function, begin_with_listener, end_with_listener)

int main(void)
{
	const struct CMUnitTest tests[] = {
		A_TEST(a_thread_is_like_its_process_until_it_changes),
		A_TEST(a_user_belongs_to_the_thread_that_asked),
		A_TEST(the_first_thread_changes_alone),
		A_TEST(what_it_makes_then_is_like_it),
		A_TEST(the_first_thread_alone_is_the_process),
		A_TEST(a_new_thread_is_what_its_maker_was),
		A_TEST(a_child_process_is_what_the_thread_was_that_made_it),
		A_TEST(an_exec_leaves_one_thread),
		A_TEST(an_exec_gives_to_the_thread_that_called),
		A_TEST(threads_have_histories_of_their_own),
		A_TEST(of_a_process_that_nobody_knows_nothing_is_made_up),
		A_TEST(a_thread_is_known_a_little_after_its_end),
		A_TEST(who_gets_the_id_of_a_thread_that_ended_is_not_it),
		A_TEST(threads_that_ended_are_given_up),
		A_TEST(the_number_of_threads_is_bounded_and_what_is_forgotten_is_not_made_up),
		A_TEST(threads_that_were_there_are_what_they_were),
		A_TEST(the_threads_of_a_process_that_is_asked_for_are_known),
		A_TOLD(who_begins_in_the_middle_is_told_all_threads),
		A_TOLD(who_is_told_a_process_once_is_told_its_threads),
		A_TOLD(what_a_thread_was_before_a_change_is_told_before_the_change),
		A_TOLD(a_thread_is_told_when_it_acts_and_has_changed),
		A_TOLD(threads_are_told_again_with_their_process),
		A_TOLD(the_end_of_a_thread_matters_to_whoever_was_told_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

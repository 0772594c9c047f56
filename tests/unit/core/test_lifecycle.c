/* SPDX-License-Identifier: Apache-2.0 */
/* What is told of a container's life: by the kernel, which knows cgroups, and by engines. */
#include <stdio.h>
#include <stdlib.h>

#include "records.h"
#include "world/metadata.h"
#include "world/world.h"

#define ID  "7339f952c18f0123456789abcdef0123456789abcdef0123456789abcdef0123"
#define REF 0x10001u
#define NEXT 0x10002u
#define ENGINES 0x50000u /* where the kernel has no slot */

struct step {
	uint32_t action;
	eu_ref ref;
	int exit_code;
	bool has_exit_code;
};

static struct life {
	struct eu_world *world;
	struct step steps[64];
	size_t n, forgotten;
} life;

static void note(const struct eu_head *record)
{
	const struct eu_event_container *e = (const void *)record;

	if (record->type != EU_TYPE(eu_event_container) || !eu_world_is_told(life.world, record) ||
	    life.n == 64)
		return;
	life.steps[life.n++] =
		(struct step){e->action, record->container, e->exit_code, e->has_exit_code};
}

static void on_say(void *context, const struct eu_head *record)
{
	note(record);
}

static void on_forget(void *context, const struct eu_container *container)
{
	life.forgotten++;
}

static int begin(void **state)
{
	struct eu_world_ops ops = {.say = on_say, .forget = on_forget};

	memset(&life, 0, sizeof(life));
	return eu_world_new(&life.world, &ops, NULL);
}

static int end(void **state)
{
	eu_world_free(life.world);
	return 0;
}

/* As the pipeline does. */
static void take(const struct eu_head *record)
{
	_Alignas(8) char copy[65536];

	memcpy(copy, record, record->size);
	record = (const void *)copy;
	eu_world_apply(life.world, record);
	note(record);
	eu_world_settle(life.world, record);
}

static void run(eu_ref ref, uint64_t cgroup, uint32_t pid)
{
	take(a_container(ref, cgroup, "/docker/" ID));
	take(a_join(pid, 1, ref));
	take(an_exec(pid, ref, "/bin/sh", "sh", 3));
	take(an_exit(pid, ref, 3, 0));
	take(its_removal(ref, cgroup));
}

static void expect_life(const uint32_t *actions, size_t n)
{
	assert_int_equal(life.n, n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(life.steps[i].action, actions[i]);
}

#define expect(...)                                                                                \
	expect_life((const uint32_t[]){__VA_ARGS__},                                               \
		    sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

#define CREATED   EU_CONTAINER_CREATED
#define STARTED   EU_CONTAINER_STARTED
#define STOPPED   EU_CONTAINER_STOPPED
#define REMOVED   EU_CONTAINER_REMOVED
#define FOUND     EU_CONTAINER_FOUND
#define RECOVERED EU_CONTAINER_RECOVERED

static void without_an_engine_it_ends_with_its_cgroup(void **state)
{
	run(REF, 77, 100);
	expect(CREATED, STARTED, STOPPED, REMOVED);
	run(NEXT, 78, 101);
	assert_int_equal(life.n, 8);
	assert_int_equal(eu_world_remembered(life.world, NEXT)->first_ref, NEXT);
}

static void with_one_it_is_created_and_removed_once(void **state)
{
	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	run(REF, 77, 100);
	run(NEXT, 78, 101);
	take(its_word(NEXT, ID, "web", EU_ENGINE_REMOVED));
	take(its_word(NEXT, ID, "web", EU_ENGINE_REMOVED));
	expect(CREATED, STARTED, STOPPED, STARTED, STOPPED, REMOVED);
	assert_int_equal(life.steps[0].ref, ENGINES);
	assert_int_equal(life.steps[1].ref, REF);
	assert_int_equal(life.steps[5].ref, NEXT);
	assert_int_equal(life.steps[4].exit_code, 3);
}

static void what_it_was_called_stays_a_name_of_it(void **state)
{
	const char expected[] = "web\0shop";
	const struct eu_container *c;

	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	run(REF, 77, 100);
	take(its_word(REF, ID, "shop", EU_ENGINE_KNOWS));
	take(a_container(NEXT, 78, "/docker/" ID));
	take(its_name(NEXT, "web"));
	take(its_name(NEXT, "old"));
	c = eu_world_container(life.world, NEXT);
	assert_string_equal(c->name, "old");
	assert_int_equal(c->former_size, sizeof(expected));
	assert_memory_equal(c->former_names, expected, sizeof(expected));
}

static void what_stands_for_a_name_is_none(void **state)
{
	take(a_container(REF, 77, "/docker/" ID));
	take(its_word(REF, ID, "", EU_ENGINE_KNOWS));
	take(its_name(REF, "web"));
	assert_int_equal(eu_world_container(life.world, REF)->former_size, 0);
}

/* As a recording does for a reader who begins there. */
static void keep_names(void *context, const struct eu_head *record)
{
	const struct eu_event_metadata *e = (const void *)record;

	if (record->type == EU_TYPE(eu_event_metadata) && e->former_names.len)
		memcpy(context, record, record->size);
}

static void it_is_told_with_all_its_names(void **state)
{
	_Alignas(8) char copy[65536] = {};
	const struct eu_container *c;

	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	take(its_name(ENGINES, "shop"));
	eu_world_tell(life.world, 1, keep_names, copy);
	take(a_container(NEXT, 78, "/docker/" ID "/x"));
	((struct eu_head *)copy)->container = NEXT;
	take((const void *)copy);
	c = eu_world_container(life.world, NEXT);
	assert_string_equal(c->name, "shop");
	assert_string_equal(c->former_names, "web");
}

/* While nobody heard of it, its process executed something else. */
static void one_that_is_looked_at_again_is_asked_for_anew(void **state)
{
	const struct eu_head *open;

	take(a_container(REF, 77, "/docker/" ID));
	take(a_join(100, 1, REF));
	take(an_exec(100, REF, "/bin/sh", "sh", 3));
	open = a_failed_open(100, REF, "/x");
	assert_string_equal(eu_world_process(life.world, open)->executable, "/bin/sh");
	take(eu_world_resumed(life.world, REF, true, 1));
	open = a_failed_open(100, REF, "/x");
	assert_string_equal(eu_world_process(life.world, open)->executable, "");
	assert_true(eu_world_lived(life.world, REF, UINT64_MAX));
	assert_null(eu_world_resumed(life.world, NEXT, true, 1));
}

static void its_runs_are_one_container_that_keeps_its_names(void **state)
{
	const struct eu_container *c;

	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	run(REF, 77, 100);
	take(its_word(REF, ID, "shop", EU_ENGINE_KNOWS)); /* renamed while it rests */
	take(a_container(NEXT, 78, "/docker/" ID));
	c = eu_world_container(life.world, NEXT);
	assert_string_equal(c->name, "shop");
	assert_true(c->named);
	assert_int_equal(c->first_ref, ENGINES);
	assert_int_equal(eu_world_remembered(life.world, REF)->first_ref, ENGINES);
	assert_ptr_equal(eu_world_by_id(life.world, ID), c);
}

static void an_engine_that_is_heard_late_keeps_it_all_the_same(void **state)
{
	take(a_container(REF, 77, "/docker/" ID));
	assert_true(eu_world_lacks_engine(life.world, REF));
	take(its_word(REF, ID, "web", EU_ENGINE_KNOWS));
	assert_false(eu_world_lacks_engine(life.world, REF));
	take(its_removal(REF, 77));
	assert_int_equal(life.steps[life.n - 1].action, EU_CONTAINER_NAMED);
	take(its_word(REF, ID, "", EU_ENGINE_REMOVED));
	assert_int_equal(life.steps[life.n - 1].action, REMOVED);
}

static void one_that_is_gone_is_named_when_somebody_tells(void **state)
{
	run(REF, 77, 100);
	take(its_word(REF, ID, "web", EU_ENGINE_KNOWS));
	take(its_word(REF, ID, "other", EU_ENGINE_KNOWS));
	take(its_word(REF, ID, "web", EU_ENGINE_REMOVED));
	expect(CREATED, STARTED, STOPPED, REMOVED, EU_CONTAINER_NAMED);
	assert_string_equal(eu_world_remembered(life.world, REF)->name, "web");
}

static void a_removal_that_is_heard_early_is_told_when_the_cgroup_ends(void **state)
{
	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	take(a_container(REF, 77, "/docker/" ID));
	take(its_word(REF, ID, "web", EU_ENGINE_REMOVED));
	expect(CREATED);
	take(its_removal(REF, 77));
	take(its_word(REF, ID, "web", EU_ENGINE_REMOVED));
	expect(CREATED, REMOVED);
}

static void one_whose_end_was_not_seen_is_stopped_with_no_exit_code(void **state)
{
	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	take(a_container(REF, 77, "/docker/" ID));
	take(a_join(100, 1, REF));
	take(an_exec(100, REF, "/bin/sh", "sh", 3));
	take(its_removal(REF, 77));
	expect(CREATED, STARTED, STOPPED);
	assert_false(life.steps[2].has_exit_code);
}

static void begin_run(eu_ref ref, uint64_t cgroup, uint32_t pid)
{
	take(a_container(ref, cgroup, "/docker/" ID));
	take(a_join(pid, 1, ref));
	take(an_exec(pid, ref, "/bin/sh", "sh", 3));
}

static void one_whose_end_was_lost_has_ended_when_its_cgroup_is_made_again(void **state)
{
	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	begin_run(REF, 77, 100);
	begin_run(NEXT, 78, 101);
	expect(CREATED, STARTED, STOPPED, STARTED);
	assert_int_equal(eu_world_container(life.world, NEXT)->first_ref, ENGINES);
	assert_null(eu_world_container(life.world, REF));
}

static void or_when_another_one_is_found_there(void **state)
{
	struct eu_event_container *e;

	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	begin_run(REF, 77, 100);
	e = (void *)a_container(NEXT, 78, "/docker/" ID);
	e->action = RECOVERED;
	take(&e->head);
	expect(CREATED, STARTED, STOPPED, RECOVERED);
	assert_int_equal(eu_world_container(life.world, NEXT)->first_ref, ENGINES);
}

static void without_an_engine_it_is_removed_then(void **state)
{
	begin_run(REF, 77, 100);
	begin_run(NEXT, 78, 101);
	expect(CREATED, STARTED, STOPPED, REMOVED, CREATED, STARTED);
	assert_int_equal(eu_world_container(life.world, NEXT)->first_ref, NEXT);
}

static void a_cgroup_that_was_left_is_started_in_again(void **state)
{
	take(a_container(REF, 77, "/docker/" ID));
	for (uint32_t pid = 100; pid < 102; pid++) {
		take(a_join(pid, 1, REF));
		take(an_exec(pid, REF, "/bin/sh", "sh", 3));
		take(an_exit(pid, REF, 3, 0));
	}
	take(its_removal(REF, 77));
	expect(CREATED, STARTED, STOPPED, STARTED, STOPPED, REMOVED);
}

static void what_never_had_a_cgroup_is_created_and_removed(void **state)
{
	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	assert_null(eu_world_container(life.world, ENGINES));
	assert_string_equal(eu_world_remembered(life.world, ENGINES)->name, "web");
	take(its_word(ENGINES, ID, "", EU_ENGINE_REMOVED));
	expect(CREATED, REMOVED);
}

static void what_is_removed_may_come_again_as_another(void **state)
{
	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	run(REF, 77, 100);
	take(its_word(REF, ID, "web", EU_ENGINE_REMOVED));
	take(a_container(NEXT, 78, "/docker/" ID));
	expect(CREATED, STARTED, STOPPED, REMOVED, CREATED);
	assert_int_equal(eu_world_container(life.world, NEXT)->first_ref, NEXT);
}

static void what_did_not_run_is_told_when_it_is_removed(void **state)
{
	take(its_word(ENGINES, ID, "web", EU_ENGINE_REMOVED));
	take(its_word(ENGINES, ID, "web", EU_ENGINE_REMOVED));
	expect(REMOVED);
	assert_true(eu_world_remembered(life.world, ENGINES)->existed);
}

static void what_was_made_before_is_found_when_it_starts(void **state)
{
	const struct eu_head *created = a_container(REF, 77, "/docker/" ID);
	_Alignas(8) char copy[4096];

	memcpy(copy, created, created->size);
	eu_world_apply(life.world, (const void *)copy);
	eu_world_apply(life.world, its_word(REF, ID, "web", EU_ENGINE_KEPT)); /* as it is asked for */
	life.n = 0;
	note((const void *)copy);
	eu_world_settle(life.world, (const void *)copy);
	take(its_removal(REF, 77));
	run(NEXT, 78, 100);
	expect(FOUND, STARTED, STOPPED);
	assert_false(eu_world_remembered(life.world, REF)->existed);
}

static void containers_that_are_only_created_do_not_fill_the_memory(void **state)
{
	char id[65];

	for (uint32_t i = 1; i <= EU_WORLD_MAX_GONE + 10; i++) {
		snprintf(id, sizeof(id), "%064x", i);
		take(its_word(i << 16, id, "", EU_ENGINE_CREATED));
	}
	assert_int_equal(life.forgotten, 10);
	assert_null(eu_world_remembered(life.world, 10 << 16));
	assert_string_equal(eu_world_remembered(life.world, 11 << 16)->name, "000000000000");
}

/* A recording may say anything. */
static void one_that_ended_before_all_others_is_not_forgotten_for_itself(void **state)
{
	struct eu_head *word;
	char id[65];

	for (uint32_t i = 1; i <= EU_WORLD_MAX_GONE + 10; i++) {
		snprintf(id, sizeof(id), "%064x", i);
		word = (struct eu_head *)its_word(i << 16, id, "", EU_ENGINE_CREATED);
		word->time = 1000000 - i;
		take(word);
		assert_non_null(eu_world_remembered(life.world, i << 16));
	}
	assert_int_equal(life.forgotten, 10);
}

static const struct eu_head *a_find(uint32_t action)
{
	struct eu_event_container *e = (void *)a_container(REF, 77, "/docker/" ID);

	e->action = action;
	return &e->head;
}

static void what_was_lost_and_is_found_again_was_not_there_before(void **state)
{
	take(a_find(RECOVERED));
	assert_true(eu_world_container(life.world, REF)->recovered);
	assert_false(eu_world_container(life.world, REF)->existed);
	take(a_find(CREATED));
	assert_true(eu_world_container(life.world, REF)->recovered);
	take(a_find(FOUND));
	assert_false(eu_world_container(life.world, REF)->recovered);
	assert_true(eu_world_container(life.world, REF)->existed);
}

static void what_was_lost_of_its_beginning_an_engine_may_tell_later(void **state)
{
	take(a_find(RECOVERED));
	assert_true(eu_world_lacks_beginning(life.world, REF));
	take(its_word(REF, ID, "", EU_ENGINE_CREATED));
	assert_false(eu_world_lacks_beginning(life.world, REF));
	expect(RECOVERED, CREATED);
}

static void what_an_engine_has_told_is_not_told_again(void **state)
{
	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	take(a_find(RECOVERED));
	assert_false(eu_world_lacks_beginning(life.world, REF));
	expect(CREATED, RECOVERED);
}

static const struct eu_head *an_exec_of(uint32_t pid, uint32_t container_pid)
{
	struct eu_event_exec *e = (void *)an_exec(pid, REF, "/bin/sh", "sh", 3);

	e->task.container_pid = container_pid;
	return &e->head;
}

static void what_was_found_again_has_started_if_its_first_process_begins(void **state)
{
	take(a_find(RECOVERED));
	take(a_join(101, 7, REF));
	take(an_exec_of(101, 7));
	take(a_join(100, 1, REF));
	take(an_exec_of(100, 1));
	expect(RECOVERED, EU_CONTAINER_EXEC, STARTED);
}

static const struct eu_head *told[16];
static size_t n_told;

static void keep(void *context, const struct eu_head *record)
{
	told[n_told++] = memcpy(malloc(record->size), record, record->size);
}

static void who_begins_in_the_middle_is_told_what_rests(void **state)
{
	struct eu_world *first = life.world;

	take(its_word(ENGINES, ID, "web", EU_ENGINE_CREATED));
	run(REF, 77, 100);
	n_told = 0;
	eu_world_tell(first, 5000, keep, NULL);
	begin(state);
	for (size_t i = 0; i < n_told; i++) {
		take(told[i]);
		take(told[i]); /* as behind a gap, by one who knows */
		free((void *)told[i]);
	}
	life.n = 0; /* a reader hears of what it is told as silently as a session */
	run(NEXT, 78, 101);
	take(its_word(NEXT, ID, "", EU_ENGINE_REMOVED));
	expect(STARTED, STOPPED, REMOVED);
	assert_int_equal(eu_world_remembered(life.world, NEXT)->first_ref, ENGINES);
	assert_string_equal(eu_world_remembered(life.world, NEXT)->name, "web");
	eu_world_free(first);
}

static void a_path_that_was_cut_names_nobody(void **state)
{
	const struct eu_container *c;
	char path[2048];

	memset(path, 'x', sizeof(path));
	memcpy(path, "/docker/" ID, 8 + 64);
	path[EU_KERNEL_CGROUP_PATH - 66] = '/';
	memcpy(path + EU_KERNEL_CGROUP_PATH - 65, "0" ID, 65);
	path[EU_KERNEL_CGROUP_PATH] = '\0';
	take(a_container(REF, 77, path));
	c = eu_world_container(life.world, REF);
	assert_true(c->cgroup_cut);
	assert_string_equal(c->id, "unknown-65537");
	path[EU_KERNEL_CGROUP_PATH] = '/';
	strcpy(path + EU_KERNEL_CGROUP_PATH + 1, ID);
	take(its_whole_path(REF, path));
	assert_false(c->cgroup_cut);
	assert_string_equal(c->cgroup, path);
	assert_string_equal(c->id, ID);
}

/* A dozen of the size of a compose file. */
static void labels_are_cut_alike_and_say_so(void **state)
{
	struct eu_label labels[12] = {};
	struct eu_container_info info = {.labels = labels, .n_labels = 12};
	struct eu_builder builder;
	const struct eu_container *c;
	char keys[12][8], value[4001] = "", path[EU_META_MAX_STRING] = "";

	memset(value, 'x', sizeof(value) - 1);
	memset(path, 'p', sizeof(path) - 1);
	memcpy(path, "/docker/" ID "/", 8 + 64 + 1);
	info.cgroup_path = path;
	for (size_t i = 0; i < 12; i++) {
		snprintf(keys[i], sizeof(keys[i]), "k%zu", i);
		labels[i] = (struct eu_label){.key = keys[i], .value = i == 5 ? "short" : value};
	}
	path[EU_KERNEL_CGROUP_PATH] = '\0';
	take(a_container(REF, 77, path));
	path[EU_KERNEL_CGROUP_PATH] = 'p';
	take(eu_metadata_record(&builder, REF, &info, 0, 1));
	c = eu_world_container(life.world, REF);
	assert_string_equal(c->cgroup, path);
	assert_int_equal(c->n_labels, 12);
	assert_false(c->labels_left_out);
	for (size_t i = 0; i < 12; i++) {
		assert_string_equal(c->labels[i].key, keys[i]);
		assert_int_equal(c->labels[i].cut, i != 5);
		assert_int_equal(strlen(c->labels[i].value), i == 5 ? 5 : 2048);
	}
	info.n_labels = 1;
	take(eu_metadata_record(&builder, REF, &info, 0, 2));
	assert_int_equal(c->n_labels, 1);
	assert_false(c->labels[0].cut);
}

#define A_TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		A_TEST(without_an_engine_it_ends_with_its_cgroup),
		A_TEST(with_one_it_is_created_and_removed_once),
		A_TEST(its_runs_are_one_container_that_keeps_its_names),
		A_TEST(what_it_was_called_stays_a_name_of_it),
		A_TEST(what_stands_for_a_name_is_none),
		A_TEST(it_is_told_with_all_its_names),
		A_TEST(one_that_is_looked_at_again_is_asked_for_anew),
		A_TEST(an_engine_that_is_heard_late_keeps_it_all_the_same),
		A_TEST(one_that_is_gone_is_named_when_somebody_tells),
		A_TEST(a_removal_that_is_heard_early_is_told_when_the_cgroup_ends),
		A_TEST(one_whose_end_was_not_seen_is_stopped_with_no_exit_code),
		A_TEST(one_whose_end_was_lost_has_ended_when_its_cgroup_is_made_again),
		A_TEST(or_when_another_one_is_found_there),
		A_TEST(without_an_engine_it_is_removed_then),
		A_TEST(a_cgroup_that_was_left_is_started_in_again),
		A_TEST(what_never_had_a_cgroup_is_created_and_removed),
		A_TEST(what_is_removed_may_come_again_as_another),
		A_TEST(what_did_not_run_is_told_when_it_is_removed),
		A_TEST(what_was_made_before_is_found_when_it_starts),
		A_TEST(containers_that_are_only_created_do_not_fill_the_memory),
		A_TEST(one_that_ended_before_all_others_is_not_forgotten_for_itself),
		A_TEST(what_was_lost_and_is_found_again_was_not_there_before),
		A_TEST(what_was_lost_of_its_beginning_an_engine_may_tell_later),
		A_TEST(what_an_engine_has_told_is_not_told_again),
		A_TEST(what_was_found_again_has_started_if_its_first_process_begins),
		A_TEST(who_begins_in_the_middle_is_told_what_rests),
		A_TEST(a_path_that_was_cut_names_nobody),
		A_TEST(labels_are_cut_alike_and_say_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

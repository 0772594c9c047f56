// SPDX-License-Identifier: Apache-2.0
/* Coded records come back as they were, whatever is in them; and what is no code is refused. */
#include <errno.h>
#include <stdlib.h>

#include "sample.h"
#include "record/coder.h"

static struct eu_coder *coder_of_schema(void)
{
	struct eu_coder *coder;
	uint16_t fixed[EU_CODER_TYPES];
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		fixed[i] = events[i].size;
	assert_int_equal(eu_coder_new(&coder, fixed, n), 0);
	return coder;
}

struct frame {
	uint8_t *bytes;
	size_t used;
};

static size_t put(struct eu_coder *coder, struct frame *frame, const struct eu_head *record,
		  size_t place, bool aside)
{
	size_t used;

	frame->bytes = realloc(frame->bytes, frame->used + EU_CODER_ROOM(record->size));
	assert_non_null(frame->bytes);
	used = eu_coder_put(coder, place, aside, record, frame->bytes + frame->used);
	assert_in_range(used, 1, EU_CODER_ROOM(record->size));
	frame->used += used;
	return used;
}

/* Many records of every type, coded and decoded. A frame's bytes move while it grows, as the
 * writer's do not: so it has all its room from the start. */
static void expect_round_trip(const struct eu_event_desc *events, size_t n, unsigned rounds)
{
	static _Alignas(8) char room[EU_CODER_RECORD];
	struct eu_coder *out = coder_of_schema(), *in = coder_of_schema();
	struct sample_list list = {};
	struct eu_coder_input input;
	uint8_t *bytes = malloc(rounds * n * 4096);
	size_t used = 0;
	bool aside;

	assert_non_null(bytes);
	for (size_t i = 0; i < rounds * n; i++) {
		size_t place = sample_random() % n;
		const struct eu_head *record = sample_record(&events[place]);

		sample_list_add(&list, record);
		used += eu_coder_put(out, place, i % 3 == 0, record, bytes + used);
	}
	input = (struct eu_coder_input){.bytes = bytes, .size = used};
	for (size_t i = 0; i < list.n; i++) {
		struct eu_head *record = (void *)room;

		assert_int_equal(eu_coder_get(in, &input, record, &aside), 1);
		record->type = events[record->type].id;
		assert_int_equal(aside, i % 3 == 0);
		assert_int_equal(record->size, list.records[i]->size);
		assert_memory_equal(record, list.records[i], record->size);
	}
	assert_int_equal(eu_coder_get(in, &input, (void *)room, &aside), 0);
	free(bytes);
	sample_list_free(&list);
	eu_coder_free(out);
	eu_coder_free(in);
}

static void test_each_type_comes_back(void **test)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	(void)test;
	for (unsigned i = 0; i < 20; i++)
		expect_round_trip(events, n, 10);
}

/* More strings than the dictionary takes: the rest is in the frame as it is. */
static void test_a_full_dictionary_loses_nothing(void **test)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	(void)test;
	expect_round_trip(events, n, 40000 / n);
}

static struct eu_event_exec *an_exec_of(size_t tail)
{
	static _Alignas(8) char bytes[65536];
	struct eu_event_exec *e = (void *)bytes;

	*e = (struct eu_event_exec){.head = {.type = EU_TYPE(eu_event_exec),
					     .size = sizeof(*e) + tail,
					     .time = 5}};
	memset(bytes + sizeof(*e), 'a', tail);
	return e;
}

static size_t place_of(uint16_t id)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	return eu_schema_event(id) - events;
}

static void test_the_largest_record_comes_back(void **test)
{
	struct eu_coder *out = coder_of_schema(), *in = coder_of_schema();
	struct eu_event_exec *e = an_exec_of(65535 - sizeof(*e));
	size_t place = place_of(EU_TYPE(eu_event_exec));
	static _Alignas(8) char room[EU_CODER_RECORD];
	struct eu_coder_input input;
	struct frame frame = {};
	bool aside;

	(void)test;
	put(out, &frame, &e->head, place, false);
	input = (struct eu_coder_input){.bytes = frame.bytes, .size = frame.used};
	assert_int_equal(eu_coder_get(in, &input, (void *)room, &aside), 1);
	((struct eu_head *)room)->type = e->head.type;
	assert_memory_equal(room, e, 65535);
	free(frame.bytes);
	eu_coder_free(out);
	eu_coder_free(in);
}

static void test_the_same_record_again_costs_a_few_bytes(void **test)
{
	struct eu_coder *coder = coder_of_schema();
	struct eu_event_exec *e = an_exec_of(3000);
	size_t place = place_of(EU_TYPE(eu_event_exec));
	uint8_t *bytes = malloc(3 * EU_CODER_ROOM(e->head.size));
	size_t first = eu_coder_put(coder, place, false, &e->head, bytes), again;

	(void)test;
	assert_true(first > 3000);
	e->head.time += 100;
	again = eu_coder_put(coder, place, false, &e->head, bytes + first);
	assert_true(again <= 8 + sizeof(*e) / 32);
	eu_coder_reset(coder);
	assert_true(eu_coder_put(coder, place, false, &e->head, bytes) > 3000);
	free(bytes);
	eu_coder_free(coder);
}

static void test_times_and_numbers_may_go_back_and_wrap(void **test)
{
	static const uint64_t times[] = {0, UINT64_MAX, 1, 1ull << 63, (1ull << 63) - 1, 7, 7};
	struct eu_coder *out = coder_of_schema(), *in = coder_of_schema();
	size_t place = place_of(EU_TYPE(eu_event_end));
	struct eu_coder_input input;
	struct eu_event_end got;
	struct frame frame = {};
	bool aside;

	(void)test;
	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++) {
		struct eu_event_end e = {.head = {.type = EU_TYPE(eu_event_end),
						  .size = sizeof(e),
						  .container = ~(uint32_t)times[i],
						  .pid = (uint32_t)times[i],
						  .time = times[i]},
					 .stopped = ~times[i]};

		put(out, &frame, &e.head, place, false);
	}
	input = (struct eu_coder_input){.bytes = frame.bytes, .size = frame.used};
	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++) {
		assert_int_equal(eu_coder_get(in, &input, &got.head, &aside), 1);
		assert_true(got.head.time == times[i] && got.stopped == ~times[i]);
		assert_int_equal(got.head.container, ~(uint32_t)times[i]);
		assert_int_equal(got.head.pid, (uint32_t)times[i]);
	}
	free(frame.bytes);
	eu_coder_free(out);
	eu_coder_free(in);
}

/* Cut anywhere: records before the cut, then the end or a refusal. */
static void test_a_frame_that_is_cut_gives_what_is_whole(void **test)
{
	static _Alignas(8) char room[EU_CODER_RECORD];
	struct eu_coder *coder = coder_of_schema();
	struct frame frame = {.bytes = malloc(1 << 20)};
	size_t ends[64], n, places;
	const struct eu_event_desc *events = eu_schema_events(&places);

	(void)test;
	for (n = 0; n < 64; n++) {
		size_t place = sample_random() % places;

		frame.used += eu_coder_put(coder, place, false, sample_record(&events[place]),
					   frame.bytes + frame.used);
		ends[n] = frame.used;
	}
	for (size_t cut = 0; cut <= frame.used; cut++) {
		uint8_t *exact = malloc(cut + 1);
		struct eu_coder_input input = {.bytes = memcpy(exact, frame.bytes, cut), .size = cut};
		size_t whole = 0, got = 0;
		bool aside;
		int ret;

		while (whole < n && ends[whole] <= cut)
			whole++;
		eu_coder_reset(coder);
		while ((ret = eu_coder_get(coder, &input, (void *)room, &aside)) > 0)
			got++;
		assert_int_equal(got, whole);
		assert_int_equal(ret, whole && ends[whole - 1] == cut ? 0 : cut ? -EBADMSG : 0);
		free(exact);
	}
	free(frame.bytes);
	eu_coder_free(coder);
}

static int first_of(const void *bytes, size_t size)
{
	static _Alignas(8) char room[EU_CODER_RECORD];
	struct eu_coder *coder = coder_of_schema();
	struct eu_coder_input input = {.bytes = bytes, .size = size};
	bool aside;
	int ret = eu_coder_get(coder, &input, (void *)room, &aside);

	eu_coder_free(coder);
	return ret;
}

static void test_codes_that_make_no_sense_are_refused(void **test)
{
	uint8_t bytes[512] = {};

	(void)test;
	memset(bytes, 0xff, sizeof(bytes)); /* a number without an end */
	assert_int_equal(first_of(bytes, sizeof(bytes)), -EBADMSG);
	memset(bytes, 0, sizeof(bytes));
	bytes[0] = 0xfe, bytes[1] = 0x7f; /* no such type */
	assert_int_equal(first_of(bytes, sizeof(bytes)), -EBADMSG);
	bytes[0] = bytes[1] = 0; /* nothing changed, and then a string of length 0 */
	assert_int_equal(first_of(bytes, sizeof(bytes)), -EBADMSG);
}

static void test_sizes_that_cannot_be_are_refused(void **test)
{
	static const uint16_t bad[] = {0, sizeof(struct eu_head) - 4, 25, EU_CODER_FIXED + 4, 65535};
	static uint16_t many[EU_CODER_TYPES + 1];
	struct eu_coder *coder = NULL;

	(void)test;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_int_equal(eu_coder_new(&coder, &bad[i], 1), -EINVAL);
	for (size_t i = 0; i <= EU_CODER_TYPES; i++)
		many[i] = sizeof(struct eu_head);
	assert_int_equal(eu_coder_new(&coder, many, EU_CODER_TYPES + 1), -EINVAL);
	assert_null(coder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_type_comes_back),
	    cmocka_unit_test(test_a_full_dictionary_loses_nothing),
	    cmocka_unit_test(test_the_largest_record_comes_back),
	    cmocka_unit_test(test_the_same_record_again_costs_a_few_bytes),
	    cmocka_unit_test(test_times_and_numbers_may_go_back_and_wrap),
	    cmocka_unit_test(test_a_frame_that_is_cut_gives_what_is_whole),
	    cmocka_unit_test(test_codes_that_make_no_sense_are_refused),
	    cmocka_unit_test(test_sizes_that_cannot_be_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

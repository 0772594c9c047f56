/* SPDX-License-Identifier: Apache-2.0 */
#include <linux/bpf.h>
#include <stdlib.h>

#include "order/merge.h"
#include "records.h"

#define SIZE 4096

/* A ring as the kernel lays it out, in plain memory. */
struct fake {
	struct eu_ring ring;
	unsigned long consumer, producer;
	_Alignas(8) char data[2 * SIZE];
};

static void make(struct fake *fake)
{
	memset(fake, 0, sizeof(*fake));
	fake->ring = (struct eu_ring){.fd = -1,
				      .size = SIZE,
				      .consumer = &fake->consumer,
				      .producer = &fake->producer,
				      .data = fake->data};
}

static void put(struct fake *fake, uint64_t time, uint32_t bits)
{
	struct eu_head head = {.size = sizeof(head), .time = time};
	uint32_t header = sizeof(head) | bits;

	memcpy(fake->data + fake->producer, &header, sizeof(header));
	memcpy(fake->data + fake->producer + BPF_RINGBUF_HDR_SZ, &head, sizeof(head));
	fake->producer += BPF_RINGBUF_HDR_SZ + sizeof(head);
}

static uint64_t next(struct eu_merge *merge)
{
	const struct eu_head *head = eu_merge_next(merge);
	uint64_t time = head ? head->time : 0;

	if (head)
		eu_merge_pop(merge, head);
	return time;
}

struct two {
	struct fake a, b;
	struct eu_lane lanes[2];
	struct eu_merge merge;
};

static struct two *two_rings(void)
{
	struct two *two = calloc(1, sizeof(*two));

	make(&two->a);
	make(&two->b);
	two->lanes[0].ring = &two->a.ring;
	two->lanes[1].ring = &two->b.ring;
	two->merge = (struct eu_merge){.lanes = two->lanes, .n = 2};
	return two;
}

static void records_of_two_rings_come_out_by_time(void **state)
{
	struct two *two = two_rings();

	put(&two->a, 10, 0);
	put(&two->a, 30, 0);
	put(&two->b, 20, 0);
	put(&two->b, 40, 0);
	two->lanes[0].silent_until = two->lanes[1].silent_until = 100;
	eu_merge_begin(&two->merge);
	assert_int_equal(next(&two->merge), 10);
	assert_int_equal(next(&two->merge), 20);
	assert_int_equal(next(&two->merge), 30);
	assert_int_equal(next(&two->merge), 40);
	assert_int_equal(next(&two->merge), 0);
	free(two);
}

static void a_record_waits_for_a_ring_that_may_still_bring_an_older_one(void **state)
{
	struct two *two = two_rings();

	put(&two->a, 10, 0);
	put(&two->a, 30, 0);
	two->lanes[1].silent_until = 20;
	eu_merge_begin(&two->merge);
	assert_int_equal(next(&two->merge), 10);
	assert_int_equal(next(&two->merge), 0);
	put(&two->b, 25, 0);
	two->lanes[0].silent_until = two->lanes[1].silent_until = 50;
	eu_merge_begin(&two->merge);
	assert_int_equal(next(&two->merge), 25);
	assert_int_equal(next(&two->merge), 30);
	free(two);
}

static void a_record_that_is_being_written_holds_its_ring(void **state)
{
	struct two *two = two_rings();

	put(&two->a, 10, BPF_RINGBUF_BUSY_BIT);
	put(&two->b, 20, 0);
	two->lanes[0].silent_until = 9;
	eu_merge_begin(&two->merge);
	assert_int_equal(next(&two->merge), 0);
	free(two);
}

static void a_discarded_record_is_passed_over(void **state)
{
	struct two *two = two_rings();

	put(&two->a, 10, BPF_RINGBUF_DISCARD_BIT);
	put(&two->a, 11, 0);
	two->lanes[1].silent_until = 100;
	eu_merge_begin(&two->merge);
	assert_int_equal(next(&two->merge), 11);
	free(two);
}

static void what_was_passed_is_given_back(void **state)
{
	struct two *two = two_rings();

	put(&two->a, 10, 0);
	two->lanes[1].silent_until = 100;
	eu_merge_begin(&two->merge);
	assert_int_equal(next(&two->merge), 10);
	eu_ring_release(&two->a.ring);
	assert_int_equal(two->a.consumer, two->a.producer);
	assert_int_equal(eu_ring_waiting(&two->a.ring), 0);
	free(two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_of_two_rings_come_out_by_time),
		cmocka_unit_test(a_record_waits_for_a_ring_that_may_still_bring_an_older_one),
		cmocka_unit_test(a_record_that_is_being_written_holds_its_ring),
		cmocka_unit_test(a_discarded_record_is_passed_over),
		cmocka_unit_test(what_was_passed_is_given_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

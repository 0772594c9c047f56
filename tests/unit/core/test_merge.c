/* SPDX-License-Identifier: Apache-2.0 */
#include <linux/bpf.h>
#include <stdlib.h>

#include "bpf/shared.h"
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

#define N_TRAYS 4

/* The belt beside a ring, in plain memory. */
struct fake_belt {
	uint64_t sent, taken;
	_Alignas(8) char trays[N_TRAYS][EU_TRAY_SIZE];
};

static void give_belt(struct eu_ring *ring, struct fake_belt *belt)
{
	*belt = (struct fake_belt){};
	ring->belt = (struct eu_belt){.trays = belt->trays[0],
				      .n_trays = N_TRAYS,
				      .sent = &belt->sent,
				      .taken = &belt->taken};
}

static void put_on_belt(struct fake_belt *belt, uint64_t time)
{
	struct eu_head head = {.size = sizeof(head), .time = time};

	memcpy(belt->trays[belt->sent++ % N_TRAYS], &head, sizeof(head));
}

static void belt_and_ring_of_a_cpu_come_out_by_time(void **state)
{
	struct two *two = two_rings();
	struct fake_belt belt;

	give_belt(&two->a.ring, &belt);
	put_on_belt(&belt, 10);
	put(&two->a, 20, 0);
	put(&two->b, 25, 0);
	put_on_belt(&belt, 30);
	put(&two->a, 30, 0);
	put_on_belt(&belt, 40);
	two->lanes[0].silent_until = two->lanes[1].silent_until = 100;
	eu_merge_begin(&two->merge);
	for (uint64_t i = 0; i < 6; i++)
		assert_int_equal(next(&two->merge), ((uint64_t[]){10, 20, 25, 30, 30, 40})[i]);
	assert_int_equal(next(&two->merge), 0);
	free(two);
}

static void an_empty_ring_does_not_hold_back_its_belt(void **state)
{
	struct two *two = two_rings();
	struct fake_belt belt;

	give_belt(&two->a.ring, &belt);
	put_on_belt(&belt, 10);
	two->lanes[0].silent_until = 5;
	two->lanes[1].silent_until = 10;
	eu_merge_begin(&two->merge);
	assert_int_equal(next(&two->merge), 10);
	assert_int_equal(next(&two->merge), 0);
	free(two);
}

static void a_belt_goes_round(void **state)
{
	struct two *two = two_rings();
	struct fake_belt belt;

	give_belt(&two->a.ring, &belt);
	two->lanes[0].silent_until = two->lanes[1].silent_until = 100;
	for (uint64_t time = 1; time < 4 * N_TRAYS; time += 3) {
		for (uint64_t i = 0; i < 3; i++)
			put_on_belt(&belt, time + i);
		assert_int_equal(eu_ring_waiting(&two->a.ring), 3 * EU_TRAY_SIZE);
		eu_merge_begin(&two->merge);
		for (uint64_t i = 0; i < 3; i++)
			assert_int_equal(next(&two->merge), time + i);
		assert_int_equal(belt.taken, time - 1);
		eu_ring_release(&two->a.ring);
		assert_int_equal(belt.taken, belt.sent);
	}
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
		cmocka_unit_test(belt_and_ring_of_a_cpu_come_out_by_time),
		cmocka_unit_test(an_empty_ring_does_not_hold_back_its_belt),
		cmocka_unit_test(a_belt_goes_round),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: Apache-2.0
/* Cut or changed anywhere: what is shown is what was recorded, and what is missing is said. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "sample.h"

struct whole {
	uint8_t *bytes;
	size_t size;
	struct sample_list records;
	int fd;         /* of a file in memory: thousands are written */
	char path[64];
};

static int make(void **test)
{
	struct whole *whole = calloc(1, sizeof(*whole));

	whole->fd = memfd_create("damaged", MFD_CLOEXEC);
	snprintf(whole->path, sizeof(whole->path), "/proc/self/fd/%d", whole->fd);
	sample_write(sample_path("whole"), 1, &whole->records);
	whole->bytes = sample_read(sample_path("whole"), &whole->size);
	*test = whole;
	return 0;
}

static int clean(void **test)
{
	struct whole *whole = *test;

	sample_list_free(&whole->records);
	free(whole->bytes);
	close(whole->fd);
	free(whole);
	sample_clean();
	return 0;
}

static void fill(const struct whole *whole, const void *bytes, size_t size)
{
	assert_int_equal(ftruncate(whole->fd, size), 0);
	assert_int_equal(pwrite(whole->fd, bytes, size, 0), size);
}

/* What a reader makes of these bytes. */
struct view {
	int ret;
	struct eu_error err;
	bool summarised, closed;
	size_t n_damages;
	struct sample_replay replay;
};

static struct view view_file(const char *path, const struct sample_list *expected)
{
	struct eu_recordings *recordings;
	struct view view = {};

	view.ret = eu_recordings_open(&recordings, &path, 1, &view.err);
	if (!view.ret) {
		struct eu_recording *recording = eu_recordings_get(recordings, 0);
		const struct eu_recording_info *info = eu_recording_info(recording);

		assert_int_equal(eu_recordings_count(recordings), 1);
		view.summarised = info->summarised;
		view.closed = info->closed;
		view.replay = sample_replay(recording, expected);
		view.n_damages = info->n_damages;
		eu_recordings_free(recordings);
	}
	return view;
}

static bool is_refused(const struct view *view)
{
	return view->ret == -EINVAL && *view->err.text;
}

/* Of `expected` all that is there is right, and what is not there is counted or its end missing. */
static bool is_honest(const struct view *view, const struct sample_list *expected)
{
	size_t all = view->replay.records + view->replay.missing;

	if (view->replay.wrong)
		return false;
	return view->replay.whole ? all == expected->n : all <= expected->n && view->n_damages;
}

static void test_a_whole_recording_is_whole(void **test)
{
	struct whole *whole = *test;
	struct view view = view_file(sample_path("whole"), &whole->records);

	assert_int_equal(view.ret, 0);
	assert_true(view.closed && view.summarised && view.replay.whole && !view.replay.wrong);
	assert_int_equal(view.n_damages, 0);
	assert_int_equal(view.replay.records, whole->records.n);
	assert_int_equal(view.replay.gaps, 0);
}

static void test_cut_at_each_byte_it_says_what_is_missing(void **test)
{
	struct whole *whole = *test;
	size_t most = 0;

	fill(whole, whole->bytes, whole->size);
	for (size_t size = whole->size; size-- > 0;) {
		struct view view;

		assert_int_equal(ftruncate(whole->fd, size), 0);
		view = view_file(whole->path, &whole->records);
		if (is_refused(&view))
			continue;
		if (view.ret || view.closed || !view.n_damages ||
		    !is_honest(&view, &whole->records))
			fail_msg("cut to %zu bytes: %d, closed %d, %zu records", size, view.ret,
				 view.closed, view.replay.records);
		if (view.replay.records > most)
			most = view.replay.records;
	}
	assert_int_equal(most, whole->records.n); /* only the index was cut */
}

/* Each byte, one bit of it: the first block's are refused, the others cost at most their block. */
static void test_a_bit_anywhere_never_makes_a_wrong_record(void **test)
{
	struct whole *whole = *test;
	size_t harmless = 0;

	fill(whole, whole->bytes, whole->size);
	for (size_t at = 0; at < whole->size; at++) {
		uint8_t flipped = whole->bytes[at] ^ 1u << sample_random() % 8;
		struct view view;

		assert_int_equal(pwrite(whole->fd, &flipped, 1, at), 1);
		view = view_file(whole->path, &whole->records);
		assert_int_equal(pwrite(whole->fd, &whole->bytes[at], 1, at), 1);
		if (is_refused(&view))
			continue;
		if (view.ret || !is_honest(&view, &whole->records))
			fail_msg("byte %zu: %d, %zu records, %zu missing, %d", at, view.ret,
				 view.replay.records, (size_t)view.replay.missing, view.replay.wrong);
		harmless += !view.n_damages && view.summarised;
	}
	assert_true(harmless < 16); /* the trailer's size, which says nothing new */
}

static void test_bytes_that_are_gone_in_the_middle_cost_their_block(void **test)
{
	struct whole *whole = *test;
	for (unsigned i = 0; i < 300; i++) {
		size_t len = 1 + sample_random() % 200;
		size_t at = 12000 + sample_random() % (whole->size - 12000 - len);
		uint8_t *bytes = malloc(whole->size);
		struct view view;

		memcpy(bytes, whole->bytes, at);
		memcpy(bytes + at, whole->bytes + at + len, whole->size - at - len);
		fill(whole, bytes, whole->size - len);
		view = view_file(whole->path, &whole->records);
		assert_int_equal(view.ret, 0);
		assert_true(view.n_damages && is_honest(&view, &whole->records));
		free(bytes);
	}
}

static void test_what_is_no_recording_is_refused_with_a_sentence(void **test)
{
	static const char *const texts[] = {"", "x", "EUNOMIA", "{\"event\":\"open\"}\n"};
	const char *path = sample_path("strange");
	struct view view;

	(void)test;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		sample_put(path, texts[i], strlen(texts[i]));
		view = view_file(path, NULL);
		assert_true(is_refused(&view));
	}
	view = view_file("/dev/zero", NULL);
	assert_true(is_refused(&view));
	view = view_file(sample_path("nothing"), NULL);
	assert_int_equal(view.ret, -ENOENT);
	assert_true(*view.err.text);
}

static void test_something_behind_the_end_is_said_and_harms_nothing(void **test)
{
	struct whole *whole = *test;
	uint8_t *bytes = calloc(1, whole->size + 1000);
	struct view view;

	memcpy(bytes, whole->bytes, whole->size);
	fill(whole, bytes, whole->size + 1000);
	view = view_file(whole->path, &whole->records);
	assert_int_equal(view.ret, 0);
	assert_true(view.n_damages && view.replay.whole && is_honest(&view, &whole->records));
	assert_int_equal(view.replay.records, whole->records.n);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_a_whole_recording_is_whole),
	    cmocka_unit_test(test_cut_at_each_byte_it_says_what_is_missing),
	    cmocka_unit_test(test_a_bit_anywhere_never_makes_a_wrong_record),
	    cmocka_unit_test(test_bytes_that_are_gone_in_the_middle_cost_their_block),
	    cmocka_unit_test(test_what_is_no_recording_is_refused_with_a_sentence),
	    cmocka_unit_test(test_something_behind_the_end_is_said_and_harms_nothing),
	};

	return cmocka_run_group_tests(tests, make, clean);
}

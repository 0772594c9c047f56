// SPDX-License-Identifier: Apache-2.0
/* Blocks, segments and their index: what is written is found; what is not an index is not used. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <zlib.h>

#include "sample.h"
#include "record/index.h"
#include "record/segment.h"

static int clean(void **test)
{
	(void)test;
	sample_clean();
	return 0;
}

static struct eu_packer *a_packer(void)
{
	struct eu_packer *packer;

	assert_int_equal(eu_packer_new(&packer, 1), 0);
	return packer;
}

static struct eu_segment a_segment(const char *name)
{
	struct eu_segment segment;

	unlink(sample_path(name));
	assert_int_equal(eu_segment_create(&segment, AT_FDCWD, sample_path(name)), 0);
	return segment;
}

static void end_segment(struct eu_segment *segment, struct eu_packer *packer)
{
	uint64_t size;

	assert_int_equal(eu_segment_close(segment, packer, &size), 0);
}

/* A segment of n blocks whose content is their number. */
static void write_segment(const char *name, unsigned n)
{
	struct eu_segment segment = a_segment(name);
	struct eu_packer *packer = a_packer();

	for (unsigned i = 0; i < n; i++) {
		struct eu_block block = {.kind = EU_BLOCK_RECORDS, .first = i, .records = 1};

		assert_int_equal(eu_segment_append(&segment, packer, &block, &i, sizeof(i)), 0);
	}
	end_segment(&segment, packer);
	eu_packer_free(packer);
}

struct view {
	struct eu_read_segment segment;
	char said[512];
	int fd, ret;
};

static void say(void *context, const char *text)
{
	struct view *view = context;

	snprintf(view->said, sizeof(view->said), "%s", text);
}

static struct view view_segment(const char *name)
{
	struct view view = {.fd = open(sample_path(name), O_RDWR)};

	assert_true(view.fd >= 0);
	view.segment.size = lseek(view.fd, 0, SEEK_END);
	view.ret = eu_index_read(&view.segment, view.fd, say, &view);
	return view;
}

static void end_view(struct view *view)
{
	free(view->segment.blocks);
	close(view->fd);
}

static void expect_all(const struct view *view, unsigned n)
{
	struct eu_unpacker *unpacker;

	assert_int_equal(view->ret, 0);
	assert_int_equal(view->segment.n_blocks, n);
	assert_int_equal(eu_unpacker_new(&unpacker), 0);
	for (unsigned i = 0; i < n; i++) {
		const struct eu_index_entry *entry = &view->segment.blocks[i];
		struct eu_block block;
		const uint8_t *raw;

		assert_int_equal(eu_block_read(&block, view->fd, entry->offset,
					       view->segment.size), 0);
		assert_memory_equal(&block, &entry->block, sizeof(block));
		assert_int_equal(eu_unpacker_read(unpacker, &block, view->fd, entry->offset, &raw), 0);
		assert_int_equal(block.raw, sizeof(i));
		assert_memory_equal(raw, &i, sizeof(i));
	}
	eu_unpacker_free(unpacker);
}

/* Around where an index becomes a chain. */
static void test_the_index_has_each_block(void **test)
{
	static const unsigned counts[] = {1, 1023, 1024, 1025, 3000};

	(void)test;
	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		struct view view;

		write_segment("some", counts[i]);
		view = view_segment("some");
		expect_all(&view, counts[i]);
		assert_true(view.segment.closed);
		assert_string_equal(view.said, "");
		end_view(&view);
	}
}

static void test_without_its_trailer_the_blocks_are_found_one_by_one(void **test)
{
	struct view view;

	(void)test;
	write_segment("some", 1500);
	view = view_segment("some");
	assert_int_equal(ftruncate(view.fd, view.segment.size - 1), 0);
	end_view(&view);
	view = view_segment("some");
	expect_all(&view, 1500);
	assert_false(view.segment.closed);
	end_view(&view);
}

static void test_contents_of_any_size_come_back(void **test)
{
	static const size_t sizes[] = {0, 1, EU_FRAME_RAW, EU_RAW_MAX};
	struct eu_packer *packer = a_packer();
	uint8_t *bytes = malloc(EU_RAW_MAX + 1);
	struct eu_segment segment;

	(void)test;
	for (size_t i = 0; i <= EU_RAW_MAX; i++)
		bytes[i] = sample_random() >> 24; /* which does not get smaller */
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		struct eu_block block = {.kind = EU_BLOCK_RECORDS}, got;
		struct eu_unpacker *unpacker;
		const uint8_t *raw;

		segment = a_segment("sizes");
		assert_int_equal(eu_segment_append(&segment, packer, &block, bytes, sizes[i]), 0);
		assert_int_equal(eu_unpacker_new(&unpacker), 0);
		assert_int_equal(eu_block_read(&got, segment.fd, 0, segment.size), 0);
		assert_int_equal(eu_unpacker_read(unpacker, &got, segment.fd, 0, &raw), 0);
		assert_int_equal(got.raw, sizes[i]);
		assert_memory_equal(raw, bytes, sizes[i]);
		eu_unpacker_free(unpacker);
		end_segment(&segment, packer);
	}
	assert_int_equal(eu_packer_pack(packer, &(struct eu_block){}, bytes, EU_RAW_MAX + 1), -E2BIG);
	free(bytes);
	eu_packer_free(packer);
}

/* A block whose own numbers are right, but larger than a reader allows. */
static void test_a_block_that_says_to_be_huge_is_none(void **test)
{
	struct eu_packer *packer = a_packer();
	struct eu_block block = {.kind = EU_BLOCK_RECORDS}, got;
	struct eu_segment segment = a_segment("huge");
	struct eu_unpacker *unpacker;
	const uint8_t *raw;

	(void)test;
	assert_int_equal(eu_unpacker_new(&unpacker), 0);
	assert_int_equal(eu_packer_pack(packer, &block, "abc", 3), 0);
	for (unsigned i = 0; i < 4; i++) {
		struct eu_block bad = block;

		bad.raw = i == 0 ? EU_RAW_MAX + 1 : i == 1 ? 2 : bad.raw;
		bad.stored = i == 2 ? EU_STORED_MAX + 1 : i == 3 ? bad.stored + 1 : bad.stored;
		bad.own_check = crc32(0, (const void *)&bad, offsetof(struct eu_block, own_check));
		assert_int_equal(eu_packer_write(packer, &block, segment.fd, 0), 0);
		assert_int_equal(pwrite(segment.fd, &bad, sizeof(bad), 0), sizeof(bad));
		assert_true(eu_block_read(&got, segment.fd, 0, sizeof(bad) + block.stored) ||
			    eu_unpacker_read(unpacker, &got, segment.fd, 0, &raw));
	}
	eu_unpacker_free(unpacker);
	end_segment(&segment, packer);
	eu_packer_free(packer);
}

/* ---- an index that somebody made up ---- */

/* Puts an index block of these bytes and a trailer behind some blocks. */
static struct view with_index(const void *raw, size_t size, uint64_t before, uint64_t at)
{
	struct eu_block block = {.kind = EU_BLOCK_INDEX, .first = before};
	struct eu_trailer trailer = {.magic = EU_TRAILER_MAGIC, .size = 16, .mark = EU_MARK};
	struct eu_packer *packer = a_packer();
	struct view view;
	off_t end;

	write_segment("made-up", 3);
	view = view_segment("made-up");
	end = view.segment.blocks[2].offset + sizeof(block) + view.segment.blocks[2].block.stored;
	trailer.index = at ?: (uint64_t)end;
	assert_int_equal(eu_packer_pack(packer, &block, raw, size), 0);
	assert_int_equal(eu_packer_write(packer, &block, view.fd, end), 0);
	end += sizeof(block) + block.stored;
	assert_int_equal(pwrite(view.fd, &trailer, sizeof(trailer), end), sizeof(trailer));
	assert_int_equal(ftruncate(view.fd, end + sizeof(trailer)), 0);
	eu_packer_free(packer);
	end_view(&view);
	return view_segment("made-up");
}

static void expect_searched(struct view view)
{
	assert_non_null(strstr(view.said, "index"));
	assert_false(view.segment.closed);
	expect_all(&view, 3);
	end_view(&view);
}

static void test_a_made_up_index_is_not_believed(void **test)
{
	struct eu_index_entry entries[2] = {{.offset = 1ull << 62}, {.offset = 0}};

	(void)test;
	expect_searched(with_index(entries, sizeof(entries[0]), 0, 0));
	entries[0].offset = 100;
	expect_searched(with_index(entries, sizeof(entries), 0, 0)); /* out of order */
	entries[0].offset = 0;
	entries[0].block.stored = UINT32_MAX;
	expect_searched(with_index(entries, sizeof(entries[0]), 0, 0));
	expect_searched(with_index(entries, 5, 0, 0)); /* no whole entry */
}

/* A few bytes of zstd unpack to many entries. */
static void test_an_index_of_more_blocks_than_fit_is_not_believed(void **test)
{
	size_t size = 40000 * sizeof(struct eu_index_entry);
	void *entries = calloc(1, size);

	(void)test;
	expect_searched(with_index(entries, size, 0, 0));
	free(entries);
}

/* A chain that goes round, or to what is no index. */
static void test_a_chain_of_indexes_ends(void **test)
{
	(void)test;
	expect_searched(with_index("", 0, UINT64_MAX, 0));
	expect_searched(with_index("", 0, 1, 0));
	expect_searched(with_index("", 0, 0, 1));
}

static void test_a_mark_in_the_middle_of_something_is_no_block(void **test)
{
	static const char text[] = "EUNOMIA\0EUNOMIA\0^*M\x18 EUNOMIA\0 and so on EUNOMIA";
	int fd;

	(void)test;
	sample_put(sample_path("marks"), text, sizeof(text));
	fd = open(sample_path("marks"), O_RDONLY);
	assert_int_equal(eu_block_find(fd, 0, sizeof(text)), -1);
	close(fd);
}

/* Wherever it lies, also across the pieces in which a file is searched. */
static void test_a_block_is_found_at_each_offset(void **test)
{
	struct eu_packer *packer = a_packer();
	struct eu_block block = {.kind = EU_BLOCK_RECORDS};
	struct eu_segment segment = a_segment("offsets");

	(void)test;
	assert_int_equal(eu_packer_pack(packer, &block, "abc", 3), 0);
	for (off_t at = 65536 - 200; at < 65536 + 200; at++) {
		off_t size = at + sizeof(block) + block.stored;

		assert_int_equal(ftruncate(segment.fd, 0), 0);
		assert_int_equal(eu_packer_write(packer, &block, segment.fd, at), 0);
		assert_int_equal(eu_block_find(segment.fd, 0, size), at);
		assert_int_equal(eu_block_find(segment.fd, at, size), at);
		assert_int_equal(eu_block_find(segment.fd, at + 1, size), -1);
	}
	end_segment(&segment, packer);
	eu_packer_free(packer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_index_has_each_block),
	    cmocka_unit_test(test_without_its_trailer_the_blocks_are_found_one_by_one),
	    cmocka_unit_test(test_contents_of_any_size_come_back),
	    cmocka_unit_test(test_a_block_that_says_to_be_huge_is_none),
	    cmocka_unit_test(test_a_made_up_index_is_not_believed),
	    cmocka_unit_test(test_an_index_of_more_blocks_than_fit_is_not_believed),
	    cmocka_unit_test(test_a_chain_of_indexes_ends),
	    cmocka_unit_test(test_a_mark_in_the_middle_of_something_is_no_block),
	    cmocka_unit_test(test_a_block_is_found_at_each_offset),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}

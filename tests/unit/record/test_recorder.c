// SPDX-License-Identifier: Apache-2.0
/* The recorder: what it puts where, what it does when there is no room, and who reads it. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "sample.h"
#include "record/queue.h"

static int clean(void **test)
{
	(void)test;
	sample_clean();
	return 0;
}

static const struct eu_head *a_loss(uint64_t count)
{
	static struct eu_event_loss e;

	e = (struct eu_event_loss){.head = {.type = EU_TYPE(eu_event_loss),
					    .size = sizeof(e),
					    .container = 0x10001,
					    .time = count},
				   .count = count};
	return &e.head;
}

/* As a session does that is stopped. */
static void end(struct eu_recorder *recorder)
{
	const struct eu_event_end e = {.head = {.type = EU_TYPE(eu_event_end), .size = sizeof(e)}};

	eu_recorder_put(recorder, &e.head, false, true);
	eu_recorder_free(recorder);
}

static struct eu_recordings *opened(const char *path)
{
	struct eu_recordings *recordings;
	struct eu_error err;

	if (eu_recordings_open(&recordings, &path, 1, &err))
		fail_msg("%s", err.text);
	return recordings;
}

static void nap(void)
{
	nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
}

/* ---- the queue ---- */

static void test_the_queue_is_bounded(void **test)
{
	struct eu_chunk *chunks[EU_QUEUE_CHUNKS];
	struct eu_queue queue;
	size_t n = 0;

	(void)test;
	assert_int_equal(eu_queue_init(&queue), 0);
	while ((chunks[n] = eu_queue_take(&queue, 6)))
		n++;
	assert_int_equal(n, EU_QUEUE_CHUNKS - 6); /* the rest is for what is essential */
	while (n < EU_QUEUE_CHUNKS && (chunks[n] = eu_queue_take(&queue, 0)))
		n++;
	assert_int_equal(n, EU_QUEUE_CHUNKS);
	assert_null(eu_queue_take(&queue, 0));
	eu_queue_push(&queue, chunks[0]);
	eu_queue_push(&queue, chunks[1]);
	assert_null(eu_queue_take(&queue, 0)); /* they wait */
	assert_ptr_equal(eu_queue_pop(&queue, NULL), chunks[0]);
	assert_ptr_equal(eu_queue_pop(&queue, chunks[0]), chunks[1]);
	assert_ptr_equal(eu_queue_take(&queue, 0), chunks[0]);
	eu_queue_close(&queue);
	assert_null(eu_queue_pop(&queue, chunks[1]));
	eu_queue_destroy(&queue);
}

/* ---- files ---- */

static const char *name_of_256_bytes(void)
{
	static char path[1024];
	int len = snprintf(path, sizeof(path), "%s/", sample_path(""));

	memset(path + len, 'x', 256);
	path[len + 256] = '\0';
	return path;
}

static void test_a_file_that_is_there_is_refused(void **test)
{
	struct eu_recorder_options options = {.path = sample_path("there")};
	struct eu_recorder *recorder = NULL;
	struct eu_error err;

	(void)test;
	sample_put(options.path, "mine", 4);
	assert_int_equal(eu_recorder_new(&recorder, &options, &err), -EEXIST);
	assert_non_null(strstr(err.text, options.path));
	options.path = sample_path("link");
	assert_int_equal(symlink("/nowhere", options.path), 0);
	assert_int_equal(eu_recorder_new(&recorder, &options, &err), -EEXIST);
	options.path = name_of_256_bytes();
	assert_int_equal(eu_recorder_new(&recorder, &options, &err), -ENAMETOOLONG);
	options.path = sample_path("no/directory/file");
	assert_int_equal(eu_recorder_new(&recorder, &options, &err), -ENOENT);
	assert_null(recorder);
}

static void test_a_ring_needs_a_directory_and_a_size(void **test)
{
	struct eu_recorder_options options = {.path = sample_path("file"), .max_size = 1 << 24};
	struct eu_recorder *recorder = NULL;
	struct eu_error err;

	(void)test;
	assert_int_equal(eu_recorder_new(&recorder, &options, &err), -EINVAL);
	options.path = sample_path("ring/");
	options.max_size = EU_RECORDER_MIN_SIZE - 1;
	assert_int_equal(eu_recorder_new(&recorder, &options, &err), -EINVAL);
	assert_null(recorder);
}

static void test_only_its_owner_can_read_it(void **test)
{
	struct stat st;

	(void)test;
	sample_write(sample_path("private"), 1, NULL);
	assert_int_equal(stat(sample_path("private"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void test_two_recorders_in_one_directory_do_not_meet(void **test)
{
	const char *path = sample_path("shared/");
	struct eu_recorder *a = sample_recorder(path, 0), *b = sample_recorder(path, 0);
	struct eu_recordings *recordings;

	(void)test;
	for (unsigned i = 1; i <= 10; i++)
		eu_recorder_put(i % 2 ? a : b, a_loss(i), false, true);
	eu_recorder_free(a);
	eu_recorder_free(b);
	recordings = opened(path);
	assert_int_equal(eu_recordings_count(recordings), 2);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(eu_recording_info(eu_recordings_get(recordings, i))->records, 5);
	eu_recordings_free(recordings);
}

/* ---- a directory with other things in it ---- */

static void test_what_cannot_be_read_does_not_hide_the_rest(void **test)
{
	const char *path = sample_path("mixed/");
	struct eu_recorder *recorder = sample_recorder(path, 0);
	struct eu_recordings *recordings;
	const struct eu_recording_info *info;

	(void)test;
	eu_recorder_put(recorder, a_loss(1), false, true);
	end(recorder);
	sample_put(sample_path("mixed/aaa.eunomia"), "", 0); /* a recorder died at its first step */
	sample_put(sample_path("mixed/zzz.eunomia"), "text", 4);
	sample_put(sample_path("mixed/notes.txt"), "text", 4);
	recordings = opened(path);
	assert_int_equal(eu_recordings_count(recordings), 1);
	info = eu_recording_info(eu_recordings_get(recordings, 0));
	assert_int_equal(info->records, 2);
	assert_int_equal(info->n_damages, 2);
	assert_non_null(strstr(info->damages[0], "aaa.eunomia"));
	eu_recordings_free(recordings);
}

static void test_a_directory_without_recordings_says_so(void **test)
{
	const char *path = sample_path("empty");
	struct eu_recordings *recordings;
	struct eu_error err;

	(void)test;
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(eu_recordings_open(&recordings, &path, 1, &err), -ENOENT);
	assert_non_null(strstr(err.text, "no recording"));
	sample_put(sample_path("empty/x.eunomia"), "text", 4);
	assert_int_equal(eu_recordings_open(&recordings, &path, 1, &err), -EINVAL);
	assert_non_null(strstr(err.text, "x.eunomia"));
}

static void test_the_same_file_twice_is_one_recording(void **test)
{
	const char *paths[] = {sample_path("twice"), sample_path("twice")};
	struct eu_recordings *recordings;

	(void)test;
	sample_write(paths[0], 1, NULL);
	assert_int_equal(eu_recordings_open(&recordings, paths, 2, NULL), 0);
	assert_int_equal(eu_recordings_count(recordings), 1);
	assert_int_equal(eu_recording_info(eu_recordings_get(recordings, 0))->segments, 1);
	eu_recordings_free(recordings);
}

/* ---- a ring ---- */

/* A record that does not get smaller. */
static const struct eu_head *a_large_record(uint64_t number)
{
	static _Alignas(8) char bytes[20000];
	struct eu_event_answer *e = (void *)bytes;

	for (size_t i = sizeof(*e); i < sizeof(bytes); i++)
		bytes[i] = sample_random() >> 24;
	*e = (struct eu_event_answer){.head = {.type = EU_TYPE(eu_event_answer),
					       .size = sizeof(bytes),
					       .time = number}};
	return &e->head;
}

/* As the session does it: a snapshot when the writer wants one. */
static void put_round_at(struct eu_recorder *recorder, const struct eu_head *record, uint64_t time)
{
	if (eu_recorder_wants_snapshot(recorder)) {
		sample_summary(recorder, "{\"containers\":[]}");
		eu_recorder_begin_snapshot(recorder);
		eu_recorder_put(recorder, a_loss(time), false, true);
		eu_recorder_end_snapshot(recorder);
	}
	eu_recorder_put(recorder, record, false, true);
}

static void put_round(struct eu_recorder *recorder, const struct eu_head *record)
{
	put_round_at(recorder, record, 1);
}

static uint64_t bytes_in(const char *path)
{
	struct eu_recordings *recordings = opened(path);
	uint64_t bytes = eu_recording_info(eu_recordings_get(recordings, 0))->bytes;

	eu_recordings_free(recordings);
	return bytes;
}

static void test_a_ring_keeps_the_last_and_not_more_than_it_may(void **test)
{
	const char *path = sample_path("ring/");
	struct eu_recorder *recorder = sample_recorder(path, EU_RECORDER_MIN_SIZE);
	const struct eu_recording_info *info;
	struct eu_recordings *recordings;
	struct eu_recorder_state state;
	struct sample_replay replay;
	uint64_t number = 0;

	(void)test;
	do {
		for (unsigned i = 0; i < 10; i++)
			put_round(recorder, a_large_record(++number));
		eu_recorder_drain(recorder);
		eu_recorder_state(recorder, &state);
	} while (state.bytes < 4 * EU_RECORDER_MIN_SIZE);
	end(recorder);
	assert_true(state.segments > 8);
	assert_in_range(bytes_in(path), EU_RECORDER_MIN_SIZE / 4, EU_RECORDER_MIN_SIZE * 5 / 4);

	recordings = opened(path);
	info = eu_recording_info(eu_recordings_get(recordings, 0));
	assert_true(info->closed);
	assert_int_equal(info->n_damages, 0);
	assert_int_equal(info->given_up, state.segments - info->segments);
	assert_true(info->since > 0);
	replay = sample_replay(eu_recordings_get(recordings, 0), NULL);
	assert_int_equal(replay.gaps, 0);
	assert_int_equal(replay.known, 1); /* it begins with what was known then */
	assert_int_equal(replay.records, info->records);
	eu_recordings_free(recordings);
}

static void test_a_last_segment_that_is_missing_is_said(void **test)
{
	struct eu_recordings *recordings = opened(sample_path("ring/"));
	struct eu_recording *recording = eu_recordings_get(recordings, 0);
	const struct eu_recording_info *info;

	(void)test;
	assert_int_equal(unlink(recording->segments[recording->n_segments - 1].path), 0);
	eu_recordings_free(recordings);
	recordings = opened(sample_path("ring/"));
	info = eu_recording_info(eu_recordings_get(recordings, 0));
	assert_false(info->closed);
	assert_int_equal(info->n_damages, 2); /* and the one in the middle, before */
	assert_non_null(strstr(info->damages[1], "what came after it is missing"));
	eu_recordings_free(recordings);
}

/* Records of a time and later, when the replay begins there (from) or at the beginning (0). */
static uint64_t count_from(struct eu_recording *recording, uint64_t from, uint64_t time)
{
	const struct eu_replay_options options = {.from = from,
						  .to = UINT64_MAX,
						  .types = UINT64_MAX,
						  .containers = UINT64_MAX,
						  .essential = UINT64_MAX};
	struct eu_replay *replay;
	struct eu_replay_item item;
	uint64_t n = 0;

	assert_int_equal(eu_replay_new(&replay, recording, &options, NULL), 0);
	while (eu_replay_next(replay, &item), item.kind != EU_REPLAY_END)
		n += item.kind == EU_REPLAY_RECORD && item.record->time >= time;
	eu_replay_free(replay);
	return n;
}

static void test_nothing_of_the_time_asked_for_lies_before_where_it_begins(void **test)
{
	const char *path = sample_path("borders/");
	struct eu_recorder *recorder = sample_recorder(path, EU_RECORDER_MIN_SIZE);
	struct eu_recordings *recordings;
	struct eu_recording *recording;
	unsigned borders = 0;

	(void)test;
	for (uint64_t number = 1; number <= 150; number++) {
		/* records of one moment on both sides of a snapshot, which is of that moment, too */
		eu_recorder_put(recorder, a_large_record(number), false, true);
		put_round_at(recorder, a_large_record(number), number);
		eu_recorder_drain(recorder);
	}
	eu_recorder_free(recorder);
	recordings = opened(path);
	recording = eu_recordings_get(recordings, 0);
	for (size_t s = 0; s < recording->n_segments; s++)
		for (size_t b = 0; b < recording->segments[s].n_blocks; b++) {
			const struct eu_block *block = &recording->segments[s].blocks[b].block;

			if (block->kind != EU_BLOCK_SNAPSHOT)
				continue;
			assert_int_equal(count_from(recording, block->to, block->to),
					 count_from(recording, 0, block->to));
			borders++;
		}
	assert_true(borders > 1);
	eu_recordings_free(recordings);
}

static void test_a_segment_that_is_missing_is_said_and_counted(void **test)
{
	const char *path = sample_path("ring/");
	struct eu_recordings *recordings = opened(path);
	struct eu_recording *recording = eu_recordings_get(recordings, 0);
	uint64_t before = eu_recording_info(recording)->records;
	struct sample_replay replay;

	(void)test;
	assert_true(recording->n_segments > 3);
	assert_int_equal(unlink(recording->segments[2].path), 0);
	eu_recordings_free(recordings);
	recordings = opened(path);
	recording = eu_recordings_get(recordings, 0);
	assert_int_equal(eu_recording_info(recording)->n_damages, 1);
	replay = sample_replay(recording, NULL);
	assert_int_equal(replay.gaps, 1);
	assert_int_equal(replay.records + replay.missing, before);
	assert_int_equal(replay.known, 2); /* and once more behind the gap, at once */
	assert_int_equal(replay.blind, 0);
	eu_recordings_free(recordings);
}

/* ---- no room ---- */

static void limit_files(rlim_t size)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = size;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void sum(void *context, const struct eu_loss_key *key, uint64_t count)
{
	uint64_t *lost = context;

	assert_int_equal(key->place, EU_PLACE_DISK);
	assert_int_equal(key->container, 0x10001);
	*lost += count;
}

static uint64_t lost_by(struct eu_recorder *recorder)
{
	uint64_t lost = 0;

	eu_recorder_losses(recorder, sum, &lost);
	return lost;
}

static int error_of(struct eu_recorder *recorder)
{
	struct eu_recorder_state state;

	eu_recorder_state(recorder, &state);
	return state.error;
}

static void put_some(struct eu_recorder *recorder, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		put_round(recorder, a_loss(i + 1));
	eu_recorder_drain(recorder);
}

/* A limit on files stands in for a full disk: the write fails, what was there stays. */
static void test_without_room_it_counts_and_with_room_it_goes_on(void **test)
{
	const char *path = sample_path("full");
	struct eu_recorder *recorder = sample_recorder(path, 0);
	const struct eu_recording_info *info;
	struct eu_recordings *recordings;
	struct sample_replay replay;
	uint64_t lost;
	struct stat st;

	(void)test;
	signal(SIGXFSZ, SIG_IGN);
	put_some(recorder, 100);
	assert_int_equal(stat(path, &st), 0);
	limit_files(st.st_size + 10);
	put_some(recorder, 100);
	assert_int_equal(error_of(recorder), EFBIG);
	assert_int_equal(lost_by(recorder), 100);
	put_some(recorder, 100);
	limit_files(RLIM_INFINITY);
	while (error_of(recorder)) {
		put_some(recorder, 1);
		nap();
	}
	lost = lost_by(recorder);
	put_some(recorder, 50);
	assert_int_equal(lost_by(recorder), lost);
	end(recorder);

	recordings = opened(path);
	info = eu_recording_info(eu_recordings_get(recordings, 0));
	assert_true(info->closed);
	assert_int_equal(info->n_damages, 0);
	replay = sample_replay(eu_recordings_get(recordings, 0), NULL);
	assert_in_range(replay.records, 150, 250);
	assert_int_equal(replay.gaps, 1);
	assert_int_equal(replay.missing, lost);
	assert_int_equal(replay.known, 1);
	assert_int_equal(replay.blind, 0);
	eu_recordings_free(recordings);
}

static void test_a_summary_that_is_too_large_is_left_out(void **test)
{
	struct eu_recorder *recorder = sample_recorder(sample_path("summary"), 0);
	struct eu_recordings *recordings;
	char *json = calloc(1, EU_RAW_MAX + 2);

	(void)test;
	eu_recorder_put(recorder, a_loss(1), false, true);
	eu_recorder_summary(recorder, memset(json, ' ', EU_RAW_MAX + 1), EU_RAW_MAX + 1);
	eu_recorder_put(recorder, a_loss(2), false, true);
	eu_recorder_drain(recorder);
	assert_int_equal(error_of(recorder), 0);
	assert_int_equal(lost_by(recorder), 0);
	eu_recorder_free(recorder);
	recordings = opened(sample_path("summary"));
	assert_false(eu_recording_info(eu_recordings_get(recordings, 0))->summarised);
	assert_int_equal(eu_recording_info(eu_recordings_get(recordings, 0))->records, 2);
	eu_recordings_free(recordings);
}

/* ---- versions and headers ---- */

/* A recording whose header is this text: what comes behind it is the usual. */
static void with_header(const char *path, const char *json)
{
	size_t size, first;
	uint8_t *bytes;
	struct eu_block block = {.kind = EU_BLOCK_HEADER};
	struct eu_packer *packer;
	int fd;

	sample_write(sample_path("usual"), 1, NULL);
	bytes = sample_read(sample_path("usual"), &size);
	unlink(sample_path("usual"));
	memcpy(&first, bytes + offsetof(struct eu_block, stored), 4);
	first = sizeof(block) + (uint32_t)first;
	unlink(path);
	fd = open(path, O_RDWR | O_CREAT, 0600);
	assert_int_equal(eu_packer_new(&packer, 1), 0);
	assert_int_equal(eu_packer_pack(packer, &block, json, strlen(json)), 0);
	assert_int_equal(eu_packer_write(packer, &block, fd, 0), 0);
	assert_int_equal(pwrite(fd, bytes + first, size - first, sizeof(block) + block.stored),
			 size - first);
	close(fd);
	eu_packer_free(packer);
	free(bytes);
}

static int open_header(const char *json, struct eu_recordings **recordings, struct eu_error *err)
{
	const char *path = sample_path("header");

	with_header(path, json);
	return eu_recordings_open(recordings, &path, 1, err);
}

static void test_another_major_version_is_refused_by_name(void **test)
{
	struct eu_recordings *recordings;
	struct eu_error err;

	(void)test;
	assert_int_equal(open_header("{\"format\":{\"major\":2,\"minor\":0},\"eunomia\":\"7.1.0\","
				     "\"recording\":\"0123456789abcdef\"}", &recordings, &err),
			 -EINVAL);
	assert_non_null(strstr(err.text, "format 2"));
	assert_non_null(strstr(err.text, "7.1.0"));
}

static void test_a_newer_minor_version_is_read(void **test)
{
	struct eu_recordings *recordings;
	struct eu_error err;
	int ret = open_header("{\"new\":[{}],\"format\":{\"major\":1,\"minor\":9,\"patch\":1},"
			      "\"eunomia\":\"7.1.0\",\"recording\":\"0123456789abcdef\"}",
			      &recordings, &err);
	const struct eu_recording_info *info;

	(void)test;
	assert_int_equal(ret, 0);
	info = eu_recording_info(eu_recordings_get(recordings, 0));
	assert_string_equal(info->version, "7.1.0");
	assert_string_equal(info->host, "");
	assert_true(sample_replay(eu_recordings_get(recordings, 0), NULL).whole);
	eu_recordings_free(recordings);
}

static void test_headers_that_make_no_sense_are_refused(void **test)
{
	static const char *const texts[] = {
		"", "{", "null", "[]", "{}", "{\"format\":1}", "{\"format\":{\"major\":\"1\"}}",
		"{\"format\":{\"major\":1}}", "{\"format\":{\"major\":1},\"recording\":\"\"}",
		"{\"format\":{\"major\":1},\"recording\":7}",
		"{\"format\":{\"major\":18446744073709551615},\"recording\":\"x\"}",
		"{\"format\":{\"major\":4294967297},\"recording\":\"x\"}",
		"{\"format\":{\"major\":-1},\"recording\":\"x\"}",
	};

	(void)test;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct eu_recordings *recordings;
		struct eu_error err = {};

		if (open_header(texts[i], &recordings, &err) != -EINVAL || !*err.text)
			fail_msg("%s", texts[i]);
	}
}

/* Names longer than any are cut; lists longer than any, too; numbers are numbers. */
static void test_a_header_of_any_size_is_bounded(void **test)
{
	char *json = malloc(2000000), *at = json;
	struct eu_recordings *recordings;
	struct eu_error err;

	(void)test;
	at += sprintf(at, "{\"format\":{\"major\":1},\"segment\":18446744073709551615,"
			  "\"started\":18446744073709551615,\"wall_offset\":18446744073709551615,"
			  "\"recording\":\"%0200d\",\"host\":{\"name\":\"%05000d\",\"os\":7},"
			  "\"selection\":{\"containers\":[", 1, 2);
	for (unsigned i = 0; i < 2 * EU_HEADER_WORDS; i++)
		at += sprintf(at, "%s\"%0100d\",7", i ? "," : "", i);
	sprintf(at, "],\"images\":{\"a\":1}}}");
	assert_int_equal(open_header(json, &recordings, &err), 0);
	assert_int_equal(strlen(eu_recording_info(eu_recordings_get(recordings, 0))->id), 16);
	assert_int_equal(strlen(eu_recording_info(eu_recordings_get(recordings, 0))->host), 255);
	assert_int_equal(eu_recordings_get(recordings, 0)->segments[0].header.containers.n,
			 EU_HEADER_WORDS);
	sample_replay(eu_recordings_get(recordings, 0), NULL);
	eu_recordings_free(recordings);
	free(json);
}

static int begin_replay(const char *shown, const char *const *events, struct eu_error *err)
{
	char json[512];
	struct eu_recordings *recordings;
	struct eu_session_options options = {
		.mode = EU_MODE_TRACE,
		.select = {.events = events, .n_events = events ? 1 : 0},
	};
	struct eu_session *session = NULL;
	int ret;

	snprintf(json, sizeof(json),
		 "{\"format\":{\"major\":1},\"recording\":\"0123456789abcdef\","
		 "\"selection\":{\"shown\":%s}}", shown);
	assert_int_equal(open_header(json, &recordings, err), 0);
	options.recording = eu_recordings_get(recordings, 0);
	ret = eu_session_new(&session, &options, err);
	eu_session_free(session);
	eu_recordings_free(recordings);
	return ret;
}

/* By a later version, perhaps. */
static void test_what_was_asked_for_and_is_unknown_is_said(void **test)
{
	static const char *const exec[] = {"exec"};
	struct eu_error err = {};

	(void)test;
	assert_int_equal(begin_replay("{\"events\":[\"open\",7],\"sets\":8}", NULL, &err), 0);
	assert_int_equal(begin_replay("[]", NULL, &err), 0);
	assert_int_equal(begin_replay("{\"events\":[\"nothing\"]}", NULL, &err), -EINVAL);
	assert_non_null(strstr(err.text, "nothing"));
	assert_int_equal(begin_replay("{\"filter\":\"x ==\"}", NULL, &err), -EINVAL);
	assert_non_null(strstr(err.text, "--event"));
	assert_int_equal(begin_replay("{\"events\":[\"nothing\"]}", exec, &err), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_queue_is_bounded),
	    cmocka_unit_test(test_a_file_that_is_there_is_refused),
	    cmocka_unit_test(test_a_ring_needs_a_directory_and_a_size),
	    cmocka_unit_test(test_only_its_owner_can_read_it),
	    cmocka_unit_test(test_two_recorders_in_one_directory_do_not_meet),
	    cmocka_unit_test(test_what_cannot_be_read_does_not_hide_the_rest),
	    cmocka_unit_test(test_a_directory_without_recordings_says_so),
	    cmocka_unit_test(test_the_same_file_twice_is_one_recording),
	    cmocka_unit_test(test_a_ring_keeps_the_last_and_not_more_than_it_may),
	    cmocka_unit_test(test_nothing_of_the_time_asked_for_lies_before_where_it_begins),
	    cmocka_unit_test(test_a_segment_that_is_missing_is_said_and_counted),
		cmocka_unit_test(test_a_last_segment_that_is_missing_is_said),
	    cmocka_unit_test(test_without_room_it_counts_and_with_room_it_goes_on),
	    cmocka_unit_test(test_a_summary_that_is_too_large_is_left_out),
	    cmocka_unit_test(test_another_major_version_is_refused_by_name),
	    cmocka_unit_test(test_a_newer_minor_version_is_read),
	    cmocka_unit_test(test_headers_that_make_no_sense_are_refused),
	    cmocka_unit_test(test_a_header_of_any_size_is_bounded),
	    cmocka_unit_test(test_what_was_asked_for_and_is_unknown_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How many records a second of CPU time are kept, the writer's thread and the kernel's for writing
 * included, and how large they become: bench-recorder RECORDING OUT [RECORDS].
 * The records are those of a real recording, over and over, each time a little later.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "record/recorder.h"
#include "record/replay.h"

#define MAX_BYTES (64u << 20) /* of a recording that are kept in memory */

static uint8_t *stock;
static size_t stock_size, n_stock;
static uint64_t first, last;

static double seconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return now.tv_sec + now.tv_nsec / 1e9;
}

static void fail(const struct eu_error *err)
{
	fprintf(stderr, "bench-recorder: %s\n", err->text);
	exit(1);
}

static void load(const char *path)
{
	const struct eu_replay_options options = {
		.to = UINT64_MAX, .types = UINT64_MAX, .containers = UINT64_MAX};
	struct eu_recordings *recordings;
	struct eu_replay *replay;
	struct eu_replay_item item;
	struct eu_error err;

	if (eu_recordings_open(&recordings, &path, 1, &err) ||
	    eu_replay_new(&replay, eu_recordings_get(recordings, 0), &options, &err))
		fail(&err);
	stock = malloc(MAX_BYTES);
	for (eu_replay_next(replay, &item); stock && item.kind != EU_REPLAY_END;
	     eu_replay_next(replay, &item)) {
		size_t step = item.record ? (item.record->size + 7) & ~7u : 0;

		if (item.kind != EU_REPLAY_RECORD || stock_size + step > MAX_BYTES)
			continue;
		memcpy(stock + stock_size, item.record, item.record->size);
		first = first ? first : item.record->time;
		last = item.record->time > last ? item.record->time : last;
		stock_size += step;
		n_stock++;
	}
	eu_replay_free(replay);
	eu_recordings_free(recordings);
}

static void put_all(struct eu_recorder *recorder, uint64_t shift)
{
	for (size_t at = 0; at < stock_size;) {
		struct eu_head *record = (void *)(stock + at);

		record->time += shift;
		eu_recorder_put(recorder, record, false, true);
		at += (record->size + 7) & ~7u;
	}
	eu_recorder_drain(recorder); /* it is throughput that is measured, not the queue's size */
}

int main(int argc, char **argv)
{
	struct eu_recorder_options options = {.path = argc > 2 ? argv[2] : ""};
	uint64_t wanted = argc > 3 ? strtoull(argv[3], NULL, 10) : 4000000, done = 0;
	struct eu_recorder *recorder;
	struct eu_header header = {};
	struct eu_error err;
	struct stat st;
	double cpu;

	if (argc < 3) {
		fprintf(stderr, "usage: bench-recorder RECORDING OUT [RECORDS]\n");
		return 2;
	}
	load(argv[1]);
	eu_header_init(&header);
	if (!n_stock || eu_recorder_new(&recorder, &options, &err) ||
	    eu_recorder_begin(recorder, &header, &err))
		fail(&err);
	cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
	for (; done < wanted; done += n_stock)
		put_all(recorder, done ? last - first + 1000 : 0);
	eu_recorder_end(recorder);
	cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	eu_recorder_free(recorder);
	stat(argv[2], &st);
	printf("%.2f M records/s, %.0f ns and %.1f bytes a record (%.0f in memory)\n",
	       done / cpu / 1e6, cpu * 1e9 / done, (double)st.st_size / done,
	       (double)stock_size / n_stock);
	return 0;
}

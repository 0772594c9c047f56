// SPDX-License-Identifier: Apache-2.0
/*
 * Seeds for fuzz_recording and fuzz_frames: make-recordings RECORDING FRAMES FRAMES-WITH-SCHEMA.
 * A container's life and some records of each type, as a recorder writes them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "frames.h"
#include "record/index.h"
#include "records.h"
#include "sample.h"

#define REF 0x10001
#define CGROUP                                                                                     \
	"/docker/5f0b3a1d9e7c2f4a6b8d0e1f3c5a7b9d1e3f5a7c9b0d2e4f6a8c1b3d5e7f9a0b"

static void put(struct eu_recorder *recorder, const struct eu_head *record, bool aside)
{
	eu_recorder_put(recorder, record, aside, true);
}

static void put_life(struct eu_recorder *recorder)
{
	static const char args[] = "sh\0-c\0true";

	put(recorder, its_name(REF, "web"), true);
	put(recorder, a_container(REF, 77, CGROUP), false);
	put(recorder, a_fork(50, 51, 0, REF), false);
	put(recorder, a_join(51, 1, REF), false);
	put(recorder, an_exec(51, REF, "/bin/sh", args, sizeof(args)), false);
	put(recorder, a_fork(51, 52, REF, REF), false);
	put(recorder, a_rename(52, REF, "worker"), false);
	put(recorder, its_name(REF, "web-1"), false);
	put(recorder, an_exit(52, REF, 0, 9), false);
}

static void put_each(struct eu_recorder *recorder)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++)
		if (events[i].id != EU_TYPE(eu_event_end))
			put(recorder, sample_record(&events[i]), i % 8 == 7);
}

static void record(const char *path)
{
	struct eu_event_end end = {.head = {.type = EU_TYPE(eu_event_end), .size = sizeof(end)}};
	static const char summary[] = "{\"containers\":[{\"id\":\"5f\",\"name\":\"web\",\"ref\":65537}]}";
	struct eu_recorder *recorder = sample_recorder(path, 0);

	put_life(recorder);
	sample_summary(recorder, summary);
	eu_recorder_begin_snapshot(recorder);
	put(recorder, a_container(REF, 77, CGROUP), false);
	put(recorder, its_name(REF, "web-1"), false);
	eu_recorder_end_snapshot(recorder);
	for (unsigned i = 0; i < 3; i++)
		put_each(recorder);
	put(recorder, its_removal(REF, 77), false);
	eu_recorder_flush(recorder);
	put(recorder, &end.head, false);
	eu_recorder_end(recorder);
	eu_recorder_free(recorder);
}

static void unpack(const char *path, const char *to, bool with_schema)
{
	size_t size;
	uint8_t *bytes = sample_read(path, &size);
	FILE *in = fopen(path, "rb"), *out = fopen(to, "wb");
	struct eu_unpacker *unpacker;
	struct eu_block block;

	if (!in || !out || eu_unpacker_new(&unpacker))
		exit(1);
	for (off_t at = 0; !eu_block_read(&block, fileno(in), at, size);
	     at += sizeof(block) + block.stored) {
		struct frame frame = {.size = block.raw, .kind = block.kind,
				      .records = block.records, .from = block.from, .to = block.to};
		const uint8_t *raw;

		if (eu_unpacker_read(unpacker, &block, fileno(in), at, &raw))
			exit(1);
		if (block.kind == EU_BLOCK_SCHEMA && !with_schema)
			frame.size = 0;
		fwrite(&frame, sizeof(frame), 1, out);
		fwrite(raw, 1, frame.size, out);
	}
	eu_unpacker_free(unpacker);
	fclose(in);
	free(bytes);
	if (fclose(out))
		exit(1);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	unlink(argv[1]);
	record(argv[1]);
	unpack(argv[1], argv[2], false);
	unpack(argv[1], argv[3], true);
	return 0;
}

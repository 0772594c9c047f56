// SPDX-License-Identifier: Apache-2.0
/*
 * What is in a recording's blocks: headers, schemas, coded records, summaries, indexes. The input
 * is a row of them (struct frame and its bytes); they are packed, so that all checks hold.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "frames.h"
#include "play.h"
#include "record/block.h"
#include "record/schema.h"

enum { MAX_FRAMES = 64 };

struct output {
	int fd;
	off_t size;
	uint64_t last_index, number;
	struct eu_packer *packer;
};

static void pack(struct output *output, const struct frame *frame, const void *raw, size_t size)
{
	struct eu_block block = {
		.kind = frame->kind,
		.first = frame->kind == EU_BLOCK_INDEX ? output->last_index :
							 output->number + frame->skipped,
		.records = frame->records,
		.from = frame->from,
		.to = frame->to,
		.types = UINT64_MAX,
		.containers = UINT64_MAX,
	};

	if (eu_packer_pack(output->packer, &block, raw, size) ||
	    eu_packer_write(output->packer, &block, output->fd, output->size))
		abort();
	if (frame->kind == EU_BLOCK_INDEX)
		output->last_index = output->size;
	if (frame->kind == EU_BLOCK_RECORDS)
		output->number += frame->skipped + frame->records;
	output->size += sizeof(block) + block.stored;
}

/* An empty schema stands for this build's. */
static void pack_schema(struct output *output, const struct frame *frame)
{
	static struct eu_bytes schema;

	if (!schema.len && eu_record_schema_emit(&schema))
		abort();
	pack(output, frame, schema.data, schema.len);
}

static void pack_all(struct output *output, const uint8_t *data, size_t size)
{
	struct frame frame;

	for (unsigned i = 0; i < MAX_FRAMES && size >= sizeof(frame); i++) {
		memcpy(&frame, data, sizeof(frame));
		data += sizeof(frame);
		size -= sizeof(frame);
		if (frame.size > size)
			frame.size = size;
		if (frame.kind == EU_BLOCK_SCHEMA && !frame.size)
			pack_schema(output, &frame);
		else
			pack(output, &frame, data, frame.size);
		data += frame.size;
		size -= frame.size;
	}
}

static void end(struct output *output)
{
	struct eu_trailer trailer = {.magic = EU_TRAILER_MAGIC,
				     .size = sizeof(trailer) - 8,
				     .mark = EU_MARK,
				     .index = output->last_index};

	if (output->last_index &&
	    pwrite(output->fd, &trailer, sizeof(trailer), output->size) == sizeof(trailer))
		output->size += sizeof(trailer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct output output = {.fd = memfd_create("frames", MFD_CLOEXEC)};
	void *bytes;

	if (output.fd < 0 || eu_packer_new(&output.packer, 1))
		abort();
	pack_all(&output, data, size);
	end(&output);
	bytes = malloc(output.size + 1);
	if (bytes && pread(output.fd, bytes, output.size, 0) == output.size)
		play(bytes, output.size);
	free(bytes);
	eu_packer_free(output.packer);
	close(output.fd);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The writer's side of a recorder: chunks in, blocks in segments out. One thread owns it. */
#pragma once

#include <stdatomic.h>

#include <eunomia/recording.h>

#include "record/coder.h"
#include "record/header.h"
#include "record/queue.h"
#include "record/segment.h"

/* What was put, record by record, before each record's own bytes. */
struct eu_chunk_entry {
	uint32_t aside;
	uint32_t pad;
};

#define EU_CHUNK_STEP(size) (sizeof(struct eu_chunk_entry) + (((size_t)(size) + 7) & ~(size_t)7))

struct eu_writer_ops {
	/* A record that could not be kept. */
	void (*lost)(void *context, const struct eu_head *record);
	void *context;
};

struct eu_written { /* a segment that is finished */
	char *name;
	uint64_t bytes;
};

struct eu_writer {
	struct eu_writer_ops ops;
	int dirfd;
	char name[256];          /* of the file; of segments, what their names begin with */
	bool ring;               /* a directory of segments */
	uint64_t max_size, segment_size;
	struct eu_header header;
	struct eu_bytes schema;
	uint8_t places[65536];   /* of a record type in the schema, + 1 */
	struct eu_coder *coder;
	struct eu_packer *packer;
	struct eu_segment segment;
	char segment_name[320];
	struct eu_written *finished;
	size_t n_finished;
	uint64_t kept;           /* bytes of finished segments */
	struct eu_block block;   /* of the frame in hand */
	uint8_t *frame;
	size_t used;
	unsigned frames;         /* since the last snapshot */
	bool broken;             /* something is missing: records wait for a snapshot */
	bool snapshot_failed;
	uint64_t number;         /* of the next record */
	uint64_t asked;          /* when a snapshot was asked for last, CLOCK_MONOTONIC ns */
	atomic_bool wants_snapshot;
	atomic_ulong records, bytes;
	atomic_uint segments;
	atomic_int error;
};

/* path as in struct eu_recorder_options. */
int eu_writer_new(struct eu_writer **out, const struct eu_recorder_options *options,
		  struct eu_error *err);
/* The first segment; takes the header's lists over. */
int eu_writer_begin(struct eu_writer *writer, struct eu_header *header, struct eu_error *err);
void eu_writer_take(struct eu_writer *writer, const struct eu_chunk *chunk);
void eu_writer_end(struct eu_writer *writer);
void eu_writer_free(struct eu_writer *writer);

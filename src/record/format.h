/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What lies in a recording, byte for byte; docs/recording-format.md says it in words.
 *
 * A recording is one or more segments (files), a segment is a row of blocks. A block is two zstd
 * frames: a skippable one, which says what follows, and an ordinary one, the content. So any zstd
 * can test and unpack a segment. All numbers are little-endian.
 */
#pragma once

#include <stdint.h>

#define EU_FORMAT_MAJOR 1 /* a reader refuses another one … */
#define EU_FORMAT_MINOR 0 /* … and reads what it knows of this */

#define EU_BLOCK_MAGIC 0x184d2a5eu   /* zstd's skippable frames are …2a50 to …2a5f */
#define EU_TRAILER_MAGIC 0x184d2a5fu
#define EU_MARK "EUNOMIA"            /* and its NUL: 8 bytes */
#define EU_MARK_LEN 8

#define EU_FRAME_RAW (1u << 20)      /* a frame of records is written when it has this much */
#define EU_RAW_MAX (4u << 20)        /* no block unpacks to more */
#define EU_STORED_MAX (5u << 20)     /* nor is it larger than this before */

enum eu_block_kind {
	EU_BLOCK_HEADER = 1,   /* JSON: where and how this was recorded */
	EU_BLOCK_SCHEMA = 2,   /* JSON: what the records are made of */
	EU_BLOCK_RECORDS = 3,  /* coded records, see coder.h */
	EU_BLOCK_SNAPSHOT = 4, /* coded records that say what is known at this place; for those who
				  begin here or missed something before */
	EU_BLOCK_SUMMARY = 5,  /* JSON: containers and losses so far */
	EU_BLOCK_INDEX = 6,    /* struct eu_index_entry[] of the blocks since the index before */
};

struct eu_block {
	uint32_t magic;
	uint32_t size;       /* of what follows in this struct */
	char mark[EU_MARK_LEN];
	uint16_t kind;
	uint16_t major;
	uint32_t number;     /* of the block in its segment: 0, 1, 2 … */
	uint32_t stored;     /* bytes of the zstd frame behind this struct */
	uint32_t raw;        /* bytes that it unpacks to */
	uint64_t first;      /* number of the first record in the recording; of an index: offset of
				the index before, or 0 */
	uint64_t records;
	uint64_t from, to;   /* CLOCK_MONOTONIC of the earliest and the latest record, ns */
	uint64_t types;      /* record types in it: bit (place in the schema mod 64) */
	uint64_t containers; /* containers in it: bit (slot mod 64) */
	uint32_t check;      /* crc32 of the stored bytes */
	uint32_t own_check;  /* crc32 of this struct up to here */
};

struct eu_index_entry {
	uint64_t offset; /* of the block in the file */
	struct eu_block block;
};

/* The last thing in a segment that was closed in good order. */
struct eu_trailer {
	uint32_t magic;
	uint32_t size; /* of what follows in this struct */
	char mark[EU_MARK_LEN];
	uint64_t index; /* offset of the last index block */
};

_Static_assert(sizeof(struct eu_block) == 88, "no padding");
_Static_assert(sizeof(struct eu_trailer) == 24, "no padding");

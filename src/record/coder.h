/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records, coded: the same bytes again cost little, before zstd has seen them.
 *
 * Within a frame a record is told by how it differs from the one of its type before it: which
 * 32-bit words changed, and by how much. What lies behind the fixed part (strings, arguments) goes
 * into a dictionary of the frame, and is a number from then on.
 *
 *	record  := varint(type << 1 | aside) varint(zigzag(time - time of the record before))
 *	           mask words tail
 *	mask    := one bit for each word: the container, then those behind the time
 *	words   := varint(zigzag(word - word before)) for each bit
 *	tail    := varint 0, varint length, bytes   a new one; it gets the next number
 *	           varint 1                         none
 *	           varint n + 2                     number n of the frame
 *
 * A type is its place in the recording's schema. Both sides forget everything between frames.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/record.h>

#define EU_CODER_TYPES 256     /* at most, in one schema */
#define EU_CODER_FIXED 2048    /* bytes of the fixed part, at most */
#define EU_CODER_RECORD 65536  /* bytes a decoded record needs, at most */

struct eu_coder;

/* fixed: the size of the fixed part of each type, multiples of 4, not below a head's; borrowed
 * never. -EINVAL when one is not so. */
int eu_coder_new(struct eu_coder **out, const uint16_t *fixed, size_t n);
/* A new frame: what was said before is unknown. */
void eu_coder_reset(struct eu_coder *coder);
/* Appends a record (at least as large as its fixed part) to out, which must have room for
 * EU_CODER_ROOM(size) bytes; returns the number of bytes. */
size_t eu_coder_put(struct eu_coder *coder, unsigned type, bool aside,
		    const struct eu_head *record, uint8_t *out);
#define EU_CODER_ROOM(size) (64 + 3 * (size_t)(size))

/* A frame that is being read. */
struct eu_coder_input {
	const uint8_t *bytes; /* must stay until the frame is done */
	size_t size, at;
};

/* The next record into out (EU_CODER_RECORD bytes, 8-aligned), its head.type being its place in
 * the schema: 1; 0 at the end; -EBADMSG when the bytes make no sense, and the frame is over. */
int eu_coder_get(struct eu_coder *coder, struct eu_coder_input *input, struct eu_head *out,
		 bool *aside);
void eu_coder_free(struct eu_coder *coder);

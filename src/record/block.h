/* SPDX-License-Identifier: Apache-2.0 */
/* Blocks of a segment: packed and written, read and checked. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "record/format.h"

struct eu_packer;

/* level: of zstd. */
int eu_packer_new(struct eu_packer **out, int level);
/* Packs raw bytes: fills the block's sizes and checks; the caller has set the rest of it. */
int eu_packer_pack(struct eu_packer *packer, struct eu_block *block, const void *raw, size_t size);
/* Writes what was packed at an offset: -errno, and then nothing of it counts. */
int eu_packer_write(const struct eu_packer *packer, const struct eu_block *block, int fd,
		    off_t offset);
void eu_packer_free(struct eu_packer *packer);

struct eu_unpacker;

int eu_unpacker_new(struct eu_unpacker **out);
/* Reads the description of a block at an offset: 0, or -EBADMSG when there is none, or it is
 * damaged, or goes beyond the end of the file. */
int eu_block_read(struct eu_block *out, int fd, off_t offset, off_t file_size);
/* Its content, valid until the next call; -EBADMSG when it is not what was written. */
int eu_unpacker_read(struct eu_unpacker *unpacker, const struct eu_block *block, int fd,
		     off_t offset, const uint8_t **raw);
void eu_unpacker_free(struct eu_unpacker *unpacker);
/* Where the next block is that can be read, at or behind an offset; -1: none is left. */
off_t eu_block_find(int fd, off_t offset, off_t file_size);

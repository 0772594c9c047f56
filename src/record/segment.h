/* SPDX-License-Identifier: Apache-2.0 */
/* A segment while it is written: blocks one behind the other, and their index. */
#pragma once

#include <sys/types.h>

#include "record/block.h"

struct eu_segment {
	int fd; /* -1: none is open */
	off_t size;
	uint32_t n_blocks;
	struct eu_index_entry *entries; /* since the last index */
	size_t n_entries;
	uint64_t last_index; /* its offset, 0: none */
};

#define EU_NO_SEGMENT ((struct eu_segment){.fd = -1})

/* Makes a file that must not be there yet, 0600. */
int eu_segment_create(struct eu_segment *segment, int dirfd, const char *name);
/* Packs and appends a block; the caller has set kind and what its records are. When that fails
 * the segment is as it was before. */
int eu_segment_append(struct eu_segment *segment, struct eu_packer *packer, struct eu_block *block,
		      const void *raw, size_t size);
/* Writes index and trailer as far as there is space, and closes the file. size: of all of it. */
int eu_segment_close(struct eu_segment *segment, struct eu_packer *packer, uint64_t *size);

/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "record/segment.h"

#define INDEX_ENTRIES 1024 /* then the index so far is written, so that memory stays bounded */

int eu_segment_create(struct eu_segment *segment, int dirfd, const char *name)
{
	int fd = openat(dirfd, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return -errno;
	*segment = (struct eu_segment){.fd = fd};
	segment->entries = malloc(INDEX_ENTRIES * sizeof(*segment->entries));
	if (segment->entries)
		return 0;
	close(fd);
	unlinkat(dirfd, name, 0);
	*segment = EU_NO_SEGMENT;
	return -ENOMEM;
}

static int append(struct eu_segment *segment, struct eu_packer *packer, struct eu_block *block,
		  const void *raw, size_t size)
{
	int ret;

	block->number = segment->n_blocks;
	ret = eu_packer_pack(packer, block, raw, size);
	if (!ret)
		ret = eu_packer_write(packer, block, segment->fd, segment->size);
	if (!ret) {
		segment->n_blocks++;
		segment->size += sizeof(*block) + block->stored;
	} else if (ftruncate(segment->fd, segment->size)) {
		return ret; /* no matter: the next block goes to the same place */
	}
	return ret;
}

static int append_index(struct eu_segment *segment, struct eu_packer *packer)
{
	struct eu_block block = {.kind = EU_BLOCK_INDEX, .first = segment->last_index};
	uint64_t offset = segment->size;
	int ret;

	ret = append(segment, packer, &block, segment->entries,
		     segment->n_entries * sizeof(*segment->entries));
	if (ret)
		return ret;
	segment->last_index = offset;
	segment->n_entries = 0;
	return 0;
}

int eu_segment_append(struct eu_segment *segment, struct eu_packer *packer, struct eu_block *block,
		      const void *raw, size_t size)
{
	uint64_t offset = segment->size;
	int ret;

	if (segment->n_entries == INDEX_ENTRIES) {
		ret = append_index(segment, packer);
		if (ret)
			return ret;
		offset = segment->size;
	}
	ret = append(segment, packer, block, raw, size);
	if (!ret)
		segment->entries[segment->n_entries++] = (struct eu_index_entry){offset, *block};
	return ret;
}

int eu_segment_close(struct eu_segment *segment, struct eu_packer *packer, uint64_t *size)
{
	struct eu_trailer trailer = {.magic = EU_TRAILER_MAGIC,
				     .size = sizeof(trailer) - 8,
				     .mark = EU_MARK};
	int ret = append_index(segment, packer);

	if (!ret) {
		trailer.index = segment->last_index;
		if (pwrite(segment->fd, &trailer, sizeof(trailer), segment->size) != sizeof(trailer))
			ret = -EIO;
		else
			segment->size += sizeof(trailer);
	}
	*size = segment->size;
	if (fdatasync(segment->fd) && !ret)
		ret = -errno;
	if (close(segment->fd) && !ret)
		ret = -errno;
	free(segment->entries);
	*segment = EU_NO_SEGMENT;
	return ret;
}

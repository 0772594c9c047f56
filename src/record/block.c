/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include <zlib.h>
#include <zstd.h>

#include "record/block.h"

#define OWN_CHECKED offsetof(struct eu_block, own_check)

struct eu_packer {
	ZSTD_CCtx *zstd;
	size_t room;
	uint8_t *stored;
};

struct eu_unpacker {
	ZSTD_DCtx *zstd;
	size_t stored_room, raw_room;
	uint8_t *stored, *raw;
};

/* ---- writing ---- */

int eu_packer_new(struct eu_packer **out, int level)
{
	struct eu_packer *packer = calloc(1, sizeof(*packer));

	if (!packer)
		return -ENOMEM;
	packer->zstd = ZSTD_createCCtx();
	if (!packer->zstd) {
		free(packer);
		return -ENOMEM;
	}
	ZSTD_CCtx_setParameter(packer->zstd, ZSTD_c_compressionLevel, level);
	ZSTD_CCtx_setParameter(packer->zstd, ZSTD_c_checksumFlag, 1);
	*out = packer;
	return 0;
}

void eu_packer_free(struct eu_packer *packer)
{
	if (!packer)
		return;
	ZSTD_freeCCtx(packer->zstd);
	free(packer->stored);
	free(packer);
}

static int grow(uint8_t **bytes, size_t *room, size_t size)
{
	uint8_t *larger;

	if (size <= *room)
		return 0;
	larger = realloc(*bytes, size);
	if (!larger)
		return -ENOMEM;
	*bytes = larger;
	*room = size;
	return 0;
}

int eu_packer_pack(struct eu_packer *packer, struct eu_block *block, const void *raw, size_t size)
{
	size_t stored;

	if (size > EU_RAW_MAX)
		return -E2BIG;
	if (grow(&packer->stored, &packer->room, ZSTD_compressBound(size)))
		return -ENOMEM;
	stored = ZSTD_compress2(packer->zstd, packer->stored, packer->room, raw, size);
	if (ZSTD_isError(stored))
		return -ENOMEM; /* the only way it can fail with room enough */
	block->magic = EU_BLOCK_MAGIC;
	block->size = sizeof(*block) - 8;
	block->major = EU_FORMAT_MAJOR;
	memcpy(block->mark, EU_MARK, EU_MARK_LEN);
	block->stored = stored;
	block->raw = size;
	block->check = crc32(0, packer->stored, stored);
	block->own_check = crc32(0, (const void *)block, OWN_CHECKED);
	return 0;
}

int eu_packer_write(const struct eu_packer *packer, const struct eu_block *block, int fd,
		    off_t offset)
{
	struct iovec parts[] = {{(void *)block, sizeof(*block)}, {packer->stored, block->stored}};
	struct iovec *at = parts;
	size_t n = 2;

	while (n) {
		ssize_t done = pwritev(fd, at, n, offset);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return done ? -errno : -EIO;
		offset += done;
		for (; n && (size_t)done >= at->iov_len; at++, n--)
			done -= at->iov_len;
		if (n) {
			at->iov_base = (char *)at->iov_base + done;
			at->iov_len -= done;
		}
	}
	return 0;
}

/* ---- reading ---- */

int eu_unpacker_new(struct eu_unpacker **out)
{
	struct eu_unpacker *unpacker = calloc(1, sizeof(*unpacker));

	if (!unpacker)
		return -ENOMEM;
	unpacker->zstd = ZSTD_createDCtx();
	if (!unpacker->zstd) {
		free(unpacker);
		return -ENOMEM;
	}
	*out = unpacker;
	return 0;
}

void eu_unpacker_free(struct eu_unpacker *unpacker)
{
	if (!unpacker)
		return;
	ZSTD_freeDCtx(unpacker->zstd);
	free(unpacker->stored);
	free(unpacker->raw);
	free(unpacker);
}

static bool read_all(int fd, void *out, size_t size, off_t offset)
{
	while (size) {
		ssize_t done = pread(fd, out, size, offset);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		out = (char *)out + done;
		size -= done;
		offset += done;
	}
	return true;
}

static bool makes_sense(const struct eu_block *block, off_t offset, off_t file_size)
{
	return block->magic == EU_BLOCK_MAGIC && block->size == sizeof(*block) - 8 &&
	       !memcmp(block->mark, EU_MARK, EU_MARK_LEN) &&
	       block->own_check == crc32(0, (const void *)block, OWN_CHECKED) &&
	       block->stored <= EU_STORED_MAX && block->raw <= EU_RAW_MAX &&
	       (off_t)(sizeof(*block) + block->stored) <= file_size - offset;
}

int eu_block_read(struct eu_block *out, int fd, off_t offset, off_t file_size)
{
	if (offset < 0 || offset > file_size || !read_all(fd, out, sizeof(*out), offset) ||
	    !makes_sense(out, offset, file_size))
		return -EBADMSG;
	return 0;
}

int eu_unpacker_read(struct eu_unpacker *unpacker, const struct eu_block *block, int fd,
		     off_t offset, const uint8_t **raw)
{
	if (block->stored > EU_STORED_MAX || block->raw > EU_RAW_MAX)
		return -EBADMSG;
	if (grow(&unpacker->stored, &unpacker->stored_room, block->stored) ||
	    grow(&unpacker->raw, &unpacker->raw_room, block->raw + 1))
		return -ENOMEM;
	if (!read_all(fd, unpacker->stored, block->stored, offset + sizeof(*block)) ||
	    crc32(0, unpacker->stored, block->stored) != block->check ||
	    ZSTD_decompressDCtx(unpacker->zstd, unpacker->raw, block->raw, unpacker->stored,
				block->stored) != block->raw)
		return -EBADMSG;
	*raw = unpacker->raw;
	return 0;
}

off_t eu_block_find(int fd, off_t offset, off_t file_size)
{
	static const char mark[] = EU_MARK;
	char bytes[65536];
	struct eu_block block;
	off_t from = offset; /* whose mark may be that of a block before */

	while (offset < file_size) {
		ssize_t n = pread(fd, bytes, sizeof(bytes), offset);
		const char *found = bytes;

		if (n < (ssize_t)sizeof(block))
			return -1;
		while ((found = memmem(found, bytes + n - found, mark, EU_MARK_LEN))) {
			off_t at = offset + (found - bytes) - offsetof(struct eu_block, mark);

			if (at >= from && !eu_block_read(&block, fd, at, file_size))
				return at;
			found++;
		}
		offset += n - sizeof(block) + 1; /* one may begin in this piece and end in the next */
	}
	return -1;
}

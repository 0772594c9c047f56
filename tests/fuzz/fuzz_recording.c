// SPDX-License-Identifier: Apache-2.0
/*
 * A recording as a file: what its blocks say of themselves, its index and its end. A change is made
 * to look as if the writer had made it, as far as a check sum goes.
 */
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "play.h"
#include "record/format.h"

static void repair(uint8_t *at, size_t size)
{
	struct eu_block block;

	memcpy(&block, at, sizeof(block));
	if (block.stored <= size - sizeof(block))
		block.check = crc32(0, at + sizeof(block), block.stored);
	block.own_check = crc32(0, (const void *)&block, offsetof(struct eu_block, own_check));
	memcpy(at, &block, sizeof(block));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *bytes = malloc(size + 1), *at = bytes;

	if (!bytes)
		return 0;
	memcpy(bytes, data, size);
	while ((at = memmem(at, bytes + size - at, EU_MARK, EU_MARK_LEN))) {
		uint8_t *begin = at - offsetof(struct eu_block, mark);

		if (at - bytes >= (ptrdiff_t)offsetof(struct eu_block, mark) &&
		    (size_t)(bytes + size - begin) >= sizeof(struct eu_block))
			repair(begin, bytes + size - begin);
		at++;
	}
	play(bytes, size);
	free(bytes);
	return 0;
}

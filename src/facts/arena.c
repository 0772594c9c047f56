/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "facts/arena.h"

#define BLOCK (64u << 10)

struct eu_arena_block {
	struct eu_arena_block *next;
	_Alignas(16) char bytes[];
};

void *eu_arena_alloc(struct eu_arena *arena, size_t size)
{
	size = (size + 15) & ~(size_t)15;
	if (!arena->blocks || arena->size - arena->used < size) {
		size_t room = size > BLOCK ? size : BLOCK;
		struct eu_arena_block *block = calloc(1, sizeof(*block) + room);

		if (!block) {
			arena->failed = true;
			return NULL;
		}
		block->next = arena->blocks;
		arena->blocks = block;
		arena->size = room;
		arena->used = 0;
	}
	arena->used += size;
	return arena->blocks->bytes + arena->used - size;
}

const char *eu_arena_text(struct eu_arena *arena, const char *text)
{
	size_t len = text ? strlen(text) : 0;
	char *copy = len ? eu_arena_alloc(arena, len + 1) : NULL;

	return copy ? memcpy(copy, text, len) : "";
}

const char *eu_arena_bytes(struct eu_arena *arena, const char *bytes, size_t *len)
{
	char *copy = eu_arena_alloc(arena, *len + 1);

	if (copy)
		return memcpy(copy, bytes, *len);
	*len = 0;
	return "";
}

void eu_arena_free(struct eu_arena *arena)
{
	struct eu_arena_block *next;

	for (struct eu_arena_block *block = arena->blocks; block; block = next) {
		next = block->next;
		free(block);
	}
	*arena = (struct eu_arena){};
}

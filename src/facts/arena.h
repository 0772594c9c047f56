/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is freed all at once: for snapshots. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct eu_arena {
	struct eu_arena_block *blocks;
	size_t used, size; /* of the newest block */
	bool failed;       /* something was asked for that there was no memory for */
};

/* Zeroed; NULL without memory, which the arena remembers: one look at the end is enough. */
void *eu_arena_alloc(struct eu_arena *arena, size_t size);
/* A copy of text, NUL-terminated; "" for NULL and without memory. */
const char *eu_arena_text(struct eu_arena *arena, const char *text);
/* The same of bytes that may have NULs in them; *len is 0 without memory. */
const char *eu_arena_bytes(struct eu_arena *arena, const char *bytes, size_t *len);
void eu_arena_free(struct eu_arena *arena);

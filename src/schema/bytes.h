/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A growing run of bytes that the printers write to.
 *
 * The hot path asks for room and writes; it never has to look at an error. When memory or the
 * limit ends, the bytes are marked as failed and writing goes on at the base, so that one test
 * after a whole event is enough and what was written before it stays.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The most that one call of eu_bytes_room may ask for, and the least that a buffer has. */
#define EU_BYTES_ROOM 8192
/* A record has 64 KiB, but a hostile one may point to the same bytes from every field. */
#define EU_BYTES_LIMIT (4u << 20)

struct eu_bytes {
	char *data;
	size_t len, size;
	size_t base;   /* at least EU_BYTES_ROOM before size */
	bool borrowed; /* data is the caller's, at least EU_BYTES_ROOM long */
	bool failed;   /* what was written behind the base is not whole */
};

int eu_bytes_init(struct eu_bytes *bytes, size_t size);
void eu_bytes_free(struct eu_bytes *bytes);
void eu_bytes_grow(struct eu_bytes *bytes, size_t more);

/* Where n more bytes can be written, n ≤ EU_BYTES_ROOM. Never NULL. */
static inline char *eu_bytes_room(struct eu_bytes *bytes, size_t n)
{
	if (__builtin_expect(bytes->size - bytes->len < n, 0))
		eu_bytes_grow(bytes, n);
	return bytes->data + bytes->len;
}

static inline void eu_bytes_char(struct eu_bytes *bytes, char c)
{
	*eu_bytes_room(bytes, 1) = c;
	bytes->len++;
}

/* Short text of our own: names, punctuation. */
static inline void eu_bytes_put(struct eu_bytes *bytes, const char *text, size_t len)
{
	while (__builtin_expect(len > EU_BYTES_ROOM, 0)) {
		memcpy(eu_bytes_room(bytes, EU_BYTES_ROOM), text, EU_BYTES_ROOM);
		bytes->len += EU_BYTES_ROOM;
		text += EU_BYTES_ROOM;
		len -= EU_BYTES_ROOM;
	}
	memcpy(eu_bytes_room(bytes, len), text, len);
	bytes->len += len;
}

static inline void eu_bytes_puts(struct eu_bytes *bytes, const char *text)
{
	eu_bytes_put(bytes, text, strlen(text));
}

void eu_bytes_u64(struct eu_bytes *bytes, uint64_t value);
void eu_bytes_i64(struct eu_bytes *bytes, int64_t value);
void eu_bytes_hex(struct eu_bytes *bytes, uint64_t value);
/* Exactly digits decimal digits, with zeros in front. */
void eu_bytes_padded(struct eu_bytes *bytes, uint32_t value, unsigned digits);
/* RFC 3339 in UTC with nanoseconds, e.g. 2026-11-22T03:14:01.302574418Z. */
void eu_bytes_time(struct eu_bytes *bytes, uint64_t ns);

/* Foreign text inside a JSON string (without the quotes): valid JSON and valid UTF-8 whatever
 * the bytes are; docs/json.md says how the bytes come back. */
void eu_bytes_json(struct eu_bytes *bytes, const char *text, size_t len);
/* The same text on a line for people: valid UTF-8, control bytes escaped like foreign ones. */
void eu_bytes_text(struct eu_bytes *bytes, const char *text, size_t len);

/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "record/coder.h"

#define FRONT 16          /* type, size, container, time: told in other ways */
#define SLOTS 32768       /* of the dictionary; a power of two */
#define MAX_ENTRIES 24576 /* what comes later in a frame is not kept */
#define MAX_PROBES 16

struct type {
	uint16_t fixed;
	uint16_t n_words; /* behind FRONT */
	uint32_t words;   /* where its last words lie: the container's, then n_words */
};

struct entry {
	const uint8_t *bytes; /* in the frame */
	uint32_t len, hash;
};

struct eu_coder {
	struct type types[EU_CODER_TYPES];
	size_t n_types;
	uint32_t *last; /* of all types */
	size_t n_last;
	uint64_t time;
	struct entry entries[MAX_ENTRIES];
	uint32_t n_entries;
	uint16_t slots[SLOTS]; /* number of an entry + 1 */
};

int eu_coder_new(struct eu_coder **out, const uint16_t *fixed, size_t n)
{
	struct eu_coder *coder;
	size_t n_last = 0;

	if (n > EU_CODER_TYPES)
		return -EINVAL;
	coder = calloc(1, sizeof(*coder));
	if (!coder)
		return -ENOMEM;
	for (size_t i = 0; i < n; i++) {
		if (fixed[i] < sizeof(struct eu_head) || fixed[i] > EU_CODER_FIXED || fixed[i] % 4) {
			free(coder);
			return -EINVAL;
		}
		coder->types[i] = (struct type){fixed[i], (fixed[i] - FRONT) / 4, n_last};
		n_last += 1 + coder->types[i].n_words;
	}
	coder->n_types = n;
	coder->n_last = n_last;
	coder->last = calloc(n_last + 1, sizeof(*coder->last));
	if (!coder->last) {
		free(coder);
		return -ENOMEM;
	}
	*out = coder;
	return 0;
}

void eu_coder_reset(struct eu_coder *coder)
{
	memset(coder->last, 0, coder->n_last * sizeof(*coder->last));
	memset(coder->slots, 0, sizeof(coder->slots));
	coder->n_entries = 0;
	coder->time = 0;
}

void eu_coder_free(struct eu_coder *coder)
{
	if (!coder)
		return;
	free(coder->last);
	free(coder);
}

/* ---- numbers ---- */

static uint8_t *put_varint(uint8_t *out, uint64_t value)
{
	for (; value >= 0x80; value >>= 7)
		*out++ = value | 0x80;
	*out++ = value;
	return out;
}

static uint64_t zigzag(int64_t value)
{
	return ((uint64_t)value << 1) ^ (uint64_t)(value >> 63);
}

static int64_t unzigzag(uint64_t value)
{
	return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

/* False when the number has no end, or more than 64 bits. */
static bool get_varint(struct eu_coder_input *input, uint64_t *out)
{
	uint64_t value = 0;

	for (unsigned shift = 0; shift < 64 && input->at < input->size; shift += 7) {
		uint8_t byte = input->bytes[input->at++];

		value |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80) {
			*out = value;
			return true;
		}
	}
	return false;
}

/* ---- what lies behind the fixed part ---- */

static uint32_t hash_bytes(const uint8_t *bytes, size_t len)
{
	uint64_t hash = len * 0x9e3779b97f4a7c15ull, word;

	for (; len >= 8; bytes += 8, len -= 8) {
		memcpy(&word, bytes, 8);
		hash = (hash ^ word) * 0x9fb21c651e98df25ull;
		hash ^= hash >> 32;
	}
	word = 0;
	memcpy(&word, bytes, len);
	hash = (hash ^ word) * 0x9fb21c651e98df25ull;
	return hash ^ hash >> 32;
}

static void add_entry(struct eu_coder *coder, const uint8_t *bytes, size_t len, uint32_t hash)
{
	if (coder->n_entries < MAX_ENTRIES)
		coder->entries[coder->n_entries++] = (struct entry){bytes, len, hash};
}

/* The number of an entry with these bytes; or -1, and slot is where it is to be noted, if any. */
static int find_entry(struct eu_coder *coder, const uint8_t *bytes, size_t len, uint32_t hash,
		      uint16_t **slot)
{
	*slot = NULL;
	for (unsigned i = 0; i < MAX_PROBES; i++) {
		uint16_t *at = &coder->slots[(hash + i) & (SLOTS - 1)];
		const struct entry *entry;

		if (!*at) {
			*slot = at;
			return -1;
		}
		entry = &coder->entries[*at - 1];
		if (entry->hash == hash && entry->len == len && !memcmp(entry->bytes, bytes, len))
			return *at - 1;
	}
	return -1;
}

static uint8_t *put_tail(struct eu_coder *coder, const uint8_t *bytes, size_t len, uint8_t *out)
{
	uint32_t hash;
	uint16_t *slot;
	int known;

	if (!len)
		return put_varint(out, 1);
	hash = hash_bytes(bytes, len);
	known = find_entry(coder, bytes, len, hash, &slot);
	if (known >= 0)
		return put_varint(out, known + 2);
	out = put_varint(put_varint(out, 0), len);
	memcpy(out, bytes, len);
	if (slot && coder->n_entries < MAX_ENTRIES)
		*slot = coder->n_entries + 1;
	add_entry(coder, out, len, hash);
	return out + len;
}

static int get_tail(struct eu_coder *coder, struct eu_coder_input *input, uint8_t *out,
		    size_t room, size_t *len)
{
	const uint8_t *bytes;
	uint64_t code, size;

	*len = 0;
	if (!get_varint(input, &code))
		return -EBADMSG;
	if (code == 1)
		return 0;
	if (code) {
		if (code - 2 >= coder->n_entries)
			return -EBADMSG;
		bytes = coder->entries[code - 2].bytes;
		size = coder->entries[code - 2].len;
	} else {
		if (!get_varint(input, &size) || !size || size > input->size - input->at)
			return -EBADMSG;
		bytes = input->bytes + input->at;
		input->at += size;
		add_entry(coder, bytes, size, 0);
	}
	if (size > room)
		return -EBADMSG;
	memcpy(out, bytes, size);
	*len = size;
	return 0;
}

/* ---- records ---- */

/* A bit for each word that changed, and by how much it did. */
static uint8_t *put_words(const struct type *type, uint32_t *last, const struct eu_head *record,
			  uint8_t *out)
{
	unsigned n = 1 + type->n_words;
	uint8_t *mask = out;
	uint32_t words[1 + (EU_CODER_FIXED - FRONT) / 4];

	words[0] = record->container;
	memcpy(words + 1, (const char *)record + FRONT, type->n_words * 4);
	out += (n + 7) / 8;
	memset(mask, 0, out - mask);
	for (unsigned i = 0; i < n; i++) {
		if (words[i] == last[i])
			continue;
		mask[i / 8] |= 1u << i % 8;
		out = put_varint(out, (uint32_t)zigzag((int32_t)(words[i] - last[i])));
		last[i] = words[i];
	}
	return out;
}

static bool get_words(const struct type *type, uint32_t *last, struct eu_coder_input *input,
		      struct eu_head *out)
{
	unsigned n = 1 + type->n_words;
	const uint8_t *mask = input->bytes + input->at;
	uint64_t delta;

	if ((n + 7) / 8 > input->size - input->at)
		return false;
	input->at += (n + 7) / 8;
	for (unsigned i = 0; i < n; i++) {
		if (!(mask[i / 8] & 1u << i % 8))
			continue;
		if (!get_varint(input, &delta))
			return false;
		last[i] += (uint32_t)unzigzag(delta);
	}
	out->container = last[0];
	memcpy((char *)out + FRONT, last + 1, type->n_words * 4);
	return true;
}

size_t eu_coder_put(struct eu_coder *coder, unsigned type, bool aside,
		    const struct eu_head *record, uint8_t *out)
{
	const struct type *t = &coder->types[type];
	uint8_t *at = put_varint(out, type << 1 | aside);

	at = put_varint(at, zigzag(record->time - coder->time));
	coder->time = record->time;
	at = put_words(t, coder->last + t->words, record, at);
	at = put_tail(coder, (const uint8_t *)record + t->fixed, record->size - t->fixed, at);
	return at - out;
}

int eu_coder_get(struct eu_coder *coder, struct eu_coder_input *input, struct eu_head *out,
		 bool *aside)
{
	const struct type *type;
	uint64_t code, delta;
	size_t tail;

	if (input->at == input->size)
		return 0;
	if (!get_varint(input, &code) || code >> 1 >= coder->n_types ||
	    !get_varint(input, &delta))
		return -EBADMSG;
	type = &coder->types[code >> 1];
	coder->time += unzigzag(delta);
	if (!get_words(type, coder->last + type->words, input, out))
		return -EBADMSG;
	if (get_tail(coder, input, (uint8_t *)out + type->fixed, UINT16_MAX - type->fixed, &tail))
		return -EBADMSG;
	out->type = code >> 1;
	out->size = type->fixed + tail;
	out->time = coder->time;
	*aside = code & 1;
	return 1;
}

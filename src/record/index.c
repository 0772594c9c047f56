/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cleanup.h"
#include "record/index.h"

#define MAX_BLOCKS (1u << 22)

struct list {
	struct eu_index_entry *entries;
	size_t n, room;
};

static int add_entry(struct list *list, const struct eu_index_entry *entry)
{
	size_t room = list->room ? 2 * list->room : 64;
	struct eu_index_entry *larger;

	if (list->n == MAX_BLOCKS)
		return -E2BIG;
	if (list->n == list->room) {
		larger = realloc(list->entries, room * sizeof(*larger));
		if (!larger)
			return -ENOMEM;
		list->entries = larger;
		list->room = room;
	}
	list->entries[list->n++] = *entry;
	return 0;
}

/* ---- by the index ---- */

static off_t index_offset(const struct eu_read_segment *segment, int fd)
{
	struct eu_trailer trailer;
	off_t at = segment->size - (off_t)sizeof(trailer);

	if (at < 0 || pread(fd, &trailer, sizeof(trailer), at) != sizeof(trailer) ||
	    trailer.magic != EU_TRAILER_MAGIC || memcmp(trailer.mark, EU_MARK, EU_MARK_LEN) ||
	    trailer.index >= (uint64_t)at)
		return -1;
	return trailer.index;
}

/* In the order of the file, one behind the other. */
static bool is_in_order(const struct list *list, off_t size)
{
	uint64_t end = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct eu_index_entry *entry = &list->entries[i];

		if (entry->offset < end || entry->offset > (uint64_t)size ||
		    entry->block.stored > EU_STORED_MAX)
			return false;
		end = entry->offset + sizeof(entry->block) + entry->block.stored;
	}
	return end <= (uint64_t)size;
}

/* Where the index blocks are, the last one first: each names the one before. */
static int find_chain(const struct eu_read_segment *segment, int fd, struct list *chain)
{
	struct eu_index_entry entry = {.offset = index_offset(segment, fd)};
	int ret;

	if ((off_t)entry.offset < 0)
		return -ENOENT;
	do {
		ret = eu_block_read(&entry.block, fd, entry.offset, segment->size);
		if (!ret && (entry.block.kind != EU_BLOCK_INDEX ||
			     entry.block.raw % sizeof(struct eu_index_entry) ||
			     entry.block.first >= entry.offset))
			ret = -EBADMSG; /* it is none, or leads nowhere before it */
		if (!ret)
			ret = add_entry(chain, &entry);
		entry.offset = entry.block.first;
	} while (!ret && entry.offset);
	return ret;
}

/* No more than the file has room for blocks, whatever the index says. */
static int read_entries(const struct eu_index_entry *index, struct eu_unpacker *unpacker, int fd,
			off_t size, struct list *list)
{
	const uint8_t *raw;
	int ret = eu_unpacker_read(unpacker, &index->block, fd, index->offset, &raw);

	for (size_t at = 0; !ret && at < index->block.raw; at += sizeof(struct eu_index_entry)) {
		struct eu_index_entry entry;

		memcpy(&entry, raw + at, sizeof(entry));
		ret = list->n >= size / sizeof(entry.block) ? -EBADMSG : add_entry(list, &entry);
	}
	return ret;
}

static int read_chain(const struct eu_read_segment *segment, int fd, struct list *list)
{
	struct eu_unpacker *unpacker;
	struct list chain = {};
	int ret = eu_unpacker_new(&unpacker);

	if (ret)
		return ret;
	ret = find_chain(segment, fd, &chain);
	while (!ret && chain.n)
		ret = read_entries(&chain.entries[--chain.n], unpacker, fd, segment->size, list);
	eu_unpacker_free(unpacker);
	free(chain.entries);
	return ret ?: is_in_order(list, segment->size) ? 0 : -EBADMSG;
}

/* ---- by going through ---- */

static bool is_trailer(int fd, off_t offset, off_t size)
{
	uint32_t magic = 0;

	return size - offset == sizeof(struct eu_trailer) &&
	       pread(fd, &magic, sizeof(magic), offset) == sizeof(magic) &&
	       magic == EU_TRAILER_MAGIC;
}

static int scan(const struct eu_read_segment *segment, int fd, struct list *list,
		void (*say)(void *context, const char *text), void *context)
{
	struct eu_index_entry entry = {};
	char text[160];
	int ret = 0;

	while (!ret && (off_t)entry.offset < segment->size) {
		off_t at = entry.offset, next;

		if (!eu_block_read(&entry.block, fd, at, segment->size)) {
			if (entry.block.kind != EU_BLOCK_INDEX)
				ret = add_entry(list, &entry);
			entry.offset += sizeof(entry.block) + entry.block.stored;
			continue;
		}
		if (is_trailer(fd, at, segment->size))
			break;
		next = eu_block_find(fd, at, segment->size);
		snprintf(text, sizeof(text), "%lld bytes at offset %lld are damaged",
			 (long long)((next < 0 ? segment->size : next) - at), (long long)at);
		if (next < 0)
			snprintf(text, sizeof(text),
				 "it ends in the middle of a block, at offset %lld", (long long)at);
		say(context, text);
		entry.offset = next < 0 ? segment->size : next;
	}
	if (ret == -E2BIG)
		say(context, "it has more blocks than can be read");
	return ret == -E2BIG ? 0 : ret;
}

int eu_index_read(struct eu_read_segment *segment, int fd,
		  void (*say)(void *context, const char *text), void *context)
{
	struct list list = {};
	int ret = read_chain(segment, fd, &list);

	segment->closed = !ret;
	if (ret == -EBADMSG)
		say(context, "its index is damaged; the blocks were searched for");
	if (ret && ret != -ENOMEM) {
		free(list.entries);
		list = (struct list){};
		ret = scan(segment, fd, &list, say, context);
	}
	segment->blocks = list.entries;
	segment->n_blocks = list.n;
	return ret;
}

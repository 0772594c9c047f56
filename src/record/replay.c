/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <eunomia/events.h>

#include "event_ids.h"

#include "cleanup.h"
#include "record/replay.h"

#define MAX_ASIDES 16384 /* of one record: a process may have as many threads */

struct eu_replay {
	struct eu_recording *recording;
	struct eu_replay_options options;
	struct eu_coder *coder;
	struct eu_unpacker *unpacker;
	struct eu_coder_input input; /* of the block that is open */
	bool open, in_snapshot;
	size_t segment, block;       /* the one to open next */
	int fd;                      /* of the segment before that, or -1 */
	uint64_t expected;           /* number of the next record */
	uint64_t left;               /* records that the open block should still have */
	bool lost;                   /* what is known is not all: the next snapshot helps */
	bool known;                  /* that snapshot was read */
	bool only_statements;        /* the time asked for is over */
	bool ended;                  /* the statement at the end was seen */
	struct eu_head **asides;
	size_t n_asides, room_asides;
	uint64_t starved;
	struct eu_head *record, *room; /* EU_CODER_RECORD each */
};

/* ---- blocks ---- */

static const struct eu_read_segment *segment_of(const struct eu_replay *replay)
{
	return &replay->recording->segments[replay->segment];
}

static const struct eu_index_entry *entry_of(const struct eu_replay *replay)
{
	return &segment_of(replay)->blocks[replay->block];
}

static void next_segment(struct eu_replay *replay)
{
	if (replay->fd >= 0)
		close(replay->fd);
	replay->fd = -1;
	replay->segment++;
	replay->block = 0;
}

/* The next block, or false: there is none. */
static bool find_block(struct eu_replay *replay)
{
	while (replay->segment < replay->recording->n_segments) {
		if (replay->block < segment_of(replay)->n_blocks)
			return true;
		next_segment(replay);
	}
	return false;
}

static bool matters(const struct eu_replay *replay, const struct eu_block *block)
{
	const struct eu_replay_options *options = &replay->options;

	return block->types & options->essential ||
	       (block->types & options->types && block->containers & options->containers);
}

/* Has the open block records for us? Its description came from the index; what is read now is
 * what counts. */
static bool open_block(struct eu_replay *replay, const struct eu_index_entry *entry)
{
	const struct eu_read_segment *segment = segment_of(replay);
	struct eu_block block;
	const uint8_t *raw;

	if (replay->fd < 0)
		replay->fd = eu_read_segment_open(segment);
	if (replay->fd < 0 || eu_block_read(&block, replay->fd, entry->offset, segment->size) ||
	    block.kind != entry->block.kind ||
	    eu_unpacker_read(replay->unpacker, &block, replay->fd, entry->offset, &raw)) {
		eu_recording_damage(replay->recording, "%s: the block at offset %llu is damaged",
				    segment->path, (unsigned long long)entry->offset);
		return false;
	}
	eu_coder_reset(replay->coder);
	replay->input = (struct eu_coder_input){.bytes = raw, .size = block.raw};
	replay->open = true;
	replay->in_snapshot = block.kind == EU_BLOCK_SNAPSHOT;
	replay->left = block.records;
	return true;
}

/* Of records or of what is known: how many are missing before it? */
static uint64_t gap_before(struct eu_replay *replay, const struct eu_block *block)
{
	uint64_t gap = block->first > replay->expected ? block->first - replay->expected : 0;

	if (replay->expected == UINT64_MAX)
		gap = 0; /* the first one that is read */
	replay->expected = block->first;
	return gap;
}

static bool tell_gap(struct eu_replay *replay, struct eu_replay_item *out, uint64_t gap)
{
	eu_replay_done(replay); /* what they belong to is not there */
	replay->lost = true;
	*out = (struct eu_replay_item){.kind = EU_REPLAY_GAP, .gap = gap};
	return true;
}

/* One block, opened or passed; true: out is news. */
static bool take_block(struct eu_replay *replay, struct eu_replay_item *out)
{
	const struct eu_index_entry *entry = entry_of(replay);
	const struct eu_block *block = &entry->block;
	bool snapshot = block->kind == EU_BLOCK_SNAPSHOT;
	uint64_t gap = 0;

	if (snapshot || block->kind == EU_BLOCK_RECORDS)
		gap = gap_before(replay, block);
	if (gap)
		return tell_gap(replay, out, gap); /* the same block comes next, without a gap */
	replay->block++;
	if (snapshot && replay->lost && open_block(replay, entry))
		replay->known = true;
	if (block->kind != EU_BLOCK_RECORDS)
		return false;
	replay->only_statements = block->from > replay->options.to;
	if (!matters(replay, block)) {
		replay->expected += block->records;
		return false;
	}
	if (!open_block(replay, entry)) {
		replay->expected += block->records;
		return tell_gap(replay, out, block->records);
	}
	if (replay->known)
		replay->lost = replay->known = false;
	return false;
}

/* ---- records ---- */

static bool has_room(struct eu_replay *replay)
{
	size_t room = 2 * replay->n_asides + 16;
	struct eu_head **asides;

	if (replay->n_asides < replay->room_asides)
		return true;
	asides = room <= 2 * MAX_ASIDES ? realloc(replay->asides, room * sizeof(*asides)) : NULL;
	if (!asides)
		return false;
	replay->asides = asides;
	replay->room_asides = room;
	return true;
}

static void keep_aside(struct eu_replay *replay, const struct eu_head *record)
{
	struct eu_head *copy = has_room(replay) ? malloc(record->size) : NULL;

	replay->starved += !copy;
	if (copy)
		replay->asides[replay->n_asides++] = memcpy(copy, record, record->size);
}

static bool is_statement(const struct eu_head *record)
{
	return record->type == EU_TYPE(eu_event_loss) || record->type == EU_TYPE(eu_event_end);
}

/* A container whose beginning was given up was there before, for whoever has what is left. */
static const struct eu_head *as_it_is_left(struct eu_replay *replay, const struct eu_head *record)
{
	struct eu_event_known_container *e = (void *)replay->room;

	if (!eu_recording_began_before(replay->recording, record->container))
		return record;
	if (record != replay->room)
		memcpy(replay->room, record, record->size);
	e->existed = true;
	return replay->room;
}

/* The block ends here; what it should have had besides is missing. */
static bool close_block(struct eu_replay *replay, struct eu_replay_item *out)
{
	replay->open = false;
	if (replay->in_snapshot || !replay->left)
		return false;
	replay->expected += replay->left;
	return tell_gap(replay, out, replay->left);
}

static bool take_record(struct eu_replay *replay, struct eu_replay_item *out)
{
	const struct eu_head *record;
	bool aside;

	if (eu_coder_get(replay->coder, &replay->input, replay->record, &aside) <= 0)
		return close_block(replay, out);
	replay->left -= replay->left > 0;
	replay->expected += !replay->in_snapshot;
	record = eu_record_schema_convert(replay->recording->schema, replay->record, replay->room);
	if (!record || (replay->only_statements && !is_statement(record)))
		return false;
	if (replay->in_snapshot && record->type == EU_TYPE(eu_event_known_container))
		record = as_it_is_left(replay, record);
	if (aside) {
		keep_aside(replay, record);
		return false;
	}
	if (record->type == EU_TYPE(eu_event_end))
		replay->ended = true;
	*out = (struct eu_replay_item){
		.kind = replay->in_snapshot ? EU_REPLAY_KNOWN : EU_REPLAY_RECORD,
		.record = record,
	};
	return true;
}

void eu_replay_next(struct eu_replay *replay, struct eu_replay_item *out)
{
	for (;;) {
		if (replay->open) {
			if (take_record(replay, out))
				return;
		} else if (!find_block(replay)) {
			*out = (struct eu_replay_item){EU_REPLAY_END, .gap = !replay->ended};
			return;
		} else if (take_block(replay, out)) {
			return;
		}
	}
}

void eu_replay_done(struct eu_replay *replay)
{
	while (replay->n_asides)
		free(replay->asides[--replay->n_asides]);
}

const struct eu_event_desc *eu_replay_event(const struct eu_replay *replay, uint16_t type)
{
	return eu_record_schema_event(replay->recording->schema, type);
}

const struct eu_head *eu_replay_aside(const struct eu_replay *replay, uint16_t type, eu_ref ref,
				      uint32_t pid)
{
	for (size_t i = 0; i < replay->n_asides; i++) {
		const struct eu_head *record = replay->asides[i];

		if (record->type == type && (!ref || record->container == ref) &&
		    (!pid || record->pid == pid))
			return record;
	}
	return NULL;
}

void eu_replay_answers(const struct eu_replay *replay, uint32_t pid,
		       void (*take)(void *taker, const struct eu_head *record), void *taker)
{
	for (size_t i = 0; i < replay->n_asides; i++)
		if (replay->asides[i]->pid == pid)
			take(taker, replay->asides[i]);
}

/* ---- life ---- */

/* The last snapshot before which there is nothing of the time asked for. */
static void seek(struct eu_replay *replay)
{
	uint64_t latest = 0; /* a late record may be older than one before it */

	for (size_t s = 0; s < replay->recording->n_segments; s++) {
		const struct eu_read_segment *segment = &replay->recording->segments[s];

		for (size_t b = 0; b < segment->n_blocks; b++) {
			const struct eu_block *block = &segment->blocks[b].block;

			if (block->kind != EU_BLOCK_SNAPSHOT && block->kind != EU_BLOCK_RECORDS)
				continue;
			if (block->to > latest)
				latest = block->to;
			if (latest >= replay->options.from)
				return;
			if (block->kind != EU_BLOCK_SNAPSHOT ||
			    (b && segment->blocks[b - 1].block.kind == EU_BLOCK_SNAPSHOT))
				continue;
			replay->segment = s;
			replay->block = b;
			replay->lost = true;
			replay->expected = UINT64_MAX;
		}
	}
}

static void free_replay(struct eu_replay **replay)
{
	eu_replay_free(*replay);
}

int eu_replay_new(struct eu_replay **out, struct eu_recording *recording,
		  const struct eu_replay_options *options, struct eu_error *err)
{
	eu_cleanup(free_replay) struct eu_replay *replay = calloc(1, sizeof(*replay));
	size_t n;
	const uint16_t *sizes = eu_record_schema_sizes(recording->schema, &n);

	if (!replay)
		return eu_fail(err, ENOMEM, "out of memory");
	replay->fd = -1;
	replay->recording = recording;
	replay->options = *options;
	replay->record = malloc(EU_CODER_RECORD);
	replay->room = malloc(EU_CODER_RECORD);
	if (!replay->record || !replay->room || eu_coder_new(&replay->coder, sizes, n) ||
	    eu_unpacker_new(&replay->unpacker))
		return eu_fail(err, ENOMEM, "out of memory");
	if (recording->segments[0].header.segment) {
		replay->lost = true; /* the segments before have made room */
		replay->expected = UINT64_MAX;
	}
	if (options->from)
		seek(replay);
	*out = eu_take(replay);
	return 0;
}

/* The last block of records; false: there is none. */
static bool seek_end(struct eu_replay *replay)
{
	for (replay->segment = replay->recording->n_segments; replay->segment--;)
		for (replay->block = segment_of(replay)->n_blocks; replay->block--;)
			if (entry_of(replay)->block.kind == EU_BLOCK_RECORDS)
				return true;
	return false;
}

int eu_replay_misses_end(struct eu_recording *recording, bool *missing)
{
	const struct eu_replay_options all = {
		.to = UINT64_MAX, .types = UINT64_MAX, .containers = UINT64_MAX,
		.essential = UINT64_MAX};
	eu_cleanup(free_replay) struct eu_replay *replay = NULL;
	struct eu_replay_item item = {};
	struct eu_error err;
	bool damaged = false; /* whoever replays it says so */

	if (eu_replay_new(&replay, recording, &all, &err))
		return -ENOMEM;
	replay->expected = UINT64_MAX;
	for (bool more = seek_end(replay); more; more = item.kind != EU_REPLAY_END) {
		eu_replay_next(replay, &item);
		damaged |= item.kind == EU_REPLAY_GAP;
	}
	*missing = !replay->ended && !damaged;
	return 0;
}

uint64_t eu_replay_starved(const struct eu_replay *replay)
{
	return replay->starved;
}

void eu_replay_free(struct eu_replay *replay)
{
	if (!replay)
		return;
	eu_replay_done(replay);
	eu_coder_free(replay->coder);
	eu_unpacker_free(replay->unpacker);
	if (replay->fd >= 0)
		close(replay->fd);
	free(replay->asides);
	free(replay->record);
	free(replay->room);
	free(replay);
}

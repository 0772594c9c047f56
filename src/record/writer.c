/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <eunomia/schema.h>

#include "cleanup.h"
#include "clock.h"
#include "record/schema.h"
#include "record/writer.h"

#define LEVEL 1                     /* of zstd: the coder has done most of the work */
#define FRAME_ROOM (EU_FRAME_RAW + EU_CODER_ROOM(65536))
#define SNAPSHOT_FRAMES 64          /* how far one has to read to know what is known */
#define SEGMENT_SIZE (1ull << 30)   /* without a limit */
#define SEGMENTS 8                  /* within a limit */
#define RETRY_NS 1000000000ull      /* a full disk is tried again */

_Static_assert(FRAME_ROOM <= EU_RAW_MAX, "a frame is one block");

/* ---- where it goes ---- */

static bool is_directory(const char *path)
{
	struct stat st;
	size_t len = strlen(path);

	return (len && path[len - 1] == '/') || (!stat(path, &st) && S_ISDIR(st.st_mode));
}

/* Another user's is refused: its owner could exchange what is written there. */
static int open_directory(struct eu_writer *writer, const char *path, struct eu_error *err)
{
	struct stat st;

	if (mkdir(path, 0700) && errno != EEXIST)
		return eu_fail(err, errno, "cannot make the directory %s: %s", path, strerror(errno));
	writer->ring = true;
	writer->dirfd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (writer->dirfd >= 0 && !fstat(writer->dirfd, &st) && st.st_uid && st.st_uid != geteuid())
		return eu_fail(err, EPERM, "%s belongs to user %u: choose another directory", path,
			       st.st_uid);
	if (writer->dirfd < 0 || faccessat(writer->dirfd, ".", W_OK | X_OK, 0))
		return eu_fail(err, errno, "cannot write to the directory %s: %s", path,
			       strerror(errno));
	return 0;
}

static int open_parent(struct eu_writer *writer, const char *path, struct eu_error *err)
{
	eu_auto_free char *copy = strdup(path), *other = strdup(path);
	struct stat st;

	if (!copy || !other)
		return eu_fail(err, ENOMEM, "out of memory");
	if (!lstat(path, &st))
		return eu_fail(err, EEXIST,
			       "%s is there already; recordings are never overwritten: choose "
			       "another name, or remove it", path);
	if (snprintf(writer->name, sizeof(writer->name), "%s", basename(other)) > NAME_MAX)
		return eu_fail(err, ENAMETOOLONG, "%.200s…: %s", writer->name,
			       strerror(ENAMETOOLONG));
	writer->dirfd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (writer->dirfd < 0 || faccessat(writer->dirfd, ".", W_OK | X_OK, 0))
		return eu_fail(err, errno, "cannot write to the directory of %s: %s", path,
			       strerror(errno));
	return 0;
}

static int place(struct eu_writer *writer, const struct eu_recorder_options *options,
		 struct eu_error *err)
{
	bool directory = is_directory(options->path);

	if (options->max_size && !directory)
		return eu_fail(err, EINVAL,
			       "a largest size needs a directory to write to: %s is none (a name that "
			       "ends in / is made)", options->path);
	if (options->max_size && options->max_size < EU_RECORDER_MIN_SIZE)
		return eu_fail(err, EINVAL, "the largest size is at least %u MiB",
			       EU_RECORDER_MIN_SIZE >> 20);
	writer->max_size = options->max_size;
	writer->segment_size = options->max_size ? options->max_size / SEGMENTS : SEGMENT_SIZE;
	return directory ? open_directory(writer, options->path, err) :
			   open_parent(writer, options->path, err);
}

static void free_writer(struct eu_writer **writer)
{
	eu_writer_free(*writer);
}

int eu_writer_new(struct eu_writer **out, const struct eu_recorder_options *options,
		  struct eu_error *err)
{
	eu_cleanup(free_writer) struct eu_writer *writer = calloc(1, sizeof(*writer));
	int ret;

	if (!writer)
		return eu_fail(err, ENOMEM, "out of memory");
	writer->dirfd = -1;
	writer->segment = EU_NO_SEGMENT;
	ret = place(writer, options, err);
	if (!ret)
		*out = eu_take(writer);
	return ret;
}

/* ---- segments ---- */

static void name_segment(struct eu_writer *writer)
{
	if (writer->ring)
		snprintf(writer->segment_name, sizeof(writer->segment_name), "%s.%06u%s",
			 writer->name, writer->header.segment, EU_RECORDING_SUFFIX);
	else
		snprintf(writer->segment_name, sizeof(writer->segment_name), "%s", writer->name);
}

static int append(struct eu_writer *writer, struct eu_block *block, const void *raw, size_t size)
{
	off_t before = writer->segment.size;
	int ret = writer->segment.fd < 0 ? -EBADF :
		  eu_segment_append(&writer->segment, writer->packer, block, raw, size);

	if (!ret)
		writer->error = 0;
	else if (ret != -EBADF && ret != -E2BIG) /* a summary that is too large is no matter */
		writer->error = -ret;
	writer->bytes += writer->segment.size - before;
	return ret;
}

static int append_json(struct eu_writer *writer, enum eu_block_kind kind, const char *json,
		       size_t len)
{
	struct eu_block block = {.kind = kind, .first = writer->number};

	return append(writer, &block, json, len);
}

static int begin_segment(struct eu_writer *writer)
{
	struct eu_bytes json = {};
	uint64_t size;
	int ret;

	name_segment(writer);
	ret = eu_segment_create(&writer->segment, writer->dirfd, writer->segment_name);
	if (!ret)
		ret = eu_bytes_init(&json, 2 * EU_BYTES_ROOM);
	if (!ret) {
		eu_header_emit(&writer->header, &json);
		ret = append_json(writer, EU_BLOCK_HEADER, json.data, json.len);
	}
	if (!ret)
		ret = append_json(writer, EU_BLOCK_SCHEMA, writer->schema.data,
				  writer->schema.len);
	eu_bytes_free(&json);
	if (!ret) {
		writer->segments++;
		writer->header.segment++;
	} else if (writer->segment.fd >= 0) {
		eu_segment_close(&writer->segment, writer->packer, &size);
		unlinkat(writer->dirfd, writer->segment_name, 0);
	}
	if (ret)
		writer->error = -ret;
	return ret;
}

/* The oldest go until what is left has room beside a new segment. */
static void drop_oldest(struct eu_writer *writer)
{
	size_t gone = 0;

	while (gone < writer->n_finished && writer->max_size &&
	       writer->kept + writer->segment_size > writer->max_size) {
		unlinkat(writer->dirfd, writer->finished[gone].name, 0);
		writer->kept -= writer->finished[gone].bytes;
		free(writer->finished[gone++].name);
	}
	writer->n_finished -= gone;
	memmove(writer->finished, writer->finished + gone,
		writer->n_finished * sizeof(*writer->finished));
}

static void end_segment(struct eu_writer *writer)
{
	struct eu_written *finished = realloc(writer->finished, (writer->n_finished + 1) *
								sizeof(*finished));
	off_t before = writer->segment.size;
	uint64_t bytes;
	int ret = eu_segment_close(&writer->segment, writer->packer, &bytes);

	if (ret)
		writer->error = -ret;
	writer->bytes += bytes - before;
	if (!finished)
		return; /* it stays for ever, which is better than to lose it */
	writer->finished = finished;
	finished[writer->n_finished] = (struct eu_written){strdup(writer->segment_name), bytes};
	writer->n_finished += finished[writer->n_finished].name != NULL;
	writer->kept += bytes;
	drop_oldest(writer);
}

static bool segment_is_full(const struct eu_writer *writer)
{
	return writer->ring && (uint64_t)writer->segment.size >= writer->segment_size;
}

/* ---- frames ---- */

static void begin_frame(struct eu_writer *writer, enum eu_block_kind kind)
{
	writer->block = (struct eu_block){.kind = kind};
	writer->used = 0;
	eu_coder_reset(writer->coder);
}

static void ask_for_snapshot(struct eu_writer *writer)
{
	writer->asked = eu_now_ns();
	writer->wants_snapshot = true;
}

/* What could not be written is counted by container and type: it is read once more for that. */
static void count_frame(struct eu_writer *writer)
{
	struct eu_coder_input input = {.bytes = writer->frame, .size = writer->used};
	eu_auto_free struct eu_head *record = malloc(EU_CODER_RECORD);
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);
	bool aside;

	eu_coder_reset(writer->coder);
	while (record && eu_coder_get(writer->coder, &input, record, &aside) > 0) {
		record->type = events[record->type].id;
		writer->ops.lost(writer->ops.context, record);
	}
}

static void end_frame(struct eu_writer *writer)
{
	enum eu_block_kind kind = writer->block.kind;
	bool failed;

	if (!writer->block.records)
		return;
	failed = append(writer, &writer->block, writer->frame, writer->used) != 0;
	if (kind == EU_BLOCK_SNAPSHOT) {
		writer->snapshot_failed |= failed;
	} else if (failed) {
		count_frame(writer);
		writer->broken = true;
	} else {
		writer->records += writer->block.records;
		writer->frames++;
	}
	begin_frame(writer, kind);
}

static void note_record(struct eu_block *block, uint64_t number, const struct eu_head *record,
			unsigned type)
{
	if (!block->records)
		block->first = number;
	if (!block->records || record->time < block->from)
		block->from = record->time;
	if (record->time > block->to)
		block->to = record->time;
	block->records++;
	block->types |= 1ull << type % 64;
	block->containers |= 1ull << EU_REF_SLOT(record->container) % 64;
}

static void take_record(struct eu_writer *writer, const struct eu_head *record, bool aside)
{
	unsigned type = writer->places[record->type] - 1;
	bool snapshot = writer->block.kind == EU_BLOCK_SNAPSHOT;

	if (!writer->places[record->type])
		return;
	if (writer->broken && !snapshot) {
		writer->number++;
		writer->ops.lost(writer->ops.context, record);
		return;
	}
	note_record(&writer->block, writer->number, record, type);
	writer->number += !snapshot;
	writer->used += eu_coder_put(writer->coder, type, aside, record,
				     writer->frame + writer->used);
	if (writer->used >= EU_FRAME_RAW)
		end_frame(writer);
}

static void take_records(struct eu_writer *writer, const struct eu_chunk *chunk)
{
	for (size_t at = 0; at < chunk->used;) {
		const struct eu_chunk_entry *entry = (const void *)(chunk->bytes + at);
		const struct eu_head *record = (const void *)(entry + 1);

		take_record(writer, record, entry->aside);
		at += EU_CHUNK_STEP(record->size);
	}
}

/* ---- chunks ---- */

/* The one place where a segment can end: what is known comes next. */
static void begin_snapshot(struct eu_writer *writer)
{
	end_frame(writer);
	if (writer->segment.fd >= 0 && segment_is_full(writer))
		end_segment(writer);
	writer->snapshot_failed = writer->segment.fd < 0 && begin_segment(writer);
	begin_frame(writer, EU_BLOCK_SNAPSHOT);
}

static void end_snapshot(struct eu_writer *writer)
{
	end_frame(writer);
	writer->broken = writer->snapshot_failed;
	writer->frames = 0;
	begin_frame(writer, EU_BLOCK_RECORDS);
}

static void take_snapshot(struct eu_writer *writer, const struct eu_chunk *chunk)
{
	if (writer->block.kind != EU_BLOCK_SNAPSHOT)
		begin_snapshot(writer);
	take_records(writer, chunk);
	if (chunk->flush)
		end_snapshot(writer);
}

static void take_summary(struct eu_writer *writer, const struct eu_chunk *chunk)
{
	end_frame(writer);
	append_json(writer, EU_BLOCK_SUMMARY, chunk->text, chunk->used);
}

static bool snapshot_is_due(const struct eu_writer *writer)
{
	if (writer->wants_snapshot)
		return false; /* it is on its way */
	if (writer->broken)
		return eu_now_ns() - writer->asked > RETRY_NS;
	return writer->frames >= SNAPSHOT_FRAMES || segment_is_full(writer);
}

void eu_writer_take(struct eu_writer *writer, const struct eu_chunk *chunk)
{
	switch (chunk->kind) {
	case EU_CHUNK_RECORDS:
		if (writer->block.kind == EU_BLOCK_SNAPSHOT) { /* its end found no room */
			writer->snapshot_failed = true;
			end_snapshot(writer);
		}
		take_records(writer, chunk);
		if (chunk->flush)
			end_frame(writer);
		break;
	case EU_CHUNK_SNAPSHOT:
		take_snapshot(writer, chunk);
		break;
	case EU_CHUNK_SUMMARY:
		take_summary(writer, chunk);
		break;
	}
	if (snapshot_is_due(writer))
		ask_for_snapshot(writer);
}

/* ---- life ---- */

static int make_coder(struct eu_writer *writer)
{
	uint16_t fixed[EU_CODER_TYPES];
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	if (n > EU_CODER_TYPES - 1)
		return -E2BIG;
	for (size_t i = 0; i < n; i++) {
		fixed[i] = events[i].size;
		writer->places[events[i].id] = i + 1;
	}
	return eu_coder_new(&writer->coder, fixed, n);
}

/* "host-20261122T031401Z-<id>", so that names sort by time and two recorders never meet. */
static void name_recording(struct eu_writer *writer)
{
	time_t seconds = writer->header.started / 1000000000ull;
	char host[65], stamp[32];
	struct tm tm;

	gmtime_r(&seconds, &tm);
	strftime(stamp, sizeof(stamp), "%Y%m%dT%H%M%SZ", &tm);
	snprintf(host, sizeof(host), "%.64s", writer->header.host);
	for (char *c = host; *c; c++)
		if (*c == '/')
			*c = '_';
	snprintf(writer->name, sizeof(writer->name), "%s-%s-%.8s", host, stamp,
		 writer->header.id);
}

int eu_writer_begin(struct eu_writer *writer, struct eu_header *header,
		    struct eu_error *err)
{
	int ret;

	writer->header = *header;
	*header = (struct eu_header){};
	writer->frame = malloc(FRAME_ROOM);
	if (!writer->frame || make_coder(writer) || eu_packer_new(&writer->packer, LEVEL) ||
	    eu_record_schema_emit(&writer->schema))
		return eu_fail(err, ENOMEM, "out of memory");
	if (writer->ring)
		name_recording(writer);
	begin_frame(writer, EU_BLOCK_RECORDS);
	ret = begin_segment(writer);
	return ret ? eu_fail(err, -ret, "cannot record to %s: %s", writer->segment_name,
			     strerror(-ret)) : 0;
}

void eu_writer_end(struct eu_writer *writer)
{
	end_frame(writer);
	if (writer->segment.fd >= 0)
		end_segment(writer);
}

void eu_writer_free(struct eu_writer *writer)
{
	uint64_t size;

	if (!writer)
		return;
	if (writer->segment.fd >= 0)
		eu_segment_close(&writer->segment, writer->packer, &size);
	for (size_t i = 0; i < writer->n_finished; i++)
		free(writer->finished[i].name);
	free(writer->finished);
	eu_header_free(&writer->header);
	eu_bytes_free(&writer->schema);
	eu_coder_free(writer->coder);
	eu_packer_free(writer->packer);
	free(writer->frame);
	if (writer->dirfd >= 0)
		close(writer->dirfd);
	free(writer);
}

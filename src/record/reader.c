/* SPDX-License-Identifier: Apache-2.0 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cleanup.h"
#include "record/index.h"
#include "record/reader.h"
#include "record/replay.h"
#include "record/summary.h"

#define MAX_DAMAGES 64 /* that are told one by one */

/* What is wrong with a segment before it is known whose it is. */
struct notes {
	char *texts[MAX_DAMAGES];
	size_t n;
};

struct eu_recordings {
	struct eu_recording **all;
	size_t n;
	struct eu_unpacker *unpacker;
	struct notes strays; /* files in directories that could not be read */
};

static void note(void *context, const char *text)
{
	struct notes *notes = context;

	if (notes->n < MAX_DAMAGES && (notes->texts[notes->n] = strdup(text)))
		notes->n++;
}

static void free_notes(struct notes *notes)
{
	for (size_t i = 0; i < notes->n; i++)
		free(notes->texts[i]);
}

void eu_recording_damage(struct eu_recording *recording, const char *format, ...)
{
	size_t n = recording->info.n_damages;
	char **damages;
	va_list args;

	if (n == MAX_DAMAGES)
		return;
	damages = realloc(recording->damages, (n + 1) * sizeof(*damages));
	if (!damages)
		return;
	recording->damages = damages;
	recording->info.damages = (const char *const *)damages;
	va_start(args, format);
	if (vasprintf(&damages[n], format, args) >= 0)
		recording->info.n_damages++;
	va_end(args);
}

/* ---- one segment ---- */

bool eu_is_recording(int fd)
{
	struct eu_block block;

	return pread(fd, &block, sizeof(block), 0) == sizeof(block) &&
	       block.magic == EU_BLOCK_MAGIC && !memcmp(block.mark, EU_MARK, EU_MARK_LEN);
}

static void free_segment(struct eu_read_segment *segment)
{
	free(segment->path);
	free(segment->blocks);
	eu_header_free(&segment->header);
}

int eu_read_segment_open(const struct eu_read_segment *segment)
{
	int fd = open(segment->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	return fd < 0 ? -errno : fd;
}

static int open_file(struct eu_read_segment *segment, const char *path, struct eu_error *err)
{
	eu_auto_close int fd = -1;
	struct stat st;

	segment->path = strdup(path);
	if (!segment->path)
		return eu_fail(err, ENOMEM, "out of memory");
	fd = eu_read_segment_open(segment);
	if (fd < 0 || fstat(fd, &st))
		return eu_fail(err, errno, "cannot read %s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return eu_fail(err, EINVAL, "%s is not a file", path);
	segment->size = st.st_size;
	return eu_take_fd(&fd);
}

/* A segment without its header says nothing of where it is from. */
static int read_header(struct eu_recordings *recordings, struct eu_read_segment *segment, int fd,
		       struct eu_error *err)
{
	struct eu_block block;
	const uint8_t *raw;
	int ret;

	if (eu_block_read(&block, fd, 0, segment->size) || block.kind != EU_BLOCK_HEADER ||
	    eu_unpacker_read(recordings->unpacker, &block, fd, 0, &raw))
		return eu_fail(err, EINVAL, "%s is not a recording, or its beginning is damaged",
			       segment->path);
	ret = eu_header_parse(&segment->header, (const char *)raw, block.raw);
	if (ret == -EPROTO)
		return eu_fail(err, EINVAL,
			       "%s has format %u, this is Eunomia %s, which reads format %u: use "
			       "Eunomia %s for it", segment->path, segment->header.major,
			       EUNOMIA_VERSION, EU_FORMAT_MAJOR, segment->header.version);
	if (ret)
		return eu_fail(err, ret == -ENOMEM ? ENOMEM : EINVAL, "%s: %s", segment->path,
			       ret == -ENOMEM ? "out of memory" : "its header makes no sense");
	return 0;
}

/* ---- recordings ---- */

static struct eu_recording *recording_of(struct eu_recordings *recordings, const char *id)
{
	struct eu_recording **all, *recording;

	for (size_t i = 0; i < recordings->n; i++)
		if (recordings->all[i]->n_segments &&
		    !strcmp(recordings->all[i]->segments[0].header.id, id))
			return recordings->all[i];
	all = realloc(recordings->all, (recordings->n + 1) * sizeof(*all));
	if (!all)
		return NULL;
	recordings->all = all;
	recording = calloc(1, sizeof(*recording));
	if (recording)
		all[recordings->n++] = recording;
	return recording;
}

/* Takes the segment over when that succeeds. The same one twice is one. */
static int add_segment(struct eu_recordings *recordings, struct eu_read_segment *segment,
		       const struct notes *notes, struct eu_error *err)
{
	struct eu_recording *recording = recording_of(recordings, segment->header.id);
	struct eu_read_segment *segments;
	size_t at;

	if (!recording)
		return eu_fail(err, ENOMEM, "out of memory");
	segments = realloc(recording->segments, (recording->n_segments + 1) * sizeof(*segments));
	if (!segments)
		return eu_fail(err, ENOMEM, "out of memory");
	recording->segments = segments;
	for (at = recording->n_segments; at > 0; at--)
		if (segments[at - 1].header.segment <= segment->header.segment)
			break;
	if (at && segments[at - 1].header.segment == segment->header.segment) {
		free_segment(segment);
		return 0;
	}
	memmove(&segments[at + 1], &segments[at],
		(recording->n_segments - at) * sizeof(*segments));
	segments[at] = *segment;
	recording->n_segments++;
	for (size_t i = 0; i < notes->n; i++)
		eu_recording_damage(recording, "%s: %s", segment->path, notes->texts[i]);
	return 0;
}

static int open_segment(struct eu_recordings *recordings, const char *path, struct eu_error *err)
{
	struct eu_read_segment segment = {};
	struct notes notes = {};
	int fd, ret;

	fd = ret = open_file(&segment, path, err);
	if (fd >= 0) {
		ret = read_header(recordings, &segment, fd, err);
		if (!ret && eu_index_read(&segment, fd, note, &notes))
			ret = eu_fail(err, ENOMEM, "out of memory");
		close(fd);
	}
	if (!ret)
		ret = add_segment(recordings, &segment, &notes, err);
	if (ret)
		free_segment(&segment);
	free_notes(&notes);
	return ret;
}

static int is_recording(const struct dirent *entry)
{
	const size_t suffix = strlen(EU_RECORDING_SUFFIX);
	size_t len = strlen(entry->d_name);

	return len > suffix && !strcmp(entry->d_name + len - suffix, EU_RECORDING_SUFFIX);
}

/* One that cannot be read does not hide the others: its recorder may have died at the first step,
 * or have removed it since. */
static int open_entry(struct eu_recordings *recordings, const char *path, int *opened)
{
	struct eu_error err;
	int ret = open_segment(recordings, path, &err);

	*opened += !ret;
	if (ret && ret != -ENOMEM)
		note(&recordings->strays, err.text);
	return ret == -ENOMEM ? ret : 0;
}

static int open_directory(struct eu_recordings *recordings, const char *path, struct eu_error *err)
{
	struct dirent **entries;
	char name[4096];
	int n = scandir(path, &entries, is_recording, alphasort), opened = 0, ret = 0;

	if (n < 0)
		return eu_fail(err, errno, "cannot read the directory %s: %s", path,
			       strerror(errno));
	if (!n)
		ret = eu_fail(err, ENOENT, "there is no recording (*%s) in the directory %s",
			      EU_RECORDING_SUFFIX, path);
	for (int i = 0; i < n; i++) {
		snprintf(name, sizeof(name), "%s/%s", path, entries[i]->d_name);
		if (!ret && open_entry(recordings, name, &opened))
			ret = eu_fail(err, ENOMEM, "out of memory");
		free(entries[i]);
	}
	free(entries);
	if (!ret && !opened)
		ret = eu_fail(err, EINVAL, "%s", recordings->strays.n ?
			      recordings->strays.texts[recordings->strays.n - 1] : "out of memory");
	return ret;
}

static int open_path(struct eu_recordings *recordings, const char *path, struct eu_error *err)
{
	struct stat st;

	if (stat(path, &st))
		return eu_fail(err, errno, "cannot read %s: %s", path, strerror(errno));
	return S_ISDIR(st.st_mode) ? open_directory(recordings, path, err) :
				     open_segment(recordings, path, err);
}

/* ---- what is in it ---- */

/* The content of the last block of a kind, or of the first; NULL: there is none to be read. */
static const uint8_t *read_block(struct eu_recordings *recordings,
				 const struct eu_read_segment *segment, enum eu_block_kind kind,
				 bool last, size_t *size)
{
	eu_auto_close int fd = eu_read_segment_open(segment);
	const uint8_t *raw;

	for (size_t i = 0; fd >= 0 && i < segment->n_blocks; i++) {
		const struct eu_index_entry *entry =
			&segment->blocks[last ? segment->n_blocks - 1 - i : i];
		struct eu_block block;

		if (entry->block.kind != kind ||
		    eu_block_read(&block, fd, entry->offset, segment->size) ||
		    eu_unpacker_read(recordings->unpacker, &block, fd, entry->offset, &raw))
			continue;
		*size = block.raw;
		return raw;
	}
	return NULL;
}

/* All segments have the same schema: any will do. */
static int read_schema(struct eu_recordings *recordings, struct eu_recording *recording,
		       struct eu_error *err)
{
	for (size_t i = 0; i < recording->n_segments; i++) {
		size_t size;
		const uint8_t *raw = read_block(recordings, &recording->segments[i],
						EU_BLOCK_SCHEMA, false, &size);

		if (raw && !eu_record_schema_parse(&recording->schema, (const char *)raw, size))
			return 0;
	}
	return eu_fail(err, EINVAL, "%s: its schema is damaged, so its records cannot be read",
		       recording->segments[0].path);
}

static void add_up(struct eu_recording *recording, const struct eu_read_segment *segment)
{
	struct eu_recording_info *info = &recording->info;
	uint64_t offset = segment->header.wall_offset;

	info->bytes += segment->size;
	for (size_t i = 0; i < segment->n_blocks; i++) {
		const struct eu_block *block = &segment->blocks[i].block;

		if (block->kind != EU_BLOCK_RECORDS)
			continue;
		info->records += block->records;
		if (!info->from || block->from + offset < info->from)
			info->from = block->from + offset;
		if (block->to + offset > info->to)
			info->to = block->to + offset;
	}
}

static void note_missing_segments(struct eu_recording *recording)
{
	for (size_t i = 1; i < recording->n_segments; i++) {
		uint32_t before = recording->segments[i - 1].header.segment;
		uint32_t now = recording->segments[i].header.segment;

		if (now - before > 1)
			eu_recording_damage(recording, "%s: %u segment%s before it %s missing",
					    recording->segments[i].path, now - before - 1,
					    now - before == 2 ? "" : "s",
					    now - before == 2 ? "is" : "are");
	}
}

static void describe(struct eu_recordings *recordings, struct eu_recording *recording)
{
	const struct eu_read_segment *last = &recording->segments[recording->n_segments - 1];
	const struct eu_header *header = &recording->segments[0].header;
	struct eu_recording_info *info = &recording->info;
	const uint8_t *raw;
	size_t size;

	info->id = header->id;
	info->version = header->version;
	info->host = header->host;
	info->kernel = header->kernel;
	info->architecture = header->architecture;
	info->boot_id = header->boot_id;
	info->os = header->os;
	info->mode = header->mode;
	info->started = header->started;
	info->segments = recording->n_segments;
	for (size_t i = 0; i < recording->n_segments; i++)
		add_up(recording, &recording->segments[i]);
	info->closed = last->closed;
	raw = last->closed ? read_block(recordings, last, EU_BLOCK_SUMMARY, true, &size) : NULL;
	info->summarised = raw && !eu_summary_parse(info, (const char *)raw, size);
	note_missing_segments(recording);
	if (!last->closed)
		eu_recording_damage(recording,
				    "%s: it was not closed in good order, what came last may be "
				    "missing", last->path);
}

/* Of several segments the last may be gone, and the one before was closed in good order. */
static int note_end(struct eu_recording *recording)
{
	const struct eu_read_segment *last = &recording->segments[recording->n_segments - 1];
	bool missing = false;
	int ret = last->closed ? eu_replay_misses_end(recording, &missing) : 0;

	if (!missing)
		return ret;
	recording->info.closed = false;
	eu_recording_damage(recording, "%s: what came after it is missing", last->path);
	return ret;
}

static int by_start(const void *a, const void *b)
{
	const struct eu_recording *const *x = a, *const *y = b;

	return ((*x)->info.started > (*y)->info.started) -
	       ((*x)->info.started < (*y)->info.started);
}

static void free_recordings(struct eu_recordings **recordings)
{
	eu_recordings_free(*recordings);
}

int eu_recordings_open(struct eu_recordings **out, const char *const *paths, size_t n,
		       struct eu_error *err)
{
	eu_cleanup(free_recordings) struct eu_recordings *recordings =
		calloc(1, sizeof(*recordings));
	int ret = recordings ? eu_unpacker_new(&recordings->unpacker) : -ENOMEM;

	if (ret)
		return eu_fail(err, ENOMEM, "out of memory");
	for (size_t i = 0; i < n && !ret; i++)
		ret = open_path(recordings, paths[i], err);
	for (size_t i = 0; i < recordings->n && !ret; i++) {
		ret = read_schema(recordings, recordings->all[i], err);
		if (ret)
			break;
		describe(recordings, recordings->all[i]);
		if (note_end(recordings->all[i]) ||
		    eu_recording_note_given_up(recordings->all[i]) ||
		    eu_recording_note_unrecorded(recordings->all[i]))
			ret = eu_fail(err, ENOMEM, "out of memory");
	}
	if (ret)
		return ret;
	qsort(recordings->all, recordings->n, sizeof(*recordings->all), by_start);
	for (size_t i = 0; i < recordings->strays.n && recordings->n; i++)
		eu_recording_damage(recordings->all[0], "%s", recordings->strays.texts[i]);
	*out = eu_take(recordings);
	return 0;
}

size_t eu_recordings_count(const struct eu_recordings *recordings)
{
	return recordings->n;
}

struct eu_recording *eu_recordings_get(struct eu_recordings *recordings, size_t i)
{
	return recordings->all[i];
}

const struct eu_recording_info *eu_recording_info(const struct eu_recording *recording)
{
	return &recording->info;
}

static void free_recording(struct eu_recording *recording)
{
	for (size_t i = 0; i < recording->n_segments; i++)
		free_segment(&recording->segments[i]);
	for (size_t i = 0; i < recording->info.n_damages; i++)
		free(recording->damages[i]);
	free(recording->segments);
	free(recording->damages);
	free(recording->kept_events);
	free(recording->before);
	eu_summary_clear(&recording->info);
	eu_record_schema_free(recording->schema);
	free(recording);
}

void eu_recordings_free(struct eu_recordings *recordings)
{
	if (!recordings)
		return;
	for (size_t i = 0; i < recordings->n; i++)
		free_recording(recordings->all[i]);
	free(recordings->all);
	free_notes(&recordings->strays);
	eu_unpacker_free(recordings->unpacker);
	free(recordings);
}

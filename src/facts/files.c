/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include <eunomia/events.h>

#include "bpf/shared.h"
#include "bpf/specs.h"
#include "eunomia.skel.h"
#include "event_ids.h"

#include "cleanup.h"
#include "clock.h"
#include "facts/files.h"
#include "hash.h"
#include "world/record.h"

#define BATCH            512           /* totals that are read at once */
#define PATH_PATIENCE_NS 2000000000ull /* after that a path was lost, with its record */

/* A file that the kernel counts: its path, and what was said of it. */
struct file {
	struct eu_file_key key;
	struct eu_file_total said;
	uint32_t fs, path_state;
	UT_hash_handle hh;
	size_t len;
	char path[];
};

struct eu_files {
	struct file *all;
	uint64_t starved;
	uint64_t flushed; /* when all of them were looked at last */
	struct eu_builder builder;
	struct eu_file_key keys[BATCH];
	struct eu_file_total totals[BATCH];
};

/* One flush. */
struct flush {
	struct eu_files *files;
	eu_ref ref;
	bool over;
	uint64_t now, time, zero, tick;
	int map;
	void (*say)(void *context, const struct eu_head *record);
	void *context;
};

static struct file *find_file(struct eu_files *files, const struct eu_file_key *key)
{
	struct file *found;

	HASH_FIND(hh, files->all, key, sizeof(*key), found);
	return found;
}

static void forget_file(struct eu_files *files, struct file *file)
{
	if (!file)
		return;
	HASH_DEL(files->all, file);
	free(file);
}

/* In place of one that was there. NULL without memory, which is counted: then that one stays. */
static struct file *add_file(struct eu_files *files, const struct eu_file_key *key,
			     const char *path, size_t len)
{
	struct file *file = calloc(1, sizeof(*file) + len);

	if (file) {
		forget_file(files, find_file(files, key));
		file->key = *key;
		file->len = len;
		memcpy(file->path, path, len);
		HASH_ADD(hh, files->all, key, sizeof(file->key), file);
		file = eu_hash_taken(file);
	}
	files->starved += !file;
	return file;
}

void eu_files_seen(struct eu_files *files, const struct eu_head *record)
{
	const struct eu_event_file_seen *e = (const void *)record;
	struct eu_file_key key = {
	    .container = record->container,
	    .path_hash = e->path_hash,
	    .inode = e->file.inode,
	    .device = e->file.device,
	    .generation = e->generation,
	};
	struct eu_file_total said = {};
	struct file *file = find_file(files, &key);
	size_t len;
	const char *path = eu_record_text(record, e->file.path, &len);

	if (file) /* it was flushed before its path was known, or has another one */
		said = file->said;
	file = add_file(files, &key, path, len);
	if (!file)
		return;
	file->said = said;
	file->fs = e->file.fs;
	file->path_state = e->file.path_state;
}

/* ---- what is new ---- */

static uint64_t time_of(const struct flush *flush, uint32_t ticks)
{
	return flush->zero + ticks * flush->tick;
}

/* Since when it can have been used again: it is not said that it was left alone until then. */
static uint64_t first_of(const struct flush *flush, const struct eu_file_total *total,
			 const struct eu_file_total *said)
{
	uint64_t first = time_of(flush, said->last ?: total->first);
	uint64_t last = time_of(flush, total->last);

	if (said->last && first < flush->files->flushed)
		first = flush->files->flushed;
	return first < last ? first : last;
}

static void say_difference(const struct flush *flush, const struct file *file,
			   const struct eu_file_total *total)
{
	struct eu_builder *builder = &flush->files->builder;
	const struct eu_file_total *said = &file->said;
	struct eu_event_io *e = eu_builder_begin(builder, sizeof(*e));

	*e = (struct eu_event_io){
	    .head = {.type = EU_TYPE(eu_event_io),
		     .container = file->key.container,
		     .time = flush->time},
	    .file = {.inode = file->key.inode,
		     .device = file->key.device,
		     .fs = file->fs,
		     .path_state = file->path_state},
	    .opens = total->opens - said->opens,
	    .reads = total->reads - said->reads,
	    .writes = total->writes - said->writes,
	    .maps = total->maps - said->maps,
	    .bytes_mapped = total->bytes_mapped - said->bytes_mapped,
	    .bytes_read = total->bytes_read - said->bytes_read,
	    .bytes_written = total->bytes_written - said->bytes_written,
	    .first = first_of(flush, total, said),
	    .last = time_of(flush, total->last),
	    .first_made = total->first_made,
	    .last_made = total->last_made,
	    .created = total->created && !said->created,
	    .existed = total->existed && !said->existed,
	    .truncations = total->truncations - said->truncations,
	    .phases = total->phases,
	};
	e->file.path = eu_builder_text(builder, file->path, file->len);
	flush->say(flush->context, eu_builder_end(builder));
}

static bool has_changed(const struct eu_file_total *a, const struct eu_file_total *b)
{
	return a->opens != b->opens || a->reads != b->reads || a->writes != b->writes ||
	       a->maps != b->maps || a->existed != b->existed;
}

/* Was it left alone for so long? */
static bool rests(const struct flush *flush, const struct eu_file_total *total, uint64_t ns)
{
	return time_of(flush, total->last) + ns < flush->now;
}

static void take_total(const struct flush *flush, const struct eu_file_key *key,
		       const struct eu_file_total *total)
{
	struct file *file = find_file(flush->files, key);

	if (flush->ref && key->container != flush->ref)
		return;
	if (!file && (flush->over || rests(flush, total, PATH_PATIENCE_NS)))
		file = add_file(flush->files, key, "", 0);
	if (!file)
		return; /* its path is on the way */
	if (has_changed(total, &file->said))
		say_difference(flush, file, total);
	file->said = *total;
	if (flush->over || rests(flush, total, EU_FILES_REST_NS)) {
		bpf_map_delete_elem(flush->map, key);
		forget_file(flush->files, file);
	}
}

void eu_files_flush(struct eu_files *files, struct eu_live *live, eu_ref ref, bool over,
		    uint64_t time, void (*say)(void *context, const struct eu_head *record),
		    void *context)
{
	struct flush flush = {.files = files,
			      .ref = ref,
			      .over = over,
			      .now = eu_now_ns(),
			      .time = time,
			      .map = bpf_map__fd(eu_live_bpf(live)->maps.file_totals),
			      .say = say,
			      .context = context};
	uint32_t at, *before = NULL;
	int ret = 0;

	eu_live_count_clock(live, &flush.zero, &flush.tick);
	while (!ret) {
		uint32_t n = BATCH;

		ret = bpf_map_lookup_batch(flush.map, before, &at, files->keys, files->totals, &n,
					   NULL);
		if (ret && errno != ENOENT)
			return;
		before = &at;
		for (uint32_t i = 0; i < n; i++)
			take_total(&flush, &files->keys[i], &files->totals[i]);
	}
	if (!ref)
		files->flushed = flush.now;
}

uint64_t eu_files_starved(const struct eu_files *files)
{
	return files->starved;
}

int eu_files_new(struct eu_files **out, struct eu_error *err)
{
	struct eu_files *files = calloc(1, sizeof(*files));

	if (!files)
		return eu_fail(err, ENOMEM, "out of memory");
	*out = files;
	return 0;
}

void eu_files_free(struct eu_files *files)
{
	struct file *file, *next;

	if (!files)
		return;
	HASH_ITER(hh, files->all, file, next)
	forget_file(files, file);
	free(files);
}

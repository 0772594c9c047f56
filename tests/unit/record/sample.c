// SPDX-License-Identifier: Apache-2.0
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sample.h"

static uint64_t state = 0x9e3779b97f4a7c15;
static uint64_t last_time = 1000;
static char directory[] = "/tmp/eunomia-record-XXXXXX";

uint64_t sample_random(void)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return state * 0x2545f4914f6cdd1d;
}

static uint64_t below(uint64_t n)
{
	return (sample_random() >> 16) % n;
}

/* ---- records ---- */

static const char *const words[] = {"/etc/passwd", "/bin/sh", "sh", "-c", "192.0.2.1", "web",
				    "/a/path/of/some/length/as/they/are", "\xff\xfe", "\n"};

static size_t put_text(char *out)
{
	const char *word = words[below(sizeof(words) / sizeof(*words))];

	return below(4) ? (size_t)sprintf(out, "%s", word) :
			  (size_t)sprintf(out, "%s-%llu", word, (unsigned long long)below(1000000));
}

const struct eu_head *sample_record(const struct eu_event_desc *desc)
{
	static _Alignas(8) char bytes[65536];
	struct eu_head *record = (void *)bytes;
	size_t size = desc->size;

	memset(bytes, 0, desc->size);
	for (size_t i = sizeof(*record); i < desc->size; i++)
		bytes[i] = below(4) ? 0 : sample_random();
	for (size_t i = 0; i < desc->n_fields; i++) {
		struct eu_str *str = (void *)(bytes + desc->fields[i].offset);

		if (!desc->fields[i].string)
			continue;
		*str = (struct eu_str){size, below(3) ? put_text(bytes + size) : 0};
		size += str->len;
	}
	last_time += below(1000);
	*record = (struct eu_head){.type = desc->id,
				   .size = size,
				   .container = below(2) ? 0 : 0x10001 + below(3),
				   .time = last_time - below(100),
				   .pid = 100 + below(20),
				   .tid = 100 + below(20)};
	return record;
}

void sample_list_add(struct sample_list *list, const struct eu_head *record)
{
	struct eu_head *copy = malloc(record->size);

	list->records = realloc(list->records, (list->n + 1) * sizeof(*list->records));
	assert_non_null(copy);
	assert_non_null(list->records);
	list->records[list->n++] = memcpy(copy, record, record->size);
}

void sample_list_free(struct sample_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		free(list->records[i]);
	free(list->records);
	*list = (struct sample_list){};
}

/* ---- files ---- */

const char *sample_directory(void)
{
	if (strstr(directory, "XXXXXX"))
		assert_non_null(mkdtemp(directory));
	return directory;
}

const char *sample_path(const char *name)
{
	static char paths[8][512];
	static unsigned at;
	char *path = paths[at++ % 8];

	snprintf(path, sizeof(paths[0]), "%s/%s", sample_directory(), name);
	return path;
}

static void remove_all(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	char name[1024];

	while (dir && (entry = readdir(dir))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
		if (entry->d_type == DT_DIR)
			remove_all(name);
		else
			unlink(name);
	}
	if (dir)
		closedir(dir);
	rmdir(path);
}

void sample_clean(void)
{
	if (strstr(directory, "XXXXXX"))
		return;
	remove_all(directory);
	strcpy(directory, "/tmp/eunomia-record-XXXXXX");
}

uint8_t *sample_read(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	struct stat st;
	uint8_t *bytes;

	assert_non_null(file);
	assert_int_equal(fstat(fileno(file), &st), 0);
	bytes = malloc(st.st_size + 1);
	assert_non_null(bytes);
	*size = fread(bytes, 1, st.st_size, file);
	fclose(file);
	return bytes;
}

void sample_put(const char *path, const void *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

/* ---- recordings ---- */

struct eu_recorder *sample_recorder(const char *path, uint64_t max_size)
{
	struct eu_recorder_options options = {.path = path, .max_size = max_size};
	struct eu_header header = {.mode = "full",
				   .started = 1700000000000000000,
				   .wall_offset = 1600000000000000000,
				   .host_watched = true};
	struct eu_recorder *recorder;
	struct eu_error err;

	eu_header_init(&header);
	if (eu_recorder_new(&recorder, &options, &err) ||
	    eu_recorder_begin(recorder, &header, &err))
		fail_msg("%s", err.text);
	return recorder;
}

void sample_summary(struct eu_recorder *recorder, const char *json)
{
	eu_recorder_summary(recorder, strdup(json), strlen(json));
}

/* The end is a statement of its own. */
static bool is_data(const struct eu_event_desc *desc)
{
	return desc->id != EU_TYPE(eu_event_end);
}

static void put(struct eu_recorder *recorder, const struct eu_head *record,
		struct sample_list *kept)
{
	eu_recorder_put(recorder, record, false, true);
	if (kept)
		sample_list_add(kept, record);
}

void sample_write(const char *path, unsigned rounds, struct sample_list *kept)
{
	static const char summary[] = "{\"containers\":[{\"id\":\"c1\",\"name\":\"web\",\"ref\":65537}],"
				      "\"losses\":[]}";
	struct eu_recorder *recorder = sample_recorder(path, 0);
	struct eu_event_end end = {.head = {.type = EU_TYPE(eu_event_end), .size = sizeof(end)}};
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (unsigned round = 0; round < rounds; round++) {
		for (size_t i = 0; i < n; i++) {
			if (is_data(&events[i]))
				put(recorder, sample_record(&events[i]), kept);
			if (i % 20 == 19)
				eu_recorder_flush(recorder);
		}
	}
	end.head.time = last_time;
	put(recorder, &end.head, kept);
	sample_summary(recorder, summary);
	eu_recorder_end(recorder);
	eu_recorder_free(recorder);
}

static bool is_equal(const struct eu_head *a, const struct eu_head *b)
{
	return a->size == b->size && !memcmp(a, b, a->size);
}

struct sample_replay sample_replay(struct eu_recording *recording,
				   const struct sample_list *expected)
{
	struct eu_replay_options all = {.to = UINT64_MAX,
					.types = UINT64_MAX,
					.containers = UINT64_MAX,
					.essential = UINT64_MAX};
	struct sample_replay out = {};
	struct eu_replay_item item;
	struct eu_replay *replay;
	bool blind = false;
	size_t at = 0;

	assert_int_equal(eu_replay_new(&replay, recording, &all, NULL), 0);
	while (eu_replay_next(replay, &item), item.kind != EU_REPLAY_END) {
		if (item.kind == EU_REPLAY_GAP) {
			blind = true;
			out.gaps++;
			out.missing += item.gap;
			at += item.gap;
		} else if (item.kind == EU_REPLAY_KNOWN) {
			blind = false;
			out.known++;
		} else {
			if (expected)
				out.wrong |= at >= expected->n ||
					     !is_equal(expected->records[at], item.record);
			at++;
			out.records++;
			out.blind += blind;
			eu_replay_done(replay);
		}
	}
	out.whole = !item.gap;
	eu_replay_free(replay);
	return out;
}

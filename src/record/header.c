/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <yyjson.h>

#include "cleanup.h"
#include "record/format.h"
#include "record/header.h"
#include "schema/emit.h"

/* ---- this system ---- */

static void copy_text(char *out, size_t size, const char *text)
{
	size_t len = strlen(text);

	if (len >= size)
		len = size - 1;
	memcpy(out, text, len);
	out[len] = '\0';
}

/* The first line, without what os-release(5) puts around it. */
static void read_line(const char *path, const char *key, char *out, size_t size)
{
	eu_auto_fclose FILE *file = fopen(path, "re");
	char line[512];
	size_t len = strlen(key);

	while (file && fgets(line, sizeof(line), file)) {
		char *value = line + len;

		if (strncmp(line, key, len))
			continue;
		value += *value == '"';
		value[strcspn(value, "\"\n")] = '\0';
		copy_text(out, size, value);
		return;
	}
}

static void make_id(char out[17])
{
	uint64_t random = 0;

	if (getrandom(&random, sizeof(random), 0) != sizeof(random))
		random = getpid();
	snprintf(out, 17, "%016llx", (unsigned long long)random);
}

const char *eu_header_architecture(void)
{
#if defined(__x86_64__)
	return "x86_64";
#elif defined(__aarch64__)
	return "aarch64";
#endif
}

void eu_header_init(struct eu_header *header)
{
	struct utsname system;

	make_id(header->id);
	header->major = EU_FORMAT_MAJOR;
	header->minor = EU_FORMAT_MINOR;
	copy_text(header->version, sizeof(header->version), EUNOMIA_VERSION);
	gethostname(header->host, sizeof(header->host) - 1);
	if (!uname(&system))
		copy_text(header->kernel, sizeof(header->kernel), system.release);
	copy_text(header->architecture, sizeof(header->architecture), eu_header_architecture());
	read_line("/proc/sys/kernel/random/boot_id", "", header->boot_id, sizeof(header->boot_id));
	read_line("/etc/os-release", "PRETTY_NAME=", header->os, sizeof(header->os));
}

static int copy_words(struct eu_words *out, const char *const *words, size_t n)
{
	out->words = calloc(n + 1, sizeof(*out->words));
	if (!out->words)
		return -ENOMEM;
	for (; out->n < n; out->n++) {
		out->words[out->n] = strdup(words[out->n]);
		if (!out->words[out->n])
			return -ENOMEM;
	}
	return 0;
}

static int copy_ids(struct eu_numbers *out, const uint32_t *ids, size_t n)
{
	out->ids = calloc(n + 1, sizeof(*out->ids));
	if (!out->ids)
		return -ENOMEM;
	for (; out->n < n; out->n++)
		out->ids[out->n] = ids[out->n];
	return 0;
}

static int copy_shown(struct eu_shown *shown, const struct eu_selection *selection)
{
	int ret = copy_ids(&shown->uids, selection->uids, selection->n_uids);

#define COPY(name) ret = ret ?: copy_words(&shown->name, selection->name, selection->n_##name);
	EU_SHOWN_LISTS(COPY)
#undef COPY
	shown->failed = selection->failed;
	shown->filter = selection->filter ? strdup(selection->filter) : NULL;
	return ret ?: selection->filter && !shown->filter ? -ENOMEM : 0;
}

int eu_header_copy_selection(struct eu_header *header, const struct eu_selection *selection)
{
	return copy_words(&header->containers, selection->containers, selection->n_containers) ?:
	       copy_words(&header->images, selection->images, selection->n_images) ?:
	       copy_words(&header->labels, selection->labels, selection->n_labels) ?:
	       copy_ids(&header->pids, selection->pids, selection->n_pids) ?:
	       copy_shown(&header->shown, selection);
}

static void free_words(struct eu_words *words)
{
	for (size_t i = 0; i < words->n; i++)
		free(words->words[i]);
	free(words->words);
	*words = (struct eu_words){};
}

static void free_ids(struct eu_numbers *ids)
{
	free(ids->ids);
	*ids = (struct eu_numbers){};
}

static void free_shown(struct eu_shown *shown)
{
#define FREE(name) free_words(&shown->name);
	EU_SHOWN_LISTS(FREE)
#undef FREE
	free_ids(&shown->uids);
	free(shown->filter);
	*shown = (struct eu_shown){};
}

void eu_header_free(struct eu_header *header)
{
	free_words(&header->containers);
	free_words(&header->images);
	free_words(&header->labels);
	free_ids(&header->pids);
	free_shown(&header->shown);
}

/* ---- writing ---- */

static void emit_words(struct eu_emit *emit, const char *key, const struct eu_words *words)
{
	emit->ops->array_begin(emit, key);
	for (size_t i = 0; i < words->n; i++)
		eu_emit_str(emit, NULL, words->words[i]);
	emit->ops->array_end(emit);
}

static void emit_ids(struct eu_emit *emit, const char *key, const struct eu_numbers *ids)
{
	emit->ops->array_begin(emit, key);
	for (size_t i = 0; i < ids->n; i++)
		emit->ops->u64(emit, NULL, ids->ids[i]);
	emit->ops->array_end(emit);
}

static void emit_shown(struct eu_emit *emit, const struct eu_shown *shown)
{
	emit->ops->object_begin(emit, "shown");
#define EMIT(name) emit_words(emit, #name, &shown->name);
	EU_SHOWN_LISTS(EMIT)
#undef EMIT
	emit_ids(emit, "uids", &shown->uids);
	emit->ops->boolean(emit, "failed", shown->failed);
	eu_emit_str(emit, "filter", shown->filter ?: "");
	emit->ops->object_end(emit);
}

static void emit_format(struct eu_emit *emit, const struct eu_header *header)
{
	emit->ops->object_begin(emit, "format");
	emit->ops->u64(emit, "major", header->major);
	emit->ops->u64(emit, "minor", header->minor);
	emit->ops->object_end(emit);
}

static void emit_host(struct eu_emit *emit, const struct eu_header *header)
{
	emit->ops->object_begin(emit, "host");
	eu_emit_str(emit, "name", header->host);
	eu_emit_str(emit, "arch", header->architecture);
	eu_emit_str(emit, "kernel", header->kernel);
	eu_emit_str(emit, "os", header->os);
	eu_emit_str(emit, "boot_id", header->boot_id);
	emit->ops->object_end(emit);
}

static void emit_selection(struct eu_emit *emit, const struct eu_header *header)
{
	emit->ops->object_begin(emit, "selection");
	emit_words(emit, "containers", &header->containers);
	emit_words(emit, "images", &header->images);
	emit_words(emit, "labels", &header->labels);
	emit_ids(emit, "pids", &header->pids);
	emit->ops->boolean(emit, "command", header->bound);
	emit->ops->boolean(emit, "host", header->host_watched);
	if (header->shown.kept)
		emit_shown(emit, &header->shown);
	emit->ops->object_end(emit);
}

void eu_header_emit(const struct eu_header *header, struct eu_bytes *out)
{
	struct eu_emit_json json;
	struct eu_emit *emit = &json.emit;

	eu_emit_json_init(&json, out);
	emit->ops->object_begin(emit, NULL);
	emit_format(emit, header);
	eu_emit_str(emit, "eunomia", header->version);
	eu_emit_str(emit, "recording", header->id);
	emit->ops->u64(emit, "segment", header->segment);
	eu_emit_str(emit, "mode", header->mode);
	emit->ops->u64(emit, "started", header->started);
	emit->ops->u64(emit, "wall_offset", header->wall_offset);
	if (header->baselines)
		emit->ops->boolean(emit, "baselines", true);
	emit_host(emit, header);
	emit_selection(emit, header);
	emit->ops->object_end(emit);
	out->len--; /* the comma behind the outermost value */
}

/* ---- reading ---- */

static void get_text(yyjson_val *object, const char *key, char *out, size_t size)
{
	copy_text(out, size, yyjson_get_str(yyjson_obj_get(object, key)) ?: "");
}

static int get_words(yyjson_val *object, const char *key, struct eu_words *out)
{
	yyjson_val *list = yyjson_obj_get(object, key), *word;
	size_t n = yyjson_arr_size(list), i, max;

	out->words = calloc(n + 1, sizeof(*out->words));
	if (!out->words)
		return -ENOMEM;
	yyjson_arr_foreach(list, i, max, word) {
		if (out->n == EU_HEADER_WORDS || !yyjson_is_str(word))
			continue;
		out->words[out->n] = strdup(yyjson_get_str(word));
		if (!out->words[out->n])
			return -ENOMEM;
		out->n++;
	}
	return 0;
}

static int get_ids(yyjson_val *object, const char *key, struct eu_numbers *out)
{
	yyjson_val *list = yyjson_obj_get(object, key), *id;
	size_t i, max;

	out->ids = calloc(EU_HEADER_WORDS, sizeof(*out->ids));
	if (!out->ids)
		return -ENOMEM;
	yyjson_arr_foreach(list, i, max, id)
		if (out->n < EU_HEADER_WORDS && yyjson_is_uint(id))
			out->ids[out->n++] = yyjson_get_uint(id);
	return 0;
}

static int parse_shown(struct eu_shown *out, yyjson_val *shown)
{
	const char *filter = yyjson_get_str(yyjson_obj_get(shown, "filter"));
	int ret = get_ids(shown, "uids", &out->uids);

	out->kept = yyjson_is_obj(shown);
#define GET(name) ret = ret ?: get_words(shown, #name, &out->name);
	EU_SHOWN_LISTS(GET)
#undef GET
	out->failed = yyjson_get_bool(yyjson_obj_get(shown, "failed"));
	out->filter = filter && *filter ? strdup(filter) : NULL;
	return ret ?: filter && *filter && !out->filter ? -ENOMEM : 0;
}

/* A word less would be another selection. */
static int parse_selection(struct eu_header *out, yyjson_val *selection)
{
	out->bound = yyjson_get_bool(yyjson_obj_get(selection, "command"));
	out->host_watched = yyjson_get_bool(yyjson_obj_get(selection, "host"));
	return get_words(selection, "containers", &out->containers) ?:
	       get_words(selection, "images", &out->images) ?:
	       get_words(selection, "labels", &out->labels) ?:
	       get_ids(selection, "pids", &out->pids) ?:
	       parse_shown(&out->shown, yyjson_obj_get(selection, "shown"));
}

static void parse_host(struct eu_header *out, yyjson_val *host)
{
	get_text(host, "name", out->host, sizeof(out->host));
	get_text(host, "arch", out->architecture, sizeof(out->architecture));
	get_text(host, "kernel", out->kernel, sizeof(out->kernel));
	get_text(host, "os", out->os, sizeof(out->os));
	get_text(host, "boot_id", out->boot_id, sizeof(out->boot_id));
}

static int parse_root(struct eu_header *out, yyjson_val *root)
{
	yyjson_val *format = yyjson_obj_get(root, "format");
	uint64_t major = yyjson_get_uint(yyjson_obj_get(format, "major"));

	out->major = major <= UINT32_MAX ? major : 0;
	out->minor = yyjson_get_uint(yyjson_obj_get(format, "minor"));
	get_text(root, "eunomia", out->version, sizeof(out->version));
	if (out->major != EU_FORMAT_MAJOR)
		return out->major ? -EPROTO : -EBADMSG;
	get_text(root, "recording", out->id, sizeof(out->id));
	get_text(root, "mode", out->mode, sizeof(out->mode));
	out->segment = yyjson_get_uint(yyjson_obj_get(root, "segment"));
	out->started = yyjson_get_uint(yyjson_obj_get(root, "started"));
	out->wall_offset = yyjson_get_uint(yyjson_obj_get(root, "wall_offset"));
	out->baselines = yyjson_get_bool(yyjson_obj_get(root, "baselines"));
	parse_host(out, yyjson_obj_get(root, "host"));
	if (!*out->id)
		return -EBADMSG;
	return parse_selection(out, yyjson_obj_get(root, "selection"));
}

int eu_header_parse(struct eu_header *out, const char *json, size_t len)
{
	yyjson_doc *doc = yyjson_read(json, len, 0);
	int ret = doc ? parse_root(out, yyjson_doc_get_root(doc)) : -EBADMSG;

	yyjson_doc_free(doc);
	return ret;
}

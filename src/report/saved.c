/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "container_texts.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/saved.h"

/* ---- values ---- */

void *eu_saved_room(struct eu_saved *saved, size_t size)
{
	void *memory = NULL;

	if (size <= saved->budget)
		memory = eu_arena_alloc(&saved->arena, size + !size);
	saved->failed |= !memory;
	saved->budget -= memory ? size : 0;
	return memory;
}

/* An array of *n elements; none without memory. */
static void *rooms(struct eu_saved *saved, size_t *n, size_t size)
{
	void *memory = eu_saved_room(saved, *n * size);

	if (!memory)
		*n = 0;
	return memory;
}

void *eu_saved_array(struct eu_saved *saved, yyjson_val *list, size_t *n, size_t size)
{
	*n = yyjson_arr_size(list);
	return rooms(saved, n, size);
}

void *eu_saved_object(struct eu_saved *saved, yyjson_val *object, size_t *n, size_t size)
{
	*n = yyjson_obj_size(object);
	return rooms(saved, n, size);
}

static int hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* \xe9 is the byte that was no UTF-8: see schema/escape.c. */
static size_t unescape(char *to, const char *from, size_t len)
{
	char *begin = to;

	for (size_t i = 0; i < len; i++) {
		bool escaped = i + 3 < len && from[i] == '\\' && from[i + 1] == 'x' &&
			       hex_value(from[i + 2]) >= 0 && hex_value(from[i + 3]) >= 0;

		*to++ = escaped ? hex_value(from[i + 2]) << 4 | hex_value(from[i + 3]) : from[i];
		i += escaped ? 3 : 0;
	}
	*to = '\0';
	return to - begin;
}

/* "" for what is no text. */
const char *eu_saved_copy(struct eu_saved *saved, yyjson_val *value, size_t *len)
{
	size_t n = yyjson_get_len(value);
	char *copy = yyjson_is_str(value) ? eu_saved_room(saved, n + 1) : NULL;

	*len = copy ? unescape(copy, yyjson_get_str(value), n) : 0;
	return copy ?: "";
}

const char *eu_saved_copied(struct eu_saved *saved, yyjson_val *object, const char *key)
{
	size_t len;

	return eu_saved_copy(saved, yyjson_obj_get(object, key), &len);
}

const char *eu_saved_text_or_null(struct eu_saved *saved, yyjson_val *object, const char *key)
{
	return yyjson_is_str(yyjson_obj_get(object, key)) ? eu_saved_copied(saved, object, key) : NULL;
}

const char *eu_saved_text(yyjson_val *object, const char *key)
{
	return yyjson_get_str(yyjson_obj_get(object, key));
}

uint64_t eu_saved_value(yyjson_val *value)
{
	return yyjson_is_uint(value) ? yyjson_get_uint(value) : 0;
}

uint64_t eu_saved_number(yyjson_val *object, const char *key)
{
	return eu_saved_value(yyjson_obj_get(object, key));
}

bool eu_saved_flag(yyjson_val *object, const char *key)
{
	return yyjson_is_true(yyjson_obj_get(object, key));
}

/* "2026-11-22T03:14:01.302574418Z" in ns. */
uint64_t eu_saved_moment(yyjson_val *object, const char *key)
{
	const char *text = eu_saved_text(object, key), *rest;
	unsigned long ns = 0;
	struct tm tm = {0};
	time_t seconds;

	rest = text ? strptime(text, "%Y-%m-%dT%H:%M:%S", &tm) : NULL;
	if (!rest || (*rest == '.' && sscanf(rest, ".%9lu", &ns) != 1))
		return 0;
	seconds = timegm(&tm);
	return seconds < 0 ? 0 : seconds * 1000000000ull + ns;
}

const char *const *eu_saved_texts(struct eu_saved *saved, yyjson_val *list, size_t *n)
{
	const char **copy = eu_saved_array(saved, list, n, sizeof(*copy));
	size_t i, most, len;
	yyjson_val *one;

	yyjson_arr_foreach(list, i, most, one)
		if (i < *n)
			copy[i] = eu_saved_copy(saved, one, &len);
	return copy;
}

/* ---- facts ---- */

uint32_t eu_saved_place(yyjson_val *from)
{
	uint32_t state = 0;

	for (int i = 0; i < EU_PLACES; i++)
		state |= eu_saved_flag(from, eu_places[i].member) ? eu_places[i].state : 0;
	return state;
}

/* A list of objects, each read into an element. */
static char *read_list(struct eu_saved *saved, yyjson_val *list, size_t *n, size_t size,
		       void (*read)(struct eu_saved *saved, void *fact, yyjson_val *from))
{
	char *all = eu_saved_array(saved, list, n, size);
	yyjson_val *one;
	size_t i, most;

	yyjson_arr_foreach(list, i, most, one)
		if (i < *n)
			read(saved, all + i * size, one);
	return all;
}

static void read_facts(struct eu_saved *saved, struct eu_container_report *c,
		       const struct eu_kind *kind, yyjson_val *from)
{
	struct eu_fact_list list;

	list.facts = read_list(saved, yyjson_obj_get(from, kind->name), &list.n, kind->size,
			       kind->read);
	eu_kind_set_list(kind, c, list);
}

/* ---- a container ---- */

static void read_labels(struct eu_saved *saved, struct eu_container *container, yyjson_val *list)
{
	struct eu_label *labels = eu_saved_object(saved, list, &container->n_labels, sizeof(*labels));
	yyjson_val *key, *value;
	size_t i, n, len;

	container->labels = labels;
	yyjson_obj_foreach(list, i, n, key, value)
		if (i < container->n_labels)
			labels[i] = (struct eu_label){
			    .key = eu_saved_copy(saved, key, &len),
			    .value = eu_saved_copy(saved, value, &len),
			};
}

static void read_former_names(struct eu_saved *saved, struct eu_container *container,
			      yyjson_val *list)
{
	size_t n, size = 0;
	const char *const *names = eu_saved_texts(saved, list, &n);
	char *all;

	for (size_t i = 0; i < n; i++)
		size += strlen(names[i]) + 1;
	all = size ? eu_saved_room(saved, size) : NULL;
	if (!all)
		return;
	container->former_names = all;
	container->former_size = size;
	for (size_t i = 0; i < n; i++)
		all = stpcpy(all, names[i]) + 1;
}

static void read_identity(struct eu_saved *saved, struct eu_container *container, yyjson_val *from)
{
	yyjson_val *image = yyjson_obj_get(from, "image");

	*container = (struct eu_container){
	    .id = eu_saved_copied(saved, from, "id"),
	    .name = eu_saved_copied(saved, from, "name"),
	    .runtime = eu_saved_copied(saved, from, "runtime"),
#define READ(member) .member = eu_saved_copied(saved, image, #member + strlen("image_")),
	    EU_IMAGE_TEXTS(READ)
#undef READ
	    .cgroup = eu_saved_copied(saved, from, "cgroup"),
	    .created = eu_saved_copied(saved, from, "created"),
	    .init_pid = eu_saved_number(from, "init_pid"),
	    .named = !eu_saved_flag(from, "metadata_missing"),
	    .existed = eu_saved_flag(from, "existed"),
	    .labels_left_out = eu_saved_flag(from, "labels_truncated"),
	    .labels_unknown = eu_saved_flag(from, "labels_unknown"),
	};
	read_labels(saved, container, yyjson_obj_get(from, "labels"));
	read_former_names(saved, container, yyjson_obj_get(from, "former_names"));
}

static void read_container(struct eu_saved *saved, void *report, yyjson_val *from)
{
	struct eu_container_report *c = report;
	yyjson_val *who = yyjson_obj_get(from, "container");

	read_identity(saved, &c->container, who);
	c->host = eu_saved_text_or_null(saved, from, "host");
	c->selected_late = eu_saved_flag(who, "selected_late");
	c->first = eu_saved_moment(from, "first");
	c->last = eu_saved_moment(from, "last");
	c->until = eu_saved_moment(from, "until");
	c->runs = eu_saved_number(from, "runs");
	c->runtime_version = eu_saved_text_or_null(saved, who, "runtime_version");
	c->confinement = eu_confinement_read(saved, yyjson_obj_get(who, "confinement"));
	for (int i = 0; i < EU_KINDS; i++)
		read_facts(saved, c, eu_kinds[i], from);
}

/* ---- all ---- */

void eu_saved_head(struct eu_saved *saved, yyjson_val *head)
{
	saved->pub.host = eu_saved_copied(saved, head, "host");
	saved->pub.first = eu_saved_moment(head, "first");
	saved->pub.last = eu_saved_moment(head, "last");
	saved->pub.until = eu_saved_moment(head, "until");
	saved->pub.since = eu_saved_moment(head, "since");
	saved->pub.complete = eu_saved_flag(head, "complete");
	saved->pub.n_forgotten = eu_saved_number(head, "forgotten");
	saved->pub.loss = (void *)read_list(saved, yyjson_obj_get(head, eu_kind_loss.name),
					    &saved->pub.n_loss, sizeof(*saved->pub.loss),
					    eu_kind_loss.read);
}

void eu_saved_containers(struct eu_saved *saved, yyjson_val *report)
{
	saved->pub.containers = (void *)read_list(
		saved, yyjson_obj_get(report, "containers"), &saved->pub.n_containers,
		sizeof(*saved->pub.containers), read_container);
}

void eu_saved_container(struct eu_saved *saved, yyjson_val *file)
{
	struct eu_container_report *container = eu_saved_room(saved, sizeof(*container));

	if (!container)
		return;
	read_container(saved, container, file);
	saved->pub.containers = container;
	saved->pub.n_containers = 1;
}

void eu_saved_free(struct eu_saved *saved)
{
	eu_arena_free(&saved->arena);
}

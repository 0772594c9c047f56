/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <yyjson.h>

#include "container_texts.h"
#include "record/summary.h"
#include "schema/emit.h"
#include "world/former.h"

#define MAX_CONTAINERS 65536
#define MAX_APART      8192 /* more than a recorder remembers lie between no two runs */

/* ---- writing ---- */

static void emit_former_names(struct eu_emit *emit, const struct eu_container *container)
{
	const char *name = NULL;

	if (!container->former_size)
		return;
	eu_emit_true_if(emit, "renamed", true);
	emit->ops->array_begin(emit, "former_names");
	while ((name = eu_former_name(container, name)))
		eu_emit_str(emit, NULL, name);
	emit->ops->array_end(emit);
}

static bool emit_container(void *context, const struct eu_container *container)
{
	struct eu_emit *emit = context;

	emit->ops->object_begin(emit, NULL);
#define EMIT(member) eu_emit_str_if(emit, #member, container->member);
	EU_SUMMARY_TEXTS(EMIT)
#undef EMIT
	emit->ops->u64(emit, "ref", container->ref);
	if (container->first_ref != container->ref)
		emit->ops->u64(emit, "first_ref", container->first_ref);
	emit->ops->boolean(emit, "existed", container->existed);
	emit_former_names(emit, container);
	emit->ops->object_end(emit);
	return true;
}

static void emit_losses(struct eu_emit *emit, struct eu_session *session)
{
	size_t n;
	const struct eu_loss *losses = eu_session_loss(session, &n);

	emit->ops->array_begin(emit, "losses");
	for (size_t i = 0; i < n; i++) {
		emit->ops->object_begin(emit, NULL);
		if (losses[i].container)
			eu_emit_str_if(emit, "container", losses[i].container->id);
		eu_emit_str_if(emit, "class", losses[i].class);
		eu_emit_str_if(emit, "place", losses[i].place);
		emit->ops->u64(emit, "count", losses[i].count);
		emit->ops->object_end(emit);
	}
	emit->ops->array_end(emit);
}

int eu_summary_emit(struct eu_session *session, struct eu_bytes *out)
{
	struct eu_emit_json json;
	struct eu_emit *emit = &json.emit;

	if (eu_bytes_init(out, 2 * EU_BYTES_ROOM))
		return -ENOMEM;
	eu_emit_json_init(&json, out);
	emit->ops->object_begin(emit, NULL);
	emit->ops->array_begin(emit, "containers");
	eu_session_containers(session, emit_container, emit);
	emit->ops->array_end(emit);
	emit_losses(emit, session);
	emit->ops->object_end(emit);
	out->len--;
	return out->failed ? -ENOMEM : 0;
}

/* ---- reading ---- */

static char *get_text(yyjson_val *object, const char *key)
{
	return strdup(yyjson_get_str(yyjson_obj_get(object, key)) ?: "");
}

static void free_container(const struct eu_recorded_container *container)
{
#define FREE(member) free((char *)container->member);
	EU_SUMMARY_TEXTS(FREE)
#undef FREE
	free((char *)container->former_names);
}

/* Text after text, each with its NUL; false without memory. */
static bool get_former_names(struct eu_recorded_container *out, yyjson_val *list)
{
	size_t i, max, size = 0;
	yyjson_val *name;
	char *all;

	yyjson_arr_foreach(list, i, max, name)
		size += strlen(yyjson_get_str(name) ?: "") + 1;
	all = malloc(size + !size);
	out->former_names = all;
	if (!all)
		return false;
	out->former_size = size;
	yyjson_arr_foreach(list, i, max, name)
		all = stpcpy(all, yyjson_get_str(name) ?: "") + 1;
	return true;
}

static bool fill(struct eu_recorded_container *out, yyjson_val *from)
{
	bool named;

	*out = (struct eu_recorded_container){
#define GET(member) .member = get_text(from, #member),
		EU_SUMMARY_TEXTS(GET)
#undef GET
		.ref = yyjson_get_uint(yyjson_obj_get(from, "ref")),
		.existed = yyjson_get_bool(yyjson_obj_get(from, "existed")),
		.renamed = yyjson_get_bool(yyjson_obj_get(from, "renamed")),
	};
	out->first_ref = yyjson_get_uint(yyjson_obj_get(from, "first_ref")) ?: out->ref;
	out->slots = 1ull << EU_REF_SLOT(out->ref) % 64;
	named = get_former_names(out, yyjson_obj_get(from, "former_names"));
#define IS_THERE(member) && out->member
	return named EU_SUMMARY_TEXTS(IS_THERE);
#undef IS_THERE
}

struct eu_container eu_summary_container(const struct eu_recorded_container *recorded)
{
	return (struct eu_container){
#define TEXT(member) .member = recorded->member,
		EU_SUMMARY_TEXTS(TEXT)
#undef TEXT
		.ref = recorded->ref,
		.first_ref = recorded->first_ref,
		.created = "",
		.cgroup = "",
		.existed = recorded->existed,
		.former_names = recorded->former_names,
		.former_size = recorded->former_size,
	};
}

/* Called as it was called last. */
bool eu_summary_join(struct eu_recorded_container *list, size_t n,
		     const struct eu_recorded_container *run)
{
	size_t least = n > MAX_APART ? n - MAX_APART : 0;

	if (run->first_ref == run->ref)
		return false;
	while (n > least) {
		struct eu_recorded_container *at = &list[--n];
		struct eu_recorded_container whole = *run;

		if (at->first_ref != run->first_ref)
			continue;
		whole.slots |= at->slots;
		whole.existed = at->existed;
		whole.renamed |= at->renamed;
		free_container(at);
		*at = whole;
		return true;
	}
	return false;
}

static int parse_containers(struct eu_recording_info *info, yyjson_val *list)
{
	struct eu_recorded_container *all;
	yyjson_val *from;
	size_t i, max;

	if (!yyjson_is_arr(list) || yyjson_arr_size(list) > MAX_CONTAINERS)
		return -EBADMSG;
	all = calloc(yyjson_arr_size(list) + 1, sizeof(*all));
	if (!all)
		return -ENOMEM;
	info->containers = all;
	yyjson_arr_foreach(list, i, max, from) {
		struct eu_recorded_container *one = &all[info->n_containers];
		bool filled = fill(one, from);

		if (!filled || !eu_summary_join(all, info->n_containers, one))
			info->n_containers++;
		if (!filled)
			return -ENOMEM;
	}
	return 0;
}

int eu_summary_parse(struct eu_recording_info *info, const char *json, size_t len)
{
	yyjson_doc *doc = yyjson_read(json, len, 0);
	int ret = -EBADMSG;

	if (doc)
		ret = parse_containers(info, yyjson_obj_get(yyjson_doc_get_root(doc),
							    "containers"));
	yyjson_doc_free(doc);
	return ret;
}

void eu_summary_clear(struct eu_recording_info *info)
{
	for (size_t i = 0; i < info->n_containers; i++)
		free_container(&info->containers[i]);
	free((void *)info->containers);
	info->containers = NULL;
	info->n_containers = 0;
}

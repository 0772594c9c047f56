/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <yyjson.h>

#include "record/summary.h"
#include "schema/emit.h"

#define MAX_CONTAINERS 65536
#define MAX_APART      8192 /* more than a recorder remembers lie between no two runs */

/* ---- writing ---- */

static bool emit_container(void *context, const struct eu_container *container)
{
	struct eu_emit *emit = context;

	emit->ops->object_begin(emit, NULL);
	eu_emit_str_if(emit, "id", container->id);
	eu_emit_str_if(emit, "name", container->name);
	eu_emit_str_if(emit, "runtime", container->runtime);
	eu_emit_str_if(emit, "image_name", container->image_name);
	eu_emit_str_if(emit, "image_tag", container->image_tag);
	eu_emit_str_if(emit, "image_digest", container->image_digest);
	emit->ops->u64(emit, "ref", container->ref);
	if (container->first_ref != container->ref)
		emit->ops->u64(emit, "first_ref", container->first_ref);
	emit->ops->boolean(emit, "existed", container->existed);
	eu_emit_true_if(emit, "renamed", container->former_size);
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
	free((char *)container->id);
	free((char *)container->name);
	free((char *)container->runtime);
	free((char *)container->image_name);
	free((char *)container->image_tag);
	free((char *)container->image_digest);
}

static bool fill(struct eu_recorded_container *out, yyjson_val *from)
{
	*out = (struct eu_recorded_container){
		.id = get_text(from, "id"),
		.name = get_text(from, "name"),
		.runtime = get_text(from, "runtime"),
		.image_name = get_text(from, "image_name"),
		.image_tag = get_text(from, "image_tag"),
		.image_digest = get_text(from, "image_digest"),
		.ref = yyjson_get_uint(yyjson_obj_get(from, "ref")),
		.existed = yyjson_get_bool(yyjson_obj_get(from, "existed")),
		.renamed = yyjson_get_bool(yyjson_obj_get(from, "renamed")),
	};
	out->first_ref = yyjson_get_uint(yyjson_obj_get(from, "first_ref")) ?: out->ref;
	out->slots = 1ull << EU_REF_SLOT(out->ref) % 64;
	return out->id && out->name && out->runtime && out->image_name && out->image_tag &&
	       out->image_digest;
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

/* SPDX-License-Identifier: Apache-2.0 */
#include "event_ids.h"

#include "world/metadata.h"
#include "world/world.h"

static struct eu_str put_text(struct eu_builder *builder, const char *text)
{
	return eu_builder_text(builder, text ?: "", text ? strlen(text) : 0);
}

static struct eu_str put_labels(struct eu_builder *builder, const struct eu_container_info *info)
{
	struct eu_str all = {.offset = builder->used};

	for (size_t i = 0; i < info->n_labels; i++) {
		const struct eu_label *label = &info->labels[i];

		eu_builder_text(builder, label->key, strlen(label->key) + 1);
		eu_builder_text(builder, label->value, strlen(label->value) + 1);
	}
	all.len = builder->used - all.offset;
	return all;
}

static struct eu_str put_addresses(struct eu_builder *builder, const struct eu_container_info *info)
{
	struct eu_str all = {.offset = builder->used};

	for (size_t i = 0; i < info->n_addresses; i++)
		eu_builder_text(builder, (const char *)info->addresses[i].ip, 16);
	all.len = builder->used - all.offset;
	return all;
}

/* A path is told that the kernel had no room for. */
static struct eu_str put_path(struct eu_builder *builder, const struct eu_container_info *info)
{
	bool is_long = info->cgroup_path && strlen(info->cgroup_path) > EU_KERNEL_CGROUP_PATH;

	return put_text(builder, is_long ? info->cgroup_path : NULL);
}

const struct eu_head *eu_metadata_record(struct eu_builder *b, eu_ref ref,
					 const struct eu_container_info *info, unsigned engine,
					 uint64_t time)
{
	struct eu_event_metadata *e = eu_builder_begin(b, sizeof(*e));

	e->head = (struct eu_head){
		.type = EU_TYPE(eu_event_metadata), .container = ref, .time = time};
	e->id = put_text(b, info->id);
	e->name = put_text(b, info->name);
	e->runtime = put_text(b, info->runtime);
	e->image_name = put_text(b, info->image_name);
	e->image_tag = put_text(b, info->image_tag);
	e->image_digest = put_text(b, info->image_digest);
	e->created = put_text(b, info->created);
	e->addresses = put_addresses(b, info);
	e->labels = put_labels(b, info);
	e->init_pid = info->init_pid > 0 ? info->init_pid : 0;
	e->engine = engine;
	e->cgroup = put_path(b, info);
	return eu_builder_end(b);
}

const struct eu_head *eu_runtime_record(struct eu_builder *b, const struct eu_container_info *info,
					uint64_t time)
{
	struct eu_event_runtime *e = eu_builder_begin(b, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_runtime), .time = time};
	e->name = put_text(b, info->runtime);
	e->version = put_text(b, info->detail);
	return eu_builder_end(b);
}

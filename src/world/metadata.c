/* SPDX-License-Identifier: Apache-2.0 */
#include "event_ids.h"

#include "container_texts.h"
#include "meta/info.h"
#include "world/metadata.h"
#include "world/world.h"

static struct eu_str put_text(struct eu_builder *builder, const char *text)
{
	return eu_builder_text(builder, text ?: "", text ? strlen(text) : 0);
}

/* ---- labels: of more than there is room for all values are cut alike ---- */

struct labels {
	struct eu_str all;
	size_t most, n; /* bytes of a value; how many found room */
	uint8_t cut[EU_META_MAX_ITEMS / 8];
};

static size_t room_in(const struct eu_builder *builder)
{
	return sizeof(builder->bytes) - builder->used;
}

static size_t size_of(const struct eu_label *label, size_t most)
{
	size_t len = strlen(label->value);

	return strlen(label->key) + 1 + (len < most ? len : most) + 1;
}

static size_t size_of_all(const struct eu_container_info *info, size_t most)
{
	size_t size = 0;

	for (size_t i = 0; i < info->n_labels; i++)
		size += size_of(&info->labels[i], most);
	return size;
}

/* How long a value may be so that all find room. */
static size_t most_that_fits(const struct eu_container_info *info, size_t room)
{
	size_t most = EU_META_MAX_STRING;

	while (most && size_of_all(info, most) > room)
		most /= 2;
	return most;
}

static void put_label(struct eu_builder *builder, struct labels *labels, const struct eu_label *label)
{
	size_t len = strlen(label->value), kept = eu_info_cut(label->value, len, labels->most);

	eu_builder_text(builder, label->key, strlen(label->key) + 1);
	eu_builder_text(builder, label->value, kept);
	eu_builder_text(builder, "", 1);
	if (label->cut || kept < len)
		labels->cut[labels->n / 8] |= 1 << labels->n % 8;
	labels->n++;
}

static void put_labels(struct eu_builder *builder, const struct eu_container_info *info,
		       struct eu_event_metadata *e)
{
	struct labels labels = {.all.offset = builder->used};
	size_t marks = sizeof(labels.cut);
	size_t room = room_in(builder) > marks ? room_in(builder) - marks : 0;

	labels.most = most_that_fits(info, room);
	while (labels.n < info->n_labels && labels.n < EU_META_MAX_ITEMS &&
	       size_of(&info->labels[labels.n], labels.most) + marks <= room_in(builder))
		put_label(builder, &labels, &info->labels[labels.n]);
	labels.all.len = builder->used - labels.all.offset;
	e->labels = labels.all;
	e->labels_cut = eu_builder_text(builder, (const char *)labels.cut, (labels.n + 7) / 8);
	e->labels_left_out = info->labels_left_out || labels.n < info->n_labels;
	e->labels_word = info->from_api	       ? EU_LABELS_KNOWN
			 : info->labels_unknown ? EU_LABELS_UNKNOWN
						: EU_LABELS_UNSAID;
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
#define PUT(member) e->member = put_text(b, info->member);
	EU_TOLD_TEXTS(PUT)
#undef PUT
	e->addresses = put_addresses(b, info);
	e->cgroup = put_path(b, info);
	e->former_names = eu_builder_text(b, info->former_names ?: "", info->former_size);
	put_labels(b, info, e); /* the only ones that may be cut: they come last */
	e->init_pid = info->init_pid > 0 ? info->init_pid : 0;
	e->engine = engine;
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

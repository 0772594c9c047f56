/* SPDX-License-Identifier: Apache-2.0 */
/* A report as JSON; docs/report.schema.json says the same to programs. */
#include <stdio.h>
#include <string.h>

#include <eunomia/events.h>
#include <eunomia/syscalls.h>

#include "container_texts.h"
#include "report/json.h"
#include "report/kind.h"
#include "schema/labels.h"
#include "schema/named.h"
#include "schema/names.h"
#include "world/former.h"

/* ---- words ---- */

void eu_report_emit_seen(struct eu_emit *emit, uint64_t first, uint64_t last)
{
	eu_emit_time_if(emit, "first", first);
	eu_emit_time_if(emit, "last", last);
}

void eu_report_emit_ended(struct eu_emit *emit, uint64_t until)
{
	emit->ops->boolean(emit, "ended", !until);
	eu_emit_time_if(emit, "until", until);
}

void eu_report_emit_texts(struct eu_emit *emit, const char *key, const char *const *list, size_t n)
{
	emit->ops->array_begin(emit, key);
	for (size_t i = 0; i < n; i++)
		eu_emit_str(emit, NULL, list[i]);
	emit->ops->array_end(emit);
}

const struct eu_place eu_places[EU_PLACES] = {
	{EU_PATH_TRUNCATED, "path_cut"},
	{EU_PATH_DETACHED, "path_detached"},
	{EU_PATH_CHROOT, "path_chroot"},
	{EU_PATH_RAW, "path_raw"},
};

enum { PREFIX = sizeof("path_") - 1 };

void eu_report_emit_place(struct eu_emit *emit, uint32_t path_state)
{
	for (int i = 0; i < EU_PLACES; i++)
		eu_emit_true_if(emit, eu_places[i].member, path_state & eu_places[i].state);
}

const char *eu_report_place(char room[EU_PLACE_ROOM], uint32_t path_state, const char *before)
{
	size_t len = 0;

	room[0] = '\0';
	for (int i = 0; i < EU_PLACES; i++)
		if (path_state & eu_places[i].state && len < EU_PLACE_ROOM)
			len += snprintf(room + len, EU_PLACE_ROOM - len, "%s%s", before,
					eu_places[i].member + PREFIX);
	return room;
}

/* MINORBITS of include/linux/kdev_t.h */
void eu_report_emit_device(struct eu_emit *emit, uint32_t device)
{
	char text[32];

	snprintf(text, sizeof(text), "%u:%u", device >> 20, device & 0xfffff);
	eu_emit_str(emit, "device", text);
}

const char *eu_report_seccomp(unsigned mode)
{
	static const char *const names[] = {"off", "strict", "filter"};

	return mode < sizeof(names) / sizeof(*names) ? names[mode] : "unknown";
}

const char *eu_report_capability(char room[EU_CAPABILITY_ROOM], unsigned capability)
{
	const struct eu_flagset *names = eu_flagset_find("capability");
	const char *name = names ? eu_flagset_name(names, capability) : NULL;

	if (name)
		return name;
	snprintf(room, EU_CAPABILITY_ROOM, "%u", capability);
	return room;
}

const char *eu_report_errno(char room[EU_ERRNO_ROOM], int error)
{
	const char *name = eu_name_errno(error);

	if (name)
		return name;
	snprintf(room, EU_ERRNO_ROOM, "%d", error);
	return room;
}

/* ---- who ---- */

void eu_report_emit_image(struct eu_emit *emit, const struct eu_container *container)
{
#define IS_KNOWN(member) || *container->member
	if (!(false EU_IMAGE_TEXTS(IS_KNOWN)))
		return;
#undef IS_KNOWN
	emit->ops->object_begin(emit, "image");
#define EMIT(member) eu_emit_str_if(emit, #member + strlen("image_"), container->member);
	EU_IMAGE_TEXTS(EMIT)
#undef EMIT
	emit->ops->object_end(emit);
}

static void emit_labels(struct eu_emit *emit, const struct eu_container *container)
{
	if (!container->n_labels)
		return;
	emit->ops->object_begin(emit, "labels");
	for (size_t i = 0; i < container->n_labels; i++)
		eu_emit_str(emit, container->labels[i].key,
		     container->labels[i].value ? container->labels[i].value : "");
	emit->ops->object_end(emit);
}

void eu_report_emit_identity(struct eu_emit *emit, const struct eu_container *container)
{
	eu_emit_str(emit, "id", container->id);
	eu_emit_str(emit, "name", container->name);
	eu_emit_str_if(emit, "runtime", container->runtime);
	eu_report_emit_image(emit, container);
}

static void emit_former_names(struct eu_emit *emit, const struct eu_container *container)
{
	const char *name = NULL;

	if (!container->former_size)
		return;
	emit->ops->array_begin(emit, "former_names");
	while ((name = eu_former_name(container, name)))
		eu_emit_str(emit, NULL, name);
	emit->ops->array_end(emit);
}

static void emit_who(struct eu_emit *emit, const struct eu_container_report *c)
{
	const struct eu_container *container = &c->container;

	emit->ops->object_begin(emit, "container");
	eu_report_emit_identity(emit, container);
	emit_former_names(emit, container);
	eu_emit_str_if(emit, "runtime_version", c->runtime_version);
	eu_emit_str_if(emit, "created", container->created);
	eu_emit_str_if(emit, "cgroup", container->cgroup);
	eu_emit_true_if(emit, "cgroup_cut", container->cgroup_cut);
	eu_emit_u64_if(emit, "init_pid", container->init_pid);
	eu_emit_true_if(emit, "existed", container->existed);
	eu_emit_true_if(emit, "recovered", container->recovered);
	eu_emit_true_if(emit, "metadata_missing", eu_metadata_missing(container));
	eu_emit_true_if(emit, "selected_late", c->selected_late);
	emit_labels(emit, container);
	eu_emit_true_if(emit, "labels_truncated", eu_labels_truncated(container));
	eu_emit_true_if(emit, "labels_unknown", container->labels_unknown);
	if (c->confinement) {
		emit->ops->object_begin(emit, "confinement");
		eu_confinement_emit(emit, c->confinement);
		emit->ops->object_end(emit);
	}
	emit->ops->object_end(emit);
}

/* ---- facts ---- */

void eu_report_emit_facts(struct eu_out *out, const struct eu_kind *kind,
			  const struct eu_container_report *c)
{
	struct eu_emit *emit = &out->json.emit;
	struct eu_fact_list list = eu_kind_list(kind, c);

	if (kind->only_some && !list.n)
		return;
	emit->ops->array_begin(emit, kind->name);
	for (size_t i = 0; i < list.n; i++) {
		emit->ops->object_begin(emit, NULL);
		kind->emit(emit, list.facts + i * kind->size);
		emit->ops->object_end(emit);
		eu_out_relieve(out);
	}
	emit->ops->array_end(emit);
}

void eu_report_emit_container(struct eu_out *out, const struct eu_report *report,
			      const struct eu_container_report *c)
{
	struct eu_emit *emit = &out->json.emit;
	bool merged = eu_report_is_merged(c);

	eu_emit_str(emit, "host", c->host ?: report->host);
	eu_report_emit_seen(emit, c->first, c->last);
	emit->ops->boolean(emit, "complete", eu_report_is_complete(c));
	eu_report_emit_ended(emit, c->until);
	emit_who(emit, c);
	if (merged)
		emit->ops->u64(emit, "runs", c->runs);
	for (int i = 0; i < EU_KINDS; i++)
		if (merged || !eu_kinds[i]->only_merged)
			eu_report_emit_facts(out, eu_kinds[i], c);
}

bool eu_report_is_merged(const struct eu_container_report *c)
{
	return c->runs > 1 || c->n_replicas > 1;
}

bool eu_report_is_complete(const struct eu_container_report *c)
{
	return !c->n_loss && !c->n_unrecorded;
}

/* Of the host, or nobody knows whose. */
static void emit_losses(struct eu_emit *emit, const struct eu_report *report)
{
	if (!report->n_loss)
		return;
	emit->ops->array_begin(emit, eu_kind_loss.name);
	for (size_t i = 0; i < report->n_loss; i++) {
		emit->ops->object_begin(emit, NULL);
		eu_kind_loss.emit(emit, &report->loss[i]);
		emit->ops->object_end(emit);
	}
	emit->ops->array_end(emit);
}

void eu_report_emit_head(struct eu_emit *emit, const struct eu_report *report)
{
	eu_emit_str(emit, "host", report->host);
	eu_report_emit_seen(emit, report->first, report->last);
	emit->ops->boolean(emit, "complete", report->complete);
	eu_report_emit_ended(emit, report->until);
	eu_emit_time_if(emit, "since", report->since);
	emit_losses(emit, report);
}

int eu_report_write_json(const struct eu_report *report, int fd)
{
	struct eu_out out;
	struct eu_emit *emit = &out.json.emit;
	int ret = eu_out_init(&out, fd);

	if (ret)
		return ret;
	emit->ops->object_begin(emit, NULL);
	eu_report_emit_head(emit, report);
	eu_emit_u64_if(emit, "forgotten", report->n_forgotten);
	emit->ops->array_begin(emit, "containers");
	for (size_t i = 0; i < report->n_containers; i++) {
		emit->ops->object_begin(emit, NULL);
		eu_report_emit_container(&out, report, &report->containers[i]);
		emit->ops->object_end(emit);
	}
	emit->ops->array_end(emit);
	emit->ops->object_end(emit);
	out.bytes.data[out.bytes.len - 1] = '\n';
	return eu_out_finish(&out);
}

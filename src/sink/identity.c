/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/event.h>

#include "identity.h"

/* Enough for the processes that are busy at the same time; about 2 MiB when all are used. */
#define SLOTS 4096

/* What the text depends on: pid and start time are unique since boot, versions count changes. Of the
 * thread that acted it has the ids. */
struct key {
	uint64_t start_time;
	uint32_t pid, process_version;
	uint32_t uid, gid;
	eu_ref container;
	uint32_t container_version;
	bool has_process, has_container;
};

struct slot {
	struct key key;
	char *text;    /* up to the thread's id, then from there on */
	uint32_t head; /* length of the first part; 0: slot not in use */
	uint32_t tail;
	uint32_t process; /* where in the first part "process" begins */
};

struct eu_identity {
	struct slot slots[SLOTS];
	struct eu_layout *layout;
	size_t process, tid; /* steps of the layout */
	struct eu_bytes bytes;
	struct eu_emit_json json;
};

static bool has_literal(const struct eu_step *step, const char *literal)
{
	return step->len == strlen(literal) && !memcmp(step->literal, literal, step->len);
}

static size_t find_step(const struct eu_layout *layout, const char *literal)
{
	size_t i = 0;

	while (i < layout->n_steps && !has_literal(&layout->steps[i], literal))
		i++;
	return i;
}

int eu_identity_new(struct eu_identity **out)
{
	struct eu_identity *identity = calloc(1, sizeof(*identity));

	if (!identity)
		return -ENOMEM;
	identity->layout = eu_layout_new(NULL, EU_LAYOUT_IDENTITY, NULL, 0);
	if (!identity->layout || eu_bytes_init(&identity->bytes, 0)) {
		eu_identity_free(identity);
		return -ENOMEM;
	}
	eu_emit_json_init(&identity->json, &identity->bytes);
	identity->process = find_step(identity->layout, "\"process\":{");
	identity->tid = find_step(identity->layout, "\"tid\":");
	*out = identity;
	return 0;
}

void eu_identity_free(struct eu_identity *identity)
{
	if (!identity)
		return;
	for (size_t i = 0; i < SLOTS; i++)
		free(identity->slots[i].text);
	eu_bytes_free(&identity->bytes);
	free(identity->layout);
	free(identity);
}

static struct key key_of(const struct eu_event *event)
{
	const struct eu_process *process = event->process;
	const struct eu_container *container = event->container;
	struct key key = {0};

	if (process) {
		key.has_process = true;
		key.pid = process->pid;
		key.start_time = process->start_time;
		key.process_version = process->version;
		key.uid = event->thread ? event->thread->uid : process->uid;
		key.gid = event->thread ? event->thread->gid : process->gid;
	}
	if (container) {
		key.has_container = true;
		key.container = container->ref;
		key.container_version = container->version;
	}
	return key;
}

static bool same(const struct key *a, const struct key *b)
{
	return a->pid == b->pid && a->start_time == b->start_time &&
	       a->process_version == b->process_version && a->uid == b->uid && a->gid == b->gid &&
	       a->container == b->container &&
	       a->container_version == b->container_version && a->has_process == b->has_process &&
	       a->has_container == b->has_container;
}

static struct slot *slot_of(struct eu_identity *identity, const struct key *key)
{
	uint64_t hash =
	    (key->start_time ^ key->pid ^ (uint64_t)key->container << 32) * 0x9e3779b97f4a7c15ull;

	return &identity->slots[hash >> 52 & (SLOTS - 1)];
}

static bool keep(struct slot *slot, const struct key *key, const struct eu_bytes *bytes,
		 size_t head, size_t process)
{
	char *text = bytes->failed ? NULL : realloc(slot->text, bytes->len);

	slot->head = 0;
	if (!text)
		return false;
	memcpy(text, bytes->data, bytes->len);
	*slot = (struct slot){
	    .key = *key, .text = text, .head = head, .tail = bytes->len - head, .process = process};
	return true;
}

/* The layout is run in two parts; the thread's id will be between them. */
static bool render(struct eu_identity *identity, struct slot *slot, const struct key *key,
		   const struct eu_event *event)
{
	const struct eu_layout *layout = identity->layout;
	const struct eu_step *steps = layout->steps, *tid = &steps[identity->tid];
	struct eu_bytes *bytes = &identity->bytes;
	struct eu_layout_run run = {.json = &identity->json, .event = event};
	size_t process, head;

	bytes->len = 0;
	bytes->failed = false;
	eu_layout_steps(&run, steps, &steps[identity->process]);
	process = bytes->len;
	eu_layout_steps(&run, &steps[identity->process],
			event->process ? tid : &steps[identity->process + 1]);
	if (event->process)
		eu_bytes_put(bytes, tid->literal, tid->len);
	head = bytes->len;
	if (event->process) {
		eu_bytes_char(bytes, ',');
		eu_layout_steps(&run, tid + 1, &steps[layout->n_steps - 1]);
	}
	return keep(slot, key, bytes, head, process);
}

void eu_identity_put(struct eu_identity *identity, struct eu_layout_run *run)
{
	struct key key = key_of(run->event);
	struct slot *slot = slot_of(identity, &key);
	struct eu_bytes *bytes = run->json->bytes;

	if ((!slot->head || !same(&slot->key, &key)) && !render(identity, slot, &key, run->event)) {
		bytes->failed = true;
		run->marks[run->depth++] = bytes->len;
		return;
	}
	run->marks[run->depth++] = bytes->len + slot->process;
	eu_bytes_put(bytes, slot->text, slot->head);
	if (!run->event->process)
		return;
	eu_bytes_u64(bytes, run->event->record->tid);
	eu_bytes_put(bytes, slot->text + slot->head, slot->tail);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "event_ids.h"

#include "cleanup.h"
#include "container_texts.h"
#include "meta/ancestor.h"
#include "meta/cgroup_name.h"
#include "world/former.h"
#include "world/state.h"

#define UNKNOWN_CODE INT_MIN /* the end of the first process was not seen */

struct container *eu_container_of_ref(const struct eu_world *world, eu_ref ref)
{
	struct container *found = ref ? world->slots[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] : NULL;

	return found && found->pub.ref == ref ? found : NULL;
}

/* Takes both, if they are there; else it is none. */
static bool set_label(struct eu_world *world, struct eu_label *label, char *key, char *value,
		      bool cut)
{
	if (!key || !value) {
		world->starved++;
		free(key);
		free(value);
		return false;
	}
	*label = (struct eu_label){.key = key, .value = value, .cut = cut};
	return true;
}

static void free_labels(struct container *container)
{
	for (size_t i = 0; i < container->pub.n_labels; i++) {
		free((char *)container->pub.labels[i].key);
		free((char *)container->pub.labels[i].value);
	}
	free((struct eu_label *)container->pub.labels);
	container->pub.labels = NULL;
	container->pub.n_labels = 0;
}

void eu_container_free(struct container *container)
{
#define FREE(member) free((char *)container->pub.member);
	EU_CONTAINER_TEXTS(FREE)
#undef FREE
	free((char *)container->pub.former_names);
	free_labels(container);
	free(container->addresses);
	free(container);
}

/* No text is NULL. */
static bool name_nothing(struct eu_container *pub)
{
	bool made = true;

#define MAKE(member) made &= !!(pub->member = strdup(""));
	EU_CONTAINER_TEXTS(MAKE)
#undef MAKE
	return made;
}

static struct container *new_container(struct eu_world *world, eu_ref ref)
{
	struct container *container = calloc(1, sizeof(*container));

	world->starved += !container;
	if (!container)
		return NULL;
	container->pub.ref = container->pub.first_ref = ref;
	if (!name_nothing(&container->pub)) {
		world->starved++;
		eu_container_free(container);
		return NULL;
	}
	return container;
}

/* The id and runtime that the cgroup's path tells, or that of the PID namespace. */
static void name_by_cgroup(struct eu_world *world, struct container *container)
{
	struct eu_cgroup_name name;
	const char *base = strrchr(container->pub.cgroup, '/');
	char id[64];

	if (!*container->pub.cgroup || container->pub.cgroup_cut) {
		if (container->pid_namespace)
			snprintf(id, sizeof(id), "pidns-%u", container->pid_namespace);
		else /* it was gone before it could be found, or the name is what was cut */
			snprintf(id, sizeof(id), "unknown-%u", container->pub.ref);
		eu_set_text(world, &container->pub.id, id, strlen(id));
	} else if (!eu_cgroup_name_parse(container->pub.cgroup, &name)) {
		eu_set_text(world, &container->pub.id, name.id, strlen(name.id));
		if (name.runtime)
			eu_set_text(world, &container->pub.runtime, name.runtime, strlen(name.runtime));
	} else {
		base = base ? base + 1 : container->pub.cgroup;
		eu_set_text(world, &container->pub.id, base, strlen(base));
	}
	eu_set_text(world, &container->pub.name, container->pub.id,
		    strlen(container->pub.id) == 64 ? 12 : strlen(container->pub.id));
}

/* Who made it is the runtime where neither its cgroup nor anybody else says more. executable: of
 * the maker, or of the first process, which is the runtime's own until the entrypoint begins. */
void eu_container_name_by_maker(struct eu_world *world, struct container *container,
				const struct eu_head *record, struct eu_str executable)
{
	eu_auto_free char *name = NULL;
	const char *text, *runtime;
	size_t len;

	if (!container || *container->pub.runtime)
		return;
	text = eu_record_text(record, executable, &len);
	name = strndup(text, len);
	world->starved += !name;
	runtime = name ? eu_runtime_of_executable(name) : NULL;
	if (runtime)
		eu_set_text(world, &container->pub.runtime, runtime, strlen(runtime));
}

static struct container **oldest_gone(struct eu_world *world)
{
	struct container **oldest = NULL;

	for (struct container **at = &world->first; *at; at = &(*at)->next)
		if ((*at)->gone && (!oldest || (*at)->ended < (*oldest)->ended))
			oldest = at;
	return oldest;
}

/* Containers that ended long ago make room. */
static void forget_oldest(struct eu_world *world)
{
	struct container **at = oldest_gone(world), *oldest = at ? *at : NULL;

	if (!oldest)
		return;
	if (world->ops.forget)
		world->ops.forget(world->ops.context, &oldest->pub);
	*at = oldest->next;
	if (world->last == &oldest->next)
		world->last = at;
	eu_container_free(oldest);
	world->n_gone--;
}

/* An engine keeps it, whatever becomes of its cgroup. */
static bool stays(const struct container *container)
{
	return container->engine && !container->removing;
}

static void rest(struct eu_world *world, struct container *container, uint64_t time)
{
	if (world->n_gone == EU_WORLD_MAX_GONE)
		forget_oldest(world); /* and never this one, whatever its time */
	container->gone = true;
	container->resting = stays(container);
	container->ended = time;
	world->n_gone++;
}

static void leave(struct eu_world *world, struct container *container, uint64_t time)
{
	world->slots[EU_REF_SLOT(container->pub.ref) & (EU_MAX_SLOTS - 1)] = NULL;
	rest(world, container, time);
}

static void append(struct eu_world *world, struct container *container)
{
	*world->last = container;
	world->last = &container->next;
}

struct container *eu_container_add(struct eu_world *world, const struct eu_head *record,
				   struct eu_str cgroup, uint64_t cgroup_id, uint32_t pid_namespace)
{
	struct container **slot =
	    &world->slots[EU_REF_SLOT(record->container) & (EU_MAX_SLOTS - 1)];
	struct container *container = new_container(world, record->container);
	size_t len;
	const char *path = eu_record_text(record, cgroup, &len);

	if (!container)
		return NULL;
	if (*slot)
		leave(world, *slot, record->time); /* its end was lost */
	container->begun = record->time;
	container->cgroup_id = cgroup_id;
	container->pid_namespace = pid_namespace;
	eu_set_text(world, &container->pub.cgroup, path, len);
	container->pub.cgroup_cut = len == EU_KERNEL_CGROUP_PATH;
	name_by_cgroup(world, container);
	*slot = container;
	append(world, container);
	return container;
}

struct container *eu_container_add_resting(struct eu_world *world, const struct eu_head *record)
{
	struct container *container = new_container(world, record->container);

	if (!container)
		return NULL;
	container->begun = record->time;
	container->engine = true;
	append(world, container);
	rest(world, container, record->time);
	return container;
}

/* ---- runs of one container ---- */

/* The container that the engine has started again, or for the first time since it was created. */
static struct container *find_resting(struct eu_world *world, const char *id)
{
	for (struct container *c = world->first; c; c = c->next)
		if (c->resting && !strcmp(c->pub.id, id))
			return c;
	return NULL;
}

struct container *eu_container_resting(const struct eu_world *world, eu_ref ref)
{
	for (struct container *c = world->first; c; c = c->next)
		if (c->resting && c->pub.ref == ref)
			return c;
	return NULL;
}

static void copy_labels(struct eu_world *world, struct container *container,
			const struct container *from)
{
	struct eu_label *labels = calloc(from->pub.n_labels + 1, sizeof(*labels));
	size_t n = 0;

	world->starved += !labels;
	for (size_t i = 0; labels && i < from->pub.n_labels; i++)
		n += set_label(world, &labels[n], strdup(from->pub.labels[i].key),
			       strdup(from->pub.labels[i].value), from->pub.labels[i].cut);
	free_labels(container);
	container->pub.labels_left_out = from->pub.labels_left_out;
	container->pub.labels_unknown = from->pub.labels_unknown;
	container->labels_known = from->labels_known;
	container->pub.labels = labels;
	container->pub.n_labels = n;
}

static void copy_text(struct eu_world *world, const char **field, const char *text)
{
	if (*text)
		eu_set_text(world, field, text, strlen(text));
}

/* ---- former names ---- */

static bool has_former_name(const struct eu_container *pub, const char *name)
{
	const char *former = NULL;

	while ((former = eu_former_name(pub, former)))
		if (!strcmp(former, name))
			return true;
	return false;
}

/* What a container was called stays a name of it, by which it is asked for. */
static void add_former_name(struct eu_world *world, struct eu_container *pub, const char *name,
			    size_t len)
{
	size_t size = pub->former_size + len + 1;
	char *names;

	if (size > EU_WORLD_FORMER_NAMES || has_former_name(pub, name))
		return;
	names = realloc((char *)pub->former_names, size);
	world->starved += !names;
	if (!names)
		return;
	memcpy(names + pub->former_size, name, len + 1);
	pub->former_names = names;
	pub->former_size = size;
}

static void add_former_names(struct eu_world *world, struct eu_container *pub, const char *names,
			     size_t size)
{
	const char *end = names + size;

	if (!size || end[-1])
		return;
	for (size_t len; names < end; names += len + 1) {
		len = strlen(names);
		add_former_name(world, pub, names, len);
	}
}

/* Is it no more than what stands for a name until that is known? */
static bool is_of_id(const struct eu_container *pub, const char *name)
{
	return !strncmp(pub->id, name, strlen(name));
}

static bool lacks_something(const struct container *container)
{
	return !container->pub.named || container->pub.labels_unknown;
}

/* One without a cgroup of which there is something to hear yet. */
static struct container *find_gone(const struct eu_world *world, eu_ref ref)
{
	for (struct container *c = world->first; c; c = c->next)
		if (c->pub.ref == ref && (c->resting || (c->gone && lacks_something(c))))
			return c;
	return NULL;
}

/* It is called what it was called before. */
static void continue_run(struct eu_world *world, struct container *container, struct container *earlier)
{
	struct eu_container *now = &container->pub, *before = &earlier->pub;

#define COPY(member) copy_text(world, &now->member, before->member);
	EU_TOLD_TEXTS(COPY)
#undef COPY
	copy_labels(world, container, earlier);
	add_former_names(world, now, before->former_names, before->former_size);
	now->first_ref = before->first_ref;
	now->named = before->named;
	container->engine = true;
	earlier->resting = false;
}

static bool is_continued(const struct container *container)
{
	return container->pub.ref != container->pub.first_ref;
}

static bool begins(uint32_t action)
{
	return action == EU_CONTAINER_CREATED || action == EU_CONTAINER_FOUND ||
	       action == EU_CONTAINER_RECOVERED;
}

static void say_stopped(struct eu_world *world, struct container *container,
			const struct eu_head *cause)
{
	if (container->started && !container->stopped)
		eu_container_say(world, container, cause, EU_CONTAINER_STOPPED, UNKNOWN_CODE, 0);
}

static struct container *find_by_cgroup(struct eu_world *world, const char *path)
{
	for (struct container *c = world->first; c && *path; c = c->next)
		if (!c->gone && !c->pub.cgroup_cut && !strcmp(c->pub.cgroup, path))
			return c;
	return NULL;
}

/* Two cgroups are not in one place: that the one before has ended was lost. */
static void end_unseen(struct eu_world *world, const struct eu_event_container *e)
{
	eu_auto_free char *path = NULL;
	struct container *container;
	size_t len;
	const char *text = eu_record_text(&e->head, e->cgroup, &len);
	eu_ref ref;

	path = strndup(text, len);
	container = path && len < EU_KERNEL_CGROUP_PATH ? find_by_cgroup(world, path) : NULL;
	if (!container || container->pub.ref == e->head.container)
		return;
	ref = container->pub.ref;
	say_stopped(world, container, &e->head);
	if (!stays(container))
		eu_container_say(world, container, &e->head, EU_CONTAINER_REMOVED, 0, 0);
	leave(world, container, e->head.time);
	if (world->ops.gone)
		world->ops.gone(world->ops.context, ref);
}

static void container_begins(struct eu_world *world, const struct eu_event_container *e)
{
	const struct eu_container *known = eu_world_container(world, e->head.container);
	struct container *container, *earlier;

	if (known && known->recovered && e->action == EU_CONTAINER_CREATED)
		return; /* the record of its beginning was late and not lost */
	end_unseen(world, e);
	container = eu_container_add(world, &e->head, e->cgroup, e->cgroup_id, e->pid_namespace);
	earlier = container ? find_resting(world, container->pub.id) : NULL;
	if (!container)
		return;
	if (earlier)
		continue_run(world, container, earlier);
	container->pub.existed = e->action == EU_CONTAINER_FOUND;
	container->pub.recovered = e->action == EU_CONTAINER_RECOVERED;
	container->started = e->action != EU_CONTAINER_CREATED && !e->in_setup;
	container->pub.init_pid = e->action != EU_CONTAINER_CREATED ? e->target : 0;
	eu_container_name_by_maker(world, container, &e->head, e->maker);
	if (world->ops.ask)
		world->ops.ask(world->ops.context, &container->pub, e->cgroup_id, e->head.pid,
			       e->in_tree);
}

uint32_t eu_container_enter(struct container *container, const struct eu_process *process)
{
	bool again = container->started && container->stopped; /* in a cgroup that was left */
	/* whether one had started that was recovered is not known before */
	bool is_first = !container->started || again ||
			(container->pub.recovered && process->container_pid == 1);

	if (again)
		container->pub.init_pid = 0;
	container->started = true;
	container->stopped = false;
	return is_first ? EU_CONTAINER_STARTED : EU_CONTAINER_EXEC;
}

static void container_ends(struct eu_world *world, struct container *container,
			   const struct eu_head *record)
{
	eu_ref ref = container->pub.ref;

	leave(world, container, record->time);
	if (world->ops.gone)
		world->ops.gone(world->ops.context, ref);
}

const struct eu_head *eu_world_removal(struct eu_world *world, eu_ref ref, uint64_t time)
{
	const struct container *container = eu_container_of_ref(world, ref);
	struct eu_event_container *e;

	if (!container)
		return NULL;
	e = eu_builder_begin(&world->removal, sizeof(*e));
	*e = (struct eu_event_container){
	    .head = {.type = EU_TYPE(eu_event_container), .container = ref, .time = time},
	    .action = EU_CONTAINER_REMOVED,
	    .cgroup_id = container->cgroup_id,
	    .pid_namespace = container->pid_namespace,
	};
	return eu_builder_end(&world->removal);
}

static void container_is_removed(struct eu_world *world, struct container *container,
				 const struct eu_head *record)
{
	container->removing = true;
	if (!container->resting)
		return; /* told when its cgroup ends, or has been */
	container->resting = false;
	eu_container_say(world, container, record, EU_CONTAINER_REMOVED, 0, 0);
}

/* What follows from a record: a record of its own, at the same moment. */
void eu_container_say(struct eu_world *world, struct container *container,
		      const struct eu_head *cause, uint32_t action, int exit_code, uint32_t target)
{
	struct eu_event_container *e;

	container->stopped |= action == EU_CONTAINER_STOPPED;
	if (!world->ops.say)
		return;
	e = eu_builder_begin(&world->builder, sizeof(*e));
	*e = (struct eu_event_container){
	    .head = *cause,
	    .action = action,
	    .exit_code = exit_code,
	    .has_exit_code = action == EU_CONTAINER_STOPPED && exit_code != UNKNOWN_CODE,
	    .target = target,
	};
	e->head.type = EU_TYPE(eu_event_container);
	e->head.container = container->pub.ref;
	world->ops.say(world->ops.context, eu_builder_end(&world->builder));
}

/* ---- metadata ---- */

void eu_take_text(struct eu_world *world, const struct eu_head *record, struct eu_str str,
		  const char **field)
{
	size_t len;
	const char *text = eu_record_text(record, str, &len);

	if (len)
		eu_set_text(world, field, text, len);
}

/* One of the NUL-separated strings; advances. */
static const char *next_string(const char **at, const char *end, size_t *len)
{
	const char *text = *at;

	*len = strnlen(text, end - text);
	*at = text + *len < end ? text + *len + 1 : end;
	return text;
}

/* An older recording has no marks. */
static bool is_cut(const char *marks, size_t len, size_t i)
{
	return i / 8 < len && marks[i / 8] >> i % 8 & 1;
}

static void take_labels(struct eu_world *world, struct container *container,
			const struct eu_event_metadata *e)
{
	size_t len, marks_len, n = 0, i = 0;
	const char *at = eu_record_text(&e->head, e->labels, &len), *end = at + len;
	const char *marks = eu_record_text(&e->head, e->labels_cut, &marks_len);
	struct eu_label *labels;

	container->labels_known |= e->labels_word == EU_LABELS_KNOWN;
	container->pub.labels_unknown = !container->labels_known &&
					(container->pub.labels_unknown ||
					 e->labels_word == EU_LABELS_UNKNOWN);
	container->pub.labels_left_out |= e->labels_left_out;
	if (!len)
		return;
	container->pub.labels_left_out = e->labels_left_out;
	labels = calloc(len / 2 + 1, sizeof(*labels));
	world->starved += !labels;
	if (!labels)
		return;
	while (at < end) {
		size_t key_len, value_len;
		const char *key = next_string(&at, end, &key_len);
		const char *value =
		    at < end ? next_string(&at, end, &value_len) : (value_len = 0, "");

		n += set_label(world, &labels[n], strndup(key, key_len), strndup(value, value_len),
			       is_cut(marks, marks_len, i++));
	}
	free_labels(container);
	container->pub.labels = labels;
	container->pub.n_labels = n;
}

static void take_addresses(struct eu_world *world, struct container *container,
			   const struct eu_event_metadata *e)
{
	size_t len;
	const char *bytes = eu_record_text(&e->head, e->addresses, &len);
	uint8_t(*copy)[16] = len >= 16 ? malloc(len / 16 * 16) : NULL;

	world->starved += len >= 16 && !copy;
	if (!copy)
		return;
	memcpy(copy, bytes, len / 16 * 16);
	free(container->addresses);
	container->addresses = copy;
	container->n_addresses = len / 16;
}

/* An engine's word is all there is of one that never had a cgroup. */
static void name_by_id(struct eu_world *world, struct container *container)
{
	const char *id = container->pub.id;

	if (!*container->pub.name)
		eu_set_text(world, &container->pub.name, id, strlen(id) == 64 ? 12 : strlen(id));
}

static void take_former_names(struct eu_world *world, struct container *container,
			      const struct eu_event_metadata *e)
{
	size_t size;
	const char *names = eu_record_text(&e->head, e->former_names, &size);

	add_former_names(world, &container->pub, names, size);
}

/* The path that the kernel had no room for. */
static void take_whole_path(struct eu_world *world, struct container *container,
			    const struct eu_event_metadata *e)
{
	if (!e->cgroup.len || !container->pub.cgroup_cut)
		return;
	eu_take_text(world, &e->head, e->cgroup, &container->pub.cgroup);
	container->pub.cgroup_cut = false;
	name_by_cgroup(world, container);
}

static void take_names(struct eu_world *world, struct container *container,
		       const struct eu_event_metadata *e)
{
	take_whole_path(world, container, e);
#define TAKE(member) eu_take_text(world, &e->head, e->member, &container->pub.member);
	EU_TOLD_TEXTS(TAKE)
#undef TAKE
	take_former_names(world, container, e);
	take_labels(world, container, e);
	take_addresses(world, container, e);
	if (e->init_pid && !container->pub.init_pid)
		container->pub.init_pid = e->init_pid; /* what the kernel showed is never wrong */
	container->engine |= e->engine != 0;
	container->kept |= e->engine == EU_ENGINE_KEPT;
	container->made |= e->engine == EU_ENGINE_CREATED;
	container->pub.named |= e->name.len != 0;
	container->pub.version++;
}

static void apply_metadata(struct eu_world *world, const struct eu_event_metadata *e)
{
	eu_ref ref = e->head.container;
	struct container *container = eu_container_of_ref(world, ref) ?: find_gone(world, ref);
	bool is_created = e->engine == EU_ENGINE_CREATED, is_removed = e->engine == EU_ENGINE_REMOVED;
	eu_auto_free char *before = NULL;
	bool was_named, is_new = !container && !eu_world_remembered(world, ref);

	if (is_new && (is_created || is_removed))
		container = eu_container_add_resting(world, &e->head);
	if (!container)
		return;
	container->pub.existed |= is_new && is_removed;
	before = strdup(container->pub.name);
	world->starved += !before;
	was_named = container->pub.named && !is_of_id(&container->pub, container->pub.name);
	take_names(world, container, e);
	name_by_id(world, container);
	if (before && was_named && strcmp(before, container->pub.name))
		add_former_name(world, &container->pub, before, strlen(before));
	if (is_created)
		eu_container_say(world, container, &e->head, EU_CONTAINER_CREATED, 0, 0);
	else if (!is_new && before && strcmp(before, container->pub.name))
		eu_container_say(world, container, &e->head, EU_CONTAINER_NAMED, 0, 0);
	if (is_removed)
		container_is_removed(world, container, &e->head);
}

static bool lived(const struct container *container, uint64_t time)
{
	return (container->pub.existed || container->begun <= time) &&
	       (!container->gone || time <= container->ended);
}

bool eu_world_lived(const struct eu_world *world, eu_ref ref, uint64_t time)
{
	for (const struct container *c = world->first; c; c = c->next)
		if (c->pub.ref == ref)
			return lived(c, time);
	return false;
}

const struct eu_container *eu_world_by_address(const struct eu_world *world, const void *address,
					       uint64_t time)
{
	const struct eu_container *found = NULL; /* the youngest */

	for (struct container *c = world->first; c; c = c->next)
		for (size_t i = 0; i < c->n_addresses; i++)
			if (!memcmp(c->addresses[i], address, 16) && lived(c, time))
				found = &c->pub;
	return found;
}

/* ---- records ---- */

static bool is_end_of(const struct eu_event_container *e, const struct container *container)
{
	return container && e->action == EU_CONTAINER_REMOVED &&
	       e->cgroup_id == container->cgroup_id;
}

void eu_containers_apply(struct eu_world *world, const struct eu_head *record)
{
	const struct eu_event_container *e = (const void *)record;

	if (record->type == EU_TYPE(eu_event_metadata))
		return apply_metadata(world, (const void *)record);
	if (record->type != EU_TYPE(eu_event_container))
		return;
	if (begins(e->action))
		container_begins(world, e);
	else if (is_end_of(e, eu_container_of_ref(world, record->container)))
		say_stopped(world, eu_container_of_ref(world, record->container), record);
}

void eu_containers_settle(struct eu_world *world, const struct eu_head *record)
{
	const struct eu_event_container *e = (const void *)record;
	struct container *container = eu_container_of_ref(world, record->container);

	if (!container || record->type != EU_TYPE(eu_event_container))
		return;
	if (e->action == EU_CONTAINER_CREATED && container->kept && !is_continued(container))
		eu_container_say(world, container, record, EU_CONTAINER_FOUND, 0, 0);
	if (is_end_of(e, container))
		container_ends(world, container, record);
}

bool eu_world_is_told(const struct eu_world *world, const struct eu_head *record)
{
	const struct eu_event_container *e = (const void *)record;
	const struct container *container = eu_container_of_ref(world, record->container);

	if (!container || record->type != EU_TYPE(eu_event_container))
		return true;
	if (e->action == EU_CONTAINER_CREATED)
		return !is_continued(container) && !container->kept;
	return e->action != EU_CONTAINER_REMOVED || !stays(container);
}

/* ---- asking ---- */

const struct eu_container *eu_world_container(const struct eu_world *world, eu_ref ref)
{
	struct container *container = eu_container_of_ref(world, ref);

	return container ? &container->pub : NULL;
}

const struct eu_container *eu_world_remembered(const struct eu_world *world, eu_ref ref)
{
	for (struct container *c = world->first; c && ref; c = c->next)
		if (c->pub.ref == ref)
			return &c->pub;
	return NULL;
}

const struct eu_container *eu_world_by_id(const struct eu_world *world, const char *id)
{
	const struct eu_container *found = NULL;

	for (struct container *c = world->first; c; c = c->next)
		if (!strcmp(c->pub.id, id))
			found = &c->pub;
	return found;
}

bool eu_world_lacks_engine(const struct eu_world *world, eu_ref ref)
{
	const struct container *present = eu_container_of_ref(world, ref);
	const struct container *container = present ?: find_gone(world, ref);

	return container && ((present && !container->engine) || lacks_something(container));
}

bool eu_world_lacks_beginning(const struct eu_world *world, eu_ref ref)
{
	const struct container *container = eu_container_of_ref(world, ref);

	return container && container->pub.recovered && !container->made &&
	       !is_continued(container);
}

void eu_world_containers(const struct eu_world *world,
			 bool (*each)(void *context, const struct eu_container *container),
			 void *context)
{
	for (struct container *c = world->first; c; c = c->next)
		if (!each(context, &c->pub))
			return;
}

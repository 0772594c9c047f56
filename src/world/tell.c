/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "event_ids.h"

#include "cleanup.h"
#include "world/known.h"
#include "world/metadata.h"
#include "world/state.h"

/* ---- what a recording says of the time before it ---- */

static void apply_known_container(struct eu_world *world, const struct eu_event_known_container *e)
{
	struct container *container = eu_container_of_ref(world, e->head.container);

	if (!container)
		container =
		    eu_container_add(world, &e->head, e->cgroup, e->cgroup_id, e->pid_namespace);
	if (!container)
		return;
	eu_take_text(&e->head, e->runtime, &container->pub.runtime);
	container->begun = 0; /* some time before */
	container->pub.existed = e->existed;
	container->pub.init_pid = e->init_pid;
	container->started = e->started;
	container->pub.version++;
}

static void apply_known_process(struct eu_world *world, const struct eu_event_known_process *e)
{
	struct process *process = eu_process_add(world, e->head.pid);
	size_t len;
	const char *executable = eu_record_text(&e->head, e->executable, &len);

	if (!process)
		return;
	eu_process_begin_task(process, &e->head, &e->task);
	process->container = e->head.container;
	process->pub.mount_namespace = e->mount_namespace;
	process->pub.existed = e->existed;
	process->inside = e->inside;
	eu_set_text(&process->pub.executable, executable, len);
	eu_process_note_init(world, process);
}

void eu_known_apply(struct eu_world *world, const struct eu_head *record)
{
	if (record->type == EU_TYPE(eu_event_known_container))
		apply_known_container(world, (const void *)record);
	else if (record->type == EU_TYPE(eu_event_known_process))
		apply_known_process(world, (const void *)record);
}

/* ---- saying so ---- */

static const struct eu_head *tell_container(struct eu_builder *builder,
					    const struct container *container, uint64_t time)
{
	struct eu_event_known_container *e = eu_builder_begin(builder, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_known_container),
				   .container = container->pub.ref,
				   .time = time};
	e->cgroup_id = container->cgroup_id;
	e->cgroup = eu_builder_text(builder, container->pub.cgroup, strlen(container->pub.cgroup));
	e->runtime =
	    eu_builder_text(builder, container->pub.runtime, strlen(container->pub.runtime));
	e->pid_namespace = container->pid_namespace;
	e->init_pid = container->pub.init_pid;
	e->existed = container->pub.existed;
	e->started = container->started;
	return eu_builder_end(builder);
}

static const struct eu_head *tell_names(struct eu_builder *builder,
					const struct container *container, uint64_t time)
{
	const struct eu_container *pub = &container->pub;
	eu_auto_free struct eu_address *addresses =
	    calloc(container->n_addresses + 1, sizeof(*addresses));
	struct eu_container_info info = {
	    .id = (char *)pub->id,
	    .name = (char *)pub->name,
	    .runtime = (char *)pub->runtime,
	    .image_name = (char *)pub->image_name,
	    .image_tag = (char *)pub->image_tag,
	    .image_digest = (char *)pub->image_digest,
	    .created = (char *)pub->created,
	    .labels = (struct eu_label *)pub->labels,
	    .n_labels = pub->n_labels,
	    .addresses = addresses,
	    .init_pid = pub->init_pid,
	};

	for (; addresses && info.n_addresses < container->n_addresses; info.n_addresses++)
		memcpy(addresses[info.n_addresses].ip, container->addresses[info.n_addresses], 16);
	return eu_metadata_record(builder, pub->ref, &info, time);
}

static const struct eu_head *tell_process(struct eu_builder *builder, const struct process *process,
					  const struct eu_creds *creds, uint64_t time)
{
	struct eu_known_process known = {
	    .container = process->container,
	    .process = process->pub,
	    .creds = *creds,
	    .inside = process->inside,
	};

	return eu_known_process_record(builder, &known, time);
}

static void tell_change(struct eu_world *world, struct process *process, uint64_t time,
			void (*take)(void *context, const struct eu_head *record), void *context)
{
	if (!process || process->told == process->pub.version + 1ull)
		return;
	process->told = process->pub.version + 1ull;
	/* what it has begun with: changes are in the records that follow */
	take(context, tell_process(&world->builder, process, &process->credentials.begun, time));
}

void eu_world_tell_process(struct eu_world *world, uint32_t pid, uint64_t time,
			   void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct process *process = eu_process_find(world, pid);

	if (!process)
		return;
	if (process->pub.parent_pid)
		tell_change(world, eu_process_find(world, process->pub.parent_pid), time, take,
			    context);
	tell_change(world, process, time, take, context);
}

void eu_world_tell(struct eu_world *world, uint64_t time,
		   void (*take)(void *context, const struct eu_head *record), void *context)
{
	for (struct container *c = world->first; c; c = c->next) {
		if (c->gone)
			continue;
		take(context, tell_container(&world->builder, c, time));
		if (c->pub.named)
			take(context, tell_names(&world->builder, c, time));
	}
	for (struct process *p = world->processes; p; p = p->hh.next) {
		const struct eu_creds *now = eu_credentials_of(&p->credentials, p->pub.pid);

		if (!p->dead)
			take(context,
			     tell_process(&world->builder, p, now ?: &p->credentials.begun, time));
	}
}

static void introduce(struct eu_world *world, struct process *process, uint64_t time,
		      void (*take)(void *context, const struct eu_head *record), void *context)
{
	if (process && !process->told)
		tell_change(world, process, time, take, context);
}

void eu_world_introduce(struct eu_world *world, uint32_t pid, uint64_t time,
			void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct process *process = eu_process_find(world, pid);

	if (!process || process->told)
		return;
	if (process->pub.parent_pid)
		introduce(world, eu_process_find(world, process->pub.parent_pid), time, take,
			  context);
	introduce(world, process, time, take, context);
}

void eu_world_introduced(struct eu_world *world, uint32_t pid)
{
	struct process *process = eu_process_find(world, pid);

	if (process)
		process->told = process->pub.version + 1ull;
}

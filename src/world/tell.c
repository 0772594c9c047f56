/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include <utlist.h>

#include "event_ids.h"

#include "cleanup.h"
#include "container_texts.h"
#include "world/metadata.h"
#include "world/state.h"

/* ---- what a recording says of the time before it ---- */

/* Of one that is told anew nobody has heard for a while. */
static void forget_processes(struct eu_world *world, eu_ref ref)
{
	struct process *process, *next;

	HASH_ITER(hh, world->processes, process, next)
		if (process->container == ref)
			eu_process_drop(world, process);
}

static struct container *add_known_container(struct eu_world *world,
					     const struct eu_event_known_container *e)
{
	struct container *container =
	    e->resting ? eu_container_add_resting(world, &e->head) :
			 eu_container_add(world, &e->head, e->cgroup, e->cgroup_id,
					  e->pid_namespace);

	if (container)
		container->begun = 0; /* some time before */
	return container;
}

static void apply_known_container(struct eu_world *world, const struct eu_event_known_container *e)
{
	struct container *container = eu_container_of_ref(world, e->head.container);

	if (container)
		forget_processes(world, e->head.container);
	else if (e->resting)
		container = eu_container_resting(world, e->head.container);
	if (!container)
		container = add_known_container(world, e);
	if (!container)
		return;
	eu_take_text(world, &e->head, e->runtime, &container->pub.runtime);
	container->pub.first_ref = e->first_ref ?: container->pub.ref;
	container->pub.existed = e->existed;
	container->pub.recovered = e->recovered;
	container->pub.init_pid = e->init_pid;
	container->started = e->started;
	container->pub.version++;
}

static void apply_known_process(struct eu_world *world, const struct eu_event_known_process *e)
{
	struct process *process = eu_process_add(world, e->head.pid);

	if (!process)
		return;
	eu_process_take_known(world, process, e);
	process->container = e->head.container;
	process->pub.existed = e->existed;
	process->inside = e->inside;
	process->entering = e->entering;
	eu_process_note_init(world, process);
}

void eu_known_thread_apply(struct eu_world *world, const struct eu_event_known_thread *e)
{
	struct process *process = eu_process_find(world, e->head.pid);
	struct who who = {.creds = e->creds, .known = !e->creds_unknown};
	size_t len;
	const char *comm = eu_record_text(&e->head, e->comm, &len);

	if (!process)
		return;
	eu_who_name(&who, comm, len);
	process->threaded = true;
	if (e->head.tid)
		eu_thread_become(world, process, e->head.tid, &who);
	else
		eu_threads_others(process, &who);
}

void eu_known_apply(struct eu_world *world, const struct eu_head *record)
{
	if (record->type == EU_TYPE(eu_event_known_container))
		apply_known_container(world, (const void *)record);
	else if (record->type == EU_TYPE(eu_event_known_process))
		apply_known_process(world, (const void *)record);
	else if (record->type == EU_TYPE(eu_event_known_thread))
		eu_known_thread_apply(world, (const void *)record);
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
	e->first_ref = container->pub.first_ref;
	e->existed = container->pub.existed;
	e->recovered = container->pub.recovered;
	e->started = container->started;
	e->resting = container->resting;
	return eu_builder_end(builder);
}

const struct eu_head *eu_world_resumed(struct eu_world *world, eu_ref ref, bool started,
				       uint64_t time)
{
	struct container *container = eu_container_of_ref(world, ref);

	if (!container)
		return NULL;
	container->started |= started;
	return tell_container(&world->builder, container, time);
}

static const struct eu_head *tell_names(struct eu_world *world, const struct container *container,
					unsigned engine, uint64_t time)
{
	const struct eu_container *pub = &container->pub;
	eu_auto_free struct eu_address *addresses =
	    calloc(container->n_addresses + 1, sizeof(*addresses));
	struct eu_container_info info = {
#define TELL(member) .member = (char *)pub->member,
	    EU_TOLD_TEXTS(TELL)
#undef TELL
	    .labels = (struct eu_label *)pub->labels,
	    .n_labels = pub->n_labels,
	    .labels_left_out = pub->labels_left_out,
	    .labels_unknown = pub->labels_unknown,
	    .addresses = addresses,
	    .init_pid = pub->init_pid,
	    .former_names = pub->former_names,
	    .former_size = pub->former_size,
	};

	world->starved += !addresses;
	for (; addresses && info.n_addresses < container->n_addresses; info.n_addresses++)
		memcpy(addresses[info.n_addresses].ip, container->addresses[info.n_addresses], 16);
	return eu_metadata_record(&world->builder, pub->ref, &info, container->engine ? engine : 0,
				  time);
}

/* Whoever is told before a record of a change hears of the change, too: what was before it. */
static const struct who *as_it_was(const struct eu_world *world, const struct process *process,
				   uint32_t tid, const struct who *now)
{
	return world->before.pid == process->pub.pid && world->before.tid == tid ?
		       &world->before.who : now;
}

static struct eu_task task_of(struct eu_builder *builder, const struct process *process,
			      const struct who *who)
{
	const struct eu_process *pub = &process->pub;

	return (struct eu_task){
		.pid = pub->pid,
		.parent_pid = pub->parent_pid,
		.container_pid = pub->container_pid,
		.pid_namespace = pub->pid_namespace,
		.uid = who->creds.user.effective,
		.gid = who->creds.group.effective,
		.start_time = pub->start_time,
		.creds = who->creds,
		.comm = eu_builder_text(builder, who->name, strlen(who->name)),
		.mount_namespace = pub->mount_namespace,
	};
}

static const struct eu_head *tell_process(struct eu_world *world, const struct process *process,
					  uint64_t time)
{
	const struct eu_process *pub = &process->pub;
	const struct who *who = as_it_was(world, process, pub->pid, &process->who);
	struct eu_event_known_process *e = eu_builder_begin(&world->builder, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_known_process),
				   .container = process->container,
				   .time = time,
				   .pid = pub->pid,
				   .tid = pub->pid};
	e->task = task_of(&world->builder, process, who);
	e->executable = eu_builder_text(&world->builder, pub->executable, strlen(pub->executable));
	e->mount_namespace = pub->mount_namespace;
	e->existed = pub->existed;
	e->inside = process->inside;
	e->entering = process->entering;
	e->threaded = process->threaded;
	e->creds_unknown = !who->known;
	return eu_builder_end(&world->builder);
}

/* tid 0: those that are not listed. */
static const struct eu_head *tell_thread(struct eu_world *world, const struct process *process,
					 uint32_t tid, const struct who *now, uint64_t time)
{
	const struct who *who = as_it_was(world, process, tid, now);
	struct eu_event_known_thread *e = eu_builder_begin(&world->builder, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_known_thread),
				   .container = process->container,
				   .time = time,
				   .pid = process->pub.pid,
				   .tid = tid};
	e->creds = who->creds;
	e->creds_unknown = !who->known;
	e->comm = eu_builder_text(&world->builder, who->name, strlen(who->name));
	return eu_builder_end(&world->builder);
}

/* Whoever is told a process anew has forgotten what its threads were. */
static bool tell_change(struct eu_world *world, struct process *process, uint64_t time,
			void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct thread *thread;

	if (!process || process->told == process->pub.version + 1ull)
		return false;
	process->told = process->pub.version + 1ull;
	process->others_told = false;
	DL_FOREACH(process->threads, thread) {
		thread->changed = true;
		thread->told = false;
	}
	take(context, tell_process(world, process, time));
	return true;
}

static void tell_others(struct eu_world *world, struct process *process, uint64_t time,
			void (*take)(void *context, const struct eu_head *record), void *context)
{
	if (process->apart)
		take(context, tell_thread(world, process, 0, &process->others, time));
	process->others_told = true;
}

static void tell_listed(struct eu_world *world, struct process *process, struct thread *thread,
			uint64_t time, void (*take)(void *context, const struct eu_head *record),
			void *context)
{
	thread->told = true;
	take(context, tell_thread(world, process, thread->tid, &thread->who, time));
}

static void tell_thread_change(struct eu_world *world, struct process *process, uint32_t tid,
			       uint64_t time,
			       void (*take)(void *context, const struct eu_head *record),
			       void *context)
{
	struct thread *thread = eu_thread_find(world, process, tid);

	if (!process->others_told)
		tell_others(world, process, time, take, context);
	if (thread && thread->changed)
		tell_listed(world, process, thread, time, take, context);
	if (thread)
		thread->changed = false;
}

void eu_world_tell_process(struct eu_world *world, uint32_t pid, uint32_t tid, uint64_t time,
			   void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct process *process = eu_process_find(world, pid);

	if (!process)
		return;
	if (process->pub.parent_pid)
		tell_change(world, eu_process_find(world, process->pub.parent_pid), time, take,
			    context);
	tell_change(world, process, time, take, context);
	if (tid != pid)
		tell_thread_change(world, process, tid, time, take, context);
}

bool eu_world_told_thread(struct eu_world *world, uint32_t pid, uint32_t tid)
{
	const struct process *process = eu_process_find(world, pid);
	const struct thread *thread = process ? eu_thread_find(world, process, tid) : NULL;

	return thread && thread->told;
}

static void tell_threads(struct eu_world *world, struct process *process, uint64_t time,
			 void (*take)(void *context, const struct eu_head *record), void *context)
{
	struct thread *thread;

	if (process->apart)
		take(context, tell_thread(world, process, 0, &process->others, time));
	DL_FOREACH(process->threads, thread)
		if (!thread->dead)
			tell_listed(world, process, thread, time, take, context);
}

void eu_world_tell_names(struct eu_world *world, eu_ref ref, uint64_t time,
			 void (*take)(void *context, const struct eu_head *record), void *context)
{
	const struct container *container = eu_container_of_ref(world, ref);

	if (container && container->pub.named)
		take(context, tell_names(world, container,
					 container->kept ? EU_ENGINE_KEPT : EU_ENGINE_KNOWS, time));
}

void eu_world_tell(struct eu_world *world, uint64_t time,
		   void (*take)(void *context, const struct eu_head *record), void *context)
{
	for (struct container *c = world->first; c; c = c->next) {
		if (c->gone && !c->resting)
			continue;
		take(context, tell_container(&world->builder, c, time));
		if (c->pub.named)
			take(context, tell_names(world, c, EU_ENGINE_KNOWS, time));
	}
	world->before.pid = 0;
	for (struct process *p = world->processes; p; p = p->hh.next) {
		if (p->dead)
			continue;
		take(context, tell_process(world, p, time));
		tell_threads(world, p, time, take, context);
	}
}

static void introduce(struct eu_world *world, struct process *process, uint64_t time,
		      void (*take)(void *context, const struct eu_head *record), void *context)
{
	if (process && !process->told && tell_change(world, process, time, take, context))
		tell_threads(world, process, time, take, context);
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

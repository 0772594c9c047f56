/* SPDX-License-Identifier: Apache-2.0 */
#include <sched.h>
#include <stdlib.h>

#include <eunomia/syscalls.h>

#include "event_ids.h"

#include "meta/ancestor.h"
#include "world/credentials.h"
#include "source/starts.h"
#include "world/state.h"

struct process *eu_process_find(struct eu_world *world, uint32_t pid)
{
	struct process *found;

	if (world->cached && world->cached->pub.pid == pid)
		return world->cached;
	HASH_FIND(hh, world->processes, &pid, sizeof(pid), found);
	if (found)
		world->cached = found;
	return found;
}

void eu_process_drop(struct eu_world *world, struct process *process)
{
	if (world->cached == process)
		world->cached = NULL;
	HASH_DEL(world->processes, process);
	free((char *)process->pub.executable);
	eu_threads_clear(world, process);
	free(process);
}

/* A thread's exit(2) is told after its process's end: the dead stay a little. */
static void bury(struct eu_world *world, struct process *process)
{
	uint32_t *place = &world->dead[world->n_dead++ % MAX_DEAD];
	struct process *oldest = *place ? eu_process_find(world, *place) : NULL;

	process->dead = true;
	*place = process->pub.pid;
	if (oldest && oldest->dead && oldest != process)
		eu_process_drop(world, oldest);
}

/* The oldest goes when there are too many: its next event looks it up again. */
static void bound_processes(struct eu_world *world)
{
	if (HASH_COUNT(world->processes) > EU_WORLD_MAX_PROCESSES)
		eu_process_drop(world, world->processes);
}

/* NULL without memory. */
static struct process *new_process(struct eu_world *world, uint32_t pid)
{
	struct process *process = calloc(1, sizeof(*process));

	if (!process)
		return NULL;
	process->pub.pid = pid;
	process->pub.name = process->who.name;
	process->pub.executable = strdup("");
	if (process->pub.executable)
		HASH_ADD(hh, world->processes, pub.pid, sizeof(pid), process);
	if (process->pub.executable && eu_hash_took(process))
		return process;
	free((char *)process->pub.executable);
	free(process);
	return NULL;
}

struct process *eu_process_add(struct eu_world *world, uint32_t pid)
{
	struct process *process = eu_process_find(world, pid);

	if (process)
		return process;
	process = new_process(world, pid);
	world->starved += !process;
	if (process)
		bound_processes(world);
	return process;
}

/* The kernel side knows nanoseconds, /proc only the step that they are in. */
static bool is_same_start(uint64_t known, uint64_t told)
{
	bool in_steps = !(known % EU_START_STEP && told % EU_START_STEP);

	return known == told || (in_steps && known / EU_START_STEP == told / EU_START_STEP);
}

/* All that a task says but what its credentials are in full: of an exec those are to be compared
 * first. */
static void take_task(struct process *process, const struct eu_head *record,
		      const struct eu_task *task)
{
	size_t len;
	const char *comm = eu_record_text(record, task->comm, &len);

	process->pub.parent_pid = task->parent_pid;
	process->pub.container_pid = task->container_pid;
	process->pub.pid_namespace = task->pid_namespace;
	process->pub.uid = task->uid;
	process->pub.gid = task->gid;
	if (!is_same_start(process->pub.start_time, task->start_time))
		process->pub.start_time = task->start_time; /* else it keeps its key */
	if (task->mount_namespace)
		process->pub.mount_namespace = task->mount_namespace;
	eu_who_name(&process->who, comm, len);
	process->pub.version++;
}

/* A task's name and credentials; older recordings have no more of those than its ids. */
static struct who who_is(const struct eu_head *record, const struct eu_task *task)
{
	struct who who = {.creds = task->creds, .known = true};
	size_t len;
	const char *comm = eu_record_text(record, task->comm, &len);

	eu_who_name(&who, comm, len);
	who.creds.user.effective = task->uid;
	who.creds.group.effective = task->gid;
	return who;
}

void eu_process_begin_task(struct eu_world *world, struct process *process,
			   const struct eu_head *record, const struct eu_task *task)
{
	struct who who = who_is(record, task);

	take_task(process, record, task);
	eu_threads_begin(world, process, &who);
}

void eu_process_take_known(struct eu_world *world, struct process *process,
			   const struct eu_event_known_process *e)
{
	size_t len;
	const char *executable = eu_record_text(&e->head, e->executable, &len);

	eu_process_begin_task(world, process, &e->head, &e->task);
	process->pub.mount_namespace = e->mount_namespace;
	eu_set_text(world, &process->pub.executable, executable, len);
	process->threaded = e->threaded;
	if (e->creds_unknown)
		eu_threads_forget_creds(process);
}

/* The first process of a container's PID namespace is its init. */
void eu_process_note_init(struct eu_world *world, const struct process *process)
{
	struct container *container = eu_container_of_ref(world, process->container);

	if (!container || container->pub.init_pid || process->pub.container_pid != 1)
		return;
	container->pub.init_pid = process->pub.pid;
	container->pub.version++;
}

/* The ids a thread has by now. Calls that change them are told only where calls are looked at. */
static void become(struct eu_world *world, struct process *process, uint32_t tid, uint32_t uid,
		   uint32_t gid)
{
	struct who who = *eu_thread_who(world, process, tid);

	if (who.creds.user.effective == uid && who.creds.group.effective == gid)
		return;
	who.creds.user.effective = uid;
	who.creds.group.effective = gid;
	eu_thread_become(world, process, tid, &who);
}

static void move_mounts(struct process *process, uint32_t mount_namespace)
{
	if (process->pub.mount_namespace == mount_namespace)
		return;
	process->pub.mount_namespace = mount_namespace;
	process->pub.version++;
}

/* A child begins with what the thread has that made it. */
static void apply_maker(struct eu_world *world, struct process *maker,
			const struct eu_event_fork *e)
{
	const struct eu_task *child = &e->child;

	become(world, maker, e->head.tid, child->uid, child->gid);
	if (e->head.pid == e->head.tid && !(e->flags & CLONE_NEWNS) && child->mount_namespace)
		move_mounts(maker, child->mount_namespace);
}

static void apply_new_thread(struct eu_world *world, struct process *process,
			     const struct eu_event_fork *e)
{
	struct who who = who_is(&e->head, &e->child);

	process->threaded = true;
	eu_thread_become(world, process, e->child_tid, &who);
}

static void apply_fork(struct eu_world *world, const struct eu_event_fork *e)
{
	struct process *parent, *child;

	parent = eu_process_find(world, e->head.pid);
	if (parent)
		apply_maker(world, parent, e);
	if (e->child_pid == e->head.pid) {
		if (parent)
			apply_new_thread(world, parent, e);
		return;
	}
	child = eu_process_find(world, e->child_pid);
	if (child)
		eu_process_drop(world, child); /* its exit was lost, and the pid came round again */
	child = eu_process_add(world, e->child_pid);
	if (!child)
		return;
	eu_process_begin_task(world, child, &e->head, &e->child);
	child->container = e->child_container;
	child->entering = e->entering;
	parent = eu_process_find(world, e->head.pid);
	if (parent) {
		eu_set_text(world, &child->pub.executable, parent->pub.executable,
			    strlen(parent->pub.executable));
		if (!child->pub.mount_namespace) /* an older recording */
			child->pub.mount_namespace = parent->pub.mount_namespace;
	}
	child->inside = e->head.container == e->child_container &&
			(!parent || parent->inside || !parent->container);
	eu_process_note_init(world, child);
}

/* One that is known already goes on as what it was, and so do its threads. */
static void take_joined(struct eu_world *world, struct process *process,
			const struct eu_event_join *e)
{
	struct who who = who_is(&e->head, &e->task);

	if (!e->task.start_time || !is_same_start(process->pub.start_time, e->task.start_time)) {
		eu_process_begin_task(world, process, &e->head, &e->task);
		process->threaded = true; /* how many it has is not told */
		return;
	}
	take_task(process, &e->head, &e->task);
	eu_thread_become(world, process, process->pub.pid, &who);
}

/* Has it come in from outside? Not when one of the container's own has moved it: a runtime that runs
 * inside has cgroups below the container's. */
static bool is_inside_after(struct eu_world *world, const struct process *process,
			    const struct eu_event_join *e)
{
	const struct process *mover = eu_process_find(world, e->head.pid);

	if (!mover || mover->dead || mover->container != e->head.container)
		return false;
	return process->container == e->head.container ? process->inside : mover->inside;
}

static void apply_join(struct eu_world *world, const struct eu_event_join *e)
{
	struct process *process = eu_process_add(world, e->task.pid);

	if (!process)
		return;
	process->inside = is_inside_after(world, process, e);
	process->container = e->head.container;
	process->entering = e->entering;
	take_joined(world, process, e);
	eu_process_note_init(world, process);
	eu_container_name_by_maker(world, eu_container_of_ref(world, e->head.container), &e->head,
				   e->executable);
}

/* What the kernel has told of it since is newer. */
static void apply_present(struct eu_world *world, const struct eu_event_present *e)
{
	struct process *process = eu_process_find(world, e->task.pid);
	const struct container *container = eu_container_of_ref(world, e->head.container);
	size_t len;
	const char *executable = eu_record_text(&e->head, e->executable, &len);

	if (process)
		return;
	process = eu_process_add(world, e->task.pid);
	if (!process)
		return;
	eu_process_begin_task(world, process, &e->head, &e->task);
	process->threaded = e->threaded;
	process->container = e->head.container;
	process->inside = !container || container->started; /* or its runtime's, still */
	process->pub.existed = !e->made;
	eu_set_text(world, &process->pub.executable, executable, len);
	if (process->inside)
		eu_process_note_init(world, process);
}

/* Older recordings do not say: there the name tells. */
static bool executes_runtime(const struct process *process, const struct eu_event_exec *e)
{
	return e->executes ? e->executes == EU_EXECUTES_RUNTIME :
			     eu_runtime_of_executable(process->pub.executable) != NULL;
}

static void apply_exec(struct eu_world *world, const struct eu_event_exec *e)
{
	const struct container *container = eu_container_of_ref(world, e->head.container);
	bool unknown = !eu_process_find(world, e->head.pid);
	struct process *process = eu_process_add(world, e->head.pid);
	size_t len;
	const char *path = eu_record_text(&e->head, e->file.path, &len);

	if (!process)
		return;
	if (unknown && container && container->started)
		process->inside = true; /* its fork was lost: who comes in from outside is told */
	take_task(process, &e->head, &e->task);
	process->container = e->head.container;
	eu_set_text(world, &process->pub.executable, path, len);
	process->entering &= executes_runtime(process, e);
	eu_process_note_init(world, process);
}

bool eu_world_enters(struct eu_world *world, const struct eu_event_exec *e)
{
	struct process *process = eu_process_find(world, e->head.pid);

	return process && eu_container_of_ref(world, e->head.container) && !process->inside &&
	       !executes_runtime(process, e);
}

bool eu_world_is_entering(struct eu_world *world, const struct eu_head *record)
{
	const struct process *process = eu_process_find(world, record->pid);

	return process && process->entering;
}

/* A runtime's process has become the container's: the entrypoint, or a command of `exec`. */
static void enter(struct eu_world *world, struct process *process, const struct eu_event_exec *e)
{
	struct container *container = eu_container_of_ref(world, e->head.container);

	if (!container || !eu_world_enters(world, e))
		return;
	process->inside = true;
	eu_container_say(world, container, &e->head,
			 eu_container_enter(container, &process->pub), 0, process->pub.pid);
	if (!container->pub.init_pid)
		container->pub.init_pid = process->pub.pid;
}

/* What the executable gave, or took away. */
static void say_exec_credentials(struct eu_world *world, const struct process *process,
				 const struct eu_event_exec *e)
{
	const char *call = e->by_descriptor ? "execveat" : "execve";
	const struct who *who = eu_thread_who(world, process, e->old_tid);
	struct eu_event_credentials *said = eu_builder_begin(&world->builder, sizeof(*said));

	said->head = e->head;
	said->head.type = EU_TYPE(eu_event_credentials);
	said->call.nr = eu_syscall_find(EU_ABI_NATIVE, call)->nr;
	eu_credentials_exec(who->known ? &who->creds : NULL, e, said);
	if (world->ops.say && said->changed)
		world->ops.say(world->ops.context, eu_builder_end(&world->builder));
}

/* Whichever thread called, it is the first one now, and there is no other. */
static void settle_exec(struct eu_world *world, const struct eu_event_exec *e)
{
	struct process *process = eu_process_find(world, e->head.pid);
	struct who who = who_is(&e->head, &e->task);

	if (!process)
		return;
	say_exec_credentials(world, process, e);
	eu_threads_begin(world, process, &who);
	enter(world, process, e);
}

static void apply_comm(struct eu_world *world, const struct eu_event_comm *e)
{
	struct process *process = eu_process_find(world, e->head.pid);
	size_t len;
	const char *comm = eu_record_text(&e->head, e->comm, &len);
	struct who who;

	if (!process)
		return;
	who = *eu_thread_who(world, process, e->head.tid);
	eu_who_name(&who, comm, len);
	eu_thread_become(world, process, e->head.tid, &who);
}

/* A process that no record told of has in /proc what it has now, not what it had before. */
static struct process *process_of_change(struct eu_world *world, const struct eu_head *record)
{
	struct process *process = eu_process_find(world, record->pid);

	if (process || !eu_world_process(world, record))
		return process;
	process = eu_process_find(world, record->pid);
	eu_threads_forget_creds(process);
	return process;
}

static void change_credentials(struct eu_world *world, struct process *process,
			       const struct eu_event_new_credentials *e)
{
	struct who who = *eu_thread_who(world, process, e->head.tid);

	world->before.pid = e->head.pid;
	world->before.tid = e->head.tid;
	world->before.who = who;
	who.creds = e->creds;
	who.known = true;
	eu_thread_become(world, process, e->head.tid, &who);
}

/* What was asked for, with what was before. Changes of nothing are not told: the C library asks
 * for many ids that are there already. */
static void apply_credentials(struct eu_world *world, const struct eu_event_new_credentials *e)
{
	struct process *process = process_of_change(world, &e->head);
	const struct who *old = &world->before.who;
	struct eu_event_credentials *said;

	if (!process)
		return;
	change_credentials(world, process, e);
	said = eu_builder_begin(&world->builder, sizeof(*said));
	said->head = e->head;
	said->head.type = EU_TYPE(eu_event_credentials);
	said->call = e->call;
	eu_credentials_change(old->known ? &old->creds : NULL, e, said);
	if (world->ops.say && (said->changed || e->call.result < 0))
		world->ops.say(world->ops.context, eu_builder_end(&world->builder));
}

static void apply_namespace(struct eu_world *world, const struct eu_event_namespace *e)
{
	struct process *process = eu_process_find(world, e->head.pid);

	if (process && e->mount)
		move_mounts(process, e->mount);
}

static void apply_exit(struct eu_world *world, const struct eu_event_exit *e)
{
	struct process *process = eu_process_find(world, e->head.pid);

	if (!process || !e->mount_namespace)
		return;
	become(world, process, e->head.tid, e->uid, e->gid);
	move_mounts(process, e->mount_namespace);
}

static void settle_thread_end(struct eu_world *world, const struct eu_head *record)
{
	struct process *process = eu_process_find(world, record->pid);

	if (process)
		eu_thread_end(world, process, record->tid);
}

/* A runtime's process ends where an entrypoint should have begun (it is not there, a mount failed): its
 * code says nothing to anybody but the runtime. One that was restored (CRIU) begins without an exec,
 * but under its own name. */
static bool has_failed(const struct container *container, const struct process *process)
{
	return !container->started && process && eu_runtime_of_executable(process->pub.name);
}

static void first_process_ends(struct eu_world *world, struct container *container,
			       const struct process *process, const struct eu_event_exit *e)
{
	int code = e->signal ? 128 + (int)e->signal : (int)e->code;

	eu_container_say(world, container, &e->head,
			 has_failed(container, process) ? EU_CONTAINER_FAILED : EU_CONTAINER_STOPPED,
			 code, e->head.pid);
}

static void settle_exit(struct eu_world *world, const struct eu_event_exit *e)
{
	struct process *process = eu_process_find(world, e->head.pid);
	struct container *container = eu_container_of_ref(world, e->head.container);

	if (container && container->pub.init_pid == e->head.pid)
		first_process_ends(world, container, process, e);
	if (process)
		bury(world, process);
}

/* ---- records ---- */

void eu_processes_apply(struct eu_world *world, const struct eu_head *record)
{
	world->before.pid = 0;
	switch (record->type) {
	case EU_TYPE(eu_event_fork):
		return apply_fork(world, (const void *)record);
	case EU_TYPE(eu_event_join):
		return apply_join(world, (const void *)record);
	case EU_TYPE(eu_event_present):
		return apply_present(world, (const void *)record);
	case EU_TYPE(eu_event_exec):
		return apply_exec(world, (const void *)record);
	case EU_TYPE(eu_event_exit):
		return apply_exit(world, (const void *)record);
	case EU_TYPE(eu_event_comm):
		return apply_comm(world, (const void *)record);
	case EU_TYPE(eu_event_new_credentials):
		return apply_credentials(world, (const void *)record);
	case EU_TYPE(eu_event_namespace):
		return apply_namespace(world, (const void *)record);
	}
}

void eu_processes_settle(struct eu_world *world, const struct eu_head *record)
{
	if (record->type == EU_TYPE(eu_event_exec))
		settle_exec(world, (const void *)record);
	else if (record->type == EU_TYPE(eu_event_exit))
		settle_exit(world, (const void *)record);
	else if (record->type == EU_TYPE(eu_event_thread_end))
		settle_thread_end(world, record);
}

/* ---- asking ---- */

static void take_answer(void *context, const struct eu_head *record)
{
	struct eu_world *world = context;
	struct process *process = eu_process_find(world, record->pid);

	if (process && record->type == EU_TYPE(eu_event_known_process))
		eu_process_take_known(world, process, (const void *)record);
	else if (process && record->type == EU_TYPE(eu_event_known_thread))
		eu_known_thread_apply(world, (const void *)record);
}

const struct eu_process *eu_world_process(struct eu_world *world, const struct eu_head *record)
{
	struct process *process = eu_process_find(world, record->pid);

	if (process || !record->pid)
		return process ? &process->pub : NULL;
	process = eu_process_add(world, record->pid);
	if (!process)
		return NULL;
	process->container = record->container;
	process->inside = true;
	process->pub.existed = true;
	process->threaded = true; /* perhaps */
	if (world->ops.lookup)
		world->ops.lookup(world->ops.context, record->pid, take_answer, world);
	return &process->pub;
}

const struct eu_process *eu_world_parent(struct eu_world *world, const struct eu_process *process)
{
	struct process *parent;

	if (!process || !process->parent_pid)
		return NULL;
	HASH_FIND(hh, world->processes, &process->parent_pid, sizeof(process->parent_pid), parent);
	return parent ? &parent->pub : NULL;
}

const struct eu_container *eu_world_container_of(struct eu_world *world, uint32_t pid)
{
	struct process *process = eu_process_find(world, pid);

	return process ? eu_world_container(world, process->container) : NULL;
}

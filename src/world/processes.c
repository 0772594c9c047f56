/* SPDX-License-Identifier: Apache-2.0 */
#include <sched.h>
#include <stdlib.h>

#include <eunomia/syscalls.h>

#include "event_ids.h"

#include "meta/ancestor.h"
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
	eu_credentials_clear(&process->credentials);
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

struct process *eu_process_add(struct eu_world *world, uint32_t pid)
{
	struct process *process = eu_process_find(world, pid);

	if (process)
		return process;
	process = calloc(1, sizeof(*process));
	if (!process)
		return NULL;
	process->pub.pid = pid;
	process->pub.name = process->name;
	process->pub.executable = strdup("");
	if (!process->pub.executable) {
		free(process);
		return NULL;
	}
	HASH_ADD(hh, world->processes, pub.pid, sizeof(pid), process);
	bound_processes(world);
	return process;
}

static void set_name(struct process *process, const char *text, size_t len)
{
	if (len >= sizeof(process->name))
		len = sizeof(process->name) - 1;
	memcpy(process->name, text, len);
	process->name[len] = '\0';
	process->pub.version++;
}

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
	process->pub.start_time = task->start_time;
	if (task->mount_namespace)
		process->pub.mount_namespace = task->mount_namespace;
	set_name(process, comm, len);
}

void eu_process_begin_task(struct process *process, const struct eu_head *record,
			   const struct eu_task *task)
{
	take_task(process, record, task);
	eu_credentials_begin(&process->credentials, &task->creds);
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

/* What a process has become since it was last told: nothing else may have. */
static void become(struct process *process, uint32_t uid, uint32_t gid, uint32_t mount_namespace)
{
	struct eu_process *pub = &process->pub;

	if (pub->uid == uid && pub->gid == gid && pub->mount_namespace == mount_namespace)
		return;
	pub->uid = uid;
	pub->gid = gid;
	pub->mount_namespace = mount_namespace;
	pub->version++;
}

/* A child begins with what the thread has that made it. */
static void apply_maker(struct process *maker, const struct eu_event_fork *e)
{
	const struct eu_task *child = &e->child;
	bool own_mounts = e->flags & CLONE_NEWNS || !child->mount_namespace;

	if (e->head.pid == e->head.tid)
		become(maker, child->uid, child->gid,
		       own_mounts ? maker->pub.mount_namespace : child->mount_namespace);
}

static void apply_fork(struct eu_world *world, const struct eu_event_fork *e)
{
	struct process *parent, *child;

	parent = eu_process_find(world, e->head.pid);
	if (parent)
		apply_maker(parent, e);
	if (e->child_pid == e->head.pid) {
		if (parent)
			eu_credentials_thread(&parent->credentials, e->child_tid, &e->child.creds);
		return;
	}
	child = eu_process_find(world, e->child_pid);
	if (child)
		eu_process_drop(world, child); /* its exit was lost, and the pid came round again */
	child = eu_process_add(world, e->child_pid);
	if (!child)
		return;
	eu_process_begin_task(child, &e->head, &e->child);
	child->container = e->child_container;
	parent = eu_process_find(world, e->head.pid);
	if (parent) {
		eu_set_text(&child->pub.executable, parent->pub.executable,
			    strlen(parent->pub.executable));
		if (!child->pub.mount_namespace) /* an older recording */
			child->pub.mount_namespace = parent->pub.mount_namespace;
	}
	child->inside = e->head.container == e->child_container &&
			(!parent || parent->inside || !parent->container);
	eu_process_note_init(world, child);
}

static void apply_join(struct eu_world *world, const struct eu_event_join *e)
{
	struct process *process = eu_process_add(world, e->task.pid);

	if (!process)
		return;
	eu_process_begin_task(process, &e->head, &e->task);
	process->container = e->head.container;
	process->inside = false;
	eu_process_note_init(world, process);
	eu_container_name_by_maker(eu_container_of_ref(world, e->head.container), &e->head,
				   e->executable);
}

/* What the kernel has told of it since is newer. */
static void apply_present(struct eu_world *world, const struct eu_event_present *e)
{
	struct process *process = eu_process_find(world, e->task.pid);
	size_t len;
	const char *executable = eu_record_text(&e->head, e->executable, &len);

	if (process)
		return;
	process = eu_process_add(world, e->task.pid);
	if (!process)
		return;
	eu_process_begin_task(process, &e->head, &e->task);
	process->container = e->head.container;
	process->inside = true;
	process->pub.existed = !e->made;
	eu_set_text(&process->pub.executable, executable, len);
	eu_process_note_init(world, process);
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
	eu_set_text(&process->pub.executable, path, len);
	eu_process_note_init(world, process);
}

/* Older recordings do not say: there the name tells. */
static bool executes_runtime(const struct process *process, const struct eu_event_exec *e)
{
	return e->executes ? e->executes == EU_EXECUTES_RUNTIME :
			     eu_runtime_of_executable(process->pub.executable) != NULL;
}

bool eu_world_enters(struct eu_world *world, const struct eu_event_exec *e)
{
	struct process *process = eu_process_find(world, e->head.pid);

	return process && eu_container_of_ref(world, e->head.container) && !process->inside &&
	       !executes_runtime(process, e);
}

/* A runtime's process has become the container's: the entrypoint, or a command of `exec`. */
static void enter(struct eu_world *world, struct process *process, const struct eu_event_exec *e)
{
	struct container *container = eu_container_of_ref(world, e->head.container);

	if (!container || !eu_world_enters(world, e))
		return;
	process->inside = true;
	eu_container_say(world, container, &e->head,
			 container->started ? EU_CONTAINER_EXEC : EU_CONTAINER_STARTED, 0,
			 process->pub.pid);
	container->started = true;
	if (!container->pub.init_pid)
		container->pub.init_pid = process->pub.pid;
}

/* What the executable gave, or took away. */
static void say_exec_credentials(struct eu_world *world, struct process *process,
				 const struct eu_event_exec *e)
{
	const char *call = e->by_descriptor ? "execveat" : "execve";
	struct eu_event_credentials *said = eu_builder_begin(&world->builder, sizeof(*said));

	said->head = e->head;
	said->head.type = EU_TYPE(eu_event_credentials);
	said->call.nr = eu_syscall_find(EU_ABI_NATIVE, call)->nr;
	eu_credentials_exec(&process->credentials, e, said);
	if (world->ops.say && said->changed)
		world->ops.say(world->ops.context, eu_builder_end(&world->builder));
}

static void settle_exec(struct eu_world *world, const struct eu_event_exec *e)
{
	struct process *process = eu_process_find(world, e->head.pid);

	if (!process)
		return;
	say_exec_credentials(world, process, e);
	enter(world, process, e);
}

static void apply_comm(struct eu_world *world, const struct eu_event_comm *e)
{
	struct process *process = eu_process_find(world, e->head.pid);
	size_t len;
	const char *comm = eu_record_text(&e->head, e->comm, &len);

	if (process && e->head.pid == e->head.tid)
		set_name(process, comm, len);
}

/* A process that no record told of has in /proc what it has now, not what it had before. */
static struct process *process_of_change(struct eu_world *world, const struct eu_head *record)
{
	struct process *process = eu_process_find(world, record->pid);

	if (process || !eu_world_process(world, record))
		return process;
	process = eu_process_find(world, record->pid);
	eu_credentials_clear(&process->credentials);
	return process;
}

/* What was asked for, with what was before. Changes of nothing are not told: the C library asks
 * for many ids that are there already. */
static void apply_credentials(struct eu_world *world, const struct eu_event_new_credentials *e)
{
	struct process *process = process_of_change(world, &e->head);
	struct eu_event_credentials *said;

	if (!process)
		return;
	said = eu_builder_begin(&world->builder, sizeof(*said));
	said->head = e->head;
	said->head.type = EU_TYPE(eu_event_credentials);
	said->call = e->call;
	eu_credentials_change(&process->credentials, e, said);
	if (e->head.pid == e->head.tid) {
		process->pub.uid = e->creds.user.effective;
		process->pub.gid = e->creds.group.effective;
		process->pub.version++;
	}
	if (world->ops.say && (said->changed || e->call.result < 0))
		world->ops.say(world->ops.context, eu_builder_end(&world->builder));
}

static void apply_namespace(struct eu_world *world, const struct eu_event_namespace *e)
{
	struct process *process = eu_process_find(world, e->head.pid);

	if (!process || !e->mount)
		return;
	process->pub.mount_namespace = e->mount;
	process->pub.version++;
}

static void apply_exit(struct eu_world *world, const struct eu_event_exit *e)
{
	struct process *process = eu_process_find(world, e->head.pid);

	if (process && e->mount_namespace)
		become(process, e->uid, e->gid, e->mount_namespace);
}

static void settle_exit(struct eu_world *world, const struct eu_event_exit *e)
{
	struct process *process = eu_process_find(world, e->head.pid);
	struct container *container = eu_container_of_ref(world, e->head.container);

	if (container && container->pub.init_pid == e->head.pid) {
		int code = e->signal ? 128 + (int)e->signal : (int)e->code;

		eu_container_say(world, container, &e->head, EU_CONTAINER_STOPPED, code,
				 e->head.pid);
	}
	if (process)
		bury(world, process);
}

/* ---- records ---- */

void eu_processes_apply(struct eu_world *world, const struct eu_head *record)
{
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
}

/* ---- asking ---- */

static void look_up(struct eu_world *world, struct process *process)
{
	struct eu_process found = {};
	struct eu_creds creds = {};
	char comm[16] = "", path[4096] = "";

	if (!world->ops.lookup ||
	    !world->ops.lookup(world->ops.context, process->pub.pid, &found, &creds, comm, path))
		return;
	eu_credentials_begin(&process->credentials, &creds);
	process->pub.parent_pid = found.parent_pid;
	process->pub.container_pid = found.container_pid;
	process->pub.uid = found.uid;
	process->pub.gid = found.gid;
	process->pub.start_time = found.start_time;
	process->pub.mount_namespace = found.mount_namespace;
	process->pub.pid_namespace = found.pid_namespace;
	eu_set_text(&process->pub.executable, path, strlen(path));
	set_name(process, comm, strlen(comm));
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
	look_up(world, process);
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

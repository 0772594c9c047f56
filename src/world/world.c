/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <uthash.h>

#include <eunomia/syscalls.h>

#include "bpf/shared.h"
#include "event_ids.h"

#include "cleanup.h"
#include "meta/ancestor.h"
#include "meta/cgroup_name.h"
#include "world/credentials.h"
#include "world/known.h"
#include "world/metadata.h"
#include "world/record.h"
#include "world/world.h"

#define MAX_DEAD 1024 /* processes that are kept for what other CPUs still say of them */

struct container {
	struct eu_container pub; /* its strings and labels are owned here */
	uint64_t cgroup_id;
	uint32_t pid_namespace;
	uint8_t (*addresses)[16];
	size_t n_addresses;
	bool started, gone;
	uint64_t begun, ended;   /* records' times; ended only if it is gone */
	struct container *next;  /* in order of appearance */
};

struct process {
	struct eu_process pub; /* its strings are owned here */
	eu_ref container;
	char name[16];
	struct eu_credentials credentials;
	bool dead;    /* its last records may still be on the way */
	bool inside;  /* came to life in the container, or has executed in it */
	uint64_t told; /* the version that was told, + 1 */
	UT_hash_handle hh;
};

struct eu_world {
	struct eu_world_ops ops;
	struct container *slots[EU_MAX_SLOTS];
	struct container *first, **last;
	struct process *processes;
	struct process *cached; /* the one asked for last */
	uint32_t dead[MAX_DEAD]; /* pids, a ring */
	size_t n_dead;
	size_t n_gone;
	struct eu_builder builder;
};

static void set_text(const char **field, const char *text, size_t len)
{
	char *copy = strndup(text, len);

	if (!copy)
		return; /* the old text is better than none */
	free((char *)*field);
	*field = copy;
}

/* ---- containers ---- */

static struct container *container_of_ref(const struct eu_world *world, eu_ref ref)
{
	struct container *found = ref ? world->slots[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] : NULL;

	return found && found->pub.ref == ref ? found : NULL;
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

static void free_container(struct container *container)
{
	struct eu_container *pub = &container->pub;
	const char *strings[] = {pub->id,        pub->name,         pub->runtime, pub->image_name,
				 pub->image_tag, pub->image_digest, pub->cgroup,  pub->created};

	for (size_t i = 0; i < sizeof(strings) / sizeof(*strings); i++)
		free((char *)strings[i]);
	free_labels(container);
	free(container->addresses);
	free(container);
}

static struct container *new_container(eu_ref ref)
{
	struct container *container = calloc(1, sizeof(*container));
	const char **fields[] = {&container->pub.id,         &container->pub.name,
				 &container->pub.runtime,    &container->pub.image_name,
				 &container->pub.image_tag,  &container->pub.image_digest,
				 &container->pub.cgroup,     &container->pub.created};

	if (!container)
		return NULL;
	container->pub.ref = ref;
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		*fields[i] = strdup("");
		if (!*fields[i]) {
			free_container(container);
			return NULL;
		}
	}
	return container;
}

/* The id and runtime that the cgroup's path tells, or that of the PID namespace. */
static void name_by_cgroup(struct container *container)
{
	struct eu_cgroup_name name;
	const char *base = strrchr(container->pub.cgroup, '/');
	char id[64];

	if (!*container->pub.cgroup) {
		if (container->pid_namespace)
			snprintf(id, sizeof(id), "pidns-%u", container->pid_namespace);
		else /* it was gone before it could be found */
			snprintf(id, sizeof(id), "unknown-%u", container->pub.ref);
		set_text(&container->pub.id, id, strlen(id));
	} else if (!eu_cgroup_name_parse(container->pub.cgroup, &name)) {
		set_text(&container->pub.id, name.id, strlen(name.id));
		if (name.runtime)
			set_text(&container->pub.runtime, name.runtime, strlen(name.runtime));
	} else {
		base = base ? base + 1 : container->pub.cgroup;
		set_text(&container->pub.id, base, strlen(base));
	}
	set_text(&container->pub.name, container->pub.id,
		 strlen(container->pub.id) == 64 ? 12 : strlen(container->pub.id));
}

/* Who made it is the runtime where neither its cgroup nor anybody else says more. executable: of
 * the maker, or of the first process, which is the runtime's own until the entrypoint begins. */
static void name_by_maker(struct container *container, const struct eu_head *record,
			  struct eu_str executable)
{
	eu_auto_free char *name = NULL;
	const char *text, *runtime;
	size_t len;

	if (!container || *container->pub.runtime)
		return;
	text = eu_record_text(record, executable, &len);
	name = strndup(text, len);
	runtime = name ? eu_runtime_of_executable(name) : NULL;
	if (runtime)
		set_text(&container->pub.runtime, runtime, strlen(runtime));
}

/* Containers that ended long ago make room. */
static void forget_oldest(struct eu_world *world)
{
	struct container **at = &world->first, *oldest;

	while (*at && !(*at)->gone)
		at = &(*at)->next;
	oldest = *at;
	if (!oldest)
		return;
	if (world->ops.forget)
		world->ops.forget(world->ops.context, &oldest->pub);
	*at = oldest->next;
	if (world->last == &oldest->next)
		world->last = at;
	free_container(oldest);
	world->n_gone--;
}

static void leave(struct eu_world *world, struct container *container, uint64_t time)
{
	world->slots[EU_REF_SLOT(container->pub.ref) & (EU_MAX_SLOTS - 1)] = NULL;
	container->gone = true;
	container->ended = time;
	if (++world->n_gone > EU_WORLD_MAX_GONE)
		forget_oldest(world);
}

static struct container *add_container(struct eu_world *world, const struct eu_head *record,
				       struct eu_str cgroup, uint64_t cgroup_id,
				       uint32_t pid_namespace)
{
	struct container **slot = &world->slots[EU_REF_SLOT(record->container) & (EU_MAX_SLOTS - 1)];
	struct container *container = new_container(record->container);
	size_t len;
	const char *path = eu_record_text(record, cgroup, &len);

	if (!container)
		return NULL;
	if (*slot)
		leave(world, *slot, record->time); /* its end was lost */
	container->begun = record->time;
	container->cgroup_id = cgroup_id;
	container->pid_namespace = pid_namespace;
	set_text(&container->pub.cgroup, path, len);
	name_by_cgroup(container);
	*slot = container;
	*world->last = container;
	world->last = &container->next;
	return container;
}

static void container_begins(struct eu_world *world, const struct eu_event_container *e)
{
	struct container *container = add_container(world, &e->head, e->cgroup, e->cgroup_id,
						    e->pid_namespace);

	if (!container)
		return;
	container->pub.existed = container->started = e->action == EU_CONTAINER_FOUND;
	container->pub.init_pid = e->action == EU_CONTAINER_FOUND ? e->target : 0;
	name_by_maker(container, &e->head, e->maker);
	if (world->ops.ask)
		world->ops.ask(world->ops.context, &container->pub, e->head.pid);
}

static void container_ends(struct eu_world *world, struct container *container, uint64_t time)
{
	eu_ref ref = container->pub.ref;

	leave(world, container, time);
	if (world->ops.gone)
		world->ops.gone(world->ops.context, ref);
}

/* What follows from a record: a record of its own, at the same moment. */
static void say_container(struct eu_world *world, const struct container *container,
			  const struct eu_head *cause, uint32_t action, int exit_code,
			  uint32_t target)
{
	struct eu_event_container *e;

	if (!world->ops.say)
		return;
	e = eu_builder_begin(&world->builder, sizeof(*e));
	*e = (struct eu_event_container){
		.head = *cause,
		.action = action,
		.exit_code = exit_code,
		.has_exit_code = action == EU_CONTAINER_STOPPED,
		.target = target,
	};
	e->head.type = EU_TYPE(eu_event_container);
	e->head.container = container->pub.ref;
	world->ops.say(world->ops.context, eu_builder_end(&world->builder));
}

/* ---- metadata ---- */

static void take_text(const struct eu_head *record, struct eu_str str, const char **field)
{
	size_t len;
	const char *text = eu_record_text(record, str, &len);

	if (len)
		set_text(field, text, len);
}

/* One of the NUL-separated strings; advances. */
static const char *next_string(const char **at, const char *end, size_t *len)
{
	const char *text = *at;

	*len = strnlen(text, end - text);
	*at = text + *len < end ? text + *len + 1 : end;
	return text;
}

static void take_labels(struct container *container, const struct eu_event_metadata *e)
{
	size_t len, n = 0;
	const char *at = eu_record_text(&e->head, e->labels, &len), *end = at + len;
	struct eu_label *labels;

	if (!len)
		return;
	labels = calloc(len / 2 + 1, sizeof(*labels));
	if (!labels)
		return;
	while (at < end) {
		size_t key_len, value_len;
		const char *key = next_string(&at, end, &key_len);
		const char *value = at < end ? next_string(&at, end, &value_len) : (value_len = 0, "");

		labels[n].key = strndup(key, key_len);
		labels[n].value = strndup(value, value_len);
		if (labels[n].key && labels[n].value)
			n++;
	}
	free_labels(container);
	container->pub.labels = labels;
	container->pub.n_labels = n;
}

static void take_addresses(struct container *container, const struct eu_event_metadata *e)
{
	size_t len;
	const char *bytes = eu_record_text(&e->head, e->addresses, &len);
	uint8_t(*copy)[16] = len >= 16 ? malloc(len / 16 * 16) : NULL;

	if (!copy)
		return;
	memcpy(copy, bytes, len / 16 * 16);
	free(container->addresses);
	container->addresses = copy;
	container->n_addresses = len / 16;
}

static void apply_metadata(struct eu_world *world, const struct eu_event_metadata *e)
{
	struct container *container = container_of_ref(world, e->head.container);
	eu_auto_free char *before = NULL;

	if (!container)
		return;
	before = strdup(container->pub.name);
	take_text(&e->head, e->id, &container->pub.id);
	take_text(&e->head, e->name, &container->pub.name);
	take_text(&e->head, e->runtime, &container->pub.runtime);
	take_text(&e->head, e->image_name, &container->pub.image_name);
	take_text(&e->head, e->image_tag, &container->pub.image_tag);
	take_text(&e->head, e->image_digest, &container->pub.image_digest);
	take_text(&e->head, e->created, &container->pub.created);
	take_labels(container, e);
	take_addresses(container, e);
	if (e->init_pid && !container->pub.init_pid)
		container->pub.init_pid = e->init_pid; /* what the kernel showed is never wrong */
	container->pub.named = true;
	container->pub.version++;
	if (before && strcmp(before, container->pub.name))
		say_container(world, container, &e->head, EU_CONTAINER_NAMED, 0, 0);
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

/* ---- processes ---- */

static struct process *find_process(struct eu_world *world, uint32_t pid)
{
	struct process *found;

	if (world->cached && world->cached->pub.pid == pid)
		return world->cached;
	HASH_FIND(hh, world->processes, &pid, sizeof(pid), found);
	if (found)
		world->cached = found;
	return found;
}

static void drop_process(struct eu_world *world, struct process *process)
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
	struct process *oldest = *place ? find_process(world, *place) : NULL;

	process->dead = true;
	*place = process->pub.pid;
	if (oldest && oldest->dead && oldest != process)
		drop_process(world, oldest);
}

/* The oldest goes when there are too many: its next event looks it up again. */
static void bound_processes(struct eu_world *world)
{
	if (HASH_COUNT(world->processes) > EU_WORLD_MAX_PROCESSES)
		drop_process(world, world->processes);
}

static struct process *add_process(struct eu_world *world, uint32_t pid)
{
	struct process *process = find_process(world, pid);

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

static void begin_task(struct process *process, const struct eu_head *record,
		       const struct eu_task *task)
{
	take_task(process, record, task);
	eu_credentials_begin(&process->credentials, &task->creds);
}

/* The first process of a container's PID namespace is its init. */
static void note_init(struct eu_world *world, const struct process *process)
{
	struct container *container = container_of_ref(world, process->container);

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

	parent = find_process(world, e->head.pid);
	if (parent)
		apply_maker(parent, e);
	if (e->child_pid == e->head.pid) {
		if (parent)
			eu_credentials_thread(&parent->credentials, e->child_tid, &e->child.creds);
		return;
	}
	child = find_process(world, e->child_pid);
	if (child)
		drop_process(world, child); /* its exit was lost, and the pid came round again */
	child = add_process(world, e->child_pid);
	if (!child)
		return;
	begin_task(child, &e->head, &e->child);
	child->container = e->child_container;
	parent = find_process(world, e->head.pid);
	if (parent) {
		set_text(&child->pub.executable, parent->pub.executable,
			 strlen(parent->pub.executable));
		if (!child->pub.mount_namespace) /* an older recording */
			child->pub.mount_namespace = parent->pub.mount_namespace;
	}
	child->inside = e->head.container == e->child_container &&
			(!parent || parent->inside || !parent->container);
	note_init(world, child);
}

static void apply_join(struct eu_world *world, const struct eu_event_join *e)
{
	struct process *process = add_process(world, e->task.pid);

	if (!process)
		return;
	begin_task(process, &e->head, &e->task);
	process->container = e->head.container;
	process->inside = false;
	note_init(world, process);
	name_by_maker(container_of_ref(world, e->head.container), &e->head, e->executable);
}

/* What the kernel has told of it since is newer. */
static void apply_present(struct eu_world *world, const struct eu_event_present *e)
{
	struct process *process = find_process(world, e->task.pid);
	size_t len;
	const char *executable = eu_record_text(&e->head, e->executable, &len);

	if (process)
		return;
	process = add_process(world, e->task.pid);
	if (!process)
		return;
	begin_task(process, &e->head, &e->task);
	process->container = e->head.container;
	process->inside = true;
	process->pub.existed = !e->made;
	set_text(&process->pub.executable, executable, len);
	note_init(world, process);
}

static void apply_exec(struct eu_world *world, const struct eu_event_exec *e)
{
	struct process *process = add_process(world, e->head.pid);
	size_t len;
	const char *path = eu_record_text(&e->head, e->file.path, &len);

	if (!process)
		return;
	take_task(process, &e->head, &e->task);
	process->container = e->head.container;
	set_text(&process->pub.executable, path, len);
	note_init(world, process);
}

bool eu_world_enters(struct eu_world *world, const struct eu_head *record)
{
	struct process *process = find_process(world, record->pid);

	return process && container_of_ref(world, record->container) && !process->inside &&
	       !eu_runtime_of_executable(process->pub.executable); /* a copy of itself on the way in */
}

/* A runtime's process has become the container's: the entrypoint, or a command of `exec`. */
static void enter(struct eu_world *world, struct process *process, const struct eu_event_exec *e)
{
	struct container *container = container_of_ref(world, e->head.container);

	if (!container || !eu_world_enters(world, &e->head))
		return;
	process->inside = true;
	say_container(world, container, &e->head,
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
	struct process *process = find_process(world, e->head.pid);

	if (!process)
		return;
	say_exec_credentials(world, process, e);
	enter(world, process, e);
}

static void apply_comm(struct eu_world *world, const struct eu_event_comm *e)
{
	struct process *process = find_process(world, e->head.pid);
	size_t len;
	const char *comm = eu_record_text(&e->head, e->comm, &len);

	if (process && e->head.pid == e->head.tid)
		set_name(process, comm, len);
}

/* A process that no record told of has in /proc what it has now, not what it had before. */
static struct process *process_of_change(struct eu_world *world, const struct eu_head *record)
{
	struct process *process = find_process(world, record->pid);

	if (process || !eu_world_process(world, record))
		return process;
	process = find_process(world, record->pid);
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
	struct process *process = find_process(world, e->head.pid);

	if (!process || !e->mount)
		return;
	process->pub.mount_namespace = e->mount;
	process->pub.version++;
}

static void apply_exit(struct eu_world *world, const struct eu_event_exit *e)
{
	struct process *process = find_process(world, e->head.pid);

	if (process && e->mount_namespace)
		become(process, e->uid, e->gid, e->mount_namespace);
}

static void settle_exit(struct eu_world *world, const struct eu_event_exit *e)
{
	struct process *process = find_process(world, e->head.pid);
	struct container *container = container_of_ref(world, e->head.container);

	if (container && container->pub.init_pid == e->head.pid) {
		int code = e->signal ? 128 + (int)e->signal : (int)e->code;

		say_container(world, container, &e->head, EU_CONTAINER_STOPPED, code, e->head.pid);
	}
	if (process)
		bury(world, process);
}

/* ---- what a recording says of the time before it ---- */

static void apply_known_container(struct eu_world *world,
				  const struct eu_event_known_container *e)
{
	struct container *container = container_of_ref(world, e->head.container);

	if (!container)
		container = add_container(world, &e->head, e->cgroup, e->cgroup_id,
					  e->pid_namespace);
	if (!container)
		return;
	take_text(&e->head, e->runtime, &container->pub.runtime);
	container->begun = 0; /* some time before */
	container->pub.existed = e->existed;
	container->pub.init_pid = e->init_pid;
	container->started = e->started;
	container->pub.version++;
}

static void apply_known_process(struct eu_world *world, const struct eu_event_known_process *e)
{
	struct process *process = add_process(world, e->head.pid);
	size_t len;
	const char *executable = eu_record_text(&e->head, e->executable, &len);

	if (!process)
		return;
	begin_task(process, &e->head, &e->task);
	process->container = e->head.container;
	process->pub.mount_namespace = e->mount_namespace;
	process->pub.existed = e->existed;
	process->inside = e->inside;
	set_text(&process->pub.executable, executable, len);
	note_init(world, process);
}

static const struct eu_head *tell_container(struct eu_builder *builder,
					    const struct container *container, uint64_t time)
{
	struct eu_event_known_container *e = eu_builder_begin(builder, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_known_container),
				   .container = container->pub.ref,
				   .time = time};
	e->cgroup_id = container->cgroup_id;
	e->cgroup = eu_builder_text(builder, container->pub.cgroup, strlen(container->pub.cgroup));
	e->runtime = eu_builder_text(builder, container->pub.runtime, strlen(container->pub.runtime));
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
	eu_auto_free struct eu_address *addresses = calloc(container->n_addresses + 1,
							   sizeof(*addresses));
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
	struct process *process = find_process(world, pid);

	if (!process)
		return;
	if (process->pub.parent_pid)
		tell_change(world, find_process(world, process->pub.parent_pid), time, take,
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
			take(context, tell_process(&world->builder, p,
						   now ?: &p->credentials.begun, time));
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
	struct process *process = find_process(world, pid);

	if (!process || process->told)
		return;
	if (process->pub.parent_pid)
		introduce(world, find_process(world, process->pub.parent_pid), time, take, context);
	introduce(world, process, time, take, context);
}

void eu_world_introduced(struct eu_world *world, uint32_t pid)
{
	struct process *process = find_process(world, pid);

	if (process)
		process->told = process->pub.version + 1ull;
}

/* ---- records ---- */

static void apply_container(struct eu_world *world, const struct eu_event_container *e)
{
	if (e->action == EU_CONTAINER_CREATED || e->action == EU_CONTAINER_FOUND)
		container_begins(world, e);
}

static void settle_container(struct eu_world *world, const struct eu_event_container *e)
{
	struct container *container = container_of_ref(world, e->head.container);

	if (container && e->action == EU_CONTAINER_REMOVED && e->cgroup_id == container->cgroup_id)
		container_ends(world, container, e->head.time);
}

void eu_world_apply(struct eu_world *world, const struct eu_head *record)
{
	switch (record->type) {
	case EU_TYPE(eu_event_container):
		return apply_container(world, (const void *)record);
	case EU_TYPE(eu_event_metadata):
		return apply_metadata(world, (const void *)record);
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
	case EU_TYPE(eu_event_known_container):
		return apply_known_container(world, (const void *)record);
	case EU_TYPE(eu_event_known_process):
		return apply_known_process(world, (const void *)record);
	}
}

void eu_world_settle(struct eu_world *world, const struct eu_head *record)
{
	switch (record->type) {
	case EU_TYPE(eu_event_container):
		return settle_container(world, (const void *)record);
	case EU_TYPE(eu_event_exec):
		return settle_exec(world, (const void *)record);
	case EU_TYPE(eu_event_exit):
		return settle_exit(world, (const void *)record);
	}
}

/* ---- asking ---- */

const struct eu_container *eu_world_container(const struct eu_world *world, eu_ref ref)
{
	struct container *container = container_of_ref(world, ref);

	return container ? &container->pub : NULL;
}

const struct eu_container *eu_world_remembered(const struct eu_world *world, eu_ref ref)
{
	for (struct container *c = world->first; c && ref; c = c->next)
		if (c->pub.ref == ref)
			return &c->pub;
	return NULL;
}

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
	set_text(&process->pub.executable, path, strlen(path));
	set_name(process, comm, strlen(comm));
}

const struct eu_process *eu_world_process(struct eu_world *world, const struct eu_head *record)
{
	struct process *process = find_process(world, record->pid);

	if (process || !record->pid)
		return process ? &process->pub : NULL;
	process = add_process(world, record->pid);
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
	struct process *process = find_process(world, pid);

	return process ? eu_world_container(world, process->container) : NULL;
}

void eu_world_containers(const struct eu_world *world,
			 bool (*each)(void *context, const struct eu_container *container),
			 void *context)
{
	for (struct container *c = world->first; c; c = c->next)
		if (!each(context, &c->pub))
			return;
}

int eu_world_new(struct eu_world **out, const struct eu_world_ops *ops, struct eu_error *err)
{
	struct eu_world *world = calloc(1, sizeof(*world));

	if (!world)
		return eu_fail(err, ENOMEM, "out of memory");
	world->ops = *ops;
	world->last = &world->first;
	*out = world;
	return 0;
}

void eu_world_free(struct eu_world *world)
{
	struct process *process, *next_process;
	struct container *next;

	if (!world)
		return;
	HASH_ITER(hh, world->processes, process, next_process)
		drop_process(world, process);
	for (struct container *c = world->first; c; c = next) {
		next = c->next;
		free_container(c);
	}
	free(world);
}

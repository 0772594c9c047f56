/* SPDX-License-Identifier: Apache-2.0 */
#include "records.h"
#include "world/record.h"

static struct eu_builder builder;

static struct eu_head head_of(uint16_t type, uint32_t pid, eu_ref ref)
{
	return (struct eu_head){
		.type = type, .container = ref, .time = 1000, .pid = pid, .tid = pid};
}

static struct eu_str text(const char *words)
{
	return eu_builder_text(&builder, words, strlen(words));
}

const struct eu_head *a_container(eu_ref ref, uint64_t cgroup_id, const char *cgroup)
{
	struct eu_event_container *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_container), 50, ref);
	e->action = EU_CONTAINER_CREATED;
	e->cgroup_id = cgroup_id;
	e->cgroup = text(cgroup);
	return eu_builder_end(&builder);
}

const struct eu_head *a_container_made_by(eu_ref ref, const char *cgroup, const char *maker)
{
	struct eu_event_container *e = (void *)a_container(ref, 77, cgroup);

	e->maker = text(maker);
	return eu_builder_end(&builder);
}

const struct eu_head *its_removal(eu_ref ref, uint64_t cgroup_id)
{
	struct eu_event_container *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_container), 50, ref);
	e->action = EU_CONTAINER_REMOVED;
	e->cgroup_id = cgroup_id;
	return eu_builder_end(&builder);
}

const struct eu_head *a_fork(uint32_t parent, uint32_t child, eu_ref ref, eu_ref child_ref)
{
	struct eu_event_fork *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_fork), parent, ref);
	e->child_pid = e->child_tid = e->child.pid = child;
	e->child.parent_pid = parent;
	e->child.container_pid = child;
	e->child_container = child_ref;
	e->child.comm = text("parent");
	return eu_builder_end(&builder);
}

const struct eu_head *a_join(uint32_t pid, uint32_t container_pid, eu_ref ref)
{
	struct eu_event_join *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_join), 50, ref);
	e->task.pid = pid;
	e->task.container_pid = container_pid;
	e->task.comm = text("runc");
	return eu_builder_end(&builder);
}

const struct eu_head *a_join_of(uint32_t pid, const char *executable, eu_ref ref)
{
	struct eu_event_join *e = (void *)a_join(pid, 1, ref);

	e->executable = text(executable);
	return eu_builder_end(&builder);
}

const struct eu_head *a_join_by(uint32_t mover, uint32_t pid, eu_ref ref)
{
	struct eu_event_join *e = (void *)a_join(pid, pid, ref);

	e->head.pid = e->head.tid = mover;
	return &e->head;
}

const struct eu_head *a_join_entering(uint32_t pid, eu_ref ref)
{
	struct eu_event_join *e = (void *)a_join(pid, pid, ref);

	e->entering = true;
	return &e->head;
}

const struct eu_head *a_fork_entering(uint32_t parent, uint32_t child, eu_ref ref, eu_ref child_ref)
{
	struct eu_event_fork *e = (void *)a_fork(parent, child, ref, child_ref);

	e->entering = true;
	return &e->head;
}

const struct eu_head *a_failed_open(uint32_t pid, eu_ref ref, const char *path)
{
	struct eu_event_open *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_open), pid, ref);
	e->call.result = -2;
	e->file.path = text(path);
	return eu_builder_end(&builder);
}

const struct eu_head *a_move(eu_ref ref, const char *path, const char *target, uint32_t flags,
			     int result)
{
	struct eu_event_rename *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_rename), 200, ref);
	e->call.result = result;
	e->flags = flags;
	e->file.path = text(path);
	e->target.path = text(target);
	return eu_builder_end(&builder);
}

const struct eu_head *a_link(eu_ref ref, const char *path, const char *target)
{
	struct eu_event_link *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_link), 200, ref);
	e->file.path = text(path);
	e->target.path = text(target);
	return eu_builder_end(&builder);
}

const struct eu_head *a_symlink(eu_ref ref, const char *path, const char *target)
{
	struct eu_event_symlink *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_symlink), 200, ref);
	e->file.path = text(path);
	e->target.path = text(target);
	return eu_builder_end(&builder);
}

const struct eu_head *a_mkdir(eu_ref ref, const char *path, int result)
{
	struct eu_event_mkdir *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_mkdir), 200, ref);
	e->call.result = result;
	e->file.path = text(path);
	return eu_builder_end(&builder);
}

const struct eu_head *a_chmod(eu_ref ref, const char *path, int result)
{
	struct eu_event_chmod *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_chmod), 200, ref);
	e->call.result = result;
	e->file.path = text(path);
	return eu_builder_end(&builder);
}

const struct eu_head *a_process_that_is_there(uint32_t pid, bool made)
{
	struct eu_event_present *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_present), pid, 0);
	e->task.pid = pid;
	e->made = made;
	return eu_builder_end(&builder);
}

const struct eu_head *an_exec(uint32_t pid, eu_ref ref, const char *path, const char *args,
			      size_t args_len)
{
	struct eu_event_exec *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_exec), pid, ref);
	e->task.pid = pid;
	e->task.container_pid = 1;
	e->file.path = text(path);
	e->args = eu_builder_text(&builder, args, args_len);
	e->task.comm = text("new");
	return eu_builder_end(&builder);
}

const struct eu_head *an_exit(uint32_t pid, eu_ref ref, uint32_t code, uint32_t signal)
{
	struct eu_event_exit *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_exit), pid, ref);
	e->code = code;
	e->signal = signal;
	return eu_builder_end(&builder);
}

const struct eu_head *a_rename(uint32_t pid, eu_ref ref, const char *comm)
{
	struct eu_event_comm *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_comm), pid, ref);
	e->comm = text(comm);
	return eu_builder_end(&builder);
}

struct eu_creds a_user(uint32_t id)
{
	return (struct eu_creds){.user = {id, id, id, id}, .effective = id ? 0 : 0xff,
				 .permitted = 0xff};
}

const struct eu_head *a_fork_by(uint32_t pid, uint32_t tid, uint32_t child, const char *comm,
				uint32_t uid)
{
	struct eu_event_fork *e = (void *)a_fork(pid, child, 0, 0);

	e->head.tid = tid;
	e->child.comm = text(comm);
	e->child.creds = a_user(uid);
	e->child.uid = uid;
	return eu_builder_end(&builder);
}

const struct eu_head *a_thread(uint32_t pid, uint32_t tid, const char *comm, uint32_t uid)
{
	struct eu_event_fork *e = (void *)a_fork_by(pid, pid, pid, comm, uid);

	e->child_tid = tid;
	return eu_builder_end(&builder);
}

const struct eu_head *a_thread_renamed(uint32_t pid, uint32_t tid, const char *comm)
{
	struct eu_event_comm *e = (void *)a_rename(pid, 0, comm);

	e->head.tid = tid;
	return &e->head;
}

const struct eu_head *a_thread_with_user(uint32_t pid, uint32_t tid, uint32_t uid)
{
	struct eu_event_new_credentials *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_new_credentials), pid, 0);
	e->head.tid = tid;
	e->creds = a_user(uid);
	return eu_builder_end(&builder);
}

const struct eu_head *a_thread_that_is_there(uint32_t pid, uint32_t tid, const char *comm,
					     uint32_t uid)
{
	struct eu_event_known_thread *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_known_thread), pid, 0);
	e->head.tid = tid;
	e->creds = a_user(uid);
	e->comm = text(comm);
	return eu_builder_end(&builder);
}

const struct eu_head *an_exec_by(uint32_t pid, uint32_t old_tid, const char *comm, uint32_t uid)
{
	struct eu_event_exec *e = (void *)an_exec(pid, 0, "/bin/new", "new", 3);

	e->old_tid = old_tid;
	e->task.comm = text(comm);
	e->task.creds = a_user(uid);
	e->task.uid = uid;
	return eu_builder_end(&builder);
}

static const struct eu_head *head_alone(uint16_t type, uint32_t pid, uint32_t tid)
{
	struct eu_head *head = eu_builder_begin(&builder, sizeof(*head));

	*head = head_of(type, pid, 0);
	head->tid = tid;
	return eu_builder_end(&builder);
}

const struct eu_head *a_thread_end(uint32_t pid, uint32_t tid)
{
	return head_alone(EU_TYPE(eu_event_thread_end), pid, tid);
}

const struct eu_head *a_call(uint32_t pid, uint32_t tid)
{
	return head_alone(EU_TYPE(eu_event_syscall), pid, tid);
}

const struct eu_head *its_name(eu_ref ref, const char *name)
{
	struct eu_event_metadata *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_metadata), 0, ref);
	e->name = text(name);
	return eu_builder_end(&builder);
}

const struct eu_head *its_word(eu_ref ref, const char *id, const char *name, uint32_t engine)
{
	struct eu_event_metadata *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_metadata), 0, ref);
	e->id = text(id);
	e->name = text(name);
	e->engine = engine;
	return eu_builder_end(&builder);
}

const struct eu_head *its_whole_path(eu_ref ref, const char *cgroup)
{
	struct eu_event_metadata *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_metadata), 0, ref);
	e->cgroup = text(cgroup);
	return eu_builder_end(&builder);
}

const struct eu_head *its_runtime(eu_ref ref, const char *runtime)
{
	struct eu_event_metadata *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_metadata), 0, ref);
	e->runtime = text(runtime);
	return eu_builder_end(&builder);
}

const struct eu_head *an_answer(const char *words)
{
	struct eu_event_answer *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = head_of(EU_TYPE(eu_event_answer), 70, 0);
	e->text = text(words);
	return eu_builder_end(&builder);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "event_ids.h"

#include "cleanup.h"
#include "clock.h"
#include "meta/ancestor.h"
#include "meta/cgroup_name.h"
#include "meta/meta.h"
#include "world/host.h"
#include "world/record.h"

#define MAX_THREADS 4096 /* of a process are looked at */

/* ---- one process ---- */

/* A file of /proc/PID, NUL-terminated; its length, or -1. */
static ssize_t read_proc(uint32_t pid, const char *name, char *out, size_t size)
{
	char path[64];
	eu_auto_close int fd = -1;
	ssize_t len;

	snprintf(path, sizeof(path), "/proc/%u/%s", pid, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	len = fd < 0 ? -1 : read(fd, out, size - 1);
	if (len >= 0)
		out[len] = '\0';
	return len;
}

/* Fields 4 and 22 of stat(5): parent and start time. The name in between may hold anything. */
static bool read_stat(uint32_t pid, struct eu_task *out)
{
	unsigned long long ticks;
	char text[1024], *rest;
	unsigned parent;

	if (read_proc(pid, "stat", text, sizeof(text)) < 0)
		return false;
	rest = strrchr(text, ')');
	if (!rest || sscanf(rest + 1,
			    " %*c %u %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s "
			    "%*s %llu",
			    &parent, &ticks) != 2)
		return false;
	out->parent_pid = parent;
	out->start_time = ticks * (1000000000ull / sysconf(_SC_CLK_TCK));
	return true;
}

/* What status(5) says of a thread. */
struct status {
	char name[64]; /* escaped */
	uint32_t container_pid;
	uint32_t threads;
	struct eu_creds creds;
};

/* "Uid:" and "Gid:" of status(5): real, effective, saved, file system. */
static bool read_ids(const char *line, const char *format, struct eu_ids *out)
{
	return sscanf(line, format, &out->real, &out->effective, &out->saved, &out->fs) == 4;
}

static bool read_caps(const char *line, const char *format, __u64 *out)
{
	unsigned long long mask;

	if (sscanf(line, format, &mask) != 1)
		return false;
	*out = mask;
	return true;
}

static bool read_capabilities(const char *line, struct eu_creds *creds)
{
	return read_caps(line, "CapPrm: %llx", &creds->permitted) ||
	       read_caps(line, "CapEff: %llx", &creds->effective) ||
	       read_caps(line, "CapInh: %llx", &creds->inheritable) ||
	       read_caps(line, "CapAmb: %llx", &creds->ambient) ||
	       read_caps(line, "CapBnd: %llx", &creds->bounding);
}

static void read_line(const char *line, struct status *out)
{
	if (!strncmp(line, "Name:\t", 6))
		snprintf(out->name, sizeof(out->name), "%.*s", (int)strcspn(line + 6, "\n"), line + 6);
	else if (!strncmp(line, "NSpid:", 6))
		out->container_pid = atoi(strrchr(line, '\t') + 1);
	else if (!strncmp(line, "Threads:\t", 9))
		out->threads = atoi(line + 9);
	else if (!read_ids(line, "Uid: %u %u %u %u", &out->creds.user) &&
		 !read_ids(line, "Gid: %u %u %u %u", &out->creds.group))
		read_capabilities(line, &out->creds);
}

/* To its end, however many groups there are. */
static bool read_status(uint32_t pid, uint32_t tid, struct status *out)
{
	eu_auto_fclose FILE *file = NULL;
	eu_auto_free char *line = NULL;
	size_t size = 0;
	char path[64];

	*out = (struct status){};
	snprintf(path, sizeof(path), "/proc/%u/task/%u/status", pid, tid);
	file = fopen(path, "re");
	while (file && getline(&line, &size, file) > 0)
		read_line(line, out);
	return file && !ferror(file);
}

static uint32_t namespace_inode(uint32_t pid, const char *name)
{
	char path[64];
	struct stat st;

	snprintf(path, sizeof(path), "/proc/%u/ns/%s", pid, name);
	return stat(path, &st) ? 0 : st.st_ino;
}

/* As it is: status(5) escapes it. */
static struct eu_str add_comm(struct eu_builder *builder, uint32_t pid, uint32_t tid)
{
	char name[32], comm[32] = "";
	ssize_t len;

	snprintf(name, sizeof(name), "task/%u/comm", tid);
	len = read_proc(pid, name, comm, sizeof(comm));
	return eu_builder_text(builder, comm, len > 0 ? len - 1 : 0); /* a newline is behind it */
}

static struct eu_str add_executable(struct eu_builder *builder, uint32_t pid)
{
	char link[64], path[4096];
	ssize_t len;

	snprintf(link, sizeof(link), "/proc/%u/exe", pid);
	len = readlink(link, path, sizeof(path) - 1);
	return eu_builder_text(builder, path, len > 0 ? len : 0);
}

/* Into a record that is being built, its strings behind it. False: there is no such process. */
static bool read_task(struct eu_builder *builder, uint32_t pid, struct eu_task *out,
		      struct status *status)
{
	if (!read_stat(pid, out) || !read_status(pid, pid, status))
		return false;
	out->pid = pid;
	out->container_pid = status->container_pid;
	out->pid_namespace = namespace_inode(pid, "pid");
	out->uid = status->creds.user.effective;
	out->gid = status->creds.group.effective;
	out->creds = status->creds;
	out->comm = add_comm(builder, pid, pid);
	out->mount_namespace = namespace_inode(pid, "mnt");
	return true;
}

/* Is it the first of its own PID namespace, and whose child? */
static bool is_init(uint32_t pid, uint32_t *parent)
{
	struct eu_task task = {};
	struct status status;

	if (!read_stat(pid, &task) || !read_status(pid, pid, &status))
		return false;
	*parent = task.parent_pid;
	return status.container_pid == 1;
}

/* ---- its threads ---- */

struct threads {
	const struct eu_head *head; /* of what is said of the process */
	struct status first;
	struct eu_builder *builder;
	void (*say)(void *context, const struct eu_head *record);
	void *context;
};

static void say_thread(const struct threads *all, uint32_t tid)
{
	struct eu_event_known_thread *e;
	struct status status;

	if (!read_status(all->head->pid, tid, &status) ||
	    (!strcmp(status.name, all->first.name) &&
	     !memcmp(&status.creds, &all->first.creds, sizeof(status.creds))))
		return;
	e = eu_builder_begin(all->builder, sizeof(*e));
	e->head = *all->head;
	e->head.type = EU_TYPE(eu_event_known_thread);
	e->head.tid = tid;
	e->creds = status.creds;
	e->comm = add_comm(all->builder, e->head.pid, tid);
	all->say(all->context, eu_builder_end(all->builder));
}

/* Those that are called otherwise than the first one, or may do something else. */
static void say_threads(const struct threads *all)
{
	eu_auto_closedir DIR *tasks = NULL;
	struct dirent *entry;
	char path[64];

	if (all->first.threads < 2)
		return;
	snprintf(path, sizeof(path), "/proc/%u/task", all->head->pid);
	tasks = opendir(path);
	for (unsigned n = 0; tasks && n < MAX_THREADS && (entry = readdir(tasks)); n++) {
		uint32_t tid = isdigit((unsigned char)*entry->d_name) ? atoi(entry->d_name) : 0;

		if (tid && tid != all->head->pid)
			say_thread(all, tid);
	}
}

void eu_host_lookup(const struct eu_live *live, uint32_t pid, uint64_t time,
		    struct eu_builder *builder,
		    void (*say)(void *context, const struct eu_head *record), void *context)
{
	struct eu_event_known_process *e = eu_builder_begin(builder, sizeof(*e));
	struct eu_head head = {.type = EU_TYPE(eu_event_known_process),
			       .time = time,
			       .pid = pid,
			       .tid = pid};
	struct threads all = {.head = &head, .builder = builder, .say = say, .context = context};

	e->head = head;
	if (!read_task(builder, pid, &e->task, &all.first))
		return;
	e->task.start_time = eu_live_start_of(live, pid, e->task.start_time);
	e->executable = add_executable(builder, pid);
	e->mount_namespace = e->task.mount_namespace;
	e->threaded = all.first.threads > 1;
	say(context, eu_builder_end(builder));
	say_threads(&all);
}

/* ---- containers that run already ---- */

struct discovery {
	struct eu_live *live;
	const struct eu_hierarchy *hierarchy;
	const struct eu_meta_options *where;
	void (*say)(void *context, const struct eu_head *record);
	void *context;
	uint32_t command;
	uint64_t time; /* of what is said; 0: now */
	struct eu_builder builder;
};

static int compare_names(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* The first process of a container among those of its cgroup; or 0. */
static uint32_t first_process(const struct discovery *d, const char *path)
{
	char full[2 * PATH_MAX + 16], line[32];
	eu_auto_fclose FILE *file = NULL;

	snprintf(full, sizeof(full), "%s%s/cgroup.procs", d->hierarchy->mount, path);
	file = fopen(full, "re");
	while (file && fgets(line, sizeof(line), file)) {
		uint32_t pid = atoi(line), parent;

		if (is_init(pid, &parent))
			return pid;
	}
	return 0;
}

/* Its length; a first thread that has ended has none, but the others do. -errno; ENOENT or ESRCH: the
 * process has ended. */
static ssize_t read_executable(uint32_t pid, char *out, size_t size)
{
	eu_auto_closedir DIR *tasks = NULL;
	struct dirent *entry;
	char path[64];
	ssize_t len = -1;

	snprintf(path, sizeof(path), "/proc/%u/task", pid);
	tasks = opendir(path);
	while (tasks && len < 0 && (entry = readdir(tasks))) {
		snprintf(path, sizeof(path), "/proc/%u/task/%.16s/exe", pid, entry->d_name);
		len = readlink(path, out, size - 1);
	}
	if (len < 0)
		return -errno;
	out[len] = '\0';
	return len;
}

/* A copy that was mounted, over which the roots have changed, has no other name left than the
 * process's. */
bool eu_host_executes_other(uint32_t pid)
{
	char path[PATH_MAX];
	ssize_t len = read_executable(pid, path, sizeof(path));

	if (len == 1 && read_proc(pid, "comm", path + 1, sizeof(path) - 1) < 0)
		len = -ENOENT;
	if (len < 0)
		return len != -ENOENT && len != -ESRCH;
	return !eu_runtime_of_executable(path + 1); /* "memfd:" stands behind a slash, too */
}

/* Is nobody in a cgroup but a runtime? maker becomes one of its processes. */
static bool holds_runtime_only(const char *cgroup, uint32_t *maker)
{
	char path[2 * PATH_MAX + 16], line[32];
	eu_auto_fclose FILE *file = NULL;

	snprintf(path, sizeof(path), "%s/cgroup.procs", cgroup);
	file = fopen(path, "re");
	while (file && fgets(line, sizeof(line), file)) {
		if (eu_host_executes_other(atoi(line)))
			return false;
		*maker = atoi(line);
	}
	return true;
}

/* Is nobody in a container but its runtime? Some make a cgroup for it below its own, as it does. */
static bool is_set_up_still(const struct discovery *d, const char *path, uint32_t *maker)
{
	char root[2 * PATH_MAX], *roots[] = {root, NULL};
	bool only = true;
	FTSENT *entry;
	FTS *tree;

	snprintf(root, sizeof(root), "%s%s", d->hierarchy->mount, path);
	tree = fts_open(roots, FTS_PHYSICAL | FTS_XDEV | FTS_NOCHDIR, NULL);
	*maker = 0;
	while (tree && only && (entry = fts_read(tree)))
		if (entry->fts_info == FTS_D)
			only = holds_runtime_only(entry->fts_path, maker);
	if (tree)
		fts_close(tree);
	return tree && only;
}

/* Looked at again after the kernel side knows: an entrypoint that begins in between ends the set-up. */
static bool leave_in_set_up(struct discovery *d, eu_ref ref, const char *path, uint32_t *maker)
{
	if (!is_set_up_still(d, path, maker))
		return false;
	eu_live_sets_up(d->live, ref);
	return is_set_up_still(d, path, maker) || !eu_live_ends_set_up(d->live, ref);
}

static void say_found(struct discovery *d, eu_ref ref, uint64_t cgroup_id, const char *path,
		      uint32_t pid_namespace, uint32_t pid)
{
	struct eu_event_container *e = eu_builder_begin(&d->builder, sizeof(*e));
	uint32_t maker;

	*e = (struct eu_event_container){
		.head = {.type = EU_TYPE(eu_event_container),
			 .container = ref,
			 .time = d->time ?: eu_now_ns()},
		.action = d->time ? EU_CONTAINER_RECOVERED : EU_CONTAINER_FOUND,
		.cgroup_id = cgroup_id,
		.pid_namespace = pid_namespace,
		.target = pid,
	};
	if (*path && !d->time && leave_in_set_up(d, ref, path, &maker)) {
		e->head.pid = e->head.tid = maker;
		e->in_setup = true;
		e->target = 0;
	}
	e->cgroup = eu_builder_text(&d->builder, path, strlen(path));
	d->say(d->context, eu_builder_end(&d->builder));
}

static eu_ref discover_container(struct discovery *d, uint64_t id, const char *path)
{
	eu_ref ref = eu_live_adopt(d->live, id);

	if (ref)
		say_found(d, ref, id, path, 0, first_process(d, path));
	return ref ?: eu_live_ref_of(d->live, id);
}

/* What nobody is in may be a pod whose containers have not begun. The kernel side takes it for a
 * container's if somebody enters it, from now on. */
static enum eu_cgroup_use expect_first(const struct discovery *d, uint64_t id, const char *path,
				       const char *directory, const struct eu_cgroup_name *name)
{
	enum eu_cgroup_use use;

	if (eu_live_expect(d->live, id, path))
		return EU_CGROUP_CONTAINER;
	use = eu_cgroup_use(name, directory);
	if (use != EU_CGROUP_EMPTY && eu_live_forget_expected(d->live, id))
		return EU_CGROUP_EMPTY; /* who has come was seen */
	return use;
}

/* A cgroup that is called as a container's. */
static eu_ref discover_named(struct discovery *d, uint64_t id, const char *path,
			     const char *directory, const struct eu_cgroup_name *name)
{
	enum eu_cgroup_use use = eu_cgroup_use(name, directory);

	if (use == EU_CGROUP_EMPTY && !eu_live_ref_of(d->live, id))
		use = expect_first(d, id, path, directory, name);
	return use == EU_CGROUP_CONTAINER ? discover_container(d, id, path) :
					    eu_live_ref_of(d->live, id);
}

/* Directories come before what is in them, so a nested cgroup finds its container known. */
static void discover_directory(struct discovery *d, const FTSENT *entry)
{
	const char *path = entry->fts_path + strlen(d->hierarchy->mount);
	uint64_t id = entry->fts_statp->st_ino;
	eu_ref ref = 0;
	struct eu_cgroup_name name;

	if (entry->fts_level > 0 && entry->fts_parent)
		ref = entry->fts_parent->fts_number;
	if (ref) {
		eu_live_adopt_below(d->live, id, ref);
	} else if (!eu_cgroup_name_parse(path, &name)) {
		ref = discover_named(d, id, path, entry->fts_path, &name);
	}
	((FTSENT *)entry)->fts_number = ref;
}

static int discover_cgroups(struct discovery *d, struct eu_error *err)
{
	char *roots[] = {(char *)d->hierarchy->mount, NULL};
	FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_XDEV | FTS_NOCHDIR, compare_names);
	FTSENT *entry;

	if (!tree)
		return eu_fail(err, errno, "cannot read %s: %s", d->hierarchy->mount,
			       strerror(errno));
	while ((entry = fts_read(tree)))
		if (entry->fts_info == FTS_D)
			discover_directory(d, entry);
	fts_close(tree);
	return 0;
}

/* The path of a thread in our hierarchy: "4:memory:/a/b" or "0::/a/b". */
static bool thread_cgroup(const struct discovery *d, uint32_t pid, uint32_t tid, char *out,
			  size_t size)
{
	char name[32], text[16384], *line, *save;

	snprintf(name, sizeof(name), "task/%u/cgroup", tid);
	if (read_proc(pid, name, text, sizeof(text)) < 0)
		return false;
	for (line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		unsigned id;
		char *path = strchr(line, ':') ? strchr(strchr(line, ':') + 1, ':') : NULL;

		if (path && sscanf(line, "%u:", &id) == 1 && id == d->hierarchy->id)
			return snprintf(out, size, "%s", path + 1) < (int)size;
	}
	return false;
}

/* That of a process. A first thread that has ended before the others is in the root already. */
static bool process_cgroup(const struct discovery *d, uint32_t pid, char *out, size_t size)
{
	eu_auto_closedir DIR *tasks = NULL;
	struct dirent *entry;
	char path[64];

	if (!thread_cgroup(d, pid, pid, out, size))
		return false;
	if (strcmp(out, "/"))
		return true;
	snprintf(path, sizeof(path), "/proc/%u/task", pid);
	tasks = opendir(path);
	while (tasks && !strcmp(out, "/") && (entry = readdir(tasks))) {
		uint32_t tid = atoi(entry->d_name);

		if (tid && tid != pid && !thread_cgroup(d, pid, tid, out, size))
			snprintf(out, size, "/"); /* it has ended meanwhile */
	}
	return true;
}

static eu_ref known_ref(const struct discovery *d, const char *path, uint64_t *id)
{
	char full[2 * PATH_MAX];
	struct stat st;

	snprintf(full, sizeof(full), "%s%s", d->hierarchy->mount, path);
	if (stat(full, &st))
		return 0;
	*id = st.st_ino;
	return eu_live_ref_of(d->live, st.st_ino);
}

/* Containers of runc and crun have cgroups of any name: their state directories tell which. */
static void discover_bundles(struct discovery *d)
{
	struct eu_meta_options options = *d->where;
	struct eu_container_list *list;
	char path[PATH_MAX];

	options.no_daemons = true;
	if (eu_meta_list(&list, &options, false, 500, NULL))
		return;
	for (size_t i = 0; i < list->n_entries; i++) {
		const struct eu_container_info *info = list->entries[i].info;
		uint64_t id = 0;
		eu_ref ref;

		if (info->init_pid <= 0 || !process_cgroup(d, info->init_pid, path, sizeof(path)) ||
		    !strcmp(path, "/") || known_ref(d, path, &id) || !id)
			continue;
		ref = eu_live_adopt(d->live, id);
		if (ref)
			say_found(d, ref, id, path, 0, info->init_pid);
	}
	eu_container_list_free(list);
}

/* Does a process of our own PID namespace live in this cgroup? Then it is no container's alone. */
static bool holds_host(const struct discovery *d, const char *path)
{
	char full[2 * PATH_MAX + 16], line[32];
	eu_auto_fclose FILE *file = NULL;
	uint32_t own = namespace_inode(getpid(), "pid");

	snprintf(full, sizeof(full), "%s%s/cgroup.procs", d->hierarchy->mount, path);
	file = fopen(full, "re");
	while (file && fgets(line, sizeof(line), file))
		if (namespace_inode(atoi(line), "pid") == own)
			return true;
	return false;
}

/* The init of a PID namespace that does not share its cgroup with its parent: a container of a
 * runtime whose state we did not find (runc --root elsewhere). */
static bool discover_own_cgroup(struct discovery *d, uint32_t pid, const char *path, uint64_t id)
{
	char above[PATH_MAX];
	uint32_t parent;
	eu_ref ref;

	if (!id || !strcmp(path, "/") || holds_host(d, path) ||
	    !is_init(pid, &parent) || !process_cgroup(d, parent, above, sizeof(above)) ||
	    !strcmp(path, above))
		return false;
	ref = eu_live_adopt(d->live, id);
	if (ref)
		say_found(d, ref, id, path, 0, pid);
	return ref;
}

/* A process in a PID namespace below ours, in a cgroup that is nobody's. */
static void discover_namespace(struct discovery *d, uint32_t pid, uint32_t own_namespace)
{
	uint32_t inode = namespace_inode(pid, "pid");
	char path[PATH_MAX];
	uint64_t id = 0;
	eu_ref ref;

	if (!inode || inode == own_namespace || !process_cgroup(d, pid, path, sizeof(path)) ||
	    known_ref(d, path, &id) || discover_own_cgroup(d, pid, path, id))
		return;
	ref = eu_live_adopt_namespace(d->live, inode);
	if (ref)
		say_found(d, ref, 0, "", inode, pid);
}

static void discover_namespaces(struct discovery *d)
{
	eu_auto_closedir DIR *proc = opendir("/proc");
	uint32_t own = namespace_inode(getpid(), "pid");
	struct dirent *entry;

	while (proc && (entry = readdir(proc)))
		if (isdigit((unsigned char)*entry->d_name))
			discover_namespace(d, atoi(entry->d_name), own);
}

/* ---- their processes ---- */

static void say_present(struct discovery *d, uint32_t pid, eu_ref ref)
{
	struct eu_event_present *e = eu_builder_begin(&d->builder, sizeof(*e));
	struct eu_head head = {.type = EU_TYPE(eu_event_present),
			       .container = ref,
			       .time = eu_now_ns(),
			       .pid = pid,
			       .tid = pid};
	struct threads all = {
		.head = &head, .builder = &d->builder, .say = d->say, .context = d->context};

	e->head = head;
	if (!read_task(&d->builder, pid, &e->task, &all.first))
		return;
	e->task.start_time = eu_live_start_of(d->live, pid, e->task.start_time);
	e->executable = add_executable(&d->builder, pid);
	e->made = pid == d->command;
	e->threaded = all.first.threads > 1;
	d->say(d->context, eu_builder_end(&d->builder));
	say_threads(&all);
}

/* Whose process it is; 0: the host's. */
static eu_ref process_ref(const struct discovery *d, uint32_t pid)
{
	char path[PATH_MAX];
	uint64_t id;
	eu_ref ref = 0;

	if (process_cgroup(d, pid, path, sizeof(path)))
		ref = known_ref(d, path, &id);
	return ref ? ref : eu_live_namespace_ref(d->live, namespace_inode(pid, "pid"));
}

/* Adds the children of processes asked for by pid that are not among these yet; how many. Each is told
 * of before: of one that has ended by then, nothing is to be seen at all. */
static int watch_children(struct discovery *d)
{
	eu_auto_closedir DIR *proc = opendir("/proc");
	struct dirent *entry;
	int added = 0;

	while (proc && (entry = readdir(proc))) {
		uint32_t pid = isdigit((unsigned char)*entry->d_name) ? atoi(entry->d_name) : 0;
		struct eu_task task = {};

		if (!pid || !read_stat(pid, &task) || !eu_live_watches(d->live, task.parent_pid) ||
		    eu_live_watches(d->live, pid))
			continue;
		say_present(d, pid, process_ref(d, pid));
		added += !eu_live_watch(d->live, pid);
	}
	return added;
}

/* The kernel side sees who is forked from now on. A child forked before its parent was added is
 * there in the next pass. */
static void discover_descendants(struct discovery *d)
{
	while (watch_children(d))
		;
}

/* All are looked at now: one that ends before its first event could not be asked any more. */
static void discover_processes(struct discovery *d)
{
	eu_auto_closedir DIR *proc = opendir("/proc");
	struct dirent *entry;

	while (proc && (entry = readdir(proc))) {
		uint32_t pid = isdigit((unsigned char)*entry->d_name) ? atoi(entry->d_name) : 0;
		eu_ref ref = pid ? process_ref(d, pid) : 0;

		if (ref || (pid && eu_live_watches_on_host(d->live, pid)))
			say_present(d, pid, ref);
	}
}

/* ---- a container whose beginning was lost ---- */

/* By the outermost of its cgroups, which the kernel side knows. */
static bool recover_by_cgroup(struct discovery *d, eu_ref ref)
{
	char *roots[] = {(char *)d->hierarchy->mount, NULL};
	FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_XDEV | FTS_NOCHDIR, compare_names);
	FTSENT *entry;
	bool found = false;

	while (tree && !found && (entry = fts_read(tree))) {
		const char *path = entry->fts_path + strlen(d->hierarchy->mount);

		found = entry->fts_info == FTS_D &&
			eu_live_ref_of(d->live, entry->fts_statp->st_ino) == ref;
		if (found)
			say_found(d, ref, entry->fts_statp->st_ino, path, 0, first_process(d, path));
	}
	if (tree)
		fts_close(tree);
	return found;
}

static bool recover_by_namespace(struct discovery *d, eu_ref ref)
{
	eu_auto_closedir DIR *proc = opendir("/proc");
	struct dirent *entry;

	while (proc && (entry = readdir(proc))) {
		uint32_t inode = isdigit((unsigned char)*entry->d_name) ?
					 namespace_inode(atoi(entry->d_name), "pid") : 0;

		if (inode && eu_live_namespace_ref(d->live, inode) == ref) {
			say_found(d, ref, 0, "", inode, atoi(entry->d_name));
			return true;
		}
	}
	return false;
}

void eu_host_recover(struct eu_live *live, eu_ref ref, uint64_t time,
		     void (*say)(void *context, const struct eu_head *record), void *context)
{
	struct discovery d = {.live = live,
			      .hierarchy = eu_live_hierarchy(live),
			      .say = say,
			      .context = context,
			      .time = time};

	if (!recover_by_cgroup(&d, ref) && !recover_by_namespace(&d, ref))
		say_found(&d, ref, 0, "", 0, 0);
}

/* ---- all of it ---- */

int eu_host_discover(struct eu_live *live, const struct eu_meta_options *where, uint32_t command,
		     void (*say)(void *context, const struct eu_head *record), void *context,
		     struct eu_error *err)
{
	struct discovery d = {.live = live,
			      .where = where,
			      .command = command,
			      .hierarchy = eu_live_hierarchy(live),
			      .say = say,
			      .context = context};
	int ret = discover_cgroups(&d, err);

	if (ret)
		return ret;
	discover_bundles(&d);
	discover_namespaces(&d);
	eu_live_discovered(live);
	if (eu_live_has_tree(live))
		discover_descendants(&d);
	discover_processes(&d);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "bytes.h"
#include "context.h"
#include "labels.h"
#include "named.h"

typedef struct eu_value getter(const struct eu_event *event);

static struct eu_value text(const char *s)
{
	return (struct eu_value){EU_VALUE_STRING, .text = s, .len = strlen(s)};
}

static struct eu_value number(uint64_t u)
{
	return (struct eu_value){EU_VALUE_UINT, .u = u};
}

static const struct eu_value none = {.type = EU_VALUE_NONE};

static struct eu_value get_time(const struct eu_event *event)
{
	return number(event->time);
}

static struct eu_value get_seq(const struct eu_event *event)
{
	return number(event->seq);
}

static struct eu_value get_event(const struct eu_event *event)
{
	return text(event->desc->name);
}

static struct eu_value get_host(const struct eu_event *event)
{
	return event->host ? text(event->host) : none;
}

static struct eu_value get_tid(const struct eu_event *event)
{
	return event->process ? number(event->record->tid) : none;
}

/* Who was there before Eunomia and ended before it could be looked at has nothing but its number. */
static bool is_known(const struct eu_event *event)
{
	return event->process && event->process->start_time;
}

/* "<pid>-<start time>": the start time tells a reused pid apart. */
static struct eu_value get_key(const struct eu_event *event)
{
	static _Thread_local char key[64];
	struct eu_bytes bytes = {.data = key, .size = sizeof(key), .borrowed = true};

	if (!is_known(event))
		return none;
	eu_bytes_u64(&bytes, event->process->pid);
	eu_bytes_char(&bytes, '-');
	eu_bytes_hex(&bytes, event->process->start_time);
	return (struct eu_value){EU_VALUE_STRING, .text = key, .len = bytes.len};
}

#define GETTER(name, thing, value)                                                                 \
	static struct eu_value get_##name(const struct eu_event *event)                            \
	{                                                                                          \
		return event->thing ? value : none;                                                \
	}

#define KNOWN_GETTER(name, value)                                                                  \
	static struct eu_value get_##name(const struct eu_event *event)                            \
	{                                                                                          \
		return is_known(event) ? value : none;                                             \
	}

GETTER(container_id, container, text(event->container->id))
GETTER(container_name, container, text(event->container->name))
GETTER(image_name, container, text(event->container->image_name))
GETTER(image_tag, container, text(event->container->image_tag))
GETTER(image_digest, container, text(event->container->image_digest))
GETTER(image_id, container, text(event->container->image_id))
GETTER(runtime, container, text(event->container->runtime))
GETTER(cgroup, container, text(event->container->cgroup))
GETTER(created, container, text(event->container->created))
GETTER(cgroup_cut, container, number(event->container->cgroup_cut))
GETTER(container_existed, container, number(event->container->existed))
GETTER(container_recovered, container, number(event->container->recovered))
GETTER(pid, process, number(event->process->pid))
KNOWN_GETTER(parent_pid, number(event->process->parent_pid))
GETTER(container_pid, process, number(event->process->container_pid))
KNOWN_GETTER(uid, number(event->thread ? event->thread->uid : event->process->uid))
KNOWN_GETTER(gid, number(event->thread ? event->thread->gid : event->process->gid))
KNOWN_GETTER(process_name, text(event->process->name))

/* Of most threads the process's name says it. */
static struct eu_value get_thread_name(const struct eu_event *event)
{
	bool differs = event->thread && strcmp(event->thread->name, event->process->name);

	return differs ? text(event->thread->name) : none;
}

GETTER(executable, process, text(event->process->executable))
/* Printed from the container itself: no single value holds them. */
static struct eu_value get_labels(const struct eu_event *event)
{
	(void)event;
	return none;
}

GETTER(metadata_missing, container, number(eu_metadata_missing(event->container)))
GETTER(labels_truncated, container, number(eu_labels_truncated(event->container)))
GETTER(labels_unknown, container, number(event->container->labels_unknown))
GETTER(process_existed, process, number(event->process->existed))
GETTER(mount_namespace, process, number(event->process->mount_namespace))
GETTER(pid_namespace, process, number(event->process->pid_namespace))
GETTER(peer_id, peer, text(event->peer->id))
GETTER(peer_name, peer, text(event->peer->name))

/* Name, format, shown when empty, getter, documentation: in the order of output. */
#define CONTEXT(X)                                                                                 \
	X("time", TIME, true, time, "when it happened, UTC")                                       \
	X("seq", UINT, true, seq, "number of the event, in the order of output")                   \
	X("event", STRING, true, event, "name of the event")                                       \
	X("host", STRING, true, host, "name of the host")                                          \
	X("container.id", STRING, false, container_id, "id of the container")                      \
	X("container.name", STRING, false, container_name, "name of the container")                \
	X("container.image.name", STRING, false, image_name, "image it was made from")             \
	X("container.image.tag", STRING, false, image_tag, "tag of the image")                     \
	X("container.image.digest", STRING, false, image_digest, "digest of the image")            \
	X("container.image.id", STRING, false, image_id, "id of the image, sha256:...")            \
	X("container.runtime", STRING, false, runtime, "docker, podman, containerd, runc, crun")   \
	X("container.cgroup", STRING, false, cgroup, "its cgroup, below the hierarchy's root")     \
	X("container.cgroup_cut", BOOL, false, cgroup_cut, "the path is longer than that")         \
	X("container.created", STRING, false, created, "when it was made, RFC 3339")               \
	X("container.existed", BOOL, false, container_existed, "it was there before Eunomia")      \
	X("container.recovered", BOOL, false, container_recovered,                                 \
	  "it began under Eunomia, and the record of that was lost")                               \
	X("container.metadata_missing", BOOL, false, metadata_missing,                             \
	  "neither runtime nor engine has told of it (yet): the name is made of its cgroup's")     \
	X("container.labels", LABELS, false, labels, "its labels, an object")                      \
	X("container.labels_truncated", BOOL, false, labels_truncated,                             \
	  "values of its labels are longer than that, or there are more")                          \
	X("container.labels_unknown", BOOL, false, labels_unknown,                                 \
	  "its engine, which alone has its labels, has not been asked (yet)")                      \
	X("process.pid", UINT, true, pid, "process id on the host")                                \
	X("process.tid", UINT, true, tid, "thread id on the host")                                 \
	X("process.parent_pid", UINT, true, parent_pid, "process id of the parent on the host")    \
	X("process.container_pid", UINT, false, container_pid, "process id in its PID namespace")  \
	X("process.key", STRING, true, key, "unique since boot, also when pids are reused")        \
	X("process.user.id", UINT, true, uid, "user id of the thread, on the host")                 \
	X("process.group.id", UINT, true, gid, "group id of the thread, on the host")               \
	X("process.name", STRING, true, process_name, "name of its first thread (comm)")           \
	X("process.executable.path", STRING, false, executable, "executable, in the container")    \
	X("process.mount_namespace", UINT, false, mount_namespace, "inode of the mount namespace") \
	X("process.pid_namespace", UINT, false, pid_namespace, "inode of the PID namespace")       \
	X("process.existed", BOOL, false, process_existed, "it was there before Eunomia")          \
	X("thread.name", STRING, false, thread_name, "name of the thread, if not the process's")    \
	X("network.peer.container.id", STRING, false, peer_id,                                     \
	  "id of the container at the other end")                                                  \
	X("network.peer.container.name", STRING, false, peer_name,                                 \
	  "name of the container at the other end")

enum context_id {
#define X(n, f, always, get, d) CONTEXT_##get,
	CONTEXT(X)
#undef X
};

static getter *const getters[] = {
#define X(n, f, always, get, d) [CONTEXT_##get] = get_##get,
    CONTEXT(X)
#undef X
};

static const struct eu_field fields[] = {
#define X(n, f, always, get, d)                                                                    \
	[CONTEXT_##get] = {.name = n,                                                              \
			   .doc = d,                                                               \
			   .format = EU_FORMAT_##f,                                                \
			   .offset = CONTEXT_##get,                                                \
			   .optional = !(always)},
    CONTEXT(X)
#undef X
};

#define N_FIELDS (sizeof(fields) / sizeof(fields[0]))

const struct eu_field *eu_schema_context(size_t *n)
{
	*n = N_FIELDS;
	return fields;
}

struct eu_value eu_context_value(const struct eu_event *event, const struct eu_field *field)
{
	return field->offset < N_FIELDS ? getters[field->offset](event) : none;
}

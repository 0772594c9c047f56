/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The picture of the world, kept from records alone: which containers there are, which processes
 * run in them, what they are called. It is right for the moment of each record, because the
 * records come in order; a replay makes the same picture.
 *
 * What no record said (a process that was there before) is asked of the host, when there is one.
 */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>
#include <eunomia/event.h>
#include <eunomia/events.h>

#define EU_WORLD_MAX_PROCESSES 131072
#define EU_KERNEL_CGROUP_PATH 1023 /* bytes that the kernel's tracepoints tell of a cgroup's path */
#define EU_WORLD_FORMER_NAMES 4096 /* bytes of what a container was called before */
#define EU_WORLD_MAX_GONE 4096 /* containers that are remembered without a cgroup */

struct eu_world;

/* What the world asks of its surroundings. All may be NULL. */
struct eu_world_ops {
	/* A record that follows from the last one: a container started, was named. Borrowed. */
	void (*say)(void *context, const struct eu_head *record);
	/* A container began or came in sight: find out its name. pid: a process that made it;
	 * in_tree: one that is followed. */
	void (*ask)(void *context, const struct eu_container *container, uint64_t cgroup_id,
		    uint32_t pid, bool in_tree);
	/* A container's slot is free again. */
	void (*gone)(void *context, eu_ref ref);
	/* What ended longest ago (a run of a container) is remembered no longer: borrowed for the call. */
	void (*forget)(void *context, const struct eu_container *container);
	/* A process no record told of: hands what is known of it to take, as a known_process and a
	 * known_thread for each thread that differs. */
	void (*lookup)(void *context, uint32_t pid,
		       void (*take)(void *taker, const struct eu_head *record), void *taker);
	void *context;
};

int eu_world_new(struct eu_world **out, const struct eu_world_ops *ops, struct eu_error *err);
/* Takes in a record, before it is shown. */
void eu_world_apply(struct eu_world *world, const struct eu_head *record);
/* What had to stay until the record was shown: an exited process, a removed container. */
void eu_world_settle(struct eu_world *world, const struct eu_head *record);

/* Borrowed until the next apply; NULL: the host, or unknown. */
const struct eu_container *eu_world_container(const struct eu_world *world, eu_ref ref);
/* The same, also after its end. */
const struct eu_container *eu_world_remembered(const struct eu_world *world, eu_ref ref);
/* The process of a record; never NULL for a pid above 0. */
const struct eu_process *eu_world_process(struct eu_world *world, const struct eu_head *record);
/* The thread of a record, where it differs from the first of its process; else NULL. Borrowed until
 * the next call. */
const struct eu_thread *eu_world_thread(struct eu_world *world, const struct eu_head *record);
/* Its parent, when it is known already; or NULL. */
const struct eu_process *eu_world_parent(struct eu_world *world, const struct eu_process *process);
/* The container a process is in, or was when it ended a little while ago; or NULL. */
const struct eu_container *eu_world_container_of(struct eu_world *world, uint32_t pid);
/* The last run of the container with an id, also after its end; or NULL. */
const struct eu_container *eu_world_by_id(const struct eu_world *world, const char *id);
/* Is it there, and no engine has said yet that it knows it; or what its engine alone can tell? */
bool eu_world_lacks_engine(const struct eu_world *world, eu_ref ref);
/* Was what the kernel said of its beginning lost, and has nobody else told it? */
bool eu_world_lacks_beginning(const struct eu_world *world, eu_ref ref);
/* The kernel tells of cgroups. Of a container that an engine knows, one is made each time it is
 * started, and ends each time it is stopped: is the record more than that? */
bool eu_world_is_told(const struct eu_world *world, const struct eu_head *record);
/* All containers, or rather their runs, in order of appearance, gone ones too. */
void eu_world_containers(const struct eu_world *world,
			 bool (*each)(void *context, const struct eu_container *container),
			 void *context);
/* The container that had an address (16 bytes, IPv4 mapped) at a time (of records), as its runtime
 * said; or NULL. Addresses are given again as soon as a container is gone. */
const struct eu_container *eu_world_by_address(const struct eu_world *world, const void *address,
					       uint64_t time);
/* Was the container there at a time? */
bool eu_world_lived(const struct eu_world *world, eu_ref ref, uint64_t time);
/* Is this the exec by which a runtime's process becomes a container's? Asked before it settles. */
bool eu_world_enters(struct eu_world *world, const struct eu_event_exec *e);
/* Does a runtime's process act, on its way into a container that runs already? What it does is the
 * runtime's part, until it executes what it was brought in for. */
bool eu_world_is_entering(struct eu_world *world, const struct eu_head *record);
/* Tells a process, its parent, and one of its threads, each when it has changed since it was told
 * last. */
void eu_world_tell_process(struct eu_world *world, uint32_t pid, uint32_t tid, uint64_t time,
			   void (*take)(void *context, const struct eu_head *record),
			   void *context);
/* Has anything been told of the thread? Then its end has to be, too. */
bool eu_world_told_thread(struct eu_world *world, uint32_t pid, uint32_t tid);
/* The same with all threads, but once: for those who hear of its changes, but have missed how it came to be. */
void eu_world_introduce(struct eu_world *world, uint32_t pid, uint64_t time,
			void (*take)(void *context, const struct eu_head *record), void *context);
/* They have not: a record told them, or an answer. */
void eu_world_introduced(struct eu_world *world, uint32_t pid);
/* Tells all that is known as records of a time, for a reader who begins there: containers that are
 * not gone and their names, processes. */
void eu_world_tell(struct eu_world *world, uint64_t time,
		   void (*take)(void *context, const struct eu_head *record), void *context);
/* Tells what a container is called, if it is known. */
void eu_world_tell_names(struct eu_world *world, eu_ref ref, uint64_t time,
			 void (*take)(void *context, const struct eu_head *record), void *context);
/* The record that a container is looked at again of which nothing was heard for a while: what was known
 * of its processes is to be asked for anew. started: its entrypoint has begun. Borrowed; NULL: there is
 * no such container. */
const struct eu_head *eu_world_resumed(struct eu_world *world, eu_ref ref, bool started,
				       uint64_t time);
/* The record that a container's cgroup or namespace is gone, where that was lost. Borrowed; NULL: there
 * is no such container. */
const struct eu_head *eu_world_removal(struct eu_world *world, eu_ref ref, uint64_t time);
/* How often there was no memory for something. */
uint64_t eu_world_starved(const struct eu_world *world);
void eu_world_free(struct eu_world *world);

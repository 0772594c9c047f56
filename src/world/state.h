/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The world's own state, for the files that keep it:
 *
 *	containers.c   containers, what is known about them, and their life
 *	processes.c    processes, and what they become
 *	threads.c      what their threads are called and may do
 *	tell.c         all of it as records, for a recording; and taken back from there
 */
#pragma once

#include <stdlib.h>
#include <string.h>

#include "bpf/shared.h"

#include "hash.h"
#include "world/record.h"
#include "world/threads.h"
#include "world/world.h"

#define MAX_DEAD 1024 /* processes, and threads, that are kept for what other CPUs still say of them */

struct container {
	struct eu_container pub; /* its strings and labels are owned here */
	uint64_t cgroup_id;
	uint32_t pid_namespace;
	uint8_t (*addresses)[16];
	size_t n_addresses;
	bool started, stopped; /* told, or known from before */
	bool labels_known; /* an engine has told them */
	bool engine;   /* an engine knows it: it outlives its cgroup */
	bool kept;     /* … and made it before Eunomia began */
	bool made;     /* … or has said just now that it made it */
	bool removing; /* the engine knows it no more, and its cgroup is still there */
	bool gone;     /* it has no cgroup (any more) */
	bool resting;  /* it is gone, but not removed: created, or stopped */
	uint64_t begun, ended;  /* records' times; ended only if it is gone */
	struct container *next; /* in order of appearance */
};

struct process {
	struct eu_process pub; /* its strings are owned here */
	eu_ref container;
	struct who who;    /* its first thread; what is shown of it is in pub, too … */
	struct who others; /* … and those that are not listed */
	struct thread *threads;
	bool threaded;    /* it has had others than the first since it began */
	bool apart;       /* the first one is something else than those not listed */
	bool others_told; /* what those are */
	bool dead;        /* its last records may still be on the way */
	bool inside;      /* came to life in the container, or has executed in it */
	bool entering;    /* a runtime's, on its way into a container that runs */
	uint64_t told;    /* the version that was told, + 1 */
	UT_hash_handle hh;
};

struct eu_world {
	struct eu_world_ops ops;
	struct container *slots[EU_MAX_SLOTS];
	struct container *first, **last;
	struct process *processes;
	struct process *cached;  /* the one asked for last */
	uint32_t dead[MAX_DEAD]; /* pids, a ring */
	size_t n_dead;
	struct thread *threads; /* that are in the list of a process */
	uint32_t dead_threads[MAX_DEAD];
	size_t n_dead_threads;
	struct eu_thread shown;
	struct {
		uint32_t pid, tid;
		struct who who;
	} before; /* what a thread was that the last record changed; pid 0: none */
	size_t n_gone;
	uint64_t starved; /* how often there was no memory */
	struct eu_builder builder, removal;
};

static inline void eu_set_text(struct eu_world *world, const char **field, const char *text,
			       size_t len)
{
	char *copy = strndup(text, len);

	world->starved += !copy;
	if (!copy)
		return; /* the old text is better than none */
	free((char *)*field);
	*field = copy;
}

/* A string of a record; an empty one changes nothing. */
void eu_take_text(struct eu_world *world, const struct eu_head *record, struct eu_str str,
		  const char **field);

/* ---- containers ---- */

void eu_containers_apply(struct eu_world *world, const struct eu_head *record);
void eu_containers_settle(struct eu_world *world, const struct eu_head *record);
struct container *eu_container_of_ref(const struct eu_world *world, eu_ref ref);
struct container *eu_container_add(struct eu_world *world, const struct eu_head *record,
				   struct eu_str cgroup, uint64_t cgroup_id,
				   uint32_t pid_namespace);
/* One that has no cgroup, but is not removed. */
struct container *eu_container_resting(const struct eu_world *world, eu_ref ref);
struct container *eu_container_add_resting(struct eu_world *world, const struct eu_head *record);
void eu_container_free(struct container *container);
/* A process that a runtime has prepared begins in it: with the entrypoint, or with a command of
 * `exec`. Which action that is. */
uint32_t eu_container_enter(struct container *container, const struct eu_process *process);
/* What follows from a record: a record of its own, at the same moment. */
void eu_container_say(struct eu_world *world, struct container *container,
		      const struct eu_head *cause, uint32_t action, int exit_code, uint32_t target);
/* Who made it is the runtime where neither its cgroup nor anybody else says more. executable: of
 * the maker, or of the first process, which is the runtime's own until the entrypoint begins. */
void eu_container_name_by_maker(struct eu_world *world, struct container *container,
				const struct eu_head *record, struct eu_str executable);

/* ---- processes ---- */

void eu_processes_apply(struct eu_world *world, const struct eu_head *record);
void eu_processes_settle(struct eu_world *world, const struct eu_head *record);
struct process *eu_process_find(struct eu_world *world, uint32_t pid);
struct process *eu_process_add(struct eu_world *world, uint32_t pid);
void eu_process_drop(struct eu_world *world, struct process *process);
/* It begins, as the record tells the task of its first thread. */
void eu_process_begin_task(struct eu_world *world, struct process *process,
			   const struct eu_head *record, const struct eu_task *task);
/* What a record says of a process that was there, by itself or asked for. */
void eu_process_take_known(struct eu_world *world, struct process *process,
			   const struct eu_event_known_process *e);
/* The first process of a container's PID namespace is its init. */
void eu_process_note_init(struct eu_world *world, const struct process *process);

/* ---- what a recording says ---- */

void eu_known_apply(struct eu_world *world, const struct eu_head *record);
void eu_known_thread_apply(struct eu_world *world, const struct eu_event_known_thread *e);

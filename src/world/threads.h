/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the threads of a process are called and may do.
 *
 * Name and credentials belong to threads. A process has those of its first thread, those that its
 * other threads have in common, and a list of the threads that have something else: mostly none.
 * Only what changes is told, so nobody knows how many threads there are: who is not in the list
 * has what is common. One that is in the list leaves it when it ends, which the kernel side tells
 * of such threads.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>


#include <eunomia/events.h>

#include "hash.h"

#define EU_WORLD_MAX_THREADS 32768 /* that are in lists; of more, the oldest are forgotten */

struct eu_world;
struct process;

struct who {
	char name[16];
	struct eu_creds creds;
	bool known; /* whether the credentials are; else they are a guess */
};

struct thread {
	struct who who;
	struct process *process;
	uint32_t tid;
	bool dead;    /* its last records may still be on the way */
	bool changed; /* since it was told */
	bool told;    /* once at least: what a reader knows of it has to be taken back */
	struct thread *prev, *next; /* of the process */
	UT_hash_handle hh;
};

/* As a task or a record of one has it. */
void eu_who_name(struct who *who, const char *text, size_t len);

/* What a thread of the process is called and may do. Borrowed until the next change. */
const struct who *eu_thread_who(struct eu_world *world, const struct process *process,
				uint32_t tid);
/* It is in the list; or NULL. */
struct thread *eu_thread_find(struct eu_world *world, const struct process *process, uint32_t tid);
/* The thread is this now, the first one too. */
void eu_thread_become(struct eu_world *world, struct process *process, uint32_t tid,
		      const struct who *who);
/* The process begins, or begins anew: all its threads are this. */
void eu_threads_begin(struct eu_world *world, struct process *process, const struct who *who);
/* What all are that are not in the list, where the first one is something else. */
void eu_threads_others(struct process *process, const struct who *who);
/* What they may do is as it is now; what it was before is not known of any. */
void eu_threads_forget_creds(struct process *process);
/* It has ended; its last records may still be on the way. */
void eu_thread_end(struct eu_world *world, const struct process *process, uint32_t tid);
/* All of the process. */
void eu_threads_clear(struct eu_world *world, struct process *process);

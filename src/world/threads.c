/* SPDX-License-Identifier: Apache-2.0 */
#include <utlist.h>

#include "cleanup.h"
#include "world/state.h"

void eu_who_name(struct who *who, const char *text, size_t len)
{
	if (len >= sizeof(who->name))
		len = sizeof(who->name) - 1;
	memset(who->name, 0, sizeof(who->name));
	memcpy(who->name, text, len);
}

/* Where what they may do is a guess, what is shown of it counts. */
static bool same(const struct who *a, const struct who *b)
{
	if (strcmp(a->name, b->name))
		return false;
	if (a->known && b->known)
		return !memcmp(&a->creds, &b->creds, sizeof(a->creds));
	return a->creds.user.effective == b->creds.user.effective &&
	       a->creds.group.effective == b->creds.group.effective;
}

struct thread *eu_thread_find(struct eu_world *world, const struct process *process, uint32_t tid)
{
	struct thread *found = NULL;

	if (process->threads)
		HASH_FIND(hh, world->threads, &tid, sizeof(tid), found);
	return found && found->process == process ? found : NULL;
}

const struct who *eu_thread_who(struct eu_world *world, const struct process *process, uint32_t tid)
{
	const struct thread *listed;

	if (tid == process->pub.pid)
		return &process->who;
	listed = eu_thread_find(world, process, tid);
	return listed ? &listed->who : &process->others;
}

static void drop(struct eu_world *world, struct thread *thread)
{
	HASH_DEL(world->threads, thread);
	DL_DELETE(thread->process->threads, thread);
	free(thread);
}

void eu_threads_clear(struct eu_world *world, struct process *process)
{
	while (process->threads)
		drop(world, process->threads);
}

/* The oldest goes when there are too many. What it could do is forgotten, and not the others'. */
static void make_room(struct eu_world *world)
{
	struct thread *oldest = world->threads;

	if (HASH_COUNT(world->threads) < EU_WORLD_MAX_THREADS)
		return;
	oldest->process->others.known = false;
	drop(world, oldest);
}

static struct thread *add(struct eu_world *world, struct process *process, uint32_t tid)
{
	struct thread *thread;

	HASH_FIND(hh, world->threads, &tid, sizeof(tid), thread);
	if (thread)
		drop(world, thread); /* another process's: its end was lost, and the id came round */
	make_room(world);
	thread = calloc(1, sizeof(*thread));
	if (thread) {
		thread->process = process;
		thread->tid = tid;
		HASH_ADD(hh, world->threads, tid, sizeof(tid), thread);
		thread = eu_hash_taken(thread);
	}
	world->starved += !thread;
	if (!thread)
		return NULL;
	DL_APPEND(process->threads, thread);
	return thread;
}

static void compare_first(struct process *process)
{
	process->apart = !same(&process->who, &process->others);
}

/* As long as there is no other thread, those to come will be what the first one is. */
static void first_becomes(struct process *process, const struct who *who)
{
	process->who = *who;
	process->pub.uid = who->creds.user.effective;
	process->pub.gid = who->creds.group.effective;
	process->pub.version++;
	if (!process->threaded)
		process->others = *who;
	compare_first(process);
}

/* Whoever nobody told anything of, and who could not be asked any more. */
static bool is_nobody(const struct process *process)
{
	return !process->others.known && !*process->others.name;
}

void eu_thread_become(struct eu_world *world, struct process *process, uint32_t tid,
		      const struct who *who)
{
	struct thread *thread;
	bool common;

	if (tid == process->pub.pid)
		return first_becomes(process, who);
	if (is_nobody(process))
		return;
	thread = eu_thread_find(world, process, tid);
	common = same(who, &process->others);
	if (!thread && !common)
		thread = add(world, process, tid);
	else if (thread && common && !thread->told)
		drop(world, eu_take(thread));
	if (!thread)
		return;
	thread->who = *who;
	thread->dead = false;
	thread->changed = true;
}

void eu_threads_begin(struct eu_world *world, struct process *process, const struct who *who)
{
	eu_threads_clear(world, process);
	process->threaded = false;
	first_becomes(process, who);
}

void eu_threads_others(struct process *process, const struct who *who)
{
	process->threaded = true;
	process->others = *who;
	compare_first(process);
}

void eu_threads_forget_creds(struct process *process)
{
	struct thread *thread;

	process->who.known = process->others.known = false;
	DL_FOREACH(process->threads, thread)
		thread->who.known = false;
}

void eu_thread_end(struct eu_world *world, const struct process *process, uint32_t tid)
{
	uint32_t *place = &world->dead_threads[world->n_dead_threads % MAX_DEAD];
	struct thread *thread = eu_thread_find(world, process, tid), *oldest;

	if (!thread || thread->dead)
		return;
	HASH_FIND(hh, world->threads, place, sizeof(*place), oldest);
	thread->dead = true;
	*place = tid;
	world->n_dead_threads++;
	if (oldest && oldest->dead && oldest != thread)
		drop(world, oldest);
}

const struct eu_thread *eu_world_thread(struct eu_world *world, const struct eu_head *record)
{
	const struct process *process = eu_process_find(world, record->pid);
	const struct who *who;

	if (!process || record->tid == record->pid || (!process->threads && !process->apart))
		return NULL;
	who = eu_thread_who(world, process, record->tid);
	world->shown = (struct eu_thread){
		.tid = record->tid,
		.uid = who->creds.user.effective,
		.gid = who->creds.group.effective,
		.name = who->name,
	};
	return same(who, &process->who) ? NULL : &world->shown;
}

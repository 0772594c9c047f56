/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -pthread */
/* Threads that call the kernel, wait for one another, and move from CPU to CPU. */

#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <sys/syscall.h>

#include "begin.h"

enum { THREADS = 6, ROUNDS = 300 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int shared_pipe[2];

static void move_to(int cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	sched_setaffinity(0, sizeof(set), &set);
}

static void *work(void *argument)
{
	long me = (intptr_t)argument;
	char byte = 'a' + me;
	int own[2];

	if (pipe(own))
		return NULL;
	for (int i = 0; i < ROUNDS; i++) {
		if (i % 10 == 0)
			move_to((i / 10 + me) % 2);
		write(own[1], &byte, 1);
		read(own[0], &byte, 1);
		pthread_mutex_lock(&lock);
		write(shared_pipe[1], &byte, 1);
		read(shared_pipe[0], &byte, 1);
		pthread_mutex_unlock(&lock);
		syscall(SYS_gettid);
	}
	return NULL;
}

int main(void)
{
	pthread_t threads[THREADS];

	begin();
	if (pipe(shared_pipe))
		return 1;
	for (long i = 0; i < THREADS; i++)
		if (pthread_create(&threads[i], NULL, work, (void *)i))
			return 2;
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -pthread */
/* Threads that are called otherwise than their process, and have another user. Who acts looks for a
 * file that is not there. Two threads are there from the start; "now" does not wait for /tmp/go. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static sem_t worker_turn, plain_turn, done;

static void look_for(const char *name)
{
	open(name, O_RDONLY);
}

static void *made_by_worker(void *unused)
{
	(void)unused;
	look_for("/made");
	return NULL;
}

static void *made_by_first(void *unused)
{
	(void)unused;
	look_for("/after");
	return NULL;
}

static void run(void *(*what)(void *))
{
	pthread_t thread;

	pthread_create(&thread, NULL, what, NULL);
	pthread_join(thread, NULL);
}

static void *worker(void *unused)
{
	(void)unused;
	prctl(PR_SET_NAME, "worker");
	syscall(SYS_setresuid, -1, 1000, -1); /* the C library would change all threads */
	sem_post(&done);
	sem_wait(&worker_turn);
	look_for("/worker");
	if (!fork()) {
		look_for("/child");
		_exit(0);
	}
	wait(NULL);
	run(made_by_worker);
	sem_post(&done);
	sem_wait(&worker_turn);
	execl("/proc/self/exe", "named", "again", NULL);
	_exit(1);
}

static void *plain(void *unused)
{
	(void)unused;
	sem_wait(&plain_turn);
	look_for("/plain");
	sem_post(&done);
	sem_wait(&plain_turn);
	look_for("/plain-then");
	sem_post(&done);
	pause();
	return NULL;
}

static void let(sem_t *turn)
{
	sem_post(turn);
	sem_wait(&done);
}

int main(int argc, char **argv)
{
	struct timespec pause_ = { 0, 5 * 1000 * 1000 };
	pthread_t thread;

	if (argc > 1 && !strcmp(argv[1], "again")) {
		look_for("/again");
		return 0;
	}
	sem_init(&worker_turn, 0, 0);
	sem_init(&plain_turn, 0, 0);
	sem_init(&done, 0, 0);
	pthread_create(&thread, NULL, plain, NULL);
	pthread_create(&thread, NULL, worker, NULL);
	sem_wait(&done);
	while (argc == 1 && access("/tmp/go", F_OK))
		nanosleep(&pause_, NULL);
	look_for("/first");
	let(&worker_turn);
	let(&plain_turn);
	prctl(PR_SET_NAME, "first");
	look_for("/first-then");
	let(&plain_turn);
	run(made_by_first);
	let(&worker_turn); /* does not come back */
	return 2;
}

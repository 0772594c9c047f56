/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -pthread */
/* 200 processes whose threads all end at the same time. */

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PROCESSES = 200, THREADS = 8 };

static pthread_barrier_t ready;

static void *spin(void *unused)
{
	pthread_barrier_wait(&ready);
	for (volatile int on = 1; on;)
		;
	return unused;
}

int main(void)
{
	pthread_t thread;

	for (int i = 0; i < PROCESSES; i++) {
		if (fork()) {
			wait(NULL);
			continue;
		}
		pthread_barrier_init(&ready, NULL, THREADS + 1);
		for (int t = 0; t < THREADS; t++)
			pthread_create(&thread, NULL, spin, NULL);
		pthread_barrier_wait(&ready);
		_exit(3);
	}
	return 0;
}

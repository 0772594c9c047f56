/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -pthread */
/* Threads with different users: the C library would change all of them, the kernel changes one. */

#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *other_user(void *unused)
{
	(void)unused;
	syscall(SYS_setresuid, -1, 1000, -1);
	syscall(SYS_setresuid, -1, 1000, -1); /* changes nothing */
	syscall(SYS_setresuid, -1, 0, -1);
	return NULL;
}

static void run_thread(void)
{
	pthread_t thread;

	pthread_create(&thread, NULL, other_user, NULL);
	pthread_join(thread, NULL);
}

int main(void)
{
	run_thread();
	syscall(SYS_setresgid, 1000, 1000, 1000);
	run_thread();
	syscall(SYS_setresuid, 1000, 1000, 1000);
	syscall(SYS_setuid, 0); /* refused */
	syscall(SYS_unshare, CLONE_NEWUTS); /* refused */
	return 0;
}

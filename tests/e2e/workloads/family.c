/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -pthread */
/* Processes made in each way, executables found and not found, a thread that executes. */

#define _GNU_SOURCE
#include <linux/sched.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "begin.h"

static char *const arguments[] = { "/bin/true", NULL };
static char *const environment[] = { NULL };

static void by_fork(void)
{
	if (!fork()) {
		execve("/no/such/file", arguments, environment);
		execve("/etc/passwd", arguments, environment);
		execve("/bin/true", arguments, environment);
		_exit(1);
	}
	wait(NULL);
}

/* The C library forks by clone(2). */
static void by_fork_itself(void)
{
#ifdef SYS_fork
	if (!syscall(SYS_fork))
		_exit(0);
	wait(NULL);
#endif
}

static void by_vfork(void)
{
	pid_t child = vfork();

	if (!child) {
		execve("/bin/true", arguments, environment);
		_exit(1);
	}
	waitpid(child, NULL, 0);
}

static void by_clone3(void)
{
	struct clone_args how = { .exit_signal = SIGCHLD };

	if (!syscall(SYS_clone3, &how, sizeof(how))) {
		syscall(SYS_execveat, -1, "/bin/true", arguments, environment, 0);
		_exit(1);
	}
	wait(NULL);
}

static void killed(void)
{
	pid_t child = fork();

	if (!child)
		for (;;)
			syscall(SYS_getppid);
	usleep(20000);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void *execute(void *unused)
{
	execve("/bin/true", arguments, environment);
	return unused;
}

static void by_thread(void)
{
	pthread_t thread;

	if (!fork()) {
		pthread_create(&thread, NULL, execute, NULL);
		pthread_join(thread, NULL);
		_exit(1);
	}
	wait(NULL);
}

int main(void)
{
	begin();
	by_fork();
	by_fork_itself();
	by_vfork();
	by_clone3();
	killed();
	by_thread();
	return 0;
}

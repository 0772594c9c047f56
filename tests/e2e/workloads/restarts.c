/* SPDX-License-Identifier: Apache-2.0 */
/* Calls that signals interrupt: begun again, begun again as restart_syscall, or ended. */

#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>

#include "begin.h"

static int ends[2];

static void handle(int signal)
{
	(void)signal;
}

/* On the second alarm the reader gets its byte. */
static void handle_and_write(int signal)
{
	static int alarms;
	char byte = 'x';

	(void)signal;
	if (++alarms == 2)
		write(ends[1], &byte, 1);
}

static void alarm_with(void (*handler)(int), int flags, int times)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };
	struct itimerval soon = { { 0, times > 1 ? 30000 : 0 }, { 0, 30000 } };

	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &soon, NULL);
}

static void no_alarm(void)
{
	struct itimerval never = { { 0, 0 }, { 0, 0 } };

	setitimer(ITIMER_REAL, &never, NULL);
}

/* A stop and its end interrupt a sleep, which goes on as restart_syscall. */
static void stopped_sleep(void)
{
	struct timespec time = { 0, 200 * 1000 * 1000 };
	pid_t child = fork();

	if (!child) {
		nanosleep(&time, NULL);
		_exit(0);
	}
	usleep(50000);
	kill(child, SIGSTOP);
	usleep(50000);
	kill(child, SIGCONT);
	waitpid(child, NULL, 0);
}

int main(void)
{
	struct timespec time = { 0, 100 * 1000 * 1000 };
	char byte;

	begin();
	if (pipe(ends))
		return 1;
	alarm_with(handle, 0, 1);
	read(ends[0], &byte, 1);
	alarm_with(handle, SA_RESTART, 1);
	nanosleep(&time, NULL);
	alarm_with(handle, SA_RESTART, 1);
	poll(NULL, 0, 100);
	alarm_with(handle_and_write, SA_RESTART, 2);
	read(ends[0], &byte, 1);
	no_alarm();
	stopped_sleep();
	return 0;
}

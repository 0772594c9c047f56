/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "world/host.h"

#define WORD 4 /* bytes that a child writes once it is what it is to be */

/* A child that has become what `become` makes of it, and has said so. */
static pid_t start(void (*become)(int say), int *said)
{
	char word[WORD];
	int ends[2];
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (!pid) {
		close(ends[0]);
		become(ends[1]);
		_exit(1);
	}
	close(ends[1]);
	assert_int_equal(read(ends[0], word, WORD), WORD);
	*said = ends[0];
	return pid;
}

static void stop(pid_t pid, int said)
{
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	close(said);
}

static void say_and_end(int say)
{
	_exit(write(say, "here", WORD) != WORD);
}

/* A shell by that name says so itself. */
static void execute_runc(int say)
{
	char path[] = "/tmp/test-host-XXXXXX/runc", *slash = strrchr(path, '/');
	char command[sizeof(path) + 32];

	*slash = '\0';
	if (!mkdtemp(path))
		_exit(1);
	*slash = '/';
	snprintf(command, sizeof(command), "cp /bin/sh %s", path);
	if (system(command))
		_exit(1);
	dup2(say, STDOUT_FILENO);
	execl(path, "runc", "-c", "rm -r \"${0%/*}\"; printf here; read word", path, NULL);
}

static int say_when_alone;

static void *outlive(void *arg)
{
	pthread_t *first = arg;

	pthread_join(*first, NULL);
	if (write(say_when_alone, "here", WORD) == WORD)
		pause();
	return NULL;
}

static void end_first_thread(int say)
{
	static pthread_t first;
	pthread_t other;

	first = pthread_self();
	say_when_alone = say;
	if (!pthread_create(&other, NULL, outlive, &first))
		pthread_exit(NULL);
}

static void a_process_executes_what_it_executes(void **state)
{
	assert_true(eu_host_executes_other(getpid()));
}

static void a_runtime_is_nobody_else(void **state)
{
	int said, silent[2], input = dup(STDIN_FILENO);
	pid_t pid;

	assert_int_equal(pipe(silent), 0);
	dup2(silent[0], STDIN_FILENO);
	pid = start(execute_runc, &said);
	dup2(input, STDIN_FILENO);
	assert_false(eu_host_executes_other(pid));
	stop(pid, said);
	close(silent[0]);
	close(silent[1]);
	close(input);
}

/* It stays, with nothing that it executes, until its parent has asked. */
static void who_has_ended_is_nobody(void **state)
{
	siginfo_t info;
	int said;
	pid_t pid = start(say_and_end, &said);

	assert_int_equal(waitid(P_PID, pid, &info, WEXITED | WNOWAIT), 0);
	assert_false(eu_host_executes_other(pid));
	stop(pid, said);
	assert_false(eu_host_executes_other(pid));
}

static void whose_first_thread_has_ended_is_somebody(void **state)
{
	int said;
	pid_t pid = start(end_first_thread, &said);

	assert_true(eu_host_executes_other(pid));
	stop(pid, said);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_process_executes_what_it_executes),
		cmocka_unit_test(a_runtime_is_nobody_else),
		cmocka_unit_test(who_has_ended_is_nobody),
		cmocka_unit_test(whose_first_thread_has_ended_is_somebody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

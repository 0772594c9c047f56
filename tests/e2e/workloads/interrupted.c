/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A child connects where nobody answers, and a signal comes:
 *	interrupted ended      a handler, and the call returns EINTR
 *	interrupted again      a handler after which it begins again
 *	interrupted stopped    a stop and its end, after which it begins again
 *	interrupted exits      a handler, after which it would begin again, ends the process
 *	interrupted killed     the signal ends the process
 */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct sockaddr_in server = {
	.sin_family = AF_INET,
	.sin_port = 0x901f, /* 8080 */
	.sin_addr.s_addr = 0x0100007f,
};
static const struct sockaddr *address = (const struct sockaddr *)&server;

static void must(int condition, const char *what)
{
	if (condition)
		return;
	perror(what);
	exit(1);
}

static void handle(int signal)
{
	(void)signal;
}

static void handle_and_exit(int signal)
{
	(void)signal;
	_exit(0);
}

static void on_signal(void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	must(!sigaction(SIGUSR1, &action, NULL), "sigaction");
}

static int connected(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	return connect(fd, address, sizeof(server)) ? -errno : fd;
}

/* No room is left for one more connection: what asks for one gets no answer. */
static int full_server(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	must(!bind(fd, address, sizeof(server)), "bind");
	must(!listen(fd, 0), "listen");
	must(connected() >= 0, "connect");
	return fd;
}

static pid_t start(const char *how)
{
	pid_t child = fork();
	int result;

	if (child)
		return child;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (!strcmp(how, "ended"))
		on_signal(handle, 0);
	if (!strcmp(how, "again"))
		on_signal(handle, SA_RESTART);
	if (!strcmp(how, "exits"))
		on_signal(handle_and_exit, SA_RESTART);
	result = connected();
	must(strcmp(how, "ended") ? result >= 0 : result == -EINTR, "connect");
	exit(0);
}

/* Until somebody waits for an answer: state 02. */
static void wait_for_connect(void)
{
	char line[256];
	int waits = 0;

	while (!waits) {
		FILE *file = fopen("/proc/net/tcp", "r");

		must(file != NULL, "/proc/net/tcp");
		while (fgets(line, sizeof(line), file))
			waits |= strstr(line, ":1F90 02 ") != NULL;
		fclose(file);
	}
}

int main(int argc, char **argv)
{
	int listening = full_server();
	pid_t child = start(argv[argc - 1]);

	wait_for_connect();
	if (!strcmp(argv[argc - 1], "stopped")) {
		kill(child, SIGSTOP);
		must(waitpid(child, NULL, WUNTRACED) == child, "waitpid");
		kill(child, SIGCONT);
	} else {
		kill(child, SIGUSR1);
	}
	must(accept(listening, NULL, NULL) >= 0, "accept");
	must(waitpid(child, NULL, 0) == child, "waitpid");
	return 0;
}

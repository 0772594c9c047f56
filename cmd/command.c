// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd.h"
#include "command.h"
#include "say.h"

/* As it was before Eunomia blocked and ignored what it handles itself. */
static void restore_signals(void)
{
	sigset_t none;

	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* And not its interpreter, which gives the same error. */
static bool is_missing(const char *program, int error)
{
	return (error == ENOENT || error == ENOTDIR) &&
	       (!strchr(program, '/') || access(program, F_OK));
}

__attribute__((noreturn)) static void run_child(char **argv, int release_fd, int failure_fd)
{
	char byte;
	int error;

	if (read(release_fd, &byte, 1) != 1)
		_exit(EU_EXIT_FAILED); /* Eunomia ended before it watched */
	restore_signals();
	execvp(argv[0], argv);
	error = errno;
	if (write(failure_fd, &error, sizeof(error)) < 0)
		_exit(EU_EXIT_FAILED);
	_exit(is_missing(argv[0], error) ? EU_EXIT_NOT_FOUND : EU_EXIT_CANNOT_RUN);
}

int command_prepare(struct command *command, char **argv, struct eu_error *err)
{
	int release[2], failure[2];
	pid_t pid;

	if (pipe2(release, O_CLOEXEC))
		return eu_fail(err, errno, "pipe: %s", strerror(errno));
	if (pipe2(failure, O_CLOEXEC | O_NONBLOCK)) {
		close(release[0]);
		close(release[1]);
		return eu_fail(err, errno, "pipe: %s", strerror(errno));
	}
	pid = fork();
	if (!pid) {
		close(release[1]);
		run_child(argv, release[0], failure[1]);
	}
	close(release[0]);
	close(failure[1]);
	if (pid < 0) {
		close(release[1]);
		close(failure[0]);
		return eu_fail(err, errno, "fork: %s", strerror(errno));
	}
	*command = (struct command){
	    .argv = argv, .pid = pid, .release_fd = release[1], .failure_fd = failure[0]};
	return 0;
}

void command_release(struct command *command)
{
	if (!command->pid)
		return;
	/* A child that was killed meanwhile is noticed when it is reaped. */
	if (write(command->release_fd, "g", 1) != 1)
		return;
	close(command->release_fd);
	command->release_fd = -1;
}

static bool collect(struct command *command, int flags)
{
	pid_t pid;

	if (!command->pid || command->ended)
		return false;
	do
		pid = waitpid(command->pid, &command->status, flags);
	while (pid < 0 && errno == EINTR);
	command->ended = pid == command->pid;
	return command->ended;
}

bool command_reap(struct command *command)
{
	return collect(command, WNOHANG);
}

/* What was to be seen of it has been seen, and it goes on: signals are for us again, as they were
 * while it was watched, even if we were started in the background, where a shell ignores SIGINT. */
static void wait_for(struct command *command)
{
	sigset_t blocked;

	say("%s still runs, and its exit code is waited for; a signal ends the waiting",
	    command->argv[0]);
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGUSR1); /* it asks for a statement, which has been said */
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	collect(command, 0);
}

static const char *why(const char *program, int error)
{
	if (is_missing(program, error))
		return "command not found";
	return error == ENOENT ? "its interpreter is not there" : strerror(error);
}

int command_exit_code(struct command *command)
{
	int error;

	if (!command_reap(command) && !command->ended)
		wait_for(command);
	if (read(command->failure_fd, &error, sizeof(error)) == sizeof(error))
		say_error("%s: %s", command->argv[0], why(command->argv[0], error));
	if (WIFSIGNALED(command->status))
		return 128 + WTERMSIG(command->status);
	return WEXITSTATUS(command->status);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Executes itself by descriptor, and /bin/true by name. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void run(long call, int fd, const char *path, char *argv[], int flags)
{
	static char *env[] = {NULL};

	if (!fork()) {
		if (call == SYS_execve)
			syscall(SYS_execve, path, argv, env);
		else
			syscall(SYS_execveat, fd, path, argv, env, flags);
		_exit(1);
	}
	wait(NULL);
}

int main(int argc, char *argv[])
{
	int self = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);

	if (argc > 1)
		return 0;
	for (int i = 0; i < 3; i++)
		run(SYS_execveat, self, "", (char *[]){argv[0], "again", NULL}, AT_EMPTY_PATH);
	for (int i = 0; i < 2; i++)
		run(SYS_execve, -1, "/bin/true", (char *[]){"true", i ? "one" : "two", NULL}, 0);
	for (int i = 0; i < 2; i++)
		run(SYS_execveat, AT_FDCWD, "/bin/true", (char *[]){"true", "three", NULL}, 0);
	run(SYS_execveat, open("/proc/self/exe", O_RDONLY), "",
	    (char *[]){argv[0], "again", NULL}, AT_EMPTY_PATH);
	run(SYS_execveat, self, "none", (char *[]){argv[0], NULL}, 0);
	return 0;
}

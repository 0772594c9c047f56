/* SPDX-License-Identifier: Apache-2.0 */
/* Passes names that cannot be read, names that are too long, and empty arguments. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NOWHERE ((char *)8)

static char *const empty_arguments[] = {"first", "", "third", "", NULL};
static char *const bad_arguments[] = {"first", NOWHERE, NULL};
static char long_name[6000];

int main(void)
{
	int directory = open("/tmp", O_RDONLY | O_DIRECTORY);

	memset(long_name, 'n', sizeof(long_name) - 1);
	syscall(SYS_openat, AT_FDCWD, NOWHERE, O_RDONLY);
	syscall(SYS_openat, directory, NOWHERE, O_RDONLY);
	syscall(SYS_openat, directory, NULL, O_RDONLY);
	syscall(SYS_unlink, NOWHERE);
	syscall(SYS_symlink, NOWHERE, "/tmp/a");
	syscall(SYS_rename, "/tmp/a", NOWHERE);
	syscall(SYS_open, long_name, O_RDONLY);
	syscall(SYS_mkdir, long_name, 0700);
	syscall(SYS_execve, "/not-here", empty_arguments, NULL);
	syscall(SYS_execve, "/not-here", bad_arguments, NULL);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Executes, as a user without privileges, what gives some, and what gives none. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/capability.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#define USER 1000

static int copy_self(const char *path, int mode)
{
	int from = open("/proc/self/exe", O_RDONLY), to = open(path, O_WRONLY | O_CREAT, 0700);

	while (sendfile(to, from, NULL, 1 << 20) > 0)
		;
	close(to);
	close(from);
	return chmod(path, mode);
}

static int give_capability(const char *path, unsigned capability)
{
	struct vfs_cap_data data = {
		.magic_etc = VFS_CAP_REVISION_2 | VFS_CAP_FLAGS_EFFECTIVE,
		.data[0].permitted = 1u << capability,
	};

	return setxattr(path, "security.capability", &data, sizeof(data), 0);
}

static int execute(const char *path, int by_descriptor)
{
	char *arguments[] = {(char *)path, "done", NULL}, *none[] = {NULL};
	pid_t child = fork();
	int status = 0;

	if (!child) {
		if (by_descriptor)
			syscall(SYS_execveat, open(path, O_PATH), "", arguments, none,
				AT_EMPTY_PATH);
		else
			execve(path, arguments, none);
		_exit(1);
	}
	return waitpid(child, &status, 0) != child || status;
}

int main(int argc, char **argv)
{
	(void)argv;
	if (argc == 2)
		return 0;
	if (copy_self("/tmp/plain", 0755) || copy_self("/tmp/user", 04755) ||
	    copy_self("/tmp/group", 02755) || copy_self("/tmp/capable", 0755) ||
	    give_capability("/tmp/capable", CAP_NET_BIND_SERVICE))
		return 2;
	if (setresgid(USER, USER, USER) || setresuid(USER, USER, USER))
		return 3;
	return execute("/tmp/plain", 0) || execute("/tmp/user", 0) || execute("/tmp/group", 0) ||
	       execute("/tmp/capable", 1);
}

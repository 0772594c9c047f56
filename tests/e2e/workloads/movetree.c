/* SPDX-License-Identifier: Apache-2.0 */
/* Copies a tree that is in no place, moves it to one by its descriptor, and on by its name. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static long move(int fd, const char *from, const char *to, unsigned flags)
{
	return syscall(SYS_move_mount, fd, from, AT_FDCWD, to, flags);
}

int main(void)
{
	int tree;

	if (mkdir("/tmp/there", 0700) || mkdir("/tmp/back", 0700))
		return 1;
	tree = syscall(SYS_open_tree, AT_FDCWD, "/etc", OPEN_TREE_CLONE);
	if (tree < 0 || move(tree, "", "/tmp/there", MOVE_MOUNT_F_EMPTY_PATH))
		return 2;
	return move(AT_FDCWD, "/tmp/there", "/tmp/back", 0) ? 3 : 0;
}

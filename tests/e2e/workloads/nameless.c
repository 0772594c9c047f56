/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a file that has no name, and gives it one. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	char self[32];
	int fd;

	if (argc != 3)
		return 2;
	fd = open(argv[1], O_TMPFILE | O_WRONLY, 0600);
	if (fd < 0 || write(fd, "x\n", 2) != 2)
		return 1;
	snprintf(self, sizeof(self), "/proc/self/fd/%d", fd);
	return linkat(AT_FDCWD, self, AT_FDCWD, argv[2], AT_SYMLINK_FOLLOW) != 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a directory as deep as names allow and opens a file by a path of 4095 bytes, then one
 * that is deeper than a path can say. */

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char step[] = "a-directory-with-a-name-of-63-bytes-abcdefghijklmnopqrstuvwxyz1";

static int descend(int times)
{
	for (int i = 0; i < times; i++)
		if (mkdir(step, 0700) || chdir(step))
			return 1;
	return close(open("bottom", O_WRONLY | O_CREAT, 0600));
}

int main(void)
{
	char path[4096];

	if (sizeof(step) != 64 || chdir("/tmp") || descend(63))
		return 1;
	if (!getcwd(path, sizeof(path) - 8))
		return 2;
	strcat(path, "/bottom");
	if (close(open(path, O_RDONLY)))
		return 3;
	return descend(40) ? 4 : 0;
}

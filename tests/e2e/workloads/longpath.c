/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a directory as deep as names allow and opens a file by a path of 4095 bytes; asks there for
 * a change of names that are as long again; then opens one that is deeper than a path can say. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
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

static int rename_longest(void)
{
	const char *last = step + 14; /* a path of 4086 bytes */
	char name[4096];

	if (mkdir(last, 0700) || chdir(last))
		return 1;
	for (size_t i = 0; i < sizeof(name); i++)
		name[i] = i % 2 ? '/' : 'x';
	name[sizeof(name) - 1] = '\0';
	return !rename(name, name) || errno != ENOENT;
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
	if (rename_longest())
		return 4;
	return descend(40) ? 5 : 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Executes a program that has no name: a memfd. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
	char *argv[] = { "true", NULL }, *envp[] = { NULL };
	int from = open("/bin/busybox", O_RDONLY);
	int to = memfd_create("hidden", MFD_CLOEXEC);
	struct stat about;

	if (fstat(from, &about) || sendfile(to, from, NULL, about.st_size) != about.st_size)
		return 1;
	fexecve(to, argv, envp);
	return 2;
}

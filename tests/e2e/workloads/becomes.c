/* SPDX-License-Identifier: Apache-2.0 */
/* A process becomes another one without an exec: another mount namespace, another user. It says the
 * namespace, and then looks for a file that is not there. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	char name[64] = "";

	if (unshare(CLONE_NEWNS) || readlink("/proc/self/ns/mnt", name, sizeof(name) - 1) < 0)
		return 1;
	printf("%.*s\n", (int)strcspn(name + 5, "]"), name + 5); /* "mnt:[4026531841]" */
	fflush(stdout);
	if (setresgid(1000, 1000, 1000) || setresuid(1000, 1000, 1000))
		return 2;
	open("/nowhere", O_RDONLY);
	if (!fork())
		_exit(0);
	wait(NULL);
	return 0;
}

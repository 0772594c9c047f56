/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -pthread */
/* The first thread ends with 5; the second one, then the last, ends itself, or the process as told. */

#include <pthread.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_t first;

static void *end(void *how)
{
	pthread_join(first, NULL);
	syscall(how ? SYS_exit_group : SYS_exit, how ? atoi(how) : 7);
	return NULL;
}

int main(int argc, char **argv)
{
	pthread_t second;

	first = pthread_self();
	if (pthread_create(&second, NULL, end, argc > 1 ? argv[1] : NULL))
		return 1;
	syscall(SYS_exit, 5);
}

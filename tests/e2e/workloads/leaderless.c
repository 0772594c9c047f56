/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -pthread */
/* The first thread ends; another one goes on, and looks for a file every 100 ms. */

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

static void *go_on(void *unused)
{
	(void)unused;
	for (;;) {
		open("/still-here", O_RDONLY);
		usleep(100000);
	}
}

int main(void)
{
	pthread_t thread;

	if (pthread_create(&thread, NULL, go_on, NULL))
		return 1;
	pthread_exit(NULL);
}

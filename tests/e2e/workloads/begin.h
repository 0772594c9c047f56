/* SPDX-License-Identifier: Apache-2.0 */
/* How the workloads that two observers compare begin: wait until /tmp/go is there, say so. */
#pragma once

#include <time.h>
#include <unistd.h>

static inline void begin(void)
{
	struct timespec pause = { 0, 5 * 1000 * 1000 };

	while (access("/tmp/go", F_OK))
		nanosleep(&pause, NULL);
	if (!chroot("/no/such/marker"))
		_exit(99);
}

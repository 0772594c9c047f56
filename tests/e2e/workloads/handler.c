/* SPDX-License-Identifier: Apache-2.0 */
/* A handler's end puts -EPERM back into the register in which calls return. */

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/time.h>

static volatile int seen;

static void note(int number)
{
	(void)number;
	seen = 1;
}

int main(void)
{
	struct itimerval soon = { .it_value.tv_usec = 1000 };

	signal(SIGALRM, note);
	setitimer(ITIMER_REAL, &soon, NULL);
	__asm__ volatile("1: cmpl $0, %0; je 1b" : : "m"(seen), "a"(-(long)EPERM) : "memory");
	return 0;
}

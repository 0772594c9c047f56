/* SPDX-License-Identifier: Apache-2.0 */
/* Every system call of x86-64 by its number, with arguments that make no sense. */

#define _GNU_SOURCE
#include <signal.h>
#include <stdbool.h>
#include <sys/syscall.h>

#include "begin.h"

/* Those that would end, stop or leave this process, or succeed and disturb it. */
static const int left_out[] = {
	SYS_exit, SYS_exit_group, SYS_fork, SYS_vfork, SYS_pause, SYS_rt_sigreturn, SYS_chroot,
	SYS_reboot, SYS_sync, SYS_vhangup, SYS_restart_syscall,
	335, 336, /* uretprobe and uprobe: SIGILL */
};

static bool is_left_out(int nr)
{
	for (unsigned int i = 0; i < sizeof(left_out) / sizeof(*left_out); i++)
		if (nr == left_out[i])
			return true;
	return false;
}

int main(void)
{
	begin();
	for (int nr = 0; nr < 470; nr++)
		if (!is_left_out(nr) && (nr < 337 || nr > 423))
			syscall(nr, -1L, -1L, -1L, -1L, -1L, -1L);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Calls that a seccomp filter refuses, traps, and punishes. */

#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "begin.h"

static void handle(int signal)
{
	(void)signal;
}

static void act_on(int nr, unsigned int action)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, action),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(*code), code };

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

static void in_a_child(unsigned int action)
{
	if (!fork()) {
		signal(SIGSYS, handle);
		act_on(SYS_getppid, action);
		syscall(SYS_getppid);
		syscall(SYS_getuid);
		_exit(0);
	}
	wait(NULL);
}

int main(void)
{
	begin();
	in_a_child(SECCOMP_RET_ERRNO | EXDEV);
	in_a_child(SECCOMP_RET_TRAP);
	in_a_child(SECCOMP_RET_KILL_THREAD);
	in_a_child(SECCOMP_RET_KILL_PROCESS);
	return 0;
}

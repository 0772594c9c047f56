/* SPDX-License-Identifier: Apache-2.0 */
/* Changes each of a thread's sets of capabilities alone. */
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static void set(unsigned inheritable)
{
	struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
	struct __user_cap_data_struct sets[2] = {{0}};

	syscall(SYS_capget, &head, sets);
	sets[0].inheritable = inheritable;
	syscall(SYS_capset, &head, sets);
}

int main(void)
{
	set(0);
	set(1u << CAP_KILL);
	prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_KILL, 0, 0);
	prctl(PR_CAPBSET_DROP, CAP_KILL, 0, 0, 0);
	prctl(PR_CAPBSET_DROP, 99, 0, 0, 0);
	return 0;
}

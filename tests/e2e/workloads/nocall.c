/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers that no call has, as programs try that look for what is allowed. */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	syscall(512 + SYS_symlink, "to", "from");
	syscall(512 + SYS_symlink, "to", "from");
	syscall(1021);
	syscall(5000);
	syscall(-7);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Changes a link to nothing, and not. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_fchmodat2
#define SYS_fchmodat2 452 /* Linux 6.6 */
#endif

int main(void)
{
	static const char link[] = "/tmp/link";

	symlink("nothing", link);
	syscall(SYS_fchownat, AT_FDCWD, link, 0, 0, AT_SYMLINK_NOFOLLOW);
	syscall(SYS_fchownat, AT_FDCWD, link, 0, 0, 0);
	syscall(SYS_fchmodat2, AT_FDCWD, link, 0700, AT_SYMLINK_NOFOLLOW);
	return 0;
}

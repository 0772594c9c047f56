/* SPDX-License-Identifier: Apache-2.0 */
/* Passes names that are empty. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	int directory = open("/tmp", O_RDONLY | O_DIRECTORY);

	syscall(SYS_open, "", O_RDONLY);
	syscall(SYS_openat, directory, "", O_RDONLY);
	syscall(SYS_unlink, "");
	syscall(SYS_mkdir, "", 0700);
	syscall(SYS_chmod, "", 0700);
	syscall(SYS_rename, "", "");
	syscall(SYS_truncate, "", 0);
	syscall(SYS_fchownat, directory, "", 0, 0, 0);
	syscall(SYS_fchownat, directory, "", 0, 0, AT_EMPTY_PATH);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses that lead nowhere: the kernel cannot read them either. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

int main(void)
{
	int unix_socket = socket(AF_UNIX, SOCK_STREAM, 0);

	syscall(SYS_openat, AT_FDCWD, 8L, O_RDONLY);
	syscall(SYS_bind, unix_socket, 8L, 20L);
	syscall(SYS_connect, unix_socket, 8L, 20L);
	syscall(SYS_rename, 8L, 16L);
	syscall(SYS_execve, 8L, 16L, 0L);
	syscall(SYS_writev, 1, 8L, 2L);
	syscall(SYS_sendmsg, unix_socket, 8L, 0L);
	syscall(SYS_mount, 8L, 8L, 8L, 0L, 0L);
	syscall(SYS_nanosleep, 8L, 0L);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Calls with arguments that a seccomp profile can narrow, each a known number of times. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/sched.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void narrow(int fd)
{
	int one = 1;

	setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &one, sizeof(one));
	setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &one, sizeof(one));
	ioctl(fd, FIONBIO, &one);
	ioctl(fd, 0xabcdef01, 0);
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	fcntl(fd, F_NOTIFY, 0);
	close(fd);
}

static void map(int protection)
{
	void *memory = mmap(NULL, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	mprotect(memory, 4096, PROT_READ);
	munmap(memory, 4096);
}

int main(void)
{
	struct clone_args clone = {.flags = CLONE_FS | CLONE_CLEAR_SIGHAND, .exit_signal = SIGCHLD};

	for (int i = 0; i < 3; i++)
		narrow(socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_UDP));
	personality(0xffffffff);
	prctl(PR_GET_KEEPCAPS);
	unshare(CLONE_SYSVSEM);
	map(PROT_READ | PROT_WRITE | PROT_EXEC);
	map(PROT_READ | PROT_WRITE);
	if (!syscall(SYS_clone3, &clone, sizeof(clone)))
		_exit(0);
	wait(NULL);
	return 0;
}

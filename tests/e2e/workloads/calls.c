/* SPDX-License-Identifier: Apache-2.0 */
/* Everyday calls of one thread, good and bad ones. */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/utsname.h>

#include "begin.h"

static void files(void)
{
	char buffer[100] = "words";
	struct iovec parts[2] = { { buffer, 50 }, { buffer + 50, 50 } };
	struct stat about;
	int fd = open("/tmp/file", O_RDWR | O_CREAT, 0644);

	for (int i = 0; i < 20; i++)
		pwrite(fd, buffer, sizeof(buffer), i * 100);
	lseek(fd, 0, SEEK_SET);
	while (readv(fd, parts, 2) > 0)
		;
	fstat(fd, &about);
	fchmod(fd, 0600);
	ftruncate(fd, 10);
	dup3(fd, 50, O_CLOEXEC);
	dup3(fd, fd, 0);
	close(50);
	close(50);
	close(fd);
	rename("/tmp/file", "/tmp/other");
	unlink("/tmp/file");
	unlink("/tmp/other");
	open("/etc/shadow", O_RDONLY);
	read(-1, buffer, 1);
	syscall(SYS_getcwd, 1L, 10L);
}

static void memory(void)
{
	void *area = mmap(NULL, 1 << 16, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	mprotect(area, 4096, PROT_READ | PROT_WRITE);
	madvise(area, 4096, MADV_DONTNEED);
	area = mremap(area, 1 << 16, 1 << 17, MREMAP_MAYMOVE);
	munmap(area, 1 << 17);
	munmap((void *)1, 1);
}

static void waiting(void)
{
	struct epoll_event event = { EPOLLIN, { 0 } };
	struct pollfd one = { eventfd(1, 0), POLLIN, 0 };
	struct timespec moment = { 0, 1000 };
	int poller = epoll_create1(0);

	epoll_ctl(poller, EPOLL_CTL_ADD, one.fd, &event);
	epoll_wait(poller, &event, 1, 10);
	poll(&one, 1, 0);
	nanosleep(&moment, NULL);
	close(poller);
	close(one.fd);
}

static void sockets(void)
{
	char byte = 'x';
	int pair[2];

	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	send(pair[0], &byte, 1, 0);
	recv(pair[1], &byte, 1, 0);
	recv(pair[1], &byte, 1, MSG_DONTWAIT);
	shutdown(pair[0], SHUT_RDWR);
	send(pair[0], &byte, 1, MSG_NOSIGNAL);
	close(pair[0]);
	close(pair[1]);
	socket(AF_INET, SOCK_STREAM, 99);
	socket(999, 1, 0);
}

static void ids(void)
{
	struct utsname about;

	for (int i = 0; i < 50; i++)
		syscall(SYS_getppid);
	uname(&about);
	setuid(getuid());
	setgid(65534);
	kill(getpid(), 0);
	kill(1 << 22, SIGTERM);
	syscall(1000);
}

int main(void)
{
	begin();
	files();
	memory();
	waiting();
	sockets();
	ids();
	return 7;
}

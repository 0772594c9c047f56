/* SPDX-License-Identifier: Apache-2.0 */
/* Calls that write what is left of a time, or where they got to in a file, over what was passed. With
 * an argument one that waits. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static void wait_a_while(void)
{
	struct timeval time = {0, 30000};
	struct timespec times[2] = {{0, 20000000}, {0, 10000000}};

	syscall(SYS_pselect6, 0, NULL, NULL, NULL, &times[0], NULL);
	syscall(SYS_ppoll, NULL, 0, &times[1], NULL, 8);
#ifdef SYS_select
	syscall(SYS_select, 0, NULL, NULL, NULL, &time);
#else
	(void)time;
#endif
}

static void receive(void)
{
	struct timespec time = {5, 7};
	char bytes[8];
	struct iovec part = {bytes, sizeof(bytes)};
	struct mmsghdr message = {.msg_hdr = {.msg_iov = &part, .msg_iovlen = 1}};
	int pair[2];

	socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
	send(pair[0], "hello", 5, 0);
	syscall(SYS_recvmmsg, pair[1], &message, 1, 0, &time);
}

static void move_bytes(void)
{
	int in = open("/etc/passwd", O_RDONLY), out = open("/tmp/out", O_CREAT | O_RDWR, 0600);
	int zero = open("/dev/zero", O_RDONLY);
	off_t at = 5;
	loff_t from = 3, to = 9;
	int ends[2];

	syscall(SYS_sendfile, out, in, &at, 7);
	syscall(SYS_copy_file_range, in, &from, out, &to, 4, 0);
	pipe(ends);
	from = 2;
	syscall(SYS_splice, in, &from, ends[1], NULL, 6, 0);
	at = 70;
	syscall(SYS_sendfile, out, -1, &at, 7);
	at = 80;
	syscall(SYS_sendfile, out, zero, &at, 3);
}

#ifdef __x86_64__
static long call32(long nr, long a, long b, long c, long d, long e)
{
	long result;

	__asm__ volatile("int $0x80" : "=a"(result)
			 : "a"(nr), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e)
			 : "memory", "r8", "r9", "r10", "r11");
	return result;
}

/* As programs of 32 bits do it: _newselect, ppoll, ppoll_time64, sendfile. */
static void as_of_old(void)
{
	int32_t *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
	int in = open("/etc/passwd", O_RDONLY), out = open("/tmp/out", O_RDWR);

	at[0] = 0, at[1] = 4000;
	call32(142, 0, 0, 0, 0, (long)&at[0]);
	at[2] = 0, at[3] = 5000000;
	call32(309, 0, 0, (long)&at[2], 0, 8);
	at[4] = 0, at[5] = 0, at[6] = 6000000, at[7] = 0;
	call32(414, 0, 0, (long)&at[4], 0, 8);
	at[8] = 11;
	call32(187, out, in, (long)&at[8], 2, 0);
}
#else
static void as_of_old(void)
{
}
#endif

int main(int argc, char **argv)
{
	struct timespec long_time = {600, 0};

	(void)argv;
	if (argc > 1)
		return syscall(SYS_pselect6, 0, NULL, NULL, NULL, &long_time, NULL);
	wait_a_while();
	receive();
	move_bytes();
	as_of_old();
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -m32 -nostdlib -ffreestanding -fno-pic -no-pie -fno-stack-protector */
/* An i386 program without a library, so that no 32-bit library need be there. */

struct timespec32 {
	int seconds, nanoseconds;
};

enum { EXIT = 1, READ = 3, OPEN = 5, CLOSE = 6, ACCESS = 33, CHROOT = 61, GETPPID = 64,
       MUNMAP = 91, UNAME = 122, NANOSLEEP = 162, GETUID32 = 199, SOCKET = 359,
       OPENAT = 295, EXIT_GROUP = 252, SOCKETCALL = 102 };

static int call(int nr, long a, long b, long c, long d)
{
	int result;

	__asm__ volatile("int $0x80"
			 : "=a"(result)
			 : "a"(nr), "b"(a), "c"(b), "d"(c), "S"(d)
			 : "memory");
	return result;
}

void _start(void)
{
	struct timespec32 pause = { 0, 5 * 1000 * 1000 };
	char buffer[400];
	int fd;

	while (call(ACCESS, (long)"/tmp/go", 0, 0, 0))
		call(NANOSLEEP, (long)&pause, 0, 0, 0);
	call(CHROOT, (long)"/no/such/marker", 0, 0, 0);
	fd = call(OPEN, (long)"/etc/group", 0, 0, 0);
	call(READ, fd, (long)buffer, sizeof(buffer), 0);
	call(CLOSE, fd, 0, 0, 0);
	call(CLOSE, fd, 0, 0, 0);
	call(OPENAT, -100, (long)"/etc/shadow", 0, 0);
	call(GETPPID, 0, 0, 0, 0);
	call(GETUID32, 0, 0, 0, 0);
	call(UNAME, (long)buffer, 0, 0, 0);
	call(MUNMAP, 1, 1, 0, 0);
	call(SOCKET, 2, 1, 99, 0);
	call(SOCKETCALL, 99, 0, 0, 0);
	call(400, 0, 0, 0, 0);
	call(EXIT_GROUP, 0, 0, 0, 0);
	__builtin_unreachable();
}

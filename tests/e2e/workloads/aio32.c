/* SPDX-License-Identifier: Apache-2.0 */
/* flags: -m32 -nostdlib -ffreestanding -fno-pic -no-pie -fno-stack-protector */
/* Writes by io_submit(2) as an i386 program does, without a library. */

enum { EXIT = 1, OPEN = 5, IO_SETUP = 245, IO_SUBMIT = 248 };
enum { PWRITE = 1, PWRITEV = 8 };

struct iocb {
	unsigned long long data;
	unsigned key, flags;
	unsigned short command;
	short priority;
	unsigned fd;
	unsigned long long buffer, size;
	long long offset;
	unsigned long long reserved;
	unsigned more_flags, eventfd;
};

struct part {
	char *base;
	unsigned len;
};

static char page[200];

static int call(int nr, long a, long b, long c)
{
	int result;

	__asm__ volatile("int $0x80"
			 : "=a"(result)
			 : "a"(nr), "b"(a), "c"(b), "d"(c)
			 : "memory");
	return result;
}

void _start(void)
{
	struct part parts[] = {{page, 100}, {page, 23}};
	int fd = call(OPEN, (long)"/tmp/data", 0102, 0600);
	struct iocb plain = {.command = PWRITE, .fd = fd, .buffer = (unsigned long)page,
			     .size = 57};
	struct iocb vector = {.command = PWRITEV, .fd = fd, .buffer = (unsigned long)parts,
			      .size = 2, .offset = 57};
	struct iocb *list[] = {&plain, &vector};
	unsigned long context = 0;

	if (call(IO_SETUP, 8, (long)&context, 0))
		call(EXIT, 1, 0, 0);
	call(EXIT, call(IO_SUBMIT, context, 2, (long)list) != 2, 0, 0);
	__builtin_unreachable();
}

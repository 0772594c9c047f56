/* SPDX-License-Identifier: Apache-2.0 */
/* Writes and reads files by io_submit(2). */

#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MANY 70

static char page[8192];
static aio_context_t context;

static struct iocb request(int command, int fd, const void *buffer, size_t size, long offset)
{
	return (struct iocb){
		.aio_lio_opcode = command,
		.aio_fildes = fd,
		.aio_buf = (uintptr_t)buffer,
		.aio_nbytes = size,
		.aio_offset = offset,
	};
}

/* Submits, and waits for the end: the sum of the results. */
static long done(struct iocb *all, long n)
{
	struct iocb *list[MANY];
	struct io_event events[MANY];
	long sum = 0;

	for (long i = 0; i < n; i++)
		list[i] = &all[i];
	if (syscall(SYS_io_submit, context, n, list) != n ||
	    syscall(SYS_io_getevents, context, n, n, events, NULL) != n)
		return -1;
	for (long i = 0; i < n; i++)
		sum += events[i].res;
	return sum;
}

/* Many requests at once, and one of many parts. */
static int write_many(int fd)
{
	struct iocb all[MANY], one;
	struct iovec parts[MANY];

	for (int i = 0; i < MANY; i++) {
		all[i] = request(IOCB_CMD_PWRITE, fd, page, 10, 10 * i);
		parts[i] = (struct iovec){page, i};
	}
	one = request(IOCB_CMD_PWRITEV, fd, parts, MANY, 0);
	return done(all, MANY) == 10 * MANY && done(&one, 1) == MANY * (MANY - 1) / 2;
}

int main(void)
{
	struct iovec parts[] = {{page, 100}, {page, 23}}, room[] = {{page, 500}, {page, 4000}};
	int fd = open("/tmp/data", O_RDWR | O_CREAT, 0600);
	int other = open("/tmp/other", O_WRONLY | O_CREAT, 0600);
	struct iocb writes[] = {
		request(IOCB_CMD_PWRITE, fd, page, 777, 0),
		request(IOCB_CMD_PWRITEV, fd, parts, 2, 777),
		request(IOCB_CMD_PWRITE, other, page, 50, 0),
		request(IOCB_CMD_FDSYNC, fd, NULL, 0, 0),
	};
	struct iocb reads[] = {
		request(IOCB_CMD_PREAD, fd, page, sizeof(page), 0), /* there are 900 */
		request(IOCB_CMD_PREADV, fd, room, 2, 100),         /* … and 800 */
		request(IOCB_CMD_PREAD, fd, page, 10, 5000),
	};
	struct iocb wrong = request(IOCB_CMD_PREAD, -1, page, 5, 0);

	if (syscall(SYS_io_setup, MANY, &context))
		return 1;
	if (done(writes, 3) != 950 || done(writes + 3, 1) > 0)
		return 2;
	if (done(reads, 3) != 1700 || done(&wrong, 1) != -1)
		return 3;
	return write_many(open("/tmp/many", O_WRONLY | O_CREAT, 0600)) ? 0 : 4;
}

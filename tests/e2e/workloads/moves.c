/* SPDX-License-Identifier: Apache-2.0 */
/* Moves bytes between files in each way that there is, once. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

static char page[1000];

static int file(const char *path)
{
	return open(path, O_RDWR | O_CREAT, 0600);
}

/* Through a pipe: what is spliced into it, or what lies in memory. */
static int drained(int from, size_t n, int to)
{
	struct iovec memory = {page, n};
	int ends[2];

	if (pipe(ends))
		return 0;
	if (from < 0)
		return vmsplice(ends[1], &memory, 1, 0) == (ssize_t)n &&
		       splice(ends[0], NULL, to, NULL, n, 0) == (ssize_t)n;
	return splice(from, NULL, ends[1], NULL, n, 0) == (ssize_t)n &&
	       splice(ends[0], NULL, to, NULL, n, 0) == (ssize_t)n;
}

static int by_vectors(int from, int to)
{
	struct iovec ten = {page, 10}, parts[] = {{page, 5}, {page, 15}}, thirty = {page, 30};

	return pread(from, page, 10, 0) == 10 && preadv(from, parts, 2, 0) == 20 &&
	       preadv2(from, &thirty, 1, 0, 0) == 30 && pwrite(to, page, 30, 0) == 30 &&
	       pwritev(to, parts, 2, 0) == 20 && pwritev2(to, &ten, 1, 0, 0) == 10;
}

int main(void)
{
	int from = file("/tmp/from");

	if (write(from, page, 1000) != 1000 || lseek(from, 0, SEEK_SET))
		return 1;
	if (sendfile(file("/tmp/sendfile"), from, NULL, 100) != 100)
		return 2;
	if (copy_file_range(from, NULL, file("/tmp/copy_file_range"), NULL, 200, 0) != 200)
		return 3;
	if (!drained(from, 300, file("/tmp/splice")) || !drained(-1, 400, file("/tmp/vmsplice")))
		return 4;
	return by_vectors(from, file("/tmp/vectors")) ? 0 : 5;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Maps its own file twice, and memory without one. */
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
	int fd = open("/proc/self/exe", O_RDONLY);

	for (int i = 0; i < 2; i++)
		mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 0);
	mmap(NULL, 1 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, fd, 0);
	close(fd);
	return 0;
}

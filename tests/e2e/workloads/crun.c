/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a file, and is called as a runtime. */

#include <fcntl.h>
#include <unistd.h>

int main(void)
{
	char bytes[64];
	int fd = open("/etc/group", O_RDONLY);

	return fd < 0 || read(fd, bytes, sizeof(bytes)) <= 0 || write(1, "x\n", 2) != 2;
}

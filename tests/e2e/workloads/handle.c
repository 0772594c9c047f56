/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Opens files by handles, as a process does that wants out of its container:
 *
 *	handle                     its own /etc/passwd; one that leads nowhere; without the capability
 *	handle TYPE BYTES          one that somebody else found, in hexadecimal, on its root's file system
 */

#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/capability.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
	struct file_handle head;
	unsigned char bytes[MAX_HANDLE_SZ];
} handle = {.head.handle_bytes = MAX_HANDLE_SZ};

static int open_handle(int flags)
{
	int directory = open("/", O_RDONLY | O_DIRECTORY);
	int fd = open_by_handle_at(directory, &handle.head, flags);

	close(directory);
	return fd;
}

static int open_given(const char *type, const char *bytes)
{
	size_t n = strlen(bytes) / 2;

	handle.head.handle_type = atoi(type);
	handle.head.handle_bytes = n;
	for (size_t i = 0; i < n && i < MAX_HANDLE_SZ; i++)
		sscanf(bytes + 2 * i, "%2hhx", &handle.head.f_handle[i]);
	return open_handle(O_RDONLY) < 0;
}

static void give_up_capabilities(void)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct none[2] = {};

	syscall(SYS_capset, &header, none);
}

int main(int argc, char **argv)
{
	char page[64];
	int mount, fd;

	if (argc == 3)
		return open_given(argv[1], argv[2]);
	if (name_to_handle_at(AT_FDCWD, "/etc/passwd", &handle.head, &mount, 0))
		return 1;
	fd = open_handle(O_RDONLY | O_CLOEXEC);
	if (read(fd, page, 10) != 10)
		return 1;
	handle.head.f_handle[0] ^= 0x55;
	open_handle(O_RDONLY);
	handle.head.f_handle[0] ^= 0x55;
	give_up_capabilities();
	open_handle(O_RDWR);
	return 0;
}

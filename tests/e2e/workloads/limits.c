/* SPDX-License-Identifier: Apache-2.0 */
/* Calls at the limits of what they take: many datagrams at once, an address without a NUL, large
 * buffers. */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { MESSAGES = 600 };

static int send_many(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5353),
				 .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	struct iovec ten = {"0123456789", 10};
	static struct mmsghdr messages[MESSAGES];
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	for (int i = 0; i < MESSAGES; i++)
		messages[i].msg_hdr = (struct msghdr){.msg_name = &to, .msg_namelen = sizeof(to),
						      .msg_iov = &ten, .msg_iovlen = 1};
	return sendmmsg(fd, messages, MESSAGES, 0) != MESSAGES || close(fd);
}

static int connect_in_vain(void)
{
	struct {
		struct sockaddr_un address;
		char behind[16];
	} passed = {.address = {.sun_family = AF_UNIX}, .behind = "-behind"};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	memset(passed.address.sun_path, 'p', sizeof(passed.address.sun_path));
	memcpy(passed.address.sun_path, "/tmp/", 5);
	if (!connect(fd, (void *)&passed, sizeof(passed.address)))
		return 1;
	return !connect(fd, (void *)&passed, sizeof(sa_family_t) + 7) || close(fd);
}

static int bind_longest(void)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	memset(address.sun_path, 'l', sizeof(address.sun_path));
	memcpy(address.sun_path, "/tmp/", 5);
	return bind(fd, (void *)&address, sizeof(address)) || close(fd);
}

static int write_much(void)
{
	static const int sizes[] = {4095, 4096, 5000};
	int fd = open("/dev/null", O_WRONLY);
	char bytes[5000];

	memset(bytes, 'b', sizeof(bytes));
	for (int i = 0; i < 3; i++)
		if (write(fd, bytes, sizes[i]) != sizes[i])
			return 1;
	return close(fd);
}

int main(void)
{
	return send_many() || connect_in_vain() || bind_longest() || write_much();
}

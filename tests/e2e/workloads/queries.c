/* SPDX-License-Identifier: Apache-2.0 */
/* Short-lived sockets to one peer, as a resolver's: TIMES datagrams of BYTES, and one more by a
 * child over a socket of its parent's. */

#include <arpa/inet.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static char bytes[1000];

int main(int argc, char **argv)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5353),
				 .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int times = argc == 3 ? atoi(argv[1]) : 0, size = argc == 3 ? atoi(argv[2]) : 0, fd;

	for (int i = 0; i < times; i++) {
		fd = socket(AF_INET, SOCK_DGRAM, 0);
		if (sendto(fd, bytes, size, 0, (void *)&to, sizeof(to)) != size)
			return 1;
		if (i < times - 1)
			close(fd);
	}
	if (!fork())
		_exit(sendto(fd, bytes, size, 0, (void *)&to, sizeof(to)) != size);
	return wait(NULL) < 0;
}

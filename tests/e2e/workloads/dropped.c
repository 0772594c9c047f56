/* SPDX-License-Identifier: Apache-2.0 */
/* A server's sockets: made as root, inherited by children that end one after the other, used and
 * closed by a worker of user 1000. */

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int end_children(int n)
{
	for (int i = 0; i < n; i++) {
		pid_t child = fork();

		if (!child)
			_exit(0);
		waitpid(child, NULL, 0);
	}
	return 0;
}

int main(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5353),
				 .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int udp = socket(AF_INET, SOCK_DGRAM, 0), pair[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) || end_children(8) || setgid(1000) ||
	    setuid(1000))
		return 1;
	if (sendto(udp, "four", 4, 0, (void *)&to, sizeof(to)) != 4 || write(pair[0], "five!", 5) != 5)
		return 2;
	return close(udp) || close(pair[0]) || close(pair[1]);
}

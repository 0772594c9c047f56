/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Three sockets listen at one address. The last and the first one close again, then two connections
 * come in. A child accepts one of them, nobody the other.
 */

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sockaddr_in at;

static void must(int condition, const char *what)
{
	if (condition)
		return;
	perror(what);
	exit(1);
}

static int listening(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0), yes = 1;

	must(!setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof(yes)), "SO_REUSEPORT");
	must(!bind(fd, (struct sockaddr *)&at, sizeof(at)), "bind");
	must(!listen(fd, 5), "listen");
	return fd;
}

static int connected(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	must(!connect(fd, (struct sockaddr *)&at, sizeof(at)), "connect");
	return fd;
}

static void accept_one(int from)
{
	char byte = 'x';
	int fd = accept(from, NULL, NULL);

	must(write(fd, &byte, 1) == 1, "write");
	must(read(fd, &byte, 1) == 0, "read");
	exit(0);
}

int main(void)
{
	int first, second, third, accepted, waiting;
	char byte;

	at = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(8080) };
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	first = listening();
	second = listening();
	third = listening();
	close(third);
	close(first);
	accepted = connected();
	waiting = connected();
	if (!fork()) {
		close(accepted);
		accept_one(second);
	}
	must(read(accepted, &byte, 1) == 1, "read");
	close(accepted);
	must(wait(NULL) > 0, "wait");
	close(waiting);
	close(second);
	return 0;
}

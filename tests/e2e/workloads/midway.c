/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A connection that is half made, or half over, until standard input ends:
 *	midway asked     no answer to connect(2) has come
 *	midway shut      the client has sent all it will send: the server answers after that
 */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in at;

static void must(int condition, const char *what)
{
	if (condition)
		return;
	perror(what);
	exit(1);
}

static int connecting(int flags)
{
	int fd = socket(AF_INET, SOCK_STREAM | flags, 0);

	must(!connect(fd, (struct sockaddr *)&at, sizeof(at)) || errno == EINPROGRESS, "connect");
	return fd;
}

static void wait_for_end(int fd)
{
	char bytes[1000];

	while (read(fd, bytes, sizeof(bytes)) > 0)
		;
}

/* There is room for one connection that is not accepted. */
static void asked(int server)
{
	int client;

	connecting(0);
	client = connecting(SOCK_NONBLOCK);
	wait_for_end(0);
	must(accept(server, NULL, NULL) >= 0, "accept");
	must(poll(&(struct pollfd){ .fd = client, .events = POLLOUT }, 1, -1) == 1, "poll");
	server = accept(server, NULL, NULL);
	must(write(client, "hello", 5) == 5, "write");
	close(client);
	wait_for_end(server);
}

static void shut(int server)
{
	char bytes[1000] = "";
	int client = connecting(0);

	server = accept(server, NULL, NULL);
	must(write(client, "hello", 5) == 5, "write");
	must(!shutdown(client, SHUT_WR), "shutdown");
	wait_for_end(server);
	wait_for_end(0);
	must(write(server, bytes, sizeof(bytes)) == sizeof(bytes), "write");
	close(server);
	wait_for_end(client);
	close(client);
}

int main(int argc, char **argv)
{
	int server = socket(AF_INET, SOCK_STREAM, 0);

	at = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(8080) };
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	must(!bind(server, (struct sockaddr *)&at, sizeof(at)), "bind");
	must(!listen(server, 0), "listen");
	if (!strcmp(argv[argc - 1], "asked"))
		asked(server);
	else
		shut(server);
	return 0;
}

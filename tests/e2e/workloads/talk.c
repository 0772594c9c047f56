/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One end of a conversation:
 *	talk udp-serve PORT N [ADDRESS]     answers N datagrams
 *	talk udp ADDRESS PORT N      sends N datagrams and waits for each answer
 *	talk udp-connected ADDRESS PORT N   the same by read(2) and write(2)
 *	talk later ADDRESS PORT      connects without waiting, then waits for the outcome
 *	talk unix-serve PATH         takes one connection, to its end; @name is abstract
 *	talk unix PATH               connects and sends a byte
 *	talk hold ADDRESS PORT       connects, sends a byte, and ends when its standard input does
 *	talk unix-hold PATH          the same
 *	talk serve-after PORT N      listens, and takes N connections when its standard input ends
 *	talk reset ADDRESS PORT N    makes N connections and resets each
 *	talk send ADDRESS PORT N     makes N connections and sends a byte through each
 *	talk again ADDRESS PORT      connects without waiting, and asks by connect(2) what came of it
 *	talk share PORT              listens where others may, too, and answers each connection's byte
 *	talk ask ADDRESS PORT N      makes N connections, sends a byte through each and gets one
 */

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void must(int condition, const char *what)
{
	if (condition)
		return;
	perror(what);
	exit(1);
}

static struct sockaddr_in internet(const char *address, const char *port)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(port)) };

	must(inet_pton(AF_INET, address, &to.sin_addr) == 1, address);
	return to;
}

static socklen_t named(struct sockaddr_un *to, const char *path)
{
	*to = (struct sockaddr_un){ .sun_family = AF_UNIX };
	strncpy(to->sun_path, path, sizeof(to->sun_path) - 1);
	if (*path != '@')
		return sizeof(*to);
	to->sun_path[0] = '\0';
	return offsetof(struct sockaddr_un, sun_path) + strlen(path);
}

/* Of either family. */
static struct sockaddr_in6 anywhere(const char *address, const char *port)
{
	struct sockaddr_in6 to = { .sin6_family = AF_INET6, .sin6_port = htons(atoi(port)) };

	if (inet_pton(AF_INET6, address, &to.sin6_addr) != 1)
		*(struct sockaddr_in *)&to = internet(address, port);
	return to;
}

static socklen_t length(const struct sockaddr_in6 *to)
{
	return to->sin6_family == AF_INET6 ? sizeof(*to) : sizeof(struct sockaddr_in);
}

static void udp_serve(const char *address, const char *port, int n)
{
	struct sockaddr_in6 at = anywhere(address, port), from;
	int fd = socket(at.sin6_family, SOCK_DGRAM, 0);
	char bytes[512];

	must(!bind(fd, (struct sockaddr *)&at, length(&at)), "bind");
	while (n-- > 0) {
		socklen_t len = sizeof(from);
		ssize_t got = recvfrom(fd, bytes, sizeof(bytes), 0, (struct sockaddr *)&from, &len);

		must(got >= 0, "recvfrom");
		must(sendto(fd, bytes, got, 0, (struct sockaddr *)&from, len) == got, "sendto");
	}
}

static void udp(const char *address, const char *port, int n)
{
	struct sockaddr_in6 to = anywhere(address, port);
	int fd = socket(to.sin6_family, SOCK_DGRAM, 0);
	char bytes[100] = "hello";

	while (n-- > 0) {
		must(sendto(fd, bytes, sizeof(bytes), 0, (struct sockaddr *)&to, length(&to)) > 0,
		     "sendto");
		must(recv(fd, bytes, sizeof(bytes), 0) == sizeof(bytes), "recv");
	}
}

/* A datagram for each byte of the input. */
static void udp_beat(const char *address, const char *port)
{
	struct sockaddr_in to = internet(address, port);
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	char byte;

	while (read(0, &byte, 1) > 0)
		must(sendto(fd, &byte, 1, 0, (struct sockaddr *)&to, sizeof(to)) == 1, "sendto");
}

static void udp_connected(const char *address, const char *port, int n)
{
	struct sockaddr_in6 to = anywhere(address, port);
	int fd = socket(to.sin6_family, SOCK_DGRAM, 0);
	char bytes[100] = "hello";

	must(!connect(fd, (struct sockaddr *)&to, length(&to)), "connect");
	while (n-- > 0) {
		must(write(fd, bytes, sizeof(bytes)) == sizeof(bytes), "write");
		must(read(fd, bytes, sizeof(bytes)) == sizeof(bytes), "read");
	}
}

static void later(const char *address, const char *port)
{
	struct sockaddr_in6 to = anywhere(address, port);
	int fd = socket(to.sin6_family, SOCK_STREAM | SOCK_NONBLOCK, 0), error = 0;
	struct pollfd wait = { .fd = fd, .events = POLLOUT };
	socklen_t len = sizeof(error);

	must(connect(fd, (struct sockaddr *)&to, length(&to)) && errno == EINPROGRESS, "connect");
	must(poll(&wait, 1, 5000) == 1, "poll");
	must(!getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &len), "getsockopt");
	printf("%d\n", error);
}

static void unix_serve(const char *path)
{
	struct sockaddr_un at;
	socklen_t len = named(&at, path);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0), one;
	char byte;

	must(!bind(fd, (struct sockaddr *)&at, len) && !listen(fd, 1), path);
	one = accept(fd, NULL, NULL);
	must(one >= 0 && read(one, &byte, 1) == 1, "accept");
	while (read(one, &byte, 1) > 0)
		;
}

static void unix_talk(const char *path)
{
	struct sockaddr_un to;
	socklen_t len = named(&to, path);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	must(!connect(fd, (struct sockaddr *)&to, len) && write(fd, "x", 1) == 1, path);
}

static void until_input_ends(void)
{
	char byte;

	while (read(0, &byte, 1) > 0)
		;
}

static void again(const char *address, const char *port)
{
	struct sockaddr_in to = internet(address, port);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	struct pollfd wait = { .fd = fd, .events = POLLOUT };

	must(connect(fd, (struct sockaddr *)&to, sizeof(to)) && errno == EINPROGRESS, "connect");
	must(poll(&wait, 1, 5000) == 1, "poll");
	must(!connect(fd, (struct sockaddr *)&to, sizeof(to)), "connect again");
	must(connect(fd, (struct sockaddr *)&to, sizeof(to)) && errno == EISCONN, "once more");
}

static void serve_after(const char *port, int n)
{
	struct sockaddr_in at = internet("0.0.0.0", port);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	char byte;

	must(!bind(fd, (struct sockaddr *)&at, sizeof(at)) && !listen(fd, n), "listen");
	until_input_ends();
	while (n-- > 0) {
		int one = accept(fd, NULL, NULL);

		must(one >= 0, "accept");
		if (read(one, &byte, 1) < 0)
			byte = 0; /* it was reset */
		close(one);
	}
}

static void connect_often(const char *address, const char *port, int n, int reset)
{
	struct sockaddr_in to = internet(address, port);
	struct linger at_once = { .l_onoff = 1 };

	while (n-- > 0) {
		int fd = socket(AF_INET, SOCK_STREAM, 0);

		must(!connect(fd, (struct sockaddr *)&to, sizeof(to)), "connect");
		if (reset)
			setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
		else
			must(write(fd, "x", 1) == 1, "write");
		close(fd);
	}
}

static void share(const char *port)
{
	struct sockaddr_in at = internet("0.0.0.0", port);
	int fd = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
	char byte;

	must(!setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof(yes)), "SO_REUSEPORT");
	must(!bind(fd, (struct sockaddr *)&at, sizeof(at)) && !listen(fd, 5), "listen");
	for (;;) {
		int one = accept(fd, NULL, NULL);

		must(one >= 0 && read(one, &byte, 1) == 1 && write(one, &byte, 1) == 1, "answer");
		must(!read(one, &byte, 1), "end");
		close(one);
	}
}

static void ask(const char *address, const char *port, int n)
{
	struct sockaddr_in to = internet(address, port);
	char byte = 'x';

	while (n-- > 0) {
		int fd = socket(AF_INET, SOCK_STREAM, 0);

		must(!connect(fd, (struct sockaddr *)&to, sizeof(to)), "connect");
		must(write(fd, &byte, 1) == 1 && read(fd, &byte, 1) == 1, "answer");
		close(fd);
	}
}

static void hold(const char *address, const char *port)
{
	struct sockaddr_in to = internet(address, port);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	must(!connect(fd, (struct sockaddr *)&to, sizeof(to)) && write(fd, "x", 1) == 1, address);
	until_input_ends();
}

int main(int argc, char **argv)
{
	const char *what = argc > 2 ? argv[1] : "";

	if (!strcmp(what, "udp-serve") && argc == 4)
		udp_serve("0.0.0.0", argv[2], atoi(argv[3]));
	else if (!strcmp(what, "udp-serve") && argc == 5)
		udp_serve(argv[4], argv[2], atoi(argv[3]));
	else if (!strcmp(what, "udp") && argc == 5)
		udp(argv[2], argv[3], atoi(argv[4]));
	else if (!strcmp(what, "udp-beat") && argc == 4)
		udp_beat(argv[2], argv[3]);
	else if (!strcmp(what, "udp-connected") && argc == 5)
		udp_connected(argv[2], argv[3], atoi(argv[4]));
	else if (!strcmp(what, "later") && argc == 4)
		later(argv[2], argv[3]);
	else if (!strcmp(what, "unix-serve"))
		unix_serve(argv[2]);
	else if (!strcmp(what, "unix"))
		unix_talk(argv[2]);
	else if (!strcmp(what, "serve-after") && argc == 4)
		serve_after(argv[2], atoi(argv[3]));
	else if ((!strcmp(what, "reset") || !strcmp(what, "send")) && argc == 5)
		connect_often(argv[2], argv[3], atoi(argv[4]), !strcmp(what, "reset"));
	else if (!strcmp(what, "unix-hold")) {
		unix_talk(argv[2]);
		until_input_ends();
	} else if (!strcmp(what, "again") && argc == 4)
		again(argv[2], argv[3]);
	else if (!strcmp(what, "share"))
		share(argv[2]);
	else if (!strcmp(what, "ask") && argc == 5)
		ask(argv[2], argv[3], atoi(argv[4]));
	else if (!strcmp(what, "hold") && argc == 4)
		hold(argv[2], argv[3]);
	else
		return 2;
	return 0;
}

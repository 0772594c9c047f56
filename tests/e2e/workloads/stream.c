/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One end of TCP connections, over TCP or, where the kernel has it, over MPTCP:
 *	stream serve tcp|mptcp PORT N              takes N connections, and answers 100 bytes to each
 *	stream send tcp|mptcp ADDRESS PORT BYTES   sends so many, and waits for the answer
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MPTCP 262
#define ANSWER 100

static void must(int condition, const char *what)
{
	if (condition)
		return;
	perror(what);
	exit(1);
}

/* As Go's net package does it. */
static int stream_socket(const char *kind)
{
	int fd = strcmp(kind, "mptcp") ? -1 : socket(AF_INET, SOCK_STREAM, MPTCP);

	if (fd < 0)
		fd = socket(AF_INET, SOCK_STREAM, 0);
	must(fd >= 0, "socket");
	return fd;
}

static long until_end(int fd)
{
	char bytes[4096];
	long all = 0, got;

	while ((got = read(fd, bytes, sizeof(bytes))) > 0)
		all += got;
	must(!got, "read");
	return all;
}

static void serve(const char *kind, struct sockaddr_in at, int n)
{
	int fd = stream_socket(kind);
	char answer[ANSWER] = "";

	must(!bind(fd, (struct sockaddr *)&at, sizeof(at)) && !listen(fd, 8), "listen");
	while (n-- > 0) {
		int one = accept(fd, NULL, NULL);

		must(one >= 0, "accept");
		until_end(one);
		must(write(one, answer, sizeof(answer)) == sizeof(answer), "write");
		close(one);
	}
}

static void send_bytes(const char *kind, struct sockaddr_in to, int n)
{
	int fd = stream_socket(kind);
	char *bytes = calloc(1, n);

	must(!connect(fd, (struct sockaddr *)&to, sizeof(to)), "connect");
	must(write(fd, bytes, n) == n && !shutdown(fd, SHUT_WR), "write");
	must(until_end(fd) == ANSWER, "answer");
}

int main(int argc, char **argv)
{
	struct sockaddr_in address = {.sin_family = AF_INET};

	if (argc == 5 && !strcmp(argv[1], "serve")) {
		address.sin_port = htons(atoi(argv[3]));
		serve(argv[2], address, atoi(argv[4]));
	} else if (argc == 6 && !strcmp(argv[1], "send")) {
		address.sin_port = htons(atoi(argv[4]));
		must(inet_pton(AF_INET, argv[3], &address.sin_addr) == 1, argv[3]);
		send_bytes(argv[2], address, atoi(argv[5]));
	} else {
		return 2;
	}
	return 0;
}

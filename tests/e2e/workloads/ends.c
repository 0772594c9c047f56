/* SPDX-License-Identifier: Apache-2.0 */
/* Sockets without connections of TCP's, and how each of them ends. */

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static char bytes[5000];

/* A client and a server of one type: 1000 bytes there, of which 100 are looked at before, 300 back;
 * the client closes, the server's end goes with its process. */
static int served(const char *path, int type)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int server = socket(AF_UNIX, type, 0), client, taken;
	struct iovec parts[2] = {{bytes, 400}, {bytes, 600}};
	pid_t child;

	for (int i = 0; path[i]; i++)
		address.sun_path[i] = path[i];
	if (bind(server, (void *)&address, sizeof(address)) || listen(server, 1))
		return 1;
	child = fork();
	if (!child) {
		taken = accept(server, NULL, NULL);
		recv(taken, bytes, 100, MSG_PEEK);
		_exit(read(taken, bytes, sizeof(bytes)) != 1000 || write(taken, bytes, 300) != 300);
	}
	client = socket(AF_UNIX, type, 0);
	if (connect(client, (void *)&address, sizeof(address)) || writev(client, parts, 2) != 1000)
		return 2;
	if (recv(client, bytes, sizeof(bytes), 0) != 300)
		return 3;
	close(client);
	close(server);
	waitpid(child, NULL, 0);
	return 0;
}

/* 20 bytes to a socket with a name, which answers nobody; both end with the process. */
static int datagrams(void)
{
	struct sockaddr_un address = {AF_UNIX, "/tmp/datagrams"};
	int to = socket(AF_UNIX, SOCK_DGRAM, 0), from = socket(AF_UNIX, SOCK_DGRAM, 0);

	if (bind(to, (void *)&address, sizeof(address)))
		return 1;
	for (int i = 0; i < 2; i++)
		if (sendto(from, bytes, 10, 0, (void *)&address, sizeof(address)) != 10 ||
		    recv(to, bytes, sizeof(bytes), 0) != 10)
			return 2;
	return 0;
}

/* One socket in two processes: the parent sends 30, the child 40 and lets go of it last. */
static int shared(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(5353)};
	int fd = socket(AF_INET, SOCK_DGRAM, 0), ready[2];
	pid_t child;

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (connect(fd, (void *)&to, sizeof(to)) || pipe(ready) || write(fd, bytes, 30) != 30)
		return 1;
	child = fork();
	if (!child) {
		read(ready[0], bytes, 1);
		for (int i = 0; i < 3 && send(fd, bytes, 40, 0) != 40; i++)
			; /* nobody is there, which the socket says once */
		_exit(0);
	}
	close(fd);
	write(ready[1], "x", 1);
	waitpid(child, NULL, 0);
	return 0;
}

/* IPv4 through IPv6 sockets, both of this process. */
static int mapped(void)
{
	struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons(5354)};
	int to = socket(AF_INET6, SOCK_DGRAM, 0), from = socket(AF_INET6, SOCK_DGRAM, 0);

	inet_pton(AF_INET6, "::ffff:127.0.0.1", &address.sin6_addr);
	if (bind(to, (void *)&address, sizeof(address)) ||
	    sendto(from, bytes, 50, 0, (void *)&address, sizeof(address)) != 50 ||
	    recv(to, bytes, sizeof(bytes), MSG_PEEK) != 50 || read(to, bytes, sizeof(bytes)) != 50)
		return 1;
	return close(from) || close(to);
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 99;
	switch (argv[1][0]) {
	case 's':
		return served("/tmp/stream", SOCK_STREAM);
	case 'q':
		return served("/tmp/packets", SOCK_SEQPACKET);
	case 'd':
		return datagrams();
	case 'u':
		return shared();
	}
	return mapped();
}

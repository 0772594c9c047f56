/* SPDX-License-Identifier: Apache-2.0 */
/* A process that serves a unix socket and one that connects to it. */

#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	struct sockaddr_un address = { AF_UNIX, "/tmp/the-socket" };
	int server = socket(AF_UNIX, SOCK_STREAM, 0);
	char byte = 'x';
	int fd;

	if (bind(server, (struct sockaddr *)&address, sizeof(address)) || listen(server, 1))
		return 1;
	if (!fork()) {
		fd = socket(AF_UNIX, SOCK_STREAM, 0);
		if (connect(fd, (struct sockaddr *)&address, sizeof(address)))
			_exit(1);
		_exit(write(fd, &byte, 1) != 1);
	}
	fd = accept(server, NULL, NULL);
	if (fd < 0 || read(fd, &byte, 1) != 1)
		return 2;
	return wait(NULL) < 0;
}

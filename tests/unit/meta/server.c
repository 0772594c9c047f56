/* SPDX-License-Identifier: Apache-2.0 */
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "server.h"
#include "support.h"

#define MAX_CONNECTIONS 1024
#define MAX_PATHS       65536

struct connection {
	struct server *server;
	pthread_t thread;
	int fd;
};

struct server {
	serve_fn serve;
	pthread_t thread;
	pthread_mutex_t lock;
	char path[108];
	int fd;
	atomic_bool stop;
	struct connection connections[MAX_CONNECTIONS];
	size_t n_connections;
	char paths[MAX_PATHS]; /* of all requests, a line each */
};

bool send_text(int fd, const char *text)
{
	size_t len = strlen(text);

	return send(fd, text, len, MSG_NOSIGNAL) == (ssize_t)len;
}

bool answer(int fd, int status, const char *headers, const char *body)
{
	char head[512];

	snprintf(head, sizeof(head), "HTTP/1.1 %d X\r\nContent-Length: %zu\r\n%s\r\n", status,
		 strlen(body), headers);
	return send_text(fd, head) && send_text(fd, body);
}

bool answer_data(int fd, const char *name)
{
	size_t len;
	eu_auto_free char *text = read_data(name, &len);

	return answer(fd, 200, "Content-Type: application/json\r\n", text);
}

bool stopping(struct server *server)
{
	return server->stop;
}

bool hang(struct server *server)
{
	while (!server->stop)
		usleep(5000);
	return false;
}

static void note(struct server *server, const char *path)
{
	pthread_mutex_lock(&server->lock);
	if (strlen(server->paths) + strlen(path) + 2 < sizeof(server->paths))
		strcat(strcat(server->paths, path), "\n");
	pthread_mutex_unlock(&server->lock);
}

int server_asked(struct server *server, const char *part)
{
	int n = 0;

	pthread_mutex_lock(&server->lock);
	for (const char *at = server->paths; *at; at += strcspn(at, "\n") + 1) {
		eu_auto_free char *line = strndup(at, strcspn(at, "\n"));

		n += strstr(line, part) != NULL;
	}
	pthread_mutex_unlock(&server->lock);
	return n;
}

static bool read_request(struct connection *c, char *request, size_t size)
{
	size_t used = 0;

	while (used < size - 1) {
		ssize_t n = read(c->fd, request + used, size - 1 - used);

		if (n <= 0)
			return false;
		used += n;
		request[used] = '\0';
		if (strstr(request, "\r\n\r\n"))
			return true;
	}
	return false;
}

static void *serve_connection(void *ctx)
{
	struct connection *c = ctx;
	char request[4096], path[4096];

	while (!c->server->stop && read_request(c, request, sizeof(request))) {
		if (sscanf(request, "GET %4095s", path) != 1)
			break;
		note(c->server, path);
		if (!c->server->serve(c->server, c->fd, path))
			break;
	}
	shutdown(c->fd, SHUT_RDWR);
	return NULL;
}

static void *serve(void *ctx)
{
	struct server *server = ctx;
	struct pollfd poll_fd = {server->fd, POLLIN, 0};

	while (!server->stop) {
		struct connection *c = &server->connections[server->n_connections];

		if (poll(&poll_fd, 1, 5) <= 0 || server->n_connections == MAX_CONNECTIONS)
			continue;
		c->server = server;
		c->fd = accept(server->fd, NULL, NULL);
		if (c->fd >= 0 && !pthread_create(&c->thread, NULL, serve_connection, c))
			server->n_connections++;
	}
	return NULL;
}

struct server *server_start(const char *socket_path, serve_fn serve_one)
{
	struct server *server = calloc(1, sizeof(*server));
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	snprintf(server->path, sizeof(server->path), "%s", socket_path);
	snprintf(address.sun_path, sizeof(address.sun_path), "%s", socket_path);
	server->serve = serve_one;
	pthread_mutex_init(&server->lock, NULL);
	unlink(socket_path);
	server->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(server->fd, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(listen(server->fd, 128), 0);
	assert_int_equal(pthread_create(&server->thread, NULL, serve, server), 0);
	return server;
}

void server_stop(struct server *server)
{
	server->stop = true;
	pthread_join(server->thread, NULL);
	for (size_t i = 0; i < server->n_connections; i++)
		shutdown(server->connections[i].fd, SHUT_RDWR);
	for (size_t i = 0; i < server->n_connections; i++) {
		pthread_join(server->connections[i].thread, NULL);
		close(server->connections[i].fd);
	}
	close(server->fd);
	unlink(server->path);
	pthread_mutex_destroy(&server->lock);
	free(server);
}

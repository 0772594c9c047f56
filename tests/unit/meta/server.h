/* SPDX-License-Identifier: Apache-2.0 */
/* A daemon to play with: HTTP on a unix socket, one thread for each connection. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct server;

/* One request. What it does not answer, it leaves hanging until server_stop; return false to
 * close the connection. */
typedef bool (*serve_fn)(struct server *server, int fd, const char *path);

struct server *server_start(const char *socket, serve_fn serve);
void server_stop(struct server *server);
/* How many requests had this in their path. */
int server_asked(struct server *server, const char *part);
/* Does not return before server_stop. */
bool hang(struct server *server);
bool stopping(struct server *server);

/* Return true: the connection may go on. headers: lines with \r\n, or "". */
bool answer(int fd, int status, const char *headers, const char *body);
bool answer_data(int fd, const char *name);
bool send_text(int fd, const char *text);

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTTP over unix sockets, many transfers at once on one thread (libcurl's multi interface).
 *
 * Callbacks run inside eu_http_run and eu_http_free only. A transfer ends with exactly one call of
 * its done function.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <eunomia/error.h>

struct eu_http;

struct eu_http_answer {
	int error;        /* 0; -ETIMEDOUT, -EFBIG (more than max bytes), -ENOMEM,
			     -ECONNABORTED (no connection, or it ended too early),
			     -ECANCELED (by eu_http_free) */
	long status;      /* of HTTP, when error is 0 */
	const char *body; /* borrowed; NULL for a stream */
	size_t len;
	char api_version[16]; /* header Api-Version, "" when there was none */
	bool libpod;          /* header Libpod-Api-Version: Podman */
};

typedef void (*eu_http_done_fn)(void *ctx, const struct eu_http_answer *answer);
/* One line of a stream. A status other than 200 has no lines. */
typedef void (*eu_http_line_fn)(void *ctx, const char *line, size_t len);

struct eu_http_request {
	const char *socket;   /* path */
	const char *path;     /* with the query, escaped */
	long timeout_ms;      /* of all; 0: none */
	size_t max;           /* bytes of the body; of one line when line is set */
	eu_http_line_fn line; /* NULL: the body comes whole */
	eu_http_done_fn done;
	void *ctx;
};

int eu_http_new(struct eu_http **out, struct eu_error *err);
int eu_http_get(struct eu_http *http, const struct eu_http_request *request);
/* Waits at most wait_ms for something to do, and does it. */
void eu_http_run(struct eu_http *http, int wait_ms);
/* Ends the wait; the only function for another thread. */
void eu_http_wakeup(struct eu_http *http);
void eu_http_free(struct eu_http *http);

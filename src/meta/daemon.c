/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cleanup.h"
#include "clock.h"
#include "meta/daemon.h"
#include "meta/info.h"
#include "meta/json.h"

#define NEWEST_MAJOR   1
#define NEWEST_MINOR   51 /* Docker 28; what is read here has not changed since 1.24 */
#define RETRY_FIRST_MS 250
#define RETRY_LAST_MS  10000
#define STABLE_MS      5000  /* a daemon that lasted as long is tried again at once */
#define LOOK_AGAIN_MS  1000  /* for a socket that is not there */
#define FORGET_MS      30000 /* a daemon that was ready and is gone may come back until then */

/* {"type":["container"]} */
#define EVENTS_PATH "/events?filters=%7B%22type%22%3A%5B%22container%22%5D%7D"

struct eu_daemon {
	struct eu_daemon_options options;
	char *socket;
	enum eu_daemon_state state;
	unsigned int major, minor; /* 0.0: the daemon does not say, paths go without */
	bool libpod;
	bool streaming; /* its events are being read */
	bool streamed;  /* they have been before */
	int64_t next_try, retry_ms, ready_since, last_ready;
	uint64_t last_event; /* wall clock, ns; before the first, when the stream began */
};

__attribute__((format(printf, 3, 4))) static void count(struct eu_daemon *d, uint64_t *counter,
							const char *format, ...)
{
	struct eu_meta_stats *stats = d->options.stats;
	va_list args;
	int n;

	++*counter;
	n = snprintf(stats->last_error, sizeof(stats->last_error), "%.150s ", d->socket);
	va_start(args, format);
	vsnprintf(stats->last_error + n, sizeof(stats->last_error) - n, format, args);
	va_end(args);
}

/* curl does not tell why it got no connection. */
static bool may_connect(const struct eu_daemon *d)
{
	return !access(d->socket, W_OK) || errno != EACCES;
}

void eu_daemon_complain(struct eu_daemon *d, int ret)
{
	struct eu_meta_stats *stats = d->options.stats;

	if (ret == -EINVAL)
		count(d, &stats->malformed,
		      "answered with something that is not the JSON it should be");
	else if (ret == -EFBIG || ret == -E2BIG)
		count(d, &stats->too_large, "answered with more than %u MiB",
		      EU_META_MAX_ANSWER >> 20);
	else if (ret == -ETIMEDOUT)
		count(d, &stats->timed_out, "did not answer in time");
	else if (ret == -ECONNABORTED && !may_connect(d))
		count(d, &stats->unreachable, "may not be asked by this user");
	else if (ret == -ECONNABORTED)
		count(d, &stats->unreachable,
		      "takes no connection, or does not answer as Docker and Podman do");
}

void eu_daemon_complain_of(struct eu_daemon *d, const struct eu_http_answer *answer)
{
	char message[128] = "";

	if (answer->body)
		eu_json_message(answer->body, answer->len, message, sizeof(message));
	count(d, &d->options.stats->unreachable, "answers with HTTP status %ld%s%s", answer->status,
	      *message ? ": " : "", message);
}

static void go_down(struct eu_daemon *d)
{
	int64_t now = eu_now_ms();

	if (d->state == EU_DAEMON_READY && now - d->ready_since > STABLE_MS)
		d->retry_ms = RETRY_FIRST_MS;
	d->state = EU_DAEMON_DOWN;
	d->next_try = now + d->retry_ms;
	d->retry_ms = 2 * d->retry_ms < RETRY_LAST_MS ? 2 * d->retry_ms : RETRY_LAST_MS;
}

static bool is_there(const struct eu_daemon *d)
{
	struct stat st;

	return !stat(d->socket, &st) && S_ISSOCK(st.st_mode);
}

/* --- the event stream -------------------------------------------------------------------- */

static void on_line(void *ctx, const char *line, size_t len)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();
	struct eu_daemon *d = ctx;
	enum eu_meta_action action;
	int ret;

	if (!info)
		return;
	ret = eu_json_event(line, len, info, &action);
	if (ret) {
		eu_daemon_complain(d, ret);
		return;
	}
	if (info->time)
		d->last_event = info->time;
	if (action == EU_META_NONE || !eu_info_set_text(&info->runtime, eu_daemon_runtime(d)))
		return;
	info->from_api = true;
	d->options.event(d->options.ctx, info, action);
}

/* A stream has no good end: the daemon restarts, or has broken. */
static void on_stream_end(void *ctx, const struct eu_http_answer *answer)
{
	struct eu_daemon *d = ctx;

	d->streaming = false;
	if (answer->error && answer->error != -ECONNABORTED)
		eu_daemon_complain(d, answer->error);
	else if (!answer->error && answer->status != 200)
		eu_daemon_complain_of(d, answer);
	if (answer->error != -ECANCELED && d->state == EU_DAEMON_READY)
		go_down(d);
}

/* What happened while we were away; a daemon's clock is not trusted with the future. */
static uint64_t since(const struct eu_daemon *d)
{
	uint64_t now = eu_clock_ns(CLOCK_REALTIME);

	return d->last_event < now ? d->last_event + 1 : now;
}

static int versioned(const struct eu_daemon *d, const char *path, char *out, size_t size)
{
	if (!d->major)
		return snprintf(out, size, "%s", path);
	return snprintf(out, size, "/v%u.%u%s", d->major, d->minor, path);
}

static void open_stream(struct eu_daemon *d)
{
	char path[256];
	struct eu_http_request request = {
	    .socket = d->socket,
	    .path = path,
	    .max = EU_META_MAX_LINE,
	    .line = on_line,
	    .done = on_stream_end,
	    .ctx = d,
	};
	uint64_t from = since(d);
	int n = versioned(d, EVENTS_PATH, path, sizeof(path));

	if (d->streamed)
		snprintf(path + n, sizeof(path) - n, "&since=%" PRIu64 ".%09" PRIu64,
			 from / 1000000000, from % 1000000000);
	if (eu_http_get(d->options.http, &request))
		return;
	if (!d->streamed)
		d->last_event = eu_clock_ns(CLOCK_REALTIME);
	d->options.stats->reconnects += d->streamed;
	d->streaming = d->streamed = true;
}

static int get(struct eu_daemon *d, const char *path, eu_http_done_fn done, void *ctx)
{
	return eu_http_get(d->options.http, &(struct eu_http_request){
						.socket = d->socket,
						.path = path,
						.timeout_ms = EU_META_ANSWER_MS,
						.max = EU_META_MAX_ANSWER,
						.done = done,
						.ctx = ctx,
					    });
}

/* --- which version ----------------------------------------------------------------------- */

static bool choose_version(struct eu_daemon *d, const char *text)
{
	unsigned int major, minor;
	char rest;

	if (sscanf(text, "%3u.%4u%c", &major, &minor, &rest) != 2 || !major)
		return false;
	if (major > NEWEST_MAJOR || (major == NEWEST_MAJOR && minor > NEWEST_MINOR)) {
		major = NEWEST_MAJOR;
		minor = NEWEST_MINOR;
	}
	d->major = major;
	d->minor = minor;
	return true;
}

static void tell_runtime(struct eu_daemon *d, const struct eu_http_answer *answer)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();
	char version[256] = "";

	if (!info || eu_json_runtime(answer->body, answer->len, version, sizeof(version)) ||
	    !eu_info_set_text(&info->runtime, eu_daemon_runtime(d)) ||
	    !eu_info_set_text(&info->detail, version))
		return;
	d->options.event(d->options.ctx, info, EU_META_RUNTIME);
}

/* Nothing waits for it: a daemon that does not say is as good as any other. */
static void on_runtime(void *ctx, const struct eu_http_answer *answer)
{
	if (!answer->error && answer->status == 200)
		tell_runtime(ctx, answer);
}

static void get_ready(struct eu_daemon *d)
{
	d->state = EU_DAEMON_READY;
	d->ready_since = d->last_ready = eu_now_ms();
	if (!d->options.event)
		return;
	get(d, "/version", on_runtime, d);
	if (!d->streaming)
		open_stream(d);
}

static bool failed(struct eu_daemon *d, const struct eu_http_answer *answer)
{
	if (!answer->error && answer->status == 200)
		return false;
	if (answer->error == -ECANCELED)
		return true;
	if (answer->error)
		eu_daemon_complain(d, answer->error);
	else
		eu_daemon_complain_of(d, answer);
	go_down(d);
	return true;
}

static void on_version(void *ctx, const struct eu_http_answer *answer)
{
	struct eu_daemon *d = ctx;
	char version[16] = "";
	int ret;

	if (failed(d, answer))
		return;
	ret = eu_json_version(answer->body, answer->len, version, sizeof(version));
	if (ret) {
		eu_daemon_complain(d, ret);
		go_down(d);
		return;
	}
	choose_version(d, version);
	get_ready(d);
}

static void on_ping(void *ctx, const struct eu_http_answer *answer)
{
	struct eu_daemon *d = ctx;

	if (failed(d, answer))
		return;
	d->libpod = answer->libpod;
	if (choose_version(d, answer->api_version))
		get_ready(d);
	else if (get(d, "/version", on_version, d))
		go_down(d);
}

/* --- the outside ------------------------------------------------------------------------- */

static void try_again(struct eu_daemon *d, int64_t now)
{
	if (!is_there(d)) {
		bool was_ready = d->last_ready && now - d->last_ready < FORGET_MS;

		d->state = was_ready ? EU_DAEMON_DOWN : EU_DAEMON_ABSENT;
		d->next_try = now + LOOK_AGAIN_MS;
		return;
	}
	d->state = EU_DAEMON_ASKING;
	d->major = d->minor = 0;
	if (get(d, "/_ping", on_ping, d))
		go_down(d);
}

int64_t eu_daemon_tick(struct eu_daemon *d, int64_t now)
{
	bool resting = d->state == EU_DAEMON_ABSENT || d->state == EU_DAEMON_DOWN;

	if (d->state == EU_DAEMON_READY)
		d->last_ready = now;
	if (resting && now >= d->next_try)
		try_again(d, now);
	resting = d->state == EU_DAEMON_ABSENT || d->state == EU_DAEMON_DOWN;
	return resting ? d->next_try : INT64_MAX;
}

enum eu_daemon_state eu_daemon_state(const struct eu_daemon *d)
{
	return d->state;
}

const char *eu_daemon_runtime(const struct eu_daemon *d)
{
	return d->libpod ? "podman" : "docker";
}

struct question {
	struct eu_daemon *daemon;
	eu_http_done_fn done;
	void *ctx;
};

/* One that hangs or breaks is left alone for a while, so that it does not hold up the others. */
static void on_answer(void *ctx, const struct eu_http_answer *answer)
{
	eu_auto_free struct question *q = ctx;
	struct eu_daemon *d = q->daemon;

	if (answer->error)
		eu_daemon_complain(d, answer->error);
	if ((answer->error == -ETIMEDOUT || answer->error == -ECONNABORTED) &&
	    d->state == EU_DAEMON_READY)
		go_down(d);
	q->done(q->ctx, answer);
}

int eu_daemon_get(struct eu_daemon *d, const char *path, eu_http_done_fn done, void *ctx)
{
	eu_auto_free struct question *q = malloc(sizeof(*q));
	char full[256];
	int ret;

	if (d->state != EU_DAEMON_READY)
		return -EAGAIN;
	if (!q)
		return -ENOMEM;
	*q = (struct question){d, done, ctx};
	if (versioned(d, path, full, sizeof(full)) >= (int)sizeof(full))
		return -EINVAL;
	ret = get(d, full, on_answer, q);
	if (!ret)
		q = NULL;
	return ret;
}

int eu_daemon_new(struct eu_daemon **out, const struct eu_daemon_options *options)
{
	struct eu_daemon *d = calloc(1, sizeof(*d));
	char *socket = strdup(options->socket);

	if (!d || !socket) {
		free(d);
		free(socket);
		return -ENOMEM;
	}
	d->options = *options;
	d->socket = socket;
	d->retry_ms = RETRY_FIRST_MS;
	*out = d;
	return 0;
}

void eu_daemon_free(struct eu_daemon *d)
{
	if (!d)
		return;
	free(d->socket);
	free(d);
}

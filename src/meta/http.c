/* SPDX-License-Identifier: Apache-2.0 */
#include <curl/curl.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "cleanup.h"
#include "meta/http.h"
#include "meta/meta.h"

#define MAX_HEADERS     65536 /* bytes of one answer's */
#define MAX_CONNECTIONS 64    /* more transfers wait */

struct transfer {
	struct transfer *next, **link;
	struct eu_http *http;
	CURL *easy;
	eu_http_line_fn line;
	eu_http_done_fn done;
	void *ctx;
	char *buffer; /* the body, or the line so far */
	size_t used, size, max, headers;
	struct eu_http_answer answer;
};

struct eu_http {
	CURLM *multi;
	struct transfer *transfers;
};

static void transfer_free(struct transfer *t)
{
	if (t->link) {
		*t->link = t->next;
		if (t->next)
			t->next->link = t->link;
		curl_multi_remove_handle(t->http->multi, t->easy);
	}
	if (t->easy)
		curl_easy_cleanup(t->easy);
	free(t->buffer);
	free(t);
}

static void transfer_freep(struct transfer **t)
{
	if (*t)
		transfer_free(*t);
}

static int append(struct transfer *t, const char *data, size_t len)
{
	if (len > t->max - t->used)
		return -EFBIG;
	if (t->used + len > t->size) {
		size_t size = 2 * (t->used + len);
		char *larger = realloc(t->buffer, size);

		if (!larger)
			return -ENOMEM;
		t->buffer = larger;
		t->size = size;
	}
	memcpy(t->buffer + t->used, data, len);
	t->used += len;
	return 0;
}

static int split_lines(struct transfer *t, const char *data, size_t len)
{
	while (len) {
		const char *end = memchr(data, '\n', len);
		size_t part = end ? (size_t)(end - data) : len;
		int ret = append(t, data, part);

		if (ret)
			return ret;
		if (!end)
			return 0;
		if (t->used)
			t->line(t->ctx, t->buffer, t->used);
		t->used = 0;
		data = end + 1;
		len -= part + 1;
	}
	return 0;
}

/* A return other than len ends the transfer with CURLE_WRITE_ERROR. */
static size_t on_data(char *data, size_t one, size_t len, void *ctx)
{
	struct transfer *t = ctx;
	long status = 0;

	(void)one;
	curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
	if (t->line && status != 200)
		return len;
	t->answer.error = t->line ? split_lines(t, data, len) : append(t, data, len);
	return t->answer.error ? 0 : len;
}

/* "Name: value\r\n", not NUL-terminated. */
static bool header_value(const char *line, size_t len, const char *name, char *out, size_t size)
{
	size_t skip = strlen(name);

	if (len < skip || strncasecmp(line, name, skip))
		return false;
	while (skip < len && (line[skip] == ' ' || line[skip] == '\t'))
		skip++;
	while (len > skip && (line[len - 1] == '\r' || line[len - 1] == '\n'))
		len--;
	snprintf(out, size, "%.*s", (int)(len - skip), line + skip);
	return true;
}

static size_t on_header(char *data, size_t one, size_t len, void *ctx)
{
	struct transfer *t = ctx;
	char libpod[16];

	(void)one;
	t->headers += len;
	if (t->headers > MAX_HEADERS) {
		t->answer.error = -EFBIG;
		return 0;
	}
	header_value(data, len, "Api-Version:", t->answer.api_version,
		     sizeof(t->answer.api_version));
	if (header_value(data, len, "Libpod-Api-Version:", libpod, sizeof(libpod)))
		t->answer.libpod = true;
	return len;
}

/* Redirects, proxies, cookies, netrc and every protocol but HTTP stay off. */
static bool set_up(struct transfer *t, const struct eu_http_request *request)
{
	CURL *easy = t->easy;
	char url[2048];

	if (snprintf(url, sizeof(url), "http://localhost%s", request->path) >= (int)sizeof(url))
		return false;
	return !curl_easy_setopt(easy, CURLOPT_URL, url) &&
	       !curl_easy_setopt(easy, CURLOPT_UNIX_SOCKET_PATH, request->socket) &&
	       !curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http") &&
	       !curl_easy_setopt(easy, CURLOPT_PROXY, "") &&
	       !curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L) &&
	       !curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1) &&
	       !curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L) &&
	       !curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)EU_META_CONNECT_MS) &&
	       !curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, request->timeout_ms) &&
	       !curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_data) &&
	       !curl_easy_setopt(easy, CURLOPT_WRITEDATA, t) &&
	       !curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header) &&
	       !curl_easy_setopt(easy, CURLOPT_HEADERDATA, t) &&
	       !curl_easy_setopt(easy, CURLOPT_PRIVATE, t);
}

int eu_http_get(struct eu_http *http, const struct eu_http_request *request)
{
	__attribute__((cleanup(transfer_freep))) struct transfer *t = calloc(1, sizeof(*t));

	if (!t)
		return -ENOMEM;
	t->http = http;
	t->line = request->line;
	t->done = request->done;
	t->ctx = request->ctx;
	t->max = request->max;
	t->easy = curl_easy_init();
	if (!t->easy || !set_up(t, request) || curl_multi_add_handle(http->multi, t->easy))
		return -ENOMEM;
	t->next = http->transfers;
	t->link = &http->transfers;
	if (t->next)
		t->next->link = &t->next;
	http->transfers = t;
	t = NULL;
	return 0;
}

static int error_of(CURLcode code)
{
	switch (code) {
	case CURLE_OK:
		return 0;
	case CURLE_OPERATION_TIMEDOUT:
		return -ETIMEDOUT;
	case CURLE_OUT_OF_MEMORY:
		return -ENOMEM;
	default:
		return -ECONNABORTED;
	}
}

static void finish(struct transfer *t, int error)
{
	if (!t->answer.error)
		t->answer.error = error;
	curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &t->answer.status);
	if (!t->line) {
		t->answer.body = t->buffer ? t->buffer : "";
		t->answer.len = t->used;
	}
	t->done(t->ctx, &t->answer);
	transfer_free(t);
}

void eu_http_run(struct eu_http *http, int wait_ms)
{
	struct CURLMsg *message;
	int running, left;

	curl_multi_poll(http->multi, NULL, 0, wait_ms, NULL);
	curl_multi_perform(http->multi, &running);
	while ((message = curl_multi_info_read(http->multi, &left))) {
		struct transfer *t = NULL;

		if (message->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&t);
		finish(t, error_of(message->data.result));
	}
}

void eu_http_wakeup(struct eu_http *http)
{
	curl_multi_wakeup(http->multi);
}

static pthread_once_t curl_once = PTHREAD_ONCE_INIT;
static CURLcode curl_ready;

static void start_curl(void)
{
	curl_ready = curl_global_init(CURL_GLOBAL_DEFAULT);
}

int eu_http_new(struct eu_http **out, struct eu_error *err)
{
	eu_auto_free struct eu_http *http = calloc(1, sizeof(*http));

	pthread_once(&curl_once, start_curl);
	if (curl_ready)
		return eu_fail(err, EIO, "libcurl does not start: %s",
			       curl_easy_strerror(curl_ready));
	if (http)
		http->multi = curl_multi_init();
	if (!http || !http->multi)
		return eu_fail(err, ENOMEM, "no memory for asking container runtimes");
	curl_multi_setopt(http->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, (long)MAX_CONNECTIONS);
	*out = eu_take(http);
	return 0;
}

void eu_http_free(struct eu_http *http)
{
	if (!http)
		return;
	while (http->transfers)
		finish(http->transfers, -ECANCELED);
	curl_multi_cleanup(http->multi);
	free(http);
}

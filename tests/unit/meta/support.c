/* SPDX-License-Identifier: Apache-2.0 */
#include <arpa/inet.h>
#include <ftw.h>
#include <poll.h>
#include <sys/stat.h>
#include <time.h>

#include "support.h"

char *read_data(const char *name, size_t *len)
{
	eu_auto_fclose FILE *file = NULL;
	char path[4096], *text = NULL;
	size_t size = 0;

	snprintf(path, sizeof(path), DATA "/%s", name);
	file = fopen(path, "r");
	if (!file)
		fail_msg("%s: %m", path);
	*len = getdelim(&text, &size, '\0', file);
	return text;
}

const char *label(const struct eu_container_info *info, const char *key)
{
	for (size_t i = 0; i < info->n_labels; i++) {
		if (!strcmp(info->labels[i].key, key))
			return info->labels[i].value;
	}
	return NULL;
}

const char *address(const uint8_t ip[16])
{
	static char text[INET6_ADDRSTRLEN];

	inet_ntop(AF_INET6, ip, text, sizeof(text));
	return strncmp(text, "::ffff:", 7) ? text : text + 7;
}

char *make_root(void)
{
	char *root = strdup("/tmp/eunomia-meta.XXXXXX");

	assert_non_null(mkdtemp(root));
	return root;
}

void put(const char *root, const char *path, const char *text)
{
	char full[4096];
	FILE *file;

	snprintf(full, sizeof(full), "%s%s", root, path);
	for (char *slash = full + strlen(root) + 1; (slash = strchr(slash, '/')); slash++) {
		*slash = '\0';
		mkdir(full, 0755);
		*slash = '/';
	}
	file = fopen(full, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

void put_data(const char *root, const char *path, const char *name)
{
	size_t len;
	eu_auto_free char *text = read_data(name, &len);

	put(root, path, text);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	return remove(path);
}

void remove_root(char *root)
{
	nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(root);
}

int64_t now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * INT64_C(1000) + ts.tv_nsec / 1000000;
}

static void on_answer(void *ctx, uint64_t cookie, const struct eu_container_info *info,
		      enum eu_meta_action action)
{
	struct watcher *watcher = ctx;

	if (watcher->n < sizeof(watcher->seen) / sizeof(*watcher->seen))
		watcher->seen[watcher->n++] = (struct seen){cookie, action, eu_info_copy(info)};
}

void dispatch_for(struct watcher *watcher, int ms)
{
	struct pollfd fd = {eu_meta_fd(watcher->meta), POLLIN, 0};

	if (poll(&fd, 1, ms) > 0)
		eu_meta_dispatch(watcher->meta, on_answer, watcher);
}

const struct eu_container_info *final_answer(const struct watcher *watcher, uint64_t cookie)
{
	for (size_t i = watcher->n; i-- > 0;) {
		if (watcher->seen[i].cookie == cookie && watcher->seen[i].info->final)
			return watcher->seen[i].info;
	}
	return NULL;
}

size_t count_actions(const struct watcher *watcher, enum eu_meta_action action)
{
	size_t n = 0;

	for (size_t i = 0; i < watcher->n; i++)
		n += watcher->seen[i].action == action;
	return n;
}

void watch(struct watcher *watcher, const char *root, const char *const *sockets, size_t n)
{
	struct eu_meta_options options = {.sockets = sockets, .n_sockets = n, .root = root};
	struct eu_error err;

	memset(watcher, 0, sizeof(*watcher));
	if (eu_meta_new(&watcher->meta, &options, &err))
		fail_msg("%s", err.text);
}

void unwatch(struct watcher *watcher)
{
	eu_meta_free(watcher->meta);
	for (size_t i = 0; i < watcher->n; i++)
		eu_container_info_free(watcher->seen[i].info);
}

struct eu_meta_stats stats_of(const struct watcher *watcher)
{
	struct eu_meta_stats stats;

	eu_meta_stats(watcher->meta, &stats);
	return stats;
}

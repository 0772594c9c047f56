/* SPDX-License-Identifier: Apache-2.0 */
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "event_ids.h"

#include "cleanup.h"
#include "clock.h"
#include "world/proxies.h"
#include "world/record.h"

#define PROXY "docker-proxy"

static ssize_t read_proc(uint32_t pid, const char *name, char *out, size_t size)
{
	char path[64];
	eu_auto_close int fd = -1;

	snprintf(path, sizeof(path), "/proc/%u/%s", pid, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	return fd < 0 ? -1 : read(fd, out, size);
}

static bool is_proxy(uint32_t pid)
{
	char comm[16];
	ssize_t len = read_proc(pid, "comm", comm, sizeof(comm));

	return len > (ssize_t)strlen(PROXY) && !memcmp(comm, PROXY "\n", strlen(PROXY) + 1);
}

static const struct eu_head *describe(struct eu_builder *builder, uint32_t pid, const char *args,
				      size_t len)
{
	struct eu_event_proxy *e = eu_builder_begin(builder, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_proxy),
				   .time = eu_now_ns(),
				   .pid = pid,
				   .tid = pid};
	e->args = eu_builder_text(builder, args, len);
	return eu_builder_end(builder);
}

void eu_proxies_discover(struct eu_live *live, struct eu_world *world,
			 void (*say)(void *context, const struct eu_head *record), void *context)
{
	eu_auto_closedir DIR *proc = opendir("/proc");
	eu_auto_free struct eu_builder *builder = malloc(sizeof(*builder));
	struct dirent *entry;
	char args[4096];

	while (proc && builder && (entry = readdir(proc))) {
		uint32_t pid = isdigit((unsigned char)*entry->d_name) ? atoi(entry->d_name) : 0;
		ssize_t len;

		if (!pid || !is_proxy(pid) || eu_world_container_of(world, pid))
			continue;
		eu_live_add_proxy(live, pid);
		len = read_proc(pid, "cmdline", args, sizeof(args));
		if (len > 0)
			say(context, describe(builder, pid, args, len));
	}
}

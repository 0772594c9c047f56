/* SPDX-License-Identifier: Apache-2.0 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>

#include "event_ids.h"

#include "cleanup.h"
#include "world/confinement.h"
#include "world/libc.h"

/* Its directory below /proc stays its own, whoever gets the number next. */
static int open_process(uint32_t pid)
{
	char path[32];

	snprintf(path, sizeof(path), "/proc/%u", pid);
	return open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

static FILE *open_file(int process, const char *name)
{
	int fd = openat(process, name, O_RDONLY | O_CLOEXEC);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "r");

	if (fd >= 0 && !file)
		close(fd);
	return file;
}

/* Is it the process that began then? time: CLOCK_BOOTTIME, ns; /proc knows clock ticks. */
static bool began_at(int process, uint64_t time)
{
	eu_auto_fclose FILE *file = open_file(process, "stat");
	uint64_t tick = 1000000000ull / sysconf(_SC_CLK_TCK);
	unsigned long long ticks;
	char text[1024], *rest;

	if (!file || !fgets(text, sizeof(text), file) || !(rest = strrchr(text, ')')))
		return false;
	return sscanf(rest + 1,
		      " %*c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s "
		      "%*s %llu",
		      &ticks) == 1 &&
	       ticks == time / tick;
}

static void put_libc(struct eu_builder *builder, struct eu_event_confinement *e, int process)
{
	char libc[64];

	eu_libc_of(process, libc, sizeof(libc));
	e->libc = eu_builder_text(builder, libc, strlen(libc));
}

const struct eu_head *eu_confinement_of_exec(struct eu_builder *builder,
					     const struct eu_event_exec *exec)
{
	eu_auto_close int process = open_process(exec->task.pid);
	struct eu_event_confinement *e = eu_builder_begin(builder, sizeof(*e));

	e->head = exec->head;
	e->head.type = EU_TYPE(eu_event_confinement);
	e->confined = exec->confined;
	e->effective = exec->task.creds.effective;
	e->permitted = exec->task.creds.permitted;
	e->ambient = exec->task.creds.ambient;
	if (process >= 0 && began_at(process, exec->task.start_time))
		put_libc(builder, e, process);
	return eu_builder_end(builder);
}

/* A line of status(5). */
static void take_line(struct eu_event_confinement *e, const char *line)
{
	unsigned long long set;
	unsigned number;

	if (sscanf(line, "CapInh: %llx", &set) == 1)
		e->confined.inheritable = set;
	else if (sscanf(line, "CapPrm: %llx", &set) == 1)
		e->permitted = set;
	else if (sscanf(line, "CapEff: %llx", &set) == 1)
		e->effective = set;
	else if (sscanf(line, "CapBnd: %llx", &set) == 1)
		e->confined.bounding = set;
	else if (sscanf(line, "CapAmb: %llx", &set) == 1)
		e->ambient = set;
	else if (sscanf(line, "NoNewPrivs: %u", &number) == 1)
		e->confined.no_new_privs = number;
	else if (sscanf(line, "Seccomp: %u", &number) == 1)
		e->confined.seccomp = number;
	else if (sscanf(line, "Seccomp_filters: %u", &number) == 1)
		e->confined.seccomp_filters = number;
}

const struct eu_head *eu_confinement_of_process(struct eu_builder *builder, eu_ref ref, uint32_t pid,
						uint64_t time)
{
	struct eu_event_confinement *e = eu_builder_begin(builder, sizeof(*e));
	eu_auto_close int process = open_process(pid);
	eu_auto_fclose FILE *status = process < 0 ? NULL : open_file(process, "status");
	eu_auto_free char *line = NULL;
	size_t size = 0;
	struct stat st;

	if (!status || fstatat(process, "ns/user", &st, 0))
		return NULL;
	e->head = (struct eu_head){.type = EU_TYPE(eu_event_confinement),
				   .container = ref,
				   .time = time,
				   .pid = pid,
				   .tid = pid};
	e->confined.user_namespace = st.st_ino;
	while (getline(&line, &size, status) > 0)
		take_line(e, line);
	put_libc(builder, e, process);
	return eu_builder_end(builder);
}

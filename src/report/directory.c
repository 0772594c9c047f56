// SPDX-License-Identifier: Apache-2.0
/* A report as files: index.json and one per container. */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../cleanup.h"
#include "../replace.h"
#include "json.h"

/* What of a name is kept in a file name: no way up, no hidden file, nothing that a shell or a
 * terminal would act upon. */
static void safe_name(char *out, size_t size, const char *name)
{
	size_t n = 0;

	for (; *name && n + 1 < size; name++)
		out[n++] = isalnum((unsigned char)*name) || strchr("-_.", *name) ? *name : '_';
	out[n] = '\0';
	if (*out == '.' || *out == '-')
		*out = '_';
}

/* <name>-<12 of id>.json; a container that came again under the same id gets a number. */
static void file_name(char *out, size_t size, const struct eu_report *report, size_t index)
{
	const struct eu_container *container = &report->containers[index].container;
	char name[65], id[13];
	unsigned before = 0;

	for (size_t i = 0; i < index; i++)
		before += !strcmp(report->containers[i].container.id, container->id) &&
			  !strcmp(report->containers[i].container.name, container->name);
	safe_name(name, sizeof(name), container->name);
	safe_name(id, sizeof(id), container->id);
	if (before)
		snprintf(out, size, "%s-%s.%u.json", name, id, before + 1);
	else
		snprintf(out, size, "%s-%s.json", name, id);
}

static void write_container(struct eu_out *out, const struct eu_report *report, size_t index)
{
	eu_report_emit_container(out, report, &report->containers[index]);
}

static void write_entry(struct eu_emit *emit, const struct eu_report *report, size_t index)
{
	const struct eu_container_report *c = &report->containers[index];
	char name[NAME_MAX];

	file_name(name, sizeof(name), report, index);
	emit->ops->object_begin(emit, NULL);
	eu_report_emit_identity(emit, &c->container);
	emit->ops->text(emit, "file", name, strlen(name));
	eu_emit_time_if(emit, "first", c->first);
	eu_emit_time_if(emit, "last", c->last);
	emit->ops->boolean(emit, "complete", !c->n_loss);
	emit->ops->object_end(emit);
}

static void write_index(struct eu_out *out, const struct eu_report *report, size_t index)
{
	struct eu_emit *emit = &out->json.emit;

	eu_report_emit_head(emit, report);
	emit->ops->array_begin(emit, "containers");
	for (size_t i = 0; i < report->n_containers; i++) {
		write_entry(emit, report, i);
		eu_out_relieve(out);
	}
	emit->ops->array_end(emit);
}

typedef void (*write_members)(struct eu_out *out, const struct eu_report *report, size_t index);

static int write_object(int fd, const struct eu_report *report, size_t index, write_members members)
{
	struct eu_out out;
	int ret = eu_out_init(&out, fd);

	if (ret)
		return ret;
	out.json.emit.ops->object_begin(&out.json.emit, NULL);
	members(&out, report, index);
	out.json.emit.ops->object_end(&out.json.emit);
	out.bytes.data[out.bytes.len - 1] = '\n';
	return eu_out_finish(&out);
}

static int write_file(int dir, const char *name, const struct eu_report *report, size_t index,
		      write_members members, struct eu_error *err)
{
	struct eu_replacement replacement;
	int ret = eu_replace_begin(&replacement, dir, name, err);

	if (ret)
		return ret;
	ret = write_object(replacement.fd, report, index, members);
	if (!ret)
		return eu_replace_commit(&replacement, err);
	eu_replace_abort(&replacement);
	return eu_fail(err, -ret, "%s: %s", name, strerror(-ret));
}

/* Another user's directory is refused: its owner could exchange what is written there. */
static int open_directory(const char *path, struct eu_error *err)
{
	eu_auto_close int fd = -1;
	struct stat st;

	if (mkdir(path, 0700) && errno != EEXIST)
		return eu_fail(err, errno, "%s: %s", path, strerror(errno));
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st))
		return eu_fail(err, errno, "%s: %s", path, strerror(errno));
	if (st.st_uid != geteuid() && st.st_uid)
		return eu_fail(err, EPERM, "%s belongs to user %u: choose another directory", path,
			       st.st_uid);
	return eu_take_fd(&fd);
}

int eu_report_write_directory(const struct eu_report *report, const char *path,
			      struct eu_error *err)
{
	eu_auto_close int dir = open_directory(path, err);
	struct eu_error says = {};
	int ret = 0;

	if (dir < 0)
		return dir;
	for (size_t i = 0; i < report->n_containers && !ret; i++) {
		char name[NAME_MAX];

		file_name(name, sizeof(name), report, i);
		ret = write_file(dir, name, report, i, write_container, &says);
	}
	/* Last, so that what it names is there. */
	if (!ret)
		ret = write_file(dir, "index.json", report, 0, write_index, &says);
	return ret ? eu_fail(err, -ret, "%s/%.300s", path, says.text) : 0;
}

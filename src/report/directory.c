// SPDX-License-Identifier: Apache-2.0
/* A report as files: index.json and one per container. */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../cleanup.h"
#include "../replace.h"
#include "json.h"
#include "write.h"

#define NAME_LEN 64
#define ID_LEN   12
#define IN_NAME  "-_."
#define IN_ID    "-_" /* no dot, so that no id looks like the number behind another */

/* What of a text is kept in a file name: no way up, no hidden file, nothing that a shell or a
 * terminal would act upon. */
static char safe_char(const char *text, size_t at, const char *allowed)
{
	char c = text[at];

	if (!c || isalnum((unsigned char)c))
		return c;
	return strchr(allowed, c) && (at || c == '_') ? c : '_';
}

static void safe_text(char *out, size_t len, const char *text, const char *allowed)
{
	size_t n = 0;

	while (n < len && (out[n] = safe_char(text, n, allowed)))
		n++;
	out[n] = '\0';
}

static bool same_text(const char *a, const char *b, size_t len, const char *allowed)
{
	for (size_t i = 0; i < len; i++) {
		if (safe_char(a, i, allowed) != safe_char(b, i, allowed))
			return false;
		if (!a[i])
			return true;
	}
	return true;
}

struct names {
	char **all; /* sorted */
	size_t n;
};

struct eu_report_directory {
	int fd;
	char *path;
	/* Of the containers that are kept, in files without a name: their part of the index, and of
	 * each a hash, by which the next whose file would have the same name gets a number. */
	int entries, hashes;
	uint64_t n_kept;
	const uint64_t *kept; /* the hashes, while something is written … */
	size_t mapped;        /* … bytes of them */
	struct names written; /* by the last whole report, but for what was kept since */
};

/* <name>-<12 of id> */
static void base_name(char *out, size_t size, const struct eu_container *container)
{
	char name[NAME_LEN + 1], id[ID_LEN + 1];

	safe_text(name, NAME_LEN, container->name, IN_NAME);
	safe_text(id, ID_LEN, container->id, IN_ID);
	snprintf(out, size, "%s-%s", name, id);
}

/* Names and ids are much the same in many containers; ids differ early. */
static bool same_base(const struct eu_container *a, const struct eu_container *b)
{
	return same_text(a->id, b->id, ID_LEN, IN_ID) && same_text(a->name, b->name, NAME_LEN, IN_NAME);
}

/* FNV-1a */
static uint64_t hash_of(const struct eu_container *container)
{
	uint64_t hash = 0xcbf29ce484222325;
	char base[NAME_MAX];

	base_name(base, sizeof(base), container);
	for (const char *at = base; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 0x100000001b3;
	return hash;
}

static unsigned count_kept(const struct eu_report_directory *directory,
			   const struct eu_container *container)
{
	uint64_t hash = hash_of(container);
	unsigned n = 0;

	for (uint64_t i = 0; directory->kept && i < directory->n_kept; i++)
		n += directory->kept[i] == hash;
	return n;
}

/* A container that came again under the same id gets a number, and so does one whose name and id
 * are another's but for what a file name leaves out. */
static void file_name(char *out, size_t size, const struct eu_report_directory *directory,
		      const struct eu_report *report, size_t index)
{
	const struct eu_container *container = &report->containers[index].container;
	unsigned before = count_kept(directory, container);
	char base[NAME_MAX - 16];

	base_name(base, sizeof(base), container);
	for (size_t i = 0; i < index; i++)
		before += same_base(&report->containers[i].container, container);
	if (before)
		snprintf(out, size, "%s.%u.json", base, before + 1);
	else
		snprintf(out, size, "%s.json", base);
}

static void write_container(struct eu_out *out, const struct eu_report_directory *directory,
			    const struct eu_report *report, size_t index)
{
	(void)directory;
	eu_report_emit_container(out, report, &report->containers[index]);
}

static void write_entry(struct eu_out *out, const struct eu_report_directory *directory,
			const struct eu_report *report, size_t index)
{
	const struct eu_container_report *c = &report->containers[index];
	struct eu_emit *emit = &out->json.emit;
	char name[NAME_MAX];

	file_name(name, sizeof(name), directory, report, index);
	eu_report_emit_identity(emit, &c->container);
	emit->ops->text(emit, "file", name, strlen(name));
	eu_emit_time_if(emit, "first", c->first);
	eu_emit_time_if(emit, "last", c->last);
	emit->ops->boolean(emit, "complete", eu_report_is_complete(c));
}

/* Objects as they were written, each with the comma behind it. */
static void copy_entries(struct eu_out *out, int entries)
{
	char piece[4096];
	off_t at = 0;
	ssize_t n;

	while ((n = pread(entries, piece, sizeof(piece), at)) > 0) {
		eu_bytes_put(&out->bytes, piece, n);
		eu_out_relieve(out);
		at += n;
	}
	if (n < 0 && !out->error)
		out->error = -errno;
}

static void write_index(struct eu_out *out, const struct eu_report_directory *directory,
			const struct eu_report *report, size_t index)
{
	struct eu_emit *emit = &out->json.emit;

	(void)index;
	eu_report_emit_head(emit, report);
	emit->ops->array_begin(emit, "containers");
	copy_entries(out, directory->entries);
	for (size_t i = 0; i < report->n_containers; i++) {
		emit->ops->object_begin(emit, NULL);
		write_entry(out, directory, report, i);
		emit->ops->object_end(emit);
		eu_out_relieve(out);
	}
	emit->ops->array_end(emit);
}

typedef void (*write_members)(struct eu_out *out, const struct eu_report_directory *directory,
			      const struct eu_report *report, size_t index);

/* end: what follows the object. */
static int write_object(int fd, char end, const struct eu_report_directory *directory,
			const struct eu_report *report, size_t index, write_members members)
{
	struct eu_out out;
	int ret = eu_out_init(&out, fd);

	if (ret)
		return ret;
	out.json.emit.ops->object_begin(&out.json.emit, NULL);
	members(&out, directory, report, index);
	out.json.emit.ops->object_end(&out.json.emit);
	out.bytes.data[out.bytes.len - 1] = end;
	return eu_out_finish(&out);
}

static int write_file(const struct eu_report_directory *directory, const char *name,
		      const struct eu_report *report, size_t index, write_members members,
		      struct eu_error *err)
{
	struct eu_replacement replacement;
	struct eu_error says = {};
	int ret = eu_replace_begin(&replacement, directory->fd, name, &says);

	if (ret)
		return eu_fail(err, -ret, "%s/%.300s", directory->path, says.text);
	replacement.hasty = report->partial;
	ret = write_object(replacement.fd, '\n', directory, report, index, members);
	if (ret)
		eu_replace_abort(&replacement);
	else
		ret = eu_replace_commit(&replacement, &says);
	return ret ? eu_fail(err, -ret, "%s/%s: %s", directory->path, name, strerror(-ret)) : 0;
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

/* ---- files of before ---- */

static void free_names(struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->all[i]);
	free(names->all);
	*names = (struct names){};
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int list_names(struct names *out, const struct eu_report_directory *directory,
		      const struct eu_report *report)
{
	char name[NAME_MAX];

	out->all = calloc(report->n_containers + 1, sizeof(*out->all));
	if (!out->all)
		return -ENOMEM;
	for (; out->n < report->n_containers; out->n++) {
		file_name(name, sizeof(name), directory, report, out->n);
		out->all[out->n] = strdup(name);
		if (!out->all[out->n])
			return -ENOMEM;
	}
	qsort(out->all, out->n, sizeof(*out->all), compare_names);
	return 0;
}

static char **find_name(const struct names *names, const char *name)
{
	return names->n ? bsearch(&name, names->all, names->n, sizeof(*names->all), compare_names)
			: NULL;
}

/* It is another's now: of a container that is forgotten nothing else is left. */
static void spare_name(struct names *names, const char *name)
{
	char **found = find_name(names, name);

	if (!found)
		return;
	free(*found);
	memmove(found, found + 1, (names->all + --names->n - found) * sizeof(*found));
}

/* A container that has another name by now left a file under its former one, which no index has. */
static int drop_former(struct eu_report_directory *directory, const struct eu_report *report)
{
	struct names now = {};
	int ret = list_names(&now, directory, report);

	if (ret) {
		free_names(&now);
		return ret;
	}
	for (size_t i = 0; i < directory->written.n; i++)
		if (!find_name(&now, directory->written.all[i]))
			unlinkat(directory->fd, directory->written.all[i], 0);
	free_names(&directory->written);
	directory->written = now;
	return 0;
}

/* ---- what is kept ---- */

/* A file without a name. */
static int open_scratch(struct eu_report_directory *directory)
{
	char path[32];
	int fd = openat(directory->fd, ".", O_RDWR | O_TMPFILE | O_CLOEXEC | O_APPEND, 0600);

	if (fd >= 0)
		return fd;
	snprintf(path, sizeof(path), ".kept.%d~", getpid());
	unlinkat(directory->fd, path, 0);
	fd = openat(directory->fd, path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_APPEND, 0600);
	unlinkat(directory->fd, path, 0);
	return fd;
}

static int map_hashes(struct eu_report_directory *directory, struct eu_error *err)
{
	void *map;

	if (!directory->n_kept)
		return 0;
	map = mmap(NULL, directory->n_kept * sizeof(uint64_t), PROT_READ, MAP_SHARED,
		   directory->hashes, 0);
	if (map == MAP_FAILED)
		return eu_fail(err, errno, "%s: %s", directory->path, strerror(errno));
	directory->kept = map;
	directory->mapped = directory->n_kept * sizeof(uint64_t);
	return 0;
}

static void unmap_hashes(struct eu_report_directory *directory)
{
	if (directory->kept)
		munmap((void *)directory->kept, directory->mapped);
	directory->kept = NULL;
}

/* All or nothing: what was written of it is cut off again. */
static int append_entry(struct eu_report_directory *directory, const struct eu_report *report)
{
	uint64_t hash = hash_of(&report->containers[0].container);
	off_t end = lseek(directory->entries, 0, SEEK_END);
	int ret = write_object(directory->entries, ',', directory, report, 0, write_entry);

	if (!ret)
		ret = eu_write_all(directory->hashes, (const char *)&hash, sizeof(hash));
	if (!ret) {
		directory->n_kept++;
		return 0;
	}
	if (ftruncate(directory->entries, end) ||
	    ftruncate(directory->hashes, directory->n_kept * sizeof(hash)))
		return -errno;
	return ret;
}

int eu_report_directory_keep(struct eu_report_directory *directory, const struct eu_report *report,
			     struct eu_error *err)
{
	char name[NAME_MAX];
	int ret = map_hashes(directory, err);

	if (ret)
		return ret;
	file_name(name, sizeof(name), directory, report, 0);
	ret = write_file(directory, name, report, 0, write_container, err);
	if (!ret) {
		spare_name(&directory->written, name);
		ret = append_entry(directory, report);
		if (ret) /* a file that no index names */
			eu_fail(err, -ret, "%s: %s", directory->path, strerror(-ret));
	}
	unmap_hashes(directory);
	return ret;
}

/* ---- all of it ---- */

int eu_report_directory_write(struct eu_report_directory *directory, const struct eu_report *report,
			      struct eu_error *err)
{
	int ret = map_hashes(directory, err);

	for (size_t i = 0; i < report->n_containers && !ret; i++) {
		char name[NAME_MAX];

		file_name(name, sizeof(name), directory, report, i);
		ret = write_file(directory, name, report, i, write_container, err);
	}
	/* What was kept in haste, and then the index, so that what it names is there. */
	if (!ret && directory->n_kept && syncfs(directory->fd))
		ret = eu_fail(err, errno, "%s: %s", directory->path, strerror(errno));
	if (!ret)
		ret = write_file(directory, "index.json", report, 0, write_index, err);
	if (!ret && drop_former(directory, report))
		ret = eu_fail(err, ENOMEM, "out of memory");
	unmap_hashes(directory);
	return ret;
}

int eu_report_directory_new(struct eu_report_directory **out, const char *path, struct eu_error *err)
{
	struct eu_report_directory *directory = calloc(1, sizeof(*directory));
	int ret;

	if (!directory)
		return eu_fail(err, ENOMEM, "out of memory");
	directory->entries = directory->hashes = -1;
	directory->path = strdup(path);
	directory->fd = open_directory(path, err);
	ret = directory->fd < 0 ? directory->fd : 0;
	if (!ret) {
		directory->entries = open_scratch(directory);
		directory->hashes = open_scratch(directory);
		if (directory->entries < 0 || directory->hashes < 0)
			ret = eu_fail(err, errno, "%s: %s", path, strerror(errno));
	}
	if (!ret && !directory->path)
		ret = eu_fail(err, ENOMEM, "out of memory");
	if (ret)
		eu_report_directory_free(directory);
	else
		*out = directory;
	return ret;
}

void eu_report_directory_free(struct eu_report_directory *directory)
{
	if (!directory)
		return;
	if (directory->fd >= 0)
		close(directory->fd);
	if (directory->entries >= 0)
		close(directory->entries);
	if (directory->hashes >= 0)
		close(directory->hashes);
	free_names(&directory->written);
	free(directory->path);
	free(directory);
}

int eu_report_write_directory(const struct eu_report *report, const char *path,
			      struct eu_error *err)
{
	struct eu_report_directory *directory;
	int ret = eu_report_directory_new(&directory, path, err);

	if (ret)
		return ret;
	ret = eu_report_directory_write(directory, report, err);
	eu_report_directory_free(directory);
	return ret;
}

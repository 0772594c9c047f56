/* SPDX-License-Identifier: Apache-2.0 */
/* Reports by path: a file, or a directory with an index and a file per container. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cleanup.h"
#include "diff/diff.h"
#include "report/saved.h"
#include "select.h"

#define INDEX "index.json"

enum { LARGEST = 512 << 20, FIRST_ROOM = 256 << 10 };

/* ---- documents ---- */

/* A text and what it says; values are inside the text. */
struct document {
	char *text;
	size_t len;
	yyjson_doc *doc;
};

static void free_document(struct document *document)
{
	yyjson_doc_free(document->doc);
	free(document->text);
}

/* A pipe, too: a report may come out of another program. */
static int read_all(struct document *document, int fd)
{
	size_t room = 0;
	ssize_t n;

	do {
		if (room - document->len <= YYJSON_PADDING_SIZE) {
			char *larger;

			room = room ? 2 * room : FIRST_ROOM;
			larger = room <= LARGEST ? realloc(document->text, room) : NULL;
			if (!larger)
				return room > LARGEST ? -EFBIG : -ENOMEM;
			document->text = larger;
		}
		n = read(fd, document->text + document->len,
			 room - document->len - YYJSON_PADDING_SIZE);
		document->len += n > 0 ? n : 0;
	} while (n > 0 || (n < 0 && errno == EINTR));
	if (n < 0)
		return -errno;
	memset(document->text + document->len, 0, YYJSON_PADDING_SIZE);
	return 0;
}

static int parse(struct document *document, int fd, const char *name, struct eu_error *err)
{
	yyjson_read_err says;
	int ret = fd < 0 ? -errno : read_all(document, fd);

	if (ret)
		return eu_fail(err, -ret, "%s: %s", name, strerror(-ret));
	document->doc = yyjson_read_opts(document->text, document->len, YYJSON_READ_INSITU, NULL,
					 &says);
	if (document->doc)
		return 0;
	return eu_fail(err, EINVAL, "%s: no report, byte %zu: %s", name, says.pos, says.msg);
}

/* ---- into a differ ---- */

struct loading {
	struct eu_differ *differ;
	enum eu_diff_side side;
	const struct eu_select *select; /* NULL: all containers */
	struct eu_diff_saved *told;
	const char *path;
	struct eu_error *err;
};

/* Those that were not asked for go; of the others it is noted what they do not tell. */
static void choose(struct loading *loading, struct eu_report *report)
{
	struct eu_container_report *all = (void *)report->containers;
	size_t left = 0;

	for (size_t i = 0; i < report->n_containers; i++) {
		if (loading->select &&
		    !eu_select_container(loading->select, &all[i].container))
			continue;
		loading->told->n_merged += all[i].runs > 1 || all[i].n_replicas > 1;
		all[left++] = all[i];
	}
	report->n_containers = left;
}

static int add_saved(struct loading *loading, struct eu_saved *saved, const char *name)
{
	if (saved->failed)
		return eu_fail(loading->err, saved->budget ? ENOMEM : EINVAL,
			       "%s: it asks for more memory than a report needs", name);
	choose(loading, &saved->pub);
	return eu_differ_add(loading->differ, loading->side, &saved->pub, loading->err);
}

/* ---- a directory ---- */

/* The container's file that an entry of the index names; it lies beside the index. */
static int add_entry(struct loading *loading, int directory, yyjson_val *head, yyjson_val *entry)
{
	eu_cleanup(eu_saved_free) struct eu_saved saved = {};
	eu_cleanup(free_document) struct document document = {};
	eu_auto_close int fd = -1;
	eu_auto_free char *name = NULL;
	const char *file = eu_saved_text(entry, "file");
	int ret;

	if (!file || !*file || strchr(file, '/') || !strcmp(file, ".."))
		return eu_fail(loading->err, EINVAL, "%s: its index names a file that is none",
			       loading->path);
	if (asprintf(&name, "%s/%s", loading->path, file) < 0)
		return eu_fail(loading->err, ENOMEM, "out of memory");
	fd = openat(directory, file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	ret = parse(&document, fd, name, loading->err);
	if (ret)
		return ret;
	saved.budget = EU_SAVED_BUDGET(document.len);
	eu_saved_head(&saved, head);
	saved.pub.complete = saved.pub.partial = true; /* the index says of all whether they are */
	eu_saved_container(&saved, yyjson_doc_get_root(document.doc));
	return add_saved(loading, &saved, name);
}

static int add_index(struct loading *loading, int directory, const struct document *index)
{
	eu_cleanup(eu_saved_free) struct eu_saved rest = {.budget = EU_SAVED_BUDGET(index->len)};
	yyjson_val *head = yyjson_doc_get_root(index->doc), *entry;
	size_t i, n;
	int ret = 0;

	yyjson_arr_foreach(yyjson_obj_get(head, "containers"), i, n, entry)
		if (!ret)
			ret = add_entry(loading, directory, head, entry);
	eu_saved_head(&rest, head);
	return ret ?: add_saved(loading, &rest, loading->path);
}

static int add_directory(struct loading *loading, int directory)
{
	eu_cleanup(free_document) struct document index = {};
	eu_auto_close int fd = openat(directory, INDEX, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	eu_auto_free char *name = NULL;
	int ret;

	if (asprintf(&name, "%s/" INDEX, loading->path) < 0)
		return eu_fail(loading->err, ENOMEM, "out of memory");
	ret = parse(&index, fd, name, loading->err);
	if (!ret && !yyjson_is_arr(yyjson_obj_get(yyjson_doc_get_root(index.doc), "containers")))
		ret = eu_fail(loading->err, EINVAL, "%s: no report: it has no containers", name);
	return ret ?: add_index(loading, directory, &index);
}

/* ---- a file ---- */

static bool is_index(yyjson_val *report)
{
	return eu_saved_text(yyjson_arr_get_first(yyjson_obj_get(report, "containers")), "file");
}

static int add_beside(struct loading *loading, const struct document *index)
{
	const char *slash = strrchr(loading->path, '/');
	eu_auto_free char *path =
	    slash ? strndup(loading->path, slash - loading->path + 1) : strdup(".");
	eu_auto_close int directory = -1;
	struct loading beside = *loading;

	if (!path)
		return eu_fail(loading->err, ENOMEM, "out of memory");
	directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (directory < 0)
		return eu_fail(loading->err, errno, "%s: %s", path, strerror(errno));
	beside.path = path;
	return add_index(&beside, directory, index);
}

static int add_file(struct loading *loading, int fd)
{
	eu_cleanup(eu_saved_free) struct eu_saved saved = {};
	eu_cleanup(free_document) struct document document = {};
	int ret = parse(&document, fd, loading->path, loading->err);
	yyjson_val *root = ret ? NULL : yyjson_doc_get_root(document.doc);

	if (ret)
		return ret;
	if (is_index(root))
		return add_beside(loading, &document);
	saved.budget = EU_SAVED_BUDGET(document.len);
	eu_saved_head(&saved, root);
	if (yyjson_is_obj(yyjson_obj_get(root, "container")))
		eu_saved_container(&saved, root);
	else if (yyjson_is_arr(yyjson_obj_get(root, "containers")))
		eu_saved_containers(&saved, root);
	else
		return eu_fail(loading->err, EINVAL, "%s: no report: it has no containers",
			       loading->path);
	loading->told->n_forgotten += saved.pub.n_forgotten;
	return add_saved(loading, &saved, loading->path);
}

/* ---- all ---- */

/* A report begins as JSON does, a recording does not. */
static bool begins_like_json(int fd)
{
	char begin[64];
	ssize_t n = pread(fd, begin, sizeof(begin) - 1, 0);

	begin[n > 0 ? n : 0] = '\0';
	return begin[strspn(begin, " \t\r\n")] == '{';
}

bool eu_diff_is_saved(const char *path)
{
	struct stat st;
	eu_auto_close int fd = -1;

	if (stat(path, &st))
		return false;
	if (S_ISFIFO(st.st_mode))
		return true; /* no recording can be read from one */
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return false;
	return S_ISDIR(st.st_mode) ? !faccessat(fd, INDEX, F_OK, 0) : begins_like_json(fd);
}

static void free_select(struct eu_select **select)
{
	eu_select_free(*select);
}

int eu_differ_add_saved(struct eu_differ *differ, enum eu_diff_side side, const char *path,
			const struct eu_selection *selection, struct eu_diff_saved *told,
			struct eu_error *err)
{
	eu_cleanup(free_select) struct eu_select *select = NULL;
	eu_auto_close int fd = -1;
	struct loading loading = {.differ = differ, .side = side, .told = told, .path = path,
				  .err = err};
	struct stat st;
	int ret = selection ? eu_select_new(&select, selection, err) : 0;

	if (ret)
		return ret;
	loading.select = select;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st))
		return eu_fail(err, errno, "%s: %s", path, strerror(errno));
	return S_ISDIR(st.st_mode) ? add_directory(&loading, fd) : add_file(&loading, fd);
}

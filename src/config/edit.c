// SPDX-License-Identifier: Apache-2.0
/*
 * Editing a configuration as a person would: the lines of one key change, the rest of the file
 * with its comments and its order stays byte for byte.
 */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../cleanup.h"
#include "../replace.h"
#include "config.h"

static bool writable_by_others(const struct stat *st)
{
	return st->st_mode & S_IWOTH || (st->st_mode & S_IWGRP && st->st_gid != getegid());
}

/* A program with CAP_DAC_READ_SEARCH can open what its user must not read, and a sentence about
 * a wrong line would show it. */
static bool readable_by_user(const struct stat *st)
{
	return !getuid() || st->st_uid == getuid() || st->st_mode & S_IROTH ||
	       (st->st_mode & S_IRGRP && st->st_gid == getgid());
}

/* It may say what is to be redacted: nobody goes on without. */
static int fail_access(const char *path, struct eu_error *err)
{
	return eu_fail(err, EACCES, "%s: %s: make it readable (chmod a+r), or name another file "
		       "with --config or EUNOMIA_CONFIG", path, strerror(EACCES));
}

static int check_owner(const char *path, int fd, struct stat *st, struct eu_error *err)
{
	if (fstat(fd, st))
		return eu_fail(err, errno, "%s: %s", path, strerror(errno));
	if (!S_ISREG(st->st_mode))
		return eu_fail(err, EINVAL, "%s: not a regular file", path);
	if (st->st_uid && st->st_uid != geteuid())
		return eu_fail(err, EPERM, "%s belongs to user %u and is not trusted: chown it",
			       path, st->st_uid);
	if (writable_by_others(st))
		return eu_fail(err, EPERM,
			       "%s can be written by others and is not trusted: chmod go-w %s",
			       path, path);
	if (!readable_by_user(st))
		return fail_access(path, err);
	if (st->st_size > EU_CONFIG_MAX_FILE)
		return eu_fail(err, EFBIG, "%s: more than %d KiB", path, EU_CONFIG_MAX_FILE >> 10);
	return 0;
}

int eu_config_slurp(const char *path, char **out, size_t *len, struct eu_error *err)
{
	/* Not blocking, so that a FIFO in this place is an error and not a wait. */
	eu_auto_close int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	eu_auto_free char *text = NULL;
	struct stat st;
	size_t at = 0;
	ssize_t n = 0;
	int ret;

	if (fd < 0)
		return errno == EACCES ? fail_access(path, err)
				       : eu_fail(err, errno, "%s: %s", path, strerror(errno));
	ret = check_owner(path, fd, &st, err);
	if (ret)
		return ret;
	text = malloc(EU_CONFIG_MAX_FILE + 2);
	if (!text)
		return -ENOMEM;
	while (at <= EU_CONFIG_MAX_FILE &&
	       (n = read(fd, text + at, EU_CONFIG_MAX_FILE + 1 - at)) > 0)
		at += n;
	if (n < 0)
		return eu_fail(err, errno, "%s: %s", path, strerror(errno));
	text[at] = '\0';
	*len = at;
	*out = eu_take(text);
	return 0;
}

/* ---- a value as YAML ---- */

static bool is_plain(const char *text)
{
	if (!isalnum((unsigned char)*text) && *text != '/' && *text != '.')
		return false;
	return !text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				  "0123456789_./-")] &&
	       strcasecmp(text, "null");
}

static int write_text(FILE *out, const char *text, struct eu_error *err)
{
	if (is_plain(text))
		return fputs(text, out) < 0 ? -ENOMEM : 0;
	fputc('\'', out);
	for (; *text; text++) {
		if (iscntrl((unsigned char)*text))
			return eu_fail(err, EINVAL, "a setting must be one line of text");
		if (*text == '\'')
			fputc('\'', out);
		fputc(*text, out);
	}
	fputc('\'', out);
	return 0;
}

static int write_list(FILE *out, const struct eu_config *config, const char *key,
		      struct eu_error *err)
{
	size_t n;
	const char *const *items = eu_config_list(config, key, &n);
	int ret = 0;

	fputc('[', out);
	for (size_t i = 0; i < n && !ret; i++) {
		fputs(i ? ", " : "", out);
		ret = write_text(out, items[i], err);
	}
	fputc(']', out);
	return ret;
}

/* ['a,b', 'it''s'] */
static void write_quoted(FILE *out, const char *const *items, size_t n)
{
	fputc('[', out);
	for (size_t i = 0; i < n; i++) {
		fputs(i ? ", '" : "'", out);
		for (const char *at = items[i]; *at; at++) {
			if (*at == '\'')
				fputc('\'', out);
			fputc(*at, out);
		}
		fputc('\'', out);
	}
	fputc(']', out);
}

static bool needs_quotes(const struct eu_config_key *key, const char *const *items, size_t n)
{
	if (key->type == EU_CONFIG_PATTERNS)
		return n;
	for (size_t i = 0; i < n; i++)
		if (strchr(items[i], ',') || !*items[i] || eu_config_looks_quoted(items[i]))
			return true;
	return false;
}

char *eu_config_written(const struct eu_config *config, const char *name)
{
	const struct eu_config_key *key = eu_config_key(name);
	size_t n, len;
	const char *const *items = eu_config_list(config, name, &n);
	char *text = NULL;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	if (eu_config_is_list(key) && needs_quotes(key, items, n))
		write_quoted(out, items, n);
	else
		for (size_t i = 0; i < n; i++)
			fprintf(out, "%s%s", i ? "," : "", items[i]);
	return fclose(out) ? NULL : text;
}

static void config_freep(struct eu_config **config)
{
	eu_config_free(*config);
}

/* "key: value", after the value was found to be of the key's type. */
static int write_setting(FILE *out, const struct eu_config_key *key, const char *value,
			 struct eu_error *err)
{
	eu_cleanup(config_freep) struct eu_config *config = NULL;
	int ret = eu_config_new(&config);

	if (!ret)
		ret = eu_config_set(config, EU_CONFIG_FLAG, key->name, value, "", err);
	if (ret)
		return ret;
	fprintf(out, "%s: ", key->name);
	if (eu_config_is_list(key))
		return write_list(out, config, key->name, err);
	return write_text(out, value, err);
}

/* ---- splicing ---- */

struct find {
	const char *key;
	struct eu_config_span span;
	bool found;
	bool any;
	size_t indent; /* of all keys */
};

static int find_entry(void *context, const struct eu_config_entry *entry, struct eu_error *err)
{
	struct find *find = context;

	if (!find->any)
		find->indent = entry->span.column;
	find->any = true;
	if (!strcmp(entry->key, find->key)) {
		find->span = entry->span;
		find->found = true;
	}
	return 0;
}

/* The byte at a line and a column; columns count characters of UTF-8. */
static size_t offset_of(const char *text, size_t line, size_t column)
{
	const char *at = text;

	for (; line && (at = strchr(at, '\n')); line--)
		at++;
	if (!at)
		return strlen(text);
	for (; column && *at && *at != '\n'; column--)
		do
			at++;
		while ((*at & 0xc0) == 0x80);
	return at - text;
}

/* A line of three dots ends the settings, but not the file. */
static size_t end_of_settings(const char *text, size_t len)
{
	const char *line = text, *end;

	while (strncmp(line, "...", 3) || (line[3] && !isspace((unsigned char)line[3]))) {
		end = strchr(line, '\n');
		if (!end)
			return len;
		line = end + 1;
	}
	return line - text;
}

/* Nothing but the indentation is before it. */
static bool is_editable(const char *line, const struct find *find)
{
	return find->span.column == find->indent &&
	       strspn(line, " ") == find->indent &&
	       !strncmp(line + find->indent, find->key, strlen(find->key));
}

static int rewrite(FILE *out, const char *text, size_t len, const struct find *find,
		   const struct eu_config_key *key, const char *value, struct eu_error *err)
{
	size_t from = find->found ? offset_of(text, find->span.line, 0) : end_of_settings(text, len);
	size_t to = find->found ? offset_of(text, find->span.end_line, find->span.end_column) : from;
	bool whole_lines = find->found && to && text[to - 1] == '\n';
	int ret = 0;

	if (find->found && !is_editable(text + from, find))
		return eu_fail(err, EINVAL, "%s is written in a way that only a person can edit",
			       key->name);
	fwrite(text, 1, from, out);
	if (!value) {
		/* What stands behind the value on its line was about it. */
		to = whole_lines ? to : to + strcspn(text + to, "\n");
		to += !whole_lines && text[to] == '\n';
	} else {
		if (!find->found && from && text[from - 1] != '\n')
			fputc('\n', out);
		fprintf(out, "%*s", (int)find->indent, "");
		ret = write_setting(out, key, value, err);
		if (whole_lines || !find->found)
			fputc('\n', out);
	}
	fwrite(text + to, 1, len - to, out);
	return ret;
}

static bool same_value(const struct eu_config *a, const struct eu_config *b, const char *key)
{
	size_t n, m;
	const char *const *x = eu_config_list(a, key, &n), *const *y = eu_config_list(b, key, &m);

	if (n != m)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(x[i], y[i]))
			return false;
	return true;
}

/* Line ends count in YAML that are none to us; rather than know them all, compare. */
static int compare(const struct eu_config *before, const struct eu_config *after,
		   const struct eu_config_key *key, const char *value)
{
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);

	for (size_t i = 0; i < n; i++)
		if (&keys[i] != key && !same_value(before, after, keys[i].name))
			return -EINVAL;
	return !value == !strcmp(eu_config_origin(after, key->name), "default") ? 0 : -EINVAL;
}

/* What was written must read back, with all else as it was; else the file is left alone. */
static int check_result(const char *path, const char *text, size_t len, const char *result,
			size_t result_len, const struct eu_config_key *key, const char *value,
			struct eu_error *err)
{
	eu_cleanup(config_freep) struct eu_config *before = NULL, *after = NULL;
	struct eu_error says = {"it is written in a way that only a person can edit"};
	int ret = eu_config_new(&before) ?: eu_config_new(&after);

	if (!ret)
		ret = eu_config_parse(before, EU_CONFIG_USER, path, text, len, &says);
	if (!ret) /* what it says about lines that nobody has seen helps nobody */
		ret = eu_config_parse(after, EU_CONFIG_USER, path, result, result_len, NULL);
	if (!ret)
		ret = compare(before, after, key, value);
	if (ret)
		return eu_fail(err, -ret, "%s cannot be edited for %s, nothing was changed: %.200s",
			       path, key->name, says.text);
	return 0;
}

/* Those that are not there; whatever the umask, all can read what is for all. */
static int make_directory(const char *path, mode_t mode)
{
	if (!mkdir(path, mode))
		return chmod(path, mode) ? -errno : 0;
	return errno == EEXIST ? 0 : -errno;
}

static int make_parents(char *dir, mode_t mode)
{
	for (char *at = strchr(dir + 1, '/'); at; at = strchr(at + 1, '/')) {
		*at = '\0';
		make_directory(dir, mode); /* where this fails, the last one does */
		*at = '/';
	}
	return make_directory(dir, mode);
}

/* A file keeps its mode. A new one is for everybody if it is the host's. */
static mode_t mode_of(const char *path)
{
	struct stat st;

	if (!stat(path, &st))
		return st.st_mode & 0777;
	return strcmp(path, EU_CONFIG_SYSTEM_FILE) ? 0600 : 0644;
}

static int replace(const char *path, const char *text, size_t len, struct eu_error *err)
{
	char path_of_dir[PATH_MAX], name[PATH_MAX], target[PATH_MAX], *dir;
	mode_t mode = mode_of(path);
	eu_auto_close int fd = -1;
	int ret;

	/* A link stays one: what it leads to is what changes. */
	if (!realpath(path, target) && snprintf(target, sizeof(target), "%s", path) >= PATH_MAX)
		return eu_fail(err, ENAMETOOLONG, "%.200s…: %s", path, strerror(ENAMETOOLONG));
	strcpy(path_of_dir, target);
	dir = dirname(path_of_dir);
	strcpy(name, target);
	ret = make_parents(dir, mode & S_IROTH ? 0755 : 0700);
	if (!ret)
		fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (ret || fd < 0)
		return eu_fail(err, ret ? -ret : errno, "%s: %s", dir,
			       strerror(ret ? -ret : errno));
	ret = eu_replace_file(fd, basename(name), mode, text, len, err);
	return ret ? eu_fail(err, -ret, "%s: %s", target, strerror(-ret)) : 0;
}

int eu_config_edit_text(const char *path, const char *text, size_t len,
			const struct eu_config_key *key, const char *value, char **out,
			size_t *out_len, struct eu_error *err)
{
	eu_auto_free char *result = NULL;
	struct find find = {.key = key->name};
	FILE *file;
	int ret;

	ret = eu_config_walk(path, text, len, find_entry, &find, err);
	if (ret)
		return ret;
	file = open_memstream(&result, out_len);
	if (!file)
		return -ENOMEM;
	if (find.found || value)
		ret = rewrite(file, text, len, &find, key, value, err);
	else
		fwrite(text, 1, len, file);
	fclose(file);
	if (!ret)
		ret = check_result(path, text, len, result, *out_len, key, value, err);
	if (!ret)
		*out = eu_take(result);
	return ret;
}

int eu_config_edit(const char *path, const char *name, const char *value, struct eu_error *err)
{
	const struct eu_config_key *key = eu_config_key(name);
	eu_auto_free char *text = NULL, *result = NULL;
	size_t len = 0, result_len = 0;
	int ret;

	if (!key)
		return eu_config_unknown(name, err);
	ret = eu_config_slurp(path, &text, &len, err);
	if (ret == -ENOENT && !value)
		return 0;
	if (ret == -ENOENT)
		text = strdup("");
	else if (ret)
		return ret;
	if (!text)
		return eu_fail(err, ENOMEM, "out of memory");
	ret = eu_config_edit_text(path, text, len, key, value, &result, &result_len, err);
	return ret ? ret : replace(path, result, result_len, err);
}

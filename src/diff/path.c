/* SPDX-License-Identifier: Apache-2.0 */
/* Paths without the numbers that are others in each run. */
#include <ctype.h>
#include <string.h>

#include "diff/items.h"
#include "facts/proc_path.h"

enum { ID = 64 }; /* hex digits of a container's or an image's id */

static size_t digits_at(const char *at)
{
	return strspn(at, "0123456789");
}

static bool begins(const char *path, const char *with)
{
	return !strncmp(path, with, strlen(with));
}

static bool ends_component(char c)
{
	return !c || c == '/';
}

static size_t hex_at(const char *at)
{
	return strspn(at, "0123456789abcdef");
}

/* "/#<inode>", as the kernel calls what was opened with O_TMPFILE. */
static bool is_nameless(const char *path, const char *at, size_t digits)
{
	return at - path >= 2 && at[-1] == '#' && at[-2] == '/' && !at[digits];
}

/* What stands for the bytes that begin here; 0: the byte itself. */
static size_t replaced_at(const char *path, const char *at, const char **is)
{
	bool begins_here = at == path || !isxdigit((unsigned char)at[-1]);
	size_t digits = digits_at(at);

	*is = "<id>";
	if (begins_here && hex_at(at) == ID)
		return ID;
	*is = "<n>";
	if (digits && at - path >= 2 && at[-1] == '[' && at[-2] == ':' && at[digits] == ']')
		return digits;
	if (digits && is_nameless(path, at, digits))
		return digits;
	if (digits && begins(path, "/dev/pts/") && at == path + 9 && ends_component(at[digits]))
		return digits;
	return 0;
}

/* runc's and crun's state of a container, in which its init waits for the start. */
static bool put_fifo(struct eu_bytes *out, const char *path)
{
	static const char name[] = "/exec.fifo";
	size_t len = strlen(path);
	const char *end = path + len - strlen(name), *id = end;

	if (len <= strlen(name) || strcmp(end, name))
		return false;
	while (id > path && id[-1] != '/')
		id--;
	eu_bytes_put(out, path, id - path);
	eu_bytes_puts(out, "<id>");
	eu_bytes_puts(out, name);
	return true;
}

void eu_diff_path(struct eu_bytes *out, const char *path)
{
	if (put_fifo(out, path))
		return;
	if (begins(path, "/proc/")) {
		eu_proc_path(out, path);
		return;
	}
	for (const char *at = path; *at;) {
		const char *is;
		size_t len = replaced_at(path, at, &is);

		if (len)
			eu_bytes_puts(out, is);
		else
			eu_bytes_char(out, *at);
		at += len ?: 1;
	}
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "facts/proc_path.h"

static size_t digits_at(const char *at)
{
	return strspn(at, "0123456789");
}

/* What a number is that is all of a component of /proc: "fd/3", "task/17". */
static const char *number_in_proc(const char *before, size_t len)
{
	static const struct {
		const char *in, *is;
	} known[] = {{"task/", "<tid>"}, {"fd/", "<n>"}, {"fdinfo/", "<n>"}};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		size_t n = strlen(known[i].in);

		if (len >= n && !memcmp(before + len - n, known[i].in, n))
			return known[i].is;
	}
	return NULL;
}

/* /proc/17/task/18/fd/3: what stands for the component that begins here; NULL: itself. */
static const char *proc_component(const char *path, const char *at, size_t *len)
{
	size_t before = at - path;

	*len = strcspn(at, "/");
	if (before == strlen("/proc/") &&
	    (digits_at(at) == *len || (*len == 4 && !strncmp(at, "self", 4)) ||
	     (*len == 11 && !strncmp(at, "thread-self", 11))))
		return "<pid>";
	return *len && digits_at(at) == *len ? number_in_proc(path, before) : NULL;
}

void eu_proc_path(struct eu_bytes *out, const char *path)
{
	const char *at = path + strlen("/proc/");
	size_t len;

	eu_bytes_puts(out, "/proc/");
	for (; *at; at += len) {
		const char *is = proc_component(path, at, &len);

		eu_bytes_put(out, is ?: at, is ? strlen(is) : len);
		if (at[len] == '/')
			eu_bytes_char(out, at[len++]);
	}
}

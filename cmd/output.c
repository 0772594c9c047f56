// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd.h"
#include "output.h"
#include "say.h"

static bool is_own_descriptor(const char *path)
{
	static const char *const own[] = {"/dev/fd/", "/proc/self/fd/", "/dev/stdout",
					  "/dev/stderr"};

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		if (!strncmp(path, own[i], strlen(own[i])))
			return true;
	return false;
}

/* A file of our own, made private before the first byte is in it. */
static int claim(int fd, const char *path, struct eu_error *err)
{
	struct stat st;

	if (fstat(fd, &st))
		return eu_fail(err, errno, "%s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return 0;
	if (st.st_uid != geteuid())
		return eu_fail(
		    err, EPERM,
		    "%s belongs to user %u, who could read what is written: remove it or "
		    "choose another file",
		    path, st.st_uid);
	if (st.st_nlink != 1)
		return eu_fail(err, EPERM, "%s has %lu names: choose another file", path,
			       (unsigned long)st.st_nlink);
	if (fchmod(fd, 0600))
		return eu_fail(err, errno, "%s: %s", path, strerror(errno));
	return 0;
}

int output_code(const char *path, int ret)
{
	if (!ret)
		return EU_EXIT_OK;
	if (ret == -EPIPE)
		say_error(OUTPUT_READER_GONE);
	else
		say_error("%s: %s", path ?: "standard output", strerror(-ret));
	return EU_EXIT_FAILED;
}

int output_truncate(int fd)
{
	struct stat st;

	if (fstat(fd, &st))
		return -errno;
	return S_ISREG(st.st_mode) && ftruncate(fd, 0) ? -errno : 0;
}

static int cannot_open(const char *path, struct eu_error *err)
{
	if (errno == EISDIR)
		return eu_fail(err, EISDIR, "cannot write to %s: it is a directory; name a file in it",
			       path);
	return eu_fail(err, errno, "cannot write to %s: %s", path, strerror(errno));
}

int output_open(const char *path, struct eu_error *err)
{
	int flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY;
	int fd, ret;

	if (!strcmp(path, "-"))
		return fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	if (is_own_descriptor(path)) {
		fd = open(path, flags & ~O_CREAT);
		return fd >= 0 ? fd : cannot_open(path, err);
	}
	fd = open(path, flags | O_NOFOLLOW, 0600);
	if (fd < 0 && errno == ELOOP)
		return eu_fail(err, ELOOP, "%s is a symbolic link: name the file it leads to",
			       path);
	if (fd < 0)
		return cannot_open(path, err);
	ret = claim(fd, path, err);
	if (ret) {
		close(fd);
		return ret;
	}
	return fd;
}

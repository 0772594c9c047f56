// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <eunomia/recording.h>

#include "cmd.h"
#include "output.h"
#include "say.h"

/* The process's own descriptor that is meant; -1: none is. */
static int own_descriptor(const char *path)
{
	static const char *const directories[] = {"/dev/fd/", "/proc/self/fd/"};

	if (!strcmp(path, "-") || !strcmp(path, "/dev/stdout"))
		return STDOUT_FILENO;
	if (!strcmp(path, "/dev/stderr"))
		return STDERR_FILENO;
	for (size_t i = 0; i < sizeof(directories) / sizeof(*directories); i++) {
		const char *number = path + strlen(directories[i]);

		if (!strncmp(path, directories[i], strlen(directories[i])) && *number)
			return number[strspn(number, "0123456789")] ? -1 : atoi(number);
	}
	return -1;
}

bool output_is_inherited(const char *path)
{
	return own_descriptor(path) >= 0;
}

bool output_is_one_file(int a, int b)
{
	struct stat one, other;

	return !fstat(a, &one) && !fstat(b, &other) && S_ISREG(one.st_mode) &&
	       one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/* The last part of a path, behind the directory, whose identity is filled in. NULL: it is none. */
static const char *place_of(const char *path, struct stat *directory)
{
	const char *slash = strrchr(path, '/');
	char *parent = slash ? strndup(path, slash - path + 1) : strdup(".");
	int ret = parent ? stat(parent, directory) : -1;

	free(parent);
	return ret ? NULL : slash ? slash + 1 : path;
}

bool output_is_one_name(const char *a, const char *b)
{
	struct stat one, other;
	const char *name = place_of(a, &one), *other_name = place_of(b, &other);

	return name && other_name && !strcmp(name, other_name) && one.st_dev == other.st_dev &&
	       one.st_ino == other.st_ino;
}

/* Two that write with offsets of their own write over each other. */
static int check_standard(int fd, const char *path, struct eu_error *err)
{
	static const char *const names[] = {[STDOUT_FILENO] = "output", [STDERR_FILENO] = "error"};

	for (int standard = STDOUT_FILENO; standard <= STDERR_FILENO; standard++)
		if (output_is_one_file(fd, standard))
			return eu_fail(err, EINVAL,
				       "%s is where standard %s goes: one would be written over the "
				       "other; choose another file",
				       path, names[standard]);
	return 0;
}

/* What was recorded cannot be had again, and may be what is being read. */
static int spare_recording(const char *path, const struct stat *claimed, struct eu_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	int ret = 0;
	struct stat st;

	if (fd < 0 || fstat(fd, &st))
		ret = eu_fail(err, errno, "cannot read %s to see what it holds: %s", path,
			      strerror(errno));
	else if (st.st_dev != claimed->st_dev || st.st_ino != claimed->st_ino)
		ret = eu_fail(err, EAGAIN, "%s has just become another file", path);
	else if (eu_is_recording(fd))
		ret = eu_fail(err, EEXIST,
			      "%s is a recording, and recordings are never overwritten: choose "
			      "another name", path);
	if (fd >= 0)
		close(fd);
	return ret;
}

/* A file of our own, made private before the first byte is in it. */
static int claim(int fd, const char *path, struct eu_error *err)
{
	struct stat st;
	int ret;

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
	ret = check_standard(fd, path, err);
	if (!ret && st.st_size)
		ret = spare_recording(path, &st, err);
	if (ret)
		return ret;
	if (fchmod(fd, 0600))
		return eu_fail(err, errno, "%s: %s", path, strerror(errno));
	return 0;
}

int output_failure_code(int ret)
{
	return ret == -EINVAL ? EU_EXIT_USAGE : EU_EXIT_FAILED;
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

int output_truncate(const char *path, int fd)
{
	struct stat st;

	if (own_descriptor(path) >= 0)
		return 0;
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
	int fd, ret, own = own_descriptor(path);

	if (own >= 0) { /* not opened anew: what was written to it before would be written over */
		fd = fcntl(own, F_DUPFD_CLOEXEC, 3);
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

// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "replace.h"
#include "write.h"

/* Without a name until it is whole, where the file system can do that. */
static int open_beside(struct eu_replacement *r)
{
	r->fd = openat(r->dirfd, ".", O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
	if (r->fd >= 0)
		return 0;
	/* What an earlier process of this pid left behind is in nobody's way. */
	unlinkat(r->dirfd, r->beside, 0);
	r->fd =
	    openat(r->dirfd, r->beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	r->has_name = r->fd >= 0;
	return r->fd < 0 ? -errno : 0;
}

int eu_replace_begin(struct eu_replacement *out, int dirfd, const char *name, struct eu_error *err)
{
	struct eu_replacement r = {.dirfd = dirfd, .mode = 0600};
	int ret;

	if (strchr(name, '/') || snprintf(r.beside, sizeof(r.beside), ".%s.%d~", name, getpid()) >=
				     (int)sizeof(r.beside))
		return eu_fail(err, ENAMETOOLONG, "%.200s: not a usable file name", name);
	strcpy(r.name, name); /* shorter than beside */
	ret = open_beside(&r);
	if (ret)
		return eu_fail(err, -ret, "%s: %s", name, strerror(-ret));
	*out = r;
	return 0;
}

/* A link to a file without a name goes through its descriptor: open(2), O_TMPFILE. */
static int give_name(struct eu_replacement *r)
{
	char path[64];

	if (r->has_name)
		return 0;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", r->fd);
	unlinkat(r->dirfd, r->beside, 0);
	if (linkat(AT_FDCWD, path, r->dirfd, r->beside, AT_SYMLINK_FOLLOW))
		return -errno;
	r->has_name = true;
	return 0;
}

int eu_replace_commit(struct eu_replacement *r, struct eu_error *err)
{
	int ret = fchmod(r->fd, r->mode) || (!r->hasty && fsync(r->fd)) ? -errno : 0;

	if (!ret)
		ret = give_name(r);
	if (!ret && renameat(r->dirfd, r->beside, r->dirfd, r->name))
		ret = -errno;
	if (!ret) {
		r->has_name = false;
		ret = !r->hasty && fsync(r->dirfd) ? -errno : 0;
	}
	eu_replace_abort(r);
	return ret ? eu_fail(err, -ret, "%s: %s", r->name, strerror(-ret)) : 0;
}

void eu_replace_abort(struct eu_replacement *r)
{
	if (r->has_name)
		unlinkat(r->dirfd, r->beside, 0);
	close(r->fd);
}

int eu_replace_file(int dirfd, const char *name, mode_t mode, const void *data, size_t len,
		    struct eu_error *err)
{
	struct eu_replacement r;
	int ret = eu_replace_begin(&r, dirfd, name, err);

	if (ret)
		return ret;
	r.mode = mode;
	ret = eu_write_all(r.fd, data, len);
	if (!ret)
		return eu_replace_commit(&r, err);
	eu_replace_abort(&r);
	return eu_fail(err, -ret, "%s: %s", name, strerror(-ret));
}

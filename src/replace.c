// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cleanup.h"
#include "replace.h"
#include "write.h"

int eu_replace_file(int dirfd, const char *name, const void *data, size_t len, struct eu_error *err)
{
	char beside[NAME_MAX + 1];
	eu_auto_close int fd = -1;
	int ret;

	if (strchr(name, '/') ||
	    snprintf(beside, sizeof(beside), ".%s.%d~", name, getpid()) >= (int)sizeof(beside))
		return eu_fail(err, ENAMETOOLONG, "%.200s: not a usable file name", name);
	/* What an earlier process of this pid left behind is in nobody's way. */
	unlinkat(dirfd, beside, 0);
	fd = openat(dirfd, beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return eu_fail(err, errno, "%s: %s", name, strerror(errno));
	ret = eu_write_all(fd, data, len);
	if (!ret && fsync(fd))
		ret = -errno;
	if (!ret && (fchmod(fd, 0600) || renameat(dirfd, beside, dirfd, name) || fsync(dirfd)))
		ret = -errno;
	if (!ret)
		return 0;
	unlinkat(dirfd, beside, 0);
	return eu_fail(err, -ret, "%s: %s", name, strerror(-ret));
}

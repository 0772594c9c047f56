/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>

#include "cleanup.h"
#include "meta/file.h"

int eu_open_root(const char *path)
{
	int fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);

	return fd < 0 ? -errno : fd;
}

static int open_in(int root_fd, const char *path, int flags)
{
	struct open_how how = {
	    .flags = flags | O_CLOEXEC,
	    .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS,
	};
	int fd = syscall(SYS_openat2, root_fd, path, &how, sizeof(how)); /* since Linux 5.6 */

	return fd < 0 ? -errno : fd;
}

static int read_whole(int fd, size_t max, char **text, size_t *len)
{
	eu_auto_free char *buffer = NULL;
	struct stat st;
	size_t size, used = 0;

	if (fstat(fd, &st))
		return -errno;
	if (!S_ISREG(st.st_mode))
		return -EINVAL;
	if (st.st_size < 0 || (size_t)st.st_size > max)
		return -EFBIG;
	size = st.st_size; /* a file that grows meanwhile is read up to here */
	buffer = malloc(size + 1);
	if (!buffer)
		return -ENOMEM;
	while (used < size) {
		ssize_t n = read(fd, buffer + used, size - used);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -errno;
		if (!n)
			break;
		used += n;
	}
	buffer[used] = '\0';
	*text = eu_take(buffer);
	*len = used;
	return 0;
}

int eu_read_file_in(int root_fd, const char *path, size_t max, char **text, size_t *len)
{
	/* O_NONBLOCK: a FIFO in place of the file must not hold us up */
	eu_auto_close int fd = open_in(root_fd, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);

	return fd < 0 ? fd : read_whole(fd, max, text, len);
}

int eu_stat_in(int root_fd, const char *path, struct stat *out)
{
	eu_auto_close int fd = open_in(root_fd, path, O_PATH);

	if (fd < 0)
		return fd;
	return fstat(fd, out) ? -errno : 0;
}

bool eu_read_status(int pid, const char *name, char *out, size_t size)
{
	eu_auto_fclose FILE *file = NULL;
	eu_auto_free char *line = NULL;
	size_t room = 0, len = strlen(name);
	char path[64];
	bool found = false;

	snprintf(path, sizeof(path), "/proc/%d/status", pid);
	file = fopen(path, "re");
	while (file && !found && getline(&line, &room, file) > 0)
		found = !strncmp(line, name, len) && !strncmp(line + len, ":\t", 2);
	if (found)
		snprintf(out, size, "%.*s", (int)strcspn(line + len + 2, "\n"), line + len + 2);
	return found;
}

ssize_t eu_read_proc(int pid, const char *name, char *out, size_t size)
{
	eu_auto_close int fd = -1;
	char path[64];
	size_t used = 0;

	snprintf(path, sizeof(path), "/proc/%d/%s", pid, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	while (used < size - 1) {
		ssize_t n = read(fd, out + used, size - 1 - used);

		if (n < 0)
			return -errno;
		if (!n)
			break;
		used += n;
	}
	out[used] = '\0';
	return used;
}

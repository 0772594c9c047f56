/* SPDX-License-Identifier: Apache-2.0 */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cleanup.h"
#include "world/cgroup_path.h"

#define FILEID_KERNFS 0xfe /* include/linux/exportfs.h */

/* The id of a cgroup is the handle of its directory, since Linux 5.5. */
static int open_cgroup(const char *mount, uint64_t id)
{
	union {
		struct file_handle handle;
		char room[sizeof(struct file_handle) + sizeof(id)];
	} by_id = {.handle = {.handle_bytes = sizeof(id), .handle_type = FILEID_KERNFS}};
	eu_auto_close int root = open(mount, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	memcpy(by_id.handle.f_handle, &id, sizeof(id));
	return root < 0 ? -1 : open_by_handle_at(root, &by_id.handle, O_PATH | O_CLOEXEC);
}

bool eu_cgroup_path(const char *mount, uint64_t id, char *out, size_t size)
{
	eu_auto_close int fd = open_cgroup(mount, id);
	size_t root = strlen(mount);
	char link[64], path[PATH_MAX];
	ssize_t len;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	len = fd < 0 ? -1 : readlink(link, path, sizeof(path) - 1);
	if (len <= (ssize_t)root)
		return false;
	path[len] = '\0';
	return !strncmp(path, mount, root) && path[root] == '/' &&
	       snprintf(out, size, "%s", path + root) < (int)size;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../cleanup.h"
#include "hierarchy.h"

#define MOUNTS "/proc/self/mounts"

static void endmntentp(FILE **file)
{
	if (*file)
		endmntent(*file);
}

/* The first mount of cgroup2 (controller NULL) or of a v1 controller. */
static int find_mount(const char *controller, char *out, size_t size)
{
	eu_cleanup(endmntentp) FILE *mounts = setmntent(MOUNTS, "r");
	char text[2 * PATH_MAX];
	struct mntent entry;

	if (!mounts)
		return -errno;
	while (getmntent_r(mounts, &entry, text, sizeof(text))) {
		if (strcmp(entry.mnt_type, controller ? "cgroup" : "cgroup2"))
			continue;
		if (controller && !hasmntopt(&entry, controller))
			continue;
		if (snprintf(out, size, "%s", entry.mnt_dir) < (int)size)
			return 0;
	}
	return -ENOENT;
}

static int hierarchy_number(const char *controller, uint32_t *id)
{
	eu_auto_fclose FILE *file = fopen("/proc/cgroups", "re");
	char line[256], name[64];

	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "%63s %u", name, id) == 2 && !strcmp(name, controller))
			return *id ? 0 : -ENOENT;
	return -ENOENT;
}

static int try_v1(struct eu_hierarchy *out, const char *controller)
{
	if (find_mount(controller, out->mount, sizeof(out->mount)) ||
	    hierarchy_number(controller, &out->id))
		return -ENOENT;
	snprintf(out->controller, sizeof(out->controller), "%s", controller);
	return 0;
}

int eu_hierarchy_find(struct eu_hierarchy *out, struct eu_error *err)
{
	*out = (struct eu_hierarchy){};
	if (!try_v1(out, "memory") || !try_v1(out, "pids"))
		return 0;
	if (!find_mount(NULL, out->mount, sizeof(out->mount)))
		return 0;
	if (access(MOUNTS, R_OK))
		return eu_fail(err, errno, "cannot read " MOUNTS ": %s: is proc mounted on /proc?",
			       strerror(errno));
	return eu_fail(err, ENOENT,
		       "no cgroup hierarchy is mounted: mount cgroup2 on /sys/fs/cgroup first");
}

#define INITIAL_CGROUP_NAMESPACE 0xeffffffb /* PROC_CGROUP_INIT_INO, linux/proc_ns.h */

/* What of the file system is mounted there: a path from the root of our cgroup namespace, which may
 * lead out of it ("/../.."). Of several mounts in one place the last is on top. */
static bool mounted_root(const char *mount, char root[PATH_MAX])
{
	eu_auto_fclose FILE *file = fopen("/proc/self/mountinfo", "re");
	char line[3 * PATH_MAX], from[PATH_MAX], at[PATH_MAX];
	bool found = false;

	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "%*d %*d %*s %4095s %4095s", from, at) == 2 && !strcmp(at, mount)) {
			strcpy(root, from);
			found = true;
		}
	return found;
}

bool eu_hierarchy_is_whole(const struct eu_hierarchy *hierarchy)
{
	char root[PATH_MAX];
	struct stat st;

	if (stat("/proc/self/ns/cgroup", &st) || !mounted_root(hierarchy->mount, root))
		return true; /* nobody knows */
	return st.st_ino == INITIAL_CGROUP_NAMESPACE ? !strcmp(root, "/") : !strncmp(root, "/..", 3);
}

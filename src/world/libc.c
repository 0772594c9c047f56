/* SPDX-License-Identifier: Apache-2.0 */
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cleanup.h"
#include "world/libc.h"

#define MAX_FILE   (4u << 20)
#define MAX_MOUNTS 256 /* the root's comes first */

/* ---- a container's files ---- */

/* Who answers for a file system of these types is the kernel. Of others it may be a program that
 * never does. */
static bool is_the_kernels(const char *type)
{
	static const char *const types[] = {"overlay", "ext4", "xfs",  "btrfs",    "tmpfs", "zfs",
					    "ramfs",   "ext3", "ext2", "squashfs", "erofs", "f2fs",
					    "bcachefs", "rootfs"};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (!strcmp(type, types[i]))
			return true;
	return false;
}

static bool has_safe_root(int process)
{
	int fd = openat(process, "mountinfo", O_RDONLY | O_CLOEXEC);
	eu_auto_fclose FILE *file = fd < 0 ? NULL : fdopen(fd, "r");
	eu_auto_free char *line = NULL;
	char point[8], type[32];
	size_t size = 0;
	bool safe = false;

	if (fd >= 0 && !file)
		close(fd);
	for (int i = 0; i < MAX_MOUNTS && file && getline(&line, &size, file) > 0; i++) {
		const char *rest = strstr(line, " - ");

		if (rest && sscanf(line, "%*s %*s %*s %*s %7s", point) == 1 && !strcmp(point, "/") &&
		    sscanf(rest, " - %31s", type) == 1)
			safe = is_the_kernels(type);
	}
	return safe;
}

/* A regular file of the container's root file system, its links followed inside; or -1. */
static int open_inside(int root, const char *path)
{
	struct open_how how = {
		.flags = O_PATH | O_CLOEXEC,
		.resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV,
	};
	eu_auto_close int found = syscall(SYS_openat2, root, path, &how, sizeof(how));
	char again[40];
	struct stat st;

	if (found < 0 || fstat(found, &st) || !S_ISREG(st.st_mode))
		return -1;
	snprintf(again, sizeof(again), "/proc/self/fd/%d", found);
	return open(again, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

struct text {
	char *bytes;
	size_t len;
};

/* NUL-terminated; nothing when there is no such file. The caller frees the bytes. */
static struct text read_inside(int root, const char *path)
{
	eu_auto_close int fd = open_inside(root, path);
	struct text text = {};
	struct stat st;
	ssize_t n;

	if (fd < 0 || fstat(fd, &st) || st.st_size > MAX_FILE)
		return text;
	text.bytes = malloc(st.st_size + 1);
	n = text.bytes ? read(fd, text.bytes, st.st_size) : -1;
	text.len = n > 0 ? n : 0;
	if (text.bytes)
		text.bytes[text.len] = '\0';
	return text;
}

/* ---- what they say ---- */

/* The version behind the mark: digits and dots at its beginning; "" when there is none. */
static void version_after(const struct text *text, const char *mark, char out[32])
{
	const char *at = memmem(text->bytes, text->len, mark, strlen(mark));
	size_t len;

	*out = '\0';
	if (!at)
		return;
	at += strlen(mark);
	len = strspn(at, "0123456789.");
	while (len && at[len - 1] == '.')
		len--;
	if (len < 32)
		snprintf(out, 32, "%.*s", (int)len, at);
}

/* Its loader tells who made it: "ld.so (Debian GLIBC 2.36-9) stable release version 2.36." */
static bool is_glibc(int root, char *out, size_t size)
{
	static const char *const loaders[] = {"lib64/ld-linux-x86-64.so.2", "lib/ld-linux-x86-64.so.2",
					      "lib/ld-linux-aarch64.so.1", "lib/ld-linux.so.2"};

	for (size_t i = 0; i < sizeof(loaders) / sizeof(*loaders); i++) {
		struct text text = read_inside(root, loaders[i]);
		eu_auto_free char *bytes = text.bytes;
		char version[32];

		if (!text.len || !memmem(text.bytes, text.len, "GLIBC_", 6))
			continue;
		version_after(&text, " release version ", version);
		snprintf(out, size, "glibc%s%s", *version ? " " : "", version);
		return true;
	}
	return false;
}

/* Its version is where Alpine's package manager keeps it. */
static bool is_musl(int root, char *out, size_t size)
{
	static const char *const loaders[] = {"lib/ld-musl-x86_64.so.1", "lib/ld-musl-aarch64.so.1",
					      "lib/ld-musl-i386.so.1"};

	for (size_t i = 0; i < sizeof(loaders) / sizeof(*loaders); i++) {
		eu_auto_close int loader = open_inside(root, loaders[i]);
		struct text text = loader < 0 ? (struct text){} :
						read_inside(root, "lib/apk/db/installed");
		eu_auto_free char *bytes = text.bytes;
		char version[32] = "";

		if (loader < 0)
			continue;
		if (text.len)
			version_after(&text, "\nP:musl\nV:", version);
		snprintf(out, size, "musl%s%s", *version ? " " : "", version);
		return true;
	}
	return false;
}

void eu_libc_of(int process, char *out, size_t size)
{
	eu_auto_close int root = -1;

	*out = '\0';
	if (!has_safe_root(process))
		return;
	root = openat(process, "root", O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (root >= 0 && !is_glibc(root, out, size))
		is_musl(root, out, size);
}

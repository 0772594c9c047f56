/* SPDX-License-Identifier: Apache-2.0 */
/* Fails to open names below a directory that is the root of the look-up. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *const names[] = {
	"/../../none", "none", "../none", "//./none/../x", "/", "..none",
	"../../../../../../../../../../../../../../../../../../none",
};

int main(void)
{
	struct open_how how = { .flags = O_WRONLY, .resolve = RESOLVE_IN_ROOT };
	int root;

	if (mkdir("/tmp/root", 0700))
		return 1;
	root = open("/tmp/root", O_PATH);
	for (unsigned i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (syscall(SYS_openat2, root, names[i], &how, sizeof(how)) >= 0)
			return 2;
	return 0;
}

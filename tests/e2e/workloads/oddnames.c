/* SPDX-License-Identifier: Apache-2.0 */
/* Files and a process with names that break what prints carelessly. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

static const char *const names[] = {
	"/tmp/odd\nname\001", "/tmp/odd\"quote\\", "/tmp/odd\377\376bytes", "/tmp/odd\033[31m",
	"/tmp/odd\xed\xa0\x80surrogate", "/tmp/odd\xc0\xafoverlong", "/tmp/odd\xe2\x80\xa8line",
	"/tmp/odd\x7f", "/tmp/odd\xf4\x90\x80\x80",
};

int main(void)
{
	prctl(PR_SET_NAME, "\n\"\\\001\377\xe2\x82");
	for (unsigned int i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (open(names[i], O_WRONLY | O_CREAT | O_EXCL, 0600) < 0)
			return 1;
	return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "write.h"

int eu_write_all(int fd, const void *data, size_t len)
{
	for (const char *at = data; len;) {
		ssize_t n = write(fd, at, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -errno;
		at += n;
		len -= n;
	}
	return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <string.h>

#include <eunomia/message.h>

#include "schema/emit.h"
#include "write.h"

static void as_json(struct eu_bytes *bytes, uint64_t time, const char *level, const char *text)
{
	eu_bytes_puts(bytes, "{\"time\":\"");
	eu_bytes_time(bytes, time);
	eu_bytes_puts(bytes, "\",\"level\":\"");
	eu_bytes_json(bytes, level, strlen(level));
	eu_bytes_puts(bytes, "\",\"message\":\"");
	eu_bytes_json(bytes, text, strlen(text));
	eu_bytes_puts(bytes, "\"}\n");
}

static void as_text(struct eu_bytes *bytes, uint64_t time, const char *level, const char *text)
{
	eu_bytes_time(bytes, time);
	eu_bytes_char(bytes, ' ');
	eu_bytes_text(bytes, level, strlen(level));
	eu_bytes_char(bytes, ' ');
	eu_bytes_text(bytes, text, strlen(text));
	eu_bytes_char(bytes, '\n');
}

int eu_message_write(int fd, bool json, uint64_t time, const char *level, const char *text)
{
	struct eu_bytes bytes = {};
	int ret = eu_bytes_init(&bytes, EU_BYTES_ROOM);

	if (ret)
		return ret;
	(json ? as_json : as_text)(&bytes, time, level, text);
	/* One write, so that lines of several programs in one file do not mix. */
	ret = bytes.failed ? -ENOMEM : eu_write_all(fd, bytes.data, bytes.len);
	eu_bytes_free(&bytes);
	return ret;
}

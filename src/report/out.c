// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <string.h>

#include "out.h"
#include "write.h"

enum { MUCH = 256 << 10 };

int eu_out_init(struct eu_out *out, int fd)
{
	int ret;

	*out = (struct eu_out){.fd = fd};
	ret = eu_bytes_init(&out->bytes, 2 * MUCH);
	eu_emit_json_init(&out->json, &out->bytes);
	return ret;
}

static void write_out(struct eu_out *out, size_t len)
{
	struct eu_bytes *bytes = &out->bytes;

	if (bytes->failed && !out->error)
		out->error = -EFBIG;
	if (!out->error)
		out->error = eu_write_all(out->fd, bytes->data, len);
	memmove(bytes->data, bytes->data + len, bytes->len - len);
	bytes->len -= len;
}

void eu_out_relieve(struct eu_out *out)
{
	/* The last byte stays: it may be a comma that the end of an array takes back. */
	if (out->bytes.len > MUCH)
		write_out(out, out->bytes.len - 1);
}

int eu_out_finish(struct eu_out *out)
{
	write_out(out, out->bytes.len);
	eu_bytes_free(&out->bytes);
	return out->error;
}

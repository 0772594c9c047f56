/* SPDX-License-Identifier: Apache-2.0 */
/* A report has no bound that memory would like: text goes out while it is made. */
#pragma once

#include "schema/emit.h"

struct eu_out {
	struct eu_emit_json json;
	struct eu_bytes bytes;
	int fd;
	int error; /* the first */
};

int eu_out_init(struct eu_out *out, int fd);
/* Between two facts: writes what has come together, when it is much. */
void eu_out_relieve(struct eu_out *out);
/* Writes the rest; 0 or the first error. */
int eu_out_finish(struct eu_out *out);

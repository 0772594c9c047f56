/* SPDX-License-Identifier: Apache-2.0 */
/* Where a sink's bytes go, and what is done while nobody takes them there. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <eunomia/sink.h>

struct eu_outlet {
	int fd;
	bool own;        /* opened here: it does not block, and others do not share that */
	bool is_socket;
	bool may_signal; /* writing may raise SIGPIPE */
	bool in_pieces;  /* it may block: only what has room for sure, when there is room */
	int (*wait)(void *context, int fd);
	void *context;
};

/* The descriptor is the caller's, and stays as it is. 0 or -errno. */
int eu_outlet_open(struct eu_outlet *outlet, int fd, const struct eu_sink_options *options);
/* All of it, or -errno and as much as went: *done says how much. No signal is raised. */
int eu_outlet_write(const struct eu_outlet *outlet, const char *data, size_t len, size_t *done);
void eu_outlet_close(struct eu_outlet *outlet);

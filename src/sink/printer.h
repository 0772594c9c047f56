/* SPDX-License-Identifier: Apache-2.0 */
/* A format: events in, lines out. What happens to the lines is the sink's business. */
#pragma once

#include <eunomia/sink.h>

#include "schema/bytes.h"

struct eu_printer;

/* What the closing statement says. */
struct eu_summary {
	const char *host;
	uint64_t time; /* wall clock, ns */
	uint64_t events, lost;
	const struct eu_loss *loss;
	size_t n_loss;
	uint64_t sink_lost; /* by this sink, where the ledger does not have it yet */
};

struct eu_printer_ops {
	void (*header)(struct eu_printer *printer); /* NULL: none */
	void (*event)(struct eu_printer *printer, const struct eu_event *event);
	void (*summary)(struct eu_printer *printer, const struct eu_summary *summary);
	void (*free)(struct eu_printer *printer);
};

/* Embedded at the start of each format's own struct. */
struct eu_printer {
	const struct eu_printer_ops *ops;
	struct eu_bytes *bytes; /* the sink's */
};

int eu_printer_json(struct eu_printer **out, const struct eu_sink_options *options,
		    struct eu_error *err);
int eu_printer_csv(struct eu_printer **out, const struct eu_sink_options *options,
		   struct eu_error *err);
int eu_printer_table(struct eu_printer **out, const struct eu_sink_options *options,
		     struct eu_error *err);
int eu_printer_ctrace(struct eu_printer **out, const struct eu_sink_options *options,
		      struct eu_error *err);

/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of a report as CSV, one per fact. */
#pragma once

#include <stdio.h>

#include <eunomia/report.h>

#include "report/out.h"

enum eu_counted { EU_COUNTED, EU_NOT_COUNTED };

/* What the runtime did of it. */
struct eu_row_init {
	uint64_t count, failures; /* EU_INIT_UNKNOWN */
};

struct eu_row {
	const struct eu_container *container;
	const char *fact, *what;
	size_t what_len;     /* 0: what ends with its NUL */
	const char *details; /* or NULL */
	uint64_t count, failures, in, out, first, last;
	enum eu_counted counted;
	const struct eu_row_init *init; /* NULL: that is not told apart */
	const char *used_by; /* "init", "work", "both"; or NULL: as init says */
};

void eu_row_put(struct eu_out *out, const struct eu_row *row);
/* "a b c", malloc'd; NULL without memory. */
char *eu_row_texts(const char *const *texts, size_t n);

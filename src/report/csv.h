/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of a report as CSV, one per fact. */
#pragma once

#include <stdio.h>

#include <eunomia/report.h>

#include "report/out.h"

struct eu_row {
	const struct eu_container *container;
	const char *fact, *what;
	size_t what_len;     /* 0: what ends with its NUL */
	const char *details; /* or NULL */
	uint64_t count, failures, in, out, first, last;
};

void eu_row_put(struct eu_out *out, const struct eu_row *row);
/* "a b c", malloc'd; NULL without memory. */
char *eu_row_texts(const char *const *texts, size_t n);

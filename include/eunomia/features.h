/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What Eunomia can do depends on the kernel: feature → what it needs → what is lost without it.
 *
 * The table is the only place that says so. Everything asks the kernel's BTF and the kernel
 * itself, never its version.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#pragma GCC visibility push(default)

struct eu_feature {
	const char *name;  /* "capability checks" */
	const char *needs; /* one of these, in order of preference, in words */
	const char *
	    without; /* what is lost or done otherwise, a clause: "capability events are missing" */
	bool required; /* without it nothing works */
};

/* All features, in the order in which they matter. */
const struct eu_feature *eu_features(size_t *n);
/* Which of them the running kernel has: fills one flag for each, in the same order. What only a
 * trial tells is taken for missing without the privileges to load BPF programs. */
void eu_features_present(bool *present);
/* What this kernel lacks and what is lost by it, as sentences; "" when it has all. Cut to size;
 * returns the length it would have had. */
size_t eu_features_missing(char *out, size_t size);

#pragma GCC visibility pop

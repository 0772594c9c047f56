/* SPDX-License-Identifier: Apache-2.0 */
/* From an opened BPF object to a loaded one: which programs, with which constants, on maps how large. */
#pragma once

#include "source/hierarchy.h"
#include "source/live.h"

struct eu_load {
	const struct eu_live_options *options;
	const struct eu_hierarchy *hierarchy;
	int cpus;
	uint32_t belt_trays; /* per CPU */
};

int eu_load(struct eunomia_bpf *bpf, const struct eu_load *how, struct eu_error *err);

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/*
 * What a runtime does inside a container before the entrypoint begins, kept apart from what the
 * container does. A container is set up from its beginning to the first exec of what is not the
 * runtime itself. Calls are counted in one place all the time, so that counting one costs no more;
 * when the set-up ends, what was counted until then is put by.
 */
#pragma once

#include "count.h"
#include "task.h"

/* The first exec of the container whose executable is not a runtime's. Nobody else runs inside: the
 * threads of whoever executes are gone by now. */
static __always_inline void eu_end_setup(eu_ref ref)
{
	__u32 slot = EU_REF_SLOT(ref);
	struct eu_init_counts *init = bpf_map_lookup_elem(&init_counts, &slot);
	struct eu_counts *all = bpf_map_lookup_elem(&counts, &slot);

	if (wants_counts && init && all)
#pragma clang loop unroll(disable)
		for (__u32 i = 0; i < EU_CALLS / 2; i++)
			init->calls[i] = all->calls[i].count;
	in_setup[slot & (EU_MAX_SLOTS - 1)] = 0;
}

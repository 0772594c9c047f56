/* SPDX-License-Identifier: Apache-2.0 */
/* How containers began that nobody had asked for then: their names came late, or the process did that is
 * asked for. */
#pragma once

#include "bpf/shared.h"

#include <eunomia/event.h>

enum eu_untold_step {
	EU_UNTOLD_BEGINNING, /* created, found, recovered */
	EU_UNTOLD_START,
	EU_UNTOLD_STEPS,
};

struct eu_untold {
	struct eu_head *steps[EU_MAX_SLOTS][EU_UNTOLD_STEPS];
};

/* The record of an event that is not shown: kept if that is how a container began that has no name yet,
 * or, with named, any. */
void eu_untold_keep(struct eu_untold *untold, const struct eu_event *event, bool named);
/* What has been kept of a container, as a record of a time; or NULL. Borrowed until the next call. */
const struct eu_head *eu_untold_get(struct eu_untold *untold, eu_ref ref,
				    enum eu_untold_step step, uint64_t time);
/* It has been told. */
void eu_untold_drop(struct eu_untold *untold, eu_ref ref);
void eu_untold_clear(struct eu_untold *untold);

/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of a process, as a record: of those a recording's reader cannot ask the host for. */
#pragma once

#include <eunomia/event.h>

#include "world/record.h"

struct eu_known_process {
	eu_ref container;
	struct eu_process process; /* its name and executable are looked at, too */
	struct eu_creds creds;
	bool inside; /* came to life in its container, or has executed in it */
};

const struct eu_head *eu_known_process_record(struct eu_builder *builder,
					      const struct eu_known_process *known, uint64_t time);
/* As eu_world_ops.lookup fills its arguments. */
void eu_known_process_read(const struct eu_event_known_process *e, struct eu_process *out,
			   struct eu_creds *creds, char comm[16], char path[4096]);

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a container's first process may do, as records: of the exec of its entrypoint, where the
 * kernel side has read all but the C library; of a process that was there before, from /proc.
 */
#pragma once

#include "world/record.h"

const struct eu_head *eu_confinement_of_exec(struct eu_builder *builder,
					     const struct eu_event_exec *exec);
/* NULL: the process is gone. */
const struct eu_head *eu_confinement_of_process(struct eu_builder *builder, eu_ref ref, uint32_t pid,
						uint64_t time);

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What runtimes and engines know of containers: asked when a container begins, its files at once and the
 * daemons in their own time (meta/), and heard when they answer or speak by themselves. What they say
 * becomes records, and goes through the pipeline as those of the kernel do.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "bpf/shared.h"

struct eu_container;
struct eu_session;

/* As struct eu_world_ops has it; context is the session. */
void eu_engines_ask(void *context, const struct eu_container *container, uint64_t cgroup_id,
		    uint32_t pid, bool in_tree);
/* What has been said since the last time. */
void eu_engines_hear(struct eu_session *session);

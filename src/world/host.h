/* SPDX-License-Identifier: Apache-2.0 */
/* What /proc and the cgroup tree say about this host now: for what was there before Eunomia. */
#pragma once

#include "meta/meta.h"
#include "source/live.h"
#include "world/record.h"
#include "world/world.h"

/* Says what /proc knows of a process, as eu_world_ops.lookup does; nothing when it is gone. */
void eu_host_lookup(const struct eu_live *live, uint32_t pid, uint64_t time, struct eu_builder *builder,
		    void (*say)(void *context, const struct eu_head *record), void *context);

/* Is the process somebody else's than a low-level runtime's? One that has ended is nobody's. */
bool eu_host_executes_other(uint32_t pid);

/* Finds the containers that run already (where: the runtimes' places), tells the kernel side, and
 * hands a record for each to say. Processes in child PID namespaces without a known cgroup make
 * containers, too. command: a process that waits to be one, made by us; or 0. */
int eu_host_discover(struct eu_live *live, const struct eu_meta_options *where, uint32_t command,
		     void (*say)(void *context, const struct eu_head *record), void *context,
		     struct eu_error *err);
/* A container that the kernel side knows and nobody else, because the record of its beginning was
 * lost: says the record that it was found, at this time; when it is gone, without its name. */
void eu_host_recover(struct eu_live *live, eu_ref ref, uint64_t time,
		     void (*say)(void *context, const struct eu_head *record), void *context);

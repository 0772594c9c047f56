/* SPDX-License-Identifier: Apache-2.0 */
/* OCI bundles and runtime state on disk: where they are, and what they say. */
#pragma once

#include "meta/meta.h"

/* Fills info, which has an id or a cgroup_path unless pid tells. An id that is only the name of the
 * cgroup is replaced by that which the runtime was given. Where there is no cgroup_path,
 * claimed_cgroup tells which of several containers with the id it is. Failures of single files are
 * counted in stats (not NULL) and leave what the others said. False: no memory. */
bool eu_bundle_read(struct eu_container_info *info, int pid, const struct eu_meta_options *options,
		    struct eu_meta_stats *stats);

/* Every container that has a bundle or a state file in one of the known places: one call with
 * its id and the cgroup that the file says it is in, or NULL; perhaps several for one container. */
typedef bool (*eu_bundle_found_fn)(void *ctx, const char *id, const char *claim);
bool eu_bundle_each(const struct eu_meta_options *options, eu_bundle_found_fn found, void *ctx);

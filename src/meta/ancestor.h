/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bundle of a container that is being made, from the processes that make it.
 *
 * A container's first process descends from its runtime (runc, crun), its monitor (conmon) or its
 * shim (containerd-shim), and each of them tells where the bundle is: in its arguments or by its
 * working directory. This finds bundles in places nobody told us about, before the runtime has
 * written any state.
 */
#pragma once

#include "meta/meta.h"

struct eu_ancestor_bundle {
	char *path;  /* of the bundle, in the runtime's own mount namespace */
	char *id;    /* the container's, as the runtime was told */
	int root_fd; /* that namespace's root, to be closed */
	const char *runtime; /* "runc", "crun", …; NULL: a monitor or shim, which do not tell */
};

/* The low-level runtime whose executable has this name (or path, or is "memfd:…"); NULL: none. */
const char *eu_runtime_of_executable(const char *path);
/* id: what the bundle must be for; NULL: any. -ENOENT: no runtime among pid and its ancestors. */
int eu_ancestor_bundle(int pid, const char *id, struct eu_ancestor_bundle *out);
void eu_ancestor_bundle_clear(struct eu_ancestor_bundle *bundle);

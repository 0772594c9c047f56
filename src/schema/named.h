/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <string.h>

#include <eunomia/event.h>

/* Has nobody said (yet) what the container is called, and what it was made from? Not of a mere PID
 * namespace, and not where all that there is to know is the name of the cgroup. */
static inline bool eu_metadata_missing(const struct eu_container *container)
{
	return !container->named && *container->cgroup && strcmp(container->runtime, "lxc") &&
	       strcmp(container->runtime, "nspawn");
}

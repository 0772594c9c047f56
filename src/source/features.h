/* SPDX-License-Identifier: Apache-2.0 */
/* The table of features, as the loader asks it. */
#pragma once

#include <stdbool.h>

#include <eunomia/features.h>

struct btf;

/* Has the running kernel, whose BTF this is, what a program of this section hooks into
 * ("?tp_btf/sched_process_exec")? What it hooks into by other means is taken for there. */
bool eu_hook_exists(const struct btf *kernel, const char *section);

/* SPDX-License-Identifier: Apache-2.0 */
/* eunomia ls FILE...: recordings, and the containers in them. */
#pragma once

#include <stdbool.h>

#include "cmd.h"

/* format: "table", "wide" or "json"; names: nothing but the containers'. Exit code. */
int ls_recordings(const struct eu_list *files, const char *format, bool names);

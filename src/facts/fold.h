/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names as they were passed may have in them what leads nowhere: "/etc//passwd", "/etc/./passwd",
 * "/etc/". In a report that is all one file. Records keep what was passed.
 */
#pragma once

#include <eunomia/report.h>

#include "facts/arena.h"

/* Of the files of a container, which are the report's own, in the arena. */
void eu_facts_fold(struct eu_arena *arena, struct eu_container_report *out);

/* SPDX-License-Identifier: Apache-2.0 */
/* Moments in a recording, as people write them. */
#pragma once

#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/recording.h>

#include "cmd.h"

/* "2026-11-22T03:14:01.5Z", "2026-11-22 03:14:01" (local time), "03:14" (local, of the day of
 * start), "+90s" (from start), "-5m" (before end) to wall clock in ns. */
int when_parse(uint64_t *out, const char *text, uint64_t start, uint64_t end,
	       struct eu_error *err);
/* --from and --to, for verbs that read recordings. */
extern const struct eu_option_group when_options;
/* The one of them that was given; NULL: none was. */
const char *when_asked(void);
/* What they mean in this recording; 0, which is both when they were not given, or an exit code. */
int when_choose(uint64_t *from, uint64_t *to, const struct eu_recording_info *info);

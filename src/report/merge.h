/* SPDX-License-Identifier: Apache-2.0 */
/* Merging, as the comparison of reports wants it. */
#pragma once

#include <eunomia/report.h>

/*
 * Calls and uses of files are told apart until the entrypoint begins, and when that was is known to
 * the nanosecond. In recordings of a version that did not tell them apart they have only times, to a
 * jiffy of the kernel: so close to the beginning nobody knows whose they were.
 */
enum eu_phase {
	EU_PHASE_ANY,   /* all facts */
	EU_PHASE_MAYBE, /* those that may be the workload's */
	EU_PHASE_WORK,  /* those that are */
	EU_PHASE_EARLY, /* those that the runtime may have to do with */
	EU_PHASES
};

#define EU_PHASE_MARGIN 5000000 /* ns: a jiffy of 4 ms, and then some */

struct eu_merge_rules {
	bool by_image_name; /* whatever the tag and digest */
	bool only_runs;     /* of one container: each time it was started; they are no replicas */
	enum eu_phase phase;
};

/* For the reports that are added from now on. */
void eu_merger_rule(struct eu_merger *merger, const struct eu_merge_rules *rules);
/* When the entrypoint began; 0: not seen. */
uint64_t eu_report_start(const struct eu_container_report *container);

/* SPDX-License-Identifier: Apache-2.0 */
/* Merging, as the comparison of reports wants it. */
#pragma once

#include <eunomia/report.h>

struct eu_merge_rules {
	bool by_image_name; /* whatever the tag and digest */
	bool workload_only; /* without what ended before the entrypoint began: the runtime's work */
};

/* For the reports that are added from now on. */
void eu_merger_rule(struct eu_merger *merger, const struct eu_merge_rules *rules);
/* When the entrypoint began; 0: not seen. */
uint64_t eu_report_start(const struct eu_container_report *container);

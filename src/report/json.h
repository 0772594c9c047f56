/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/report.h>

#include "out.h"

/* The members of one container's object, without the braces. */
void eu_report_emit_container(struct eu_out *out, const struct eu_report *report,
			      const struct eu_container_report *container);
/* Who it is: {"id":…,"name":…}. */
void eu_report_emit_identity(struct eu_emit *emit, const struct eu_container *container);
void eu_report_emit_time(struct eu_emit *emit, const char *key, uint64_t time);
/* Members that the report and its index begin with. */
void eu_report_emit_head(struct eu_emit *emit, const struct eu_report *report);

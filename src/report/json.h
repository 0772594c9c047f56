/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/report.h>

#include "out.h"

/* The members of one container's object, without the braces. */
void eu_report_emit_container(struct eu_out *out, const struct eu_report *report,
			      const struct eu_container_report *container);
/* Who it is: {"id":…,"name":…}. */
void eu_report_emit_identity(struct eu_emit *emit, const struct eu_container *container);
/* What a mode of seccomp is called, and a capability: by number when it has no name. */
const char *eu_report_seccomp(unsigned mode);
#define EU_CAPABILITY_ROOM 16
const char *eu_report_capability(char room[EU_CAPABILITY_ROOM], unsigned capability);
/* Of more than one container, or of one in several runs. */
bool eu_report_is_merged(const struct eu_container_report *container);
/* Members that the report and its index begin with. */
void eu_report_emit_head(struct eu_emit *emit, const struct eu_report *report);

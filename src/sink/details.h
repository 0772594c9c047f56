/* SPDX-License-Identifier: Apache-2.0 */
/* What an event itself says, beyond who and when, on one line. */
#pragma once

#include <eunomia/sink.h>

#include "by_event.h"
#include "schema/bytes.h"

/* For people: `/etc/passwd O_RDONLY`, without what rarely matters and without the result. */
void eu_details_brief(struct eu_by_event *plans, struct eu_bytes *bytes,
		      const struct eu_event *event);
/* For programs: `file.path=/etc/passwd file.flags=O_RDONLY`, all but syscall and result. */
void eu_details_full(struct eu_bytes *bytes, const struct eu_event *event);
/* The field that holds the event's result, NULL: it has none. */
const struct eu_field *eu_details_result(const struct eu_event_desc *desc);
/* `850ns`, `1.5ms`, `3min 5s`: as many digits as matter. */
void eu_details_duration(struct eu_bytes *bytes, uint64_t ns);

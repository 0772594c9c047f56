/* SPDX-License-Identifier: Apache-2.0 */
/* The summary of a recording: which containers it has, and what was lost, as JSON. */
#pragma once

#include <eunomia/recording.h>
#include <eunomia/session.h>

#include "schema/bytes.h"

/* Of what a session knows now. -ENOMEM. */
int eu_summary_emit(struct eu_session *session, struct eu_bytes *out);
/* Fills the containers; what makes no sense is left out. -EBADMSG, -ENOMEM. */
int eu_summary_parse(struct eu_recording_info *info, const char *json, size_t len);
/* As far as it is known; its texts are borrowed. */
struct eu_container eu_summary_container(const struct eu_recorded_container *recorded);
/* True: it is another run of one of the n, which takes over its strings. */
bool eu_summary_join(struct eu_recorded_container *list, size_t n,
		     const struct eu_recorded_container *run);
void eu_summary_clear(struct eu_recording_info *info);

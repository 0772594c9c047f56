/* SPDX-License-Identifier: Apache-2.0 */
/* Recordings that were named on the command line: opened, and played to the end. */
#pragma once

#include <eunomia/recording.h>
#include <eunomia/report.h>
#include <eunomia/session.h>

#include "cmd.h"

/* Opens what the list names, and says what is damaged: exit code, 0 when good. */
int recordings_open(struct eu_recordings **out, const struct eu_list *files);
/* Says where a recording begins whose beginning is not there any more; else nothing. */
void recordings_say_given_up(const struct eu_recording_info *info);
/* A session that will replay; exit code, 0 when good. */
int recordings_session(struct eu_session **out, const struct eu_session_options *options);
/* Replays to the end; after (may be NULL) is called in between, and not 0 ends it. Exit code, 0
 * when good. */
int recordings_play(struct eu_session *session, eu_event_fn on_event,
		    int (*after)(void *context), void *context);
/* Replays each, and hands on its report of the time that was asked for, which is freed then. What of it is missing is said; false
 * in complete (may be NULL): something is. Exit code, 0 when good; that of take ends it, too. */
int recordings_report(struct eu_recordings *recordings, const struct eu_session_options *options,
		      int (*take)(void *context, const struct eu_report *report), void *context,
		      bool *complete);

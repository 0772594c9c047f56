// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "recordings.h"
#include "say.h"

int recordings_open(struct eu_recordings **out, const struct eu_list *files)
{
	struct eu_error err;

	if (eu_recordings_open(out, files->items, files->n, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	for (size_t i = 0; i < eu_recordings_count(*out); i++) {
		const struct eu_recording_info *info =
		    eu_recording_info(eu_recordings_get(*out, i));

		for (size_t d = 0; d < info->n_damages; d++)
			say("%s", info->damages[d]);
	}
	return 0;
}

int recordings_session(struct eu_session **out, const struct eu_session_options *options)
{
	struct eu_error err;
	int ret = eu_session_new(out, options, &err);

	return ret ? say_failure(ret == -EINVAL ? EU_EXIT_USAGE : EU_EXIT_FAILED, &err) : 0;
}

int recordings_play(struct eu_session *session, eu_event_fn on_event,
		    int (*after)(void *context), void *context)
{
	struct eu_error err = {};
	int ret = eu_session_start(session, on_event, context, &err);

	while (!ret && !eu_session_ended(session)) {
		ret = eu_session_dispatch(session, &err);
		if (!ret && after && after(context))
			break;
	}
	return ret ? say_failure(EU_EXIT_FAILED, &err) : 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* A recording whose first segments are gone: what is known where what is left begins. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/events.h>

#include "event_ids.h"

#include "cleanup.h"
#include "record/replay.h"

static void free_replay(struct eu_replay **replay)
{
	eu_replay_free(*replay);
}

static int by_ref(const void *a, const void *b)
{
	eu_ref x = *(const eu_ref *)a, y = *(const eu_ref *)b;

	return (x > y) - (x < y);
}

/* One that rests begins anew when it is started again. */
static int note_container(struct eu_recording *recording, const struct eu_event_known_container *e)
{
	eu_ref *all;

	if (e->resting)
		return 0;
	all = realloc(recording->before, (recording->n_before + 1) * sizeof(*all));
	if (!all)
		return -ENOMEM;
	recording->before = all;
	all[recording->n_before++] = e->head.container;
	return 0;
}

/* The snapshot that the first segment begins with; 1: that is all of it. */
static int take_known(struct eu_recording *recording, struct eu_replay *replay)
{
	struct eu_replay_item item;

	eu_replay_next(replay, &item);
	if (item.kind != EU_REPLAY_KNOWN)
		return 1;
	if (item.record->time > recording->info.since)
		recording->info.since = item.record->time;
	if (item.record->type != EU_TYPE(eu_event_known_container))
		return 0;
	return note_container(recording, (const void *)item.record);
}

static int read_known(struct eu_recording *recording)
{
	const struct eu_replay_options all = {
		.to = UINT64_MAX, .types = UINT64_MAX, .containers = UINT64_MAX,
		.essential = UINT64_MAX};
	eu_cleanup(free_replay) struct eu_replay *replay = NULL;
	struct eu_error err;
	int ret = eu_replay_new(&replay, recording, &all, &err) ? -ENOMEM : 0;

	while (!ret)
		ret = take_known(recording, replay);
	return ret < 0 ? ret : 0;
}

static void mark_summarised(struct eu_recording *recording)
{
	struct eu_recorded_container *all = (void *)recording->info.containers;

	for (size_t i = 0; i < recording->info.n_containers; i++)
		all[i].existed |= eu_recording_began_before(recording, all[i].ref);
}

int eu_recording_note_given_up(struct eu_recording *recording)
{
	const struct eu_header *header = &recording->segments[0].header;
	struct eu_recording_info *info = &recording->info;
	size_t damages = info->n_damages;
	int ret;

	info->given_up = header->segment;
	if (!info->given_up)
		return 0;
	ret = read_known(recording);
	if (recording->n_before)
		qsort(recording->before, recording->n_before, sizeof(*recording->before), by_ref);
	recording->baselines = (header->baselines || !strcmp(header->mode, "facts")) &&
			       info->since && info->n_damages == damages;
	mark_summarised(recording);
	info->since = info->since ? info->since + 1 + header->wall_offset : info->from;
	return ret;
}

bool eu_recording_began_before(const struct eu_recording *recording, eu_ref ref)
{
	return recording->n_before && bsearch(&ref, recording->before, recording->n_before,
					      sizeof(*recording->before), by_ref);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* What recordings have, for a list of them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "record/reader.h"
#include "record/summary.h"
#include "report/out.h"

#define MOST 65536 /* containers */

/* ---- containers of a recording that has no summary ---- */

struct survey {
	struct eu_recorded_container *list;
	size_t n;
	bool failed;
};

static const char *copy(struct survey *survey, const char *text)
{
	char *own = strdup(text);

	survey->failed |= !own;
	return own;
}

static bool take(void *context, const struct eu_container *container)
{
	struct survey *survey = context;
	struct eu_recorded_container *list =
		realloc(survey->list, (survey->n + 1) * sizeof(*list));

	survey->failed |= !list;
	if (!list)
		return false;
	survey->list = list;
	list[survey->n] = (struct eu_recorded_container){
		.id = copy(survey, container->id),
		.name = copy(survey, container->name),
		.runtime = copy(survey, container->runtime),
		.image_name = copy(survey, container->image_name),
		.image_tag = copy(survey, container->image_tag),
		.image_digest = copy(survey, container->image_digest),
		.ref = container->ref,
		.first_ref = container->first_ref,
		.slots = 1ull << EU_REF_SLOT(container->ref) % 64,
		.existed = container->existed,
	};
	if (survey->failed || !eu_summary_join(list, survey->n, &list[survey->n]))
		survey->n++;
	return survey->n < MOST;
}

static int play(struct eu_session *session, struct eu_error *err)
{
	int ret = eu_session_start(session, NULL, NULL, err);

	while (!ret && !eu_session_ended(session))
		ret = eu_session_dispatch(session, err);
	return ret;
}

int eu_recording_survey(struct eu_recording *recording, struct eu_error *err)
{
	static const char *const events[] = {"container"};
	const struct eu_session_options options = {
		.mode = EU_MODE_TRACE,
		.select = {.events = events, .n_events = 1},
		.recording = recording,
	};
	struct survey survey = {};
	struct eu_session *session;
	int ret;

	if (recording->info.summarised)
		return 0;
	ret = eu_session_new(&session, &options, err);
	if (ret)
		return ret;
	ret = play(session, err);
	if (!ret)
		eu_session_containers(session, take, &survey);
	eu_session_free(session);
	eu_summary_clear(&recording->info);
	recording->info.containers = survey.list;
	recording->info.n_containers = survey.n;
	return survey.failed ? eu_fail(err, ENOMEM, "out of memory") : ret;
}

/* ---- as JSON ---- */

static void emit_container(struct eu_emit *emit, const struct eu_recorded_container *container)
{
	emit->ops->object_begin(emit, NULL);
	eu_emit_str(emit, "id", container->id);
	eu_emit_str(emit, "name", container->name);
	eu_emit_str_if(emit, "runtime", container->runtime);
	if (*container->image_name || *container->image_digest) {
		emit->ops->object_begin(emit, "image");
		eu_emit_str_if(emit, "name", container->image_name);
		eu_emit_str_if(emit, "tag", container->image_tag);
		eu_emit_str_if(emit, "digest", container->image_digest);
		emit->ops->object_end(emit);
	}
	eu_emit_true_if(emit, "existed", container->existed);
	emit->ops->object_end(emit);
}

static void emit_where(struct eu_emit *emit, const struct eu_recording_info *info)
{
	eu_emit_str(emit, "id", info->id);
	eu_emit_str(emit, "host", info->host);
	eu_emit_str_if(emit, "kernel", info->kernel);
	eu_emit_str_if(emit, "architecture", info->architecture);
	eu_emit_str_if(emit, "os", info->os);
	eu_emit_str_if(emit, "version", info->version);
	eu_emit_str(emit, "mode", info->mode);
	eu_emit_time_if(emit, "started", info->started);
	eu_emit_time_if(emit, "first", info->from);
	eu_emit_time_if(emit, "last", info->to);
	emit->ops->u64(emit, "records", info->records);
	emit->ops->u64(emit, "bytes", info->bytes);
	emit->ops->u64(emit, "segments", info->segments);
	emit->ops->boolean(emit, "closed", info->closed);
}

static void emit_recording(struct eu_out *out, const struct eu_recording_info *info)
{
	struct eu_emit *emit = &out->json.emit;

	emit->ops->object_begin(emit, NULL);
	emit_where(emit, info);
	emit->ops->array_begin(emit, "damages");
	for (size_t i = 0; i < info->n_damages; i++)
		eu_emit_str(emit, NULL, info->damages[i]);
	emit->ops->array_end(emit);
	emit->ops->array_begin(emit, "containers");
	for (size_t i = 0; i < info->n_containers; i++) {
		emit_container(emit, &info->containers[i]);
		eu_out_relieve(out);
	}
	emit->ops->array_end(emit);
	emit->ops->object_end(emit);
}

int eu_recordings_write_json(struct eu_recordings *recordings, int fd)
{
	struct eu_out out;
	struct eu_emit *emit = &out.json.emit;
	int ret = eu_out_init(&out, fd);

	if (ret)
		return ret;
	emit->ops->array_begin(emit, NULL);
	for (size_t i = 0; i < eu_recordings_count(recordings); i++)
		emit_recording(&out, eu_recording_info(eu_recordings_get(recordings, i)));
	emit->ops->array_end(emit);
	out.bytes.data[out.bytes.len - 1] = '\n';
	return eu_out_finish(&out);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* What recordings have, for a list of them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "container_texts.h"
#include "record/reader.h"
#include "record/summary.h"
#include "report/json.h"
#include "report/out.h"

#define MOST 65536 /* containers */

/* ---- containers of a recording that has no summary ---- */

struct survey {
	struct eu_recorded_container *list;
	size_t n;
	bool failed;
};

static const char *copy_bytes(struct survey *survey, const char *bytes, size_t len)
{
	char *own = malloc(len + !len);

	survey->failed |= !own;
	return own && len ? memcpy(own, bytes, len) : own;
}

static const char *copy(struct survey *survey, const char *text)
{
	return copy_bytes(survey, text, strlen(text) + 1);
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
#define COPY(member) .member = copy(survey, container->member),
		EU_SUMMARY_TEXTS(COPY)
#undef COPY
		.ref = container->ref,
		.first_ref = container->first_ref,
		.slots = 1ull << EU_REF_SLOT(container->ref) % 64,
		.existed = container->existed,
		.renamed = container->former_size,
		.former_names =
			copy_bytes(survey, container->former_names, container->former_size),
		.former_size = container->former_size,
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

int eu_recording_containers(struct eu_recording *recording,
			    bool (*each)(void *context, const struct eu_container *container),
			    void *context, struct eu_error *err)
{
	static const char *const events[] = {"container"};
	const struct eu_session_options options = {
		.mode = EU_MODE_TRACE,
		.select = {.events = events, .n_events = 1},
		.recording = recording,
	};
	struct eu_session *session;
	int ret = eu_session_new(&session, &options, err);

	if (ret)
		return ret;
	ret = play(session, err);
	if (!ret)
		eu_session_containers(session, each, context);
	eu_session_free(session);
	return ret;
}

int eu_recording_survey(struct eu_recording *recording, struct eu_error *err)
{
	struct survey survey = {};
	int ret;

	if (recording->info.summarised)
		return 0;
	ret = eu_recording_containers(recording, take, &survey, err);
	if (ret)
		return ret;
	eu_summary_clear(&recording->info);
	recording->info.containers = survey.list;
	recording->info.n_containers = survey.n;
	return survey.failed ? eu_fail(err, ENOMEM, "out of memory") : 0;
}

/* ---- as JSON ---- */

static void emit_container(struct eu_emit *emit, const struct eu_recorded_container *recorded)
{
	const struct eu_container container = eu_summary_container(recorded);

	emit->ops->object_begin(emit, NULL);
	eu_report_emit_identity(emit, &container);
	eu_emit_true_if(emit, "existed", container.existed);
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
	eu_emit_time_if(emit, "since", info->since);
	eu_emit_time_if(emit, "first", info->from);
	eu_emit_time_if(emit, "last", info->to);
	emit->ops->u64(emit, "records", info->records);
	emit->ops->u64(emit, "bytes", info->bytes);
	emit->ops->u64(emit, "segments", info->segments);
	eu_emit_u64_if(emit, "given_up", info->given_up);
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

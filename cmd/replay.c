// SPDX-License-Identifier: Apache-2.0
/* eunomia replay: what a recording has, as trace would have shown it. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "recordings.h"
#include "say.h"
#include "select.h"
#include "statement.h"
#include "stream.h"
#include "when.h"

static int after_round(void *context)
{
	return stream_flush(context);
}

static int play(struct stream *stream, const struct eu_config *config,
		struct eu_recording *recording, struct eu_session **session)
{
	struct eu_session_options options;
	int code;

	if (!strcmp(eu_recording_info(recording)->mode, "facts"))
		say("%s holds facts: what was seen for the first time, not every event; eunomia report "
		    "shows them",
		    eu_recording_info(recording)->id);
	select_options(&options, config);
	options.mode = EU_MODE_TRACE;
	options.recording = recording;
	code = when_choose(&options.from, &options.to, eu_recording_info(recording));
	if (!code && options.from < eu_recording_info(recording)->since)
		recordings_say_given_up(eu_recording_info(recording));
	if (!code)
		code = recordings_session(session, &options);
	stream->session = *session;
	if (!code)
		code = recordings_play(*session, stream_event, after_round, stream);
	if (!code)
		stream_summary(stream);
	if (!code && stream->failed) /* its own statement found no room, either */
		statement_say(*session, stream_written(stream), "event", "");
	else if (!code)
		statement_say_trouble(*session);
	return code;
}

/* Several recordings need not all have what is asked for. */
static void say_choice(struct eu_session **sessions, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!sessions[i] || !eu_session_leaves_all_out(sessions[i]))
			return;
	say("every container of what was recorded is left out by %s", select_names);
}

static int play_all(struct stream *stream, const struct eu_config *config,
		    struct eu_recordings *recordings)
{
	int code = 0;

	size_t n = eu_recordings_count(recordings);
	/* The sink remembers what it has printed of their containers: they go when it has gone. */
	struct eu_session **sessions = calloc(n, sizeof(*sessions));

	if (!sessions)
		abort();
	stream_truncate(stream, config);
	for (size_t i = 0; i < n && !code && !stream->reader_gone; i++)
		code = play(stream, config, eu_recordings_get(recordings, i), &sessions[i]);
	stream_close(stream);
	if (select_names)
		say_choice(sessions, n);
	for (size_t i = 0; i < n; i++)
		eu_session_free(sessions[i]);
	free(sessions);
	return code ? code : stream->failed ? EU_EXIT_FAILED : EU_EXIT_OK;
}

static int run(const struct eu_cmd *cmd)
{
	struct stream stream = {};
	struct eu_recordings *recordings = NULL;
	struct eu_config *config;
	int code = select_config(&config, &eu_arguments);

	if (code)
		return code;
	signal(SIGPIPE, SIG_IGN);
	if (!eu_arguments.files.n) {
		say_error("replay what? eunomia replay FILE...");
		code = EU_EXIT_USAGE;
	}
	if (!code)
		code = recordings_open(&recordings, &eu_arguments.files);
	if (!code)
		code = stream_open(&stream, config);
	if (!code)
		code = play_all(&stream, config, recordings);
	stream_close(&stream);
	eu_recordings_free(recordings);
	eu_config_free(config);
	return code;
}

const struct eu_cmd eu_cmd_replay = {
    .name = "replay",
    .summary = "show what a recording has, as trace would have shown it",
    .usage = "FILE... [OPTIONS]",
    .about = "Feeds recordings through what eunomia trace does with a live kernel: the same "
	     "events, with the times, names and losses of then. Directories stand for the "
	     "recordings in them; several recordings come one after the other.\n\n"
	     "Of what trace has recorded, the events are shown that trace was asked for; "
	     "conditions given here narrow that, and --event or --set choose anew from all "
	     "that the recording holds. Of other recordings, it begins with what trace shows "
	     "when nothing is asked for. What record has kept without --full are facts, for eunomia "
	     "report and eunomia diff: hardly an event is in there.\n\n"
	     "A file that is damaged or cut off is read as far as it goes; what is missing is "
	     "part of the closing statement. A replay that a signal ends has no such statement, and its "
	     "last line may be cut. Needs no privileges but to read the files.",
    .groups = (const struct eu_option_group *const[]){&select_containers, &select_tree,
						      &select_processes, &select_outside,
						      &select_events, &when_options,
						      &stream_options, &select_common, NULL},
    .examples =
	(const struct eu_example[]){
	    {"eunomia trace --record web.eunomia --container web", "Something to replay."},
	    {"eunomia replay web.eunomia --event exec", "Which programs ran?"},
	    {"eunomia replay /var/lib/eunomia --from 03:10 --to 03:15 -o json",
	     "Five minutes of last night, for a program."},
	    {},
	},
    .takes_files = true,
    .run = run,
};

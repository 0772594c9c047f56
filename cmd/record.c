// SPDX-License-Identifier: Apache-2.0
/* eunomia record: keep what containers do, to read it later. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <eunomia/recording.h>
#include <eunomia/report.h>

#include "cmd.h"
#include "say.h"
#include "select.h"
#include "watch.h"

static struct {
	const char *output;
	uint64_t duration, max_size;
	bool full;
} chosen;

static const struct eu_option_group record_options = {
    .title = "Recording",
    .options = (const struct eu_option[]){
	{.name = "output",
	 .letter = 'o',
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.output,
	 .argument = "DIR|FILE",
	 .complete = "file",
	 .help = "Where to: a file that is not there yet, or a directory (a name that ends in / "
		 "is made), which gets files of at most 1 GiB. Without it, a new file here."},
	{.name = "full",
	 .kind = EU_OPTION_FLAG,
	 .into = &chosen.full,
	 .help = "Every event and system call as well, and not only facts: what was counted and "
		 "what was seen for the first time."},
	{.name = "max-size",
	 .kind = EU_OPTION_SIZE,
	 .into = &chosen.max_size,
	 .argument = "SIZE",
	 .help = "Of a directory: the oldest files go when all of the recording would be larger. What "
		 "is left is told as the time since then."},
	{.name = "duration",
	 .kind = EU_OPTION_DURATION,
	 .into = &chosen.duration,
	 .argument = "TIME",
	 .help = "Stop after this time: 10s, 500ms, 2m."},
	{},
    },
    .live = true,
};

struct record {
	struct watch watch;
	struct eu_recorder *recorder;
	const char *path;
	char own_name[64]; /* without --output */
	int error; /* the one said last */
	bool failed;
};

/* A full disk is said once, and once more when there is space again. */
static int after_dispatch(void *context)
{
	struct record *record = context;
	struct eu_recorder_state state;

	eu_recorder_state(record->recorder, &state);
	if (state.error == record->error)
		return 0;
	if (state.error)
		say_error("%s: %s; what comes now is lost until there is space again",
			  record->path, strerror(state.error));
	else
		say("%s can be written again", record->path);
	record->error = state.error;
	record->failed |= state.error != 0;
	return 0;
}

static uint64_t count_records(void *context)
{
	struct record *record = context;
	struct eu_recorder_state state;

	eu_recorder_state(record->recorder, &state);
	return state.records;
}

/* A name that sorts by time, in the current directory. */
static void choose_path(struct record *record)
{
	char stamp[32];
	time_t now = time(NULL);
	struct tm tm;

	gmtime_r(&now, &tm);
	strftime(stamp, sizeof(stamp), "%Y%m%dT%H%M%SZ", &tm);
	snprintf(record->own_name, sizeof(record->own_name), "%s-%d" EU_RECORDING_SUFFIX, stamp,
		 (int)getpid());
	record->path = chosen.output ?: record->own_name;
}

static int finish(struct record *record)
{
	struct eu_recorder_state state;
	struct eu_error err;
	int ret = eu_session_stop(record->watch.session, &err);

	if (ret)
		say_error("%s", err.text);
	after_dispatch(record);
	watch_say_choice(&record->watch);
	eu_recorder_state(record->recorder, &state);
	say("recorded to %s: %" PRIu64 " bytes in %u file%s", record->path, state.bytes,
	    state.segments, state.segments == 1 ? "" : "s");
	watch_say_statement(&record->watch, state.records, "record", "");
	return ret || record->failed ? EU_EXIT_FAILED : EU_EXIT_OK;
}

static int run_session(struct record *record)
{
	struct eu_error err = {};
	int ret, code;

	ret = eu_session_start(record->watch.session, NULL, NULL, &err);
	if (ret)
		return say_failure(ret == -EPERM ? EU_EXIT_PERMISSION : EU_EXIT_FAILED, &err);
	ret = watch_run(&record->watch, &err);
	if (ret)
		say_error("%s", err.text);
	code = finish(record);
	if (record->watch.command.pid)
		return command_exit_code(&record->watch.command);
	return ret ? EU_EXIT_FAILED : code;
}

/* Facts have neither buffers nor durations. */
static bool shows_details(void)
{
	for (size_t i = 0; i < eu_arguments.n_settings; i++)
		if (!strcmp(eu_arguments.settings[i].key, "buffer-bytes") ||
		    !strcmp(eu_arguments.settings[i].key, "durations"))
			return true;
	return false;
}

/* The recording has what a session forgets. */
static int on_forget(void *context, struct eu_report *one)
{
	(void)context;
	(void)one;
	return 0;
}

static int run_with(struct record *record, const struct eu_config *config)
{
	struct eu_recorder_options where = {.path = chosen.output, .max_size = chosen.max_size};
	struct eu_session_options options;
	struct eu_error err;
	int ret;

	if (chosen.output && !*chosen.output) {
		say_error("--output: \"\" is no name: is a variable unset?");
		return EU_EXIT_USAGE;
	}
	if (!chosen.full && shows_details()) {
		say_error("--buffer and --durations are about events: add --full");
		return EU_EXIT_USAGE;
	}
	select_options(&options, config);
	if (!chosen.full && options.select.host) {
		say_error("--all: facts are of containers; add --full for the events of the host");
		return EU_EXIT_USAGE;
	}
	choose_path(record);
	where.path = record->path;
	ret = eu_recorder_new(&record->recorder, &where, &err);
	if (ret)
		return say_failure(ret == -EINVAL ? EU_EXIT_USAGE : EU_EXIT_FAILED, &err);
	options.mode = chosen.full ? EU_MODE_FULL : EU_MODE_REPORT;
	options.recorder = record->recorder;
	ret = watch_prepare(&record->watch, &options, eu_arguments.command, &err);
	if (ret)
		return say_failure(watch_exit_code(ret), &err);
	eu_session_on_forget(record->watch.session, on_forget, NULL);
	return run_session(record);
}

static int run(const struct eu_cmd *cmd)
{
	struct record record = {.watch = {.duration = chosen.duration,
					  .after = after_dispatch,
					  .count = count_records,
					  .counted = "record"}};
	struct eu_config *config;
	int code = select_config(&config, &eu_arguments);

	if (code)
		return code;
	record.watch.context = &record;
	code = run_with(&record, config);
	watch_close(&record.watch);
	eu_recorder_free(record.recorder);
	eu_config_free(config);
	return code;
}

const struct eu_cmd eu_cmd_record = {
    .name = "record",
    .summary = "keep what containers do, to read it later and elsewhere",
    .usage = "[-o DIR|FILE] [OPTIONS] [-- COMMAND [ARGUMENT...]]",
    .about = "Writes facts: what each container did for the first time, how often it made which "
	     "system calls with which arguments that matter, its files, peers, programs and "
	     "capabilities. That is what eunomia report shows and eunomia diff compares. With "
	     "--full, every event and system call as well, which eunomia replay shows as "
	     "eunomia trace would have. What is counted is counted for a container as a whole; "
	     "events of some of its processes alone are for eunomia trace --record.\n\n"
	     "A recording needs nothing of the host it was made on. Names of containers, what is "
	     "lost, and a description of its own format are in it. It can be read up to the last "
	     "second when the recorder is killed. A disk that is full or slow never stops what is "
	     "watched: what finds no room is counted, by container and event.\n\n"
	     "SIGINT and SIGTERM end it, and SIGHUP unless it is ignored from the start (nohup); "
	     "SIGUSR1 says whether anything was lost so far. Needs "
	     "the same privileges as eunomia trace.",
    .groups = (const struct eu_option_group *const[]){&select_containers, &select_tree,
						      &select_outside, &record_options,
						      &select_details, &select_host,
						      &select_common, NULL},
    .examples =
	(const struct eu_example[]){
	    {"eunomia record -o web.eunomia --container web --duration 10m",
	     "Ten minutes of facts about \"web\". Then: eunomia report web.eunomia"},
	    {"eunomia record --full -o /var/lib/eunomia/ --max-size 2G",
	     "Everything, for as long as 2 GiB last: a flight recorder."},
	    {"eunomia record -o v2.eunomia -- docker run --rm shop:v2 ./selftest",
	     "What does version 2 do? Then: eunomia diff v1.eunomia v2.eunomia"},
	    {},
	},
    .takes_command = true,
    .run = run,
};

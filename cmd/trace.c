// SPDX-License-Identifier: Apache-2.0
/* eunomia trace: what containers do, live. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include <eunomia/recording.h>

#include "cmd.h"
#include "privileges.h"
#include "output.h"
#include "say.h"
#include "select.h"
#include "statement.h"
#include "stream.h"
#include "watch.h"

static struct {
	const char *record;
	uint64_t duration;
} chosen;

static const struct eu_option_group trace_options = {
    .title = "Tracing",
    .options = (const struct eu_option[]){
	{.name = "duration",
	 .kind = EU_OPTION_DURATION,
	 .into = &chosen.duration,
	 .argument = "TIME",
	 .help = "Stop after this time: 10s, 500ms, 2m."},
	{.name = "record",
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.record,
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Keep what is shown in a recording, too: eunomia replay FILE shows the same "
		 "again, whatever options chose it. It has no counts: recordings for report and "
		 "diff are made by eunomia record. --count ends what is shown, and more may "
		 "be kept."},
	{},
    },
    .live = true,
};

struct trace {
	struct watch watch;
	struct stream stream;
	struct eu_recorder *recorder;
};

static int after_dispatch(void *context)
{
	struct trace *trace = context;

	return stream_flush(&trace->stream);
}

/* Drains, and says the statement in both places. */
static int finish(struct trace *trace)
{
	struct stream *stream = &trace->stream;
	struct eu_error err;
	int ret = eu_session_stop(trace->watch.session, &err);

	if (ret)
		say_error("%s", err.text);
	stream_flush(stream);
	watch_say_choice(&trace->watch);
	stream_summary(stream);
	if (stream->format == EU_SINK_TABLE && isatty(stream->fd))
		statement_say_trouble(trace->watch.session); /* the table's last line has said the rest */
	else
		watch_say_statement(&trace->watch, stream_written(stream), "event", "");
	return ret || stream->failed ? EU_EXIT_FAILED : EU_EXIT_OK;
}

static int run_session(struct trace *trace, const struct eu_config *config)
{
	struct eu_error err = {};
	int ret, code;

	ret = eu_session_start(trace->watch.session, stream_event, &trace->stream, &err);
	if (ret)
		return say_failure(ret == -EPERM ? EU_EXIT_PERMISSION : EU_EXIT_FAILED, &err);
	stream_truncate(&trace->stream, config);
	ret = watch_run(&trace->watch, &err);
	if (ret)
		say_error("%s", err.text);
	code = finish(trace);
	if (trace->watch.command.pid)
		return command_exit_code(&trace->watch.command);
	return ret ? EU_EXIT_FAILED : code;
}

static int open_recorder(struct trace *trace)
{
	struct eu_recorder_options options = {.path = chosen.record};
	struct eu_error err;

	if (chosen.record && eu_recorder_new(&trace->recorder, &options, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	return 0;
}

static int run_with(struct trace *trace, const struct eu_config *config)
{
	struct eu_session_options options;
	struct eu_error err;
	const char *output = eu_config_text(config, "events-path");
	int ret, code;

	if (chosen.record && *output && output_is_one_name(chosen.record, output)) {
		say_error("--record and --output name the same file: choose another one");
		return EU_EXIT_USAGE;
	}
	code = stream_open(&trace->stream, config);
	if (!code)
		code = open_recorder(trace);
	if (code)
		return code;
	select_say_all();
	select_options(&options, config);
	options.mode = EU_MODE_TRACE;
	options.recorder = trace->recorder;
	ret = watch_prepare(&trace->watch, &options, eu_arguments.command, &err);
	if (ret)
		return say_failure(watch_exit_code(ret), &err);
	trace->stream.session = trace->watch.session;
	return run_session(trace, config);
}

static int run(const struct eu_cmd *cmd)
{
	struct trace trace = {
	    .watch = {.duration = chosen.duration, .after = after_dispatch},
	};
	struct eu_config *config;
	int code = select_config(&config, &eu_arguments);

	if (code)
		return code;
	trace.watch.context = &trace;
	trace.stream.watch = &trace.watch;
	code = run_with(&trace, config);
	stream_close(&trace.stream);
	watch_close(&trace.watch);
	eu_recorder_free(trace.recorder);
	eu_config_free(config);
	return code;
}

const struct eu_cmd eu_cmd_trace = {
    .name = "trace",
    .summary = "show what containers do, as they do it",
    .usage = "[OPTIONS] [-- COMMAND [ARGUMENT...]]",
    .about = "Shows what people want to see first: programs that start and end, files that are "
	     "opened, connections, changes of privileges, refusals, and containers that come and "
	     "go. Conditions of different kinds must all hold; of one kind, any may, but of "
	     "labels all must.\n\n"
	     "With -- COMMAND, traces what the command causes and returns its exit code. Behind "
	     "docker run, podman run, ctr run or runc run that is the container, from its first "
	     "instruction. A container that the command names to an engine to start, restart, "
	     "stop, kill, pause, unpause or remove it, or to exec in it or attach to it (as in "
	     "docker exec NAME), is traced whole: from that request on, all that runs in it. "
	     "Of docker build the containers are those of which the daemon says that it runs a "
	     "step in them: that does the classic builder, but neither with --quiet nor does "
	     "BuildKit, and then a sentence at the end says so.\n\n"
	     "The command keeps standard output; the trace goes to standard error, or where "
	     "--output says, apart from what the command writes there. With -o json, what "
	     "Eunomia itself has to say on standard error are objects then (with level and "
	     "message), if that is no terminal. It ends when the command ends; what --duration, "
	     "--count or a signal ends before waits for the command, whose exit code it "
	     "returns.\n\n"
	     "SIGINT and SIGTERM end the trace: what the kernel still holds is shown, and a "
	     "statement says whether anything was lost. SIGUSR1 says it in between. SIGHUP ends it, "
	     "too, unless it is ignored from the start (nohup). All three go to a running COMMAND "
	     "first; a second one ends the trace. A reader that then, or at the end of --duration, "
	     "takes nothing for two seconds is waited for no longer: what it has not taken is lost, "
	     "as the statement says, and the exit code is 1. One more signal, a second later or "
	     "more, does not wait.\n\n"
	     "Needs root, or CAP_BPF, CAP_PERFMON, CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH; on "
	     "kernels before 5.11 CAP_SYS_RESOURCE, too.",
    .groups = (const struct eu_option_group *const[]){&select_containers, &select_tree,
						      &select_processes, &select_outside,
						      &select_events, &stream_options,
						      &trace_options, &select_details,
						      &select_host, &select_common, NULL},
    .examples =
	(const struct eu_example[]){
	    {"eunomia trace --container web", "Everything of note in \"web\"."},
	    {"eunomia trace --event open --failed",
	     "Files that containers look for and do not get."},
	    {"eunomia trace -e connect -o json --output connects.json --duration 1m",
	     "A minute of connections, one JSON object a line."},
	    {"eunomia trace --event syscalls --comm nginx", "Every system call of nginx."},
	    {"eunomia trace --filter 'file.path ^= \"/etc/\" && process.user.id != 0'",
	     "What users other than root touch in /etc."},
	    {"eunomia trace --output run.json -o json -- docker run --rm alpine true",
	     "A container from its first instruction to its last."},
	    {},
	},
    .takes_command = true,
    .run = run,
};

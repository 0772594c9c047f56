// SPDX-License-Identifier: Apache-2.0
/* eunomia trace: what containers do, live. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include <eunomia/sink.h>

#include "cmd.h"
#include "output.h"
#include "privileges.h"
#include "say.h"
#include "select.h"
#include "terminal.h"
#include "watch.h"

static struct {
	const char *schema;
	uint64_t duration, count;
} chosen;

static const struct eu_option_group output_options = {
    "Output",
    (const struct eu_option[]){
	{.name = "output-format",
	 .letter = 'o',
	 .kind = EU_OPTION_SETTING,
	 .setting = "output-format",
	 .argument = "FORMAT",
	 .complete = "table json csv",
	 .help = "table for people, json (one object a line) or csv for programs."},
	{.name = "fields",
	 .kind = EU_OPTION_SETTING,
	 .setting = "fields",
	 .argument = "NAME[,...]",
	 .complete = "fields",
	 .help = "Only these fields, in this order. eunomia list fields explains them."},
	{.name = "output",
	 .kind = EU_OPTION_SETTING,
	 .setting = "events-path",
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Write to this file, which only its owner can read (0600); \"-\" is "
		 "standard output."},
	{.name = "schema",
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.schema,
	 .argument = "NAME",
	 .complete = "ctrace",
	 .help = "ctrace: the JSON object of the older ctrace tool."},
	{.name = "duration",
	 .kind = EU_OPTION_DURATION,
	 .into = &chosen.duration,
	 .argument = "TIME",
	 .help = "Stop after this time: 10s, 500ms, 2m."},
	{.name = "count",
	 .letter = 'n',
	 .kind = EU_OPTION_NUMBER,
	 .into = &chosen.count,
	 .argument = "N",
	 .help = "Stop after N events."},
	{},
    },
};

struct trace {
	struct watch watch;
	struct eu_sink *sink;
	const char *path; /* for messages */
	int fd;
	enum eu_sink_format format;
	uint64_t limit; /* UINT64_MAX: none */
	uint64_t taken;
	bool reader_gone;
	bool failed;
};

/* A full disk may have room again: events are lost until then, and the statement says so. A
 * reader that has gone does not come back. */
static void note_failure(struct trace *trace, int error)
{
	if (error == -EPIPE)
		trace->reader_gone = true;
	else if (!trace->failed)
		say_error("%s: %s; events are being lost", trace->path, strerror(-error));
	trace->failed |= error != -EPIPE;
}

/* The ledger is the one place that knows of all losses. */
static void on_lost(void *context, const struct eu_event *event)
{
	struct trace *trace = context;

	eu_session_add_loss(trace->watch.session, event, "sink", 1);
}

static void on_event(void *context, const struct eu_event *event)
{
	struct trace *trace = context;
	int ret;

	if (trace->taken >= trace->limit || trace->reader_gone)
		return;
	ret = eu_sink_event(trace->sink, event);
	trace->taken++;
	if (ret)
		note_failure(trace, ret);
}

static int after_dispatch(void *context)
{
	struct trace *trace = context;
	int ret = eu_sink_flush(trace->sink);

	if (ret)
		note_failure(trace, ret);
	return trace->taken >= trace->limit || trace->reader_gone;
}

static int parse_format(enum eu_sink_format *format, const struct eu_config *config)
{
	const char *name = eu_config_text(config, "output-format");

	if (chosen.schema && strcmp(chosen.schema, "ctrace")) {
		say_error("--schema: unknown schema \"%s\"; there is \"ctrace\"", chosen.schema);
		return EU_EXIT_USAGE;
	}
	*format = chosen.schema           ? EU_SINK_CTRACE
		  : !strcmp(name, "json") ? EU_SINK_JSON
		  : !strcmp(name, "csv")  ? EU_SINK_CSV
					  : EU_SINK_TABLE;
	return 0;
}

/* Where events go: as with strace, a command keeps its standard output to itself. */
static int open_output(struct trace *trace, const struct eu_config *config)
{
	const char *path = eu_config_text(config, "events-path");
	struct eu_error err;

	trace->path = *path ? path : "standard output";
	trace->fd = eu_arguments.command ? STDERR_FILENO : STDOUT_FILENO;
	if (*path)
		trace->fd = output_open(path, &err);
	return trace->fd < 0 ? say_failure(EU_EXIT_FAILED, &err) : 0;
}

static int open_sink(struct trace *trace, const struct eu_config *config)
{
	struct eu_sink_options options = {.on_lost = on_lost, .context = trace};
	struct eu_error err = {"out of memory"};
	int ret = parse_format(&options.format, config);

	if (ret)
		return ret;
	options.fields = eu_config_list(config, "fields", &options.n_fields);
	if (!options.n_fields)
		options.fields = NULL;
	options.color = terminal_color(trace->fd, eu_config_text(config, "color"));
	options.width = terminal_width(trace->fd);
	trace->format = options.format;
	ret = eu_sink_new(&trace->sink, trace->fd, &options, &err);
	return ret ? say_failure(ret == -EINVAL ? EU_EXIT_USAGE : EU_EXIT_FAILED, &err) : 0;
}

static uint64_t written(const struct trace *trace)
{
	return trace->taken - eu_sink_lost(trace->sink);
}

static void write_summary(struct trace *trace)
{
	struct timespec now;
	char host[256] = "";
	size_t n;
	const struct eu_loss *loss = eu_session_loss(trace->watch.session, &n);
	int ret;

	clock_gettime(CLOCK_REALTIME, &now);
	gethostname(host, sizeof(host) - 1);
	ret = eu_sink_summary(trace->sink, host, now.tv_sec * 1000000000ull + now.tv_nsec,
			      written(trace), loss, n);
	if (!ret)
		ret = eu_sink_flush(trace->sink);
	if (ret)
		note_failure(trace, ret);
}

/* Drains, and says the statement in both places. */
static int finish(struct trace *trace)
{
	struct eu_error err;
	int ret = eu_session_stop(trace->watch.session, &err);

	if (ret)
		say_error("%s", err.text);
	after_dispatch(trace);
	write_summary(trace);
	if (trace->reader_gone)
		say("the reader of the output has gone");
	/* On a terminal the table's last line has said it just now. */
	if (trace->format != EU_SINK_TABLE || !isatty(trace->fd))
		watch_say_statement(&trace->watch, written(trace), "event", "");
	return ret || trace->failed ? EU_EXIT_FAILED : EU_EXIT_OK;
}

static int run_session(struct trace *trace, const struct eu_config *config)
{
	struct eu_error err = {};
	int ret, code;

	ret = eu_session_start(trace->watch.session, on_event, trace, &err);
	if (ret)
		return say_failure(ret == -EPERM ? EU_EXIT_PERMISSION : EU_EXIT_FAILED, &err);
	/* Not before all is well: a wrong word must not cost an older trace. */
	if (*eu_config_text(config, "events-path") && output_truncate(trace->fd))
		say_error("%s: %s", trace->path, strerror(errno));
	ret = watch_run(&trace->watch, &err);
	if (ret)
		say_error("%s", err.text);
	code = finish(trace);
	if (trace->watch.command.pid)
		return command_exit_code(&trace->watch.command);
	return ret ? EU_EXIT_FAILED : code;
}

static int run_with(struct trace *trace, const struct eu_config *config)
{
	struct eu_session_options options;
	struct eu_error err;
	int ret, code = open_output(trace, config);

	if (!code)
		code = open_sink(trace, config);
	if (code)
		return code;
	select_options(&options, config);
	options.mode = EU_MODE_TRACE;
	ret = watch_prepare(&trace->watch, &options, eu_arguments.command, &err);
	if (ret)
		return say_failure(watch_exit_code(ret), &err);
	return run_session(trace, config);
}

static int run(const struct eu_cmd *cmd)
{
	struct trace trace = {
	    .limit = chosen.count ? chosen.count : UINT64_MAX,
	    .watch = {.duration = chosen.duration, .after = after_dispatch},
	};
	struct eu_config *config;
	int code = select_config(&config, &eu_arguments);

	if (code)
		return code;
	trace.watch.context = &trace;
	code = run_with(&trace, config);
	eu_session_free(trace.watch.session);
	eu_sink_free(trace.sink);
	eu_config_free(config);
	return code;
}

const struct eu_cmd eu_cmd_trace = {
    .name = "trace",
    .summary = "show what containers do, as they do it",
    .usage = "[OPTIONS] [-- COMMAND [ARGUMENT...]]",
    .about = "Shows what people want to see first: programs that start and end, files that are "
	     "opened, connections, changes of privileges, refusals, and containers that come and "
	     "go. Conditions of different kinds must all hold; of one kind, any may.\n\n"
	     "With -- COMMAND, traces what the command causes and returns its exit code. Behind "
	     "docker run, podman run, ctr run or runc run that is the container, from its first "
	     "instruction. The command keeps standard output; the trace goes to standard error, "
	     "or where --output says. It ends when the command ends.\n\n"
	     "SIGINT and SIGTERM end the trace: what the kernel still holds is shown, and a "
	     "statement says whether anything was lost. SIGUSR1 says it in between. Both go to "
	     "a running COMMAND first; a second one ends the trace.\n\n"
	     "Needs root, or CAP_BPF, CAP_PERFMON, CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH; on "
	     "kernels before 5.11 CAP_SYS_RESOURCE, too.",
    .groups = (const struct eu_option_group *const[]){&select_containers, &select_events,
						      &output_options, &select_common, NULL},
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

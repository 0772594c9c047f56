// SPDX-License-Identifier: Apache-2.0
/* eunomia report: what each container did, as facts. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <eunomia/recording.h>
#include <eunomia/report.h>

#include "cmd.h"
#include "output.h"
#include "recordings.h"
#include "say.h"
#include "select.h"
#include "statement.h"
#include "terminal.h"
#include "watch.h"
#include "when.h"

static struct {
	const char *record, *output;
	uint64_t duration;
} chosen;

static const struct eu_option_group output_options = {
    .title = "Output",
    .options = (const struct eu_option[]){
	{.name = "directory",
	 .letter = 'd',
	 .kind = EU_OPTION_SETTING,
	 .setting = "report-directory",
	 .argument = "DIR",
	 .complete = "directory",
	 .help = "Write index.json and a file per container here. Made when it is not "
		 "there; readable for its owner only. Without it, of containers that have ended "
		 "the last 4096 are reported."},
	{.name = "output-format",
	 .letter = 'o',
	 .kind = EU_OPTION_SETTING,
	 .setting = "output-format",
	 .argument = "FORMAT",
	 .complete = "table json csv",
	 .help = "A summary for people (table), json or csv; on standard output, or with a "
		 "command, whose that is, on standard error."},
	{.name = "output",
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.output,
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Write it to this file, which only you may read; - is standard output, also "
		 "with a command."},
	{},
    },
};

static const struct eu_option_group watch_options = {
    .title = "Watching",
    .options = (const struct eu_option[]){
	{.name = "duration",
	 .kind = EU_OPTION_DURATION,
	 .into = &chosen.duration,
	 .argument = "TIME",
	 .help = "Stop after this time: 10s, 500ms, 2m."},
	{.name = "interval",
	 .kind = EU_OPTION_SETTING,
	 .setting = "report-interval",
	 .argument = "TIME",
	 .help = "Write the files of --directory this often, each in one step."},
	{.name = "record",
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.record,
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Keep the facts in a recording, too: eunomia report FILE reports them again."},
	{},
    },
    .live = true,
};

struct report {
	struct watch watch;
	struct eu_recorder *recorder;
	const struct eu_config *config;
	const char *directory; /* "": none */
	int output;            /* -1: standard output or error */
	struct eu_report_directory *files; /* of it; NULL: none, or of recordings */
	bool failed;
};

/* What is new is part of the facts already; nothing is shown event by event. */
static void on_event(void *context, const struct eu_event *event)
{
}

static int write_files(struct report *report, const struct eu_report *facts)
{
	struct eu_error err = {};
	int ret = 0;

	if (report->files)
		ret = eu_report_directory_write(report->files, facts, &err);
	else if (*report->directory)
		ret = eu_report_write_directory(facts, report->directory, &err);
	if (ret)
		say_error("%s", err.text);
	return ret;
}

/* The first failure is said; after it the statement counts them. */
static int on_forget(void *context, struct eu_report *one)
{
	struct report *report = context;
	struct eu_error err;

	if (!eu_report_directory_keep(report->files, one, &err))
		return 0;
	if (!report->failed)
		say_error("%s", err.text);
	report->failed = true;
	return -1;
}

/* What fails in between is said: the last writing has all of it. */
static void on_tick(void *context)
{
	struct report *report = context;
	struct eu_report *facts;
	struct eu_error err = {};

	if (eu_report_take(&facts, report->watch.session, &err)) {
		say_error("%s", err.text);
		return;
	}
	write_files(report, facts);
	eu_report_free(facts);
}

/* A command keeps standard output to itself, as with trace. */
static int output_of(const struct report *report)
{
	if (report->output >= 0)
		return report->output;
	return eu_arguments.command ? STDERR_FILENO : STDOUT_FILENO;
}

static int print(struct report *report, const struct eu_report *facts)
{
	const char *format = eu_config_text(report->config, "output-format");
	int fd = output_of(report);
	struct eu_report_style style = {
	    .color = terminal_color(fd, eu_config_text(report->config, "color")),
	    .width = terminal_width(fd),
	};

	if (!strcmp(format, "json"))
		return eu_report_write_json(facts, fd);
	if (!strcmp(format, "csv"))
		return eu_report_write_csv(facts, fd);
	return eu_report_write_summary(facts, fd, &style);
}

/* What the file held stays until there is something to take its place. */
static void show(struct report *report, const struct eu_report *facts)
{
	int ret = report->output >= 0 ? output_truncate(chosen.output, report->output) : 0;

	report->failed |= write_files(report, facts) != 0;
	report->failed |= output_code(chosen.output, ret ?: print(report, facts)) != EU_EXIT_OK;
}

static int finish(struct report *report)
{
	struct eu_report *facts;
	struct eu_error err = {};
	uint64_t containers;
	int ret = eu_session_stop(report->watch.session, &err);

	if (!ret)
		ret = eu_report_take(&facts, report->watch.session, &err);
	if (ret)
		return say_failure(EU_EXIT_FAILED, &err);
	watch_say_choice(&report->watch);
	show(report, facts);
	containers = facts->n_containers + facts->n_forgotten;
	eu_report_free(facts);
	if (!report->failed) {
		watch_say_statement(&report->watch, containers, "container", "");
		return EU_EXIT_OK;
	}
	statement_say_unwritten(report->watch.session, containers, "container");
	return EU_EXIT_FAILED;
}

static int run_session(struct report *report)
{
	struct eu_error err = {};
	int ret, code;

	ret = eu_session_start(report->watch.session, on_event, report, &err);
	if (ret)
		return say_failure(ret == -EPERM ? EU_EXIT_PERMISSION : EU_EXIT_FAILED, &err);
	ret = watch_run(&report->watch, &err);
	if (ret)
		say_error("%s", err.text);
	code = finish(report);
	if (report->watch.command.pid)
		return command_exit_code(&report->watch.command);
	return ret ? EU_EXIT_FAILED : code;
}

/* A directory that cannot be written is told now, not after hours of watching. */
static bool can_write_to(const char *directory)
{
	bool writable;
	int fd;

	if (mkdir(directory, 0700) && errno != EEXIST) {
		say_error("cannot make %s: %s", directory, strerror(errno));
		return false;
	}
	fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	writable = fd >= 0 && !faccessat(fd, ".", W_OK | X_OK, 0);
	if (!writable)
		say_error("cannot write to %s: %s", directory, strerror(errno));
	if (fd >= 0)
		close(fd);
	return writable;
}

static int open_files(struct report *report)
{
	struct eu_error err;

	if (!*report->directory)
		return 0;
	if (!can_write_to(report->directory))
		return EU_EXIT_FAILED;
	if (eu_report_directory_new(&report->files, report->directory, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	eu_session_on_forget(report->watch.session, on_forget, report);
	return 0;
}

static int open_recorder(struct report *report)
{
	struct eu_recorder_options options = {.path = chosen.record};
	struct eu_error err;

	if (chosen.record && eu_recorder_new(&report->recorder, &options, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	return 0;
}

static int report_live(struct report *report)
{
	struct eu_session_options options;
	struct eu_error err = {};
	int ret, code = open_recorder(report);

	if (code)
		return code;
	select_options(&options, report->config);
	options.mode = EU_MODE_REPORT;
	options.recorder = report->recorder;
	ret = watch_prepare(&report->watch, &options, eu_arguments.command, &err);
	if (ret)
		return say_failure(watch_exit_code(ret), &err);
	code = open_files(report);
	return code ? code : run_session(report);
}

/* ---- of recordings ---- */

static int add_report(void *context, const struct eu_report *report)
{
	struct eu_error err;

	return eu_merger_add(context, report, &err) ? say_failure(EU_EXIT_FAILED, &err) : 0;
}

/* Of containers that were recorded alike it is said once; malloc'd, "": all was recorded. */
static char *unrecorded_of(const struct eu_report *facts)
{
	char *all = NULL, *before = strdup("");
	size_t len;
	FILE *out = open_memstream(&all, &len);

	for (size_t i = 0; out && i < facts->n_containers; i++) {
		const struct eu_container_report *c = &facts->containers[i];
		char *text = eu_unrecorded_text(c->unrecorded, c->n_unrecorded);

		if (text && before && *text && strcmp(text, before))
			fprintf(out, "%s%s", *before ? "; " : "", text);
		if (text && *text) {
			free(before);
			before = text;
		} else {
			free(text);
		}
	}
	free(before);
	if (out)
		fclose(out);
	return all;
}

static void say_closing(const struct eu_report *facts, bool complete)
{
	const char *s = facts->n_containers == 1 ? "" : "s";
	char *unrecorded = unrecorded_of(facts);

	if (unrecorded && *unrecorded)
		say("not complete: %zu container%s; not recorded: %s", facts->n_containers, s,
		    unrecorded);
	else if (complete)
		say_status("complete: %zu container%s, nothing lost", facts->n_containers, s);
	free(unrecorded);
}

static int show_merged(struct report *report, const struct eu_report *facts, bool complete)
{
	struct eu_error none = {"out of memory"};

	if (!facts)
		return say_failure(EU_EXIT_FAILED, &none);
	if (*report->directory && !can_write_to(report->directory))
		return EU_EXIT_FAILED;
	if (!facts->n_containers && select_names && !when_asked())
		say("every container of what was recorded is left out by %s", select_names);
	show(report, facts);
	if (report->failed)
		say("not complete: %zu container%s; " STATEMENT_UNWRITTEN, facts->n_containers,
		    facts->n_containers == 1 ? "" : "s");
	else
		say_closing(facts, complete);
	return report->failed ? EU_EXIT_FAILED : EU_EXIT_OK;
}

static int report_recordings(struct report *report)
{
	struct eu_recordings *recordings = NULL;
	struct eu_merger *merger = NULL;
	struct eu_session_options options;
	struct eu_error err;
	bool complete = true;
	int code = recordings_open(&recordings, &eu_arguments.files);

	select_options(&options, report->config);
	if (!code && eu_merger_new(&merger, &err))
		code = say_failure(EU_EXIT_FAILED, &err);
	if (!code)
		code = recordings_report(recordings, &options, add_report, merger, &complete);
	if (!code)
		code = show_merged(report, eu_merger_report(merger), complete);
	eu_merger_free(merger);
	eu_recordings_free(recordings);
	return code;
}

static bool is_set(const char *key)
{
	for (size_t i = 0; i < eu_arguments.n_settings; i++)
		if (!strcmp(eu_arguments.settings[i].key, key))
			return true;
	return false;
}

static int open_output(struct report *report)
{
	struct eu_error err;
	int ret;

	if (!chosen.output)
		return 0;
	if (chosen.record && output_is_one_name(chosen.record, chosen.output)) {
		say_error("--record and --output name the same file: choose another one");
		return EU_EXIT_USAGE;
	}
	report->output = ret = output_open(chosen.output, &err);
	if (ret >= 0)
		ret = say_check_apart(report->output, chosen.output, &err);
	return ret < 0 ? say_failure(output_failure_code(ret), &err) : 0;
}

static int choose(struct report *report)
{
	const char *format = eu_config_text(report->config, "output-format");
	const char *file;
	int code;

	if (!eu_arguments.files.n && is_set("report-interval") && !*report->directory) {
		say_error("--interval is for the files of --directory: add -d DIR");
		return EU_EXIT_USAGE;
	}
	if (!eu_arguments.files.n && when_asked()) {
		say_error("%s is for recordings: eunomia report FILE... %s WHEN", when_asked(),
			  when_asked());
		return EU_EXIT_USAGE;
	}
	code = open_output(report);
	if (code)
		return code;
	if (strcmp(format, "table"))
		say_beside(output_of(report), !strcmp(format, "json"));
	if (!eu_arguments.files.n)
		return report_live(report);
	file = eu_arguments.files.items[0];
	if (eu_arguments.command)
		say_error("-- COMMAND is for a live host: leave out the command, or %s", file);
	else if (eu_arguments.live)
		say_error("--%s is for a live host: leave it out, or %s", eu_arguments.live, file);
	else
		return report_recordings(report);
	return EU_EXIT_USAGE;
}

static int run(const struct eu_cmd *cmd)
{
	struct report report = {.watch = {.duration = chosen.duration, .tick = on_tick},
				.output = -1};
	struct eu_config *config;
	int code = select_config(&config, &eu_arguments);

	if (code)
		return code;
	signal(SIGPIPE, SIG_IGN);
	report.config = config;
	report.directory = eu_config_text(config, "report-directory");
	report.watch.interval = *report.directory ? eu_config_number(config, "report-interval") : 0;
	report.watch.context = &report;
	code = choose(&report);
	watch_close(&report.watch);
	eu_report_directory_free(report.files);
	eu_recorder_free(report.recorder);
	if (report.output >= 0)
		close(report.output);
	eu_config_free(config);
	return code;
}

const struct eu_cmd eu_cmd_report = {
    .name = "report",
    .summary = "write down what each container did: programs, files, peers, capabilities",
    .usage = "[-d DIR] [OPTIONS] [FILE... | -- COMMAND [ARGUMENT...]]",
    .about = "Counts in the kernel until it is stopped, or until COMMAND ends, and then shows a "
	     "summary of each container. With --directory, also writes index.json and one file "
	     "per container, <name>-<first 12 of the id>.json: its identity, system calls with "
	     "errors, files, executables, peers, capabilities, life cycle, and what was lost. "
	     "Their JSON Schema is docs/report.schema.json. Counts are of a container as a whole, "
	     "or with --pid of some processes with their descendants; by name or user, eunomia "
	     "trace shows what processes do.\n\n"
	     "With FILE, reports recordings (files, or directories of them) in place of a live "
	     "host, which needs no privileges. What several runs and replicas of one image did "
	     "is one entry then: by the image's digest, else its name and tag, else its id, else the "
	     "container's name. Counts are sums; runs and replicas say what it was made of.\n\n"
	     "A recording of trace has the events that trace was asked for, and no counts of system "
	     "calls and capabilities: of what was not recorded each container says which kinds, and "
	     "it is not complete.\n\n"
	     "With --from and --to, only what was in that time. A recording has counts every ten "
	     "seconds: those of the seconds around a time may be in them. One of facts has events of "
	     "what was for the first time, and counts of what was again.\n\n"
	     "SIGINT and SIGTERM end it, and SIGHUP unless it is ignored from the start (nohup); "
	     "SIGUSR1 says whether anything was lost so far. A live "
	     "report needs the same privileges as eunomia trace.",
    .groups = (const struct eu_option_group *const[]){&select_containers, &select_tree,
						      &when_options, &output_options,
						      &watch_options, &select_host,
						      &select_common, NULL},
    .examples =
	(const struct eu_example[]){
	    {"eunomia report --duration 1m", "A minute of every container."},
	    {"eunomia report -d reports --interval 30s --container web",
	     "Files about \"web\", fresh every 30 seconds, until Ctrl-C."},
	    {"eunomia report -- docker run --rm alpine wget http://198.51.100.2/",
	     "What did this container do, from beginning to end?"},
	    {"eunomia report run-1.eunomia run-2.eunomia -d reports",
	     "Two recordings of one image, as one."},
	    {"eunomia report /var/lib/eunomia --from 03:10 --to 03:15",
	     "What did they do in these five minutes of last night?"},
	    {},
	},
    .takes_files = true,
    .takes_command = true,
    .run = run,
};

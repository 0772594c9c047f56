// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output.h"
#include "say.h"
#include "select.h"
#include "stream.h"
#include "terminal.h"

static const char *chosen_schema;
static uint64_t chosen_count;

const struct eu_option_group stream_options = {
    .title = "Output",
    .options = (const struct eu_option[]){
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
	 .help = "Only these fields, in this order (in JSON, where they are without it). "
		 "eunomia list fields explains them. args.NAME is an argument of a system "
		 "call, args.NAME.MEMBER (args.fd.path) what is in it."},
	{.name = "output",
	 .kind = EU_OPTION_SETTING,
	 .setting = "events-path",
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Write to this file, which only its owner can read (0600); \"-\" is "
		 "standard output."},
	{.name = "schema",
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen_schema,
	 .argument = "NAME",
	 .complete = "ctrace",
	 .help = "ctrace: the JSON object of the older ctrace tool."},
	{.name = "count",
	 .letter = 'n',
	 .kind = EU_OPTION_NUMBER,
	 .into = &chosen_count,
	 .argument = "N",
	 .help = "Stop after N events."},
	{},
    },
};

/* A full disk may have room again: events are lost until then, and the statement says so. A
 * reader that has gone does not come back. */
static void note_failure(struct stream *stream, int error)
{
	if (error == -EPIPE && !stream->reader_gone)
		say_error(OUTPUT_READER_GONE);
	else if (error == -ETIMEDOUT && stream->reader_still && !stream->failed)
		say_error("%s: its reader is waited for no longer; what it has not taken is lost",
			  stream->path);
	else if (!stream->failed)
		say_error("%s: %s; events are being lost", stream->path, strerror(-error));
	stream->reader_gone |= error == -EPIPE;
	stream->failed = true;
}

/* The ledger is the one place that knows of all losses. */
static void on_lost(void *context, const struct eu_event *event)
{
	struct stream *stream = context;

	eu_session_add_loss(stream->session, event, "sink", 1);
}

static int wait_for_reader(void *context, int fd)
{
	struct stream *stream = context;
	int ret = watch_wait(stream->watch, fd, !stream->reader_still);

	stream->reader_still |= ret == -ETIMEDOUT;
	return ret;
}

void stream_event(void *context, const struct eu_event *event)
{
	struct stream *stream = context;
	int ret;

	if (stream->taken >= stream->limit || stream->reader_gone)
		return;
	ret = eu_sink_event(stream->sink, event);
	stream->taken++;
	if (ret)
		note_failure(stream, ret);
}

int stream_flush(struct stream *stream)
{
	int ret = eu_sink_flush(stream->sink);

	if (ret)
		note_failure(stream, ret);
	return stream->taken >= stream->limit || stream->reader_gone;
}

static bool is_flag(const struct eu_config *config, const char *key)
{
	return !strncmp(eu_config_origin(config, key), "--", 2);
}

static int parse_format(enum eu_sink_format *format, const struct eu_config *config)
{
	const char *name = eu_config_text(config, "output-format");

	if (chosen_schema && strcmp(chosen_schema, "ctrace")) {
		say_error("--schema: unknown schema \"%s\"; there is \"ctrace\"", chosen_schema);
		return EU_EXIT_USAGE;
	}
	if (chosen_schema && is_flag(config, "output-format") && strcmp(name, "json")) {
		say_error("--schema %s is JSON: leave out --output-format %s", chosen_schema, name);
		return EU_EXIT_USAGE;
	}
	*format = chosen_schema           ? EU_SINK_CTRACE
		  : !strcmp(name, "json") ? EU_SINK_JSON
		  : !strcmp(name, "csv")  ? EU_SINK_CSV
					  : EU_SINK_TABLE;
	return 0;
}

/* Where events go: as with strace, a command keeps its standard output to itself. */
static int open_output(struct stream *stream, const struct eu_config *config)
{
	const char *path = eu_config_text(config, "events-path");
	struct eu_error err;
	int ret = 0;

	stream->path = *path ? path : "standard output";
	stream->fd = eu_arguments.command ? STDERR_FILENO : STDOUT_FILENO;
	if (*path)
		stream->fd = ret = output_open(path, &err);
	if (ret >= 0 && *path)
		ret = say_check_apart(stream->fd, path, &err);
	return ret < 0 ? say_failure(output_failure_code(ret), &err) : 0;
}

static int open_sink(struct stream *stream, const struct eu_config *config)
{
	struct eu_sink_options options = {.on_lost = on_lost, .context = stream};
	struct eu_error err = {"out of memory"};
	int ret = parse_format(&options.format, config);

	if (ret)
		return ret;
	if (stream->watch)
		options.wait = wait_for_reader;
	options.fields = eu_config_list(config, "fields", &options.n_fields);
	if (!options.n_fields)
		options.fields = NULL;
	options.color = terminal_color(stream->fd, eu_config_text(config, "color"));
	options.width = terminal_width(stream->fd);
	stream->format = options.format;
	if (options.format != EU_SINK_TABLE)
		say_beside(stream->fd, options.format != EU_SINK_CSV);
	ret = eu_sink_new(&stream->sink, stream->fd, &options, &err);
	if (ret != -EINVAL)
		return ret ? say_failure(EU_EXIT_FAILED, &err) : 0;
	say_error("%s: %s", eu_config_origin(config, "fields"), err.text);
	return EU_EXIT_USAGE;
}

int stream_open(struct stream *stream, const struct eu_config *config)
{
	int code = open_output(stream, config);

	stream->limit = chosen_count ? chosen_count : UINT64_MAX;
	return code ? code : open_sink(stream, config);
}

void stream_truncate(struct stream *stream, const struct eu_config *config)
{
	const char *path = eu_config_text(config, "events-path");
	int ret = *path ? output_truncate(path, stream->fd) : 0;

	if (ret)
		say_error("%s: %s", path, strerror(-ret));
}

uint64_t stream_written(const struct stream *stream)
{
	return stream->taken - stream->told - eu_sink_lost(stream->sink);
}

void stream_summary(struct stream *stream)
{
	uint64_t first, last;
	size_t n;
	const struct eu_loss *loss = eu_session_loss(stream->session, &n);
	int ret;

	eu_session_span(stream->session, &first, &last);
	ret = eu_sink_summary(stream->sink, eu_session_host(stream->session), last,
			      stream_written(stream), loss, n);
	if (!ret)
		ret = eu_sink_flush(stream->sink);
	if (ret)
		note_failure(stream, ret);
}

void stream_close(struct stream *stream)
{
	eu_sink_free(stream->sink);
	stream->sink = NULL;
}

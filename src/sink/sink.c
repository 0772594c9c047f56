/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The buffer behind every format, and what happens when writing fails: whole lines or none.
 *
 * Of a buffer that could not be written, events that are out stay out, a line that is half out is
 * taken back (a regular file) or completed first thing next time, and the others are lost and
 * counted. The buffer is then free again, so a full disk costs neither memory nor time.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "printer.h"
#include "fields.h"
#include "outlet.h"

#define FULL   (256u << 10)
#define BUFFER (2 * FULL)
/* The shortest line is "\n". */
#define LINES 8192

enum line_kind { LINE_HEADER, LINE_EVENT, LINE_SUMMARY, LINE_REST /* counted already */ };

struct line {
	const struct eu_event_desc *desc;
	eu_ref container;
	uint32_t end : 30;
	uint32_t kind : 2;
};

struct eu_sink {
	struct eu_bytes bytes;
	struct eu_printer *printer;
	struct line *lines;
	size_t n_lines;
	struct eu_outlet outlet;
	int error; /* the first since it was last told */
	uint64_t lost;
	bool owing; /* the first line of the buffer is the rest of one */
	bool header_due;
	struct eu_sink_options options;
};

static void lose(struct eu_sink *sink, const struct line *line)
{
	struct eu_head head = {.size = sizeof(head), .container = line->container};
	struct eu_event event = {.desc = line->desc, .record = &head};

	if (line->kind == LINE_HEADER)
		sink->header_due = true;
	if (line->kind != LINE_EVENT)
		return;
	head.type = line->desc->id;
	sink->lost++;
	if (sink->options.on_lost)
		sink->options.on_lost(sink->options.context, &event);
}

/* Only while nobody else has written behind us. */
static bool take_back(int fd, size_t written)
{
	struct stat st;
	off_t end = lseek(fd, 0, SEEK_CUR);

	if (fstat(fd, &st) || !S_ISREG(st.st_mode) || end < (off_t)written || st.st_size != end)
		return false;
	if (ftruncate(fd, end - written))
		return false;
	lseek(fd, end - written, SEEK_SET);
	return true;
}

/* The rest of a line whose beginning is out: it goes first when writing works again. */
static void owe(struct eu_sink *sink, struct line line, size_t done)
{
	memmove(sink->bytes.data, sink->bytes.data + done, line.end - done);
	sink->bytes.len = line.end - done;
	line.end = sink->bytes.len;
	sink->lines[sink->n_lines++] = line;
	sink->owing = true;
}

static void drop_unwritten(struct eu_sink *sink, size_t done)
{
	size_t n = sink->n_lines, begin = 0, i = 0;
	bool owing = sink->owing;

	for (; i < n && sink->lines[i].end <= done; i++)
		begin = sink->lines[i].end;
	sink->bytes.len = sink->n_lines = 0;
	sink->owing = false;
	for (bool first = true; i < n; i++, first = false) {
		struct line line = sink->lines[i];

		if ((owing && !i) ||
		    (first && begin < done && !take_back(sink->outlet.fd, done - begin)))
			owe(sink, line, done);
		else
			lose(sink, &line);
	}
}

/* One huge event must not keep its memory for good. */
static void shrink(struct eu_bytes *bytes)
{
	char *data = bytes->size > BUFFER ? realloc(bytes->data, BUFFER) : NULL;

	if (data) {
		bytes->data = data;
		bytes->size = BUFFER;
	}
}

static int flush(struct eu_sink *sink)
{
	size_t done;
	int result;

	if (!sink->bytes.len)
		return 0;
	result = eu_outlet_write(&sink->outlet, sink->bytes.data, sink->bytes.len, &done);
	if (result)
		drop_unwritten(sink, done);
	else
		sink->bytes.len = sink->n_lines = sink->owing = 0;
	if (sink->bytes.len < FULL)
		shrink(&sink->bytes);
	if (result && !sink->error)
		sink->error = result;
	return result;
}

/* The first error since the caller was last told. */
static int tell(struct eu_sink *sink)
{
	int error = sink->error;

	sink->error = 0;
	return error;
}

static void begin_line(struct eu_sink *sink)
{
	if (sink->bytes.len >= FULL || sink->n_lines == LINES - 1)
		flush(sink);
	sink->bytes.base = sink->bytes.len;
	sink->bytes.failed = false;
}

static void end_line(struct eu_sink *sink, enum line_kind kind, const struct eu_event *event)
{
	struct line line = {.kind = kind, .end = sink->bytes.len};

	if (event) {
		line.desc = event->desc;
		line.container = event->record->container;
	}
	if (sink->bytes.failed) {
		sink->bytes.len = sink->bytes.base;
		sink->error = sink->error ? sink->error : -ENOMEM;
		lose(sink, &line);
	} else if (sink->bytes.len > sink->bytes.base) {
		sink->lines[sink->n_lines++] = line;
	}
}

static void header(struct eu_sink *sink)
{
	sink->header_due = false;
	begin_line(sink);
	sink->printer->ops->header(sink->printer);
	end_line(sink, LINE_HEADER, NULL);
}

int eu_sink_event(struct eu_sink *sink, const struct eu_event *event)
{
	begin_line(sink);
	if (__builtin_expect(sink->header_due, 0)) {
		header(sink);
		begin_line(sink);
	}
	sink->printer->ops->event(sink->printer, event);
	end_line(sink, LINE_EVENT, event);
	return tell(sink);
}

int eu_sink_flush(struct eu_sink *sink)
{
	if (sink->header_due)
		header(sink);
	flush(sink);
	return tell(sink);
}

/* The statement is made now, and a line that is half out is no line. */
static void lose_rest(struct eu_sink *sink)
{
	if (!sink->owing)
		return;
	lose(sink, &sink->lines[0]);
	sink->lines[0].kind = LINE_REST;
}

int eu_sink_summary(struct eu_sink *sink, const char *host, uint64_t time, uint64_t events,
		    const struct eu_loss *loss, size_t n_loss)
{
	struct eu_summary summary = {
	    .host = host, .time = time, .events = events, .loss = loss, .n_loss = n_loss};

	eu_sink_flush(sink);
	lose_rest(sink);
	if (!sink->options.on_lost)
		summary.sink_lost = sink->lost;
	summary.lost = summary.sink_lost;
	for (size_t i = 0; i < n_loss; i++)
		summary.lost += loss[i].count;
	begin_line(sink);
	sink->printer->ops->summary(sink->printer, &summary);
	end_line(sink, LINE_SUMMARY, NULL);
	flush(sink);
	return tell(sink);
}

uint64_t eu_sink_lost(const struct eu_sink *sink)
{
	return sink->lost;
}

void eu_sink_free(struct eu_sink *sink)
{
	if (!sink)
		return;
	if (sink->printer) {
		flush(sink);
		sink->printer->ops->free(sink->printer);
	}
	eu_outlet_close(&sink->outlet);
	eu_fields_free(sink->options.fields, sink->options.n_fields);
	eu_bytes_free(&sink->bytes);
	free(sink->lines);
	free(sink);
}

static int new_printer(struct eu_sink *sink, struct eu_error *err)
{
	switch (sink->options.format) {
	case EU_SINK_JSON:
		return eu_printer_json(&sink->printer, &sink->options, err);
	case EU_SINK_CSV:
		return eu_printer_csv(&sink->printer, &sink->options, err);
	case EU_SINK_TABLE:
		return eu_printer_table(&sink->printer, &sink->options, err);
	case EU_SINK_CTRACE:
		return eu_printer_ctrace(&sink->printer, &sink->options, err);
	}
	return eu_fail(err, EINVAL, "unknown output format %d", sink->options.format);
}

static int open_sink(struct eu_sink *sink, int fd, const struct eu_sink_options *options,
		     struct eu_error *err)
{
	int result;

	sink->options = *options;
	sink->options.fields = NULL;
	sink->options.n_fields = 0;
	result = eu_outlet_open(&sink->outlet, fd, options);
	if (result)
		return eu_fail(err, -result, "cannot write events: %s", strerror(-result));
	sink->lines = malloc(LINES * sizeof(*sink->lines));
	if (!sink->lines || eu_bytes_init(&sink->bytes, BUFFER))
		return eu_fail(err, ENOMEM, "no memory for the output buffer");
	result = eu_fields_copy(&sink->options, options, err);
	if (!result)
		result = new_printer(sink, err);
	if (result)
		return result;
	sink->printer->bytes = &sink->bytes;
	/* Not yet: a session that cannot start should leave nothing but its sentence. */
	sink->header_due = sink->printer->ops->header != NULL;
	return 0;
}

int eu_sink_new(struct eu_sink **out, int fd, const struct eu_sink_options *options,
		struct eu_error *err)
{
	struct eu_sink *sink = calloc(1, sizeof(*sink));
	int result;

	if (!sink)
		return eu_fail(err, ENOMEM, "no memory for the output");
	result = open_sink(sink, fd, options, err);
	if (result)
		eu_sink_free(sink);
	else
		*out = sink;
	return result;
}

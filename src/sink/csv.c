/* SPDX-License-Identifier: Apache-2.0 */
/* RFC 4180: a header, one line per event. Control bytes are escaped, so a row is one line. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "details.h"
#include "fields.h"
#include "printer.h"

struct csv_printer {
	struct eu_printer printer;
	struct eu_columns columns;
};

static const char *const default_columns[] = {
    "time",
    "seq",
    "event",
    "host",
    "container.id",
    "container.name",
    "container.image.name",
    "container.image.tag",
    "container.runtime",
    "process.pid",
    "process.tid",
    "process.parent_pid",
    "process.container_pid",
    "process.key",
    "process.user.id",
    "process.group.id",
    "process.name",
    "process.executable.path",
    "thread.name",
    "syscall",
    "result",
    "details",
};

/* Quotes what was written from begin on, if a comma or a quote is in it. */
static void end_value(struct eu_bytes *bytes, size_t begin)
{
	size_t len = bytes->len - begin, quotes = 0;
	char *from, *to;

	if (bytes->failed ||
	    (!memchr(bytes->data + begin, ',', len) && !memchr(bytes->data + begin, '"', len)))
		return;
	for (size_t i = 0; i < len; i++)
		quotes += bytes->data[begin + i] == '"';
	if (bytes->size - bytes->len < quotes + 2)
		eu_bytes_grow(bytes, quotes + 2);
	if (bytes->failed)
		return;
	from = bytes->data + begin + len;
	to = from + quotes + 2;
	bytes->len += quotes + 2;
	*--to = '"';
	while (from > bytes->data + begin) {
		*--to = *--from;
		if (*from == '"')
			*--to = '"';
	}
	*--to = '"';
}

static void end_row(struct eu_bytes *bytes)
{
	if (!bytes->failed)
		bytes->len--; /* the last comma */
	eu_bytes_put(bytes, "\r\n", 2);
}

static void print_header(struct eu_printer *printer)
{
	struct csv_printer *self = (struct csv_printer *)printer;

	for (size_t i = 0; i < self->columns.n; i++) {
		eu_bytes_puts(printer->bytes, self->columns.names[i]);
		eu_bytes_char(printer->bytes, ',');
	}
	end_row(printer->bytes);
}

static void print_value(struct eu_bytes *bytes, const struct eu_event *event,
			const struct eu_field *field, const char *name)
{
	size_t begin = bytes->len;

	if (field)
		eu_columns_put(bytes, event, field, name);
	else if (!strcmp(name, "details"))
		eu_details_full(bytes, event);
	end_value(bytes, begin);
	eu_bytes_char(bytes, ',');
}

static void print_event(struct eu_printer *printer, const struct eu_event *event)
{
	struct csv_printer *self = (struct csv_printer *)printer;
	const struct eu_field *const *fields = eu_columns_of(&self->columns, event->desc);

	if (!fields) {
		printer->bytes->failed = true;
		return;
	}
	for (size_t i = 0; i < self->columns.n; i++)
		print_value(printer->bytes, event, fields[i], self->columns.names[i]);
	end_row(printer->bytes);
}

static void summary_details(struct eu_bytes *bytes, const struct eu_summary *summary)
{
	eu_bytes_puts(bytes, summary->lost ? "complete=false events=" : "complete=true events=");
	eu_bytes_u64(bytes, summary->events);
	eu_bytes_puts(bytes, " lost=");
	eu_bytes_u64(bytes, summary->lost);
	for (size_t i = 0; i < summary->n_loss; i++) {
		const struct eu_loss *loss = &summary->loss[i];
		const char *name = loss->container ? loss->container->name : "";

		eu_bytes_puts(bytes, " loss=");
		eu_bytes_text(bytes, name, strlen(name));
		eu_bytes_char(bytes, '/');
		eu_bytes_puts(bytes, loss->class);
		eu_bytes_char(bytes, '/');
		eu_bytes_puts(bytes, loss->place);
		eu_bytes_char(bytes, '/');
		eu_bytes_u64(bytes, loss->count);
	}
}

static bool has_column(const struct csv_printer *self, const char *name)
{
	for (size_t i = 0; i < self->columns.n; i++)
		if (!strcmp(self->columns.names[i], name))
			return true;
	return false;
}

/* What says that this is the closing statement, and what it says, in the columns that are for that. */
static void summary_value(struct eu_bytes *bytes, const struct eu_summary *summary, const char *name)
{
	if (!strcmp(name, "time"))
		eu_bytes_time(bytes, summary->time);
	else if (!strcmp(name, "event"))
		eu_bytes_puts(bytes, "summary");
	else if (!strcmp(name, "host") && summary->host)
		eu_bytes_text(bytes, summary->host, strlen(summary->host));
	else if (!strcmp(name, "details"))
		summary_details(bytes, summary);
}

/* … where they are not there: in the first column, whichever that is. */
static void summary_instead(struct eu_bytes *bytes, const struct eu_summary *summary, const char *name,
			    bool has_details)
{
	eu_bytes_puts(bytes, "summary");
	if (has_details && strcmp(name, "details"))
		return;
	eu_bytes_puts(bytes, ": ");
	summary_details(bytes, summary);
}

/* A row like the others. */
static void print_summary(struct eu_printer *printer, const struct eu_summary *summary)
{
	struct csv_printer *self = (struct csv_printer *)printer;
	struct eu_bytes *bytes = printer->bytes;
	bool details = has_column(self, "details"), whole = details && has_column(self, "event");

	for (size_t i = 0; i < self->columns.n; i++) {
		const char *name = self->columns.names[i];
		size_t begin = bytes->len;

		if (i || whole)
			summary_value(bytes, summary, name);
		else
			summary_instead(bytes, summary, name, details);
		end_value(bytes, begin);
		eu_bytes_char(bytes, ',');
	}
	end_row(bytes);
}

static void csv_free(struct eu_printer *printer)
{
	struct csv_printer *self = (struct csv_printer *)printer;

	eu_by_event_free(&self->columns.fields);
	free(self);
}

static const struct eu_printer_ops ops = {
    .header = print_header,
    .event = print_event,
    .summary = print_summary,
    .free = csv_free,
};

int eu_printer_csv(struct eu_printer **out, const struct eu_sink_options *options,
		   struct eu_error *err)
{
	struct csv_printer *self = calloc(1, sizeof(*self));

	if (!self)
		return eu_fail(err, ENOMEM, "no memory for the CSV output");
	self->printer.ops = &ops;
	self->columns.names = options->n_fields ? options->fields : default_columns;
	self->columns.n = options->n_fields ? options->n_fields
					    : sizeof(default_columns) / sizeof(*default_columns);
	*out = &self->printer;
	return 0;
}

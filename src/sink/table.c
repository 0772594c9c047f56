/* SPDX-License-Identifier: Apache-2.0 */
/* For people: one line per event, columns that fit the terminal, failures in red. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cell.h"
#include "details.h"
#include "fields.h"
#include "printer.h"
#include "schema/emit.h"

#define RESET "\033[0m"
#define BOLD  "\033[1m"
#define DIM   "\033[2m"
#define RED   "\033[1;31m"
#define CYAN  "\033[36m"

/* The last column gets this if others can give it, and at least that, however narrow the terminal … */
#define GOOD_DETAILS  24
#define LEAST_DETAILS 16
/* … and a process's name, however long its thread's. */
#define LEAST_PROCESS 5

struct column {
	const char *name, *title;
	unsigned width; /* 0: the rest of the line */
};

struct table_printer {
	struct eu_printer printer;
	struct eu_columns columns;
	struct column *shown;
	struct eu_by_event plans;
	struct eu_bytes cell;
	struct eu_bytes process; /* its name, where its thread's is to follow */
	const struct eu_field *thread; /* NULL: who asks for columns gets those */
	bool color;
	unsigned rest; /* columns for the last one; 0: as many as it needs */
};

static const char *const default_columns[] = {"time",        "container.name", "process.name",
					      "process.pid", "event",          "details"};

/* Where there is no room for all of them; in 40 columns nothing but what happened where. */
static const char *const narrow_columns[] = {"time", "container.name", "process.name", "event",
					     "details"};
static const char *const narrowest_columns[] = {"container.name", "event", "details"};

enum { NARROW = 77, NARROWEST = 56, SHORT_NAME = 9 };

static const struct column known[] = {
    {"time", "TIME", 12},
    {"seq", "SEQ", 8},
    {"event", "EVENT", 14},
    {"host", "HOST", 12},
    {"container.id", "CONTAINER ID", 12},
    {"container.name", "CONTAINER", 16},
    {"container.image.name", "IMAGE", 20},
    {"process.name", "PROCESS", 15},
    {"process.pid", "PID", 7},
    {"process.tid", "TID", 7},
    {"process.parent_pid", "PARENT", 7},
    {"process.container_pid", "IN CTR", 7},
    {"process.user.id", "UID", 6},
    {"process.group.id", "GID", 6},
    {"process.executable.path", "EXECUTABLE", 24},
    {"syscall", "SYSCALL", 14},
    {"result", "RESULT", 10},
    {"file.path", "PATH", 40},
    {"details", "DETAILS", 0},
};

static struct column column_of(const char *name)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (!strcmp(known[i].name, name))
			return known[i];
	return (struct column){name, name, 20};
}

static void color(struct table_printer *self, const char *code)
{
	if (self->color)
		eu_bytes_puts(self->printer.bytes, code);
}

/* The same container has the same colour on every line. */
static const char *container_color(const struct eu_event *event)
{
	static const char *const colors[] = {"\033[32m", "\033[33m", "\033[34m",
					     "\033[35m", "\033[92m", "\033[94m"};
	uint32_t hash = 2166136261u;

	if (!event->container)
		return DIM;
	for (const char *c = event->container->id; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 16777619u;
	return colors[hash % (sizeof(colors) / sizeof(colors[0]))];
}

static void put_cell(struct table_printer *self, size_t column, const char *code)
{
	bool last = column + 1 == self->columns.n;
	unsigned width = last ? self->rest : self->shown[column].width;

	if (code)
		color(self, code);
	if (last && !width)
		eu_bytes_put(self->printer.bytes, self->cell.data, self->cell.len);
	else
		eu_cell_put(self->printer.bytes, self->cell.data, self->cell.len, width, !last);
	if (code)
		color(self, RESET);
	if (!last)
		eu_bytes_char(self->printer.bytes, ' ');
	self->cell.len = 0;
}

static void print_header(struct eu_printer *printer)
{
	struct table_printer *self = (struct table_printer *)printer;

	for (size_t i = 0; i < self->columns.n; i++) {
		eu_bytes_puts(&self->cell, self->shown[i].title);
		put_cell(self, i, BOLD);
	}
	eu_bytes_char(printer->bytes, '\n');
}

/* The wall clock that the reader has on the wall, to the millisecond. */
static void put_local_time(struct eu_bytes *bytes, uint64_t ns)
{
	static _Thread_local struct {
		time_t second;
		char text[9];
	} cache = {.second = -1};
	time_t second = ns / 1000000000;
	struct tm tm;

	if (second != cache.second && localtime_r(&second, &tm)) {
		strftime(cache.text, sizeof(cache.text), "%H:%M:%S", &tm);
		cache.second = second;
	}
	eu_bytes_put(bytes, cache.text, 8);
	eu_bytes_char(bytes, '.');
	eu_bytes_padded(bytes, ns / 1000000 % 1000, 3);
}

static bool failed(const struct eu_event *event, const struct eu_field *result)
{
	struct eu_value value = result ? eu_event_value(event, result) : (struct eu_value){0};

	return value.type == EU_VALUE_INT && value.i < 0;
}

static void put_text(struct eu_bytes *bytes, const struct eu_event *event,
		     const struct eu_field *field)
{
	struct eu_emit_text text;

	eu_emit_text_init(&text, bytes);
	eu_emit_field(&text.emit, NULL, event, field);
}

static const struct eu_field *syscall_field(const struct eu_event_desc *desc)
{
	for (size_t i = 0; i < desc->n_fields; i++)
		if (desc->fields[i].format == EU_FORMAT_SYSCALL)
			return &desc->fields[i];
	return NULL;
}

/* Of an event that is just any system call, the call is the name. */
static void put_event_name(struct table_printer *self, const struct eu_event *event)
{
	const struct eu_field *call = NULL;

	if (!strcmp(event->desc->name, "syscall"))
		call = syscall_field(event->desc);
	if (call)
		put_text(&self->cell, event, call);
	else
		eu_bytes_puts(&self->cell, event->desc->name);
}

/* `→ 5`, `→ ENOENT`; success without a value needs no words. */
static void put_result(struct table_printer *self, const struct eu_event *event,
		       const struct eu_field *result, size_t column)
{
	struct eu_value value = result ? eu_event_value(event, result) : (struct eu_value){0};
	struct eu_bytes *cell = &self->cell;
	size_t details = cell->len, width;

	if (value.type != EU_VALUE_INT || !value.i) {
		put_cell(self, column, NULL);
		return;
	}
	eu_bytes_puts(cell, details ? " → " : "→ ");
	put_text(cell, event, result);
	width = eu_cell_width(cell->data + details, cell->len - details);
	if (self->rest > width) {
		/* the result stays visible, the details are cut */
		eu_cell_put(self->printer.bytes, cell->data, details, self->rest - width, false);
	} else {
		eu_bytes_put(self->printer.bytes, cell->data, self->rest ? 0 : details);
	}
	if (value.i < 0)
		color(self, RED);
	eu_bytes_put(self->printer.bytes, cell->data + details, cell->len - details);
	if (value.i < 0)
		color(self, RESET);
	cell->len = 0;
}

static void print_details(struct table_printer *self, const struct eu_event *event, size_t column)
{
	eu_details_brief(&self->plans, &self->cell, event);
	if (column + 1 == self->columns.n)
		put_result(self, event, eu_details_result(event->desc), column);
	else
		put_cell(self, column, NULL);
}

/* `nginx/pool-1`: where there is no room for both, the end of the thread's name tells more. */
static void put_process(struct table_printer *self, const struct eu_event *event,
			const struct eu_field *field, size_t column)
{
	struct eu_value thread = eu_event_value(event, self->thread);
	unsigned width = self->shown[column].width;
	size_t taken = 1;

	if (thread.type == EU_VALUE_NONE) {
		put_text(&self->cell, event, field);
		return;
	}
	put_text(&self->cell, event, self->thread);
	taken += eu_cell_width(self->cell.data, self->cell.len);
	self->cell.len = self->process.len = 0;
	put_text(&self->process, event, field);
	eu_cell_put(&self->cell, self->process.data, self->process.len,
		    width > taken + LEAST_PROCESS ? width - taken : LEAST_PROCESS, false);
	eu_bytes_char(&self->cell, '/');
	put_text(&self->cell, event, self->thread);
}

static void print_cell(struct table_printer *self, const struct eu_event *event,
		       const struct eu_field *field, size_t column)
{
	const char *name = self->columns.names[column], *code = NULL;

	if (!strcmp(name, "details")) {
		print_details(self, event, column);
		return;
	}
	if (!strcmp(name, "time")) {
		put_local_time(&self->cell, event->time);
		code = DIM;
	} else if (!strcmp(name, "event")) {
		put_event_name(self, event);
		code = failed(event, eu_details_result(event->desc)) ? RED : CYAN;
	} else if (!strcmp(name, "container.name")) {
		if (event->container)
			put_text(&self->cell, event, field);
		else
			eu_bytes_char(&self->cell, '-');
		code = container_color(event);
	} else if (self->thread && !strcmp(name, "process.name")) {
		put_process(self, event, field, column);
	} else if (field) {
		eu_columns_put(&self->cell, event, field, name);
		if (field->format == EU_FORMAT_ERRNO && failed(event, field))
			code = RED;
	}
	put_cell(self, column, code);
}

static void print_event(struct eu_printer *printer, const struct eu_event *event)
{
	struct table_printer *self = (struct table_printer *)printer;
	const struct eu_field *const *fields = eu_columns_of(&self->columns, event->desc);

	self->cell.failed = self->process.failed = !fields;
	for (size_t i = 0; fields && i < self->columns.n; i++)
		print_cell(self, event, fields[i], i);
	eu_bytes_char(printer->bytes, '\n');
	printer->bytes->failed |= self->cell.failed || self->process.failed;
}

static void print_loss(struct table_printer *self, const char *container, const char *class,
		       const char *place, uint64_t count)
{
	struct eu_bytes *bytes = self->printer.bytes;

	eu_bytes_puts(bytes, "  lost ");
	eu_bytes_u64(bytes, count);
	eu_bytes_char(bytes, ' ');
	eu_bytes_puts(bytes, class);
	eu_bytes_puts(bytes, " of ");
	eu_bytes_text(bytes, container, strlen(container));
	eu_bytes_puts(bytes, " at ");
	eu_bytes_puts(bytes, place);
	eu_bytes_char(bytes, '\n');
}

static void print_summary(struct eu_printer *printer, const struct eu_summary *summary)
{
	struct table_printer *self = (struct table_printer *)printer;
	struct eu_bytes *bytes = printer->bytes;

	color(self, summary->lost ? RED : BOLD);
	eu_bytes_u64(bytes, summary->events);
	eu_bytes_puts(bytes, summary->events == 1 ? " event, " : " events, ");
	if (summary->lost) {
		eu_bytes_u64(bytes, summary->lost);
		eu_bytes_puts(bytes, " lost");
	} else {
		eu_bytes_puts(bytes, "complete");
	}
	color(self, RESET);
	eu_bytes_char(bytes, '\n');
	for (size_t i = 0; i < summary->n_loss; i++) {
		const struct eu_loss *loss = &summary->loss[i];

		print_loss(self, loss->container ? loss->container->name : "the host", loss->class,
			   loss->place, loss->count);
	}
	if (summary->sink_lost)
		print_loss(self, "all", "event", "sink", summary->sink_lost);
}

static void table_free(struct eu_printer *printer)
{
	struct table_printer *self = (struct table_printer *)printer;

	eu_by_event_free(&self->columns.fields);
	eu_by_event_free(&self->plans);
	eu_bytes_free(&self->cell);
	eu_bytes_free(&self->process);
	free(self->shown);
	free(self);
}

static const struct eu_printer_ops ops = {
    .header = print_header,
    .event = print_event,
    .summary = print_summary,
    .free = table_free,
};

static struct eu_columns columns_for(const struct eu_sink_options *options)
{
#define COLUMNS(list) ((struct eu_columns){.names = list, .n = sizeof(list) / sizeof(*list)})
	if (options->n_fields)
		return (struct eu_columns){.names = options->fields, .n = options->n_fields};
	if (!options->width || options->width >= NARROW)
		return COLUMNS(default_columns);
	return options->width < NARROWEST ? COLUMNS(narrowest_columns) : COLUMNS(narrow_columns);
#undef COLUMNS
}

/* By all but the last one. */
static unsigned taken_by(const struct table_printer *self)
{
	unsigned taken = 0;

	for (size_t i = 0; i + 1 < self->columns.n; i++)
		taken += self->shown[i].width + 1;
	return taken;
}

/* Columns shrink to two thirds, and then names to a few letters, before the line runs over the
 * terminal's edge. */
static void fit(struct table_printer *self, unsigned width)
{
	unsigned taken = taken_by(self);

	for (size_t i = 0; width < taken + GOOD_DETAILS && i + 1 < self->columns.n; i++)
		if (self->shown[i].width > 12)
			self->shown[i].width = self->shown[i].width * 2 / 3;
	for (size_t i = 0; width < taken_by(self) + GOOD_DETAILS && i + 1 < self->columns.n; i++)
		if (self->shown[i].width > SHORT_NAME && self->shown[i].width < 12)
			self->shown[i].width = SHORT_NAME;
	taken = taken_by(self);
	self->rest = width > taken + LEAST_DETAILS ? width - taken : LEAST_DETAILS;
}

int eu_printer_table(struct eu_printer **out, const struct eu_sink_options *options,
		     struct eu_error *err)
{
	struct table_printer *self = calloc(1, sizeof(*self));

	if (!self)
		return eu_fail(err, ENOMEM, "no memory for the table");
	self->printer.ops = &ops;
	self->color = options->color;
	self->columns = columns_for(options);
	self->shown = calloc(self->columns.n, sizeof(*self->shown));
	if (!options->n_fields)
		self->thread = eu_schema_field(NULL, "thread.name");
	if (!self->shown || eu_bytes_init(&self->cell, 0) || eu_bytes_init(&self->process, 0)) {
		table_free(&self->printer);
		return eu_fail(err, ENOMEM, "no memory for the table");
	}
	for (size_t i = 0; i < self->columns.n; i++) {
		self->shown[i] = column_of(self->columns.names[i]);
		if (!self->shown[i].width && i + 1 < self->columns.n)
			self->shown[i].width = 40;
	}
	if (options->width)
		fit(self, options->width);
	*out = &self->printer;
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The object of the older ctrace tool, for those who already read it: flat, one JSON object a
 * line, arguments as a list of {name, type, value}.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/syscalls.h>

#include "details.h"
#include "printer.h"
#include "schema/emit.h"

/* Values of one object, written as list entries with their types; what is inside of a value is
 * plain JSON. */
struct listing {
	struct eu_emit emit;
	struct eu_emit_json *json;
	const struct eu_syscall *call; /* NULL: types come from values */
	unsigned depth;
	bool joining; /* a set of flags, one string there: "O_RDONLY|O_CLOEXEC" */
	uint32_t n;
};

struct ctrace_printer {
	struct eu_printer printer;
	struct eu_emit_json json;
	struct eu_bytes args; /* they are counted before they are shown */
};

static struct eu_emit *json_of(struct eu_emit *out)
{
	return &((struct listing *)out)->json->emit;
}

static void put_text(struct eu_emit *json, const char *key, const char *text)
{
	json->ops->text(json, key, text, strlen(text));
}

static const char *type_of(const struct listing *list, const char *name, const char *otherwise)
{
	for (size_t i = 0; list->call && i < list->call->n_args; i++)
		if (!strcmp(list->call->args[i].name, name))
			return list->call->args[i].type;
	return otherwise;
}

/* The key that the value itself has to be written with. */
static const char *begin(struct eu_emit *out, const char *key, const char *type)
{
	struct listing *list = (struct listing *)out;
	struct eu_emit *json = json_of(out);

	if (list->depth || !key)
		return key;
	json->ops->object_begin(json, NULL);
	put_text(json, "name", key);
	put_text(json, "type", type_of(list, key, type));
	list->n++;
	return "value";
}

static void end(struct eu_emit *out, const char *key)
{
	struct listing *list = (struct listing *)out;

	if (!list->depth && key)
		json_of(out)->ops->object_end(json_of(out));
}

static void join(struct listing *list, const char *s, size_t len)
{
	struct eu_bytes *bytes = list->json->bytes;

	if (bytes->len && bytes->data[bytes->len - 1] != '"')
		eu_bytes_char(bytes, '|');
	eu_bytes_json(bytes, s, len);
}

static void text(struct eu_emit *out, const char *key, const char *s, size_t len)
{
	const char *name;

	if (((struct listing *)out)->joining) {
		join((struct listing *)out, s, len);
		return;
	}
	name = begin(out, key, "const char*");
	json_of(out)->ops->text(json_of(out), name, s, len);
	end(out, key);
}

static void u64(struct eu_emit *out, const char *key, uint64_t value)
{
	const char *name = begin(out, key, "unsigned long");

	json_of(out)->ops->u64(json_of(out), name, value);
	end(out, key);
}

static void i64(struct eu_emit *out, const char *key, int64_t value)
{
	const char *name = begin(out, key, "long");

	json_of(out)->ops->i64(json_of(out), name, value);
	end(out, key);
}

static void boolean(struct eu_emit *out, const char *key, bool value)
{
	const char *name = begin(out, key, "bool");

	json_of(out)->ops->boolean(json_of(out), name, value);
	end(out, key);
}

static void null(struct eu_emit *out, const char *key)
{
	const char *name = begin(out, key, "void*");

	json_of(out)->ops->null(json_of(out), name);
	end(out, key);
}

static void object_begin(struct eu_emit *out, const char *key)
{
	const char *name = begin(out, key, "struct");

	json_of(out)->ops->object_begin(json_of(out), name);
	((struct listing *)out)->depth++;
}

/* Names are those of members of structs, which are as in C. */
static void begin_joining(struct listing *list, const char *name)
{
	struct eu_bytes *bytes = list->json->bytes;

	if (name) {
		eu_bytes_char(bytes, '"');
		eu_bytes_puts(bytes, name);
		eu_bytes_puts(bytes, "\":");
	}
	eu_bytes_char(bytes, '"');
	list->joining = true;
}

static void array_begin(struct eu_emit *out, const char *key)
{
	struct listing *list = (struct listing *)out;
	bool set = out->set;
	const char *name = begin(out, key, set ? "const char*" : "const char*const*");

	out->set = false;
	list->depth++;
	if (set)
		begin_joining(list, name);
	else
		json_of(out)->ops->array_begin(json_of(out), name);
}

static void leave(struct eu_emit *out)
{
	struct listing *list = (struct listing *)out;

	if (!--list->depth)
		json_of(out)->ops->object_end(json_of(out));
}

static void object_end(struct eu_emit *out)
{
	json_of(out)->ops->object_end(json_of(out));
	leave(out);
}

static void array_end(struct eu_emit *out)
{
	struct listing *list = (struct listing *)out;

	if (list->joining)
		eu_bytes_put(list->json->bytes, "\",", 2);
	else
		json_of(out)->ops->array_end(json_of(out));
	list->joining = false;
	leave(out);
}

static const struct eu_emit_ops listing_ops = {
    .object_begin = object_begin,
    .object_end = object_end,
    .array_begin = array_begin,
    .array_end = array_end,
    .text = text,
    .u64 = u64,
    .i64 = i64,
    .boolean = boolean,
    .null = null,
};

static void list_field(struct listing *list, const struct eu_event *event,
		       const struct eu_field *field)
{
	switch ((enum eu_format)field->format) {
	case EU_FORMAT_SYSCALL:
	case EU_FORMAT_ERRNO:
	case EU_FORMAT_ARGS:
		break;
	default:
		eu_emit_field(&list->emit, field->name, event, field);
	}
}

/* The object of arguments without its braces: each of its members becomes an entry. */
static void list_registers(struct listing *list, const struct eu_event *event,
			   const struct eu_field *field)
{
	struct eu_value registers = eu_event_value(event, field);

	if (registers.type == EU_VALUE_BYTES)
		eu_emit_args_members(&list->emit, event, &registers);
}

static const struct eu_field *field_of(const struct eu_event_desc *desc, enum eu_format format)
{
	for (size_t i = 0; i < desc->n_fields; i++)
		if (desc->fields[i].format == format)
			return &desc->fields[i];
	return NULL;
}

static const struct eu_syscall *call_of(const struct eu_event *event)
{
	const struct eu_field *field = field_of(event->desc, EU_FORMAT_SYSCALL);
	struct eu_value value = field ? eu_event_value(event, field) : (struct eu_value){0};

	return value.type == EU_VALUE_UINT ? eu_emit_syscall_of(value.u) : NULL;
}

static uint32_t list_args(struct ctrace_printer *self, const struct eu_event *event,
			  const struct eu_syscall *call)
{
	const struct eu_field *registers = field_of(event->desc, EU_FORMAT_ARGS);
	struct listing list = {
	    .emit = {.ops = &listing_ops}, .json = &self->json, .call = registers ? call : NULL};

	self->args.len = 0;
	self->args.failed = false;
	self->json.bytes = &self->args;
	if (registers)
		list_registers(&list, event, registers);
	for (size_t i = 0; i < event->desc->n_fields; i++)
		list_field(&list, event, &event->desc->fields[i]);
	return list.n;
}

static int64_t result_of(const struct eu_event *event)
{
	const struct eu_field *field = eu_details_result(event->desc);
	struct eu_value value = field ? eu_event_value(event, field) : (struct eu_value){0};

	return value.type == EU_VALUE_INT ? value.i : 0;
}

static void print_process(struct eu_emit *json, const struct eu_event *event)
{
	static const struct eu_process none = {.name = ""};
	const struct eu_process *process = event->process ? event->process : &none;
	const struct eu_thread *thread = event->thread;

	json->ops->u64(json, "processId", process->pid);
	json->ops->u64(json, "threadId", event->process ? event->record->tid : 0);
	json->ops->u64(json, "parentProcessId", process->parent_pid);
	json->ops->u64(json, "userId", thread ? thread->uid : process->uid);
	json->ops->u64(json, "mountNamespace", process->mount_namespace);
	json->ops->u64(json, "pidNamespace", process->pid_namespace);
	put_text(json, "processName", thread ? thread->name : process->name);
}

/* Events that are one system call have its number; the others have theirs, above all of those. */
static void print_event_id(struct eu_emit *json, const struct eu_event *event,
			   const struct eu_syscall *call)
{
	bool plain = !strcmp(event->desc->name, "syscall");

	json->ops->u64(json, "eventId", call ? call->nr : 1000u + event->desc->id);
	put_text(json, "eventName", plain && call ? call->name : event->desc->name);
}

static void print_event(struct eu_printer *printer, const struct eu_event *event)
{
	struct ctrace_printer *self = (struct ctrace_printer *)printer;
	const struct eu_syscall *call = call_of(event);
	uint32_t n_args = list_args(self, event, call);
	struct eu_emit *json = &self->json.emit;

	self->json.bytes = printer->bytes;
	json->ops->object_begin(json, NULL);
	json->ops->u64(json, "timestamp", event->time);
	print_process(json, event);
	put_text(json, "hostName", event->host ? event->host : "");
	print_event_id(json, event, call);
	json->ops->u64(json, "argsNum", n_args);
	json->ops->i64(json, "returnValue", result_of(event));
	json->ops->array_begin(json, "args");
	eu_bytes_put(printer->bytes, self->args.data, self->args.len);
	json->ops->array_end(json);
	json->ops->object_end(json);
	printer->bytes->failed |= self->args.failed;
	if (!printer->bytes->failed)
		printer->bytes->len--;
	eu_bytes_char(printer->bytes, '\n');
}

/* The old tool had none; its readers skip an event name that they do not know. */
static void print_summary(struct eu_printer *printer, const struct eu_summary *summary)
{
	struct ctrace_printer *self = (struct ctrace_printer *)printer;
	struct eu_emit *json = &self->json.emit;

	self->json.bytes = printer->bytes;
	json->ops->object_begin(json, NULL);
	json->ops->u64(json, "timestamp", summary->time);
	put_text(json, "hostName", summary->host ? summary->host : "");
	put_text(json, "eventName", "summary");
	json->ops->boolean(json, "complete", !summary->lost);
	json->ops->u64(json, "events", summary->events);
	json->ops->u64(json, "lost", summary->lost);
	json->ops->object_end(json);
	if (!printer->bytes->failed)
		printer->bytes->len--;
	eu_bytes_char(printer->bytes, '\n');
}

static void ctrace_free(struct eu_printer *printer)
{
	struct ctrace_printer *self = (struct ctrace_printer *)printer;

	eu_bytes_free(&self->args);
	free(self);
}

static const struct eu_printer_ops ops = {
    .event = print_event,
    .summary = print_summary,
    .free = ctrace_free,
};

int eu_printer_ctrace(struct eu_printer **out, const struct eu_sink_options *options,
		      struct eu_error *err)
{
	struct ctrace_printer *self = calloc(1, sizeof(*self));

	if (options->n_fields) {
		free(self);
		return eu_fail(err, EINVAL,
			       "the ctrace object has fixed fields; use JSON to pick fields");
	}
	if (!self || eu_bytes_init(&self->args, 0)) {
		free(self);
		return eu_fail(err, ENOMEM, "no memory for the ctrace output");
	}
	self->printer.ops = &ops;
	eu_emit_json_init(&self->json, NULL);
	*out = &self->printer;
	return 0;
}

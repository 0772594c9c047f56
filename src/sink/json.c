/* SPDX-License-Identifier: Apache-2.0 */
/* JSON lines; docs/json.md is their description. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "identity.h"
#include "layout.h"
#include "printer.h"

struct json_printer {
	struct eu_printer printer;
	struct eu_emit_json json;
	struct eu_identity *identity;
	const char *const *fields;
	size_t n_fields;
	struct eu_layout **layouts; /* by event id */
	size_t n_layouts;
};

static void put_identity(struct eu_layout_run *run)
{
	eu_identity_put(run->context, run);
}

static bool make_room(struct json_printer *self, size_t id)
{
	size_t n = id + 64;
	struct eu_layout **layouts;

	if (id < self->n_layouts)
		return true;
	layouts = realloc(self->layouts, n * sizeof(*layouts));
	if (!layouts)
		return false;
	memset(layouts + self->n_layouts, 0, (n - self->n_layouts) * sizeof(*layouts));
	self->layouts = layouts;
	self->n_layouts = n;
	return true;
}

static const struct eu_layout *layout_of(struct json_printer *self, const struct eu_event_desc *desc)
{
	struct eu_layout *layout = desc->id < self->n_layouts ? self->layouts[desc->id] : NULL;

	if (__builtin_expect(layout && layout->desc == desc, 1))
		return layout;
	if (!make_room(self, desc->id))
		return NULL;
	layout = eu_layout_new(desc, EU_LAYOUT_EVENT, self->fields, self->n_fields);
	if (!layout)
		return NULL;
	free(self->layouts[desc->id]);
	self->layouts[desc->id] = layout;
	return layout;
}

static void end_line(struct eu_bytes *bytes)
{
	if (bytes->len && bytes->data[bytes->len - 1] == ',')
		bytes->len--;
	eu_bytes_put(bytes, "}\n", 2);
}

static void print_event(struct eu_printer *printer, const struct eu_event *event)
{
	struct json_printer *self = (struct json_printer *)printer;
	const struct eu_layout *layout = layout_of(self, event->desc);
	struct eu_layout_run run = { .json = &self->json,
				     .event = event,
				     .identity = put_identity,
				     .context = self->identity };

	if (!layout) {
		printer->bytes->failed = true;
		return;
	}
	self->json.bytes = printer->bytes;
	eu_bytes_char(printer->bytes, '{');
	eu_layout_steps(&run, layout->steps, layout->steps + layout->n_steps);
	end_line(printer->bytes);
}

static void put_text(struct eu_emit *out, const char *key, const char *text)
{
	out->ops->text(out, key, text, strlen(text));
}

static void print_loss(struct eu_emit *out, const struct eu_loss *loss)
{
	out->ops->object_begin(out, NULL);
	if (loss->container) {
		out->ops->object_begin(out, "container");
		put_text(out, "id", loss->container->id);
		put_text(out, "name", loss->container->name);
		out->ops->object_end(out);
	}
	put_text(out, "class", loss->class);
	put_text(out, "place", loss->place);
	out->ops->u64(out, "count", loss->count);
	out->ops->object_end(out);
}

static void print_losses(struct eu_emit *out, const struct eu_summary *summary)
{
	const struct eu_loss own = { .class = "event", .place = "sink", .count = summary->sink_lost };

	out->ops->array_begin(out, "loss");
	for (size_t i = 0; i < summary->n_loss; i++)
		print_loss(out, &summary->loss[i]);
	if (own.count)
		print_loss(out, &own);
	out->ops->array_end(out);
}

static void print_summary(struct eu_printer *printer, const struct eu_summary *summary)
{
	struct json_printer *self = (struct json_printer *)printer;
	struct eu_emit *out = &self->json.emit;
	struct eu_bytes *bytes = printer->bytes;

	self->json.bytes = bytes;
	eu_bytes_puts(bytes, "{\"time\":\"");
	eu_bytes_time(bytes, summary->time);
	eu_bytes_puts(bytes, "\",");
	put_text(out, "event", "summary");
	if (summary->host)
		put_text(out, "host", summary->host);
	out->ops->boolean(out, "complete", !summary->lost);
	out->ops->u64(out, "events", summary->events);
	out->ops->u64(out, "lost", summary->lost);
	if (summary->lost)
		print_losses(out, summary);
	end_line(bytes);
}

static void json_free(struct eu_printer *printer)
{
	struct json_printer *self = (struct json_printer *)printer;

	for (size_t i = 0; i < self->n_layouts; i++)
		free(self->layouts[i]);
	free(self->layouts);
	eu_identity_free(self->identity);
	free(self);
}

static const struct eu_printer_ops ops = {
	.event = print_event,
	.summary = print_summary,
	.free = json_free,
};

int eu_printer_json(struct eu_printer **out, const struct eu_sink_options *options,
		    struct eu_error *err)
{
	struct json_printer *self = calloc(1, sizeof(*self));

	if (!self || eu_identity_new(&self->identity)) {
		free(self);
		return eu_fail(err, ENOMEM, "no memory for the JSON output");
	}
	self->printer.ops = &ops;
	self->fields = options->n_fields ? options->fields : NULL;
	self->n_fields = options->n_fields;
	eu_emit_json_init(&self->json, NULL);
	*out = &self->printer;
	return 0;
}

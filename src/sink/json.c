/* SPDX-License-Identifier: Apache-2.0 */
/* JSON lines; docs/json.md is their description. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "by_event.h"
#include "identity.h"
#include "layout.h"
#include "printer.h"

struct json_printer {
	struct eu_printer printer;
	struct eu_emit_json json;
	struct eu_identity *identity;
	const char *const *fields;
	size_t n_fields;
	struct eu_by_event layouts;
};

static void put_identity(struct eu_layout_run *run)
{
	eu_identity_put(run->context, run);
}

static const struct eu_layout *layout_of(struct json_printer *self,
					 const struct eu_event_desc *desc)
{
	struct eu_layout *layout = eu_by_event(&self->layouts, desc);
	void **place;

	if (__builtin_expect(!!layout, 1))
		return layout;
	place = eu_by_event_add(&self->layouts, desc);
	if (place)
		*place = layout =
		    eu_layout_new(desc, EU_LAYOUT_EVENT, self->fields, self->n_fields);
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
	struct eu_layout_run run = {.json = &self->json,
				    .event = event,
				    .names = self->fields,
				    .n_names = self->n_fields,
				    .identity = put_identity,
				    .context = self->identity};

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
	if (loss->container && *loss->container->id) {
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
	const struct eu_loss own = {.class = "event", .place = "sink", .count = summary->sink_lost};

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

	eu_by_event_free(&self->layouts);
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

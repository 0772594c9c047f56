// SPDX-License-Identifier: Apache-2.0
/* A report as CSV (RFC 4180, lines end with a newline): one row per fact, the same columns for
 * every kind of fact, so that a spreadsheet can filter by the third. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cleanup.h"
#include "container_texts.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/kind.h"
#include "report/page.h"

/* Always quoted, control bytes escaped: a row is a line. */
static void cell_bytes(struct eu_out *out, const char *text, size_t len)
{
	struct eu_bytes *bytes = &out->bytes;

	eu_bytes_char(bytes, '"');
	for (const char *quote; (quote = memchr(text, '"', len)); text = quote + 1) {
		eu_bytes_text(bytes, text, quote - text);
		eu_bytes_puts(bytes, "\"\"");
		len -= quote + 1 - text;
	}
	eu_bytes_text(bytes, text, len);
	eu_bytes_puts(bytes, "\",");
}

static void cell(struct eu_out *out, const char *text)
{
	cell_bytes(out, text, strlen(text));
}

static void cell_number(struct eu_out *out, uint64_t value)
{
	eu_bytes_u64(&out->bytes, value);
	eu_bytes_char(&out->bytes, ',');
}

static void cell_time(struct eu_out *out, uint64_t time)
{
	if (time)
		eu_bytes_time(&out->bytes, time);
	eu_bytes_char(&out->bytes, ',');
}

static void cell_number_if(struct eu_out *out, bool known, uint64_t value)
{
	if (known)
		eu_bytes_u64(&out->bytes, value);
	eu_bytes_char(&out->bytes, ',');
}

static const char *user_of(const struct eu_row *row)
{
	if (row->used_by || !row->init || row->init->count == EU_INIT_UNKNOWN || !row->count)
		return row->used_by ?: "";
	return !row->init->count ? "work" : row->init->count < row->count ? "both" : "init";
}

/* Whose it was: the image's part and its runtime's are told apart by these. */
static void cells_of_init(struct eu_out *out, const struct eu_row *row)
{
	bool known = row->init && row->init->count != EU_INIT_UNKNOWN;

	cell_number_if(out, known, known ? row->init->count : 0);
	cell_number_if(out, known, known ? row->init->failures : 0);
	cell(out, user_of(row));
}

void eu_row_put(struct eu_out *out, const struct eu_row *row)
{
	bool counted = row->counted == EU_COUNTED;

	cell(out, row->container->name);
	cell(out, row->container->id);
	cell(out, row->fact);
	cell_bytes(out, row->what, row->what_len ?: strlen(row->what));
	cell_number_if(out, counted, row->count);
	cell_number_if(out, counted, row->failures);
	cells_of_init(out, row);
	cell_number(out, row->in);
	cell_number(out, row->out);
	cell_time(out, row->first);
	cell_time(out, row->last);
	cell(out, row->details ? row->details : "");
	out->bytes.data[out->bytes.len - 1] = '\n';
	eu_out_relieve(out);
}

char *eu_row_texts(const char *const *texts, size_t n)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	for (size_t i = 0; i < n; i++)
		fprintf(out, "%s%s", i ? " " : "", texts[i]);
	fclose(out);
	return text;
}

static void put_facts(struct eu_out *out, const struct eu_kind *kind,
		      const struct eu_container_report *c)
{
	struct eu_fact_list list = eu_kind_list(kind, c);

	for (size_t i = 0; i < list.n; i++)
		kind->row(out, &c->container, list.facts + i * kind->size);
}

static const struct eu_container nobody = {.id = "", .name = ""};

/* "key=value …" of what is known. */
static void put_text(FILE *out, const char *key, const char *value)
{
	if (value && *value)
		fprintf(out, "%s%s=%s", ftell(out) ? " " : "", key, value);
}

static char *identity_text(const struct eu_report *report, const struct eu_container_report *c)
{
	const struct eu_container *container = &c->container;
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	put_text(out, "runtime", container->runtime);
	put_text(out, "runtime_version", c->runtime_version);
#define PUT(member) put_text(out, #member, container->member);
	EU_IMAGE_TEXTS(PUT)
#undef PUT
	put_text(out, "created", container->created);
	put_text(out, "cgroup", container->cgroup);
	put_text(out, "host", c->host ?: report->host);
	fclose(out);
	return text;
}

static void put_who(struct eu_out *out, const struct eu_report *report,
		    const struct eu_container_report *c)
{
	const char *name = c->container.image_name ?: "", *tag = c->container.image_tag ?: "";
	eu_auto_free char *image = eu_page_format("%s%s%s", name, *tag ? ":" : "", tag);
	eu_auto_free char *details = identity_text(report, c);

	eu_row_put(out, &(struct eu_row){
				.container = &c->container,
				.fact = "container",
				.what = image ?: "",
				.details = details,
				.counted = EU_NOT_COUNTED,
				.first = c->first,
				.last = c->last,
			});
}

static void put_container(struct eu_out *out, const struct eu_report *report,
			  const struct eu_container_report *c)
{
	put_who(out, report, c);
	if (c->confinement)
		eu_confinement_row(out, &c->container, c->confinement);
	for (int i = 0; i < EU_KINDS; i++)
		if (eu_kinds[i]->row && (eu_report_is_merged(c) || !eu_kinds[i]->only_merged))
			put_facts(out, eu_kinds[i], c);
}

/* What was lost of all containers, that of nobody knows whom once. */
static uint64_t all_lost(const struct eu_report *report)
{
	uint64_t lost = 0;

	for (size_t i = 0; i < report->n_loss; i++)
		lost += report->loss[i].count;
	for (size_t i = 0; i < report->n_containers; i++)
		for (size_t k = 0; k < report->containers[i].n_loss; k++)
			if (!eu_loss_is_anybodys(&report->containers[i].loss[k]))
				lost += report->containers[i].loss[k].count;
	return lost;
}

/* As the one that ends a trace. */
static void put_summary(struct eu_out *out, const struct eu_report *report)
{
	eu_auto_free char *details = eu_page_format(
		"complete=%s ended=%s containers=%zu lost=%" PRIu64 " host=%s",
		report->complete ? "true" : "false", report->until ? "false" : "true",
		report->n_containers, all_lost(report), report->host);

	for (size_t i = 0; i < report->n_loss; i++)
		eu_kind_loss.row(out, &nobody, &report->loss[i]);
	eu_row_put(out, &(struct eu_row){
				.container = &nobody,
				.fact = "summary",
				.what = report->complete ? "complete" : "not complete",
				.details = details,
				.counted = EU_NOT_COUNTED,
				.first = report->first,
				.last = report->last,
			});
}

int eu_report_write_csv(const struct eu_report *report, int fd)
{
	struct eu_out out;
	int ret = eu_out_init(&out, fd);

	if (ret)
		return ret;
	eu_bytes_puts(&out.bytes, "container,id,fact,what,count,failures,init,init_failures,"
				  "used_by,bytes_in,bytes_out,first,last,details\n");
	if (report->n_forgotten)
		eu_row_put(&out, &(struct eu_row){
					 .container = &nobody,
					 .fact = "forgotten",
					 .what = "",
					 .count = report->n_forgotten,
				 });
	for (size_t i = 0; i < report->n_containers; i++)
		put_container(&out, report, &report->containers[i]);
	put_summary(&out, report);
	return eu_out_finish(&out);
}

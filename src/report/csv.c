// SPDX-License-Identifier: Apache-2.0
/* A report as CSV (RFC 4180, lines end with a newline): one row per fact, the same columns for
 * every kind of fact, so that a spreadsheet can filter by the third. */
#include <stdio.h>
#include <string.h>

#include "report/csv.h"
#include "report/kind.h"

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

void eu_row_put(struct eu_out *out, const struct eu_row *row)
{
	cell(out, row->container->name);
	cell(out, row->container->id);
	cell(out, row->fact);
	cell_bytes(out, row->what, row->what_len ?: strlen(row->what));
	cell_number(out, row->count);
	cell_number(out, row->failures);
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

static void put_container(struct eu_out *out, const struct eu_container_report *c)
{
	if (c->confinement)
		eu_confinement_row(out, &c->container, c->confinement);
	for (int i = 0; i < EU_KINDS; i++)
		if (eu_kinds[i]->row)
			put_facts(out, eu_kinds[i], c);
}

int eu_report_write_csv(const struct eu_report *report, int fd)
{
	struct eu_out out;
	int ret = eu_out_init(&out, fd);

	if (ret)
		return ret;
	eu_bytes_puts(&out.bytes, "container,id,fact,what,count,failures,bytes_in,bytes_out,"
				  "first,last,details\n");
	if (report->n_forgotten)
		eu_row_put(&out, &(struct eu_row){
					 .container = &(const struct eu_container){.id = "", .name = ""},
					 .fact = "forgotten",
					 .what = "",
					 .count = report->n_forgotten,
				 });
	for (size_t i = 0; i < report->n_containers; i++)
		put_container(&out, &report->containers[i]);
	return eu_out_finish(&out);
}

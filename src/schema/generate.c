/* SPDX-License-Identifier: Apache-2.0 */
/* Runs at build time: the BPF object's BTF in, constant tables out. */
#include <stdio.h>
#include <string.h>

#include <bpf/libbpf.h>

#include "../cleanup.h"
#include "btf.h"

static void print_text(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			fputc('\\', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

static void print_field(FILE *out, const struct eu_field *field)
{
	fputs("\t{.name = ", out);
	print_text(out, field->name);
	fputs(", .doc = ", out);
	print_text(out, field->doc);
	fprintf(out, ", .offset = %u, .size = %u, .format = %u, .optional = %d, .present = %u, "
		     ".unless = %u",
		field->offset, field->size, field->format, field->optional, field->present,
		field->unless);
	if (field->string)
		fputs(", .string = 1", out);
	if (field->table_name)
		fprintf(out, ", .table_name = \"%s\"", field->table_name);
	fputs("},\n", out);
}

static void print_event(FILE *out, const struct eu_event_desc *event)
{
	fputs("\t{.name = ", out);
	print_text(out, event->name);
	fputs(", .set = ", out);
	print_text(out, event->set);
	fputs(", .doc = ", out);
	print_text(out, event->doc);
	fprintf(out,
		", .type = \"%s\",\n\t .fields = fields_%u, .n_fields = %u, .id = %u, .size = %u, "
		".internal = %d, .by_default = %d, .by_default_failed = %d},\n",
		event->type, event->id, event->n_fields, event->id, event->size, event->internal,
		event->by_default, event->by_default_failed);
}

static void print_tables(FILE *out, const struct eu_schema *schema)
{
	fputs("/* SPDX-License-Identifier: Apache-2.0 */\n/* Generated from the BPF object. */\n"
	      "#include \"schema.h\"\n\n", out);
	for (size_t i = 0; i < schema->n_events; i++) {
		const struct eu_event_desc *event = &schema->events[i];

		fprintf(out, "static struct eu_field fields_%u[] = {\n", event->id);
		for (size_t f = 0; f < event->n_fields; f++)
			print_field(out, &event->fields[f]);
		fputs("};\n\n", out);
	}
	fputs("const struct eu_event_desc eu_generated_events[] = {\n", out);
	for (size_t i = 0; i < schema->n_events; i++)
		print_event(out, &schema->events[i]);
	fprintf(out, "};\n\nconst size_t eu_n_generated_events = %zu;\n", schema->n_events);
}

/* Which system calls have a program of their own, for the sake of which events. */
static void print_probes(FILE *out, const struct btf *btf)
{
	size_t n = 0;

	fputs("\nconst struct eu_probe_calls eu_generated_probes[] = {\n", out);
	for (uint32_t id = 1; id < btf__type_cnt(btf); id++) {
		const char *calls = btf_is_func(btf__type_by_id(btf, id)) ?
					    eu_btf_tag(btf, id, -1, "exit:") : NULL;

		if (!calls)
			continue;
		fprintf(out, "\t{.calls = \"%s\", .serves = \"%s\"},\n", calls,
			eu_btf_tag(btf, id, -1, "serves:") ?: "");
		n++;
	}
	fprintf(out, "};\n\nconst size_t eu_n_generated_probes = %zu;\n", n);
}

static void print_ids(FILE *out, const struct eu_schema *schema)
{
	fputs("/* SPDX-License-Identifier: Apache-2.0 */\n/* Generated from the BPF object. */\n"
	      "#pragma once\n\n/* The type of a record, e.g. EU_TYPE(eu_event_open). */\n"
	      "#define EU_TYPE(type) EU_TYPE_##type\n\nenum {\n", out);
	for (size_t i = 0; i < schema->n_events; i++)
		fprintf(out, "\tEU_TYPE_%s = %u,\n", schema->events[i].type, schema->events[i].id);
	fputs("};\n", out);
}

static int fail(const char *what)
{
	fprintf(stderr, "schema: %s\n", what);
	return 1;
}

int main(int argc, char **argv)
{
	eu_auto_fclose FILE *tables = NULL, *ids = NULL;
	struct eu_error err = {};
	struct eu_schema *schema;
	struct btf *btf;

	if (argc != 4)
		return fail("usage: generate OBJECT TABLES.c IDS.h");
	btf = btf__parse(argv[1], NULL);
	if (!btf)
		return fail("cannot read the object's BTF");
	if (eu_schema_from_btf(&schema, btf, &err))
		return fail(err.text);
	tables = fopen(argv[2], "w");
	ids = fopen(argv[3], "w");
	if (!tables || !ids)
		return fail("cannot write");
	print_tables(tables, schema);
	print_probes(tables, btf);
	print_ids(ids, schema);
	eu_schema_free(schema);
	btf__free(btf);
	return 0;
}

// SPDX-License-Identifier: Apache-2.0
/* A report as CSV (RFC 4180, lines end with a newline): one row per fact, the same columns for
 * every kind of fact, so that a spreadsheet can filter by the third. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/report.h>

#include "../cleanup.h"
#include "json.h"
#include "out.h"
#include "schema/names.h"

struct row {
	const struct eu_container *container;
	const char *fact, *what;
	const char *details; /* owned by the caller */
	uint64_t count, failures, in, out, first, last;
};

/* Always quoted, control bytes escaped: a row is a line. */
static void cell(struct eu_out *out, const char *text)
{
	struct eu_bytes *bytes = &out->bytes;

	eu_bytes_char(bytes, '"');
	for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
		eu_bytes_text(bytes, text, quote - text);
		eu_bytes_puts(bytes, "\"\"");
	}
	eu_bytes_text(bytes, text, strlen(text));
	eu_bytes_puts(bytes, "\",");
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

static void put_row(struct eu_out *out, const struct row *row)
{
	cell(out, row->container->name);
	cell(out, row->container->id);
	cell(out, row->fact);
	cell(out, row->what);
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

__attribute__((format(printf, 1, 2))) static char *format(const char *pattern, ...)
{
	va_list args;
	char *text;
	int n;

	va_start(args, pattern);
	n = vasprintf(&text, pattern, args);
	va_end(args);
	return n < 0 ? NULL : text;
}

static char *joined(const char *const *texts, size_t n)
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

static void put_syscall(struct eu_out *out, const struct eu_container *who,
			const struct eu_syscall_fact *fact)
{
	eu_auto_free char *details = NULL;
	struct row row = {who,
			  "syscall",
			  fact->name,
			  .count = fact->count,
			  .first = fact->first,
			  .last = fact->last};
	size_t len;
	FILE *text = open_memstream(&details, &len);

	if (!text)
		return;
	for (size_t i = 0; i < fact->n_errors; i++) {
		const char *name = eu_name_errno(fact->errors[i].error);

		row.failures += fact->errors[i].count;
		fprintf(text, "%s%s=%" PRIu64, i ? " " : "", name ? name : "?",
			fact->errors[i].count);
	}
	fclose(text);
	row.details = details;
	put_row(out, &row);
}

static void put_set(FILE *text, const char *name, uint64_t set)
{
	fprintf(text, " %s=0x%" PRIx64, name, set);
}

static void put_confinement(struct eu_out *out, const struct eu_container *who,
			    const struct eu_confinement_fact *fact)
{
	eu_auto_free char *details = NULL;
	size_t len;
	FILE *text = open_memstream(&details, &len);

	if (!text)
		return;
	fprintf(text, "seccomp=%s filters=%" PRIu32 " no_new_privs=%d user_namespace=%" PRIu32 "%s",
		eu_report_seccomp(fact->seccomp), fact->seccomp_filters, fact->no_new_privs,
		fact->user_namespace, fact->initial_user_namespace ? " (initial)" : "");
	put_set(text, "inheritable", fact->inheritable);
	put_set(text, "permitted", fact->permitted);
	put_set(text, "effective", fact->effective);
	put_set(text, "bounding", fact->bounding);
	put_set(text, "ambient", fact->ambient);
	fclose(text);
	put_row(out, &(struct row){who, "confinement", fact->libc, details, .count = 1});
}

static void put_value(struct eu_out *out, const struct eu_container *who, const char *call,
		      const struct eu_value_fact *fact)
{
	eu_auto_free char *details = NULL;
	size_t len;
	FILE *text = open_memstream(&details, &len);

	if (!text)
		return;
	for (size_t i = 0; i < fact->n_arguments; i++) {
		const struct eu_argument_fact *argument = &fact->arguments[i];

		fprintf(text, "%s%s=%" PRIu64, i ? " " : "", argument->name, argument->value);
		if (argument->text)
			fprintf(text, " (%s)", argument->text);
	}
	fclose(text);
	put_row(out, &(struct row){who, "argument", call, details, fact->count,
				   .first = fact->first, .last = fact->last});
}

static void put_values(struct eu_out *out, const struct eu_container *who,
		       const struct eu_syscall_fact *fact)
{
	for (size_t i = 0; i < fact->n_values; i++)
		put_value(out, who, fact->name, &fact->values[i]);
}

static void put_file(struct eu_out *out, const struct eu_container *who,
		     const struct eu_file_fact *fact)
{
	eu_auto_free char *details =
	    format("open=%" PRIu64 " read=%" PRIu64 " write=%" PRIu64 " map=%" PRIu64
		   " other=%" PRIu64 "%s%s%s%s",
		   fact->opens, fact->reads, fact->writes, fact->maps, fact->other,
		   fact->existed ? " existed" : "", fact->created ? " created" : "",
		   fact->deleted ? " deleted" : "", fact->path_cut ? " path_cut" : "");

	put_row(out, &(struct row){who, "file", fact->path, details,
				   fact->opens + fact->reads + fact->writes +
					   fact->maps + fact->other,
				   fact->failures, fact->bytes_read, fact->bytes_written,
				   fact->first, fact->last});
}

static void put_executable(struct eu_out *out, const struct eu_container *who,
			   const struct eu_executable_fact *fact)
{
	eu_auto_free char *argv = joined(fact->argv, fact->n_argv);

	put_row(out, &(struct row){who, "executable", fact->path, argv, fact->count,
				   .first = fact->first, .last = fact->last});
}

static void put_peer(struct eu_out *out, const struct eu_container *who,
		     const struct eu_peer_fact *fact)
{
	eu_auto_free char *what =
	    fact->port ? format("%s:%u", fact->address, fact->port) : strdup(fact->address);
	eu_auto_free char *details = format("%s %s %s", fact->transport, fact->direction,
					    fact->container_name ? fact->container_name : "");

	put_row(out,
		&(struct row){who, "peer", what ? what : "", details, fact->count, fact->failures,
			      fact->bytes_received, fact->bytes_sent, fact->first, fact->last});
}

static void put_capability(struct eu_out *out, const struct eu_container *who,
			   const struct eu_capability_fact *fact)
{
	eu_auto_free char *calls = joined(fact->syscalls, fact->n_syscalls);

	put_row(out,
		&(struct row){who, "capability", fact->name, calls, fact->granted + fact->refused,
			      fact->refused, .first = fact->first, .last = fact->last});
}

static void put_step(struct eu_out *out, const struct eu_container *who,
		     const struct eu_lifecycle_fact *fact)
{
	put_row(out, &(struct row){who, "lifecycle", fact->action, fact->detail, 1,
				   .first = fact->time, .last = fact->time});
}

static void put_loss(struct eu_out *out, const struct eu_container *who, const struct eu_loss *loss)
{
	put_row(out, &(struct row){who, "loss", loss->class, loss->place, .count = loss->count});
}

#define PUT_FACTS(put_one, facts, n)                                                               \
	for (size_t i_ = 0; i_ < c->n; i_++)                                                       \
	put_one(out, &c->container, &c->facts[i_])

static void put_container(struct eu_out *out, const struct eu_container_report *c)
{
	if (c->confinement)
		put_confinement(out, &c->container, c->confinement);
	PUT_FACTS(put_syscall, syscalls, n_syscalls);
	PUT_FACTS(put_values, syscalls, n_syscalls);
	PUT_FACTS(put_file, files, n_files);
	PUT_FACTS(put_executable, executables, n_executables);
	PUT_FACTS(put_peer, peers, n_peers);
	PUT_FACTS(put_capability, capabilities, n_capabilities);
	PUT_FACTS(put_step, lifecycle, n_lifecycle);
	PUT_FACTS(put_loss, loss, n_loss);
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
		put_row(&out, &(struct row){&(const struct eu_container){.id = "", .name = ""},
					    "forgotten", "", .count = report->n_forgotten});
	for (size_t i = 0; i < report->n_containers; i++)
		put_container(&out, &report->containers[i]);
	return eu_out_finish(&out);
}

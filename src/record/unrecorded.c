/* SPDX-License-Identifier: Apache-2.0 */
/* Which facts a recording of trace has not, or in part; and what one without beginning has too much of. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/schema.h>

#include "facts/facts.h"
#include "record/reader.h"
#include "select.h"

static bool is_of_files(const struct eu_event_desc *desc)
{
	return !desc->internal && !strcmp(desc->set, "fs");
}

static bool is_of_peers(const struct eu_event_desc *desc)
{
	return eu_facts_is_peer_event(desc->id);
}

/* Programs are known of every recording: they belong to the picture of the host. */
static const struct {
	const char *name;
	bool (*is_of)(const struct eu_event_desc *desc); /* NULL: it is counted */
} kinds[EU_UNRECORDED_KINDS] = {
	{"syscalls", NULL},
	{"files", is_of_files},
	{"peers", is_of_peers},
	{"capabilities", NULL},
	{"confinement", NULL},
};

/* What trace was asked for; NULL: nobody knows, or not all that these events told was kept. */
static struct eu_select *select_of(const struct eu_shown *shown)
{
	const struct eu_selection selection = {
		.events = (const char *const *)shown->events.words,
		.n_events = shown->events.n,
		.exclude_events = (const char *const *)shown->exclude_events.words,
		.n_exclude_events = shown->exclude_events.n,
		.sets = (const char *const *)shown->sets.words,
		.n_sets = shown->sets.n,
		.exclude_sets = (const char *const *)shown->exclude_sets.words,
		.n_exclude_sets = shown->exclude_sets.n,
	};
	struct eu_select *select = NULL;
	struct eu_error err;

	if (shown->kept && !shown->failed && !shown->uids.n)
		eu_select_new(&select, &selection, &err);
	return select;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Appends the events of the kind that were kept, and says how many there are; true: that is all. */
static bool note_events(const struct eu_select *select, const char **kept, size_t *n,
			bool (*is_of)(const struct eu_event_desc *desc))
{
	size_t all;
	const struct eu_event_desc *events = eu_schema_events(&all);
	bool whole = true;

	*n = 0;
	for (size_t i = 0; i < all; i++) {
		if (!is_of(&events[i]))
			continue;
		if (eu_select_events(select)[events[i].id])
			kept[(*n)++] = events[i].name;
		else
			whole = false;
	}
	qsort(kept, *n, sizeof(*kept), by_text);
	return whole;
}

static void note_kinds(struct eu_recording *recording, const struct eu_select *select)
{
	struct eu_recording_info *info = &recording->info;
	const char **kept = recording->kept_events;

	for (size_t i = 0; i < EU_UNRECORDED_KINDS; i++) {
		struct eu_unrecorded *out = &recording->unrecorded[info->n_unrecorded];

		*out = (struct eu_unrecorded){.kind = kinds[i].name, .events = kept};
		if (kinds[i].is_of && select &&
		    note_events(select, kept, &out->n_events, kinds[i].is_of))
			continue;
		kept += out->n_events;
		info->n_unrecorded++;
	}
	info->unrecorded = recording->unrecorded;
}

/* How much of what was counted was before, nobody knows. */
static void note_uncounted(struct eu_recording *recording)
{
	struct eu_recording_info *info = &recording->info;

	for (size_t i = 0; i < EU_UNRECORDED_KINDS; i++)
		if (!kinds[i].is_of)
			recording->unrecorded[info->n_unrecorded++] =
				(struct eu_unrecorded){.kind = kinds[i].name};
	info->unrecorded = recording->unrecorded;
}

int eu_recording_note_unrecorded(struct eu_recording *recording)
{
	struct eu_select *select;
	size_t n;

	if (strcmp(recording->info.mode, "trace")) {
		if (recording->info.given_up && !recording->baselines)
			note_uncounted(recording);
		return 0;
	}
	eu_schema_events(&n);
	recording->kept_events = calloc(n + 1, sizeof(*recording->kept_events));
	if (!recording->kept_events)
		return -ENOMEM;
	select = select_of(&recording->segments[0].header.shown);
	note_kinds(recording, select);
	eu_select_free(select);
	return 0;
}

static void put(FILE *out, const struct eu_unrecorded *one)
{
	fputs(one->kind, out);
	for (size_t i = 0; i < one->n_events; i++)
		fprintf(out, "%s%s", i ? ", " : " (but for ", one->events[i]);
	fputs(one->n_events ? ")" : "", out);
}

char *eu_unrecorded_text(const struct eu_unrecorded *unrecorded, size_t n)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	if (!out)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		fputs(i ? ", " : "", out);
		put(out, &unrecorded[i]);
	}
	fclose(out);
	return text;
}

// SPDX-License-Identifier: Apache-2.0
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "columns.h"
#include "image.h"
#include "ls_recordings.h"
#include "output.h"
#include "recordings.h"
#include "say.h"
#include "terminal.h"

static void time_text(char *out, size_t size, uint64_t time)
{
	time_t seconds = time / 1000000000;
	struct tm tm;

	*out = '\0';
	if (time && gmtime_r(&seconds, &tm))
		strftime(out, size, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

static void add_number(struct columns *table, uint64_t number, const char *unit)
{
	char text[32];

	snprintf(text, sizeof(text), "%" PRIu64 "%s", number, unit);
	columns_add(table, text);
}

static void add_size(struct columns *table, uint64_t bytes)
{
	static const char *const units[] = {" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"};
	unsigned unit = 0;

	while (bytes >= 10240 && unit < 6) {
		bytes /= 1024;
		unit++;
	}
	add_number(table, bytes, units[unit]);
}

static void add_state(struct columns *table, const struct eu_recording_info *info)
{
	if (info->n_damages)
		add_number(table, info->n_damages, info->n_damages == 1 ? " damage" : " damages");
	else if (!info->closed)
		columns_add(table, "not closed");
	else if (info->given_up)
		add_number(table, info->given_up, info->given_up == 1 ? " file gone" : " files gone");
	else
		columns_add(table, "whole");
}

static void add_recording(struct columns *table, const struct eu_recording_info *info, bool wide)
{
	char from[32], to[32];

	time_text(from, sizeof(from), info->from ?: info->started);
	time_text(to, sizeof(to), info->to ?: info->started);
	columns_add(table, info->id);
	columns_add(table, info->host);
	columns_add(table, info->mode);
	columns_add(table, from);
	columns_add(table, to);
	add_number(table, info->records, "");
	add_size(table, info->bytes);
	add_number(table, info->n_containers, "");
	add_state(table, info);
	if (!wide)
		return;
	add_number(table, info->segments, "");
	columns_add(table, info->kernel);
	columns_add(table, info->version);
}

static void print_recordings(struct eu_recordings *recordings, bool wide)
{
	static const char *const titles[] = {"RECORDING", "HOST",  "MODE", "FROM",
					     "TO",	  "RECORDS", "SIZE", "CONTAINERS",
					     "STATE",	  "FILES", "KERNEL", "EUNOMIA"};
	struct columns table = {.titles = titles, .n = wide ? 12 : 9, .unbounded = wide};

	for (size_t i = 0; i < eu_recordings_count(recordings); i++)
		add_recording(&table, eu_recording_info(eu_recordings_get(recordings, i)), wide);
	columns_print(&table);
}

static void add_container(struct columns *table, const struct eu_recording_info *info,
			  const struct eu_recorded_container *container, bool wide)
{
	char id[13], image[512];

	snprintf(id, sizeof(id), "%s", container->id);
	image_text(image, sizeof(image), container->image_name, container->image_tag,
		   container->image_id);
	columns_add(table, container->name);
	columns_add(table, wide ? container->id : id);
	columns_add(table, container->runtime);
	columns_add(table, image);
	columns_add(table, container->existed ? "was there" : "began");
	columns_add(table, info->id);
	if (!wide)
		return;
	columns_add(table, container->image_digest);
	columns_add(table, container->image_id);
}

static void print_containers(struct eu_recordings *recordings, bool wide)
{
	static const char *const titles[] = {"NAME", "ID",	  "RUNTIME", "IMAGE",
					     "SEEN", "RECORDING", "DIGEST",  "IMAGE ID"};
	struct columns table = {
	    .titles = titles, .n = wide ? 8 : 6, .cut = true, .unbounded = wide};

	for (size_t i = 0; i < eu_recordings_count(recordings); i++) {
		const struct eu_recording_info *info =
		    eu_recording_info(eu_recordings_get(recordings, i));

		for (size_t c = 0; c < info->n_containers; c++)
			add_container(&table, info, &info->containers[c], wide);
	}
	putchar('\n');
	columns_print(&table);
}

static void print_names(struct eu_recordings *recordings)
{
	for (size_t i = 0; i < eu_recordings_count(recordings); i++) {
		const struct eu_recording_info *info =
		    eu_recording_info(eu_recordings_get(recordings, i));

		for (size_t c = 0; c < info->n_containers; c++) {
			char *name = terminal_text(info->containers[c].name);

			puts(name);
			free(name);
		}
	}
}

static int print(struct eu_recordings *recordings, const char *format, bool names)
{
	bool wide = !strcmp(format, "wide");

	if (names) {
		print_names(recordings);
		return EU_EXIT_OK;
	}
	if (!strcmp(format, "json"))
		return output_code(NULL, eu_recordings_write_json(recordings, STDOUT_FILENO));
	print_recordings(recordings, wide);
	print_containers(recordings, wide);
	return EU_EXIT_OK;
}

int ls_recordings(const struct eu_list *files, const char *format, bool names)
{
	struct eu_recordings *recordings = NULL;
	struct eu_error err;
	int code = recordings_open(&recordings, files);

	for (size_t i = 0; !code && i < eu_recordings_count(recordings); i++)
		if (eu_recording_survey(eu_recordings_get(recordings, i), &err))
			code = say_failure(EU_EXIT_FAILED, &err);
	if (!code)
		code = print(recordings, format, names);
	eu_recordings_free(recordings);
	return code;
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One event of each kind in every format, compared with the files in tests/golden. When a change
 * of the output is meant, EUNOMIA_UPDATE_GOLDEN=1 writes them anew; the diff is the review.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "support.h"

static struct fixture fixture;

static void put_failed_open(struct eu_sink *sink)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.record.open.result = -2;
	fixture.record.open.inode = fixture.record.open.fs = 0;
	fixture_str(&fixture, &fixture.record.open.path, "/srv/\"a, b\"\n\xff", 13);
	fixture_str(&fixture, &fixture.record.open.raw_path, "a, b", 4);
	eu_sink_event(sink, &fixture.event);
}

static void put_host_process(struct eu_sink *sink)
{
	fixture_init(&fixture, FIXTURE_EXEC);
	fixture.event.container = NULL;
	fixture.process.container_pid = 0;
	fixture.process.existed = true;
	eu_sink_event(sink, &fixture.event);
}

static void put_all(struct eu_sink *sink)
{
	struct eu_loss loss = {.class = "file", .place = "ring", .count = 3};

	for (enum fixture_event kind = 0; kind < FIXTURE_EVENTS; kind++) {
		fixture_init(&fixture, kind);
		fixture.event.seq = kind + 1;
		eu_sink_event(sink, &fixture.event);
	}
	put_failed_open(sink);
	put_host_process(sink);
	loss.container = &fixture.in;
	eu_sink_summary(sink, "edge-1", fixture.event.time, 8, &loss, 1);
	eu_sink_summary(sink, "edge-1", fixture.event.time, 8, NULL, 0);
}

static char *print_all(const struct eu_sink_options *options)
{
	int fd = temporary_file();
	struct eu_sink *sink;
	char *text;

	assert_int_equal(eu_sink_new(&sink, fd, options, NULL), 0);
	put_all(sink);
	eu_sink_free(sink);
	text = read_file(fd);
	close(fd);
	return text;
}

static void compare(const struct eu_sink_options *options, const char *name)
{
	bool update = getenv("EUNOMIA_UPDATE_GOLDEN") != NULL;
	char path[4096], *expected, *text = print_all(options);
	int fd;

	snprintf(path, sizeof(path), "%s/%s", GOLDEN, name);
	fd = open(path, update ? O_RDWR | O_CREAT | O_TRUNC : O_RDONLY, 0644);
	if (fd < 0)
		fail_msg("cannot open %s", path);
	if (update)
		assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	expected = read_file(fd);
	assert_string_equal(text, expected);
	free(expected);
	free(text);
	close(fd);
}

static void json_lines_are_as_they_were(void **state)
{
	compare(&(struct eu_sink_options){.format = EU_SINK_JSON}, "events.json");
}

static void csv_is_as_it_was(void **state)
{
	compare(&(struct eu_sink_options){.format = EU_SINK_CSV}, "events.csv");
}

static void tables_are_as_they_were(void **state)
{
	compare(&(struct eu_sink_options){.format = EU_SINK_TABLE}, "events.txt");
}

static void narrow_colored_tables_are_as_they_were(void **state)
{
	compare(&(struct eu_sink_options){.format = EU_SINK_TABLE, .color = true, .width = 80},
		"events-80-color.txt");
}

static void ctrace_objects_are_as_they_were(void **state)
{
	compare(&(struct eu_sink_options){.format = EU_SINK_CTRACE}, "events-ctrace.json");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(json_lines_are_as_they_were),
	    cmocka_unit_test(csv_is_as_it_was),
	    cmocka_unit_test(tables_are_as_they_were),
	    cmocka_unit_test(narrow_colored_tables_are_as_they_were),
	    cmocka_unit_test(ctrace_objects_are_as_they_were),
	};

	setenv("TZ", "UTC", 1);
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

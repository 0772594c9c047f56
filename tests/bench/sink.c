/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How many events each format prints in a second of CPU time, the kernel's for writing included:
 * bench-sink [FILE [EVENTS]].
 * Events are a mix of six kinds by 64 processes; /dev/null shows the printing alone.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <eunomia/sink.h>

#include "../unit/sink/fixture.h"

#define KINDS     6
#define PROCESSES 64

static struct fixture fixtures[KINDS];
static struct eu_process processes[PROCESSES];

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec + now.tv_nsec / 1e9;
}

static void prepare(void)
{
	/* mostly opens, as in life */
	static const enum fixture_event mix[KINDS] = {FIXTURE_OPEN,    FIXTURE_OPEN, FIXTURE_OPEN,
						      FIXTURE_CONNECT, FIXTURE_EXEC, FIXTURE_EXIT};

	for (size_t i = 0; i < KINDS; i++)
		fixture_init(&fixtures[i], mix[i]);
	for (size_t i = 0; i < PROCESSES; i++) {
		processes[i] = fixtures[0].process;
		processes[i].pid += i;
	}
}

static void measure(enum eu_sink_format format, const char *name, const char *path, uint64_t events)
{
	struct eu_sink_options options = {.format = format, .width = 160};
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	struct eu_sink *sink;
	struct eu_error err;
	double begin, took;
	off_t size;

	if (fd < 0 || eu_sink_new(&sink, fd, &options, &err))
		exit(1);
	begin = seconds();
	for (uint64_t i = 0; i < events; i++) {
		struct eu_event *event = &fixtures[i % KINDS].event;

		event->seq = i + 1;
		event->time += 1000;
		event->process = &processes[i / 8 % PROCESSES];
		eu_sink_event(sink, event);
	}
	eu_sink_flush(sink);
	took = seconds() - begin;
	size = lseek(fd, 0, SEEK_CUR);
	printf("%-8s %6.2f M events/s %7.1f ns/event %6.0f bytes/event\n", name,
	       events / took / 1e6, took * 1e9 / events, (double)size / events);
	eu_sink_free(sink);
	close(fd);
}

int main(int argc, char **argv)
{
	const char *path = argc > 1 ? argv[1] : "/dev/null";
	uint64_t events = argc > 2 ? strtoull(argv[2], NULL, 10) : 2000000;

	prepare();
	measure(EU_SINK_JSON, "json", path, events);
	measure(EU_SINK_CSV, "csv", path, events);
	measure(EU_SINK_TABLE, "table", path, events);
	measure(EU_SINK_CTRACE, "ctrace", path, events);
	return 0;
}

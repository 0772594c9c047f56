/* SPDX-License-Identifier: Apache-2.0 */
/* What happens when the descriptor does not take what the sink writes. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "support.h"

static struct fixture fixture;

static struct eu_sink *json_sink(int fd)
{
	struct eu_sink_options options = {.format = EU_SINK_JSON};
	struct eu_sink *sink;

	assert_int_equal(eu_sink_new(&sink, fd, &options, NULL), 0);
	return sink;
}

static void put(struct eu_sink *sink, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		fixture.event.seq++;
		eu_sink_event(sink, &fixture.event);
	}
}

/* Every line begins and ends as one; returns how many there are. */
static unsigned count_whole_lines(const char *text)
{
	unsigned n = 0;

	while (*text) {
		const char *end = strchr(text, '\n');

		assert_non_null(end);
		assert_memory_equal(text, "{\"time\":", 8);
		assert_int_equal(end[-1], '}');
		assert_true(memmem(text, end - text, "{\"time\":\"2026-11-22", 19) == text);
		n++;
		text = end + 1;
	}
	return n;
}

/* A regular file that may not grow beyond size: like a full disk, but EFBIG. */
static void limit_files_to(rlim_t size)
{
	struct rlimit limit;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = size;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static int file_on_disk(void)
{
	char name[] = "/tmp/eunomia-test-XXXXXX";
	int fd = mkstemp(name);

	assert_true(fd >= 0);
	unlink(name);
	return fd;
}

static void a_full_disk_is_told_once_and_costs_whole_lines_only(void **state)
{
	int fd = file_on_disk();
	struct eu_sink *sink = json_sink(fd);
	unsigned lines;
	char *text;

	limit_files_to(1000);
	put(sink, 10);
	assert_int_equal(eu_sink_flush(sink), -EFBIG);
	assert_int_equal(eu_sink_flush(sink), 0);
	text = read_file(fd);
	lines = count_whole_lines(text);
	assert_true(lines > 0);
	assert_int_equal(eu_sink_lost(sink), 10 - lines);
	free(text);

	limit_files_to(RLIM_INFINITY);
	put(sink, 5);
	assert_int_equal(eu_sink_flush(sink), 0);
	text = read_file(fd);
	assert_int_equal(count_whole_lines(text), lines + 5);
	free(text);
	eu_sink_free(sink);
	close(fd);
}

static void only_the_half_line_is_taken_back(void **state)
{
	int fd = file_on_disk();
	struct eu_sink *sink = json_sink(fd);
	char *text;

	assert_int_equal(write(fd, "before\n", 7), 7);
	limit_files_to(8);
	put(sink, 1);
	assert_int_equal(eu_sink_flush(sink), -EFBIG);
	limit_files_to(RLIM_INFINITY);
	eu_sink_free(sink);
	text = read_file(fd);
	assert_string_equal(text, "before\n");
	free(text);
	close(fd);
}

static void a_half_line_that_cannot_be_taken_back_is_completed(void **state)
{
	int fd = memfd_create("output", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	struct eu_sink *sink = json_sink(fd);
	unsigned lines;
	char *text;

	assert_int_equal(fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK), 0);
	limit_files_to(1000);
	put(sink, 10);
	assert_int_equal(eu_sink_flush(sink), -EFBIG);
	limit_files_to(RLIM_INFINITY);
	put(sink, 5);
	assert_int_equal(eu_sink_flush(sink), 0);
	text = read_file(fd);
	lines = count_whole_lines(text);
	assert_int_equal(eu_sink_lost(sink), 15 - lines);
	assert_true(lines > 5);
	free(text);
	eu_sink_free(sink);
	close(fd);
}

static void dev_full_loses_all_and_says_so(void **state)
{
	int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
	struct eu_sink *sink = json_sink(fd);

	put(sink, 3);
	assert_int_equal(eu_sink_flush(sink), -ENOSPC);
	assert_int_equal(eu_sink_lost(sink), 3);
	eu_sink_free(sink);
	close(fd);
}

static void a_closed_pipe_is_an_error_and_no_signal(void **state)
{
	struct eu_sink *sink;
	int ends[2];

	signal(SIGPIPE, SIG_DFL);
	assert_int_equal(pipe(ends), 0);
	sink = json_sink(ends[1]);
	close(ends[0]);
	put(sink, 2);
	assert_int_equal(eu_sink_flush(sink), -EPIPE);
	assert_int_equal(eu_sink_lost(sink), 2);
	put(sink, 2);
	assert_int_equal(eu_sink_flush(sink), -EPIPE);
	assert_int_equal(eu_sink_lost(sink), 4);
	eu_sink_free(sink);
	close(ends[1]);
}

/* Reads what is in the pipe now. */
static void drain(int fd, char *text, size_t size)
{
	size_t used = strlen(text);
	ssize_t n;

	while ((n = read(fd, text + used, size - 1 - used)) > 0)
		used += n;
	text[used] = '\0';
}

static void count_lost(void *context, const struct eu_event *event)
{
	unsigned *lost = context;

	assert_string_equal(event->desc->name, "open");
	assert_int_equal(event->record->container, 7);
	(*lost)++;
}

static void the_ledger_hears_of_each_lost_event(void **state)
{
	unsigned lost = 0;
	struct eu_sink_options options = {
	    .format = EU_SINK_JSON, .context = &lost, .on_lost = count_lost};
	int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
	struct eu_sink *sink;

	assert_int_equal(eu_sink_new(&sink, fd, &options, NULL), 0);
	put(sink, 3);
	eu_sink_free(sink);
	assert_int_equal(lost, 3);
	close(fd);
}

static void a_slow_reader_of_a_pipe_gets_every_line(void **state)
{
	static char text[8 << 20];
	struct eu_sink *sink;
	int ends[2];

	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	text[0] = '\0';
	if (!fork()) {
		close(ends[0]);
		sink = json_sink(ends[1]);
		put(sink, 5000);
		eu_sink_free(sink);
		_exit(0);
	}
	close(ends[1]);
	drain(ends[0], text, sizeof(text));
	assert_int_equal(count_whole_lines(text), 5000);
	close(ends[0]);
}

static void a_pipe_that_does_not_block_gets_every_line(void **state)
{
	static char text[8 << 20];
	struct eu_sink *sink;
	int ends[2];

	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	text[0] = '\0';
	if (!fork()) {
		close(ends[0]);
		fcntl(ends[1], F_SETFL, O_NONBLOCK);
		sink = json_sink(ends[1]);
		put(sink, 2000);
		eu_sink_free(sink);
		_exit(0);
	}
	close(ends[1]);
	drain(ends[0], text, sizeof(text));
	assert_int_equal(count_whole_lines(text), 2000);
	close(ends[0]);
}

static int now_or_never(void *context, int fd)
{
	struct pollfd ready = {.fd = fd, .events = POLLOUT};

	return poll(&ready, 1, 0) > 0 ? 0 : -ETIMEDOUT;
}

/* Nobody reads; then somebody does, and finds whole lines. */
static void give_up_and_go_on(int reader, int writer)
{
	static char text[8 << 20];
	struct eu_sink_options options = {.format = EU_SINK_JSON, .wait = now_or_never};
	struct eu_sink *sink;
	unsigned lines;

	assert_int_equal(eu_sink_new(&sink, writer, &options, NULL), 0);
	assert_int_equal(fcntl(writer, F_GETFL) & O_NONBLOCK, 0);
	put(sink, 5000);
	assert_int_equal(eu_sink_flush(sink), -ETIMEDOUT);
	put(sink, 10);
	assert_int_equal(eu_sink_flush(sink), -ETIMEDOUT);
	assert_true(eu_sink_lost(sink) > 10 && eu_sink_lost(sink) < 5000);

	assert_int_equal(fcntl(reader, F_SETFL, O_NONBLOCK), 0);
	text[0] = '\0';
	drain(reader, text, sizeof(text));
	put(sink, 1);
	assert_int_equal(eu_sink_flush(sink), 0);
	drain(reader, text, sizeof(text));
	lines = count_whole_lines(text);
	assert_int_equal(eu_sink_lost(sink), 5011 - lines);
	eu_sink_free(sink);
	close(reader);
	close(writer);
}

static void a_reader_that_stands_still_can_be_given_up(void **state)
{
	int pipes[2], sockets[2];

	assert_int_equal(pipe2(pipes, O_CLOEXEC), 0);
	give_up_and_go_on(pipes[0], pipes[1]);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, sockets), 0);
	give_up_and_go_on(sockets[0], sockets[1]);
}

static void a_pipe_of_somebody_else_can_be_given_up(void **state)
{
	int ends[2];

	if (geteuid())
		skip();
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	assert_int_equal(seteuid(65534), 0);
	give_up_and_go_on(ends[0], ends[1]);
	assert_int_equal(seteuid(0), 0);
}

static void a_line_that_is_half_out_is_no_line_of_the_statement(void **state)
{
	struct eu_sink_options options = {.format = EU_SINK_JSON, .wait = now_or_never};
	struct eu_sink *sink;
	static char text[1 << 20];
	const char *end;
	int ends[2], lines = 0;

	assert_int_equal(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
	assert_int_equal(eu_sink_new(&sink, ends[1], &options, NULL), 0);
	put(sink, 5000);
	eu_sink_summary(sink, "edge-1", 0, 5000, NULL, 0);
	text[0] = '\0';
	drain(ends[0], text, sizeof(text));
	for (end = text; (end = strchr(end, '\n')); end++)
		lines++;
	assert_int_equal(eu_sink_lost(sink), 5000 - lines);
	eu_sink_free(sink);
	close(ends[0]);
	close(ends[1]);
}

static void a_csv_header_that_was_lost_is_written_again(void **state)
{
	struct eu_sink_options options = {.format = EU_SINK_CSV};
	int fd = file_on_disk();
	struct eu_sink *sink;
	char *text;

	limit_files_to(10);
	assert_int_equal(eu_sink_new(&sink, fd, &options, NULL), 0);
	assert_int_equal(eu_sink_flush(sink), -EFBIG);
	limit_files_to(RLIM_INFINITY);
	put(sink, 1);
	eu_sink_free(sink);
	text = read_file(fd);
	assert_memory_equal(text, "time,seq,event,", 15);
	assert_non_null(strstr(text, "\r\n2026-11-22T"));
	free(text);
	close(fd);
}

static void the_summary_counts_what_the_sink_lost(void **state)
{
	int fd = file_on_disk();
	struct eu_sink *sink = json_sink(fd);
	char *text;

	limit_files_to(10);
	put(sink, 2);
	eu_sink_flush(sink);
	limit_files_to(RLIM_INFINITY);
	assert_int_equal(eu_sink_summary(sink, "edge-1", 0, 2, NULL, 0), 0);
	text = read_file(fd);
	assert_non_null(strstr(text, "\"complete\":false,\"events\":2,\"lost\":2,\"loss\":"
				     "[{\"class\":\"event\",\"place\":\"sink\",\"count\":2}]}"));
	free(text);
	eu_sink_free(sink);
	close(fd);
}

static void a_closed_descriptor_is_refused(void **state)
{
	struct eu_sink_options options = {.format = EU_SINK_JSON};
	struct eu_error err;
	struct eu_sink *sink;

	assert_int_equal(eu_sink_new(&sink, -1, &options, &err), -EBADF);
}

static int setup(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_full_disk_is_told_once_and_costs_whole_lines_only),
	    cmocka_unit_test(only_the_half_line_is_taken_back),
	    cmocka_unit_test(a_half_line_that_cannot_be_taken_back_is_completed),
	    cmocka_unit_test(dev_full_loses_all_and_says_so),
	    cmocka_unit_test(a_closed_pipe_is_an_error_and_no_signal),
	    cmocka_unit_test(the_ledger_hears_of_each_lost_event),
	    cmocka_unit_test(a_slow_reader_of_a_pipe_gets_every_line),
	    cmocka_unit_test(a_pipe_that_does_not_block_gets_every_line),
	    cmocka_unit_test(a_reader_that_stands_still_can_be_given_up),
	    cmocka_unit_test(a_pipe_of_somebody_else_can_be_given_up),
	    cmocka_unit_test(a_line_that_is_half_out_is_no_line_of_the_statement),
	    cmocka_unit_test(a_csv_header_that_was_lost_is_written_again),
	    cmocka_unit_test(the_summary_counts_what_the_sink_lost),
	    cmocka_unit_test(a_closed_descriptor_is_refused),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}

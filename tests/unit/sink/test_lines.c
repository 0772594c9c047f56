/* SPDX-License-Identifier: Apache-2.0 */
/* Tables, CSV and the ctrace object. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <yyjson.h>

#include <eunomia/argkind.h>

#include "support.h"

static struct fixture fixture;

/* The last line of the output, in place. */
static char *last_line(char *text)
{
	size_t len = strlen(text);
	char *newline;

	assert_true(len && text[len - 1] == '\n');
	text[len - 1] = '\0';
	newline = strrchr(text, '\n');
	return newline ? newline + 1 : text;
}

static void expect_end(enum eu_sink_format format, const char *end)
{
	struct eu_sink_options options = {.format = format};
	char *text = print_event(&options, &fixture.event);
	char *line = last_line(text);

	if (strlen(line) < strlen(end) || strcmp(line + strlen(line) - strlen(end), end))
		fail_msg("expected …%s, got %s", end, line);
	free(text);
}

static void a_table_says_what_was_opened_and_what_came_back(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	expect_end(EU_SINK_TABLE, "web              nginx           4711    open           "
				  "/etc/nginx/nginx.conf O_RDONLY|O_CLOEXEC → 5");
}

static void a_table_says_why_something_failed(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.record.open.result = -13;
	expect_end(EU_SINK_TABLE, " O_RDONLY|O_CLOEXEC → EACCES");
}

static void a_table_shows_a_threads_name_behind_its_process(void **state)
{
	struct eu_thread thread = {.name = "pool-1"};

	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.event.thread = &thread;
	expect_end(EU_SINK_TABLE, " nginx/pool-1    4711    open           "
				  "/etc/nginx/nginx.conf O_RDONLY|O_CLOEXEC → 5");
	thread.name = "worker-12";
	fixture.process.name = "a-long-name";
	expect_end(EU_SINK_TABLE, " a-lo…/worker-12 4711    open           "
				  "/etc/nginx/nginx.conf O_RDONLY|O_CLOEXEC → 5");
}

static void a_table_with_other_columns_has_threads_in_theirs(void **state)
{
	static const char *const fields[] = {"process.name", "thread.name"};
	struct eu_sink_options options = {.format = EU_SINK_TABLE, .fields = fields, .n_fields = 2};
	struct eu_thread thread = {.name = "pool-1"};
	char *text;

	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.event.thread = &thread;
	text = print_event(&options, &fixture.event);
	assert_string_equal(last_line(text), "nginx           pool-1");
	free(text);
}

static void expect_row(enum eu_sink_format format, const char *const *fields, size_t n,
		       const char *expected)
{
	struct eu_sink_options options = {.format = format, .fields = fields, .n_fields = n};
	char *text = print_event(&options, &fixture.event);
	char *line = last_line(text);

	line[strcspn(line, "\r")] = '\0';
	assert_string_equal(line, expected);
	free(text);
}

static void an_argument_may_be_a_column(void **state)
{
	static const struct {
		struct eu_copy head;
		char path[16];
	} copies = {{.arg = 0, .kind = EU_ARG_PATH, .len = 11}, "/etc/hosts"};
	static const uint64_t registers[6] = {3, 0x7f0000001000, 10};
	static const char *const fields[] = {"args.fd.fd", "args.fd.path", "args.count",
					     "args.how.flags", "container.labels.com.example.tier"};

	fixture_init(&fixture, FIXTURE_SYSCALL);
	fixture.record.syscall.nr = 0; /* read */
	fixture_str(&fixture, &fixture.record.syscall.args, (void *)registers, sizeof(registers));
	fixture_str(&fixture, &fixture.record.syscall.copies, (void *)&copies, sizeof(copies));
	expect_row(EU_SINK_CSV, fields, 5, "3,/etc/hosts,10,,front");
	expect_row(EU_SINK_TABLE, fields, 3, "3                    /etc/hosts           10");
	fixture_init(&fixture, FIXTURE_EXEC);
	expect_row(EU_SINK_CSV, fields, 5, ",,,,front");
}

static void a_table_joins_addresses_and_ports(void **state)
{
	fixture_init(&fixture, FIXTURE_CONNECT);
	expect_end(EU_SINK_TABLE, "connect        tcp 198.51.100.3:40112 > 198.51.100.2:80 (web)");
}

static void a_table_puts_brackets_around_ipv6(void **state)
{
	static const __u8 loopback[16] = {[15] = 1};

	fixture_init(&fixture, FIXTURE_CONNECT);
	memcpy(fixture.record.connect.peer, loopback, 16);
	fixture.event.peer = NULL;
	expect_end(EU_SINK_TABLE, " > [::1]:80");
}

static void a_table_leaves_out_addresses_that_are_not_set(void **state)
{
	fixture_init(&fixture, FIXTURE_CONNECT);
	memset(fixture.record.connect.local, 0, 16);
	expect_end(EU_SINK_TABLE, "tcp :40112 > 198.51.100.2:80 (web)");
	fixture.record.connect.local_port = 0;
	fixture.event.peer = NULL;
	expect_end(EU_SINK_TABLE, "tcp > 198.51.100.2:80");
}

static void a_table_shows_the_command(void **state)
{
	fixture_init(&fixture, FIXTURE_EXEC);
	expect_end(EU_SINK_TABLE, "exec           /bin/busybox wget -q http://web/");
}

static void a_table_shows_durations_for_people(void **state)
{
	fixture_init(&fixture, FIXTURE_EXIT);
	expect_end(EU_SINK_TABLE, "exit           code=1 1.5ms");
	fixture.record.exit.duration = 185000000000;
	fixture.record.exit.signal = 9;
	expect_end(EU_SINK_TABLE, "exit           code=1 SIGKILL 3min 5s");
}

static void a_table_shows_of_a_change_what_is_another_now(void **state)
{
	fixture_init(&fixture, FIXTURE_CHANGE);
	expect_end(EU_SINK_TABLE, "change         user.effective.id=1000>0 gained=CAP_NET_RAW "
				  "ambient.lost=CAP_KILL");
}

static void a_table_names_a_plain_syscall_by_its_name(void **state)
{
	fixture_init(&fixture, FIXTURE_SYSCALL);
	expect_end(EU_SINK_TABLE, " → EBADF");
}

static void control_bytes_never_reach_the_terminal(void **state)
{
	struct eu_sink_options options = {.format = EU_SINK_TABLE};
	char *text;

	fixture_init(&fixture, FIXTURE_OPEN);
	fixture_str(&fixture, &fixture.record.open.path,
		    "/\x1b]0;gotcha\a\xc2\x9b\xe2\x80\xae.conf", 19);
	fixture.in.name = "w\neb\x1b";
	text = print_event(&options, &fixture.event);
	for (const char *c = text; *c; c++)
		assert_true((unsigned char)*c >= 0x20 || *c == '\n');
	assert_null(strstr(text, "\xc2\x9b"));
	assert_null(strstr(text, "\xe2\x80\xae"));
	assert_non_null(strstr(text, "w\\x0aeb\\x1b"));
	free(text);
}

static void a_table_fits_the_terminal(void **state)
{
	struct eu_sink_options options = {.format = EU_SINK_TABLE, .width = 80};
	char *text, *line;
	size_t columns = 0;

	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.in.name = "größenordnungen-überall";
	fixture.record.open.result = -2;
	text = print_event(&options, &fixture.event);
	line = last_line(text);
	for (const char *c = line; *c; c++)
		columns += (*c & 0xc0) != 0x80;
	assert_int_equal(columns, 80);
	assert_non_null(strstr(line, "…"));
	assert_string_equal(line + strlen(line) - strlen(" → ENOENT"), " → ENOENT");
	free(text);
}

static void a_table_is_colored_only_when_asked(void **state)
{
	struct eu_sink_options options = {.format = EU_SINK_TABLE};
	char *text;

	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.record.open.result = -2;
	text = print_event(&options, &fixture.event);
	assert_null(strchr(text, '\033'));
	free(text);
	options.color = true;
	text = print_event(&options, &fixture.event);
	assert_non_null(strstr(text, "\033[1;31m → ENOENT\033[0m"));
	free(text);
}

static void a_table_can_have_other_columns(void **state)
{
	static const char *const fields[] = {"process.pid", "file.path", "result"};
	struct eu_sink_options options = {.format = EU_SINK_TABLE, .fields = fields, .n_fields = 3};
	char *text;

	fixture_init(&fixture, FIXTURE_OPEN);
	text = print_event(&options, &fixture.event);
	assert_string_equal(text, "PID     PATH                                     RESULT\n"
				  "4711    /etc/nginx/nginx.conf                    5\n");
	free(text);
}

static void csv_has_a_header_and_crlf(void **state)
{
	static const char *const fields[] = {"event", "file.path", "file.flags", "process.args"};
	struct eu_sink_options options = {.format = EU_SINK_CSV, .fields = fields, .n_fields = 4};
	char *text;

	fixture_init(&fixture, FIXTURE_OPEN);
	text = print_event(&options, &fixture.event);
	assert_string_equal(text, "event,file.path,file.flags,process.args\r\n"
				  "open,/etc/nginx/nginx.conf,O_RDONLY|O_CLOEXEC,\r\n");
	free(text);
}

static void csv_quotes_commas_and_quotes(void **state)
{
	static const char *const fields[] = {"file.path", "event"};
	struct eu_sink_options options = {.format = EU_SINK_CSV, .fields = fields, .n_fields = 2};
	char *text;

	fixture_init(&fixture, FIXTURE_OPEN);
	fixture_str(&fixture, &fixture.record.open.path, "/a,\"b\"\n\xff", 8);
	text = print_event(&options, &fixture.event);
	assert_string_equal(text, "file.path,event\r\n\"/a,\"\"b\"\"\\x0a\\xff\",open\r\n");
	free(text);
}

static void csv_survives_a_value_of_quotes_only(void **state)
{
	static const char *const fields[] = {"file.path"};
	static char quotes[60000];
	struct eu_sink_options options = {.format = EU_SINK_CSV, .fields = fields, .n_fields = 1};
	char *text;

	memset(quotes, '"', sizeof(quotes));
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture_str(&fixture, &fixture.record.open.path, quotes, sizeof(quotes));
	text = print_event(&options, &fixture.event);
	assert_int_equal(strlen(text), strlen("file.path\r\n") + 2 * sizeof(quotes) + 4);
	free(text);
}

static void csv_details_are_name_value_pairs(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture_str(&fixture, &fixture.record.open.path, "/a b", 4);
	fixture.record.open.raw_path = fixture.record.open.path;
	expect_end(EU_SINK_CSV, ",openat,5,\"file.path=\"\"/a b\"\" file.flags=O_RDONLY|O_CLOEXEC "
				"file.inode=1234 file.fs=overlay\"\r");
}

#define OF_ALL "complete=false events=7 lost=3 loss=web/open/ring/3"

/* The last line: its fields are given, and a loss in "web". */
static void expect_closing_row(const char *row, const char *const *fields, size_t n)
{
	struct eu_sink_options options = {.format = EU_SINK_CSV, .fields = fields, .n_fields = n};
	const struct eu_container web = {.id = "7339", .name = "web"};
	const struct eu_loss loss = {&web, "open", "ring", 3};
	int fd = temporary_file();
	struct eu_sink *sink;
	char *text;

	assert_return_code(eu_sink_new(&sink, fd, &options, NULL), 0);
	assert_return_code(eu_sink_summary(sink, "edge-1", 0, 7, &loss, 1), 0);
	eu_sink_free(sink);
	text = read_file(fd);
	assert_string_equal(strstr(text, "\r\n") + 2, row);
	free(text);
	close(fd);
}

#define EXPECT_CLOSING_ROW(row, ...)                                                              \
	do {                                                                                      \
		static const char *const fields[] = {__VA_ARGS__};                                \
                                                                                                  \
		expect_closing_row(row "\r\n", fields, sizeof(fields) / sizeof(*fields));         \
	} while (0)

static void csv_ends_with_what_was_lost_whatever_its_columns_are(void **state)
{
	EXPECT_CLOSING_ROW("edge-1,summary," OF_ALL, "host", "event", "details");
	EXPECT_CLOSING_ROW("summary: " OF_ALL, "event");
	EXPECT_CLOSING_ROW("summary: " OF_ALL ",", "event", "result");
	EXPECT_CLOSING_ROW("summary: " OF_ALL ",,edge-1", "time", "file.path", "host");
	EXPECT_CLOSING_ROW("summary: " OF_ALL ",summary", "file.path", "event");
	EXPECT_CLOSING_ROW("summary," OF_ALL, "file.path", "details");
	EXPECT_CLOSING_ROW("summary: " OF_ALL ",", "details", "file.path");
}

static void a_group_is_no_column(void **state)
{
	static const char *const fields[] = {"file"};
	struct eu_sink_options options = {.format = EU_SINK_CSV, .fields = fields, .n_fields = 1};
	struct eu_error err = {""};
	struct eu_sink *sink;

	assert_int_equal(eu_sink_new(&sink, 1, &options, &err), -EINVAL);
	assert_non_null(strstr(err.text, "group of fields"));
}

static void the_ctrace_object_has_its_keys_and_types(void **state)
{
	struct eu_sink_options options = {.format = EU_SINK_CTRACE};
	yyjson_doc *doc;
	yyjson_val *root, *args;
	char *text;

	fixture_init(&fixture, FIXTURE_SYSCALL);
	fixture.process.pid_namespace = 4026532001;
	text = print_event(&options, &fixture.event);
	doc = yyjson_read(text, strlen(text), 0);
	assert_non_null(doc);
	root = yyjson_doc_get_root(doc);
	assert_int_equal(yyjson_get_uint(yyjson_obj_get(root, "processId")), 4711);
	assert_int_equal(yyjson_get_uint(yyjson_obj_get(root, "pidNamespace")), 4026532001);
	assert_string_equal(yyjson_get_str(yyjson_obj_get(root, "eventName")), "dup3");
	assert_int_equal(yyjson_get_uint(yyjson_obj_get(root, "eventId")), 292);
	assert_int_equal(yyjson_get_sint(yyjson_obj_get(root, "returnValue")), -9);
	args = yyjson_obj_get(root, "args");
	assert_int_equal(yyjson_arr_size(args), yyjson_get_uint(yyjson_obj_get(root, "argsNum")));
	assert_int_equal(yyjson_arr_size(args), 3);
	assert_string_equal(yyjson_get_str(yyjson_obj_get(yyjson_arr_get(args, 0), "name")),
			    "oldfd");
	assert_string_equal(yyjson_get_str(yyjson_obj_get(yyjson_arr_get(args, 0), "type")),
			    "unsigned int");
	yyjson_doc_free(doc);
	free(text);
}

static void other_events_become_ctrace_objects_too(void **state)
{
	struct eu_sink_options options = {.format = EU_SINK_CTRACE};
	char *text;

	fixture_init(&fixture, FIXTURE_OPEN);
	text = print_event(&options, &fixture.event);
	assert_non_null(strstr(text, "\"eventId\":257,\"eventName\":\"open\""));
	assert_non_null(strstr(text, "{\"name\":\"file.flags\",\"type\":\"const char*\","
				     "\"value\":\"O_RDONLY|O_CLOEXEC\"}"));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_table_says_what_was_opened_and_what_came_back),
	    cmocka_unit_test(a_table_says_why_something_failed),
	    cmocka_unit_test(a_table_shows_a_threads_name_behind_its_process),
	    cmocka_unit_test(a_table_with_other_columns_has_threads_in_theirs),
	    cmocka_unit_test(an_argument_may_be_a_column),
	    cmocka_unit_test(a_table_joins_addresses_and_ports),
	    cmocka_unit_test(a_table_puts_brackets_around_ipv6),
	    cmocka_unit_test(a_table_leaves_out_addresses_that_are_not_set),
	    cmocka_unit_test(a_table_shows_the_command),
	    cmocka_unit_test(a_table_shows_durations_for_people),
	    cmocka_unit_test(a_table_shows_of_a_change_what_is_another_now),
	    cmocka_unit_test(a_table_names_a_plain_syscall_by_its_name),
	    cmocka_unit_test(control_bytes_never_reach_the_terminal),
	    cmocka_unit_test(a_table_fits_the_terminal),
	    cmocka_unit_test(a_table_is_colored_only_when_asked),
	    cmocka_unit_test(a_table_can_have_other_columns),
	    cmocka_unit_test(csv_has_a_header_and_crlf),
	    cmocka_unit_test(csv_quotes_commas_and_quotes),
	    cmocka_unit_test(csv_survives_a_value_of_quotes_only),
	    cmocka_unit_test(csv_details_are_name_value_pairs),
	    cmocka_unit_test(csv_ends_with_what_was_lost_whatever_its_columns_are),
	    cmocka_unit_test(a_group_is_no_column),
	    cmocka_unit_test(the_ctrace_object_has_its_keys_and_types),
	    cmocka_unit_test(other_events_become_ctrace_objects_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

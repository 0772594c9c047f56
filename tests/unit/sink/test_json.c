/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <yyjson.h>

#include "schema/bytes.h"
#include <eunomia/argkind.h>

#include "support.h"

static struct fixture fixture;

static void expect_json(const struct eu_event *event, const char *expected)
{
	char *line = print_json(event);

	assert_string_equal(line, expected);
	free(line);
}

static void expect_part(const char *part)
{
	char *line = print_json(&fixture.event);

	if (!strstr(line, part))
		fail_msg("expected %s in %s", part, line);
	free(line);
}

static void expect_no_part(const char *part)
{
	char *line = print_json(&fixture.event);

	if (strstr(line, part))
		fail_msg("expected no %s in %s", part, line);
	free(line);
}

#define HEAD "{\"time\":\"2026-11-22T03:14:01.302574418Z\",\"seq\":42,"
#define CONTAINER                                                                                  \
	"\"container\":{\"id\":"                                                                   \
	"\"7339f952c18f0123456789abcdef0123456789abcdef0123456789abcdef0123\","                    \
	"\"name\":\"web\",\"image\":{\"name\":\"nginx\",\"tag\":\"1.27\"},\"runtime\":\"docker\"}" \
	","
#define PROCESS                                                                                    \
	"\"process\":{\"pid\":4711,\"tid\":4711,\"parent_pid\":4690,\"container_pid\":1,"          \
	"\"key\":\"4711-1234abcd\",\"user\":{\"id\":0},\"group\":{\"id\":0},\"name\":\"nginx\","   \
	"\"executable\":{\"path\":\"/usr/sbin/nginx\"}"

static void an_open_is_printed_as_the_contract_says(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	expect_json(&fixture.event, HEAD
		    "\"event\":\"open\",\"host\":\"edge-1\"," CONTAINER PROCESS "},"
		    "\"syscall\":\"openat\",\"result\":5,"
		    "\"file\":{\"path\":\"/etc/nginx/nginx.conf\","
		    "\"flags\":[\"O_RDONLY\",\"O_CLOEXEC\"],\"inode\":1234,\"fs\":\"overlay\"}}\n");
}

static void a_connect_names_the_peer_container(void **state)
{
	fixture_init(&fixture, FIXTURE_CONNECT);
	expect_part("\"network\":{\"transport\":\"tcp\","
		    "\"local\":{\"address\":\"198.51.100.3\",\"port\":40112},"
		    "\"peer\":{\"address\":\"198.51.100.2\",\"port\":80,"
		    "\"container\":{\"id\":\"7339f952");
}

static void a_peer_that_is_no_container_leaves_no_trace(void **state)
{
	fixture_init(&fixture, FIXTURE_CONNECT);
	fixture.event.peer = NULL;
	expect_part("\"peer\":{\"address\":\"198.51.100.2\",\"port\":80}}}\n");
}

static void an_event_without_network_can_have_a_peer(void **state)
{
	fixture_init(&fixture, FIXTURE_EXIT);
	fixture.event.peer = &fixture.peer;
	expect_part("\"network\":{\"peer\":{\"container\":{\"id\":\"7339f952");
}

static void fields_of_the_event_join_the_process(void **state)
{
	fixture_init(&fixture, FIXTURE_EXEC);
	expect_part(PROCESS ",\"args\":[\"wget\",\"-q\",\"http://web/\"]},"
			    "\"file\":{\"path\":\"/bin/busybox\"}}\n");
}

static void an_object_of_the_event_joins_the_process(void **state)
{
	fixture_init(&fixture, FIXTURE_EXIT);
	fixture.record.exit.caps = 1ull << 13 | 1ull << 50;
	expect_part("\"executable\":{\"path\":\"/usr/sbin/nginx\"},"
		    "\"capabilities\":{\"effective\":[\"CAP_NET_RAW\",50]}},\"exit\":{\"code\":1}");
}

static void a_failed_result_is_the_name_of_the_errno(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.record.open.result = -2;
	expect_part("\"result\":\"ENOENT\"");
	fixture.record.open.result = -512;
	expect_part("\"result\":\"ERESTARTSYS\"");
	fixture.record.open.result = -4000;
	expect_part("\"result\":-4000");
}

static void a_raw_path_is_shown_only_where_it_differs(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	expect_no_part("raw_path");
	fixture_str(&fixture, &fixture.record.open.raw_path, "nginx.conf", 10);
	expect_part("\"raw_path\":\"nginx.conf\"");
}

static void a_process_of_the_host_has_no_container(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.event.container = NULL;
	expect_part("\"host\":\"edge-1\",\"process\":{\"pid\":4711");
}

static void an_event_without_a_process_says_so_by_silence(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.event.process = NULL;
	expect_part("\"runtime\":\"docker\"},\"syscall\":\"openat\"");
}

static void an_event_about_a_container_tells_all_of_it(void **state)
{
	fixture_init(&fixture, FIXTURE_CONTAINER);
	expect_part("\"runtime\":\"docker\",\"cgroup\":\"/docker/7339f952c18f\","
		    "\"labels\":{\"com.example.tier\":\"front\"}},\"action\":\"started\"}\n");
}

static void a_container_that_nobody_told_of_says_so(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	expect_no_part("metadata_missing");
	fixture.in.named = false;
	expect_part("\"runtime\":\"docker\",\"metadata_missing\":true}");
	fixture.in.runtime = "lxc";
	expect_no_part("metadata_missing");
	fixture.in.runtime = fixture.in.cgroup = "";
	expect_no_part("metadata_missing");
}

static void labels_that_are_not_whole_say_so(void **state)
{
	fixture_init(&fixture, FIXTURE_CONTAINER);
	fixture.in.labels_left_out = true;
	expect_part("\"labels\":{\"com.example.tier\":\"front\"},\"labels_truncated\":true}");
}

static void what_is_not_known_is_left_out(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.in.image_name = fixture.in.image_tag = "";
	fixture.process.executable = "";
	expect_part("\"name\":\"web\",\"runtime\":\"docker\"}");
	expect_part("\"name\":\"nginx\"},\"syscall\"");
}

static void a_process_that_was_there_before_is_marked(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	expect_no_part("existed");
	fixture.process.existed = true;
	expect_part("\"executable\":{\"path\":\"/usr/sbin/nginx\"},\"existed\":true}");
}

/* Prints two events with one sink, so that the second may come from the cache. */
static char *print_twice(void (*change)(void))
{
	struct eu_sink_options options = {.format = EU_SINK_JSON};
	int fd = temporary_file();
	struct eu_sink *sink;
	char *text;

	assert_int_equal(eu_sink_new(&sink, fd, &options, NULL), 0);
	eu_sink_event(sink, &fixture.event);
	change();
	eu_sink_event(sink, &fixture.event);
	eu_sink_free(sink);
	text = read_file(fd);
	close(fd);
	return text;
}

static void become_root(void)
{
	fixture.process.uid = 33;
	fixture.process.version++;
}

static void a_changed_process_is_not_printed_from_the_cache(void **state)
{
	char *lines;

	fixture_init(&fixture, FIXTURE_OPEN);
	lines = print_twice(become_root);
	assert_non_null(strstr(lines, "\"user\":{\"id\":0}"));
	assert_non_null(strstr(lines, "\"user\":{\"id\":33}"));
	free(lines);
}

static void learn_name(void)
{
	fixture.in.name = "shop";
	fixture.in.version++;
}

static void a_container_named_later_is_not_printed_from_the_cache(void **state)
{
	char *lines;

	fixture_init(&fixture, FIXTURE_OPEN);
	lines = print_twice(learn_name);
	assert_non_null(strstr(lines, "\"name\":\"web\""));
	assert_non_null(strstr(lines, "\"name\":\"shop\""));
	free(lines);
}

static void other_thread(void)
{
	fixture.record.head.tid = 4712;
}

static void threads_share_what_is_cached_but_not_their_id(void **state)
{
	char *lines;

	fixture_init(&fixture, FIXTURE_OPEN);
	lines = print_twice(other_thread);
	assert_non_null(strstr(lines, "\"pid\":4711,\"tid\":4711,\"parent_pid\":4690"));
	assert_non_null(strstr(lines, "\"pid\":4711,\"tid\":4712,\"parent_pid\":4690"));
	free(lines);
}

static struct eu_thread worker = {.tid = 4712, .uid = 33, .gid = 34, .name = "worker"};

static void differ(void)
{
	other_thread();
	fixture.event.thread = &worker;
}

static void a_thread_that_differs_has_its_own_name_and_user(void **state)
{
	char *lines, *second;

	fixture_init(&fixture, FIXTURE_OPEN);
	lines = print_twice(differ);
	second = strchr(lines, '\n');
	assert_null(memmem(lines, second - lines, "\"thread\"", 8));
	assert_non_null(memmem(lines, second - lines, "\"user\":{\"id\":0}", 15));
	assert_non_null(strstr(second, "\"user\":{\"id\":33},\"group\":{\"id\":34},"
				       "\"name\":\"nginx\",\"executable\":{\"path\":"
				       "\"/usr/sbin/nginx\"}},\"thread\":{\"name\":\"worker\"},"
				       "\"syscall\":"));
	free(lines);
}

static void a_thread_of_the_same_name_is_not_named(void **state)
{
	struct eu_thread thread = {.uid = 33, .name = "nginx"};

	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.event.thread = &thread;
	expect_part("\"user\":{\"id\":33}");
	expect_no_part("\"thread\"");
}

static void reuse_pid(void)
{
	fixture.process.start_time++;
	fixture.process.name = "redis";
}

static void a_reused_pid_is_another_process(void **state)
{
	char *lines;

	fixture_init(&fixture, FIXTURE_OPEN);
	lines = print_twice(reuse_pid);
	assert_non_null(strstr(lines, "\"key\":\"4711-1234abce\""));
	assert_non_null(strstr(lines, "\"name\":\"redis\""));
	free(lines);
}

static char *print_fields(const char *const *fields, size_t n)
{
	return print_event(
	    &(struct eu_sink_options){.format = EU_SINK_JSON, .fields = fields, .n_fields = n},
	    &fixture.event);
}

static void picked_fields_stay_nested(void **state)
{
	static const char *const fields[] = {"event", "container.name", "file.path",
					     "process.user"};
	char *line;

	fixture_init(&fixture, FIXTURE_OPEN);
	line = print_fields(fields, 4);
	assert_string_equal(line, "{\"event\":\"open\",\"container\":{\"name\":\"web\"},"
				  "\"process\":{\"user\":{\"id\":0}},"
				  "\"file\":{\"path\":\"/etc/nginx/nginx.conf\"}}\n");
	free(line);
}

/* pread64 of an open file, and poll of two descriptors. */
static void a_call(unsigned nr, const uint64_t registers[6], const void *copies, size_t len)
{
	fixture_init(&fixture, FIXTURE_SYSCALL);
	fixture.record.syscall.nr = nr;
	fixture_str(&fixture, &fixture.record.syscall.args, (void *)registers,
		    6 * sizeof(*registers));
	fixture_str(&fixture, &fixture.record.syscall.copies, copies, len);
}

static void expect_picked(const char *const *fields, size_t n, const char *expected)
{
	char *line = print_fields(fields, n);

	assert_string_equal(line, expected);
	free(line);
}

static void picked_arguments_stay_in_what_they_are_in(void **state)
{
	static const struct {
		struct eu_copy head;
		char path[16];
	} copies = {{.arg = 0, .kind = EU_ARG_PATH, .len = 11}, "/etc/hosts"};
	static const uint64_t registers[6] = {3, 0x7f0000001000, 10, 4096};
	static const char *const fields[] = {"args.fd.path", "args.pos", "args.how.flags"};
	static const char *const whole[] = {"args.fd", "args.fd.path"};
	static const char *const label[] = {"container.labels.com.example.tier"};
	static const char *const none[] = {"args.how", "container.labels.com.example"};

	a_call(17, registers, &copies, sizeof(copies));
	expect_picked(fields, 3, "{\"args\":{\"fd\":{\"path\":\"/etc/hosts\"},\"pos\":4096}}\n");
	expect_picked(whole, 2, "{\"args\":{\"fd\":{\"fd\":3,\"path\":\"/etc/hosts\"}}}\n");
	expect_picked(label, 1, "{\"container\":{\"labels\":{\"com.example.tier\":\"front\"}}}\n");
	expect_picked(none, 2, "{}\n");
	fixture_init(&fixture, FIXTURE_OPEN);
	expect_picked(fields, 3, "{}\n");
}

static void picked_members_in_a_list_are_of_each_element(void **state)
{
	static const struct {
		struct eu_copy head;
		struct {
			int32_t fd;
			int16_t events, revents;
		} fds[2];
	} copies = {{.arg = 0, .kind = EU_ARG_VECTOR_IN, .len = 16}, {{3, 1, 0}, {7, 4, 4}}};
	static const uint64_t registers[6] = {0x7f0000001000, 2, 10};
	static const char *const fields[] = {"args.ufds.fd", "args.ufds.revents"};

	a_call(7, registers, &copies, sizeof(copies));
	expect_picked(fields, 1, "{\"args\":{\"ufds\":[{\"fd\":3},{\"fd\":7}]}}\n");
	expect_picked(fields, 2, "{\"args\":{\"ufds\":[{\"fd\":3,\"revents\":[]},"
				 "{\"fd\":7,\"revents\":[\"POLLOUT\"]}]}}\n");
}

static void an_event_with_none_of_the_picked_fields_is_an_empty_object(void **state)
{
	static const char *const fields[] = {"network"};
	char *line;

	fixture_init(&fixture, FIXTURE_OPEN);
	line = print_fields(fields, 1);
	assert_string_equal(line, "{}\n");
	free(line);
}

static void an_unknown_field_is_answered_with_the_nearest(void **state)
{
	static const char *const fields[] = {"file.pth"};
	struct eu_sink_options options = {.fields = fields, .n_fields = 1, .format = EU_SINK_JSON};
	struct eu_error err = {""};
	struct eu_sink *sink;

	assert_int_equal(eu_sink_new(&sink, 1, &options, &err), -EINVAL);
	assert_non_null(strstr(err.text, "\"file.pth\""));
	assert_non_null(strstr(err.text, "\"file.path\""));
}

/* Reads a path back the way docs/json.md says. */
static size_t original(const char *escaped, char *out)
{
	size_t n = 0;
	unsigned byte;

	while (*escaped) {
		int used = 0;

		if (sscanf(escaped, "\\x%2[0-9a-f]%n", (char[3]){0}, &used) == 1 && used == 4) {
			sscanf(escaped + 2, "%2x", &byte);
			out[n++] = byte;
			escaped += 4;
		} else {
			out[n++] = *escaped++;
		}
	}
	return n;
}

/* The line is strictly valid JSON, and the path in it gives the bytes back. */
static void expect_round_trip(const char *path, size_t len)
{
	char back[65536], *line;
	yyjson_doc *doc;
	const char *text;

	fixture_init(&fixture, FIXTURE_OPEN);
	fixture_str(&fixture, &fixture.record.open.path, path, len);
	fixture.record.open.raw_path = fixture.record.open.path;
	line = print_json(&fixture.event);
	doc = yyjson_read(line, strlen(line), 0);
	if (!doc)
		fail_msg("not valid JSON: %s", line);
	text = yyjson_get_str(
	    yyjson_obj_get(yyjson_obj_get(yyjson_doc_get_root(doc), "file"), "path"));
	assert_non_null(text);
	assert_int_equal(original(text, back), len);
	assert_memory_equal(back, path, len);
	yyjson_doc_free(doc);
	free(line);
}

#define EXPECT_ROUND_TRIP(path) expect_round_trip(path, sizeof(path) - 1)

static void names_that_are_not_utf8_give_their_bytes_back(void **state)
{
	EXPECT_ROUND_TRIP("/caf\xe9");
	EXPECT_ROUND_TRIP("/\xff\xfe\x80");
	EXPECT_ROUND_TRIP("/\xc0\xaf overlong");
	EXPECT_ROUND_TRIP("/\xed\xa0\x80 surrogate");
	EXPECT_ROUND_TRIP("/\xf4\x90\x80\x80 too large");
	EXPECT_ROUND_TRIP("/\xf0\x9f\x98 cut");
	EXPECT_ROUND_TRIP("/\xe2\x82");
}

static void names_that_look_escaped_give_their_bytes_back(void **state)
{
	EXPECT_ROUND_TRIP("/dev-disk-by\\x2dlabel.mount");
	EXPECT_ROUND_TRIP("/\\\xff");
	EXPECT_ROUND_TRIP("/\\x5\xff");
	EXPECT_ROUND_TRIP("/\\\\x41\\x4");
	EXPECT_ROUND_TRIP("/\\x");
}

static void names_with_control_bytes_are_valid_json(void **state)
{
	EXPECT_ROUND_TRIP("/a\nb\tc\rd\x01\x1f\x7f\"e\\f");
	EXPECT_ROUND_TRIP("/\b\f\x1b[31m");
}

static void names_in_other_scripts_stay_as_they_are(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture_str(&fixture, &fixture.record.open.path, "/größe/日本/😀", strlen("/größe/日本/😀"));
	expect_part("\"path\":\"/größe/日本/😀\"");
	EXPECT_ROUND_TRIP("/größe/日本/😀");
}

static void a_path_with_every_byte_at_every_place_survives(void **state)
{
	char path[600];

	for (size_t shift = 0; shift < 20; shift++) {
		for (size_t i = 0; i < sizeof(path); i++)
			path[i] = 1 + (i * 7 + shift) % 255;
		expect_round_trip(path, sizeof(path) - shift);
	}
}

static void a_record_as_large_as_they_get_is_printed_whole(void **state)
{
	static char path[65000];

	memset(path, 0x01, sizeof(path));
	expect_round_trip(path, sizeof(path));
	memset(path, 0xff, sizeof(path));
	expect_round_trip(path, sizeof(path));
}

static void a_string_outside_the_record_is_not_read(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.record.open.path.offset = 65000;
	fixture.record.open.raw_path.len = 0;
	expect_no_part("\"path\":\"/etc");
	fixture.record.open.path = (struct eu_str){fixture.record.head.size, 1};
	expect_no_part("\"file\":{\"path\"");
}

static void a_record_that_is_cut_short_shows_what_is_there(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.record.head.size = offsetof(struct fixture_open, path);
	expect_part("\"syscall\":\"openat\",\"result\":5}\n");
}

static void times_are_rfc_3339_to_the_nanosecond(void **state)
{
	fixture_init(&fixture, FIXTURE_OPEN);
	fixture.event.time = 7;
	expect_part("{\"time\":\"1970-01-01T00:00:00.000000007Z\"");
	fixture.event.time = 951782400999999999ull;
	expect_part("{\"time\":\"2000-02-29T00:00:00.999999999Z\"");
}

static char *summary(const struct eu_loss *loss, size_t n)
{
	struct eu_sink_options options = {.format = EU_SINK_JSON};
	int fd = temporary_file();
	struct eu_sink *sink;
	char *text;

	assert_int_equal(eu_sink_new(&sink, fd, &options, NULL), 0);
	assert_int_equal(eu_sink_summary(sink, "edge-1", 0, 1203, loss, n), 0);
	eu_sink_free(sink);
	text = read_file(fd);
	close(fd);
	return text;
}

static void a_complete_trace_says_complete(void **state)
{
	char *line = summary(NULL, 0);

	assert_string_equal(line,
			    "{\"time\":\"1970-01-01T00:00:00.000000000Z\",\"event\":\"summary\","
			    "\"host\":\"edge-1\",\"complete\":true,\"events\":1203,\"lost\":0}\n");
	free(line);
}

static void losses_are_told_by_container_class_and_place(void **state)
{
	struct eu_loss loss[2] = {{.class = "file", .place = "ring", .count = 3},
				  {.class = "syscall", .place = "map", .count = 4}};
	char *line;

	fixture_init(&fixture, FIXTURE_OPEN);
	loss[0].container = &fixture.in;
	line = summary(loss, 2);
	assert_non_null(strstr(line, "\"complete\":false,\"events\":1203,\"lost\":7,\"loss\":["
				     "{\"container\":{\"id\":\"7339f952"));
	assert_non_null(
	    strstr(line, ",\"name\":\"web\"},\"class\":\"file\",\"place\":\"ring\",\"count\":3},"
			 "{\"class\":\"syscall\",\"place\":\"map\",\"count\":4}]}\n"));
	free(line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_open_is_printed_as_the_contract_says),
	    cmocka_unit_test(a_connect_names_the_peer_container),
	    cmocka_unit_test(a_peer_that_is_no_container_leaves_no_trace),
	    cmocka_unit_test(an_event_without_network_can_have_a_peer),
	    cmocka_unit_test(fields_of_the_event_join_the_process),
	    cmocka_unit_test(an_object_of_the_event_joins_the_process),
	    cmocka_unit_test(a_failed_result_is_the_name_of_the_errno),
	    cmocka_unit_test(a_raw_path_is_shown_only_where_it_differs),
	    cmocka_unit_test(a_process_of_the_host_has_no_container),
	    cmocka_unit_test(an_event_without_a_process_says_so_by_silence),
	    cmocka_unit_test(an_event_about_a_container_tells_all_of_it),
	    cmocka_unit_test(a_container_that_nobody_told_of_says_so),
	    cmocka_unit_test(labels_that_are_not_whole_say_so),
	    cmocka_unit_test(what_is_not_known_is_left_out),
	    cmocka_unit_test(a_process_that_was_there_before_is_marked),
	    cmocka_unit_test(a_changed_process_is_not_printed_from_the_cache),
	    cmocka_unit_test(a_container_named_later_is_not_printed_from_the_cache),
	    cmocka_unit_test(threads_share_what_is_cached_but_not_their_id),
	    cmocka_unit_test(a_thread_that_differs_has_its_own_name_and_user),
	    cmocka_unit_test(a_thread_of_the_same_name_is_not_named),
	    cmocka_unit_test(a_reused_pid_is_another_process),
	    cmocka_unit_test(picked_fields_stay_nested),
	    cmocka_unit_test(picked_arguments_stay_in_what_they_are_in),
	    cmocka_unit_test(picked_members_in_a_list_are_of_each_element),
	    cmocka_unit_test(an_event_with_none_of_the_picked_fields_is_an_empty_object),
	    cmocka_unit_test(an_unknown_field_is_answered_with_the_nearest),
	    cmocka_unit_test(names_that_are_not_utf8_give_their_bytes_back),
	    cmocka_unit_test(names_that_look_escaped_give_their_bytes_back),
	    cmocka_unit_test(names_with_control_bytes_are_valid_json),
	    cmocka_unit_test(names_in_other_scripts_stay_as_they_are),
	    cmocka_unit_test(a_path_with_every_byte_at_every_place_survives),
	    cmocka_unit_test(a_record_as_large_as_they_get_is_printed_whole),
	    cmocka_unit_test(a_string_outside_the_record_is_not_read),
	    cmocka_unit_test(a_record_that_is_cut_short_shows_what_is_there),
	    cmocka_unit_test(times_are_rfc_3339_to_the_nanosecond),
	    cmocka_unit_test(a_complete_trace_says_complete),
	    cmocka_unit_test(losses_are_told_by_container_class_and_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

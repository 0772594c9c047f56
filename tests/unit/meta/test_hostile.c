/* SPDX-License-Identifier: Apache-2.0 */
/* Daemons that hang, lie and flood: a name is late or missing, nothing else happens. */
#include "server.h"
#include "support.h"

static char *root;
static char bad_socket[128], good_socket[128];
static struct watcher watcher;

static int set_up(void **state)
{
	root = make_root();
	snprintf(bad_socket, sizeof(bad_socket), "%s/bad.sock", root);
	snprintf(good_socket, sizeof(good_socket), "%s/good.sock", root);
	return 0;
}

static int tear_down(void **state)
{
	remove_root(root);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void watch_bad(void)
{
	const char *const sockets[] = {bad_socket};

	watch(&watcher, root, sockets, 1);
}

/* Every server of this file is good until it is asked about the container. */
static bool begin(struct server *server, int fd, const char *path, bool *done)
{
	*done = true;
	if (!strcmp(path, "/_ping"))
		return answer(fd, 200, "Api-Version: 1.41\r\n", "OK");
	if (strstr(path, "/events?")) {
		send_text(fd, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
		return hang(server);
	}
	*done = false;
	return true;
}

#define BEGIN(server, fd, path)                                                                    \
	do {                                                                                       \
		bool _done, _open = begin(server, fd, path, &_done);                               \
		if (_done)                                                                         \
			return _open;                                                              \
	} while (0)

static bool serve_good(struct server *server, int fd, const char *path)
{
	BEGIN(server, fd, path);
	if (!strcmp(path, "/v1.41/containers/" WEB "/json"))
		return answer_data(fd, "docker-inspect-web.json");
	return answer(fd, 404, "", "{}");
}

static bool serve_nothing(struct server *server, int fd, const char *path)
{
	return hang(server);
}

static void a_daemon_that_hangs_does_not_keep_free_waiting(void **state)
{
	struct server *bad = server_start(bad_socket, serve_nothing);
	int64_t before;

	watch_bad();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 2000, server_asked(bad, "/_ping") == 1));
	before = now_ms();
	unwatch(&watcher);
	assert_true(now_ms() - before < 2000);
	server_stop(bad);
}

static void a_daemon_that_hangs_does_not_keep_the_cgroups_word_back(void **state)
{
	struct server *bad = server_start(bad_socket, serve_nothing);

	watch_bad();
	assert_int_equal(eu_meta_ask(watcher.meta, NULL, "/lxc.payload.c1", 0, 7), 0);
	assert_true(wait_for(&watcher, 500, watcher.n));
	assert_string_equal(watcher.seen[0].info->name, "c1");
	assert_true(wait_for(&watcher, 1000, final_answer(&watcher, 7)));
	unwatch(&watcher);
	server_stop(bad);
}

static void a_daemon_that_hangs_does_not_hold_up_another(void **state)
{
	const char *const sockets[] = {bad_socket, good_socket};
	struct server *bad = server_start(bad_socket, serve_nothing);
	struct server *good = server_start(good_socket, serve_good);

	watch(&watcher, root, sockets, 2);
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 1000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	unwatch(&watcher);
	server_stop(bad);
	server_stop(good);
}

static void asking_never_blocks(void **state)
{
	struct server *bad = server_start(bad_socket, serve_nothing);
	int64_t before;
	int refused = 0;

	watch_bad();
	before = now_ms();
	for (int i = 0; i < 3 * EU_META_MAX_ASKS; i++)
		refused += eu_meta_ask(watcher.meta, WEB, NULL, 0, i + 1) != 0;
	assert_true(now_ms() - before < 2000);
	assert_int_equal(stats_of(&watcher).refused, refused);
	before = now_ms();
	unwatch(&watcher);
	assert_true(now_ms() - before < 2000);
	server_stop(bad);
}

static void a_daemon_that_hangs_is_counted(void **state)
{
	struct server *bad = server_start(bad_socket, serve_nothing);

	watch_bad();
	assert_true(wait_for(&watcher, EU_META_ANSWER_MS + 3000, stats_of(&watcher).timed_out));
	assert_non_null(strstr(stats_of(&watcher).last_error, "did not answer in time"));
	unwatch(&watcher);
	server_stop(bad);
}

static void a_list_does_not_wait_longer_than_told(void **state)
{
	const char *const sockets[] = {bad_socket};
	struct eu_meta_options options = {.sockets = sockets, .n_sockets = 1, .root = root};
	struct server *bad = server_start(bad_socket, serve_nothing);
	struct eu_container_list *list;
	int64_t before = now_ms();

	assert_int_equal(eu_meta_list(&list, &options, true, 300, NULL), 0);
	assert_true(now_ms() - before < 2000);
	assert_int_equal(list->stats.timed_out, 1);
	eu_container_list_free(list);
	server_stop(bad);
}

static bool serve_lies(struct server *server, int fd, const char *path)
{
	BEGIN(server, fd, path);
	return answer(fd, 200, "", "{\"Id\":[1],\"Name\":{\"a\":1},\"Config\":[],\"State\":\"x\"}");
}

static bool serve_stranger(struct server *server, int fd, const char *path)
{
	BEGIN(server, fd, path);
	return answer(fd, 200, "", "{\"Id\":\"" PWEB "\",\"Name\":\"/evil\"}");
}

static bool serve_partial(struct server *server, int fd, const char *path)
{
	BEGIN(server, fd, path);
	return answer(fd, 200, "", "{\"Id\":\"" WEB "\",\"Name\":\"/we");
}

static bool serve_html(struct server *server, int fd, const char *path)
{
	BEGIN(server, fd, path);
	return answer(fd, 200, "Content-Type: text/html\r\n", "<html>Login</html>");
}

static void expect_malformed(serve_fn serve)
{
	struct server *bad = server_start(bad_socket, serve);

	watch_bad();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_null(final_answer(&watcher, 7)->name);
	assert_false(final_answer(&watcher, 7)->from_api);
	assert_true(wait_for(&watcher, 1000, stats_of(&watcher).malformed == 1));
	assert_non_null(strstr(stats_of(&watcher).last_error, "not the JSON"));
	unwatch(&watcher);
	server_stop(bad);
}

static void a_daemon_that_lies_about_types_is_not_believed(void **state)
{
	expect_malformed(serve_lies);
}

static void an_answer_about_another_container_is_not_believed(void **state)
{
	expect_malformed(serve_stranger);
}

static void half_an_answer_is_no_answer(void **state)
{
	expect_malformed(serve_partial);
}

static void html_is_no_answer(void **state)
{
	expect_malformed(serve_html);
}

static bool serve_hang_up(struct server *server, int fd, const char *path)
{
	BEGIN(server, fd, path);
	send_text(fd, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"Id\":");
	return false;
}

static void a_daemon_that_hangs_up_is_counted_and_tried_again(void **state)
{
	struct server *bad = server_start(bad_socket, serve_hang_up);

	watch_bad();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, stats_of(&watcher).unreachable >= 1));
	assert_true(wait_for(&watcher, 3000, server_asked(bad, "/_ping") >= 2));
	unwatch(&watcher);
	server_stop(bad);
}

static bool serve_flood(struct server *server, int fd, const char *path)
{
	static char block[65536];

	BEGIN(server, fd, path);
	memset(block, 'x', sizeof(block) - 1);
	send_text(fd, "HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n{\"Id\":\"");
	for (int i = 0; i < 1600 && send_text(fd, block) && !stopping(server); i++)
		;
	return false;
}

static bool serve_headers(struct server *server, int fd, const char *path)
{
	BEGIN(server, fd, path);
	send_text(fd, "HTTP/1.1 200 OK\r\n");
	while (send_text(fd, "X-Nothing: to see here, and there is always more of it\r\n") &&
	       !stopping(server))
		;
	return false;
}

static long resident_kib(void)
{
	eu_auto_fclose FILE *file = fopen("/proc/self/status", "r");
	char line[256];
	long kib = 0;

	while (fgets(line, sizeof(line), file))
		sscanf(line, "VmHWM: %ld", &kib);
	return kib;
}

static void expect_too_large(serve_fn serve)
{
	struct server *bad = server_start(bad_socket, serve);
	long before = resident_kib();

	watch_bad();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 5000, final_answer(&watcher, 7)));
	assert_true(wait_for(&watcher, 1000, stats_of(&watcher).too_large == 1));
	assert_null(final_answer(&watcher, 7)->name);
	assert_true(resident_kib() - before < 48 * 1024);
	unwatch(&watcher);
	server_stop(bad);
}

static void a_hundred_megabytes_are_not_read(void **state)
{
	expect_too_large(serve_flood);
}

static void headers_without_end_are_not_read(void **state)
{
	expect_too_large(serve_headers);
}

static bool serve_bad_events(struct server *server, int fd, const char *path)
{
	static char block[65536];

	if (!strstr(path, "/events?"))
		return serve_good(server, fd, path);
	send_text(fd, "HTTP/1.1 200 OK\r\n\r\n");
	send_text(fd, "not json\n{\"Type\":\"container\",\"Action\":\"create\"}\n[]\n\n"
		      "{\"Type\":\"container\",\"Action\":{},\"Actor\":{\"ID\":\"a\"}}\n"
		      "{\"Type\":\"container\",\"Action\":\"oom\",\"Actor\":{\"ID\":\"b\"}}\n"
		      "{\"Type\":\"container\",\"Action\":\"die\",\"Actor\":{\"ID\":\"" WEB "\"}}\n");
	memset(block, 'x', sizeof(block) - 1);
	for (int i = 0; i < 1600 && send_text(fd, block) && !stopping(server); i++)
		;
	return false;
}

static void bad_events_are_counted_and_good_ones_between_them_told(void **state)
{
	struct server *bad = server_start(bad_socket, serve_bad_events);

	watch_bad();
	assert_true(wait_for(&watcher, 3000, count_actions(&watcher, EU_META_STOPPED) >= 1));
	assert_true(wait_for(&watcher, 3000, stats_of(&watcher).too_large >= 1));
	assert_int_equal(count_actions(&watcher, EU_META_OOM), 0); /* no id that an engine gives */
	assert_int_equal(stats_of(&watcher).malformed, 3);
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 5000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	unwatch(&watcher);
	server_stop(bad);
}

static bool serve_many_events(struct server *server, int fd, const char *path)
{
	char line[256];

	if (!strstr(path, "/events?"))
		return serve_good(server, fd, path);
	send_text(fd, "HTTP/1.1 200 OK\r\n\r\n");
	for (int i = 0; i < 20000 && !stopping(server); i++) {
		snprintf(line, sizeof(line),
			 "{\"Type\":\"container\",\"Action\":\"oom\",\"Actor\":{\"ID\":\"%064x\"}}\n",
			 i);
		if (!send_text(fd, line))
			return false;
	}
	return hang(server);
}

static void a_flood_of_events_that_nobody_takes_is_counted(void **state)
{
	struct server *bad = server_start(bad_socket, serve_many_events);
	struct eu_meta_stats stats;
	int64_t until = now_ms() + 20000;

	watch_bad();
	do {
		usleep(10000);
		stats = stats_of(&watcher);
	} while (stats.dropped < 20000 - EU_META_MAX_ANSWERS && now_ms() < until);
	assert_int_equal(stats.dropped, 20000 - EU_META_MAX_ANSWERS);
	unwatch(&watcher);
	server_stop(bad);
}

static bool serve_error(struct server *server, int fd, const char *path)
{
	return answer(fd, 500, "", "{\"message\":\"disk is full\"}");
}

static bool serve_elsewhere(struct server *server, int fd, const char *path)
{
	return answer(fd, 302, "Location: /login\r\n", "<html>Login</html>");
}

static void an_answer_that_is_an_error_is_told_as_that(void **state)
{
	static const struct {
		serve_fn serve;
		const char *says;
	} all[] = {{serve_error, "answers with HTTP status 500: disk is full"},
		   {serve_elsewhere, "answers with HTTP status 302"}};

	for (size_t i = 0; i < 2; i++) {
		struct server *bad = server_start(bad_socket, all[i].serve);
		struct eu_meta_stats stats;
		const char *end;

		watch_bad();
		assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
		assert_true(wait_for(&watcher, 3000, stats_of(&watcher).unreachable >= 1));
		stats = stats_of(&watcher);
		end = strstr(stats.last_error, " answers");
		assert_string_equal(end ? end + 1 : "", all[i].says);
		unwatch(&watcher);
		server_stop(bad);
	}
}

static bool serve_no_list(struct server *server, int fd, const char *path)
{
	BEGIN(server, fd, path);
	return answer(fd, 500, "", "{\"message\":\"disk is full\"}");
}

static void a_list_that_an_engine_refuses_is_not_complete(void **state)
{
	const char *const sockets[] = {bad_socket};
	struct eu_meta_options options = {.sockets = sockets, .n_sockets = 1, .root = root};
	struct server *bad = server_start(bad_socket, serve_no_list);
	struct eu_container_list *list;

	assert_int_equal(eu_meta_list(&list, &options, true, 2000, NULL), 0);
	assert_int_equal(list->stats.unreachable, 1);
	assert_non_null(strstr(list->stats.last_error, "HTTP status 500: disk is full"));
	eu_container_list_free(list);
	server_stop(bad);
}

static void a_file_in_place_of_a_socket_is_no_daemon(void **state)
{
	put(root, "/bad.sock", "");
	watch_bad();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 1000, final_answer(&watcher, 7)));
	assert_int_equal(stats_of(&watcher).unreachable, 0);
	unwatch(&watcher);
}

static void a_socket_that_nobody_listens_on_is_counted(void **state)
{
	struct server *bad = server_start(bad_socket, serve_good);
	char moved[160];

	snprintf(moved, sizeof(moved), "%s.old", bad_socket);
	assert_int_equal(rename(bad_socket, moved), 0);
	server_stop(bad);
	assert_int_equal(rename(moved, bad_socket), 0);
	watch_bad();
	assert_true(wait_for(&watcher, 2000, stats_of(&watcher).unreachable >= 1));
	unwatch(&watcher);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_daemon_that_hangs_does_not_keep_free_waiting),
	    TEST(a_daemon_that_hangs_does_not_keep_the_cgroups_word_back),
	    TEST(a_daemon_that_hangs_does_not_hold_up_another),
	    TEST(asking_never_blocks),
	    TEST(a_daemon_that_hangs_is_counted),
	    TEST(a_list_does_not_wait_longer_than_told),
	    TEST(a_daemon_that_lies_about_types_is_not_believed),
	    TEST(an_answer_about_another_container_is_not_believed),
	    TEST(half_an_answer_is_no_answer),
	    TEST(html_is_no_answer),
	    TEST(a_daemon_that_hangs_up_is_counted_and_tried_again),
	    TEST(a_hundred_megabytes_are_not_read),
	    TEST(headers_without_end_are_not_read),
	    TEST(bad_events_are_counted_and_good_ones_between_them_told),
	    TEST(a_flood_of_events_that_nobody_takes_is_counted),
	    TEST(an_answer_that_is_an_error_is_told_as_that),
	    TEST(a_list_that_an_engine_refuses_is_not_complete),
	    TEST(a_file_in_place_of_a_socket_is_no_daemon),
	    TEST(a_socket_that_nobody_listens_on_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

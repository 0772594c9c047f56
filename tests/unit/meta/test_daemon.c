/* SPDX-License-Identifier: Apache-2.0 */
/* Daemons that behave, and restart. */
#include <errno.h>

#include "server.h"
#include "support.h"

static char *root;
static char docker_socket[128], podman_socket[128];
static struct watcher watcher;

static int set_up(void **state)
{
	root = make_root();
	snprintf(docker_socket, sizeof(docker_socket), "%s/docker.sock", root);
	snprintf(podman_socket, sizeof(podman_socket), "%s/podman.sock", root);
	return 0;
}

static int tear_down(void **state)
{
	remove_root(root);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void watch_both(void)
{
	const char *const sockets[] = {docker_socket, podman_socket};

	watch(&watcher, root, sockets, 2);
}

static bool no_such_container(int fd)
{
	return answer(fd, 404, "", "{\"message\":\"No such container\"}");
}

/* A stream whose first lines are a captured one's; it stays open. */
static bool stream(struct server *server, int fd, const char *name)
{
	size_t len;
	eu_auto_free char *text = read_data(name, &len);
	eu_auto_free char *chunk = NULL;

	assert_true(asprintf(&chunk,
			     "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
			     "%zx\r\n%s\r\n",
			     len, text) > 0);
	send_text(fd, chunk);
	return hang(server);
}

static bool quiet_stream(struct server *server, int fd)
{
	send_text(fd, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
	return hang(server);
}

static bool serve_docker(struct server *server, int fd, const char *path)
{
	if (!strcmp(path, "/_ping"))
		return answer(fd, 200, "Api-Version: 1.41\r\n", "OK");
	if (!strcmp(path, "/v1.41/containers/" WEB "/json"))
		return answer_data(fd, "docker-inspect-web.json");
	if (!strcmp(path, "/v1.41/containers/json?all=1"))
		return answer_data(fd, "docker-list.json");
	if (!strncmp(path, "/v1.41/containers/" WEB "/top", 89))
		return answer_data(fd, "docker-top.json");
	if (!strncmp(path, "/v1.41/events?", 14))
		return quiet_stream(server, fd);
	return no_such_container(fd);
}

static bool serve_podman(struct server *server, int fd, const char *path)
{
	if (!strcmp(path, "/_ping"))
		return answer(fd, 200, "API-VERSION: 1.41\r\nLibpod-API-Version: 4.3.1\r\n", "OK");
	if (!strcmp(path, "/v1.41/containers/" PWEB "/json"))
		return answer_data(fd, "podman-inspect.json");
	if (!strcmp(path, "/v1.41/containers/json?all=1"))
		return answer_data(fd, "podman-list.json");
	if (!strncmp(path, "/v1.41/events?", 14))
		return quiet_stream(server, fd);
	return no_such_container(fd);
}

static void docker_names_a_container(void **state)
{
	struct server *docker = server_start(docker_socket, serve_docker);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	assert_string_equal(final_answer(&watcher, 7)->runtime, "docker");
	assert_true(final_answer(&watcher, 7)->from_api);
	assert_int_equal(server_asked(docker, "/_ping"), 1);
	unwatch(&watcher);
	server_stop(docker);
}

static void of_two_daemons_the_one_that_knows_answers(void **state)
{
	struct server *docker = server_start(docker_socket, serve_docker);
	struct server *podman = server_start(podman_socket, serve_podman);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, PWEB, NULL, 0, 1), 0);
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 2), 0);
	assert_true(
	    wait_for(&watcher, 3000, final_answer(&watcher, 1) && final_answer(&watcher, 2)));
	assert_string_equal(final_answer(&watcher, 1)->runtime, "podman");
	assert_string_equal(final_answer(&watcher, 2)->runtime, "docker");
	unwatch(&watcher);
	server_stop(docker);
	server_stop(podman);
}

#define BY_ID "sha256:dd55d51b7f8fa75c64758dfad8a0b97094a8dc612290cbce69227393ac5e34c2"

static bool serve_by_id(struct server *server, int fd, const char *path)
{
	if (!strcmp(path, "/v1.41/containers/" WEB "/json"))
		return answer(fd, 200, "", "{\"Id\":\"" WEB "\",\"Name\":\"/web\",\"Image\":\"" BY_ID
					   "\",\"Config\":{\"Image\":\"dd55d51b7f8f\"}}");
	if (!strcmp(path, "/v1.41/containers/json?all=1"))
		return answer(fd, 200, "", "[{\"Id\":\"" WEB "\",\"Names\":[\"/web\"],\"Image\":\"dd55d51b7f8f"
					   "\",\"ImageID\":\"" BY_ID "\",\"State\":\"exited\"}]");
	if (!strcmp(path, "/v1.41/images/" BY_ID "/json"))
		return answer(fd, 200, "", "{\"Id\":\"" BY_ID "\",\"RepoTags\":[\"example/web:1.2\"]}");
	if (!strcmp(path, "/v1.41/images/json"))
		return answer(fd, 200, "", "[{\"Id\":\"" BY_ID "\",\"RepoTags\":[\"example/web:1.2\"]}]");
	return serve_docker(server, fd, path);
}

static void of_an_images_id_the_name_is_asked_for(void **state)
{
	struct server *docker = server_start(docker_socket, serve_by_id);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->image_name, "example/web");
	assert_string_equal(final_answer(&watcher, 7)->image_tag, "1.2");
	assert_string_equal(final_answer(&watcher, 7)->image_id, BY_ID);
	unwatch(&watcher);
	server_stop(docker);
}

static bool serve_no_image(struct server *server, int fd, const char *path)
{
	if (!strncmp(path, "/v1.41/images/", 14))
		return answer(fd, 404, "", "{\"message\":\"No such image\"}");
	return serve_by_id(server, fd, path);
}

static void an_image_that_is_gone_has_its_id_still(void **state)
{
	struct server *docker = server_start(docker_socket, serve_no_image);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	assert_string_equal(final_answer(&watcher, 7)->image_id, BY_ID);
	assert_null(final_answer(&watcher, 7)->image_name);
	unwatch(&watcher);
	server_stop(docker);
}

static void a_container_nobody_knows_gets_a_final_answer(void **state)
{
	struct server *docker = server_start(docker_socket, serve_docker);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, PWEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_false(final_answer(&watcher, 7)->from_api);
	assert_null(final_answer(&watcher, 7)->name);
	assert_int_equal(watcher.seen[watcher.n - 1].action, EU_META_NONE);
	unwatch(&watcher);
	server_stop(docker);
}

static void without_daemons_the_final_answer_comes_soon(void **state)
{
	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, "/docker/" WEB, 0, 7), 0);
	assert_true(wait_for(&watcher, 1000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->runtime, "docker");
	unwatch(&watcher);
}

/* With systemd, a cgroup is older than what runc writes about its container. */
static void a_bundle_that_appears_late_is_found(void **state)
{
	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, NULL, "/a.slice/runc-web.scope", 0, 7), 0);
	assert_true(wait_for(&watcher, 200, watcher.n == 1));
	assert_false(watcher.seen[0].info->from_bundle);
	put(root, "/srv/web/config.json", "{\"annotations\":{\"team\":\"blue\"}}");
	put(root, "/run/runc/web/state.json",
	    "{\"init_process_pid\":42,\"config\":{\"labels\":[\"bundle=/srv/web\"]}}");
	assert_true(wait_for(&watcher, 1000, final_answer(&watcher, 7)));
	assert_true(final_answer(&watcher, 7)->from_bundle);
	assert_int_equal(final_answer(&watcher, 7)->init_pid, 42);
	unwatch(&watcher);
}

static void a_name_is_not_asked_of_daemons(void **state)
{
	struct server *docker = server_start(docker_socket, serve_docker);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, "web", NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_int_equal(server_asked(docker, "/json"), 0);
	unwatch(&watcher);
	server_stop(docker);
}

static bool serve_new(struct server *server, int fd, const char *path)
{
	if (!strcmp(path, "/_ping"))
		return answer(fd, 200, "Api-Version: 1.99\r\n", "OK");
	return no_such_container(fd);
}

static void a_newer_daemon_is_asked_for_what_we_know(void **state)
{
	struct server *docker = server_start(docker_socket, serve_new);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_int_equal(server_asked(docker, "/v1.51/containers/" WEB "/json"), 1);
	unwatch(&watcher);
	server_stop(docker);
}

static bool serve_old(struct server *server, int fd, const char *path)
{
	if (!strcmp(path, "/_ping"))
		return answer(fd, 200, "", "OK");
	if (!strcmp(path, "/version"))
		return answer_data(fd, "docker-version.json");
	return serve_docker(server, fd, path);
}

static void a_ping_without_a_version_is_followed_by_version(void **state)
{
	struct server *docker = server_start(docker_socket, serve_old);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	unwatch(&watcher);
	server_stop(docker);
}

static bool serve_events(struct server *server, int fd, const char *path)
{
	if (!strncmp(path, "/v1.41/events?", 14))
		return stream(server, fd, "docker-events.jsonl");
	return serve_docker(server, fd, path);
}

static void events_are_told_without_asking(void **state)
{
	struct server *docker = server_start(docker_socket, serve_events);

	watch_both();
	assert_true(wait_for(&watcher, 3000, count_actions(&watcher, EU_META_STOPPED) == 2));
	assert_int_equal(count_actions(&watcher, EU_META_CREATED), 4);
	assert_int_equal(count_actions(&watcher, EU_META_OOM), 1);
	assert_int_equal(count_actions(&watcher, EU_META_EXEC), 1);
	assert_int_equal(count_actions(&watcher, EU_META_REMOVED), 1);
	unwatch(&watcher);
	server_stop(docker);
}

static void a_start_is_followed_by_addresses(void **state)
{
	struct server *docker = server_start(docker_socket, serve_events);
	bool found = false;

	watch_both();
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 0)));
	for (size_t i = 0; i < watcher.n; i++)
		found |= watcher.seen[i].cookie == 0 && watcher.seen[i].info->n_addresses == 2;
	assert_true(found);
	unwatch(&watcher);
	server_stop(docker);
}

/* It is gone for the daemon, but its events came by. */
static void a_container_that_is_gone_is_named_by_its_events(void **state)
{
	static const char helper[] =
	    "6b439325c17f20c8c88cba84297a61db535b0f5e8d9c35f392431ac8998337bd";
	struct server *docker = server_start(docker_socket, serve_events);

	watch_both();
	assert_true(wait_for(&watcher, 3000, count_actions(&watcher, EU_META_STOPPED) == 2));
	assert_int_equal(eu_meta_ask(watcher.meta, helper, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "helper");
	unwatch(&watcher);
	server_stop(docker);
}

static bool send_a_life(struct server *server, int fd)
{
	static const char line[] =
	    "{\"Type\":\"container\",\"Action\":\"%s\",\"id\":\"" WEB "\",\"Actor\":{\"ID\":\"" WEB
	    "\",\"Attributes\":{\"name\":\"web\",\"image\":\"nginx:1.27\"}}}\n";
	char text[1024];
	int n;

	n = snprintf(text, sizeof(text), line, "create");
	snprintf(text + n, sizeof(text) - n, line, "destroy");
	send_text(fd, text);
	return hang(server);
}

static bool serve_a_life(struct server *server, int fd, const char *path)
{
	if (strncmp(path, "/v1.41/events?", 14))
		return !strcmp(path, "/_ping") ? serve_docker(server, fd, path) :
						 no_such_container(fd);
	send_text(fd, "HTTP/1.1 200 OK\r\n\r\n");
	return send_a_life(server, fd);
}

static void one_that_has_ended_and_is_removed_is_named(void **state)
{
	struct server *docker = server_start(docker_socket, serve_a_life);

	watch_both();
	assert_true(wait_for(&watcher, 3000, count_actions(&watcher, EU_META_REMOVED) == 1));
	assert_int_equal(eu_meta_ask_ended(watcher.meta, WEB, NULL, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	unwatch(&watcher);
	server_stop(docker);
}

/* Its events wait until it has been asked, and has answered. */
static bool serve_a_life_later(struct server *server, int fd, const char *path)
{
	if (strncmp(path, "/v1.41/events?", 14))
		return serve_a_life(server, fd, path);
	send_text(fd, "HTTP/1.1 200 OK\r\n\r\n");
	while (!server_asked(server, "/containers/" WEB) && !stopping(server))
		usleep(1000);
	usleep(50000);
	return send_a_life(server, fd);
}

static void one_that_has_ended_is_named_by_events_that_come_later(void **state)
{
	struct server *docker = server_start(docker_socket, serve_a_life_later);

	watch_both();
	assert_true(wait_for(&watcher, 3000, server_asked(docker, "/events?")));
	assert_int_equal(eu_meta_ask_ended(watcher.meta, WEB, NULL, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	unwatch(&watcher);
	server_stop(docker);
}

static void a_daemon_that_starts_later_is_found(void **state)
{
	struct server *docker;

	watch_both();
	dispatch_for(&watcher, 50);
	docker = server_start(docker_socket, serve_events);
	assert_true(wait_for(&watcher, 5000, count_actions(&watcher, EU_META_CREATED) == 4));
	unwatch(&watcher);
	server_stop(docker);
}

static void a_restarted_daemon_is_asked_what_was_missed(void **state)
{
	struct server *docker = server_start(docker_socket, serve_events);

	watch_both();
	assert_true(wait_for(&watcher, 3000, count_actions(&watcher, EU_META_STOPPED) == 2));
	server_stop(docker);
	docker = server_start(docker_socket, serve_docker);
	assert_true(wait_for(&watcher, 5000, server_asked(docker, "/events") == 1));
	assert_int_equal(server_asked(docker, "&since=1795322618.616900713"), 1);
	assert_true(wait_for(&watcher, 1000, stats_of(&watcher).reconnects == 1));
	unwatch(&watcher);
	server_stop(docker);
}

static void an_ask_waits_for_a_daemon_that_restarts(void **state)
{
	struct server *docker = server_start(docker_socket, serve_docker);

	watch_both();
	assert_true(wait_for(&watcher, 3000, server_asked(docker, "/events") == 1));
	server_stop(docker);
	dispatch_for(&watcher, 100);
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	dispatch_for(&watcher, 100);
	assert_null(final_answer(&watcher, 7));
	docker = server_start(docker_socket, serve_docker);
	assert_true(wait_for(&watcher, 5000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	unwatch(&watcher);
	server_stop(docker);
}

/* Of the first question it knows nothing any more. */
static bool serve_second(struct server *server, int fd, const char *path)
{
	if (strstr(path, "/containers/" WEB) && server_asked(server, "/containers/" WEB) == 1)
		return false;
	return serve_docker(server, fd, path);
}

static void one_that_hangs_up_is_asked_again(void **state)
{
	struct server *docker = server_start(docker_socket, serve_second);

	watch_both();
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 5000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	unwatch(&watcher);
	server_stop(docker);
}

static void a_list_asks_all_daemons(void **state)
{
	const char *const sockets[] = {docker_socket, podman_socket};
	struct eu_meta_options options = {.sockets = sockets, .n_sockets = 2, .root = root};
	struct server *docker = server_start(docker_socket, serve_docker);
	struct server *podman = server_start(podman_socket, serve_podman);
	struct eu_container_list *list;
	struct eu_error err;
	int web = 0, pweb = 0;

	assert_int_equal(eu_meta_list(&list, &options, true, 3000, &err), 0);
	for (size_t i = 0; i < list->n_entries; i++) {
		struct eu_container_entry *entry = &list->entries[i];

		if (!strcmp(entry->info->id, WEB)) {
			web++;
			assert_int_equal(entry->info->init_pid, 13301);
			assert_int_equal(entry->n_processes, 1);
		}
		pweb += !strcmp(entry->info->id, PWEB);
	}
	assert_int_equal(web, 1);
	assert_int_equal(pweb, 1);
	eu_container_list_free(list);
	server_stop(docker);
	server_stop(podman);
}

static void a_list_names_an_image_that_was_asked_for_by_its_id(void **state)
{
	struct server *docker = server_start(docker_socket, serve_by_id);
	const char *const sockets[] = {docker_socket};
	const struct eu_meta_options options = {.sockets = sockets, .n_sockets = 1, .root = root};
	struct eu_container_list *list;

	assert_int_equal(eu_meta_list(&list, &options, false, 3000, NULL), 0);
	assert_int_equal(list->n_entries, 1);
	assert_string_equal(list->entries[0].info->image_name, "example/web");
	assert_string_equal(list->entries[0].info->image_id, BY_ID);
	eu_container_list_free(list);
	server_stop(docker);
}

static int listed_pid(const char *state)
{
	struct eu_meta_options options = {.root = root, .no_daemons = true};
	struct eu_container_list *list;
	int pid;

	put(root, "/run/runc/web/state.json", state);
	assert_int_equal(eu_meta_list(&list, &options, false, 3000, NULL), 0);
	assert_int_equal(list->n_entries, 1);
	pid = list->entries[0].info->init_pid;
	assert_string_equal(list->entries[0].info->status, pid ? "running" : "stopped");
	eu_container_list_free(list);
	return pid;
}

/* State stays behind when a runtime is killed; its pid is somebody else's one day. */
static void a_list_does_not_take_another_process_for_init(void **state)
{
	unsigned long long start;
	char text[256];
	FILE *file = fopen("/proc/self/stat", "r");

	assert_int_equal(fscanf(file,
				"%*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s "
				"%*s %*s %*s %*s %*s %llu",
				&start),
			 1);
	fclose(file);
	snprintf(text, sizeof(text), "{\"init_process_pid\":%d,\"init_process_start\":%llu}",
		 getpid(), start);
	assert_int_equal(listed_pid(text), getpid());
	snprintf(text, sizeof(text), "{\"init_process_pid\":%d,\"init_process_start\":%llu}",
		 getpid(), start + 1);
	assert_int_equal(listed_pid(text), 0);
	assert_int_equal(listed_pid("{\"init_process_pid\":4194303}"), 0);
}

/* No daemon is asked, and none tells. */
static void what_an_engine_keeps_no_longer_is_removed(void **state)
{
	char *home = make_root(), path[256];

	put_data(home, "/var/lib/docker/containers/" WEB "/config.v2.json", "docker-config.v2.json");
	watch(&watcher, home, NULL, 0);
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	snprintf(path, sizeof(path), "%s/var/lib/docker/containers/" WEB, home);
	assert_string_equal(final_answer(&watcher, 7)->home, path);
	eu_meta_look(watcher.meta);
	dispatch_for(&watcher, 0);
	assert_int_equal(count_actions(&watcher, EU_META_REMOVED), 0);
	remove_root(home);
	eu_meta_look(watcher.meta);
	dispatch_for(&watcher, 0);
	assert_int_equal(count_actions(&watcher, EU_META_REMOVED), 1);
	eu_meta_look(watcher.meta);
	dispatch_for(&watcher, 0);
	assert_int_equal(count_actions(&watcher, EU_META_REMOVED), 1);
	unwatch(&watcher);
}

static void a_socket_may_be_written_as_docker_writes_it(void **state)
{
	char url[160];
	const char *const sockets[] = {url, docker_socket};
	struct server *docker = server_start(docker_socket, serve_docker);

	snprintf(url, sizeof(url), "unix://%s", docker_socket);
	watch(&watcher, root, sockets, 2);
	assert_int_equal(eu_meta_ask(watcher.meta, WEB, NULL, 0, 7), 0);
	assert_true(wait_for(&watcher, 3000, final_answer(&watcher, 7)));
	assert_string_equal(final_answer(&watcher, 7)->name, "web");
	assert_int_equal(server_asked(docker, "/_ping"), 1);
	unwatch(&watcher);
	server_stop(docker);
}

static void a_relative_socket_is_refused_with_a_sentence(void **state)
{
	const char *const sockets[] = {"docker.sock"};
	struct eu_meta_options options = {.sockets = sockets, .n_sockets = 1};
	struct eu_meta *meta;
	struct eu_error err;

	assert_int_equal(eu_meta_new(&meta, &options, &err), -EINVAL);
	assert_string_equal(err.text, "\"docker.sock\" is not the absolute path of a socket");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(docker_names_a_container),
	    TEST(of_two_daemons_the_one_that_knows_answers),
	    TEST(a_container_nobody_knows_gets_a_final_answer),
	    TEST(without_daemons_the_final_answer_comes_soon),
	    TEST(a_bundle_that_appears_late_is_found),
	    TEST(a_name_is_not_asked_of_daemons),
	    TEST(a_newer_daemon_is_asked_for_what_we_know),
	    TEST(a_ping_without_a_version_is_followed_by_version),
	    TEST(events_are_told_without_asking),
	    TEST(a_start_is_followed_by_addresses),
	    TEST(a_container_that_is_gone_is_named_by_its_events),
	    TEST(one_that_has_ended_and_is_removed_is_named),
	    TEST(one_that_has_ended_is_named_by_events_that_come_later),
	    TEST(a_daemon_that_starts_later_is_found),
	    TEST(a_restarted_daemon_is_asked_what_was_missed),
	    TEST(an_ask_waits_for_a_daemon_that_restarts),
	    TEST(one_that_hangs_up_is_asked_again),
	    TEST(a_list_asks_all_daemons),
	    TEST(a_list_names_an_image_that_was_asked_for_by_its_id),
	    TEST(of_an_images_id_the_name_is_asked_for),
	    TEST(an_image_that_is_gone_has_its_id_still),
	    TEST(a_list_does_not_take_another_process_for_init),
	    TEST(what_an_engine_keeps_no_longer_is_removed),
	    TEST(a_socket_may_be_written_as_docker_writes_it),
	    TEST(a_relative_socket_is_refused_with_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

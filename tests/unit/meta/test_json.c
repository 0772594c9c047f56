/* SPDX-License-Identifier: Apache-2.0 */
/* Answers and files captured from docker 20.10, podman 4.3 and runc 1.1, and what they mean. */
#include <errno.h>
#include <netinet/in.h>

#include "support.h"
#include "meta/json.h"

static int set_up(void **state)
{
	*state = eu_container_info_new();
	return *state ? 0 : -1;
}

static int tear_down(void **state)
{
	eu_container_info_free(*state);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void inspect(struct eu_container_info *info, const char *name)
{
	size_t len;
	eu_auto_free char *text = read_data(name, &len);

	assert_int_equal(eu_json_inspect(text, len, info), 0);
}

static int inspect_text(struct eu_container_info *info, const char *text)
{
	return eu_json_inspect(text, strlen(text), info);
}

static void docker_inspect_tells_who_it_is(void **state)
{
	struct eu_container_info *info = *state;

	inspect(info, "docker-inspect-web.json");
	assert_string_equal(info->id, WEB);
	assert_string_equal(info->name, "web");
	assert_string_equal(info->image_name, "example/web");
	assert_string_equal(info->image_tag, "1.2");
	assert_string_equal(info->created, "2026-11-22T04:43:34.144350653Z");
	assert_string_equal(info->status, "running");
	assert_int_equal(info->init_pid, 13301);
	assert_false(info->has_exit_code);
	assert_string_equal(label(info, "com.example.tier"), "front");
	assert_string_equal(label(info, "note"), "h\u00e9llo \"q\"");
	assert_memory_equal(info->image_id, "sha256:dd55d51b", 15);
}

static void docker_inspect_tells_addresses_of_both_families(void **state)
{
	struct eu_container_info *info = *state;

	inspect(info, "docker-inspect-web.json");
	assert_int_equal(info->n_addresses, 2);
	assert_string_equal(info->addresses[0].network, "appnet");
	assert_string_equal(address(info->addresses[0].ip), "198.18.78.2");
	assert_int_equal(info->addresses[0].prefix, 24);
	assert_string_equal(address(info->addresses[1].ip), "fd00:78::2");
	assert_int_equal(info->addresses[1].prefix, 64);
}

static void docker_inspect_tells_published_ports(void **state)
{
	struct eu_container_info *info = *state;

	inspect(info, "docker-inspect-web.json");
	assert_int_equal(info->n_ports, 5);
	assert_string_equal(address(info->ports[0].host_ip), "127.0.0.1");
	assert_int_equal(info->ports[0].host_port, 8080);
	assert_int_equal(info->ports[0].port, 80);
	assert_int_equal(info->ports[0].protocol, IPPROTO_TCP);
	assert_string_equal(address(info->ports[2].host_ip), "::");
	assert_int_equal(info->ports[2].protocol, IPPROTO_UDP);
}

static void an_oom_kill_shows_in_inspect(void **state)
{
	struct eu_container_info *info = *state;

	inspect(info, "docker-inspect-oomed.json");
	assert_true(info->oom_killed);
	assert_true(info->has_exit_code);
	assert_int_equal(info->exit_code, 137);
	assert_string_equal(info->status, "exited");
	assert_int_equal(info->init_pid, 0);
}

static void dockers_own_file_reads_like_inspect(void **state)
{
	struct eu_container_info *info = *state;

	inspect(info, "docker-config.v2.json");
	assert_string_equal(info->id, WEB);
	assert_string_equal(info->name, "web");
	assert_string_equal(info->status, "running");
	assert_int_equal(info->n_addresses, 2);
	assert_int_equal(info->n_ports, 5);
}

static void podman_inspect_tells_who_it_is(void **state)
{
	struct eu_container_info *info = *state;

	inspect(info, "podman-inspect.json");
	assert_string_equal(info->id, PWEB);
	assert_string_equal(info->name, "pweb2");
	assert_string_equal(info->image_name, "localhost/example/web");
	assert_int_equal(info->init_pid, 15133);
	assert_string_equal(label(info, "a"), "b");
}

struct names {
	char text[256];
};

static int add_name(void *ctx, struct eu_container_info *info)
{
	struct names *names = ctx;

	strcat(names->text, info->name);
	strcat(names->text, " ");
	strcat(names->text, info->status);
	strcat(names->text, " ");
	strcat(names->text, info->created);
	strcat(names->text, ";");
	return 0;
}

static void a_list_has_all_containers(void **state)
{
	struct names names = {""};
	size_t len;
	eu_auto_free char *text = read_data("docker-list.json", &len);

	assert_int_equal(eu_json_list(text, len, add_name, &names), 0);
	assert_string_equal(names.text, "oomed exited 2026-11-22T04:43:37Z;"
					"helper running 2026-11-22T04:43:36Z;"
					"web running 2026-11-22T04:43:34Z;");
}

static int keep_ports(void *ctx, struct eu_container_info *info)
{
	return eu_info_merge(ctx, info) ? 0 : -ENOMEM;
}

static void a_list_has_addresses_and_ports(void **state)
{
	struct eu_container_info *info = *state;
	size_t len;
	eu_auto_free char *text = read_data("docker-list.json", &len);

	assert_int_equal(eu_json_list(text, len, keep_ports, info), 0);
	assert_int_equal(info->n_ports, 5);
	assert_string_equal(address(info->addresses[0].ip), "198.18.78.2");
}

static void top_tells_processes(void **state)
{
	static const char *const files[] = {"docker-top.json", "podman-top.json"};
	static const int pids[] = {13301, 15133};

	for (size_t i = 0; i < 2; i++) {
		struct eu_container_process *processes;
		size_t len, n;
		eu_auto_free char *text = read_data(files[i], &len);

		assert_int_equal(eu_json_top(text, len, &processes, &n), 0);
		assert_int_equal(n, 1);
		assert_int_equal(processes[0].pid, pids[i]);
		assert_string_equal(processes[0].command, "httpd -f -p 80 -h /www");
		eu_container_processes_free(processes, n);
	}
}

/* "created:gone started:gone …" out of a captured stream */
static void read_events(const char *name, char *out, size_t size)
{
	static const char *const words[] = {"none", "named",   "created", "started",
					    "exec", "stopped", "removed", "oom"};
	size_t len, used = 0;
	eu_auto_free char *text = read_data(name, &len);
	char *save, *line;

	for (line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		eu_auto_info struct eu_container_info *info = eu_container_info_new();
		enum eu_meta_action action;

		assert_int_equal(eu_json_event(line, strlen(line), info, &action), 0);
		if (action == EU_META_NONE)
			continue;
		used += snprintf(out + used, size - used, "%s:%s", words[action], info->name);
		if (info->has_exit_code)
			used += snprintf(out + used, size - used, "=%d", info->exit_code);
		if (info->detail)
			used += snprintf(out + used, size - used, "(%s)", info->detail);
		used += snprintf(out + used, size - used, " ");
		assert_non_null(info->image_name);
		assert_true(info->time > 1795322600000000000);
		assert_null(label(info, "image"));
		assert_null(label(info, "exitCode"));
	}
}

static void dockers_events_tell_a_life(void **state)
{
	char text[1024];

	read_events("docker-events.jsonl", text, sizeof(text));
	assert_string_equal(text,
			    "created:web started:web created:helper started:helper exec:web(ls /) "
			    "created:gone started:gone stopped:gone=3 named:gone2 removed:gone2 "
			    "created:oomed started:oomed oom:oomed stopped:oomed=137 ");
}

static void podmans_events_tell_a_life(void **state)
{
	char text[1024];

	read_events("podman-events.jsonl", text, sizeof(text));
	assert_string_equal(text, "exec:pweb created:pgone started:pgone stopped:pgone=4 "
				  "removed:pgone named:pweb2 ");
}

static void labels_travel_with_events(void **state)
{
	struct eu_container_info *info = *state;
	size_t len;
	eu_auto_free char *text = read_data("docker-events.jsonl", &len);
	char *line = strchr(text, '\n') + 1;
	enum eu_meta_action action;

	assert_int_equal(eu_json_event(line, strcspn(line, "\n"), info, &action), 0);
	assert_int_equal(info->n_labels, 2);
	assert_string_equal(label(info, "com.example.tier"), "front");
}

/* Podman hands on what its programs say to --version. */
static void a_runtimes_version_is_short(void **state)
{
	static const char podman[] =
		"{\"Version\":\"4.3.1\",\"Components\":[{\"Name\":\"Podman Engine\",\"Version\":\"4.3.1\"},"
		"{\"Name\":\"Conmon\",\"Version\":\"conmon version 2.1.6, commit: unknown\"},"
		"{\"Name\":\"OCI Runtime (crun)\",\"Version\":\"crun version 1.8.1\\ncommit: f8a\"}]}";
	static const char odd[] = "{\"Version\":7,\"Components\":{\"Name\":[]}}";
	char runtime[256] = "", little[8] = "";

	assert_int_equal(eu_json_runtime(podman, strlen(podman), runtime, sizeof(runtime)), 0);
	assert_string_equal(runtime, "4.3.1 (Conmon 2.1.6, OCI Runtime (crun) 1.8.1)");
	assert_int_equal(eu_json_runtime(podman, strlen(podman), little, sizeof(little)), 0);
	assert_int_equal(strlen(little), 7);
	assert_int_equal(eu_json_runtime(odd, strlen(odd), runtime, sizeof(runtime)), -EINVAL);
}

static void a_version_is_found(void **state)
{
	char version[16] = "", runtime[256] = "";
	size_t len;
	eu_auto_free char *text = read_data("docker-version.json", &len);

	assert_int_equal(eu_json_version(text, len, version, sizeof(version)), 0);
	assert_string_equal(version, "1.41");
	assert_int_equal(eu_json_runtime(text, len, runtime, sizeof(runtime)), 0);
	assert_string_equal(runtime, "20.10.24+dfsg1 (containerd 1.6.20~ds1, runc 1.1.5+ds1, "
				     "docker-init 0.19.0)");
}

static void a_docker_bundle_leads_to_dockers_files(void **state)
{
	eu_auto_free char *data_root = NULL;
	size_t len;
	eu_auto_free char *text = read_data("docker-config.json", &len);

	assert_int_equal(eu_json_oci_config(text, len, *state, &data_root), 0);
	assert_string_equal(data_root, "/var/lib/docker");
}

static void a_podman_bundle_says_podman(void **state)
{
	struct eu_container_info *info = *state;
	eu_auto_free char *data_root = NULL;
	size_t len;
	eu_auto_free char *text = read_data("podman-config.json", &len);

	assert_int_equal(eu_json_oci_config(text, len, info, &data_root), 0);
	assert_null(data_root);
	assert_string_equal(info->runtime, "podman");
	assert_string_equal(info->created, "2026-11-22T04:44:30.722141515Z");
	assert_int_equal(info->n_labels, 0);
}

static void a_cri_bundle_names_the_pod(void **state)
{
	static const char text[] =
	    "{\"annotations\":{\"io.kubernetes.cri.container-type\":\"container\","
	    "\"io.kubernetes.cri.container-name\":\"app\","
	    "\"io.kubernetes.cri.image-name\":\"docker.io/library/nginx:1.27\","
	    "\"io.kubernetes.cri.sandbox-id\":\"0123\","
	    "\"io.kubernetes.cri.sandbox-name\":\"front-5f\","
	    "\"io.kubernetes.cri.sandbox-namespace\":\"shop\","
	    "\"io.kubernetes.cri.sandbox-uid\":\"5f-1c\"}}";
	struct eu_container_info *info = *state;

	assert_int_equal(eu_json_oci_config(text, strlen(text), info, NULL), 0);
	assert_string_equal(info->runtime, "containerd");
	assert_string_equal(info->name, "app");
	assert_string_equal(info->image_name, "docker.io/library/nginx");
	assert_string_equal(info->image_tag, "1.27");
	assert_string_equal(info->pod_name, "front-5f");
	assert_string_equal(info->pod_namespace, "shop");
	assert_string_equal(info->pod_uid, "5f-1c");
}

static void runcs_state_tells_init_and_bundle(void **state)
{
	struct eu_container_info *info = *state;
	size_t len;
	eu_auto_free char *text = read_data("runc-state.json", &len);

	assert_int_equal(eu_json_runtime_state(text, len, info), 0);
	assert_int_equal(info->init_pid, 13301);
	assert_string_equal(
	    info->bundle, "/run/docker/containerd/daemon/io.containerd.runtime.v2.task/moby/" WEB);
	assert_non_null(info->created);
}

static void cruns_status_tells_init_and_bundle(void **state)
{
	static const char text[] =
	    "{\"pid\":4711,\"process-start-time\":1,\"cgroup-path\":\"/web\","
	    "\"rootfs\":\"/srv/web/rootfs\",\"systemd-cgroup\":false,\"bundle\":\"/srv/web\","
	    "\"created\":\"2026-11-22T03:14:01.3Z\",\"detached\":true,\"external_descriptors\":"
	    "\"\"}";
	struct eu_container_info *info = *state;

	assert_int_equal(eu_json_runtime_state(text, strlen(text), info), 0);
	assert_int_equal(info->init_pid, 4711);
	assert_string_equal(info->bundle, "/srv/web");
	assert_string_equal(info->cgroup_path, "/web");
}

static void podmans_storage_names_container_and_image(void **state)
{
	struct eu_container_info *info = *state;
	size_t len, images_len;
	eu_auto_free char *text = read_data("podman-containers.json", &len);
	eu_auto_free char *images = read_data("podman-images.json", &images_len);

	assert_true(eu_info_set_text(&info->id, PWEB));
	assert_int_equal(eu_json_storage_container(text, len, info), 0);
	assert_string_equal(info->name, "pweb2");
	assert_string_equal(info->image_name, "localhost/example/web");
	assert_int_equal(eu_json_storage_image(images, images_len, info), 0);
	assert_memory_equal(info->image_digest, "sha256:872e0072", 15);
}

static void storage_names_an_image_that_was_asked_for_by_its_id(void **state)
{
	struct eu_container_info *info = *state;
	size_t len;
	eu_auto_free char *images = read_data("podman-images.json", &len);

	assert_true(eu_info_set_image(
		info, "sha256:0ea26feff10096a8614e48ca127b9d5185c927149fd46dce2097cf4f30b08e33"));
	assert_int_equal(eu_json_storage_image(images, len, info), 0);
	assert_string_equal(info->image_name, "localhost/example/web");
	assert_string_equal(info->image_tag, "1.2");
}

static void storage_does_not_name_a_stranger(void **state)
{
	struct eu_container_info *info = *state;
	size_t len;
	eu_auto_free char *text = read_data("podman-containers.json", &len);

	assert_true(eu_info_set_text(&info->id, WEB));
	assert_int_equal(eu_json_storage_container(text, len, info), -ENOENT);
	assert_null(info->name);
}

static const char repositories[] =
    "{\"Repositories\":{\"example/web\":{\"example/web:1.2\":\"sha256:dd55\"},"
    "\"localhost:5000/web\":{\"localhost:5000/web:1.2\":\"sha256:dd55\","
    "\"localhost:5000/web@sha256:0bad\":\"sha256:aaaa\","
    "\"localhost:5000/web@sha256:1bbf\":\"sha256:dd55\"}}}";

static void dockers_repositories_tell_the_digest(void **state)
{
	struct eu_container_info *info = *state;

	assert_true(eu_info_set_text(&info->image_id, "sha256:dd55"));
	assert_true(eu_info_set_text(&info->image_name, "localhost:5000/web"));
	assert_int_equal(eu_json_repositories(repositories, strlen(repositories), info), 0);
	assert_string_equal(info->image_digest, "sha256:1bbf");
}

static void an_image_that_was_never_pulled_has_no_digest(void **state)
{
	struct eu_container_info *info = *state;

	assert_true(eu_info_set_text(&info->image_id, "sha256:dd55"));
	assert_true(eu_info_set_text(&info->image_name, "example/web"));
	assert_int_equal(eu_json_repositories(repositories, strlen(repositories), info), -ENOENT);
	assert_null(info->image_digest);
}

#define DD55 "sha256:dd55d51b7f8fa75c64758dfad8a0b97094a8dc612290cbce69227393ac5e34c2"

/* Whoever says `docker run sha256:…` does not say a name. */
static void dockers_repositories_name_an_image_that_was_asked_for_by_its_id(void **state)
{
	struct eu_container_info *info = *state;

	assert_true(eu_info_set_text(&info->image_id, "sha256:dd55"));
	assert_int_equal(eu_json_repositories(repositories, strlen(repositories), info), 0);
	assert_string_equal(info->image_name, "example/web");
	assert_string_equal(info->image_tag, "1.2");
	assert_null(info->image_digest);
}

static void an_image(struct eu_container_info *info, const char *rest, int expected)
{
	eu_auto_free char *text = NULL;

	assert_true(asprintf(&text, "{\"Id\":\"" DD55 "\",%s}", rest) > 0);
	assert_int_equal(eu_json_image(text, strlen(text), info), expected);
}

static void a_daemon_names_an_image_that_was_asked_for_by_its_id(void **state)
{
	struct eu_container_info *info = *state;

	assert_true(eu_info_set_text(&info->image_id, DD55));
	an_image(info, "\"RepoTags\":[\"a/web:1\",\"b/web:2\"],\"RepoDigests\":[\"b/web@sha256:0b\","
		       "\"a/web@sha256:0a\"]", 0);
	assert_string_equal(info->image_name, "a/web");
	assert_string_equal(info->image_tag, "1");
	assert_string_equal(info->image_digest, "sha256:0a");
}

static void an_image_without_a_name_stays_without(void **state)
{
	struct eu_container_info *info = *state;

	assert_true(eu_info_set_text(&info->image_id, DD55));
	an_image(info, "\"RepoTags\":null,\"RepoDigests\":[]", 0);
	an_image(info, "\"RepoTags\":[\"<none>:<none>\"],\"RepoDigests\":[\"<none>@<none>\"]", 0);
	assert_null(info->image_name);
	an_image(info, "\"RepoTags\":[],\"RepoDigests\":[\"a/web@sha256:0a\"]", 0);
	assert_string_equal(info->image_name, "a/web");
	assert_null(info->image_tag);
}

static void another_image_names_nothing(void **state)
{
	struct eu_container_info *info = *state;

	an_image(info, "\"RepoTags\":[\"a/web:1\"]", -EINVAL);
	assert_true(eu_info_set_text(&info->image_id, "sha256:dd55"));
	an_image(info, "\"RepoTags\":[\"a/web:1\"]", -EINVAL);
	assert_null(info->image_name);
}

static void a_list_of_images_names_those_that_are_asked_for(void **state)
{
	static const char text[] = "[{\"Id\":\"sha256:00\",\"RepoTags\":[\"other:1\"]},"
				   "{\"Id\":\"" DD55 "\",\"RepoTags\":[\"web:1\"]},5]";
	struct eu_container_info *info = *state;

	assert_true(eu_info_set_text(&info->image_id, DD55));
	assert_int_equal(eu_json_images(text, strlen(text), &info, 1), 0);
	assert_string_equal(info->image_name, "web");
}

static void image_with_id(const char *id, const char *reference, const char *name, const char *tag,
			  const char *digest)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();

	assert_true(eu_info_set_text(&info->image_id, id));
	assert_true(eu_info_set_image(info, reference));
	assert_string_equal(info->image_name ?: "", name);
	assert_string_equal(info->image_tag ?: "", tag);
	assert_string_equal(info->image_digest ?: "", digest);
}

static void image(const char *reference, const char *name, const char *tag, const char *digest)
{
	image_with_id("sha256:dd55d51b7f8fa75c", reference, name, tag, digest);
}

/* Docker's events have what the image was asked for by, and not its id. */
static void what_may_be_an_images_id_is_no_name(void **state)
{
	image_with_id(NULL, "dd55d51b7f8f", "", "", "");
	image_with_id(NULL, "dd55d51b7f8f:1", "dd55d51b7f8f", "1", "");
	image_with_id(NULL, DD55 + 7, "", "", "");
	image_with_id(NULL, "nginx", "nginx", "latest", "");
}

static void image_references_are_taken_apart(void **state)
{
	image("nginx", "nginx", "latest", "");
	image("nginx:1.27", "nginx", "1.27", "");
	image("localhost:5000/a/b", "localhost:5000/a/b", "latest", "");
	image("localhost:5000/a/b:t", "localhost:5000/a/b", "t", "");
	image("nginx@sha256:00ff", "nginx", "", "sha256:00ff");
	image("r:5000/a:t@sha256:00ff", "r:5000/a", "t", "sha256:00ff");
	image("sha256:dd55d51b7f8fa75c", "", "", "");
	image("dd55d51b7f8f", "", "", "");
	image("cafe", "cafe", "latest", "");
	image("", "", "", "");
}

static void values_of_other_types_count_as_absent(void **state)
{
	struct eu_container_info *info = *state;

	assert_int_equal(
	    inspect_text(info,
			 "{\"Id\":\"abc\",\"Name\":[1],\"Image\":{},\"Created\":17,\"State\":[],"
			 "\"Config\":\"x\",\"NetworkSettings\":{\"Networks\":[{}],\"Ports\":7}}"),
	    0);
	assert_string_equal(info->id, "abc");
	assert_null(info->name);
	assert_null(info->created);
	assert_int_equal(info->n_addresses + info->n_ports + info->n_labels, 0);
}

static void numbers_out_of_range_count_as_absent(void **state)
{
	struct eu_container_info *info = *state;

	assert_int_equal(
	    inspect_text(info,
			 "{\"Id\":\"abc\",\"State\":{\"Status\":\"exited\",\"Pid\":99999999999,"
			 "\"ExitCode\":99999999999},\"NetworkSettings\":{\"Ports\":{"
			 "\"70000/tcp\":[{\"HostPort\":\"80\"}],\"80/tcp\":[{\"HostPort\":\"-1\"},"
			 "{\"HostPort\":\"65536\"},{\"HostPort\":\"8x\"}],\"80/foo\":[{"
			 "\"HostPort\":\"80\"}]},\"Networks\":{\"n\":{\"IPAddress\":\"1.2.3\"}}}}"),
	    0);
	assert_int_equal(info->init_pid, 0);
	assert_false(info->has_exit_code);
	assert_int_equal(info->n_ports, 0);
	assert_int_equal(info->n_addresses, 0);
}

static void what_is_not_json_is_refused(void **state)
{
	static const char *const texts[] = {
	    "", "{", "[]", "nul", "{\"a\":}", "\xff\xfe", "{\"Id\":\"a\"} x", "{}"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_int_equal(inspect_text(*state, texts[i]), -EINVAL);
}

static void deep_nesting_is_survived(void **state)
{
	size_t len = 1 << 20;
	eu_auto_free char *text = malloc(len + 1);

	memset(text, '[', len);
	text[len] = '\0';
	assert_int_not_equal(inspect_text(*state, text), 0);
}

/* Eight megabytes of "[1,1,1,…" would be a hundred megabytes of values. */
static void a_document_that_needs_too_much_memory_is_refused(void **state)
{
	size_t len = 8 << 20;
	eu_auto_free char *text = malloc(len + 1);

	for (size_t i = 0; i < len; i++)
		text[i] = i % 2 ? '1' : ',';
	text[0] = '[';
	text[len - 1] = ']';
	text[len - 2] = '1';
	text[len] = '\0';
	assert_int_equal(inspect_text(*state, text), -E2BIG);
}

static void too_many_labels_are_cut(void **state)
{
	struct eu_container_info *info = *state;
	char key[32];

	for (int i = 0; i < EU_META_MAX_ITEMS + 100; i++) {
		snprintf(key, sizeof(key), "k%d", i);
		assert_true(eu_info_add_label(info, key, "v"));
	}
	assert_int_equal(info->n_labels, EU_META_MAX_ITEMS);
	assert_true(info->labels_left_out);
}

static void a_label_that_is_cut_says_so(void **state)
{
	struct eu_container_info *info = *state;
	eu_auto_info struct eu_container_info *copy = NULL;
	eu_auto_free char *text = calloc(1, EU_META_MAX_STRING + 2);

	memset(text, 'x', EU_META_MAX_STRING);
	assert_true(eu_info_add_label(info, text, "v"));
	assert_true(eu_info_add_label(info, "whole", text));
	text[EU_META_MAX_STRING] = 'x';
	assert_true(eu_info_add_label(info, "cut", text));
	assert_false(info->labels_left_out);
	assert_true(eu_info_add_label(info, text, "would have another key"));
	copy = eu_info_copy(info);
	assert_int_equal(copy->n_labels, 3);
	assert_false(copy->labels[1].cut);
	assert_true(copy->labels[2].cut);
	assert_int_equal(strlen(copy->labels[2].value), EU_META_MAX_STRING);
	assert_true(copy->labels_left_out);
}

static void long_strings_are_cut_on_a_character(void **state)
{
	struct eu_container_info *info = *state;
	eu_auto_free char *text = calloc(1, EU_META_MAX_STRING + 100);

	memset(text, 'x', EU_META_MAX_STRING - 1);
	strcpy(text + EU_META_MAX_STRING - 1, "\u00e9 and more");
	assert_true(eu_info_set_text(&info->name, text));
	assert_int_equal(strlen(info->name), EU_META_MAX_STRING - 1);
}

static void a_merge_keeps_what_the_newer_does_not_know(void **state)
{
	struct eu_container_info *info = *state;
	eu_auto_info struct eu_container_info *newer = eu_container_info_new();

	inspect(info, "docker-inspect-web.json");
	assert_true(eu_info_set_text(&newer->name, "renamed"));
	assert_true(eu_info_merge(info, newer));
	assert_string_equal(info->name, "renamed");
	assert_string_equal(info->image_tag, "1.2");
	assert_int_equal(info->n_labels, 2);
	assert_int_equal(info->n_addresses, 2);
}

static uint64_t made(const char *created)
{
	const struct eu_container_info info = {.created = (char *)created};

	return eu_container_info_made(&info);
}

static void the_time_when_it_was_made_is_read_with_its_zone(void **state)
{
	assert_int_equal(made("1970-01-02T00:00:00Z"), 86400000000000);
	assert_int_equal(made("1970-01-02T00:00:00.25Z"), 86400250000000);
	assert_int_equal(made("1970-01-02T01:30:00.000000001+01:30"), 86400000000001);
	assert_int_equal(made("1970-01-01T22:00:00.1234567891234-02:00"), 86400123456789);
	assert_int_equal(made("1970-01-02T00:00:00"), 0);
	assert_int_equal(made("0001-01-01T00:00:00Z"), 0);
	assert_int_equal(made("yesterday"), 0);
	assert_int_equal(made(NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(docker_inspect_tells_who_it_is),
	    TEST(docker_inspect_tells_addresses_of_both_families),
	    TEST(docker_inspect_tells_published_ports),
	    TEST(an_oom_kill_shows_in_inspect),
	    TEST(dockers_own_file_reads_like_inspect),
	    TEST(podman_inspect_tells_who_it_is),
	    TEST(a_list_has_all_containers),
	    TEST(a_list_has_addresses_and_ports),
	    TEST(top_tells_processes),
	    TEST(dockers_events_tell_a_life),
	    TEST(podmans_events_tell_a_life),
	    TEST(labels_travel_with_events),
	    TEST(a_runtimes_version_is_short),
	    TEST(a_version_is_found),
	    TEST(a_docker_bundle_leads_to_dockers_files),
	    TEST(a_podman_bundle_says_podman),
	    TEST(a_cri_bundle_names_the_pod),
	    TEST(runcs_state_tells_init_and_bundle),
	    TEST(cruns_status_tells_init_and_bundle),
	    TEST(podmans_storage_names_container_and_image),
	    TEST(storage_does_not_name_a_stranger),
	    TEST(dockers_repositories_tell_the_digest),
	    TEST(storage_names_an_image_that_was_asked_for_by_its_id),
	    TEST(dockers_repositories_name_an_image_that_was_asked_for_by_its_id),
	    TEST(a_daemon_names_an_image_that_was_asked_for_by_its_id),
	    TEST(an_image_without_a_name_stays_without),
	    TEST(another_image_names_nothing),
	    TEST(a_list_of_images_names_those_that_are_asked_for),
	    TEST(an_image_that_was_never_pulled_has_no_digest),
	    TEST(image_references_are_taken_apart),
	    TEST(what_may_be_an_images_id_is_no_name),
	    TEST(values_of_other_types_count_as_absent),
	    TEST(numbers_out_of_range_count_as_absent),
	    TEST(what_is_not_json_is_refused),
	    TEST(deep_nesting_is_survived),
	    TEST(a_document_that_needs_too_much_memory_is_refused),
	    TEST(too_many_labels_are_cut),
	    TEST(a_label_that_is_cut_says_so),
	    TEST(long_strings_are_cut_on_a_character),
	    TEST(a_merge_keeps_what_the_newer_does_not_know),
	    TEST(the_time_when_it_was_made_is_read_with_its_zone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

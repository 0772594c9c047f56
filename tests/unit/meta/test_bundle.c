/* SPDX-License-Identifier: Apache-2.0 */
/* What can be known of a container without asking any daemon. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "support.h"
#include "meta/bundle.h"

#define DOCKER_BUNDLE "/run/docker/containerd/daemon/io.containerd.runtime.v2.task/moby/" WEB
#define PODMAN_BUNDLE "/var/lib/containers/storage/overlay-containers/" PWEB "/userdata"

static char *root;
static struct eu_container_info *info;

static int set_up(void **state)
{
	root = make_root();
	info = NULL;
	return 0;
}

static int tear_down(void **state)
{
	eu_container_info_free(info);
	remove_root(root);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static int read_bundle(const char *id, const char *cgroup)
{
	struct eu_meta_options options = {.root = root};

	return eu_meta_read_bundle(id, cgroup, 0, &options, &info);
}

/* The same with the counters. */
static struct eu_meta_stats read_counting(const char *id)
{
	struct eu_meta_options options = {.root = root};
	struct eu_meta_stats stats = {0};

	info = eu_container_info_new();
	assert_true(eu_info_set_text(&info->id, id));
	assert_true(eu_bundle_read(info, 0, &options, &stats));
	return stats;
}

static void put_docker(void)
{
	put_data(root, "/run/docker/runtime-runc/moby/" WEB "/state.json", "runc-state.json");
	put_data(root, DOCKER_BUNDLE "/config.json", "docker-config.json");
	put_data(root, "/var/lib/docker/containers/" WEB "/config.v2.json",
		 "docker-config.v2.json");
}

static void docker_needs_no_daemon_to_be_named(void **state)
{
	put_docker();
	assert_int_equal(read_bundle(NULL, "/docker/" WEB), 0);
	assert_string_equal(info->id, WEB);
	assert_string_equal(info->name, "web");
	assert_string_equal(info->runtime, "docker");
	assert_string_equal(info->image_name, "example/web");
	assert_string_equal(info->bundle, DOCKER_BUNDLE);
	assert_string_equal(info->created, "2026-11-22T04:43:34.144350653Z");
	assert_int_equal(info->init_pid, 13301);
	assert_int_equal(info->n_labels, 2);
	assert_int_equal(info->n_addresses, 2);
	assert_true(info->from_bundle);
	assert_false(info->from_api);
}

static void a_docker_container_that_ended_is_still_named(void **state)
{
	put_data(root, "/var/lib/docker/containers/" WEB "/config.v2.json",
		 "docker-config.v2.json");
	assert_int_equal(read_bundle(WEB, NULL), 0);
	assert_string_equal(info->name, "web");
	assert_string_equal(info->runtime, "docker");
}

static void podman_needs_no_service_to_be_named(void **state)
{
	put_data(root, PODMAN_BUNDLE "/config.json", "podman-config.json");
	put_data(root, "/var/lib/containers/storage/overlay-containers/containers.json",
		 "podman-containers.json");
	put_data(root, "/var/lib/containers/storage/overlay-images/images.json",
		 "podman-images.json");
	assert_int_equal(read_bundle(NULL, "/machine.slice/libpod-" PWEB ".scope/container"), 0);
	assert_string_equal(info->name, "pweb2");
	assert_string_equal(info->runtime, "podman");
	assert_string_equal(info->image_tag, "1.2");
	assert_memory_equal(info->image_digest, "sha256:872e0072", 15);
	assert_string_equal(info->created, "2026-11-22T04:44:30.722141515Z");
}

static void runcs_state_leads_to_the_bundle(void **state)
{
	put(root, "/run/runc/web/state.json",
	    "{\"id\":\"web\",\"init_process_pid\":42,\"created\":\"2026-11-22T03:00:00Z\","
	    "\"config\":{\"labels\":[\"bundle=/srv/web\"]}}");
	put(root, "/srv/web/config.json", "{\"annotations\":{\"team\":\"blue\"}}");
	assert_int_equal(read_bundle("web", NULL), 0);
	assert_string_equal(info->name, "web");
	assert_string_equal(info->runtime, "runc");
	assert_string_equal(info->bundle, "/srv/web");
	assert_string_equal(label(info, "team"), "blue");
	assert_int_equal(info->init_pid, 42);
}

static void cruns_status_leads_to_the_bundle(void **state)
{
	put(root, "/run/crun/web/status", "{\"pid\":42,\"bundle\":\"/srv/web\"}");
	put(root, "/srv/web/config.json", "{}");
	assert_int_equal(read_bundle("web", NULL), 0);
	assert_string_equal(info->runtime, "crun");
	assert_int_equal(info->init_pid, 42);
}

static void a_state_directory_can_be_told(void **state)
{
	const char *const dirs[] = {"/opt/state"};
	struct eu_meta_options options = {.root = root, .state_dirs = dirs, .n_state_dirs = 1};

	put(root, "/opt/state/web/state.json", "{\"init_process_pid\":42}");
	assert_int_equal(eu_meta_read_bundle("web", NULL, 0, &options, &info), 0);
	assert_int_equal(info->init_pid, 42);
	assert_string_equal(info->runtime, "runc");
}

static void a_ctr_container_has_its_shims_pid(void **state)
{
	put(root, "/run/containerd/io.containerd.runtime.v2.task/default/web/config.json", "{}");
	put(root, "/run/containerd/io.containerd.runtime.v2.task/default/web/init.pid", "42");
	assert_int_equal(read_bundle(NULL, "/default/web"), 0);
	assert_string_equal(info->runtime, "containerd");
	assert_string_equal(info->name, "web");
	assert_int_equal(info->init_pid, 42);
}

#define TASKS "/run/containerd/io.containerd.runtime.v2.task/"
#define RUNC  "/run/containerd/runc/"

/* containerd's namespaces may each have a container of one id; one of runc's own may be there, too. */
static void put_two_of_one_id(void)
{
	put(root, RUNC "default/web/state.json",
	    "{\"init_process_pid\":41,\"cgroup_paths\":{\"memory\":"
	    "\"/sys/fs/cgroup/memory/default/web\"}}");
	put(root, TASKS "default/web/config.json",
	    "{\"annotations\":{\"team\":\"red\"},\"linux\":{\"cgroupsPath\":\"/default/web\"}}");
	put(root, RUNC "two/web/state.json",
	    "{\"init_process_pid\":42,\"cgroup_paths\":{\"\":\"/sys/fs/cgroup/two/web\"}}");
	put(root, TASKS "two/web/config.json",
	    "{\"annotations\":{\"team\":\"blue\"},\"linux\":{\"cgroupsPath\":\"/two/web\"}}");
	put(root, "/run/runc/web/state.json",
	    "{\"init_process_pid\":43,\"cgroup_paths\":{\"\":\"/sys/fs/cgroup/web\"}}");
}

static void assert_reads(const char *cgroup, int init_pid, const char *team)
{
	assert_int_equal(read_bundle("web", cgroup), 0);
	assert_int_equal(info->init_pid, init_pid);
	assert_string_equal(label(info, "team") ?: "", team);
	eu_container_info_free(eu_take(info));
}

static void of_containers_with_one_id_the_cgroup_tells_which(void **state)
{
	put_two_of_one_id();
	assert_reads("/default/web", 41, "red");
	assert_reads("/two/web", 42, "blue");
	assert_reads("/web", 43, "");
	assert_reads("/host/of/a/namespace/two/web", 42, "blue");
	assert_int_equal(read_bundle("web", "/three/other"), 0);
	assert_false(info->from_bundle);
}

static void what_a_runtime_called_its_container_is_found_by_the_cgroup(void **state)
{
	put(root, "/run/runc/other/state.json",
	    "{\"cgroup_paths\":{\"\":\"/sys/fs/cgroup/jobs/2\"}}");
	put(root, "/run/runc/web/state.json",
	    "{\"init_process_pid\":42,\"cgroup_paths\":{\"\":\"/sys/fs/cgroup/jobs/1\"},"
	    "\"config\":{\"labels\":[\"bundle=/srv/web\"]}}");
	put(root, "/srv/web/config.json", "{\"annotations\":{\"team\":\"blue\"}}");
	assert_int_equal(read_bundle("1", "/jobs/1"), 0);
	assert_string_equal(info->id, "web");
	assert_string_equal(info->name, "web");
	assert_int_equal(info->init_pid, 42);
	assert_string_equal(label(info, "team"), "blue");
}

static void no_cgroup_makes_a_container_an_engines(void **state)
{
	put(root, "/run/runc/" WEB "/state.json",
	    "{\"init_process_pid\":42,\"cgroup_paths\":{\"\":\"/sys/fs/cgroup/jobs/1\"}}");
	assert_int_equal(read_bundle("1", "/jobs/1"), 0);
	assert_string_equal(info->id, "1");
	assert_false(info->from_bundle);
}

static void a_cgroup_alone_names_what_has_no_bundle(void **state)
{
	assert_int_equal(read_bundle(NULL, "/lxc.payload.c1"), 0);
	assert_string_equal(info->name, "c1");
	assert_string_equal(info->runtime, "lxc");
	assert_false(info->from_bundle);
}

static void nothing_known_is_said(void **state)
{
	assert_int_equal(read_bundle(WEB, NULL), -ENOENT);
	assert_int_equal(read_bundle(NULL, "/init.scope"), -ENOENT);
}

static void an_id_is_not_a_path(void **state)
{
	static const char *const ids[] = {"../web", "a/../web", "*", "w?b", "[w]eb", "..", "~root"};

	put(root, "/run/runc/web/state.json", "{\"init_process_pid\":42}");
	put(root, "/run/web/state.json", "{\"init_process_pid\":42}");
	for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		assert_int_equal(read_bundle(ids[i], NULL), 0);
		assert_false(info->from_bundle);
		eu_container_info_free(eu_take(info));
	}
}

static void a_broken_file_is_counted_and_the_rest_stays(void **state)
{
	struct eu_meta_stats stats;

	put_docker();
	put(root, "/var/lib/docker/containers/" WEB "/config.v2.json", "{\"ID\":");
	stats = read_counting(WEB);
	assert_int_equal(stats.malformed, 1);
	assert_non_null(strstr(stats.last_error, "config.v2.json"));
	assert_int_equal(info->init_pid, 13301);
	assert_string_equal(info->runtime, "docker");
}

static void a_file_that_is_too_large_is_counted(void **state)
{
	char path[4096];

	put(root, "/run/runc/web/state.json", "{");
	snprintf(path, sizeof(path), "%s/run/runc/web/state.json", root);
	assert_int_equal(truncate(path, EU_META_MAX_FILE + 1), 0);
	assert_int_equal(read_counting("web").too_large, 1);
}

static void a_fifo_does_not_hold_us_up(void **state)
{
	char path[4096];

	put(root, "/run/crun/web/status", "{\"bundle\":\"/srv/web\"}");
	put(root, "/srv/web/readme", "");
	snprintf(path, sizeof(path), "%s/srv/web/config.json", root);
	assert_int_equal(mkfifo(path, 0600), 0);
	alarm(5);
	assert_int_equal(read_bundle("web", NULL), 0);
	alarm(0);
	assert_int_equal(info->n_labels, 0);
}

static void a_link_does_not_lead_out_of_the_root(void **state)
{
	char path[4096], outside[] = "/tmp/eunomia-outside.XXXXXX";
	int fd = mkstemp(outside);

	assert_true(fd >= 0);
	dprintf(fd, "{\"annotations\":{\"secret\":\"yes\"}}");
	close(fd);
	put(root, "/run/crun/web/status", "{\"bundle\":\"/srv/web\"}");
	put(root, "/srv/web/readme", "");
	snprintf(path, sizeof(path), "%s/srv/web/config.json", root);
	assert_int_equal(symlink(outside, path), 0);
	assert_int_equal(read_bundle("web", NULL), 0);
	unlink(outside);
	assert_null(label(info, "secret"));
}

/* --- processes ----------------------------------------------------------------------------- */

/* A shell under another name, which waits; in the directory cwd below the root. */
static pid_t spawn(char *const argv[], const char *cwd)
{
	char path[4096];
	int ready[2];
	pid_t pid;

	snprintf(path, sizeof(path), "%s%s", root, cwd);
	assert_int_equal(pipe2(ready, O_CLOEXEC), 0);
	pid = fork();
	if (!pid) {
		if (!chdir(path))
			execv("/bin/sh", argv);
		_exit(1);
	}
	close(ready[1]);
	assert_int_equal(read(ready[0], path, 1), 0); /* the exec closed the other end */
	close(ready[0]);
	return pid;
}

static void reap(pid_t pid)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

static int read_of_process(const char *id, pid_t pid)
{
	struct eu_meta_options options = {.no_daemons = true};

	return eu_meta_read_bundle(id, NULL, pid, &options, &info);
}

static void runc_tells_its_bundle_before_it_has_state(void **state)
{
	char bundle[4096];
	char *argv[] = {"runc",     "-c", "while :; do sleep 1; done", "run", "--bundle", bundle,
			"web-7f3a", NULL};
	pid_t pid;

	snprintf(bundle, sizeof(bundle), "%s/srv/web", root);
	put(root, "/srv/web/config.json", "{\"annotations\":{\"team\":\"blue\"}}");
	pid = spawn(argv, "/");
	assert_int_equal(read_of_process("web-7f3a", pid), 0);
	reap(pid);
	assert_string_equal(info->bundle, bundle);
	assert_string_equal(info->runtime, "runc");
	assert_string_equal(label(info, "team"), "blue");
}

/* It has gone there by the time that anybody looks. */
static void a_bundle_that_runc_was_given_from_elsewhere_is_where_it_is(void **state)
{
	char *argv[] = {"runc", "-c", "while :; do sleep 1; done", "run", "--bundle", "web",
			"web-7f3a", NULL};
	char bundle[4096];
	pid_t pid;

	snprintf(bundle, sizeof(bundle), "%s/srv/web", root);
	put(root, "/srv/web/config.json", "{\"annotations\":{\"team\":\"blue\"}}");
	pid = spawn(argv, "/srv/web");
	assert_int_equal(read_of_process("web-7f3a", pid), 0);
	reap(pid);
	assert_string_equal(info->bundle, bundle);
	assert_string_equal(label(info, "team"), "blue");
}

static void runc_in_its_bundle_tells_by_where_it_is(void **state)
{
	char *argv[] = {"/usr/sbin/runc", "-c",       "while :; do sleep 1; done",
			"create",         "web-7f3a", NULL};
	pid_t pid;

	put(root, "/srv/web/config.json", "{\"annotations\":{\"team\":\"blue\"}}");
	pid = spawn(argv, "/srv/web");
	assert_int_equal(read_of_process(NULL, pid), 0);
	reap(pid);
	assert_string_equal(info->id, "web-7f3a");
	assert_string_equal(label(info, "team"), "blue");
}

static void runc_that_makes_another_container_is_not_believed(void **state)
{
	char *argv[] = {"runc", "-c", "while :; do sleep 1; done", "create", "other", NULL};
	pid_t pid;

	put(root, "/srv/web/config.json", "{\"annotations\":{\"team\":\"blue\"}}");
	pid = spawn(argv, "/srv/web");
	assert_int_equal(read_of_process("web-7f3a", pid), 0);
	reap(pid);
	assert_false(info->from_bundle);
}

static void runc_tells_the_id_of_a_container_in_a_cgroup_of_another_name(void **state)
{
	char *argv[] = {"runc", "-c", "while :; do sleep 1; done", "run", "web-7f3a", NULL};
	struct eu_meta_options options = {.no_daemons = true};
	pid_t pid;

	put(root, "/srv/web/config.json",
	    "{\"annotations\":{\"team\":\"blue\"},\"linux\":{\"cgroupsPath\":\"/jobs/x-7f3a\"}}");
	pid = spawn(argv, "/srv/web");
	assert_int_equal(eu_meta_read_bundle("x-7f3a", "/jobs/x-7f3a", pid, &options, &info), 0);
	assert_string_equal(info->id, "web-7f3a");
	assert_string_equal(info->name, "web-7f3a");
	assert_string_equal(info->runtime, "runc");
	assert_string_equal(label(info, "team"), "blue");
	eu_container_info_free(eu_take(info));
	assert_int_equal(eu_meta_read_bundle("y-7f3a", "/jobs/y-7f3a", pid, &options, &info), 0);
	reap(pid);
	assert_string_equal(info->id, "y-7f3a");
	assert_false(info->from_bundle);
}

static void a_shim_works_beside_its_pods_bundles(void **state)
{
	char *argv[] = {"/usr/bin/containerd-shim-runc-v2",
			"-c",
			"while :; do sleep 1; done",
			"-namespace",
			"k8s.io",
			"-id",
			"sandbox",
			NULL};
	pid_t pid;

	put(root, "/task/sandbox/config.json", "{}");
	put(root, "/task/web-7f3a/config.json", "{\"annotations\":{\"team\":\"blue\"}}");
	pid = spawn(argv, "/task/sandbox");
	assert_int_equal(read_of_process("web-7f3a", pid), 0);
	reap(pid);
	assert_string_equal(label(info, "team"), "blue");
}

static bool add_id(void *ctx, const char *id, const char *claim)
{
	strcat(strcat(ctx, id), " ");
	return true;
}

static void every_place_is_listed(void **state)
{
	struct eu_meta_options options = {.root = root};
	char ids[1024] = "";

	put(root, "/run/runc/a/state.json", "{}");
	put(root, "/run/crun/b/status", "{}");
	put(root, "/run/containerd/io.containerd.runtime.v2.task/default/c/config.json", "{}");
	put(root, "/var/lib/containers/storage/overlay-containers/d/userdata/config.json", "{}");
	assert_true(eu_bundle_each(&options, add_id, ids));
	assert_string_equal(ids, "a b c d ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(docker_needs_no_daemon_to_be_named),
	    TEST(a_docker_container_that_ended_is_still_named),
	    TEST(podman_needs_no_service_to_be_named),
	    TEST(runcs_state_leads_to_the_bundle),
	    TEST(cruns_status_leads_to_the_bundle),
	    TEST(a_state_directory_can_be_told),
	    TEST(a_ctr_container_has_its_shims_pid),
	    TEST(of_containers_with_one_id_the_cgroup_tells_which),
	    TEST(what_a_runtime_called_its_container_is_found_by_the_cgroup),
	    TEST(no_cgroup_makes_a_container_an_engines),
	    TEST(a_cgroup_alone_names_what_has_no_bundle),
	    TEST(nothing_known_is_said),
	    TEST(an_id_is_not_a_path),
	    TEST(a_broken_file_is_counted_and_the_rest_stays),
	    TEST(a_file_that_is_too_large_is_counted),
	    TEST(a_fifo_does_not_hold_us_up),
	    TEST(a_link_does_not_lead_out_of_the_root),
	    TEST(runc_tells_its_bundle_before_it_has_state),
	    TEST(runc_in_its_bundle_tells_by_where_it_is),
	    TEST(a_bundle_that_runc_was_given_from_elsewhere_is_where_it_is),
	    TEST(runc_that_makes_another_container_is_not_believed),
	    TEST(runc_tells_the_id_of_a_container_in_a_cgroup_of_another_name),
	    TEST(a_shim_works_beside_its_pods_bundles),
	    TEST(every_place_is_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

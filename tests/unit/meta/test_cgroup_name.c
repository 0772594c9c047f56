/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>

#include "support.h"

#define ID WEB

static void expect(const char *path, const char *id, const char *runtime)
{
	struct eu_cgroup_name name = {.id = "nothing"};
	int ret = eu_cgroup_name_parse(path, &name);

	if (ret)
		fail_msg("%s: not recognised", path);
	assert_string_equal(name.id, id);
	if (runtime)
		assert_string_equal(name.runtime, runtime);
	else
		assert_null(name.runtime);
}

static void expect_none(const char *path)
{
	struct eu_cgroup_name name;

	if (eu_cgroup_name_parse(path, &name) != -ENOENT)
		fail_msg("%s: taken for \"%s\"", path, name.id);
}

static void docker_is_known_with_systemd_and_with_cgroupfs(void **state)
{
	expect("/system.slice/docker-" ID ".scope", ID, "docker");
	expect("/docker/" ID, ID, "docker");
	expect("docker/" ID, ID, "docker");
	expect("/kubepods.slice/kubepods-pod1.slice/docker-" ID ".scope", ID, "docker");
}

static void podman_is_known_with_systemd_and_with_cgroupfs(void **state)
{
	expect("/machine.slice/libpod-" ID ".scope", ID, "podman");
	expect("/machine.slice/libpod-" ID ".scope/container", ID, "podman");
	expect("/libpod_parent/libpod-" ID, ID, "podman");
	expect("/system.slice/web.service/libpod-payload-" ID, ID, "podman");
	expect("/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-" ID
	       ".scope/container",
	       ID, "podman");
}

static void monitors_are_not_containers(void **state)
{
	expect_none("/machine.slice/libpod-conmon-" ID ".scope");
	expect_none("/libpod_parent/conmon");
	expect_none("/crio-conmon-" ID ".scope");
	expect_none("/lxc.monitor.c1");
	expect_none("/machine.slice/systemd-nspawn@web.service/supervisor");
}

static void pods_are_known_by_their_containers(void **state)
{
	expect_none("/libpod_parent/" ID);
	expect("/libpod_parent/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef/libpod-" ID,
	       ID, "podman");
	expect("/foo/bar/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef/libpod-" ID,
	       ID, "podman");
	expect("/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef/libpod-" ID "/x",
	       ID, "podman");
	expect_none("/foo/bar/" ID "/libpod-conmon-" ID);
	expect_none("/foo/bar/" ID "/conmon");
	expect("/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod5f.slice/"
	       "cri-containerd-" ID ".scope",
	       ID, "containerd");
	expect("/kubepods/burstable/pod5f1c/" ID, ID, NULL);
	expect("/kubepods/burstable/pod5f1c/crio-" ID, ID, "crio");
	expect("/k8s.io/" ID, ID, "containerd");
	expect_none("/kubepods/burstable/pod5f1c");
	expect_none("/kubepods.slice/kubepods-burstable.slice");
}

static enum eu_cgroup_use use_of(const char *root, const char *path)
{
	struct eu_cgroup_name name;
	char full[512];

	snprintf(full, sizeof(full), "%s%s", root, path);
	assert_int_equal(eu_cgroup_name_parse(path, &name), 0);
	return eu_cgroup_use(&name, full);
}

/* The cgroup of a pod, looked at by itself, is called as that of a container of some engines is. */
static void a_pod_is_known_by_what_is_in_it(void **state)
{
	char *root = make_root();

	put(root, "/" ID "/cgroup.procs", "");
	assert_int_equal(use_of(root, "/" ID), EU_CGROUP_EMPTY);
	put(root, "/" ID "/cgroup.procs", "17\n");
	assert_int_equal(use_of(root, "/" ID), EU_CGROUP_CONTAINER);
	put(root, "/" ID "/cgroup.procs", "");
	put(root, "/" ID "/init.scope/cgroup.procs", "17\n");
	assert_int_equal(use_of(root, "/" ID), EU_CGROUP_CONTAINER);
	put(root, "/" ID "/libpod-" ID "/cgroup.procs", "");
	assert_int_equal(use_of(root, "/" ID), EU_CGROUP_POD);
	put(root, "/" ID "/cgroup.procs", "17\n");
	assert_int_equal(use_of(root, "/" ID), EU_CGROUP_CONTAINER);
	put(root, "/docker-" ID ".scope/cgroup.procs", "");
	assert_int_equal(use_of(root, "/docker-" ID ".scope"), EU_CGROUP_CONTAINER);
	remove_root(root);
}

static void ctr_containers_have_names(void **state)
{
	expect("/default/web", "web", "containerd");
	expect("/k8s.io/web", "web", "containerd");
	expect_none("/default");
	expect_none("/user.slice/default/web");
}

static void runc_and_crun_scopes_have_names(void **state)
{
	expect("/system.slice/runc-web.scope", "web", "runc");
	expect("/user.slice/crun-my-app.1.scope", "my-app.1", "crun");
	expect_none("/system.slice/runc-.scope");
}

static void lxc_payloads_have_names(void **state)
{
	expect("/lxc.payload.c1", "c1", "lxc");
	expect("/lxc.payload.c1/init.scope", "c1", "lxc");
	expect("/lxc/c1", "c1", "lxc");
}

static void nspawn_names_are_unescaped(void **state)
{
	expect("/machine.slice/machine-web.scope/payload", "web", "nspawn");
	expect("/machine.slice/machine-my\\x2dbox.scope/payload/init.scope", "my-box", "nspawn");
	expect("/machine.slice/systemd-nspawn@web.service/payload", "web", "nspawn");
	expect("/machine.slice/machine-a\\x2fb\\x00.scope/payload", "a\\x2fb\\x00", "nspawn");
	expect_none("/machine.slice/machine-web.scope");
	expect_none("/payload");
}

static void any_parent_will_do_for_a_whole_id(void **state)
{
	expect("/mygroup/" ID, ID, NULL);
	expect("/ecs/0123/" ID, ID, NULL);
	expect("/" ID, ID, NULL);
}

static void what_is_no_container_is_not_taken_for_one(void **state)
{
	expect_none("");
	expect_none("/");
	expect_none("////");
	expect_none("/init.scope");
	expect_none("/system.slice/docker.service");
	expect_none("/system.slice/docker-0123456789ab.scope");
	expect_none("/docker");
	expect_none("/docker/buildx");
	expect_none("/system.slice/" ID "0");
	expect_none("/docker/F90461A0A5E11C87692E1D980D35E91EDD8E80B782F1EF10475848EAA9007E17");
}

/* What a container makes below its own cgroup belongs to it, whatever it is called. */
static void the_outermost_container_wins(void **state)
{
	struct eu_cgroup_name name;
	char path[512];

	snprintf(path, sizeof(path), "/docker/" ID "/system.slice/docker-%064d.scope", 1);
	expect(path, ID, "docker");
	assert_int_equal(eu_cgroup_name_parse(path, &name), 0);
	assert_int_equal(name.length, strlen("/docker/" ID));
	expect("/lxc.payload.c1/docker/" ID, "c1", "lxc");
}

static void a_name_that_is_too_long_is_left_alone(void **state)
{
	char path[400] = "/lxc.payload.";

	memset(path + strlen(path), 'x', 300);
	expect_none(path);
}

static void a_claim_is_the_path_its_end_or_a_cgroup_below(void **state)
{
	assert_true(eu_cgroup_is_claimed("/two/web", "/two/web"));
	assert_true(eu_cgroup_is_claimed("/host/two/web", "/two/web"));
	assert_true(eu_cgroup_is_claimed("/host/two/web", "two/web"));
	assert_true(eu_cgroup_is_claimed("/web.scope", "/web.scope/container"));
	assert_true(eu_cgroup_is_claimed("/two/web", NULL));
	assert_true(eu_cgroup_is_claimed(NULL, "/two/web"));
	assert_false(eu_cgroup_is_claimed("/two/web", "/default/web"));
	assert_false(eu_cgroup_is_claimed("/two/web", "/eb"));
	assert_false(eu_cgroup_is_claimed("/two", "/two2"));
	assert_false(eu_cgroup_is_claimed("/web", "/two/web"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(docker_is_known_with_systemd_and_with_cgroupfs),
	    cmocka_unit_test(podman_is_known_with_systemd_and_with_cgroupfs),
	    cmocka_unit_test(monitors_are_not_containers),
	    cmocka_unit_test(pods_are_known_by_their_containers),
	    cmocka_unit_test(a_pod_is_known_by_what_is_in_it),
	    cmocka_unit_test(ctr_containers_have_names),
	    cmocka_unit_test(runc_and_crun_scopes_have_names),
	    cmocka_unit_test(lxc_payloads_have_names),
	    cmocka_unit_test(nspawn_names_are_unescaped),
	    cmocka_unit_test(any_parent_will_do_for_a_whole_id),
	    cmocka_unit_test(what_is_no_container_is_not_taken_for_one),
	    cmocka_unit_test(the_outermost_container_wins),
	    cmocka_unit_test(a_name_that_is_too_long_is_left_alone),
	    cmocka_unit_test(a_claim_is_the_path_its_end_or_a_cgroup_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

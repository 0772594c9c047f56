/* SPDX-License-Identifier: Apache-2.0 */
/* A report by hand, with the names that a hostile container would choose. */
#pragma once

#include <eunomia/events.h>
#include <eunomia/report.h>

#define SAMPLE_TIME 1795316041302574418ull
#define SAMPLE_ID   "7339f952c18f0123456789abcdef0123456789abcdef0123456789abcdef0123"

static const char *const sample_argv[] = {"nginx", "-g", "daemon off;\n\033[31m", "\xff\""};
static const char *const sample_calls[] = {"bind", "listen"};
static const struct eu_errno_count sample_errors[] = {{2, 30, 3}, {13, 4, 0}, {9999, 1, 0}};
static const struct eu_label sample_labels[] = {{.key = "a.b", .value = "c\td"}, {.key = "empty"}};

static const struct eu_argument_fact sample_arguments[] = {
    {"family", 2, "AF_INET"},
    {"type", 0x80001, "SOCK_STREAM|SOCK_CLOEXEC"},
    {"protocol", 77, NULL},
};
static const struct eu_value_fact sample_values[] = {
    {sample_arguments, 3, 2, EU_INIT_UNKNOWN, SAMPLE_TIME, SAMPLE_TIME + 5},
};
static const struct eu_syscall_fact sample_syscalls[] = {
    {"openat", 100, 40, SAMPLE_TIME, SAMPLE_TIME + 5, sample_errors, 3, NULL, 0},
    {"read", 5000, 0, SAMPLE_TIME, SAMPLE_TIME + 5, NULL, 0, NULL, 0},
    {"socket", 2, EU_INIT_UNKNOWN, SAMPLE_TIME, SAMPLE_TIME + 5, NULL, 0, sample_values, 1},
};
static const struct eu_operation_count sample_operations[] = {{EU_OPERATION_CHMOD, 2},
							      {EU_OPERATION_OTHER, 5},
							      {EU_OPERATION_RENAME, 1}};
static const struct eu_file_fact sample_files[] = {
    {.path = "/etc/nginx/nginx.conf", .opens = 1, .reads = 2, .bytes_read = 1500},
    {.path = "/etc/shadow",
     .opens = 3,
     .failures = 3,
     .first = SAMPLE_TIME,
     .path_state = EU_PATH_RAW},
    {.path = "/var/log/\xe9\n=cmd()",
     .opens = 1,
     .writes = 9,
     .bytes_written = 1 << 20,
     .created = true,
     .deleted = true,
     .operations = sample_operations,
     .n_operations = 3,
     .changed = true,
     .new_path = "/var/log/\xe9\n.1",
     .path_state = EU_PATH_TRUNCATED | EU_PATH_CHROOT,
     .device = 8 << 20 | 1,
     .inode = 77},
};
static const char *const sample_other[] = {"nginx", "-s", "reload"};
static const struct eu_argv_fact sample_others[] = {{sample_other, 3}, {NULL, 0}};
static const struct eu_executable_fact sample_executables[] = {
    {.path = "/usr/sbin/nginx",
     .argv = sample_argv,
     .n_argv = 4,
     .parent = "/bin/sh",
     .count = 1,
     .first = SAMPLE_TIME,
     .last = SAMPLE_TIME,
     .others = sample_others,
     .n_others = 2,
     .more = true,
     .cut = true,
     .origin = 1 | 8, /* image, deleted */
     .script_origin = 2},
};
static const struct eu_peer_fact sample_peers[] = {
    {.transport = "tcp",
     .address = "198.51.100.3",
     .port = 40112,
     .direction = "in",
     .container_id = SAMPLE_ID,
     .container_name = "client",
     .bytes_sent = 10240,
     .bytes_received = 300,
     .count = 12},
    {.transport = "tcp",
     .address = "2001:db8::1",
     .port = 443,
     .direction = "out",
     .count = 2,
     .failures = 2},
    {.transport = "unix", .address = "/run/log.sock", .direction = "out", .count = 1},
};
static const struct eu_capability_fact sample_capabilities[] = {
    {"CAP_NET_BIND_SERVICE", 2, 0, SAMPLE_TIME, SAMPLE_TIME, sample_calls, 2, 0, 0, 0},
    {"CAP_SYS_ADMIN", 0, 1, SAMPLE_TIME, SAMPLE_TIME, NULL, 0, 0, 0, 0},
};
static const struct eu_lifecycle_fact sample_lifecycle[] = {
    {SAMPLE_TIME, "created", NULL},
    {SAMPLE_TIME + 8000000000ull, "stopped", "exit code 3"},
};
static const struct eu_loss sample_loss[] = {{NULL, "file", "ring", 34}};

static const struct eu_confinement_fact sample_confinement = {
    .no_new_privs = true,
    .initial_user_namespace = true,
    .user_namespace = 4026531837,
    .seccomp = 2,
    .seccomp_filters = 1,
    .permitted = 1 << 10,
    .effective = 1 << 10,
    .bounding = 1ull << 10 | 1ull << 63,
    .libc = "musl 1.2.4",
};

static const struct eu_container_report sample_containers[] = {
    {
	.container = {.id = SAMPLE_ID,
		      .name = "web",
		      .runtime = "docker",
		      .image_name = "nginx",
		      .image_tag = "1.27",
		      .image_digest = "",
		      .image_id = "",
		      .cgroup = "/docker/" SAMPLE_ID,
		      .created = "2026-11-22T03:14:00Z",
		      .labels = sample_labels,
		      .n_labels = 2,
		      .init_pid = 4711},
	.runtime_version = "20.10.24 (runc 1.1.5)",
	.confinement = &sample_confinement,
	.syscalls = sample_syscalls,
	.n_syscalls = 3,
	.files = sample_files,
	.n_files = 3,
	.executables = sample_executables,
	.n_executables = 1,
	.peers = sample_peers,
	.n_peers = 3,
	.capabilities = sample_capabilities,
	.n_capabilities = 2,
	.lifecycle = sample_lifecycle,
	.n_lifecycle = 2,
	.loss = sample_loss,
	.n_loss = 1,
	.first = SAMPLE_TIME,
	.last = SAMPLE_TIME + 62000000000ull,
    },
    {
	.container = {.id = "../../etc/cron.d/x",
		      .name = "../.\033[2J",
		      .runtime = "",
		      .image_name = "",
		      .image_tag = "",
		      .image_digest = "",
		      .image_id = "",
		      .cgroup = "",
		      .created = ""},
	.first = SAMPLE_TIME,
	.last = SAMPLE_TIME,
    },
    {
	.container = {.id = "../../etc/cron.d/x",
		      .name = "../.\033[2J",
		      .runtime = "",
		      .image_name = "",
		      .image_tag = "",
		      .image_digest = "",
		      .image_id = "",
		      .cgroup = "",
		      .created = ""},
	.first = SAMPLE_TIME,
	.last = SAMPLE_TIME,
    },
};

static const struct eu_report sample = {.host = "edge-1",
					.first = SAMPLE_TIME,
					.last = SAMPLE_TIME + 62000000000ull,
					.containers = sample_containers,
					.n_containers = 3,
					.loss = sample_loss,
					.n_loss = 1};
static const struct eu_report nothing = {.host = "edge-1", .complete = true};

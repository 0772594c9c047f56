// SPDX-License-Identifier: Apache-2.0
/* Reports as text: the files, their names, and what a terminal is given. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "sample_report.h"

static char directory[] = "/tmp/eunomia-report.XXXXXX";
static char text[65536];

static int make_directory(void **state)
{
	strcpy(directory, "/tmp/eunomia-report.XXXXXX");
	return mkdtemp(directory) ? 0 : -1;
}

static int remove_directory(void **state)
{
	DIR *dir = opendir(directory);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		unlinkat(dirfd(dir), entry->d_name, 0);
	closedir(dir);
	return rmdir(directory);
}

/* What a writer wrote. */
static const char *rendered(int (*write_to)(int fd))
{
	FILE *file = tmpfile();
	size_t n;

	assert_int_equal(write_to(fileno(file)), 0);
	rewind(file);
	n = fread(text, 1, sizeof(text) - 1, file);
	text[n] = '\0';
	fclose(file);
	return text;
}

static int plain(int fd)
{
	return eu_report_write_summary(&sample, fd, &(struct eu_report_style){.width = 0});
}

static int narrow(int fd)
{
	return eu_report_write_summary(&sample, fd, &(struct eu_report_style){.width = 60});
}

static int colored(int fd)
{
	return eu_report_write_summary(&sample, fd, &(struct eu_report_style){.color = true});
}

static const struct eu_report *written = &sample;

static int csv(int fd)
{
	return eu_report_write_csv(written, fd);
}

static int json(int fd)
{
	return eu_report_write_json(&sample, fd);
}

static int empty(int fd)
{
	return eu_report_write_json(&nothing, fd);
}

static void assert_has(const char *haystack, const char *needle)
{
	if (!strstr(haystack, needle))
		print_error("no \"%s\" in:\n%s\n", needle, haystack);
	assert_non_null(strstr(haystack, needle));
}

static void the_summary_says_what_people_ask_first(void **state)
{
	const char *page = rendered(plain);

	assert_has(page, "3 containers on edge-1 in 1 min 02 s");
	assert_has(page, "web  docker · nginx:1.27 · 7339f952c18f · watched 1 min 02 s");
	assert_has(page, "/usr/sbin/nginx -g daemon off;");
	assert_has(page, " and more than 2 others  1×");
	assert_has(page, "from client at 198.51.100.3, to port 40112 (tcp)");
	assert_has(page, "to [2001:db8::1]:443, failed (tcp)");
	assert_has(page, "to /run/log.sock (unix)");
	assert_has(page, "1.0 MiB, created, deleted, renamed, mode set");
	assert_has(page, "did not get   /etc/shadow");
	assert_has(page, "CAP_NET_BIND_SERVICE  2×, in bind and others");
	assert_has(page, "was refused   CAP_SYS_ADMIN");
	assert_has(page, "openat ENOENT 27×, openat EACCES 4×");
	assert_has(page, "read 5000×, openat 60×, socket 2×, in all 5062 calls of 3 kinds, "
			 "40 more by the runtime");
	assert_has(page, "stopped 02:54:09 (exit code 3)");
	assert_has(page, "lost: 34 file (ring)");
	assert_has(page, "nothing was lost");
}

static struct eu_lifecycle_fact idle_life[] = {{SAMPLE_TIME, "found", NULL}};
static struct eu_container_report idle = {
	.container = {.id = "7", .name = "idle", .runtime = "runc", .image_name = "", .image_tag = "",
		      .image_digest = "", .image_id = "", .cgroup = "", .created = ""},
	.lifecycle = idle_life,
	.n_lifecycle = 1,
	.first = SAMPLE_TIME,
	.last = SAMPLE_TIME + 1000000000ull,
};

static int idle_summary(int fd)
{
	const struct eu_report report = {.host = "edge-1", .complete = true, .containers = &idle,
					 .n_containers = 1, .first = SAMPLE_TIME,
					 .last = SAMPLE_TIME + 60000000000ull};

	return eu_report_write_summary(&report, fd, &(struct eu_report_style){.width = 0});
}

static void a_container_that_does_nothing_is_watched_until_its_end(void **state)
{
	idle_life[0].action = "found";
	assert_has(rendered(idle_summary), "watched 1 min 00 s");
	idle_life[0].action = "removed";
	assert_has(rendered(idle_summary), "watched 1.0 s");
}

static void a_file_that_was_written_and_read_says_both(void **state)
{
	static const struct eu_file_fact files[] = {
		{.path = "/tmp/f", .opens = 4, .reads = 6, .bytes_read = 36, .writes = 1,
		 .bytes_written = 12, .created = true, .by_work = true},
		{.path = "/tmp/empty", .opens = 2, .reads = 1, .created = true, .by_work = true},
		{.path = "/tmp/only", .opens = 1, .writes = 1, .bytes_written = 5, .by_work = true}};

	idle.files = files;
	idle.n_files = 3;
	assert_has(rendered(idle_summary), "12 B, read 36 B, created\n");
	assert_has(text, "opened 2×, read, created\n");
	assert_has(text, "/tmp/only   5 B\n");
	idle.n_files = 0;
}

static const struct eu_peer_fact callers[] = {
	{.transport = "tcp", .address = "2001:db8::2", .port = 80, .direction = "in", .count = 1},
	{.transport = "udp", .address = "", .port = 53, .direction = "in", .count = 1},
	{.transport = "unix", .address = "/run/db.sock", .direction = "in", .count = 1},
};

static void who_came_in_has_no_port_and_where_it_came_in_has(void **state)
{
	idle.peers = callers;
	idle.n_peers = 3;
	assert_has(rendered(idle_summary), "from 2001:db8::2, to port 80 (tcp)");
	assert_has(text, "from an unknown address, to port 53 (udp)");
	assert_has(text, "at /run/db.sock (unix)");
	idle.n_peers = 0;
}

static void no_control_byte_of_a_container_reaches_a_terminal(void **state)
{
	for (const char *at = rendered(plain); *at; at++)
		assert_true((unsigned char)*at >= 0x20 || *at == '\n');
	assert_has(rendered(colored), "\033[");
	assert_null(strstr(text, "\033[2J"));
	assert_null(strstr(text, "\033[31m\""));
}

static void a_narrow_terminal_is_not_overrun(void **state)
{
	size_t columns = 0;

	for (const char *at = rendered(narrow); *at; at++) {
		columns = *at == '\n' ? 0 : columns + ((*at & 0xc0) != 0x80);
		assert_in_range(columns, 0, 60);
	}
}

static void rows_of_csv_have_the_same_cells(void **state)
{
	bool quoted = false;
	int cells = 0, lines = 0;

	for (const char *at = rendered(csv); *at; at++) {
		quoted ^= *at == '"';
		cells += *at == ',' && !quoted;
		if (*at != '\n')
			continue;
		assert_false(quoted);
		assert_int_equal(cells, 13);
		cells = 0;
		lines++;
	}
	assert_int_equal(lines, 1 + 3 + 1 + 3 + 1 + 3 + 1 + 3 + 3 + 2 + 2 + 1 + 2);
}

static void csv_tells_a_port_of_its_own_from_that_of_a_peer(void **state)
{
	assert_has(rendered(csv), "\"peer\",\"198.51.100.3\",");
	assert_has(text, "\"tcp in to port 40112 client\"");
	assert_has(text, "\"peer\",\"2001:db8::1:443\",");
}

static void csv_tells_who_it_was_and_whether_that_is_all(void **state)
{
	static const struct eu_loss lost = {.class = "exec", .place = "ring_full", .count = 7};
	struct eu_report report = sample;
	const char *last;

	report.loss = &lost;
	report.n_loss = 1;
	report.complete = false;
	written = &report;
	last = strstr(rendered(csv), "\"\",\"\",\"loss\",\"exec\",7,");
	assert_non_null(last);
	assert_has(last, "\n\"\",\"\",\"summary\",\"not complete\",,,,,\"\",");
	assert_has(last, "complete=false ended=true containers=3 lost=");
	written = &sample;
	assert_has(rendered(csv), "\"container\",\"nginx:1.27\",,,,,\"\",");
	assert_has(rendered(csv), "\"runtime=docker ");
}

static void csv_tells_the_runtimes_part_apart(void **state)
{
	static const struct eu_errno_count errors[] = {{.error = 1, .count = 5, .init = 2}};
	static const struct eu_syscall_fact calls[] = {
		{.name = "mount", .count = 55, .init = 55},
		{.name = "read", .count = 9},
		{.name = "openat", .count = 20, .init = 8, .errors = errors, .n_errors = 1},
		{.name = "close", .count = 3, .init = EU_INIT_UNKNOWN},
	};
	static const struct eu_file_fact files[] = {
		{.path = "/etc/x", .opens = 1, .by_init = true}};
	struct eu_container_report container = sample.containers[0];
	struct eu_report report = {.host = "edge-1", .containers = &container, .n_containers = 1};

	container.syscalls = calls;
	container.n_syscalls = sizeof(calls) / sizeof(*calls);
	container.files = files;
	container.n_files = 1;
	written = &report;
	assert_has(rendered(csv), "\"mount\",55,0,55,0,\"init\",");
	assert_has(text, "\"read\",9,0,0,0,\"work\",");
	assert_has(text, "\"openat\",20,5,8,2,\"both\",");
	assert_has(text, "\"close\",3,0,,,\"\",");
	assert_has(text, "\"/etc/x\",1,0,,,\"init\",");
	written = &sample;
}

static void csv_has_all_arguments_of_a_program(void **state)
{
	static const char *const five[] = {"cnt", "5"}, *const six[] = {"cnt", "6"};
	static const struct eu_argv_fact others[] = {{six, 2}};
	static const struct eu_executable_fact executable = {
		.path = "/bin/cnt", .argv = five, .n_argv = 2, .parent = "/bin/sh", .count = 2,
		.others = others, .n_others = 1};
	struct eu_container_report container = sample.containers[0];
	struct eu_report report = {.host = "edge-1", .containers = &container, .n_containers = 1};

	container.executables = &executable;
	container.n_executables = 1;
	written = &report;
	assert_has(rendered(csv), "\"executable\",\"/bin/cnt\",2,0,");
	assert_has(text, "\"argv=2 parent=/bin/sh\"");
	assert_has(text, "\"argv\",\"/bin/cnt\",,,,,\"\",0,0,,,\"cnt 5\"");
	assert_has(text, "\"argv\",\"/bin/cnt\",,,,,\"\",0,0,,,\"cnt 6\"");
	written = &sample;
}

static void json_escapes_without_losing_bytes(void **state)
{
	const char *object = rendered(json);

	assert_has(object, "\"/var/log/\\\\xe9\\n=cmd()\"");
	assert_has(object, "\"errors\":{\"ENOENT\":30,\"EACCES\":4,\"9999\":1}");
	assert_has(object, "\"container\":{\"id\":\"" SAMPLE_ID "\",\"name\":\"client\"}");
	assert_int_equal(object[strlen(object) - 1], '\n');
	assert_string_equal(rendered(empty),
			    "{\"host\":\"edge-1\",\"complete\":true,\"ended\":true,"
			    "\"containers\":[]}\n");
}

static void json_says_what_was_lost_of_nobody_knows_whom(void **state)
{
	assert_has(rendered(json), "\"ended\":true,\"loss\":[{\"class\":\"file\",\"place\":\"ring\","
				   "\"count\":34}],\"containers\":");
}

static void assert_private(const char *name)
{
	char path[512];
	struct stat st;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	assert_int_equal(lstat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_true(S_ISREG(st.st_mode));
}

static size_t count_files(void)
{
	DIR *dir = opendir(directory);
	struct dirent *entry;
	size_t n = 0;

	while ((entry = readdir(dir)))
		n += entry->d_name[0] != '.';
	closedir(dir);
	return n;
}

static void a_directory_has_an_index_and_a_private_file_per_container(void **state)
{
	struct eu_error err;

	assert_int_equal(eu_report_write_directory(&sample, directory, &err), 0);
	assert_int_equal(eu_report_write_directory(&sample, directory, &err), 0);
	assert_private("index.json");
	assert_private("web-7339f952c18f.json");
	assert_private("_._.__2J-______etc_cr.json");
	assert_private("_._.__2J-______etc_cr.2.json");
	assert_int_equal(count_files(), 4);
}

/* Names, ids, and the file that each may be in. */
static const struct {
	const char *name, *id;
} alike[] = {
	{"one", "bbbbbbbbbbbb1"}, {"one", "bbbbbbbbbbbb2"}, {"one", "bbbbbbbbbbbb3"},
	{"a b", "x"},		  {"a_b", "x"},		    {"a", "y"},
	{"a", "y"},		  {"a", "y.2"},		    {"a", "y_2"},
	{"a-y.2", ""},		  {"-", "."},		    {".", "-"},
};
#define ALIKE (sizeof(alike) / sizeof(*alike))

/* 64 bytes of the name and 12 of the id make a file's name; kept ones are in it before. */
static void containers_that_are_alike_have_a_file_each(void **state)
{
	struct eu_container_report containers[ALIKE] = {};
	struct eu_report report = {.host = "edge-1", .containers = containers};
	struct eu_report_directory *kept;
	struct eu_error err;

	for (size_t i = 0; i < ALIKE; i++) {
		containers[i].container = sample.containers[0].container;
		containers[i].container.name = alike[i].name;
		containers[i].container.id = alike[i].id;
	}
	assert_int_equal(eu_report_directory_new(&kept, directory, &err), 0);
	report.n_containers = 1;
	for (size_t i = 0; i < ALIKE / 2; i++) {
		report.containers = &containers[i];
		assert_int_equal(eu_report_directory_keep(kept, &report, &err), 0);
	}
	report.containers = &containers[ALIKE / 2];
	report.n_containers = ALIKE - ALIKE / 2;
	assert_int_equal(eu_report_directory_write(kept, &report, &err), 0);
	eu_report_directory_free(kept);
	assert_int_equal(count_files(), ALIKE + 1);
}

static bool is_there(const char *name)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	return !access(path, F_OK);
}

static void a_container_that_is_renamed_leaves_no_file_behind(void **state)
{
	struct eu_container_report containers[2] = {sample.containers[0], sample.containers[0]};
	struct eu_report report = {.host = "edge-1", .containers = containers, .n_containers = 2};
	struct eu_report_directory *files;
	struct eu_error err;

	containers[0].container.name = "early";
	containers[1].container.name = "kept";
	assert_int_equal(eu_report_directory_new(&files, directory, &err), 0);
	assert_int_equal(eu_report_directory_write(files, &report, &err), 0);
	assert_true(is_there("early-7339f952c18f.json") && is_there("kept-7339f952c18f.json"));
	report = (struct eu_report){
		.host = "edge-1", .containers = &containers[1], .n_containers = 1, .partial = true};
	assert_int_equal(eu_report_directory_keep(files, &report, &err), 0);
	containers[0].container.name = "late";
	report = (struct eu_report){.host = "edge-1", .containers = containers, .n_containers = 1};
	assert_int_equal(eu_report_directory_write(files, &report, &err), 0);
	assert_int_equal(eu_report_directory_write(files, &report, &err), 0);
	eu_report_directory_free(files);
	assert_true(is_there("late-7339f952c18f.json") && is_there("kept-7339f952c18f.json"));
	assert_int_equal(count_files(), 3);
}

static void a_link_in_a_files_place_is_replaced_not_followed(void **state)
{
	char path[512];
	struct eu_error err;

	snprintf(path, sizeof(path), "%s/index.json", directory);
	assert_int_equal(symlink("/tmp/eunomia-must-not-be-there", path), 0);
	assert_int_equal(eu_report_write_directory(&nothing, directory, &err), 0);
	assert_private("index.json");
	assert_int_equal(access("/tmp/eunomia-must-not-be-there", F_OK), -1);
}

static void a_directory_that_cannot_be_is_said(void **state)
{
	struct eu_error err;

	assert_int_equal(eu_report_write_directory(&sample, "/proc/none/x", &err), -ENOENT);
	assert_has(err.text, "/proc/none/x");
	assert_int_equal(eu_report_write_directory(&sample, "/dev/null", &err), -ENOTDIR);
}

static void a_full_disk_is_an_error(void **state)
{
	int fd = open("/dev/full", O_WRONLY);

	assert_int_equal(eu_report_write_json(&sample, fd), -ENOSPC);
	assert_int_equal(eu_report_write_csv(&sample, fd), -ENOSPC);
	assert_int_equal(eu_report_write_summary(&sample, fd, &(struct eu_report_style){}),
			 -ENOSPC);
	close(fd);
}

#define UNTIL "2026-11-22T02:55:03.302574418Z"

static struct eu_container_report going_on_containers[1];
static struct eu_report going_on = {.host = "edge-1", .containers = going_on_containers,
				    .n_containers = 1};

/* As it is written while the watching goes on. */
static const struct eu_report *while_it_goes_on(void)
{
	going_on_containers[0] = sample.containers[0];
	going_on.until = going_on_containers[0].until = SAMPLE_TIME + 62000000000ull;
	return &going_on;
}

static int write_merged_json(int fd)
{
	struct eu_merger *merger;
	int ret = eu_merger_new(&merger, NULL) ?:
		  eu_merger_add(merger, while_it_goes_on(), NULL) ?:
		  eu_merger_add(merger, &sample, NULL) ?:
		  eu_report_write_json(eu_merger_report(merger), fd);

	eu_merger_free(merger);
	return ret;
}

static const char *contents_of(const char *name)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	file = fopen(path, "r");
	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	return text;
}

static void each_file_says_whether_the_watching_had_ended(void **state)
{
	struct eu_error err;

	assert_int_equal(eu_report_write_directory(while_it_goes_on(), directory, &err), 0);
	assert_has(contents_of("index.json"), "\"ended\":false,\"until\":\"" UNTIL "\"");
	assert_has(contents_of("web-7339f952c18f.json"), "\"ended\":false,\"until\":\"" UNTIL "\"");
	assert_int_equal(eu_report_write_directory(&sample, directory, &err), 0);
	assert_has(contents_of("index.json"), "\"ended\":true");
	assert_has(contents_of("web-7339f952c18f.json"), "\"ended\":true");
}

static void what_is_merged_had_ended_where_each_had(void **state)
{
	const char *object = rendered(write_merged_json), *web = strstr(object, "\"containers\"");

	assert_non_null(web);
	assert_true(strstr(object, "\"ended\":false") < web);
	assert_has(web, "\"ended\":false,\"until\":\"" UNTIL "\"");
	assert_has(web, "\"ended\":true");
}

static int write_merged(void)
{
	struct eu_merger *merger;
	int ret = eu_merger_new(&merger, NULL) ?: eu_merger_add(merger, &sample, NULL) ?:
		  eu_merger_add(merger, &sample, NULL) ?:
		  eu_report_write_json(eu_merger_report(merger), STDOUT_FILENO);

	eu_merger_free(merger);
	return ret;
}

/* For the test of the JSON Schema: writes a directory and prints whole objects. */
static int write_sample(const char *path)
{
	struct eu_error err = {};

	if (eu_report_write_directory(&sample, path, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	return eu_report_write_json(&sample, STDOUT_FILENO) || write_merged() ||
	       write_merged_json(STDOUT_FILENO) ||
	       eu_report_write_json(&nothing, STDOUT_FILENO);
}

/* ---- of a time ---- */

static struct eu_errno_count errors_of[2] = {{2, 5, 0}, {13, 1, 0}};
static struct eu_value_fact values_of[1] = {{.count = 4, .init = 1, .first = 10, .last = 40}};

static void counts_are_those_since_the_report_before(void **state)
{
	static const struct eu_errno_count old_errors[] = {{2, 3, 0}, {13, 1, 0}};
	static const struct eu_value_fact old_values[] = {{.count = 1, .init = 1}};
	static const struct eu_syscall_fact old_calls[] = {
	    {"close", 5, 0, 10, 15, NULL, 0, NULL, 0},
	    {"openat", 6, 2, 10, 20, old_errors, 2, old_values, 1}};
	struct eu_syscall_fact calls[] = {{"close", 5, 0, 10, 15, NULL, 0, NULL, 0},
					  {"openat", 9, 2, 10, 40, errors_of, 2, values_of, 1},
					  {"read", 1, 0, 35, 35, NULL, 0, NULL, 0}};
	const struct eu_container_report old = {
	    .container.ref = 7, .container.first_ref = 7, .syscalls = old_calls, .n_syscalls = 2, .first = 10, .last = 20};
	struct eu_container_report now = {
	    .container.ref = 7, .container.first_ref = 7, .syscalls = calls, .n_syscalls = 3, .first = 10, .last = 60};
	const struct eu_report before = {.containers = &old, .n_containers = 1};
	struct eu_report report = {.containers = &now, .n_containers = 1, .first = 5, .last = 60};

	assert_int_equal(eu_report_cut(&report, &before, 25, 50), 0);
	assert_int_equal(report.n_containers, 1);
	assert_int_equal(report.first, 25);
	assert_int_equal(report.last, 50);
	assert_int_equal(now.first, 25);
	assert_int_equal(now.n_syscalls, 2);
	assert_string_equal(calls[0].name, "openat");
	assert_int_equal(calls[0].count, 3);
	assert_int_equal(calls[0].init, 0);
	assert_int_equal(calls[0].first, 25);
	assert_int_equal(calls[0].n_errors, 1);
	assert_int_equal(calls[0].errors[0].count, 2);
	assert_int_equal(calls[0].values[0].count, 3);
	assert_int_equal(calls[1].first, 35);
}

static void facts_of_other_times_are_left_out(void **state)
{
	struct eu_file_fact files[] = {{.path = "/a", .opens = 1, .first = 10, .last = 10},
				       {.path = "/b", .opens = 3, .created = true, .first = 12, .last = 30},
				       {.path = "/c", .opens = 1, .first = 70, .last = 70}};
	const struct eu_file_fact old_files[] = {
	    {.path = "/a", .opens = 1}, {.path = "/b", .opens = 1, .created = true}};
	struct eu_peer_fact peers[] = {{.transport = "tcp", .address = "198.51.100.1", .direction = "out",
					.count = 2, .bytes_sent = 10, .first = 5, .last = 30}};
	const struct eu_peer_fact old_peers[] = {{.transport = "tcp", .address = "198.51.100.1",
						  .direction = "out", .count = 2, .bytes_sent = 4}};
	struct eu_lifecycle_fact steps[] = {{10, "created", NULL}, {30, "exec", NULL}, {70, "removed", NULL}};
	struct eu_loss loss[] = {{.class = "open", .place = "ring", .count = 1}};
	struct eu_container_report now[] = {
	    {.container.ref = 3, .container.first_ref = 3, .first = 1, .last = 9},
	    {.container.ref = 4, .container.first_ref = 4, .files = files, .n_files = 3, .peers = peers, .n_peers = 1,
	     .lifecycle = steps, .n_lifecycle = 3, .loss = loss, .n_loss = 1, .first = 10, .last = 70},
	    {.container.ref = 5, .container.first_ref = 5}};
	const struct eu_container_report old[] = {
	    {.container.ref = 4, .container.first_ref = 4, .files = old_files, .n_files = 2, .peers = old_peers, .n_peers = 1}};
	const struct eu_report before = {.containers = old, .n_containers = 1};
	struct eu_report report = {.containers = now, .n_containers = 3, .first = 1, .last = 70};

	loss[0].container = &now[1].container;
	assert_int_equal(eu_report_cut(&report, &before, 20, 50), 0);
	assert_int_equal(report.n_containers, 1);
	assert_int_equal(now[0].container.ref, 4);
	assert_ptr_equal(loss[0].container, &now[0].container);
	assert_int_equal(now[0].n_files, 1);
	assert_string_equal(files[0].path, "/b");
	assert_int_equal(files[0].opens, 2);
	assert_false(files[0].created);
	assert_int_equal(peers[0].count, 0);
	assert_int_equal(peers[0].bytes_sent, 6);
	assert_int_equal(now[0].n_lifecycle, 1);
	assert_int_equal(steps[0].time, 30);
}

static void a_container_that_only_makes_calls_is_of_their_time(void **state)
{
	struct eu_syscall_fact calls[] = {{.name = "read", .count = 9, .first = 10, .last = 90000000}},
			       end[] = {{.name = "exit", .count = 1, .first = 10, .last = 19000000}};
	struct eu_container_report now[] = {
	    {.container.ref = 4, .container.first_ref = 4, .syscalls = calls, .n_syscalls = 1, .first = 10,
	     .last = 15000000},
	    {.container.ref = 5, .container.first_ref = 5, .syscalls = end, .n_syscalls = 1, .first = 10,
	     .last = 15000000}};
	struct eu_report report = {.containers = now, .n_containers = 2};

	assert_int_equal(eu_report_cut(&report, NULL, 17000000, 50000000), 0);
	assert_int_equal(report.n_containers, 1);
	assert_int_equal(now[0].container.ref, 4);
	assert_int_equal(now[0].last, 50000000);
	assert_int_equal(now[0].n_syscalls, 1);
}

/* What it had become before is not told again of what failed in the time. */
static void what_failed_in_a_time_has_changed_nothing_in_it(void **state)
{
	struct eu_operation_count chmods[] = {{EU_OPERATION_CHMOD, 3}};
	struct eu_operation_count moves[] = {{EU_OPERATION_RENAME, 2}};
	struct eu_operation_count more[] = {{EU_OPERATION_CHMOD, 3}};
	const struct eu_operation_count chmod = {EU_OPERATION_CHMOD, 2};
	const struct eu_operation_count move = {EU_OPERATION_RENAME, 1};
	struct eu_file_fact files[] = {
	    {.path = "/a", .operations = chmods, .n_operations = 1, .failures = 1, .changed = true,
	     .created = true, .first = 10, .last = 30},
	    {.path = "/b", .operations = moves, .n_operations = 1, .failures = 1, .changed = true,
	     .new_path = "/c", .first = 10, .last = 30},
	    {.path = "/d", .operations = more, .n_operations = 1, .changed = true, .first = 10, .last = 30}};
	const struct eu_file_fact old_files[] = {
	    {.path = "/a", .operations = &chmod, .n_operations = 1, .changed = true, .created = true},
	    {.path = "/b", .operations = &move, .n_operations = 1, .changed = true, .new_path = "/c"},
	    {.path = "/d", .operations = &chmod, .n_operations = 1, .changed = true}};
	struct eu_container_report now = {
	    .container.ref = 4, .container.first_ref = 4, .files = files, .n_files = 3, .first = 10, .last = 30};
	const struct eu_container_report old = {
	    .container.ref = 4, .container.first_ref = 4, .files = old_files, .n_files = 3};
	const struct eu_report before = {.containers = &old, .n_containers = 1};
	struct eu_report report = {.containers = &now, .n_containers = 1};

	assert_int_equal(eu_report_cut(&report, &before, 20, 50), 0);
	assert_int_equal(now.n_files, 3);
	assert_false(files[0].changed || files[0].created);
	assert_int_equal(files[0].operations[0].count, 1);
	assert_false(files[1].changed);
	assert_null(files[1].new_path);
	assert_true(files[2].changed);
}

static void programs_of_one_file_stay_apart(void **state)
{
	const char *const cat[] = {"cat", "/etc/a"}, *const cat_b[] = {"cat", "/etc/b"}, *const ls[] = {"ls"};
	struct eu_argv_fact others[] = {{cat_b, 2}, {cat, 2}};
	const struct eu_argv_fact old_others[] = {{cat_b, 2}};
	struct eu_executable_fact all[] = {
	    {.path = "/bin/busybox", .argv = cat, .n_argv = 2, .count = 4, .others = others, .n_others = 2,
	     .first = 10, .last = 30},
	    {.path = "/bin/busybox", .argv = ls, .n_argv = 1, .count = 1, .first = 11, .last = 11}};
	const struct eu_executable_fact old_all[] = {
	    {.path = "/bin/busybox", .argv = cat, .n_argv = 2, .count = 3, .others = old_others, .n_others = 1},
	    {.path = "/bin/busybox", .argv = ls, .n_argv = 1, .count = 1}};
	struct eu_container_report now = {
	    .container.ref = 4, .container.first_ref = 4, .executables = all, .n_executables = 2, .first = 10, .last = 30};
	const struct eu_container_report old = {
	    .container.ref = 4, .container.first_ref = 4, .executables = old_all, .n_executables = 2};
	const struct eu_report before = {.containers = &old, .n_containers = 1};
	struct eu_report report = {.containers = &now, .n_containers = 1};

	assert_int_equal(eu_report_cut(&report, &before, 20, 50), 0);
	assert_int_equal(now.n_executables, 1);
	assert_int_equal(all[0].count, 1);
	assert_int_equal(all[0].n_others, 1);
	assert_string_equal(all[0].others[0].argv[1], "/etc/a");
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(counts_are_those_since_the_report_before),
	    cmocka_unit_test(facts_of_other_times_are_left_out),
	    cmocka_unit_test(a_container_that_only_makes_calls_is_of_their_time),
	    cmocka_unit_test(what_failed_in_a_time_has_changed_nothing_in_it),
	    cmocka_unit_test(programs_of_one_file_stay_apart),
	    cmocka_unit_test(the_summary_says_what_people_ask_first),
	    cmocka_unit_test(a_container_that_does_nothing_is_watched_until_its_end),
	    cmocka_unit_test(no_control_byte_of_a_container_reaches_a_terminal),
	    cmocka_unit_test(a_file_that_was_written_and_read_says_both),
	    cmocka_unit_test(who_came_in_has_no_port_and_where_it_came_in_has),
	    cmocka_unit_test(csv_tells_a_port_of_its_own_from_that_of_a_peer),
	    cmocka_unit_test(a_narrow_terminal_is_not_overrun),
	    cmocka_unit_test(rows_of_csv_have_the_same_cells),
	    cmocka_unit_test(csv_tells_who_it_was_and_whether_that_is_all),
	    cmocka_unit_test(csv_tells_the_runtimes_part_apart),
	    cmocka_unit_test(csv_has_all_arguments_of_a_program),
	    cmocka_unit_test(json_escapes_without_losing_bytes),
	    cmocka_unit_test(json_says_what_was_lost_of_nobody_knows_whom),
	    cmocka_unit_test_setup_teardown(
		a_directory_has_an_index_and_a_private_file_per_container, make_directory,
		remove_directory),
	    cmocka_unit_test_setup_teardown(each_file_says_whether_the_watching_had_ended,
					    make_directory, remove_directory),
	    cmocka_unit_test(what_is_merged_had_ended_where_each_had),
	    cmocka_unit_test_setup_teardown(containers_that_are_alike_have_a_file_each,
					    make_directory, remove_directory),
	    cmocka_unit_test_setup_teardown(a_container_that_is_renamed_leaves_no_file_behind,
					    make_directory, remove_directory),
	    cmocka_unit_test_setup_teardown(a_link_in_a_files_place_is_replaced_not_followed,
					    make_directory, remove_directory),
	    cmocka_unit_test(a_directory_that_cannot_be_is_said),
	    cmocka_unit_test(a_full_disk_is_an_error),
	};

	if (argc > 1)
		return write_sample(argv[1]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

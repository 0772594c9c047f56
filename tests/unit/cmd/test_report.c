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

static int csv(int fd)
{
	return eu_report_write_csv(&sample, fd);
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
	assert_has(page, "from client at 198.51.100.3:40112 (tcp)");
	assert_has(page, "to [2001:db8::1]:443, refused (tcp)");
	assert_has(page, "to /run/log.sock (unix)");
	assert_has(page, "1.0 MiB, created, deleted");
	assert_has(page, "did not get   /etc/shadow");
	assert_has(page, "CAP_NET_BIND_SERVICE  2×, in bind and others");
	assert_has(page, "was refused   CAP_SYS_ADMIN");
	assert_has(page, "openat ENOENT 30×, openat EACCES 4×");
	assert_has(page, "stopped 02:54:09 (exit code 3)");
	assert_has(page, "lost: 34 file (ring)");
	assert_has(page, "nothing was lost");
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
		assert_int_equal(cells, 10);
		cells = 0;
		lines++;
	}
	assert_int_equal(lines, 1 + 1 + 3 + 1 + 3 + 1 + 3 + 2 + 2 + 1);
}

static void json_escapes_without_losing_bytes(void **state)
{
	const char *object = rendered(json);

	assert_has(object, "\"/var/log/\\\\xe9\\n=cmd()\"");
	assert_has(object, "\"errors\":{\"ENOENT\":30,\"EACCES\":4,\"9999\":1}");
	assert_has(object, "\"container\":{\"id\":\"" SAMPLE_ID "\",\"name\":\"client\"}");
	assert_int_equal(object[strlen(object) - 1], '\n');
	assert_string_equal(rendered(empty),
			    "{\"host\":\"edge-1\",\"complete\":true,\"containers\":[]}\n");
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

static void a_directory_has_an_index_and_a_private_file_per_container(void **state)
{
	struct dirent *entry;
	struct eu_error err;
	size_t n = 0;
	DIR *dir;

	assert_int_equal(eu_report_write_directory(&sample, directory, &err), 0);
	assert_int_equal(eu_report_write_directory(&sample, directory, &err), 0);
	assert_private("index.json");
	assert_private("web-7339f952c18f.json");
	assert_private("_._.__2J-_._.._etc_cr.json");
	assert_private("_._.__2J-_._.._etc_cr.2.json");
	dir = opendir(directory);
	while ((entry = readdir(dir)))
		n += entry->d_name[0] != '.';
	closedir(dir);
	assert_int_equal(n, 4);
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
	       eu_report_write_json(&nothing, STDOUT_FILENO);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_summary_says_what_people_ask_first),
	    cmocka_unit_test(no_control_byte_of_a_container_reaches_a_terminal),
	    cmocka_unit_test(a_narrow_terminal_is_not_overrun),
	    cmocka_unit_test(rows_of_csv_have_the_same_cells),
	    cmocka_unit_test(json_escapes_without_losing_bytes),
	    cmocka_unit_test_setup_teardown(
		a_directory_has_an_index_and_a_private_file_per_container, make_directory,
		remove_directory),
	    cmocka_unit_test_setup_teardown(a_link_in_a_files_place_is_replaced_not_followed,
					    make_directory, remove_directory),
	    cmocka_unit_test(a_directory_that_cannot_be_is_said),
	    cmocka_unit_test(a_full_disk_is_an_error),
	};

	if (argc > 1)
		return write_sample(argv[1]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

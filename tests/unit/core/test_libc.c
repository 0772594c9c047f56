/* SPDX-License-Identifier: Apache-2.0 */
/* A directory like that of a process below /proc, with the container's root inside. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "records.h"
#include "world/libc.h"

static char directory[64];

static void write_file(const char *name, const char *text, size_t len)
{
	char path[128];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, len), len);
	close(fd);
}

static void make_directory(const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	assert_return_code(mkdir(path, 0700), 0);
}

static void link_to(const char *name, const char *target)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	assert_return_code(symlink(target, path), 0);
}

static void has_root_of(const char *type)
{
	char text[128];
	int len = snprintf(text, sizeof(text),
			   "30 20 0:1 / / rw,relatime - %s none rw\n31 30 0:5 / /proc rw - proc proc rw\n",
			   type);

	write_file("mountinfo", text, len);
}

static int begin(void **state)
{
	snprintf(directory, sizeof(directory), "/tmp/test-libc-XXXXXX");
	if (!mkdtemp(directory))
		return -1;
	make_directory("root");
	make_directory("root/lib");
	make_directory("root/lib64");
	has_root_of("overlay");
	return 0;
}

static int end(void **state)
{
	char command[96];

	snprintf(command, sizeof(command), "rm -r %s", directory);
	return system(command);
}

static const char *libc(void)
{
	static char text[64];
	int process = open(directory, O_PATH | O_DIRECTORY);

	eu_libc_of(process, text, sizeof(text));
	close(process);
	return text;
}

#define LOADER "\177ELF\0GLIBC_2.35\0ld.so (Debian GLIBC 2.36-9) stable release version 2.36.\n"

static void glibc_is_known_by_what_its_loader_says(void **state)
{
	write_file("root/lib/loader", LOADER, sizeof(LOADER));
	link_to("root/lib64/ld-linux-x86-64.so.2", "/lib/loader");
	assert_string_equal(libc(), "glibc 2.36");
	write_file("root/lib/loader", LOADER, 20);
	assert_string_equal(libc(), "glibc");
}

static void musl_has_its_version_from_alpine(void **state)
{
	static const char installed[] = "P:busybox\nV:1.36\n\nC:Q1\nP:musl\nV:1.2.4-r2\nA:x86_64\n";

	write_file("root/lib/ld-musl-x86_64.so.1", "\177ELF", 4);
	write_file("root/lib/loader", "gcompat", 7);
	link_to("root/lib64/ld-linux-x86-64.so.2", "../lib/loader");
	assert_string_equal(libc(), "musl");
	make_directory("root/lib/apk");
	make_directory("root/lib/apk/db");
	write_file("root/lib/apk/db/installed", installed, sizeof(installed) - 1);
	assert_string_equal(libc(), "musl 1.2.4");
}

static void nothing_outside_of_the_root_is_read(void **state)
{
	char path[128];

	write_file("loader", LOADER, sizeof(LOADER));
	link_to("root/lib64/ld-linux-x86-64.so.2", "../../loader");
	assert_string_equal(libc(), "");
	snprintf(path, sizeof(path), "%s/loader", directory);
	link_to("root/lib/ld-linux-x86-64.so.2", path);
	assert_string_equal(libc(), "");
	link_to("root/lib/ld-musl-x86_64.so.1", "/proc/self/exe");
	assert_string_equal(libc(), "");
}

static void what_is_no_file_is_not_opened(void **state)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/root/lib64/ld-linux-x86-64.so.2", directory);
	assert_return_code(mkfifo(path, 0600), 0);
	assert_string_equal(libc(), "");
}

static void file_systems_that_a_program_answers_for_are_left_alone(void **state)
{
	write_file("root/lib64/ld-linux-x86-64.so.2", LOADER, sizeof(LOADER));
	assert_string_equal(libc(), "glibc 2.36");
	has_root_of("fuse.fuse-overlayfs");
	assert_string_equal(libc(), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(glibc_is_known_by_what_its_loader_says, begin, end),
		cmocka_unit_test_setup_teardown(musl_has_its_version_from_alpine, begin, end),
		cmocka_unit_test_setup_teardown(nothing_outside_of_the_root_is_read, begin, end),
		cmocka_unit_test_setup_teardown(what_is_no_file_is_not_opened, begin, end),
		cmocka_unit_test_setup_teardown(
			file_systems_that_a_program_answers_for_are_left_alone, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

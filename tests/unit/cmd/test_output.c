// SPDX-License-Identifier: Apache-2.0
/* Files that are written as root where others may have prepared something. */
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

#include "cmd/output.h"
#include "cmd/terminal.h"

static char directory[] = "/tmp/eunomia-output.XXXXXX";
static char file[64], other[64];
static struct eu_error err;

static int set_up(void **state)
{
	strcpy(directory, "/tmp/eunomia-output.XXXXXX");
	if (!mkdtemp(directory))
		return -1;
	snprintf(file, sizeof(file), "%s/events", directory);
	snprintf(other, sizeof(other), "%s/other", directory);
	return 0;
}

static int tear_down(void **state)
{
	unlink(file);
	unlink(other);
	return rmdir(directory);
}

static void make(const char *path, mode_t mode)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	fputs("older", out);
	fclose(out);
	chmod(path, mode);
}

static void a_new_file_is_private(void **state)
{
	mode_t mask = umask(0);
	struct stat st;
	int fd = output_open(file, &err);

	umask(mask);
	assert_true(fd >= 0);
	assert_int_equal(fstat(fd, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	close(fd);
}

static void an_older_file_becomes_private_and_is_cut_off_later(void **state)
{
	struct stat st;
	int fd;

	make(file, 0644);
	fd = output_open(file, &err);
	assert_true(fd >= 0);
	assert_int_equal(fstat(fd, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(st.st_size, 5);
	assert_int_equal(output_truncate(file, fd), 0);
	assert_int_equal(fstat(fd, &st), 0);
	assert_int_equal(st.st_size, 0);
	close(fd);
}

static void a_link_is_not_followed(void **state)
{
	make(other, 0644);
	assert_int_equal(symlink(other, file), 0);
	assert_int_equal(output_open(file, &err), -ELOOP);
	assert_non_null(strstr(err.text, "symbolic link"));
}

static void a_file_with_two_names_is_refused(void **state)
{
	make(other, 0600);
	assert_int_equal(link(other, file), 0);
	assert_int_equal(output_open(file, &err), -EPERM);
}

static void another_users_file_is_refused(void **state)
{
	if (geteuid())
		skip();
	make(file, 0666);
	assert_int_equal(chown(file, 65534, 65534), 0);
	assert_int_equal(output_open(file, &err), -EPERM);
	assert_non_null(strstr(err.text, "65534"));
}

static void a_recording_is_refused_and_stays_as_it_is(void **state)
{
	static const char begin[96] = "\x5e\x2a\x4d\x18\x50\0\0\0EUNOMIA";
	struct stat st;
	FILE *out = fopen(file, "w");

	assert_non_null(out);
	assert_int_equal(fwrite(begin, sizeof(begin), 1, out), 1);
	fclose(out);
	chmod(file, 0640);
	assert_int_equal(output_open(file, &err), -EEXIST);
	assert_non_null(strstr(err.text, "is a recording"));
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_size, sizeof(begin));
	assert_int_equal(st.st_mode & 07777, 0640);
}

/* As with 2>FILE. */
static void where_standard_error_goes_no_file_is_written(void **state)
{
	int ret, before = dup(STDERR_FILENO), fd;

	make(file, 0600);
	fd = open(file, O_WRONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	dup2(fd, STDERR_FILENO);
	ret = output_open(file, &err);
	dup2(before, STDERR_FILENO);
	close(before);
	close(fd);
	assert_int_equal(ret, -EINVAL);
	assert_non_null(strstr(err.text, "where standard error goes"));
}

static void devices_and_own_descriptors_are_taken_as_they_are(void **state)
{
	static const char *const paths[] = {"-", "/dev/null", "/dev/stderr", "/dev/fd/2"};

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		int fd = output_open(paths[i], &err);

		assert_true(fd > 2);
		assert_int_equal(output_truncate(paths[i], fd), 0);
		close(fd);
	}
}

static void a_place_that_is_not_there_is_said(void **state)
{
	assert_int_equal(output_open("/no/such/place", &err), -ENOENT);
	assert_non_null(strstr(err.text, "/no/such/place"));
}

static void a_terminal_gets_no_orders(void **state)
{
	static const char *const cases[][2] = {
	    {"web", "web"},
	    {"a\033[31mb\n", "a\\x1b[31mb\\x0a"},
	    {"\177", "\\x7f"},
	    {"\xc2\x9b"
	     "2J",
	     "\\xc2\\x9b2J"},
	    {"\xc2\xa0\xc3\xa4", "\xc2\xa0\xc3\xa4"},
	    {"\xf0\x9f\x90\x9d", "\xf0\x9f\x90\x9d"},
	    {"\xc2", "\\xc2"},
	    {"\x9b"
	     "31mred",
	     "\\x9b31mred"},
	    {"\xf0\x9f", "\\xf0\\x9f"},
	    {"\xe2\x80\xae\xe2\x80\xa8", "\\xe2\\x80\\xae\\xe2\\x80\\xa8"},
	    {"\xe2\x81\xa6", "\\xe2\\x81\\xa6"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *text = terminal_text(cases[i][0]);

		assert_string_equal(text, cases[i][1]);
		free(text);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_new_file_is_private),
	    TEST(an_older_file_becomes_private_and_is_cut_off_later),
	    TEST(a_link_is_not_followed),
	    TEST(a_file_with_two_names_is_refused),
	    TEST(another_users_file_is_refused),
	    TEST(a_recording_is_refused_and_stays_as_it_is),
	    TEST(where_standard_error_goes_no_file_is_written),
	    TEST(devices_and_own_descriptors_are_taken_as_they_are),
	    TEST(a_place_that_is_not_there_is_said),
	    TEST(a_terminal_gets_no_orders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

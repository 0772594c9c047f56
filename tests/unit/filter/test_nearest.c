/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "nearest.h"

static const char *const names[] = {"open",    "openat",    "openat2",    "close",
				    "connect", "file.path", "file.flags", "process.executable.path",
				    "execve"};
#define N (sizeof(names) / sizeof(names[0]))

static void a_swapped_or_missing_letter_is_found(void **state)
{
	assert_string_equal(eu_nearest("oepn", names, N), "open");
	assert_string_equal(eu_nearest("conect", names, N), "connect");
	assert_string_equal(eu_nearest("fiel.path", names, N), "file.path");
	assert_string_equal(eu_nearest("execvee", names, N), "execve");
}

static void a_part_of_a_name_leads_to_it(void **state)
{
	assert_string_equal(eu_nearest("path", names, N), "file.path");
	assert_string_equal(eu_nearest("executable", names, N), "process.executable.path");
}

static void nothing_near_is_nothing(void **state)
{
	assert_null(eu_nearest("mount", names, N));
	assert_null(eu_nearest("", names, N));
	assert_null(eu_nearest("open", names, 0));
}

static void an_endless_word_is_not_compared(void **state)
{
	char word[5000];

	memset(word, 'o', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	assert_null(eu_nearest(word, names, N));
}

static void several_come_nearest_first_and_once(void **state)
{
	static const char *const twice[] = {"openat2", "openat", "open", "openat"};
	const char *out[3];

	assert_int_equal(eu_nearest_some("openat", twice, 4, out, 3), 3);
	assert_string_equal(out[0], "openat");
	assert_string_equal(out[1], "openat2");
	assert_string_equal(out[2], "open");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_swapped_or_missing_letter_is_found),
	    cmocka_unit_test(a_part_of_a_name_leads_to_it),
	    cmocka_unit_test(nothing_near_is_nothing),
	    cmocka_unit_test(an_endless_word_is_not_compared),
	    cmocka_unit_test(several_come_nearest_first_and_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

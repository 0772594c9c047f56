/* SPDX-License-Identifier: Apache-2.0 */
#include <eunomia/events.h>
#include <eunomia/argkind.h>
#include <eunomia/syscalls.h>

#include <stdlib.h>

#include "records.h"
#include "redact.h"

static struct eu_builder builder;

static const struct eu_event_exec *redacted_by(const char *const *patterns, size_t n,
					       const char *args, size_t len)
{
	struct eu_redact *redact;
	const struct eu_head *out;

	assert_int_equal(eu_redact_new(&redact, patterns, n, NULL), 0);
	out = eu_redact_record(redact, an_exec(1, 0, "/bin/x", args, len), &builder);
	eu_redact_free(redact);
	return (const void *)out;
}

static const struct eu_event_exec *redacted(const char *pattern, const char *args, size_t len)
{
	return redacted_by(&pattern, 1, args, len);
}

static void assert_args(const struct eu_event_exec *e, const char *expected, size_t len)
{
	size_t found;
	const char *args = eu_record_text(&e->head, e->args, &found);

	assert_int_equal(found, len);
	assert_memory_equal(args, expected, len);
}

/* What two patterns, in either order, make of an argument. */
static void assert_both(const char *a, const char *b, const char *arg, const char *expected)
{
	assert_args(redacted_by((const char *[]){a, b}, 2, arg, strlen(arg) + 1), expected,
		    strlen(expected) + 1);
	assert_args(redacted_by((const char *[]){b, a}, 2, arg, strlen(arg) + 1), expected,
		    strlen(expected) + 1);
}

static void a_match_is_replaced(void **state)
{
	assert_args(redacted("(?i)password=\\K\\S*", "x\0PASSWORD=hunter2\0y", 20),
		    "x\0PASSWORD=[redacted]\0y", 23);
	assert_args(redacted("^y$", "y x\0y", 6), "y x\0[redacted]", 15);
}

/* People write patterns for the line that they see. */
static void a_match_goes_over_the_ends_of_arguments(void **state)
{
	static const char args[] = "mysql\0--password\0hunter2\0db";

	assert_args(redacted("--password \\S+", args, sizeof(args)),
		    "mysql\0[redacted]\0[redacted]\0db", 31);
	assert_args(redacted("--password\\s+\\K\\S+", args, sizeof(args)),
		    "mysql\0--password\0[redacted]\0db", 31);
	assert_args(redacted("word.*", args, sizeof(args)),
		    "mysql\0--pass[redacted]\0[redacted]\0[redacted]", 45);
	assert_args(redacted("a  b", "a\0\0b", 5), "[redacted]\0\0[redacted]", 23);
}

static const struct eu_event_exec *cut_and_redacted(const char *pattern, const char *args, size_t len)
{
	const struct eu_event_exec *e = (const void *)an_exec(1, 0, "/bin/x", args, len);
	const struct eu_head *out;
	struct eu_redact *redact;

	((struct eu_event_exec *)e)->args_cut = true;
	assert_int_equal(eu_redact_new(&redact, &pattern, 1, NULL), 0);
	out = eu_redact_record(redact, &e->head, &builder);
	eu_redact_free(redact);
	return (const void *)out;
}

static void a_match_that_the_cut_broke_off_counts(void **state)
{
	const char *key = "(?s)-----BEGIN.*?-----END KEY-----";

	assert_args(cut_and_redacted(key, "x\0a -----BEGIN KEY-----\nMII", 27), "x\0a [redacted]", 14);
	assert_args(cut_and_redacted("--token \\S+", "x\0--token", 9), "x\0[redacted]", 12);
	assert_args(cut_and_redacted("key=\\K[0-9]{8}", "x key=123\0key=45", 16),
		    "x key=123\0[redacted]", 20);
	assert_args(redacted(key, "x\0-----BEGIN", 12), "x\0-----BEGIN", 12);
	assert_args(cut_and_redacted("secret", "x\0y", 3), "x\0y", 3);
}

static void the_old_bytes_are_nowhere_in_the_record(void **state)
{
	const struct eu_event_exec *e = redacted("hunter2", "x\0hunter2", 10);

	assert_null(memmem(e, e->head.size, "hunter2", 7));
}

/* A streamed execve, with its vector as a copy of its second argument. */
static void the_vector_of_a_streamed_execve_is_redacted_too(void **state)
{
	static const char args[] = "x\0password=hunter2";
	const char *pattern = "password=\\K.*";
	struct eu_builder in;
	struct eu_event_syscall *e = eu_builder_begin(&in, sizeof(*e));
	struct eu_copy copy = {.arg = 1, .kind = EU_ARG_STRV, .len = sizeof(args)};
	const struct eu_head *out;
	struct eu_redact *redact;

	e->head.type = EU_TYPE(eu_event_syscall);
	e->copies = eu_builder_text(&in, (const char *)&copy, sizeof(copy));
	e->copies.len += eu_builder_text(&in, args, sizeof(args)).len;
	assert_int_equal(eu_redact_new(&redact, &pattern, 1, NULL), 0);
	out = eu_redact_record(redact, eu_builder_end(&in), &builder);
	assert_null(memmem(out, out->size, "hunter2", 7));
	assert_non_null(memmem(out, out->size, "password=[redacted]", 20));
	eu_redact_free(redact);
}

/* A call with these strings as arguments, all of one kind. */
static const struct eu_head *redacted_copies(const char *pattern, const char *name,
					     enum eu_arg_kind kind, const char *const strings[6])
{
	const struct eu_syscall *call = eu_syscall_find(EU_ABI_NATIVE, name);
	struct eu_builder in;
	struct eu_event_syscall *e = eu_builder_begin(&in, sizeof(*e));
	const struct eu_head *out;
	struct eu_redact *redact;

	e->head.type = EU_TYPE(eu_event_syscall);
	e->nr = call->nr;
	e->copies.offset = in.used;
	for (unsigned i = 0; i < 6; i++) {
		size_t len = strings[i] ? strlen(strings[i]) : 0;
		struct eu_copy copy = {.arg = i, .kind = kind, .len = len};

		if (!strings[i])
			continue;
		eu_builder_text(&in, (const char *)&copy, sizeof(copy));
		eu_builder_text(&in, strings[i], len);
		eu_builder_text(&in, "\0\0\0\0\0\0\0", -len & 7);
	}
	e->copies.len = in.used - e->copies.offset;
	assert_int_equal(eu_redact_new(&redact, &pattern, 1, NULL), 0);
	out = eu_redact_record(redact, eu_builder_end(&in), &builder);
	if (out != (const void *)builder.bytes) {
		memcpy(builder.bytes, out, out->size);
		out = (const void *)builder.bytes;
	}
	eu_redact_free(redact);
	return out;
}

static const struct eu_head *redacted_call(const char *pattern, const char *name,
					   const char *const strings[6])
{
	return redacted_copies(pattern, name, EU_ARG_STR, strings);
}

static bool hides(const char *name, enum eu_arg_kind kind, const char *const strings[6])
{
	const struct eu_head *out = redacted_copies("hunter2", name, kind, strings);

	return !memmem(out, out->size, "hunter2", 7) && memmem(out, out->size, "[redacted]", 10);
}

static void buffers_and_texts_are_redacted(void **state)
{
	const char *const second[6] = {[1] = "xxhunter2yy"};
	const char *const option[6] = {[3] = "hunter2"};

	assert_true(hides("write", EU_ARG_BUF_IN, second));
	assert_true(hides("read", EU_ARG_BUF_OUT, second));
	assert_true(hides("setsockopt", EU_ARG_OPTION_IN, option));
	assert_true(hides("sethostname", EU_ARG_TEXT_IN, (const char *const[6]){"hunter2"}));
	assert_true(hides("readlink", EU_ARG_TEXT_OUT, second));
}

static void an_option_that_is_a_number_is_none(void **state)
{
	const struct eu_head *out = redacted_copies("2", "setsockopt", EU_ARG_OPTION_IN,
						    (const char *const[6]){[3] = "1234"});

	assert_null(memmem(out, out->size, "[redacted]", 10));
}

static void of_names_only_what_a_symbolic_link_says_is_redacted(void **state)
{
	const char *const names[6] = {"hunter2", "link"};

	assert_true(hides("symlink", EU_ARG_PATH, names));
	assert_false(hides("link", EU_ARG_PATH, names));
	assert_false(hides("symlink", EU_ARG_PATH, (const char *const[6]){"x", "hunter2"}));
	assert_false(hides("getcwd", EU_ARG_TEXT_OUT, (const char *const[6]){"/hunter2"}));
}

/* The replaced copies have the room of the old ones, too. */
static void a_buffer_that_becomes_much_longer_is_whole(void **state)
{
	static char digits[4096];
	const struct eu_head *out;
	const struct eu_event_syscall *e;

	for (size_t i = 0; i + 1 < sizeof(digits); i++)
		digits[i] = i % 2 ? 'x' : '1';
	out = redacted_copies("1", "write", EU_ARG_BUF_IN, (const char *const[6]){[1] = digits});
	e = (const void *)out;
	assert_int_equal(e->copies.len, sizeof(struct eu_copy) + 2048 * 10 + 2047 + 1);
}

static void what_a_symbolic_link_says_is_redacted_in_its_event_too(void **state)
{
	const char *pattern = "hunter2";
	struct eu_builder in;
	struct eu_event_symlink *e = eu_builder_begin(&in, sizeof(*e));
	const struct eu_head *out;
	struct eu_redact *redact;

	e->head.type = EU_TYPE(eu_event_symlink);
	e->file.path = eu_builder_text(&in, "/hunter2", 8);
	e->target.path = eu_builder_text(&in, "key=hunter2", 11);
	assert_int_equal(eu_redact_new(&redact, &pattern, 1, NULL), 0);
	out = eu_redact_record(redact, eu_builder_end(&in), &builder);
	assert_non_null(memmem(out, out->size, "key=[redacted]", 14));
	assert_null(memmem(out, out->size, "key=hunter2", 11));
	assert_non_null(memmem(out, out->size, "/hunter2", 8));
	eu_redact_free(redact);
}

static void the_options_of_a_mount_are_redacted(void **state)
{
	const char *const strings[6] = {[2] = "cifs", [4] = "user=x,password=hunter2"};
	const struct eu_head *out = redacted_call("password=\\K[^,]*", "mount", strings);

	assert_null(memmem(out, out->size, "hunter2", 7));
	assert_non_null(memmem(out, out->size, "user=x,password=[redacted]", 26));
}

static void a_mounts_option_is_redacted_where_name_and_value_are_apart(void **state)
{
	const char *const secret[6] = {[2] = "password", [3] = "hunter2"};
	const char *const other[6] = {[2] = "password", [3] = "other"};
	const struct eu_head *out = redacted_call("password=\\K[^,]*2", "fsconfig", secret);

	assert_null(memmem(out, out->size, "hunter2", 7));
	assert_non_null(memmem(out, out->size, "[redacted]", 10));
	out = redacted_call("password=\\K[^,]*2", "fsconfig", other);
	assert_non_null(memmem(out, out->size, "other", 5));
}

static void a_line_of_arguments_is_redacted_as_they_are(void **state)
{
	static const char args[] = "x\0password=a b\0last";
	const char *pattern = "password=\\K(.*z|a b)";
	struct eu_redact *redact;
	char *line;

	assert_int_equal(eu_redact_new(&redact, &pattern, 1, NULL), 0);
	line = eu_redact_line(redact, args, sizeof(args), false);
	assert_string_equal(line, "x password=[redacted] last");
	free(line);
	line = eu_redact_line(redact, args, sizeof(args), true);
	assert_string_equal(line, "x [redacted] [redacted]");
	free(line);
	eu_redact_free(redact);
}

static void without_a_match_the_record_is_left_alone(void **state)
{
	const struct eu_event_exec *e = redacted("nothing", "x\0y", 4);

	assert_ptr_not_equal((const void *)e, (const void *)builder.bytes);
}

static void a_pattern_that_matches_nothing_at_all_does_not_hang(void **state)
{
	assert_args(redacted("q*", "aaa", 4), "aaa", 4);
}

static void every_match_of_every_pattern_is_hidden(void **state)
{
	assert_both("secret[0-9]+", "password=\\S+", "password=abc secret42",
		    "[redacted] [redacted]");
	assert_both("AAA", "BBB", "AAA BBB AAA BBB", "[redacted] [redacted] [redacted] [redacted]");
}

static void matches_that_overlap_or_touch_are_one(void **state)
{
	assert_both("abcd", "cdef", "xabcdefy", "x[redacted]y");
	assert_both("abcdef", "cd", "xabcdefy", "x[redacted]y");
	assert_both("ab", "cd", "xabcdy", "x[redacted]y");
}

static void a_match_without_text_hides_nothing_and_ends_no_search(void **state)
{
	assert_both("(?:key-)?", "hunter2", "hunter2", "[redacted]");
	assert_both("[0-9]*", "none", "pin 1234 5", "pin [redacted] [redacted]");
	assert_both("password=\\K.*", "none", "password=", "password=");
}

static void each_match_sees_the_argument_from_its_beginning(void **state)
{
	assert_both("^x", "none", "xxx", "[redacted]xx");
	assert_both("(?<=user )\\w+", "none", "user user bob",
		    "user [redacted] [redacted]");
	assert_both("user ", "(?<=user )bob", "user bob", "[redacted]");
}

static void a_pattern_that_takes_too_long_hides_the_rest(void **state)
{
	char arg[] = "secret=1 (((((((((((((((((((((((((((((((((((((((((((";

	memset(arg + 9, 'a', sizeof(arg) - 10);
	assert_both("secret=1|(a+)+$(?<!a)", "none", arg, "[redacted]");
}

static void a_wrong_pattern_is_refused_with_its_column(void **state)
{
	struct eu_redact *redact;
	const char *pattern = "a(b";
	struct eu_error err;

	assert_int_equal(eu_redact_new(&redact, &pattern, 1, &err), -22);
	assert_non_null(strstr(err.text, "column 4"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_match_is_replaced),
		cmocka_unit_test(a_match_goes_over_the_ends_of_arguments),
		cmocka_unit_test(a_match_that_the_cut_broke_off_counts),
		cmocka_unit_test(the_old_bytes_are_nowhere_in_the_record),
		cmocka_unit_test(the_vector_of_a_streamed_execve_is_redacted_too),
		cmocka_unit_test(buffers_and_texts_are_redacted),
		cmocka_unit_test(an_option_that_is_a_number_is_none),
		cmocka_unit_test(of_names_only_what_a_symbolic_link_says_is_redacted),
		cmocka_unit_test(a_buffer_that_becomes_much_longer_is_whole),
		cmocka_unit_test(what_a_symbolic_link_says_is_redacted_in_its_event_too),
		cmocka_unit_test(the_options_of_a_mount_are_redacted),
		cmocka_unit_test(a_mounts_option_is_redacted_where_name_and_value_are_apart),
		cmocka_unit_test(a_line_of_arguments_is_redacted_as_they_are),
		cmocka_unit_test(without_a_match_the_record_is_left_alone),
		cmocka_unit_test(a_pattern_that_matches_nothing_at_all_does_not_hang),
		cmocka_unit_test(every_match_of_every_pattern_is_hidden),
		cmocka_unit_test(matches_that_overlap_or_touch_are_one),
		cmocka_unit_test(a_match_without_text_hides_nothing_and_ends_no_search),
		cmocka_unit_test(each_match_sees_the_argument_from_its_beginning),
		cmocka_unit_test(a_pattern_that_takes_too_long_hides_the_rest),
		cmocka_unit_test(a_wrong_pattern_is_refused_with_its_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

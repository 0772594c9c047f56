// SPDX-License-Identifier: Apache-2.0
/* The parser of options, on a small table and on the real ones. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <eunomia/config.h>
#include <eunomia/error.h>

#include "cmd/cmd.h"

static bool flag;
static const char *text;
static struct eu_list list, texts;
static struct eu_numbers numbers;
static uint64_t number, duration;

static const struct eu_option_group group = {
    .title = "Options",
    .options = (const struct eu_option[]){
	{.name = "flag", .letter = 'f', .kind = EU_OPTION_FLAG, .into = &flag},
	{.name = "text", .letter = 't', .kind = EU_OPTION_TEXT, .into = &text, .argument = "TEXT"},
	{.name = "list", .kind = EU_OPTION_LIST, .into = &list, .argument = "NAME"},
	{.name = "texts", .kind = EU_OPTION_TEXTS, .into = &texts, .argument = "TEXT"},
	{.name = "number", .kind = EU_OPTION_NUMBER, .into = &number, .argument = "N"},
	{.name = "pid", .kind = EU_OPTION_NUMBERS, .into = &numbers, .argument = "PID"},
	{.name = "duration", .kind = EU_OPTION_DURATION, .into = &duration, .argument = "TIME"},
	{.name = "format",
	 .letter = 'o',
	 .kind = EU_OPTION_SETTING,
	 .setting = "output-format",
	 .argument = "FORMAT"},
	{.name = "durations", .kind = EU_OPTION_SWITCH, .setting = "durations"},
	{},
    },
};

static const struct eu_cmd cmd = {
    .name = "test",
    .groups = (const struct eu_option_group *const[]){&group, NULL},
    .takes_command = true,
};
static const struct eu_cmd with_words = {
    .name = "list",
    .groups = (const struct eu_option_group *const[]){&group, NULL},
    .operands = "events sets",
};

static struct eu_arguments arguments;
static struct eu_error err;

static void forget_list(struct eu_list *what)
{
	for (size_t i = 0; i < what->n; i++)
		free((char *)what->items[i]);
	free(what->items);
	*what = (struct eu_list){};
}

static int reset(void **state)
{
	forget_list(&list);
	forget_list(&texts);
	free(numbers.items);
	numbers = (struct eu_numbers){};
	flag = false;
	text = NULL;
	number = duration = 0;
	arguments = (struct eu_arguments){};
	return 0;
}

static char *words[32];

static int parse(const struct eu_cmd *of, ...)
{
	va_list args;
	int n = 1;

	words[0] = (char *)of->name;
	va_start(args, of);
	while ((words[n] = va_arg(args, char *)))
		n++;
	va_end(args);
	return eu_options_parse(of, n, words, &arguments, &err);
}

static void assert_fails(int ret, const char *sentence)
{
	assert_int_equal(ret, -EINVAL);
	if (!strstr(err.text, sentence))
		print_error("\"%s\" is not in: %s\n", sentence, err.text);
	assert_non_null(strstr(err.text, sentence));
}

static void a_value_follows_an_equals_sign_or_a_space(void **state)
{
	assert_int_equal(parse(&cmd, "--text=a=b", NULL), 0);
	assert_string_equal(text, "a=b");
	assert_int_equal(parse(&cmd, "--text", "--flag", NULL), 0);
	assert_string_equal(text, "--flag");
	assert_int_equal(parse(&cmd, "-tx", "-f", NULL), 0);
	assert_string_equal(text, "x");
	assert_true(flag);
}

static void lists_grow_by_commas_and_by_repetition(void **state)
{
	assert_int_equal(parse(&cmd, "--list", "a,b", "--list=c", NULL), 0);
	assert_int_equal(list.n, 3);
	assert_string_equal(list.items[0], "a");
	assert_string_equal(list.items[2], "c");
}

static void an_empty_name_is_refused_and_does_not_mean_everything(void **state)
{
	assert_int_not_equal(parse(&cmd, "--list=", NULL), 0);
	assert_int_not_equal(parse(&cmd, "--list", "a,,b", NULL), 0);
	assert_int_not_equal(parse(&cmd, "--texts", "", NULL), 0);
}

static void texts_keep_their_commas(void **state)
{
	assert_int_equal(parse(&cmd, "--texts", "a,b", "--texts", "c", NULL), 0);
	assert_int_equal(texts.n, 2);
	assert_string_equal(texts.items[0], "a,b");
}

static void numbers_are_checked(void **state)
{
	assert_int_equal(parse(&cmd, "--number", "12", "--pid", "1,2", "--pid=3", NULL), 0);
	assert_int_equal(number, 12);
	assert_int_equal(numbers.n, 3);
	assert_int_equal(numbers.items[2], 3);
	assert_fails(parse(&cmd, "--number", "12x", NULL), "--number: \"12x\" is not a number");
	assert_fails(parse(&cmd, "--number", "-1", NULL), "not a number");
	assert_fails(parse(&cmd, "--number", "", NULL), "not a number");
	assert_fails(parse(&cmd, "--number", "99999999999999999999", NULL), "not a number");
	assert_fails(parse(&cmd, "--pid", "4294967296", NULL), "not a number");
	assert_fails(parse(&cmd, "--pid", "1,b", NULL), "not a number");
}

static void durations_have_units(void **state)
{
	static const struct {
		const char *text;
		uint64_t ms;
	} cases[] = {{"10", 10000}, {"500ms", 500}, {"2m", 120000}, {"1h", 3600000}};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(parse(&cmd, "--duration", cases[i].text, NULL), 0);
		assert_int_equal(duration, cases[i].ms);
	}
	assert_fails(parse(&cmd, "--duration", "1d", NULL), "a duration like 10s");
	assert_fails(parse(&cmd, "--duration", "s", NULL), "a duration like 10s");
	assert_fails(parse(&cmd, "--duration", "9999999999999999999h", NULL), "a duration");
}

static void settings_are_kept_for_the_configuration(void **state)
{
	assert_int_equal(parse(&cmd, "-o", "json", "--durations", NULL), 0);
	assert_int_equal(arguments.n_settings, 2);
	assert_string_equal(arguments.settings[0].key, "output-format");
	assert_string_equal(arguments.settings[0].value, "json");
	assert_string_equal(arguments.settings[1].value, "true");
}

static void what_stands_behind_two_dashes_is_the_command(void **state)
{
	assert_int_equal(parse(&cmd, "--flag", "--", "ls", "--flag", "--", "-x", NULL), 0);
	assert_non_null(arguments.command);
	assert_string_equal(arguments.command[0], "ls");
	assert_string_equal(arguments.command[2], "--");
	assert_string_equal(arguments.command[3], "-x");
	assert_null(arguments.command[4]);
	assert_fails(parse(&cmd, "--", NULL), "no command behind --");
}

static void a_command_without_the_dashes_is_explained(void **state)
{
	assert_fails(parse(&cmd, "ls", NULL), "goes behind --");
}

static void an_unknown_option_gets_the_nearest(void **state)
{
	assert_fails(parse(&cmd, "--durtion=3", NULL),
		     "unknown option --durtion; did you mean \"--duration\"");
	assert_fails(parse(&cmd, "--zzzzz", NULL), "unknown option --zzzzz");
	assert_fails(parse(&cmd, "-z", NULL), "unknown option -z");
	assert_fails(parse(&cmd, "--zz=3", NULL), "unknown option --zz;");
}

static void a_beginning_is_not_taken_for_the_whole(void **state)
{
	assert_fails(parse(&cmd, "--dur", "3", NULL),
		     "unknown option --dur; did you mean \"--duration\" or \"--durations\"?");
	assert_fails(parse(&cmd, "--fla", NULL), "unknown option --fla; did you mean \"--flag\"?");
	assert_fails(parse(&cmd, "--numb=3", NULL), "unknown option --numb");
	assert_fails(parse(&cmd, "--numb", NULL), "unknown option --numb");
	assert_fails(parse(&cmd, "--hel", NULL), "unknown option --hel; did you mean \"--help\"");
	assert_false(flag);
	assert_int_equal(number, 0);
	assert_int_equal(parse(&cmd, "-t", "--fla", NULL), 0);
	assert_string_equal(text, "--fla");
}

static const struct eu_cmd *verb(const char *name)
{
	for (size_t i = 0; eu_cmds[i]; i++)
		if (!strcmp(eu_cmds[i]->name, name))
			return eu_cmds[i];
	return NULL;
}

static void an_option_of_another_verb_is_told_to_be_one(void **state)
{
	assert_fails(parse(verb("list"), "events", "--filter=x", NULL),
		     "eunomia list has no --filter; it is an option of eunomia trace, replay");
}

static void what_is_for_a_live_host_is_no_option_of_a_recording(void **state)
{
	static const char *const live[] = {"--duration=3s", "--durations",  "--buffer=1", "--socket=x",
					   "--state-dir=x", "--memory=64M", "--record=x"};

	for (size_t i = 0; i < sizeof(live) / sizeof(*live); i++) {
		assert_fails(parse(verb("replay"), live[i], NULL), "is for a live host");
		assert_non_null(strstr(err.text, "--from and --to"));
		assert_fails(parse(verb("diff"), live[i], NULL), "is for a live host");
	}
}

static void it_is_known_whether_something_is_for_a_live_host(void **state)
{
	assert_int_equal(parse(verb("report"), "x.eunomia", "-o", "json", NULL), 0);
	assert_null(arguments.live);
	forget_list(&arguments.files);
	assert_int_equal(parse(verb("report"), "--memory", "1G", "--interval", "1s", NULL), 0);
	assert_string_equal(arguments.live, "memory");
}

static void a_missing_or_superfluous_value_is_said(void **state)
{
	assert_fails(parse(&cmd, "--text", NULL), "--text needs TEXT");
	assert_fails(parse(&cmd, "-t", NULL), "--text needs TEXT");
	assert_fails(parse(&cmd, "--flag=yes", NULL), "--flag takes no value");
	assert_fails(parse(&cmd, "--help=yes", NULL), "--help takes no value");
}

static void words_may_stand_before_and_behind_options(void **state)
{
	assert_int_equal(parse(&with_words, "events", "--flag", NULL), 0);
	assert_int_equal(parse(&with_words, "--flag", "--", "sets", NULL), 0);
	assert_int_equal(arguments.n_operands, 2);
	assert_string_equal(arguments.operands[1], "sets");
	assert_fails(parse(&with_words, "event", NULL), "takes events sets");
}

static void help_is_found_among_other_options(void **state)
{
	assert_int_equal(parse(&cmd, "--flag", "--help", "--nonsense", NULL), 0);
	assert_true(arguments.help);
}

/* ---- the real tables ---- */

static void check_option(const struct eu_option *option, bool *letters)
{
	bool takes = option->kind != EU_OPTION_FLAG && option->kind != EU_OPTION_SWITCH;
	bool setting = option->kind == EU_OPTION_SETTING || option->kind == EU_OPTION_SWITCH;

	assert_non_null(option->help);
	assert_int_equal(option->help[strlen(option->help) - 1], '.');
	assert_int_equal(takes, option->argument != NULL);
	assert_int_equal(setting, option->into == NULL);
	assert_int_equal(setting, option->setting != NULL);
	if (setting)
		assert_non_null(eu_config_key(option->setting));
	if (!option->letter)
		return;
	assert_false(letters[(unsigned char)option->letter]);
	letters[(unsigned char)option->letter] = true;
}

static void every_option_of_every_verb_is_complete(void **state)
{
	for (size_t i = 0; eu_cmds[i]; i++) {
		bool letters[256] = {['h'] = true};

		assert_non_null(eu_cmds[i]->summary);
		assert_non_null(eu_cmds[i]->usage);
		assert_non_null(eu_cmds[i]->about);
		assert_non_null(eu_cmds[i]->run);
		for (size_t g = 0; eu_cmds[i]->groups && eu_cmds[i]->groups[g]; g++)
			for (const struct eu_option *o = eu_cmds[i]->groups[g]->options; o->name;
			     o++)
				check_option(o, letters);
	}
}

static char *printed(void (*print)(FILE *, const struct eu_cmd *), const struct eu_cmd *of)
{
	char *out = NULL;
	size_t len;
	FILE *file = open_memstream(&out, &len);

	print(file, of);
	fclose(file);
	return out;
}

/* In characters: an ellipsis is three bytes and one column. */
static size_t columns(const char *line)
{
	size_t n = 0;

	for (; *line && *line != '\n'; line++)
		n += (*line & 0xc0) != 0x80;
	return n;
}

static void help_fits_a_terminal_of_80_columns(void **state)
{
	for (size_t i = 0; eu_cmds[i]; i++) {
		char *help = printed(eu_help, eu_cmds[i]);

		for (const char *line = help; line; line = strchr(line, '\n')) {
			line += *line == '\n';
			if (columns(line) > 80 && line[0] == ' ' && line[2] != 'e')
				fail_msg("%.100s", line);
		}
		free(help);
	}
}

static void a_manual_page_has_no_bare_dash_or_leading_dot_in_text(void **state)
{
	for (size_t i = 0; eu_cmds[i]; i++) {
		char *man = printed(eu_man, eu_cmds[i]);

		assert_non_null(strstr(man, ".SH NAME"));
		assert_non_null(strstr(man, ".SH SYNOPSIS"));
		assert_null(strstr(man, "\n\n.PP\n\n"));
		free(man);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, reset, reset)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_value_follows_an_equals_sign_or_a_space),
	    TEST(lists_grow_by_commas_and_by_repetition),
	    TEST(an_empty_name_is_refused_and_does_not_mean_everything),
	    TEST(texts_keep_their_commas),
	    TEST(numbers_are_checked),
	    TEST(durations_have_units),
	    TEST(settings_are_kept_for_the_configuration),
	    TEST(what_stands_behind_two_dashes_is_the_command),
	    TEST(a_command_without_the_dashes_is_explained),
	    TEST(an_unknown_option_gets_the_nearest),
	    TEST(a_beginning_is_not_taken_for_the_whole),
	    TEST(an_option_of_another_verb_is_told_to_be_one),
	    TEST(what_is_for_a_live_host_is_no_option_of_a_recording),
	    TEST(it_is_known_whether_something_is_for_a_live_host),
	    TEST(a_missing_or_superfluous_value_is_said),
	    TEST(words_may_stand_before_and_behind_options),
	    TEST(help_is_found_among_other_options),
	    TEST(every_option_of_every_verb_is_complete),
	    TEST(help_fits_a_terminal_of_80_columns),
	    TEST(a_manual_page_has_no_bare_dash_or_leading_dot_in_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

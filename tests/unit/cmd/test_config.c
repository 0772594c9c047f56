// SPDX-License-Identifier: Apache-2.0
/* Settings: which layer wins, what errors say, and what editing leaves alone. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include <eunomia/config.h>

static struct eu_error err;
static char directory[] = "/tmp/eunomia-config.XXXXXX";
static char file[64];

static int set_up(void **state)
{
	strcpy(directory, "/tmp/eunomia-config.XXXXXX");
	if (!mkdtemp(directory))
		return -1;
	snprintf(file, sizeof(file), "%s/eunomia.yaml", directory);
	memset(&err, 0, sizeof(err));
	return eu_config_new((struct eu_config **)state);
}

static int tear_down(void **state)
{
	eu_config_free(*state);
	unlink(file);
	return rmdir(directory);
}

static int parse(struct eu_config *config, const char *text)
{
	return eu_config_parse(config, EU_CONFIG_SYSTEM, "e.yaml", text, strlen(text), &err);
}

static void write_file(const char *text)
{
	FILE *out = fopen(file, "w");

	assert_non_null(out);
	fputs(text, out);
	fclose(out);
	chmod(file, 0600);
}

static void assert_file(const char *expected)
{
	char text[4096] = "";
	FILE *in = fopen(file, "r");

	assert_non_null(in);
	text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
	fclose(in);
	assert_string_equal(text, expected);
}

static void assert_list(const struct eu_config *config, const char *key, const char *joined)
{
	char text[256] = "";
	size_t n;
	const char *const *items = eu_config_list(config, key, &n);

	for (size_t i = 0; i < n; i++) {
		strcat(text, i ? "|" : "");
		strcat(text, items[i]);
	}
	assert_string_equal(text, joined);
}

/* ---- layers ---- */

static void every_key_has_a_default_of_its_own_type(void **state)
{
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);

	for (size_t i = 0; i < n; i++)
		assert_string_equal(eu_config_origin(*state, keys[i].name), "default");
	assert_string_equal(eu_config_text(*state, "output-format"), "table");
	assert_int_equal(eu_config_number(*state, "memory"), 64 << 20);
	assert_false(eu_config_bool(*state, "durations"));
}

static void a_flag_wins_over_environment_over_file_whatever_the_order(void **state)
{
	struct eu_config *config = *state;
	char *environment[] = {"EUNOMIA_OUTPUT_FORMAT=csv", "EUNOMIA_BUFFER_BYTES=16", NULL};

	assert_int_equal(
	    eu_config_set(config, EU_CONFIG_FLAG, "output-format", "table", "-o", &err), 0);
	assert_int_equal(eu_config_environment(config, environment, &err), 0);
	assert_int_equal(parse(config, "output-format: json\nbuffer-bytes: 8\ndurations: yes\n"),
			 0);
	assert_string_equal(eu_config_text(config, "output-format"), "table");
	assert_string_equal(eu_config_origin(config, "output-format"), "-o");
	assert_int_equal(eu_config_number(config, "buffer-bytes"), 16);
	assert_string_equal(eu_config_origin(config, "buffer-bytes"), "EUNOMIA_BUFFER_BYTES");
	assert_true(eu_config_bool(config, "durations"));
	assert_string_equal(eu_config_origin(config, "durations"), "e.yaml:3");
}

static void the_users_file_wins_over_the_hosts(void **state)
{
	const char *user = "memory: 32M\n";

	assert_int_equal(eu_config_parse(*state, EU_CONFIG_USER, "u", user, strlen(user), &err), 0);
	assert_int_equal(parse(*state, "memory: 16M\n"), 0);
	assert_int_equal(eu_config_number(*state, "memory"), 32 << 20);
}

static void an_empty_variable_counts_as_not_set(void **state)
{
	char *environment[] = {"EUNOMIA_OUTPUT_FORMAT=", NULL};

	assert_int_equal(eu_config_environment(*state, environment, &err), 0);
	assert_string_equal(eu_config_origin(*state, "output-format"), "default");
}

static void a_repeated_flag_makes_a_list_longer_and_replaces_the_files(void **state)
{
	assert_int_equal(parse(*state, "containers: [old]\n"), 0);
	eu_config_set(*state, EU_CONFIG_FLAG, "containers", "a,b", "-c", &err);
	eu_config_set(*state, EU_CONFIG_FLAG, "containers", "c", "-c", &err);
	assert_list(*state, "containers", "a|b|c");
}

static void a_pattern_keeps_its_commas(void **state)
{
	eu_config_set(*state, EU_CONFIG_FLAG, "redact", "a{1,2}", "--redact", &err);
	assert_list(*state, "redact", "a{1,2}");
}

static void lists_are_written_in_three_ways(void **state)
{
	assert_int_equal(parse(*state, "containers: web,db\n"
				       "fields: [event, file.path]\n"
				       "redact:\n- 'pass=.*'\n- token\n"),
			 0);
	assert_list(*state, "containers", "web|db");
	assert_list(*state, "fields", "event|file.path");
	assert_list(*state, "redact", "pass=.*|token");
}

static void assert_written(struct eu_config *config, const char *key, const char *text)
{
	char *written = eu_config_written(config, key);

	assert_string_equal(written, text);
	free(written);
}

static void a_list_is_shown_as_it_is_set(void **state)
{
	static const char *const texts[][2] = {
	    {"containers", "web,db"},
	    {"containers", "['a,b', 'it''s', '']"},
	    {"fields", "event,args.fd.path"},
	    {"redact", "['a,b', 'x{1,2}']"},
	    {"redact", "['[0-9]+']"},
	    {"redact", ""},
	    {"memory", "32M"},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct eu_config *config;

		eu_config_new(&config);
		assert_int_equal(eu_config_set(config, EU_CONFIG_FLAG, texts[i][0], texts[i][1],
					       "--set", &err), 0);
		assert_written(config, texts[i][0], texts[i][1]);
		eu_config_free(config);
	}
}

static void only_what_is_in_quotes_is_a_list(void **state)
{
	eu_config_set(*state, EU_CONFIG_FLAG, "redact", "[0-9]", "--redact", &err);
	eu_config_set(*state, EU_CONFIG_FLAG, "redact", "['\"]x['\"]", "--redact", &err);
	eu_config_set(*state, EU_CONFIG_FLAG, "redact", "[\"a\", 'b']", "--redact", &err);
	assert_list(*state, "redact", "[0-9]|['\"]x['\"]|a|b");
	assert_int_equal(eu_config_set(*state, EU_CONFIG_FLAG, "redact", "['(', 'b']", "", &err),
			 -EINVAL);
	assert_non_null(strstr(err.text, "redact: pattern \"(\", column 2: missing"));
	eu_config_set(*state, EU_CONFIG_FLAG, "containers", "web[12]", "-c", &err);
	assert_list(*state, "containers", "web[12]");
}

static void a_list_of_texts_with_commas_can_be_edited(void **state)
{
	write_file("memory: 32M\n");
	assert_int_equal(eu_config_edit(file, "redact", "['a,b', 'c d']", &err), 0);
	assert_file("memory: 32M\nredact: ['a,b', 'c d']\n");
	assert_int_equal(eu_config_read(*state, EU_CONFIG_USER, file, &err), 0);
	assert_written(*state, "redact", "['a,b', 'c d']");
}

static void numbers_have_units(void **state)
{
	assert_int_equal(parse(*state, "memory: 128 MiB\n"), -EINVAL);
	assert_int_equal(parse(*state, "memory: 128MiB\nreport-interval: 500ms\n"), 0);
	assert_int_equal(eu_config_number(*state, "memory"), 128 << 20);
	assert_int_equal(eu_config_number(*state, "report-interval"), 500);
}

/* ---- errors ---- */

static void assert_says(struct eu_config *config, const char *text, const char *sentence)
{
	int ret = parse(config, text);

	if (!ret)
		print_error("no error for: %s\n", text);
	assert_true(ret < 0);
	if (!strstr(err.text, sentence))
		print_error("\"%s\" is not in: %s\n", sentence, err.text);
	assert_non_null(strstr(err.text, sentence));
}

static void an_error_has_file_line_and_column(void **state)
{
	assert_says(*state, "durations: true\noutput-format: xml\n", "e.yaml:2:16: output-format");
	assert_says(*state, "color: \"auto\"\n output-format: xml\n", "e.yaml:2:");
	assert_says(*state, "color: auto\nmemory:\n", "e.yaml:2:8: memory has no value");
	assert_says(*state, "a: [1, 2\nb: 3\n", "e.yaml:");
	assert_says(*state, "memory:\n  more: 1\n", "e.yaml:2:3: ");
}

static void a_wrong_item_has_its_own_line_and_column(void **state)
{
	assert_says(*state, "redact:\n  - ok\n  - \"(b\"\n",
		    "e.yaml:3:5: redact: pattern \"(b\", column 3: missing closing parenthesis");
	assert_says(*state, "fields: [time, file.pat]\n", "e.yaml:1:16: fields: no event has a field");
	assert_non_null(strstr(err.text, "\"file.path\""));
	assert_says(*state, "state-dirs:\n- /run/runc\n- rel\n",
		    "e.yaml:3:3: state-dirs: \"rel\" is not an absolute path");
	assert_says(*state, "sockets: docker.sock\n", "e.yaml:1:10: sockets: \"docker.sock\"");
	assert_int_equal(parse(*state, "sockets: [unix:///s, /t]\nfields: [details, file]\n"), 0);
}

static void an_unknown_key_gets_the_nearest(void **state)
{
	assert_says(*state, "ouput-format: json\n", "e.yaml:1:1: unknown setting \"ouput-format\"");
	assert_non_null(strstr(err.text, "\"output-format\""));
}

static void a_key_twice_is_an_error(void **state)
{
	assert_says(*state, "memory: 8M\nmemory: 9M\n",
		    "e.yaml:2:9: memory is already set in line 1");
}

static void what_a_configuration_does_not_need_is_refused(void **state)
{
	assert_says(*state, "containers: &a [x]\n", "not allowed");
	assert_says(*state, "containers: *a\n", "e.yaml:1:");
	assert_says(*state, "events-path: !!str x\n", "not allowed");
	assert_says(*state, "{memory: 8M}\n", "without braces");
	assert_says(*state, "- memory\n", "one per line");
	assert_says(*state, "memory: 8M\n---\nmemory: 9M\n", "a second document");
	assert_says(*state, "output-format: [json]\n", "takes one value");
	assert_says(*state, "containers: [[a]]\n", "not something nested");
	assert_says(*state, "events-path: \"a\\0b\"\n", "NUL");
	assert_says(*state, "events-path: \xff\n", "e.yaml:1:");
}

static void an_empty_file_is_no_error(void **state)
{
	assert_int_equal(parse(*state, ""), 0);
	assert_int_equal(parse(*state, "# nothing but a comment\n"), 0);
	assert_int_equal(parse(*state, "---\n"), 0);
}

static void limits_hold(void **state)
{
	size_t len = 300 << 10;
	char *text = malloc(len + 1);

	memset(text, '\n', len);
	text[len] = '\0';
	assert_says(*state, text, "KiB");
	strcpy(text, "containers: [");
	for (int i = 0; i < 2000; i++)
		strcat(text, "a,");
	strcat(text, "]");
	assert_says(*state, text, "too long");
	memset(text, '[', 100000);
	text[100000] = '\0';
	assert_true(parse(*state, text) < 0);
	free(text);
}

static void a_wrong_variable_is_named(void **state)
{
	char *environment[] = {"EUNOMIA_BUFFER_BYTES=4097", NULL};

	assert_int_equal(eu_config_environment(*state, environment, &err), -EINVAL);
	assert_non_null(strstr(err.text, "EUNOMIA_BUFFER_BYTES: "));
	assert_non_null(strstr(err.text, "between 0 and 4096"));
}

static void note_stray(void *context, const char *name, const char *near)
{
	char *text = context;

	sprintf(text + strlen(text), "%s %s\n", name, near ? near : "-");
}

static void a_variable_that_is_no_setting_is_told_with_what_is_near(void **state)
{
	char *environment[] = {"EUNOMIA_OUTPUT_FROMAT=json",
			       "EUNOMIA_OUTPUT_FORMAT=json",
			       "EUNOMIA_TOKEN=secret",
			       "EUNOMIA_PORT_443_TCP_ADDR=198.51.100.1",
			       "EUNOMIA_SERVICE_HOST=198.51.100.1",
			       "EUNOMIA_CONFGI=x",
			       "EUNOMIA_CONFIG=x",
			       "EUNOMIA_DEBUG_LIBBPF=1",
			       "EUNOMIA_COLOUR=",
			       "EUNOMIA=x",
			       "PATH=/bin",
			       NULL};
	char told[1024] = "";

	eu_config_strays(environment, note_stray, told);
	assert_string_equal(told, "EUNOMIA_OUTPUT_FROMAT EUNOMIA_OUTPUT_FORMAT\n"
				  "EUNOMIA_TOKEN -\nEUNOMIA_PORT_443_TCP_ADDR -\n"
				  "EUNOMIA_SERVICE_HOST -\nEUNOMIA_CONFGI EUNOMIA_CONFIG\n");
}

static void a_file_that_others_can_write_is_refused(void **state)
{
	write_file("memory: 8M\n");
	chmod(file, 0666);
	assert_int_equal(eu_config_read(*state, EU_CONFIG_USER, file, &err), -EPERM);
	assert_non_null(strstr(err.text, "chmod go-w"));
	chmod(file, 0644);
	assert_int_equal(eu_config_read(*state, EU_CONFIG_USER, file, &err), 0);
}

static void a_fifo_in_its_place_is_no_wait(void **state)
{
	assert_int_equal(mkfifo(file, 0600), 0);
	assert_int_equal(eu_config_read(*state, EU_CONFIG_USER, file, &err), -EINVAL);
}

/* ---- editing ---- */

static const char commented[] = "# what we want\n"
				"output-format: table   # for people\n"
				"\n"
				"containers:   # the two\n"
				"  - web\n"
				"  - db\n"
				"# the end of it\n"
				"memory: 32M\n";

static void setting_a_key_keeps_comments_and_order(void **state)
{
	write_file(commented);
	assert_int_equal(eu_config_edit(file, "output-format", "json", &err), 0);
	assert_file("# what we want\n"
		    "output-format: json   # for people\n"
		    "\n"
		    "containers:   # the two\n"
		    "  - web\n"
		    "  - db\n"
		    "# the end of it\n"
		    "memory: 32M\n");
}

static void setting_a_list_replaces_its_lines(void **state)
{
	write_file(commented);
	assert_int_equal(eu_config_edit(file, "containers", "a b,c", &err), 0);
	assert_file("# what we want\n"
		    "output-format: table   # for people\n"
		    "\n"
		    "containers: ['a b', c]\n"
		    "# the end of it\n"
		    "memory: 32M\n");
}

static void unsetting_removes_the_keys_lines_only(void **state)
{
	write_file(commented);
	assert_int_equal(eu_config_edit(file, "containers", NULL, &err), 0);
	assert_int_equal(eu_config_edit(file, "memory", NULL, &err), 0);
	assert_int_equal(eu_config_edit(file, "color", NULL, &err), 0);
	assert_file("# what we want\n"
		    "output-format: table   # for people\n"
		    "\n"
		    "# the end of it\n");
}

static void a_new_key_goes_to_the_end(void **state)
{
	write_file("memory: 32M # no newline");
	assert_int_equal(eu_config_edit(file, "redact", "it's {1,2}: #", &err), 0);
	assert_file("memory: 32M # no newline\nredact: ['it''s {1,2}: #']\n");
	assert_int_equal(eu_config_read(*state, EU_CONFIG_USER, file, &err), 0);
	assert_list(*state, "redact", "it's {1,2}: #");
}

static void a_new_key_goes_before_the_end_of_the_document(void **state)
{
	write_file("---\nmemory: 32M\n...\n");
	assert_int_equal(eu_config_edit(file, "color", "never", &err), 0);
	assert_file("---\nmemory: 32M\ncolor: never\n...\n");
	write_file("\n---\n... # nothing yet");
	assert_int_equal(eu_config_edit(file, "color", "never", &err), 0);
	assert_file("\n---\ncolor: never\n... # nothing yet");
}

static void indented_keys_stay_so(void **state)
{
	write_file("---\n  memory: 32M\n  containers:\n  - a\n");
	assert_int_equal(eu_config_edit(file, "memory", "16M", &err), 0);
	assert_int_equal(eu_config_edit(file, "color", "never", &err), 0);
	assert_int_equal(eu_config_edit(file, "containers", NULL, &err), 0);
	assert_file("---\n  memory: 16M\n  color: never\n");
}

static void what_cannot_be_edited_is_said_without_lines_that_nobody_has(void **state)
{
	write_file("? memory\n: 32M\n");
	assert_int_equal(eu_config_edit(file, "memory", "8M", &err), -EINVAL);
	assert_non_null(strstr(err.text, "only a person can edit"));
	assert_file("? memory\n: 32M\n");
}

static void a_file_that_is_not_there_is_made_private(void **state)
{
	struct stat st;

	assert_int_equal(eu_config_edit(file, "durations", "true", &err), 0);
	assert_file("durations: true\n");
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void a_file_keeps_its_mode(void **state)
{
	struct stat st;

	write_file("durations: true\n");
	chmod(file, 0640);
	assert_int_equal(eu_config_edit(file, "color", "never", &err), 0);
	assert_file("durations: true\ncolor: never\n");
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
}

static void directories_that_are_not_there_are_made(void **state)
{
	char below[128];
	struct stat st;

	snprintf(below, sizeof(below), "%s/one/two/e.yaml", directory);
	assert_int_equal(eu_config_edit(below, "color", "never", &err), 0);
	assert_int_equal(stat(below, &st), 0);
	assert_int_equal(unlink(below), 0);
	*strrchr(below, '/') = '\0';
	assert_int_equal(rmdir(below), 0);
	*strrchr(below, '/') = '\0';
	assert_int_equal(rmdir(below), 0);
}

static void a_wrong_value_changes_nothing(void **state)
{
	write_file(commented);
	assert_int_equal(eu_config_edit(file, "output-format", "xml", &err), -EINVAL);
	assert_int_equal(eu_config_edit(file, "outputformat", "json", &err), -EINVAL);
	assert_int_equal(eu_config_edit(file, "events-path", "a\nmemory: 1", &err), -EINVAL);
	assert_file(commented);
}

static void a_file_with_an_error_is_not_edited(void **state)
{
	write_file("memroy: 1\n");
	assert_int_equal(eu_config_edit(file, "memory", "8M", &err), -EINVAL);
	assert_non_null(strstr(err.text, "nothing was changed"));
	assert_file("memroy: 1\n");
}

static void whatever_is_set_reads_back(void **state)
{
	static const char *const values[] = {
	    "",  "~", "null", "true", "#x",  "a: b", "- a", "'",  "\"", "*a", "&a", "!x",
	    "%", "@", "`",    "ä ö",  " x ", "|",    ">",   "{}", "[]", "?",  "-"};

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		struct eu_config *config;

		assert_int_equal(eu_config_edit(file, "events-path", values[i], &err), 0);
		assert_int_equal(eu_config_new(&config), 0);
		assert_int_equal(eu_config_read(config, EU_CONFIG_USER, file, &err), 0);
		assert_string_equal(eu_config_text(config, "events-path"), values[i]);
		eu_config_free(config);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_key_has_a_default_of_its_own_type),
	    TEST(a_flag_wins_over_environment_over_file_whatever_the_order),
	    TEST(the_users_file_wins_over_the_hosts),
	    TEST(an_empty_variable_counts_as_not_set),
	    TEST(a_repeated_flag_makes_a_list_longer_and_replaces_the_files),
	    TEST(a_pattern_keeps_its_commas),
	    TEST(lists_are_written_in_three_ways),
	    TEST(a_list_is_shown_as_it_is_set),
	    TEST(only_what_is_in_quotes_is_a_list),
	    TEST(a_list_of_texts_with_commas_can_be_edited),
	    TEST(numbers_have_units),
	    TEST(an_error_has_file_line_and_column),
	    TEST(a_wrong_item_has_its_own_line_and_column),
	    TEST(an_unknown_key_gets_the_nearest),
	    TEST(a_key_twice_is_an_error),
	    TEST(what_a_configuration_does_not_need_is_refused),
	    TEST(an_empty_file_is_no_error),
	    TEST(limits_hold),
	    TEST(a_wrong_variable_is_named),
	    TEST(a_variable_that_is_no_setting_is_told_with_what_is_near),
	    TEST(a_file_that_others_can_write_is_refused),
	    TEST(a_fifo_in_its_place_is_no_wait),
	    TEST(setting_a_key_keeps_comments_and_order),
	    TEST(setting_a_list_replaces_its_lines),
	    TEST(unsetting_removes_the_keys_lines_only),
	    TEST(a_new_key_goes_to_the_end),
	    TEST(a_new_key_goes_before_the_end_of_the_document),
	    TEST(indented_keys_stay_so),
	    TEST(what_cannot_be_edited_is_said_without_lines_that_nobody_has),
	    TEST(a_file_that_is_not_there_is_made_private),
	    TEST(a_wrong_value_changes_nothing),
	    TEST(a_file_keeps_its_mode),
	    TEST(directories_that_are_not_there_are_made),
	    TEST(a_file_with_an_error_is_not_edited),
	    TEST(whatever_is_set_reads_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: Apache-2.0
/* The command line, parsed from a verb's table of options: getopt_long does the grammar. */
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eunomia/error.h>
#include <eunomia/nearest.h>

#include "cmd.h"

struct eu_arguments eu_arguments;

enum { MAX_OPTIONS = 64, LONG_BASE = 256, HELP = LONG_BASE + MAX_OPTIONS };

/* The verb's table in getopt's shape; `of` leads back from getopt's number. */
struct table {
	struct option longs[MAX_OPTIONS + 2];
	char shorts[2 * MAX_OPTIONS + 8];
	const struct eu_option *of[MAX_OPTIONS];
	bool live[MAX_OPTIONS];
	int n;
};

static bool takes_argument(const struct eu_option *option)
{
	return option->kind != EU_OPTION_FLAG && option->kind != EU_OPTION_SWITCH;
}

static void table_add(struct table *table, const struct eu_option *option, bool live)
{
	int at = table->n++;
	size_t end = strlen(table->shorts);

	table->of[at] = option;
	table->live[at] = live;
	table->longs[at] = (struct option){
	    .name = option->name,
	    .has_arg = takes_argument(option) ? required_argument : no_argument,
	    .val = LONG_BASE + at,
	};
	if (!option->letter)
		return;
	table->shorts[end++] = option->letter;
	if (takes_argument(option))
		table->shorts[end] = ':';
}

static void table_make(struct table *table, const struct eu_cmd *cmd)
{
	/* "-": operands come in order instead of being moved behind the options; ":": a missing
	 * argument is told apart from an unknown option; W is getopt's own and not wanted. */
	*table = (struct table){.shorts = "-:h"};
	for (size_t g = 0; cmd->groups && cmd->groups[g]; g++)
		for (const struct eu_option *o = cmd->groups[g]->options; o->name; o++)
			if (table->n < MAX_OPTIONS)
				table_add(table, o, cmd->groups[g]->live);
	table->longs[table->n] = (struct option){.name = "help", .val = HELP};
}

/* Where getopt's number stands in the table, or -1. */
static int table_find(const struct table *table, int value)
{
	if (value >= LONG_BASE)
		return value < LONG_BASE + table->n ? value - LONG_BASE : -1;
	for (int i = 0; i < table->n; i++)
		if (table->of[i]->letter == value)
			return i;
	return -1;
}

void eu_list_add(struct eu_list *list, const char *text, size_t len)
{
	const char **items = realloc(list->items, (list->n + 1) * sizeof(*items));
	char *copy = strndup(text, len);

	if (!items || !copy)
		abort(); /* a few bytes at the start of a program: nothing sensible is left to do */
	list->items = items;
	list->items[list->n++] = copy;
}

/* Calls back for each part between commas. An empty part is an unset variable in somebody's script:
 * it must not come to mean everything. */
static int each_part(const char *text, int (*each)(void *into, const char *part, size_t len),
		     void *into)
{
	for (;;) {
		size_t len = strcspn(text, ",");
		int ret = len ? each(into, text, len) : -EINVAL;

		if (ret || !text[len])
			return ret;
		text += len + 1;
	}
}

static int add_text(void *into, const char *part, size_t len)
{
	eu_list_add(into, part, len);
	return 0;
}

static int parse_number(uint64_t *out, const char *text, size_t len)
{
	char digits[24];
	char *end;

	if (!len || len >= sizeof(digits) || strspn(text, "0123456789") < len)
		return -EINVAL;
	memcpy(digits, text, len);
	digits[len] = '\0';
	errno = 0;
	*out = strtoull(digits, &end, 10);
	return errno ? -errno : 0;
}

static int add_number(void *into, const char *part, size_t len)
{
	struct eu_numbers *numbers = into;
	uint32_t *items;
	uint64_t value;

	if (parse_number(&value, part, len) || value > UINT32_MAX)
		return -EINVAL;
	items = realloc(numbers->items, (numbers->n + 1) * sizeof(*items));
	if (!items)
		abort();
	numbers->items = items;
	numbers->items[numbers->n++] = value;
	return 0;
}

struct unit {
	const char *name;
	uint64_t factor;
};

static int parse_with_unit(uint64_t *out, const char *text, const struct unit *units)
{
	size_t digits = strspn(text, "0123456789");
	uint64_t value;

	if (parse_number(&value, text, digits))
		return -EINVAL;
	for (; units->name; units++)
		if (!strcmp(text + digits, units->name))
			return __builtin_mul_overflow(value, units->factor, out) ? -ERANGE : 0;
	return -EINVAL;
}

int eu_parse_duration(uint64_t *out, const char *text)
{
	static const struct unit units[] = {{"", 1000},   {"ms", 1},      {"s", 1000},
					    {"m", 60000}, {"h", 3600000}, {}};

	return parse_with_unit(out, text, units);
}

int eu_parse_size(uint64_t *out, const char *text)
{
	static const struct unit units[] = {
	    {"", 1},          {"K", 1 << 10}, {"KiB", 1 << 10}, {"M", 1 << 20},
	    {"MiB", 1 << 20}, {"G", 1 << 30}, {"GiB", 1 << 30}, {}};

	return parse_with_unit(out, text, units);
}

static int set_setting(struct eu_arguments *arguments, const struct eu_option *option,
		       const char *value, struct eu_error *err)
{
	size_t max = sizeof(arguments->settings) / sizeof(*arguments->settings);

	if (arguments->n_settings == max)
		return eu_fail(err, EINVAL, "--%s: more than %zu settings", option->name, max);
	arguments->settings[arguments->n_settings++] =
	    (struct eu_setting){option->setting, value, option->name};
	return 0;
}

static const char *expected_by(enum eu_option_kind kind)
{
	switch (kind) {
	case EU_OPTION_DURATION:
		return "a duration like 10s, 500ms or 2m, and not none";
	case EU_OPTION_SIZE:
		return "a size like 64M or 2G, and not none";
	case EU_OPTION_TEXT:
	case EU_OPTION_LIST:
	case EU_OPTION_SETTING:
	case EU_OPTION_TEXTS:
		return "a name: is a variable unset?";
	case EU_OPTION_NUMBER:
		return "a number above 0";
	default:
		return "a number";
	}
}

/* None of something is not what leaving the option out means, which is no limit. */
static int zero(const struct eu_option *option)
{
	return *(uint64_t *)option->into ? 0 : -EINVAL;
}

static int set_option(struct eu_arguments *arguments, const struct eu_option *option,
		      const char *value, struct eu_error *err)
{
	int bad = 0;

	switch (option->kind) {
	case EU_OPTION_FLAG:
		*(bool *)option->into = true;
		break;
	case EU_OPTION_TEXT:
		*(const char **)option->into = value;
		bad = *value ? 0 : -EINVAL;
		break;
	case EU_OPTION_LIST:
		bad = each_part(value, add_text, option->into);
		break;
	case EU_OPTION_TEXTS:
		bad = *value ? add_text(option->into, value, strlen(value)) : -EINVAL;
		break;
	case EU_OPTION_NUMBER:
		bad = parse_number(option->into, value, strlen(value)) ?: zero(option);
		break;
	case EU_OPTION_NUMBERS:
		bad = each_part(value, add_number, option->into);
		break;
	case EU_OPTION_DURATION:
		bad = eu_parse_duration(option->into, value) ?: zero(option);
		break;
	case EU_OPTION_SIZE:
		bad = eu_parse_size(option->into, value) ?: zero(option);
		break;
	case EU_OPTION_SETTING:
		if (value[strspn(value, ",")]) /* of commas alone: several were unset */
			return set_setting(arguments, option, value, err);
		bad = -EINVAL;
		break;
	case EU_OPTION_SWITCH:
		return set_setting(arguments, option, "true", err);
	}
	if (bad)
		return eu_fail(err, EINVAL, "--%s: \"%s\" is not %s", option->name, value,
			       expected_by(option->kind));
	return 0;
}

/* ---- what is no option of this verb ---- */

static const struct eu_option_group *group_with(const struct eu_cmd *cmd, const char *name)
{
	for (size_t g = 0; cmd->groups && cmd->groups[g]; g++)
		for (const struct eu_option *o = cmd->groups[g]->options; o->name; o++)
			if (!strcmp(o->name, name))
				return cmd->groups[g];
	return NULL;
}

/* " trace, report": the verbs that have it; returns the group of one, or NULL. */
static const struct eu_option_group *verbs_with(char *out, size_t size, const char *name)
{
	const struct eu_option_group *found = NULL;
	size_t at = 0;

	*out = '\0';
	for (size_t i = 0; eu_cmds[i]; i++) {
		const struct eu_option_group *group = group_with(eu_cmds[i], name);

		if (!group || at >= size)
			continue;
		at += snprintf(out + at, size - at, "%s %s", at ? "," : "", eu_cmds[i]->name);
		found = group;
	}
	return found;
}

static bool is_for_recordings(const struct eu_cmd *cmd)
{
	bool live = false;

	for (size_t g = 0; cmd->groups && cmd->groups[g]; g++)
		live |= cmd->groups[g]->live;
	return cmd->takes_files && !live;
}

/* Another verb's: the nearest name would mislead. */
static int others_option(const struct eu_cmd *cmd, const char *name, struct eu_error *err)
{
	char verbs[128];
	const struct eu_option_group *group = verbs_with(verbs, sizeof(verbs), name);

	if (!group)
		return 0;
	if (group->live && is_for_recordings(cmd))
		return eu_fail(err, EINVAL,
			       "--%s is for a live host (eunomia%s), and eunomia %s reads recordings%s",
			       name, verbs, cmd->name,
			       group_with(cmd, "from") ? ": --from and --to choose a time of theirs" : "");
	return eu_fail(err, EINVAL, "eunomia %s has no --%s%s%s; it is an option of eunomia%s",
		       cmd->name, name, group->because ? ": " : "", group->because ?: "", verbs);
}

static int unknown_option(const struct eu_cmd *cmd, const struct table *table, const char *word,
			  struct eu_error *err)
{
	const char *names[MAX_OPTIONS + 1];
	char name[64], hint[200];
	int n = 0;

	for (; n < table->n; n++)
		names[n] = table->of[n]->name;
	names[n++] = "help";
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(word + 2, "="), word + 2);
	if (others_option(cmd, name, err))
		return -EINVAL;
	eu_nearest_hint(hint, sizeof(hint), name, names, n, "--");
	return eu_fail(err, EINVAL, "unknown option --%s%s", name,
		       *hint ? hint : "; --help shows all");
}

static bool is_long(const char *word)
{
	return word && word[0] == '-' && word[1] == '-' && word[2];
}

/* getopt takes a beginning for the whole; what it stands for would change with the next option. */
static bool is_known(const struct table *table, const char *word)
{
	size_t len = strcspn(word + 2, "=");

	for (int i = 0; i <= table->n; i++) /* --help is the last */
		if (strlen(table->longs[i].name) == len &&
		    !strncmp(table->longs[i].name, word + 2, len))
			return true;
	return false;
}

static int bad_option(const struct table *table, int value, struct eu_error *err)
{
	int at = table_find(table, optopt);

	if (value == ':' && at >= 0)
		return eu_fail(err, EINVAL, "--%s needs %s", table->of[at]->name,
			       table->of[at]->argument);
	if (at >= 0 && optopt >= LONG_BASE)
		return eu_fail(err, EINVAL, "--%s takes no value", table->of[at]->name);
	if (optopt == HELP)
		return eu_fail(err, EINVAL, "--help takes no value");
	return eu_fail(err, EINVAL, "unknown option -%c; --help shows all", optopt);
}

static bool is_one_of(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = words; (at = strstr(at, word)); at += len)
		if ((at == words || at[-1] == ' ') && (!at[len] || at[len] == ' '))
			return len > 0;
	return false;
}

static int add_operand(const struct eu_cmd *cmd, struct eu_arguments *arguments, const char *word,
		       struct eu_error *err)
{
	size_t max = sizeof(arguments->operands) / sizeof(*arguments->operands);

	if (cmd->takes_files && *word) {
		eu_list_add(&arguments->files, word, strlen(word));
		return 0;
	}
	if (cmd->operands && is_one_of(cmd->operands, word) && arguments->n_operands < max) {
		arguments->operands[arguments->n_operands++] = word;
		return 0;
	}
	if (!*word)
		return eu_fail(err, EINVAL, "\"\" is no name: is a variable unset?");
	if (cmd->operands)
		return eu_fail(err, EINVAL, "unknown word \"%s\": eunomia %s takes %s", word,
			       cmd->name, cmd->operands);
	if (cmd->takes_command)
		return eu_fail(err, EINVAL,
			       "unexpected \"%s\": a command to watch goes behind --, as in "
			       "eunomia %s -- %s, and a container behind --container",
			       word, cmd->name, word);
	return eu_fail(err, EINVAL, "unexpected \"%s\": eunomia %s takes options only", word,
		       cmd->name);
}

static int take_rest(const struct eu_cmd *cmd, struct eu_arguments *arguments, char **rest,
		     struct eu_error *err)
{
	int ret = 0;

	if (cmd->takes_command) {
		arguments->command = *rest ? rest : NULL;
		return *rest && **rest ? 0 : eu_fail(err, EINVAL, "no command behind --%s",
						    *rest ? ": is a variable unset?" : "");
	}
	for (; *rest && !ret; rest++)
		ret = add_operand(cmd, arguments, *rest, err);
	return ret;
}

static int take_option(const struct table *table, int value, struct eu_arguments *arguments,
		       struct eu_error *err)
{
	int at = table_find(table, value);

	if (table->live[at] && !arguments->live)
		arguments->live = table->of[at]->name;
	return set_option(arguments, table->of[at], optarg, err);
}

int eu_options_parse(const struct eu_cmd *cmd, int argc, char **argv,
		     struct eu_arguments *arguments, struct eu_error *err)
{
	struct table table;
	int value, ret = 0;

	table_make(&table, cmd);
	opterr = 0;
	optind = 0; /* glibc: start anew */
	while (!ret) {
		const char *word = argv[optind ?: 1];

		value = getopt_long(argc, argv, table.shorts, table.longs, NULL);
		if (value == -1)
			break;
		if (is_long(word) && !is_known(&table, word))
			return unknown_option(cmd, &table, word, err);
		if (value == HELP || value == 'h') {
			arguments->help = true;
			return 0;
		}
		if (value == 1)
			ret = add_operand(cmd, arguments, optarg, err);
		else if (value == '?' || value == ':')
			ret = bad_option(&table, value, err);
		else
			ret = take_option(&table, value, arguments, err);
	}
	if (!ret && optind > 0 && !strcmp(argv[optind - 1], "--"))
		ret = take_rest(cmd, arguments, argv + optind, err);
	return ret;
}

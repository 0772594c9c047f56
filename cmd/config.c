// SPDX-License-Identifier: Apache-2.0
/* eunomia config: the settings, and where they come from. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "columns.h"
#include "say.h"
#include "select.h"

static struct {
	struct eu_list set, unset;
} chosen;

static const struct eu_option_group options = {
    .title = "Options",
    .options = (const struct eu_option[]){
	{.name = "set",
	 .kind = EU_OPTION_TEXTS,
	 .into = &chosen.set,
	 .argument = "KEY=VALUE",
	 .complete = "settings",
	 .help = "Set a key in the file. May be repeated."},
	{.name = "unset",
	 .kind = EU_OPTION_TEXTS,
	 .into = &chosen.unset,
	 .argument = "KEY",
	 .complete = "settings",
	 .help = "Remove a key from the file. May be repeated."},
	{.name = "config",
	 .kind = EU_OPTION_TEXT,
	 .into = &select_config_path,
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Show or change this file and no other."},
	{},
    },
};

/* Who looks here may be looking for why a variable has no effect. */
static void say_stray(void *context, const char *name, const char *near)
{
	if (!near)
		say("%s is no setting and is ignored", name);
}

static int show(const struct eu_config *config)
{
	static const char *const titles[] = {"SETTING", "VALUE", "FROM", "WHAT IT IS"};
	struct columns table = {.titles = titles, .n = 4};
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);

	for (size_t i = 0; i < n; i++) {
		char *value = eu_config_written(config, keys[i].name);

		if (!value)
			abort();
		columns_add(&table, keys[i].name);
		columns_add(&table, value);
		columns_add(&table, eu_config_origin(config, keys[i].name));
		columns_add(&table, keys[i].doc);
		free(value);
	}
	columns_print(&table);
	eu_config_strays(environ, say_stray, NULL);
	return EU_EXIT_OK;
}

static int set_one(const char *path, const char *assignment, struct eu_error *err)
{
	const char *value = strchr(assignment, '=');
	char key[64];

	if (!value || value - assignment >= (int)sizeof(key))
		return eu_fail(err, EINVAL, "--set: \"%.64s\" is not KEY=VALUE", assignment);
	snprintf(key, sizeof(key), "%.*s", (int)(value - assignment), assignment);
	return eu_config_edit(path, key, value + 1, err);
}

static int edit(void)
{
	char path[4096];
	struct eu_error err = {"out of memory"};
	int ret = 0;

	if (select_config_path)
		snprintf(path, sizeof(path), "%s", select_config_path);
	else
		ret = eu_config_file(path, sizeof(path), &err);
	for (size_t i = 0; i < chosen.set.n && !ret; i++)
		ret = set_one(path, chosen.set.items[i], &err);
	for (size_t i = 0; i < chosen.unset.n && !ret; i++)
		ret = eu_config_edit(path, chosen.unset.items[i], NULL, &err);
	return ret ? say_failure(ret == -EINVAL ? EU_EXIT_USAGE : EU_EXIT_FAILED, &err)
		   : EU_EXIT_OK;
}

static int run(const struct eu_cmd *cmd)
{
	struct eu_config *config;
	int code;

	if (chosen.set.n || chosen.unset.n)
		return edit();
	code = select_config(&config, &eu_arguments);
	if (code)
		return code;
	code = show(config);
	eu_config_free(config);
	return code;
}

const struct eu_cmd eu_cmd_config = {
    .name = "config",
    .summary = "show the settings and where they come from, or change them",
    .usage = "[show] [--set KEY=VALUE] [--unset KEY]",
    .about = "Settings come from /etc/eunomia/eunomia.yaml, the user's "
	     "$XDG_CONFIG_HOME/eunomia/eunomia.yaml, the environment (output-format is "
	     "EUNOMIA_OUTPUT_FORMAT; EUNOMIA_CONFIG names one file to read instead of these "
	     "two), and flags. The later one counts. A variable EUNOMIA_... that is none of them is "
	     "left alone; when it is nearly one of them, a line on standard error says so.\n\n"
	     "--set and --unset edit the host's file as root, else the user's. Comments stay, and "
	     "the mode of the file; a new one can be read by everybody if it is the host's, else by "
	     "its owner. A file that someone else could have written is refused, and one that "
	     "cannot be read: it may say what is to be redacted.\n\n"
	     "A list is written a,b or ['a', 'b']; only the latter where a text has a comma, and for "
	     "several patterns to redact. It is shown as --set takes it.",
    .groups = (const struct eu_option_group *const[]){&options, NULL},
    .examples =
	(const struct eu_example[]){
	    {"eunomia config show", "Every setting, its value, and who set it."},
	    {"eunomia config --set output-format=json", "JSON unless -o says otherwise."},
	    {"eunomia config --set \"redact=['password=[^ ]*', 'key-[0-9]{4,}']\"",
	     "Two patterns that are never shown."},
	    {},
	},
    .operands = "show",
    .run = run,
};

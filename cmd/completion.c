// SPDX-License-Identifier: Apache-2.0
/* The completion for bash, out of the same tables as --help. */
#include <stdio.h>
#include <string.h>

#include <eunomia/config.h>

#include "cmd.h"

/* Words that a program knows better than a table: asked when the key is pressed. */
static const char *lister(const char *complete)
{
	static const char *const known[][2] = {
	    {"events", "list events --names"},
	    {"sets", "list sets --names"},
	    {"fields", "list fields --names"},
	    {"containers", "ls --names"},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (!strcmp(complete, known[i][0]))
			return known[i][1];
	return NULL;
}

static void settings_words(FILE *out)
{
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);

	fputs(")\n\t\t_eunomia_list '", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "%s%s", i ? " " : "", keys[i].name);
	fputs("' \"$word\"\n", out);
}

/* Behind `config --set KEY=`, which is three words for bash. */
static void setting_values(FILE *out)
{
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);

	for (size_t i = 0; i < n; i++) {
		const char *values = keys[i].type == EU_CONFIG_BOOL ? "true false" : keys[i].choices;

		if (values)
			fprintf(out,
				"\tconfig:%s)\n\t\t_eunomia_list '%s' \"$word\"\n"
				"\t\treturn ;;\n",
				keys[i].name, values);
	}
}

static void value_case(FILE *out, const struct eu_cmd *cmd, const struct eu_option *option)
{
	const char *list = lister(option->complete);

	fprintf(out, "\t%s:--%s", cmd->name, option->name);
	if (option->letter)
		fprintf(out, " | %s:-%c", cmd->name, option->letter);
	if (!strcmp(option->complete, "file") || !strcmp(option->complete, "directory"))
		fprintf(out,
			")\n\t\tcompopt -o filenames\n\t\tmapfile -t COMPREPLY < <(compgen "
			"-%c -- \"$word\")\n",
			option->complete[0]);
	else if (list)
		fprintf(out, ")\n\t\t_eunomia_list \"$(eunomia %s 2>/dev/null)\" \"$word\"\n",
			list);
	else if (!strcmp(option->complete, "settings"))
		settings_words(out);
	else
		fprintf(out, ")\n\t\t_eunomia_list '%s' \"$word\"\n", option->complete);
	fputs("\t\treturn ;;\n", out);
}

static void each_option(FILE *out, const struct eu_cmd *cmd,
			void (*each)(FILE *, const struct eu_cmd *, const struct eu_option *))
{
	for (size_t g = 0; cmd->groups && cmd->groups[g]; g++)
		for (const struct eu_option *o = cmd->groups[g]->options; o->name; o++)
			each(out, cmd, o);
}

static void option_value(FILE *out, const struct eu_cmd *cmd, const struct eu_option *option)
{
	if (option->complete)
		value_case(out, cmd, option);
}

static void option_name(FILE *out, const struct eu_cmd *cmd, const struct eu_option *option)
{
	fprintf(out, "--%s ", option->name);
}

static void verb_words(FILE *out, const struct eu_cmd *cmd)
{
	fprintf(out, "\t%s) words='%s%s--help ", cmd->name, cmd->operands ? cmd->operands : "",
		cmd->operands ? " " : "");
	each_option(out, cmd, option_name);
	fprintf(out, "%s' ;;\n", cmd->takes_command ? "--" : "");
}

static const char script_head[] =
    "# SPDX-License-Identifier: Apache-2.0\n"
    "# bash completion for eunomia, generated from its own tables of options\n"
    "\n"
    "# The word may be a list: complete what stands behind the last comma. Names of containers\n"
    "# are anybody's: never expanded, as compgen -W would, and always quoted.\n"
    "_eunomia_list()\n"
    "{\n"
    "\tlocal before=${2%\"${2##*,}\"} begin=${2##*,} one all\n"
    "\tread -r -d '' -a all <<<\"$1\"\n"
    "\tCOMPREPLY=()\n"
    "\tfor one in \"${all[@]}\"; do\n"
    "\t\t[[ $one == \"$begin\"* ]] || continue\n"
    "\t\tprintf -v one %q \"$one\"\n"
    "\t\tCOMPREPLY+=(\"$before$one\")\n"
    "\tdone\n"
    "}\n"
    "\n"
    "_eunomia()\n"
    "{\n"
    "\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words i\n"
    "\tlocal verb=${COMP_WORDS[1]} verbs\n"
    "\n"
    "\tif ((COMP_CWORD == 1)) || [[ $COMP_CWORD == 2 && $verb == @(help|--help) ]]; then\n"
    "\t\tverbs='";

static const char script_command[] =
    "\t\t((COMP_CWORD == 1)) && verbs+=' help --help --version'\n"
    "\t\t_eunomia_list \"$verbs\" \"$word\"\n"
    "\t\treturn\n"
    "\tfi\n"
    "\tfor ((i = 2; i < COMP_CWORD; i++)); do\n"
    "\t\tif [[ ${COMP_WORDS[i]} == -- ]]; then\n"
    "\t\t\tdeclare -F _command_offset >/dev/null && _command_offset $((i + 1))\n"
    "\t\t\treturn\n"
    "\t\tfi\n"
    "\tdone\n"
    "\tif [[ $word == = ]]; then\n"
    "\t\tword=\n"
    "\telif [[ $before == = ]]; then\n"
    "\t\tbefore=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "\tfi\n"
    "\tcase $verb:$before in\n";

void eu_completion(FILE *out)
{
	fputs(script_head, out);
	for (size_t i = 0; eu_cmds[i]; i++)
		fprintf(out, "%s%s", i ? " " : "", eu_cmds[i]->name);
	fputs("'\n", out);
	fputs(script_command, out);
	for (size_t i = 0; eu_cmds[i]; i++)
		each_option(out, eu_cmds[i], option_value);
	setting_values(out);
	fputs("\tesac\n\tcase $verb in\n", out);
	for (size_t i = 0; eu_cmds[i]; i++)
		verb_words(out, eu_cmds[i]);
	fputs("\t*) return ;;\n\tesac\n\tcase $verb:$word in\n", out);
	for (size_t i = 0; eu_cmds[i]; i++)
		if (eu_cmds[i]->takes_files)
			fprintf(out, "\t%s:-*) ;;\n\t%s:*) compopt -o default; return ;;\n",
				eu_cmds[i]->name, eu_cmds[i]->name);
	fputs("\tesac\n\t_eunomia_list \"$words\" \"$word\"\n}\n"
	      "complete -F _eunomia eunomia\n",
	      out);
}

// SPDX-License-Identifier: Apache-2.0
/* --help: the tables as a person reads them on a terminal. */
#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "terminal.h"

enum { WIDEST = 80, NARROWEST = 40, OPTION_COLUMN = 30, NARROW_COLUMN = 8, VERB_COLUMN = 13 };

static int right_edge(FILE *out)
{
	int width = terminal_width(fileno(out));

	return !width || width > WIDEST ? WIDEST : width < NARROWEST ? NARROWEST : width;
}

/* Beside the options where there is room for a few words. */
static int option_column(FILE *out)
{
	return right_edge(out) < 2 * OPTION_COLUMN ? NARROW_COLUMN : OPTION_COLUMN;
}

/* Words wrapped between `indent` and the right edge; the cursor is at column `at`. */
static void wrap(FILE *out, const char *text, int indent, int at)
{
	int space = 0, edge = right_edge(out);

	while (*text) {
		int word = strcspn(text, " \n");

		if (at + space + word > edge && at > indent) {
			fprintf(out, "\n%*s", indent, "");
			at = indent;
			space = 0;
		}
		fprintf(out, "%*s%.*s", space, "", word, text);
		at += space + word;
		text += word;
		space = *text == ' ';
		if (*text == '\n') {
			fprintf(out, "\n%*s", text[1] == '\n' ? 0 : indent, "");
			at = indent;
		}
		text += *text != '\0';
	}
	fputc('\n', out);
}

static void help_option(FILE *out, const struct eu_option *option)
{
	char left[80] = "";
	int n, column = option_column(out);

	n = snprintf(left, sizeof(left), option->letter ? "  -%c, " : "      ", option->letter);
	n += snprintf(left + n, sizeof(left) - n, "--%s%s%s", option->name,
		      option->argument ? " " : "", option->argument ? option->argument : "");
	fputs(left, out);
	if (n + 1 >= column) {
		fputc('\n', out);
		n = 0;
	}
	fprintf(out, "%*s", column - n, "");
	wrap(out, option->help, column, column);
}

static void help_groups(FILE *out, const struct eu_cmd *cmd)
{
	for (size_t g = 0; cmd->groups && cmd->groups[g]; g++) {
		if (!g || strcmp(cmd->groups[g]->title, cmd->groups[g - 1]->title))
			fprintf(out, "\n%s:\n", cmd->groups[g]->title);
		for (const struct eu_option *o = cmd->groups[g]->options; o->name; o++)
			help_option(out, o);
	}
}

static void help_examples(FILE *out, const struct eu_example *examples)
{
	if (!examples || !examples->line)
		return;
	fputs("\nExamples:\n", out);
	for (; examples->line; examples++) {
		fprintf(out, "  %s\n      ", examples->line);
		wrap(out, examples->says, 6, 6);
	}
}

static void help_verb(FILE *out, const struct eu_cmd *cmd)
{
	fprintf(out, "eunomia %s: %s\n\nUsage: eunomia %s%s%s\n\n", cmd->name, cmd->summary,
		cmd->name, *cmd->usage ? " " : "", cmd->usage);
	wrap(out, cmd->about, 0, 0);
	help_groups(out, cmd);
	help_examples(out, cmd->examples);
}

static void help_all(FILE *out)
{
	fputs("eunomia watches what containers do, from inside the kernel.\n\n"
	      "Usage: eunomia VERB [OPTIONS]\n\n",
	      out);
	for (size_t i = 0; eu_cmds[i]; i++) {
		fprintf(out, "  %-10s ", eu_cmds[i]->name);
		wrap(out, eu_cmds[i]->summary, VERB_COLUMN, VERB_COLUMN);
	}
	fputs("\n"
	      "First steps:\n"
	      "  eunomia ls                          Which containers run here?\n"
	      "  eunomia trace                       What do they do, right now?\n"
	      "  eunomia trace --container web --event open,connect\n"
	      "                                      Which files and peers does \"web\" use?\n"
	      "  eunomia trace -- docker run --rm alpine true\n"
	      "                                      What does this container do, from its\n"
	      "                                      first instruction to its last?\n"
	      "  eunomia report -d reports --duration 60s\n"
	      "                                      A minute of every container, as files.\n"
	      "\n"
	      "eunomia VERB --help explains a verb; eunomia list events says what can be seen.\n"
	      "Watching needs root, or the capabilities that eunomia trace --help names.\n",
	      out);
}

void eu_help(FILE *out, const struct eu_cmd *cmd)
{
	if (cmd)
		help_verb(out, cmd);
	else
		help_all(out);
}

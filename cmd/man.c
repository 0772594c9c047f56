// SPDX-License-Identifier: Apache-2.0
/* The manual pages, out of the same tables as --help; man(7) macros. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <eunomia/config.h>

#include "cmd.h"

/* Characters that roff would print as others, or take for its own. */
static const char *escape_of(char c)
{
	static const struct {
		char c;
		const char *escape;
	} escapes[] = {{'\\', "\\(rs"}, {'-', "\\-"},   {'\'', "\\(aq"}, {'"', "\\(dq"},
		       {'^', "\\(ha"},  {'~', "\\(ti"}, {'`', "\\(ga"}};

	for (size_t i = 0; i < sizeof(escapes) / sizeof(*escapes); i++)
		if (escapes[i].c == c)
			return escapes[i].escape;
	return NULL;
}

/* Text in roff, as it is to be copied from the page; a leading dot is disarmed. */
static void roff(FILE *out, const char *text)
{
	bool start = true;

	for (; *text; text++) {
		const char *escape = escape_of(*text);

		if (start && *text == '.')
			fputs("\\&", out);
		start = *text == '\n';
		if (escape)
			fputs(escape, out);
		else if (*text == '\n' && text[1] == '\n' && text++)
			fputs("\n.PP\n", out);
		else
			fputc(*text, out);
	}
}

static void upper(FILE *out, const char *text)
{
	for (; *text; text++)
		fputc(toupper((unsigned char)*text), out);
}

static void section(FILE *out, const char *title)
{
	fputs("\n.SH ", out);
	upper(out, title);
	fputc('\n', out);
}

static void term(FILE *out, const char *bold, const char *says)
{
	fputs("\n.TP\n\\fB", out);
	roff(out, bold);
	fputs("\\fR\n", out);
	roff(out, says);
}

static void man_option(FILE *out, const struct eu_option *option)
{
	fputs("\n.TP\n", out);
	if (option->letter)
		fprintf(out, "\\fB\\-%c\\fR, ", option->letter);
	fputs("\\fB\\-\\-", out);
	roff(out, option->name);
	fputs("\\fR", out);
	if (option->argument) {
		fputs(" \\fI", out);
		roff(out, option->argument);
		fputs("\\fR", out);
	}
	fputc('\n', out);
	roff(out, option->help);
}

static void man_head(FILE *out, const char *title, const char *summary)
{
	fputs(".\\\" SPDX-License-Identifier: Apache-2.0\n.TH ", out);
	upper(out, title);
	fprintf(out, " 8 \"\" \"eunomia %s\" \"Eunomia\"\n.SH NAME\n", EUNOMIA_VERSION);
	roff(out, title);
	fputs(" \\- ", out);
	roff(out, summary);
	section(out, "Synopsis");
}

/* NULL: of all verbs. */
static void man_codes(FILE *out, const struct eu_cmd *cmd)
{
	const struct eu_example *code = cmd ? cmd->codes : NULL;

	section(out, "Exit status");
	if (!code)
		term(out, "0", "It did what it was asked to.");
	for (; code && code->line; code++)
		term(out, code->line, code->says);
	term(out, "1", "It failed; one sentence on stderr says why.");
	term(out, "2", "The command line or the configuration is wrong.");
	if (cmd && !cmd->takes_command) {
		fputc('\n', out);
		return;
	}
	term(out, "77", "Privileges are missing; the sentence names the capabilities.");
	fputs("\n.PP\nWith \\fB\\-\\- \\fICOMMAND\\fR: what the command returned, 128 and the "
	      "signal's number when one killed it, 126 or 127 when it could not be started.\n",
	      out);
}

static void man_verb(FILE *out, const struct eu_cmd *cmd)
{
	char title[64];

	snprintf(title, sizeof(title), "eunomia-%s", cmd->name);
	man_head(out, title, cmd->summary);
	fprintf(out, ".B eunomia %s\n", cmd->name);
	roff(out, cmd->usage);
	section(out, "Description");
	roff(out, cmd->about);
	for (size_t g = 0; cmd->groups && cmd->groups[g]; g++) {
		if (!g || strcmp(cmd->groups[g]->title, cmd->groups[g - 1]->title))
			section(out, cmd->groups[g]->title);
		for (const struct eu_option *o = cmd->groups[g]->options; o->name; o++)
			man_option(out, o);
	}
	if (cmd->examples && cmd->examples->line)
		section(out, "Examples");
	for (const struct eu_example *e = cmd->examples; e && e->line; e++)
		term(out, e->line, e->says);
	man_codes(out, cmd);
	section(out, "See also");
	fputs(".BR eunomia (8)\n", out);
}

static void man_settings(FILE *out)
{
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);

	section(out, "Settings");
	roff(out,
	     "In a file, one per line: key: value, or key: [value, value]. In the environment: "
	     "EUNOMIA_OUTPUT_FORMAT for output-format. eunomia config shows them.\n");
	for (size_t i = 0; i < n; i++) {
		term(out, keys[i].name, keys[i].doc);
		roff(out, keys[i].choices ? "; one of: " : "");
		roff(out, keys[i].choices ? keys[i].choices : "");
		roff(out, *keys[i].fallback ? " (default: " : "");
		roff(out, keys[i].fallback);
		roff(out, *keys[i].fallback ? ")." : ".");
	}
	fputc('\n', out);
}

static void man_all(FILE *out)
{
	man_head(out, "eunomia", "watch what containers do, from inside the kernel");
	fputs(".B eunomia\n\\fIVERB\\fR [\\fIOPTIONS\\fR]\n", out);
	section(out, "Description");
	fputs("Eunomia watches containers with eBPF and turns what they do into a live trace or a "
	      "report per container. Whatever was lost on the way is counted and said.\n",
	      out);
	section(out, "Verbs");
	for (size_t i = 0; eu_cmds[i]; i++)
		term(out, eu_cmds[i]->name, eu_cmds[i]->summary);
	fputc('\n', out);
	section(out, "Files");
	term(out, "/etc/eunomia/eunomia.yaml", "The host's configuration.");
	term(out, "$XDG_CONFIG_HOME/eunomia/eunomia.yaml",
	     "The user's, which comes before the host's (~/.config when the variable is not "
	     "set).");
	man_settings(out);
	man_codes(out, NULL);
	section(out, "See also");
	for (size_t i = 0; eu_cmds[i]; i++)
		fprintf(out, ".BR eunomia\\-%s (8)%s\n", eu_cmds[i]->name,
			eu_cmds[i + 1] ? "," : "");
}

void eu_man(FILE *out, const struct eu_cmd *cmd)
{
	if (cmd)
		man_verb(out, cmd);
	else
		man_all(out);
}

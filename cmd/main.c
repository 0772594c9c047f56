// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <eunomia/error.h>
#include <eunomia/nearest.h>

#include "cmd.h"
#include "say.h"

static const struct eu_cmd *find(const char *name)
{
	for (size_t i = 0; eu_cmds[i]; i++)
		if (!strcmp(eu_cmds[i]->name, name))
			return eu_cmds[i];
	return NULL;
}

static int unknown_verb(const char *word)
{
	const char *names[16];
	char hint[200];
	size_t n = 0;

	for (; eu_cmds[n]; n++)
		names[n] = eu_cmds[n]->name;
	eu_nearest_hint(hint, sizeof(hint), word, names, n, "");
	say_error("unknown %s \"%.64s\"%s%s", *word == '-' ? "option" : "verb", word, hint,
		  *hint ? "" : "; eunomia --help lists the verbs");
	return EU_EXIT_USAGE;
}

static int run_verb(const struct eu_cmd *cmd, int argc, char **argv)
{
	struct eu_error err;

	if (eu_options_parse(cmd, argc, argv, &eu_arguments, &err))
		return say_failure(EU_EXIT_USAGE, &err);
	if (!eu_arguments.help)
		return cmd->run(cmd);
	eu_help(stdout, cmd);
	return EU_EXIT_OK;
}

static bool is_any(const char *word, const char *a, const char *b)
{
	return !strcmp(word, a) || !strcmp(word, b);
}

/* What the build asks for (--man [VERB], --completion), and what people ask for. */
static int run_flag(const char *flag, const struct eu_cmd *cmd)
{
	if (is_any(flag, "--help", "help") || !strcmp(flag, "-h"))
		eu_help(stdout, cmd);
	else if (is_any(flag, "--version", "-V"))
		printf("eunomia %s\n", EUNOMIA_VERSION);
	else if (!strcmp(flag, "--man"))
		eu_man(stdout, cmd);
	else if (!strcmp(flag, "--completion"))
		eu_completion(stdout);
	else
		return unknown_verb(flag);
	return EU_EXIT_OK;
}

/* Output that could not be written is a failure, whatever the verb thought. */
static int close_output(int code)
{
	if (!fflush(stdout) && !ferror(stdout))
		return code;
	say_error("standard output could not be written");
	return code ? code : EU_EXIT_FAILED;
}

/* Whoever closed one of them did not mean that a recording gets its number, and our words. What
 * takes its place can be used the wrong way round only, and a command does not see it. */
static void hold_standard_descriptors(void)
{
	for (int fd = 0; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			open("/dev/null", (fd ? O_RDONLY : O_WRONLY) | O_CLOEXEC);
}

int main(int argc, char **argv)
{
	const struct eu_cmd *cmd;

	hold_standard_descriptors();
	signal(SIGXFSZ, SIG_IGN); /* a file at its limit is a write that fails, as on a full disk */
	if (argc < 2) {
		eu_help(stderr, NULL);
		return EU_EXIT_USAGE;
	}
	cmd = find(argv[1]);
	if (cmd)
		return close_output(run_verb(cmd, argc - 1, argv + 1));
	cmd = argc > 2 ? find(argv[2]) : NULL;
	if (argc > 2 && !cmd)
		return unknown_verb(argv[1][0] == '-' || !strcmp(argv[1], "help") ? argv[2]
										  : argv[1]);
	return close_output(run_flag(argv[1], cmd));
}

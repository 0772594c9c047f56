/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A verb of the command is one constant and one small file.
 *
 * What the parser takes, what --help says, the man page and the shell completion are all made
 * from the constant, so that they cannot disagree.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum eu_exit {
	EU_EXIT_OK = 0,
	EU_EXIT_FAILED = 1,
	EU_EXIT_USAGE = 2,
	EU_EXIT_PERMISSION = 77,
	EU_EXIT_CANNOT_RUN = 126,
	EU_EXIT_NOT_FOUND = 127,
};

/* What an option takes, and the type that its `into` points to. */
enum eu_option_kind {
	EU_OPTION_FLAG,     /* bool: no argument */
	EU_OPTION_TEXT,     /* const char *: borrowed from argv */
	EU_OPTION_LIST,     /* struct eu_list: repeated, or separated by commas */
	EU_OPTION_TEXTS,    /* struct eu_list: repeated; a comma is part of the text */
	EU_OPTION_NUMBER,   /* uint64_t */
	EU_OPTION_NUMBERS,  /* struct eu_numbers: repeated, or separated by commas */
	EU_OPTION_DURATION, /* uint64_t, milliseconds: 500ms, 10s, 2m, 1h; a number alone is seconds
			     */
	EU_OPTION_SIZE,     /* uint64_t, bytes: 64M, 2G; a number alone is bytes */
	EU_OPTION_SETTING,  /* no `into`: the value of the configuration's key `setting` */
	EU_OPTION_SWITCH,   /* the same without an argument: sets the key to "true" */
};

struct eu_list {
	const char **items;
	size_t n;
};

struct eu_numbers {
	uint32_t *items;
	size_t n;
};

struct eu_option {
	const char *name; /* without the dashes */
	char letter;      /* 0: none */
	enum eu_option_kind kind;
	void *into;
	const char *argument; /* what the help calls it; NULL: takes none */
	const char *help;
	const char *setting;
	const char *complete; /* "events", "sets", "fields", "containers", "file", or "a b c" */
};

/* Options that belong together, under one heading; a NULL name ends the options. */
struct eu_option_group {
	const char *title;
	const struct eu_option *options;
	bool live; /* they mean nothing to recordings, which are what they are */
	const char *because; /* half a sentence: why other verbs do not have them; or NULL */
};

struct eu_example {
	const char *line;
	const char *says;
};

struct eu_cmd {
	const char *name;
	const char *summary; /* half a sentence, for the list of verbs */
	const char *usage;   /* what follows the name */
	const char *about;   /* paragraphs, for help and man page; an empty line between them */
	const struct eu_option_group *const *groups; /* NULL at the end */
	const struct eu_example *examples;           /* NULL line at the end */
	const char *operands; /* words that are allowed behind the options: "a b c"; NULL: none */
	bool takes_files;     /* any words behind the options are files */
	bool takes_command;   /* -- COMMAND: it watches a live host */
	const struct eu_example *codes; /* of exit, besides those of all, in place of 0; or NULL */
	int (*run)(const struct eu_cmd *cmd);
};

/* All verbs, in the order of the help; NULL at the end. */
extern const struct eu_cmd *const eu_cmds[];

/* What was on the command line besides options. Points into argv. */
struct eu_arguments {
	const char *operands[8];
	size_t n_operands;
	struct eu_list files;
	char **command; /* NULL: none; else NULL-terminated */
	bool help;
	const char *live; /* the first option that is for a live host; NULL: none was there */
	struct eu_setting {
		const char *key, *value, *option;
	} settings[64];
	size_t n_settings;
};

extern struct eu_arguments eu_arguments;

/* 0, or -EINVAL with the sentence; what was set before the failure stays set. */
struct eu_error;
int eu_options_parse(const struct eu_cmd *cmd, int argc, char **argv,
		     struct eu_arguments *arguments, struct eu_error *err);
int eu_parse_duration(uint64_t *out, const char *text);
int eu_parse_size(uint64_t *out, const char *text);
void eu_list_add(struct eu_list *list, const char *text, size_t len);

/* Help as a person reads it, the same as a man page (roff), and a script for bash. */
struct _IO_FILE;
void eu_help(struct _IO_FILE *out, const struct eu_cmd *cmd); /* NULL: of the whole command */
void eu_man(struct _IO_FILE *out, const struct eu_cmd *cmd);
void eu_completion(struct _IO_FILE *out);

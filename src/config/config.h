/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/config.h>

#define EU_CONFIG_SYSTEM_FILE "/etc/eunomia/eunomia.yaml"

enum {
	EU_CONFIG_KEYS = 14,
	EU_CONFIG_MAX_FILE = 256 << 10, /* bytes; a configuration is a page or two */
	EU_CONFIG_MAX_ITEMS = 1024,     /* of one list */
	EU_CONFIG_MAX_TEXT = 4096,      /* bytes of one text */
};

/* The value of one key, out of the highest layer that has it. */
struct eu_config_value {
	enum eu_config_layer layer;
	char **items; /* a scalar has one */
	size_t n_items;
	uint64_t number; /* NUMBER, SIZE, DURATION, BOOL */
	char *origin;
};

struct eu_config {
	struct eu_config_value values[EU_CONFIG_KEYS];
};

/* One key with its place in a file; lines and columns count from 0, columns in characters. */
struct eu_config_entry {
	const char *key;
	const char **items;
	const struct eu_config_place {
		size_t line, column;
	} *places; /* of the items */
	size_t n_items;
	bool is_list;
	struct eu_config_span {
		size_t line, column;
		size_t end_line, end_column; /* behind the value's last character */
	} span;
	struct eu_config_place value;
};

/* Calls back for each key of a text; stops when it fails. Entries live for the callback. */
typedef int (*eu_config_entry_fn)(void *context, const struct eu_config_entry *entry,
				  struct eu_error *err);
int eu_config_walk(const char *name, const char *text, size_t len, eu_config_entry_fn each,
		   void *context, struct eu_error *err);

bool eu_config_is_list(const struct eu_config_key *key);
/* Does a text begin and end like ['…', "…"], as nothing else does that people write? */
bool eu_config_looks_quoted(const char *text);
/* One item of a key: is it of the key's type? The number of those types that are one. */
int eu_config_check(const struct eu_config_key *key, const char *item, uint64_t *number,
		    struct eu_error *err);
/* "unknown setting "x"; did you mean …" */
int eu_config_unknown(const char *name, struct eu_error *err);
/* All of a file, refused when someone else than its user could have written it. */
int eu_config_slurp(const char *path, char **out, size_t *len, struct eu_error *err);
/* The text with one key set, or with value NULL removed; it reads back, or this fails. */
int eu_config_edit_text(const char *path, const char *text, size_t len,
			const struct eu_config_key *key, const char *value, char **out,
			size_t *out_len, struct eu_error *err);

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Settings: a default, the host's file, the user's file, EUNOMIA_* in the environment, flags.
 *
 * A later layer replaces an earlier one, whatever the order of the calls. Every key stands in one
 * table, which the files, the environment, `eunomia config` and the manual are checked against
 * and made from. Files are YAML: one mapping of keys to scalars or lists of scalars.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/error.h>

#pragma GCC visibility push(default)

enum eu_config_type {
	EU_CONFIG_TEXT,
	EU_CONFIG_CHOICE, /* one of `choices`, which are separated by spaces */
	EU_CONFIG_LIST,   /* texts; on one line separated by commas */
	EU_CONFIG_FIELDS, /* a list of names of fields */
	EU_CONFIG_PATHS,  /* a list of absolute paths, which may have "unix://" before them */
	EU_CONFIG_PATTERNS, /* texts in which a comma is a comma, each a pattern (PCRE2) */
	EU_CONFIG_BOOL,   /* true or false */
	EU_CONFIG_NUMBER,
	EU_CONFIG_SIZE,     /* bytes; "64M" is 64 << 20 */
	EU_CONFIG_DURATION, /* milliseconds; "10s", "500ms", a number alone is seconds */
};

struct eu_config_key {
	const char *name; /* in the environment: EUNOMIA_, capitals, - as _ */
	enum eu_config_type type;
	const char *fallback; /* as a person would write it; "": empty */
	const char *doc;
	const char *choices;
	uint64_t min, max; /* NUMBER, SIZE, DURATION */
};

const struct eu_config_key *eu_config_keys(size_t *n);
const struct eu_config_key *eu_config_key(const char *name);

enum eu_config_layer {
	EU_CONFIG_DEFAULT,
	EU_CONFIG_SYSTEM,
	EU_CONFIG_USER,
	EU_CONFIG_ENVIRONMENT,
	EU_CONFIG_FLAG,
};

struct eu_config;

int eu_config_new(struct eu_config **out);
void eu_config_free(struct eu_config *config);

/* All layers but the flags: the file that EUNOMIA_CONFIG or `path` (not NULL) names and no other,
 * or else the host's and the user's; then the environment. */
int eu_config_load(struct eu_config *config, const char *path, struct eu_error *err);

/* A file. -ENOENT when there is none; -EPERM when someone else could have written it;
 * -EINVAL with "file:line:column: …". */
int eu_config_read(struct eu_config *config, enum eu_config_layer layer, const char *path,
		   struct eu_error *err);
/* The same from memory. `name` is for the sentence. */
int eu_config_parse(struct eu_config *config, enum eu_config_layer layer, const char *name,
		    const char *text, size_t len, struct eu_error *err);
/* EUNOMIA_OUTPUT_FORMAT and so on; an empty variable counts as not set. */
int eu_config_environment(struct eu_config *config, char *const *environment, struct eu_error *err);
/* Variables that begin like settings and are none. `near` is the one that was probably meant, or
 * NULL: it is somebody else's, such as those that Kubernetes sets for a service called "eunomia". */
typedef void (*eu_config_stray_fn)(void *context, const char *name, const char *near);
void eu_config_strays(char *const *environment, eu_config_stray_fn each, void *context);
/* A value as a person writes it: a list as a,b or, also where its texts have commas, ['a', 'b,c'];
 * of patterns a text is one. `origin` ("--output-format") is what show says. Within a layer a
 * list grows, anything else is replaced. */
int eu_config_set(struct eu_config *config, enum eu_config_layer layer, const char *key,
		  const char *value, const char *origin, struct eu_error *err);

/* Values. The key must exist and be of the type; strings live as long as the config. */
const char *eu_config_text(const struct eu_config *config, const char *key);
const char *const *eu_config_list(const struct eu_config *config, const char *key, size_t *n);
uint64_t eu_config_number(const struct eu_config *config, const char *key);
bool eu_config_bool(const struct eu_config *config, const char *key);
/* Where the value comes from: "default", "/etc/eunomia/eunomia.yaml:3", "EUNOMIA_…", a flag. */
const char *eu_config_origin(const struct eu_config *config, const char *key);

/* The value as eu_config_set takes it back; to be freed. NULL: no memory. */
char *eu_config_written(const struct eu_config *config, const char *key);

/* The file that `eunomia config --set` edits: the host's for root, else the user's. */
int eu_config_file(char *out, size_t size, struct eu_error *err);
/* Sets (or with value NULL removes) a key in a file. The rest of it, comments included, stays as
 * it is. The file is replaced in one step and keeps its mode; a new one is 0600, or 0644 where it
 * is the host's. */
int eu_config_edit(const char *path, const char *key, const char *value, struct eu_error *err);

#pragma GCC visibility pop

// SPDX-License-Identifier: Apache-2.0
/* The layers: which value wins, and where it came from. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../cleanup.h"
#include "config.h"

static void value_clear(struct eu_config_value *value)
{
	for (size_t i = 0; i < value->n_items; i++)
		free(value->items[i]);
	free(value->items);
	free(value->origin);
	*value = (struct eu_config_value){};
}

/* Room and origin for a value of this layer; a list of the same layer goes on. */
static int value_begin(struct eu_config_value *value, bool grows, enum eu_config_layer layer,
		       const char *origin)
{
	if (!grows || layer != value->layer)
		value_clear(value);
	value->layer = layer;
	free(value->origin);
	value->origin = strdup(origin);
	return value->origin ? 0 : -ENOMEM;
}

static int value_add(struct eu_config_value *value, const char *item, size_t len)
{
	char **items;
	char *copy;

	if (value->n_items == EU_CONFIG_MAX_ITEMS)
		return -E2BIG;
	items = reallocarray(value->items, value->n_items + 1, sizeof(*items));
	if (!items)
		return -ENOMEM;
	value->items = items;
	copy = strndup(item, len);
	if (!copy)
		return -ENOMEM;
	value->items[value->n_items++] = copy;
	return 0;
}

static struct eu_config_value *value_of(struct eu_config *config, const struct eu_config_key *key)
{
	size_t n;

	return &config->values[key - eu_config_keys(&n)];
}

static int set_items(struct eu_config *config, enum eu_config_layer layer,
		     const struct eu_config_key *key, const char *const *items, size_t n,
		     const char *origin, struct eu_error *err)
{
	struct eu_config_value *value = value_of(config, key);
	uint64_t number = 0;
	int ret = 0;

	for (size_t i = 0; i < n && !ret; i++)
		ret = eu_config_check(key, items[i], &number, err);
	if (ret || layer < value->layer)
		return ret;
	ret = value_begin(value, eu_config_is_list(key), layer, origin);
	for (size_t i = 0; i < n && !ret; i++)
		ret = value_add(value, items[i], strlen(items[i]));
	value->number = number;
	if (ret)
		return eu_fail(err, -ret, "%s: too many values", key->name);
	return 0;
}

static int set_parts(struct eu_config *config, enum eu_config_layer layer,
		     const struct eu_config_key *key, const char *text, const char *origin,
		     struct eu_error *err)
{
	eu_auto_free char *copy = strdup(text);
	const char *items[64];
	size_t n = 0;

	if (!copy)
		return -ENOMEM;
	for (char *save, *part = strtok_r(copy, ",", &save); part;
	     part = strtok_r(NULL, ",", &save)) {
		if (n == sizeof(items) / sizeof(*items))
			return eu_fail(err, E2BIG, "%s: more than %zu values at once", key->name, n);
		items[n++] = part;
	}
	return set_items(config, layer, key, items, n, origin, err);
}

/* A list in quotes, as YAML has it on one line. */
struct quoted {
	struct eu_config *config;
	enum eu_config_layer layer;
	const struct eu_config_key *key;
	const char *origin;
	struct eu_error *err;
	int ret;
	bool is_one;
};

static int set_quoted(void *context, const struct eu_config_entry *entry, struct eu_error *err)
{
	struct quoted *quoted = context;

	quoted->is_one = entry->is_list;
	if (entry->is_list)
		quoted->ret = set_items(quoted->config, quoted->layer, quoted->key, entry->items,
					entry->n_items, quoted->origin, quoted->err);
	return 0;
}

/* Is it one, and was it set? *ret says how that went. */
static bool try_quoted(struct quoted *quoted, const char *text, int *ret)
{
	eu_auto_free char *line = NULL;
	int len;

	if (!eu_config_looks_quoted(text))
		return false;
	len = asprintf(&line, "list: %s\n", text);
	*ret = -ENOMEM;
	if (len < 0)
		return true;
	if (eu_config_walk("", line, len, set_quoted, quoted, NULL) || !quoted->is_one)
		return false;
	*ret = quoted->ret;
	return true;
}

/* What stands on one line: a list is separated by commas there, unless its texts may have some. */
int eu_config_set(struct eu_config *config, enum eu_config_layer layer, const char *name,
		  const char *text, const char *origin, struct eu_error *err)
{
	const struct eu_config_key *key = eu_config_key(name);
	struct quoted quoted = {.config = config,
				.layer = layer,
				.key = key,
				.origin = origin,
				.err = err};
	int ret;

	if (!key)
		return eu_config_unknown(name, err);
	if (!eu_config_is_list(key))
		return set_items(config, layer, key, &text, 1, origin, err);
	if (try_quoted(&quoted, text, &ret))
		return ret;
	if (key->type == EU_CONFIG_PATTERNS)
		return set_items(config, layer, key, &text, *text != '\0', origin, err);
	return set_parts(config, layer, key, text, origin, err);
}

int eu_config_new(struct eu_config **out)
{
	struct eu_config *config = calloc(1, sizeof(*config));
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);
	int ret = config ? 0 : -ENOMEM;

	for (size_t i = 0; i < n && !ret; i++)
		ret = eu_config_set(config, EU_CONFIG_DEFAULT, keys[i].name, keys[i].fallback,
				    "default", NULL);
	if (ret) {
		eu_config_free(config);
		return ret;
	}
	*out = config;
	return 0;
}

void eu_config_free(struct eu_config *config)
{
	if (!config)
		return;
	for (size_t i = 0; i < EU_CONFIG_KEYS; i++)
		value_clear(&config->values[i]);
	free(config);
}

struct reader {
	struct eu_config *config;
	enum eu_config_layer layer;
	const char *name;
	size_t seen[EU_CONFIG_KEYS]; /* line + 1 */
};

static int fail_at(struct eu_error *err, const char *name, struct eu_config_place place, int code,
		   const struct eu_error *says)
{
	return eu_fail(err, code, "%s:%zu:%zu: %.380s", name, place.line + 1, place.column + 1,
		       says->text);
}

static int check_shape(const struct eu_config_key *key, const struct eu_config_entry *entry,
		       size_t *seen, struct eu_error *err)
{
	if (*seen)
		return eu_fail(err, EINVAL, "%s is already set in line %zu", key->name, *seen);
	*seen = entry->span.line + 1;
	if (entry->is_list && !eu_config_is_list(key))
		return eu_fail(err, EINVAL,
			       entry->n_items ? "%s takes one value" : "%s has no value",
			       key->name);
	return 0;
}

/* *place: of the item that is not of the key's type. */
static int check_items(const struct eu_config_key *key, const struct eu_config_entry *entry,
		       struct eu_config_place *place, struct eu_error *err)
{
	uint64_t number;
	int ret = 0;

	for (size_t i = 0; i < entry->n_items && entry->is_list && !ret; i++) {
		ret = eu_config_check(key, entry->items[i], &number, err);
		if (ret)
			*place = entry->places[i];
	}
	return ret;
}

static int read_entry(void *context, const struct eu_config_entry *entry, struct eu_error *err)
{
	struct reader *reader = context;
	const struct eu_config_key *key = eu_config_key(entry->key);
	struct eu_config_place place = {entry->span.line, entry->span.column};
	eu_auto_free char *origin = NULL;
	struct eu_error says = {};
	size_t n;
	int ret;

	if (!key) {
		ret = eu_config_unknown(entry->key, &says);
		return fail_at(err, reader->name, place, -ret, &says);
	}
	if (asprintf(&origin, "%s:%zu", reader->name, entry->span.line + 1) < 0)
		return -ENOMEM;
	place = entry->value;
	ret = check_shape(key, entry, &reader->seen[key - eu_config_keys(&n)], &says);
	if (!ret)
		ret = check_items(key, entry, &place, &says);
	if (!ret && !entry->is_list)
		ret = eu_config_set(reader->config, reader->layer, key->name, entry->items[0],
				    origin, &says);
	else if (!ret)
		ret = set_items(reader->config, reader->layer, key, entry->items, entry->n_items,
				origin, &says);
	return ret ? fail_at(err, reader->name, place, -ret, &says) : 0;
}

int eu_config_parse(struct eu_config *config, enum eu_config_layer layer, const char *name,
		    const char *text, size_t len, struct eu_error *err)
{
	struct reader reader = {.config = config, .layer = layer, .name = name};

	return eu_config_walk(name, text, len, read_entry, &reader, err);
}

int eu_config_read(struct eu_config *config, enum eu_config_layer layer, const char *path,
		   struct eu_error *err)
{
	eu_auto_free char *text = NULL;
	size_t len;
	int ret = eu_config_slurp(path, &text, &len, err);

	return ret ? ret : eu_config_parse(config, layer, path, text, len, err);
}

/* The user's file, or "" where there is no home. */
static void user_file(char *out, size_t size)
{
	const char *base = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	*out = '\0';
	if (base && *base == '/') /* the specification: a relative one is ignored */
		snprintf(out, size, "%s/eunomia/eunomia.yaml", base);
	else if (home && *home == '/')
		snprintf(out, size, "%s/.config/eunomia/eunomia.yaml", home);
}

/* A home that cannot be entered is not this user's: sudo -u leaves HOME as it was. */
static int read_if_there(struct eu_config *config, enum eu_config_layer layer, const char *path,
			 struct eu_error *err)
{
	int ret = *path ? eu_config_read(config, layer, path, err) : 0;
	bool elsewhere = ret == -EACCES && layer == EU_CONFIG_USER;

	return ret == -ENOENT || ret == -ENOTDIR || elsewhere ? 0 : ret;
}

int eu_config_load(struct eu_config *config, const char *path, struct eu_error *err)
{
	char user[EU_CONFIG_MAX_TEXT];
	int ret;

	if (!path)
		path = getenv("EUNOMIA_CONFIG");
	if (path && *path) {
		ret = eu_config_read(config, EU_CONFIG_USER, path, err);
	} else {
		user_file(user, sizeof(user));
		ret = read_if_there(config, EU_CONFIG_SYSTEM, EU_CONFIG_SYSTEM_FILE, err);
		if (!ret)
			ret = read_if_there(config, EU_CONFIG_USER, user, err);
	}
	return ret ? ret : eu_config_environment(config, environ, err);
}

int eu_config_file(char *out, size_t size, struct eu_error *err)
{
	if (!geteuid())
		snprintf(out, size, "%s", EU_CONFIG_SYSTEM_FILE);
	else
		user_file(out, size);
	if (!*out)
		return eu_fail(err, ENOENT,
			       "there is no place for a configuration: set HOME or "
			       "XDG_CONFIG_HOME");
	return 0;
}

static const struct eu_config_value *get(const struct eu_config *config, const char *name)
{
	const struct eu_config_key *key = eu_config_key(name);

	return key ? value_of((struct eu_config *)config, key) : NULL;
}

const char *eu_config_text(const struct eu_config *config, const char *key)
{
	const struct eu_config_value *value = get(config, key);

	return value && value->n_items ? value->items[0] : "";
}

const char *const *eu_config_list(const struct eu_config *config, const char *key, size_t *n)
{
	const struct eu_config_value *value = get(config, key);

	*n = value ? value->n_items : 0;
	return value ? (const char *const *)value->items : NULL;
}

uint64_t eu_config_number(const struct eu_config *config, const char *key)
{
	const struct eu_config_value *value = get(config, key);

	return value ? value->number : 0;
}

bool eu_config_bool(const struct eu_config *config, const char *key)
{
	return eu_config_number(config, key);
}

const char *eu_config_origin(const struct eu_config *config, const char *key)
{
	const struct eu_config_value *value = get(config, key);

	return value ? value->origin : "";
}

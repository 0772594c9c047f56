// SPDX-License-Identifier: Apache-2.0
/* From what a person writes to a value of the key's type. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <eunomia/nearest.h>

#include "../redact.h"
#include "../sink/fields.h"
#include "config.h"

enum { MAX_CHOICES = 8 };

int eu_config_unknown(const char *name, struct eu_error *err)
{
	const char *names[EU_CONFIG_KEYS];
	char hint[200];
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);

	for (size_t i = 0; i < n; i++)
		names[i] = keys[i].name;
	eu_nearest_hint(hint, sizeof(hint), name, names, n, "");
	return eu_fail(err, EINVAL, "unknown setting \"%.64s\"%s", name,
		       *hint ? hint : "; `eunomia config` shows them all");
}

static int check_choice(const struct eu_config_key *key, const char *item, struct eu_error *err)
{
	size_t len = strlen(item);

	for (const char *at = key->choices; *at;) {
		size_t word = strcspn(at, " ");

		if (word == len && !memcmp(at, item, len))
			return 0;
		at += word + (at[word] == ' ');
	}
	return eu_fail(err, EINVAL, "%s: \"%.64s\" is none of: %s", key->name, item, key->choices);
}

static int check_bool(const struct eu_config_key *key, const char *item, uint64_t *number,
		      struct eu_error *err)
{
	static const char *const words[][2] = {
	    {"false", "true"}, {"no", "yes"}, {"off", "on"}, {"0", "1"}};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		for (int value = 0; value < 2; value++)
			if (!strcasecmp(item, words[i][value])) {
				*number = value;
				return 0;
			}
	return eu_fail(err, EINVAL, "%s: \"%.64s\" is neither true nor false", key->name, item);
}

struct unit {
	const char *name;
	uint64_t factor;
};

static const struct unit numbers[] = {{"", 1}, {}};
static const struct unit sizes[] = {
    {"", 1},          {"K", 1 << 10}, {"KiB", 1 << 10}, {"M", 1 << 20},
    {"MiB", 1 << 20}, {"G", 1 << 30}, {"GiB", 1 << 30}, {}};
static const struct unit durations[] = {{"", 1000},   {"ms", 1},      {"s", 1000},
					{"m", 60000}, {"h", 3600000}, {}};

static int check_number(const struct eu_config_key *key, const struct unit *units, const char *kind,
			const char *item, uint64_t *number, struct eu_error *err)
{
	size_t digits = strspn(item, "0123456789");
	uint64_t value;

	if (!digits || digits > 19)
		return eu_fail(err, EINVAL, "%s: \"%.64s\" is not a %s", key->name, item, kind);
	value = strtoull(item, NULL, 10);
	for (; units->name; units++)
		if (!strcasecmp(item + digits, units->name))
			break;
	if (!units->name)
		return eu_fail(err, EINVAL, "%s: \"%.64s\" is not a %s", key->name, item, kind);
	if (__builtin_mul_overflow(value, units->factor, &value) || value < key->min ||
	    value > key->max)
		return eu_fail(err, EINVAL, "%s: %.64s is not between %llu and %llu%s", key->name,
			       item, (unsigned long long)key->min, (unsigned long long)key->max,
			       key->type == EU_CONFIG_SIZE       ? " bytes"
			       : key->type == EU_CONFIG_DURATION ? " ms"
								 : "");
	*number = value;
	return 0;
}

bool eu_config_is_list(const struct eu_config_key *key)
{
	return key->type == EU_CONFIG_LIST || key->type == EU_CONFIG_FIELDS ||
	       key->type == EU_CONFIG_PATHS || key->type == EU_CONFIG_PATTERNS;
}

bool eu_config_looks_quoted(const char *text)
{
	size_t len = strlen(text);

	return len > 3 && !strpbrk(text, "\r\n") && text[0] == '[' && text[len - 1] == ']' &&
	       strchr("'\"", text[1]) && strchr("'\"", text[len - 2]);
}

static int check_path(const struct eu_config_key *key, const char *item, struct eu_error *err)
{
	const char *path = strncmp(item, "unix://", 7) ? item : item + 7;

	if (*path == '/')
		return 0;
	return eu_fail(err, EINVAL, "%s: \"%.200s\" is not an absolute path", key->name, item);
}

static int check_field(const struct eu_config_key *key, const char *item, struct eu_error *err)
{
	struct eu_error says = {};

	if (!eu_fields_check(item, &says))
		return 0;
	return eu_fail(err, EINVAL, "%s: %.400s", key->name, says.text);
}

static int check_pattern(const struct eu_config_key *key, const char *item, struct eu_error *err)
{
	struct eu_error says = {};

	if (!eu_redact_check(item, &says))
		return 0;
	return eu_fail(err, EINVAL, "%s: %.400s", key->name, says.text);
}

int eu_config_check(const struct eu_config_key *key, const char *item, uint64_t *number,
		    struct eu_error *err)
{
	*number = 0;
	if (strlen(item) > EU_CONFIG_MAX_TEXT)
		return eu_fail(err, E2BIG, "%s: a text of more than %d bytes", key->name,
			       EU_CONFIG_MAX_TEXT);
	switch (key->type) {
	case EU_CONFIG_CHOICE:
		return check_choice(key, item, err);
	case EU_CONFIG_BOOL:
		return check_bool(key, item, number, err);
	case EU_CONFIG_NUMBER:
		return check_number(key, numbers, "number", item, number, err);
	case EU_CONFIG_SIZE:
		return check_number(key, sizes, "size like 64M", item, number, err);
	case EU_CONFIG_DURATION:
		return check_number(key, durations, "duration like 10s", item, number, err);
	case EU_CONFIG_FIELDS:
		return check_field(key, item, err);
	case EU_CONFIG_PATHS:
		return check_path(key, item, err);
	case EU_CONFIG_PATTERNS:
		return check_pattern(key, item, err);
	case EU_CONFIG_TEXT:
	case EU_CONFIG_LIST:
		return 0;
	}
	return 0;
}

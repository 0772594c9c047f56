// SPDX-License-Identifier: Apache-2.0
/* EUNOMIA_*: settings, and what is none. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "../nearest.h"
#include "config.h"

#define PREFIX "EUNOMIA_"

struct variable {
	char name[64];
};

/* Those that are no settings. */
static const char *const others[] = {PREFIX "CONFIG", PREFIX "DEBUG_LIBBPF"};

enum { OTHERS = sizeof(others) / sizeof(*others) };

/* EUNOMIA_OUTPUT_FORMAT */
static struct variable variable_of(const char *key)
{
	struct variable variable;
	int n = snprintf(variable.name, sizeof(variable.name), PREFIX "%s", key);

	for (char *at = variable.name; at < variable.name + n; at++)
		*at = *at == '-' ? '_' : toupper((unsigned char)*at);
	return variable;
}

/* The value of this variable; NULL: it is another one, or empty. */
static const char *value_of(const char *assignment, const char *name)
{
	size_t len = strlen(name);

	if (strncmp(assignment, name, len) || assignment[len] != '=' || !assignment[len + 1])
		return NULL;
	return assignment + len + 1;
}

int eu_config_environment(struct eu_config *config, char *const *environment, struct eu_error *err)
{
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);
	struct eu_error says;

	for (size_t i = 0; i < n; i++) {
		struct variable variable = variable_of(keys[i].name);
		const char *value = NULL;

		for (char *const *e = environment; *e && !value; e++)
			value = value_of(*e, variable.name);
		if (value && eu_config_set(config, EU_CONFIG_ENVIRONMENT, keys[i].name, value,
					   variable.name, &says))
			return eu_fail(err, EINVAL, "%s: %.400s", variable.name, says.text);
	}
	return 0;
}

/* ---- strays ---- */

struct known {
	struct variable settings[EU_CONFIG_KEYS];
	const char *names[EU_CONFIG_KEYS + OTHERS]; /* with their prefix */
	const char *words[EU_CONFIG_KEYS + OTHERS]; /* without */
};

static void make_known(struct known *known)
{
	size_t n;
	const struct eu_config_key *keys = eu_config_keys(&n);

	for (size_t i = 0; i < EU_CONFIG_KEYS + OTHERS; i++) {
		if (i < n)
			known->settings[i] = variable_of(keys[i].name);
		known->names[i] = i < n ? known->settings[i].name : others[i - n];
		known->words[i] = known->names[i] + strlen(PREFIX);
	}
}

static bool is_known(const struct known *known, const char *name)
{
	for (size_t i = 0; i < EU_CONFIG_KEYS + OTHERS; i++)
		if (!strcmp(known->names[i], name))
			return true;
	return false;
}

/* The prefix is in all of them: near is what is near behind it, in capitals. */
static const char *near(const struct known *known, const char *name)
{
	char capitals[256];
	const char *word;

	snprintf(capitals, sizeof(capitals), "%s", name + strlen(PREFIX));
	for (char *at = capitals; *at; at++)
		*at = toupper((unsigned char)*at);
	word = eu_nearest(capitals, known->words, EU_CONFIG_KEYS + OTHERS);
	return word ? word - strlen(PREFIX) : NULL;
}

void eu_config_strays(char *const *environment, eu_config_stray_fn each, void *context)
{
	struct known known;

	make_known(&known);
	for (char *const *e = environment; *e; e++) {
		size_t len = strcspn(*e, "=");
		char name[256];

		if (strncmp(*e, PREFIX, strlen(PREFIX)) || len >= sizeof(name) || !(*e)[len] ||
		    !(*e)[len + 1])
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)len, *e);
		if (!is_known(&known, name))
			each(context, name, near(&known, name));
	}
}

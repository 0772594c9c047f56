// SPDX-License-Identifier: Apache-2.0
/*
 * The configuration's YAML: any bytes are read or refused with a place; what was read can be
 * edited, and editing one key leaves every other as it was. With libFuzzer:
 *
 *	clang -std=gnu11 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -Iinclude -Isrc \
 *		-o fuzz_config tests/fuzz/fuzz_config.c src/config/{config,edit,environment,keys,value,yaml}.c \
 *		src/{error,nearest,nearest_hint,replace,write}.c -lyaml
 *	./fuzz_config -max_total_time=60 -max_len=4096 CORPUS tests/fuzz/seeds/config
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "config/config.h"

static void config_freep(struct eu_config **config)
{
	eu_config_free(*config);
}

static void require(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "does not hold: %s\n", what);
	abort();
}

static bool same_list(const struct eu_config *a, const struct eu_config *b, const char *key)
{
	size_t n, m;
	const char *const *x = eu_config_list(a, key, &n), *const *y = eu_config_list(b, key, &m);

	if (n != m)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(x[i], y[i]))
			return false;
	return true;
}

static void check_edit(const struct eu_config *before, const char *text, size_t len,
		       const char *name, const char *value)
{
	eu_cleanup(config_freep) struct eu_config *after = NULL;
	eu_auto_free char *edited = NULL;
	size_t n, edited_len;
	const struct eu_config_key *keys = eu_config_keys(&n), *key = eu_config_key(name);

	/* A text may be written in a way that only a person can edit. */
	if (eu_config_edit_text("f", text, len, key, value, &edited, &edited_len, NULL))
		return;
	require(!eu_config_new(&after), "memory");
	require(!eu_config_parse(after, EU_CONFIG_USER, "f", edited, edited_len, NULL),
		"an edited text reads back");
	require(!value || !strcmp(eu_config_text(after, name), value), "the key has the new value");
	require(value || !strcmp(eu_config_origin(after, name), "default"), "the key is gone");
	for (size_t i = 0; i < n; i++)
		require(&keys[i] == key || same_list(before, after, keys[i].name),
			"the other keys are as they were");
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	eu_cleanup(config_freep) struct eu_config *config = NULL;
	eu_auto_free char *text = malloc(size + 1);
	struct eu_error err = {};
	int ret;

	if (!text || eu_config_new(&config))
		return 0;
	memcpy(text, data, size);
	text[size] = '\0';
	ret = eu_config_parse(config, EU_CONFIG_USER, "f", text, size, &err);
	require(!ret || !strncmp(err.text, "f:", 2), "a refusal says where");
	if (ret)
		return 0;
	check_edit(config, text, size, "output-format", "json");
	check_edit(config, text, size, "events-path", "a: 'b' #");
	check_edit(config, text, size, "containers", NULL);
	return 0;
}

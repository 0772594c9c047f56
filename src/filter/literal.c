/* SPDX-License-Identifier: Apache-2.0 */
#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "filter.h"

/* A pattern that tries longer than this does not match: no event may hold up the others. */
#define MATCH_LIMIT 100000

static const struct {
	const char *name;
	uint64_t ns;
} durations[] = {
    {"ns", 1},         {"us", 1000},         {"ms", 1000000},
    {"s", 1000000000}, {"min", 60000000000}, {"h", 3600000000000},
};

/* 12, -2, 0x1f, 0644, true, 10ms. */
static void read_number(struct eu_literal *literal)
{
	bool negative = literal->text[0] == '-';
	const char *digits = literal->text + negative;
	unsigned long long value;
	char *end;

	if (!strcmp(literal->text, "true") || !strcmp(literal->text, "false")) {
		literal->is_number = true;
		literal->number = literal->text[0] == 't';
	}
	if (*digits < '0' || *digits > '9')
		return;
	errno = 0;
	value = strtoull(digits, &end, 0);
	if (errno)
		return;
	literal->number = negative ? -(__int128)value : (__int128)value;
	literal->is_number = !*end;
	for (size_t i = 0; i < sizeof(durations) / sizeof(durations[0]); i++)
		if (!strcmp(end, durations[i].name)) {
			literal->number *= durations[i].ns;
			literal->is_duration = true;
		}
}

/* 198.51.100.1, 198.51.100.0/24, 2001:db8::/32. */
static void read_address(struct eu_literal *literal)
{
	char text[INET6_ADDRSTRLEN + 4];
	char *slash, *end;
	unsigned long bits = 128, mapped = 0;

	if (literal->len >= sizeof(text) || memchr(literal->text, '\0', literal->len))
		return;
	memcpy(text, literal->text, literal->len + 1);
	slash = strchr(text, '/');
	if (slash)
		*slash = '\0';
	if (inet_pton(AF_INET, text, literal->address + 12) == 1) {
		memset(literal->address, 0, 10);
		memset(literal->address + 10, 0xff, 2);
		mapped = 96;
	} else if (inet_pton(AF_INET6, text, literal->address) != 1) {
		return;
	}
	if (slash) {
		bits = strtoul(slash + 1, &end, 10) + mapped;
		if (slash[1] < '0' || slash[1] > '9' || *end || bits > 128)
			return;
	}
	literal->prefix = bits;
	literal->is_address = true;
}

void eu_literal_read(struct eu_literal *literal)
{
	read_number(literal);
	read_address(literal);
}

size_t eu_literal_time_len(const struct eu_literal *literal)
{
	size_t seconds = strlen("0000-00-00T00:00:00"), whole = seconds + strlen(".000000000Z");
	size_t len = literal->len;

	if (len > seconds && len < whole && literal->text[len - 1] == 'Z')
		len--;
	return len;
}

int eu_literal_compile(struct eu_literal *literal, struct eu_error *err)
{
	/* names of files need not be UTF-8 */
	uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
	PCRE2_SIZE offset;
	PCRE2_UCHAR sentence[128];
	int code;

	literal->pattern =
	    pcre2_compile((PCRE2_SPTR)literal->text, literal->len, options, &code, &offset, NULL);
	if (!literal->pattern) {
		pcre2_get_error_message(code, sentence, sizeof(sentence));
		return eu_fail(err, EINVAL,
			       "filter, column %zu: the pattern is wrong at its %zu. character: %s",
			       literal->column, offset + 1, (char *)sentence);
	}
	literal->match = pcre2_match_data_create(1, NULL);
	literal->limits = pcre2_match_context_create(NULL);
	if (!literal->match || !literal->limits)
		return eu_fail(err, ENOMEM, "no memory for the filter");
	pcre2_set_match_limit(literal->limits, MATCH_LIMIT);
	pcre2_jit_compile(literal->pattern, PCRE2_JIT_COMPLETE); /* faster where there is one */
	return 0;
}

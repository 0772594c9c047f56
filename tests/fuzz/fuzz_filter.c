/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Expressions, compiled and run on an event of each kind. The input is the expression; a line
 * feed ends it, and what follows is the path of the opened file. With libFuzzer:
 *
 *	clang -std=gnu11 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -Iinclude -Isrc \
 *		-Itests/unit/sink -o fuzz_filter tests/fuzz/fuzz_filter.c tests/unit/sink/fixture.c
 *\
 *		src/filter/[a-z]*.c src/schema/{args,bytes,context,emit,emit_json,emit_tables}.c \
 *		src/schema/{emit_text,escape,names,text,value}.c src/{error,nearest,nearest_hint}.c
 *\ tables/[a-z]*.c -lpcre2-8
 *	./fuzz_filter -max_total_time=60 -dict=tests/fuzz/filter.dict CORPUS
 */
#include <stdlib.h>
#include <string.h>

#include <eunomia/filter.h>

#include "fixture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct fixture fixtures[FIXTURE_EVENTS];

static void prepare(void)
{
	for (enum fixture_event kind = 0; kind < FIXTURE_EVENTS; kind++)
		if (!fixtures[kind].event.desc)
			fixture_init(&fixtures[kind], kind);
}

static void run(const struct eu_filter *filter, const char *path, size_t len)
{
	struct fixture *open = &fixtures[FIXTURE_OPEN];

	open->record.head.size = sizeof(open->record.open);
	fixture_str(open, &open->record.open.path, path, len);
	for (enum fixture_event kind = 0; kind < FIXTURE_EVENTS; kind++)
		eu_filter_match(filter, &fixtures[kind].event);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *newline = memchr(data, '\n', size);
	size_t len = newline ? (size_t)(newline - data) : size;
	size_t rest = newline ? size - len - 1 : 0;
	char *expression = strndup((const char *)data, len);
	struct eu_filter *filter;
	struct eu_error err;

	prepare();
	if (expression && !eu_filter_new(&filter, expression, &err)) {
		run(filter, (const char *)data + len + !!newline, rest < 32768 ? rest : 32768);
		eu_filter_free(filter);
	}
	free(expression);
	return 0;
}

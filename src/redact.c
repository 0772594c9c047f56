/* SPDX-License-Identifier: Apache-2.0 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <pcre2.h>

#include <eunomia/events.h>
#include <eunomia/argkind.h>

#include "event_ids.h"

#include "cleanup.h"
#include "redact.h"

#define MATCH_LIMIT 100000 /* steps; a pattern that needs more hides the whole argument */

static const char hidden[] = "[redacted]";

struct eu_redact {
	pcre2_code **codes;
	size_t n;
	pcre2_match_data *match;
	pcre2_match_context *limits;
};

static void free_redact(struct eu_redact **redact)
{
	eu_redact_free(*redact);
}

static int compile(pcre2_code **out, const char *pattern, struct eu_error *err)
{
	int code;
	PCRE2_SIZE at;
	char text[128];

	*out = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, 0, &code, &at, NULL);
	if (*out)
		return 0;
	pcre2_get_error_message(code, (PCRE2_UCHAR *)text, sizeof(text));
	return eu_fail(err, EINVAL, "pattern \"%.200s\", column %zu: %s", pattern, at + 1, text);
}

int eu_redact_check(const char *pattern, struct eu_error *err)
{
	pcre2_code *compiled;
	int ret = compile(&compiled, pattern, err);

	pcre2_code_free(compiled);
	return ret;
}

int eu_redact_new(struct eu_redact **out, const char *const *patterns, size_t n,
		  struct eu_error *err)
{
	eu_cleanup(free_redact) struct eu_redact *redact = calloc(1, sizeof(*redact));
	int ret = 0;

	if (!redact)
		return eu_fail(err, ENOMEM, "out of memory");
	redact->codes = calloc(n + 1, sizeof(*redact->codes));
	redact->match = pcre2_match_data_create(1, NULL);
	redact->limits = pcre2_match_context_create(NULL);
	if (!redact->codes || !redact->match || !redact->limits)
		return eu_fail(err, ENOMEM, "out of memory");
	pcre2_set_match_limit(redact->limits, MATCH_LIMIT);
	for (size_t i = 0; i < n && !ret; i++)
		ret = compile(&redact->codes[redact->n++], patterns[i], err);
	if (!ret)
		*out = eu_take(redact);
	return ret;
}

/* Where the first match in an argument begins and ends; false: none. */
static bool find(struct eu_redact *redact, const char *text, size_t len, size_t *from, size_t *to)
{
	for (size_t i = 0; i < redact->n; i++) {
		int found = pcre2_match(redact->codes[i], (PCRE2_SPTR)text, len, 0, 0, redact->match,
					redact->limits);
		PCRE2_SIZE *range = pcre2_get_ovector_pointer(redact->match);

		if (found == PCRE2_ERROR_NOMATCH)
			continue;
		*from = found < 0 ? 0 : range[0];
		*to = found < 0 ? len : range[1];
		if (*to >= *from)
			return true;
	}
	return false;
}

static bool any_match(struct eu_redact *redact, const char *args, size_t len)
{
	size_t from, to;

	for (size_t at = 0; at < len; at += strnlen(args + at, len - at) + 1)
		if (find(redact, args + at, strnlen(args + at, len - at), &from, &to))
			return true;
	return false;
}

/* One argument with its matches replaced, each by the same word. */
static void put_argument(struct eu_redact *redact, const char *text, size_t len,
			 struct eu_builder *builder)
{
	size_t from, to;

	while (len && find(redact, text, len, &from, &to) && to > from) {
		eu_builder_text(builder, text, from);
		eu_builder_text(builder, hidden, sizeof(hidden) - 1);
		text += to;
		len -= to;
	}
	eu_builder_text(builder, text, len);
}

static struct eu_str put_arguments(struct eu_redact *redact, const char *args, size_t len,
				   struct eu_builder *builder)
{
	struct eu_str all = {.offset = builder->used};

	for (size_t at = 0; at < len;) {
		size_t one = strnlen(args + at, len - at);

		put_argument(redact, args + at, one, builder);
		at += one + 1;
		if (at <= len)
			eu_builder_text(builder, "", 1);
	}
	all.len = builder->used - all.offset;
	return all;
}

char *eu_redact_line(struct eu_redact *redact, const char *args, size_t len)
{
	eu_auto_free struct eu_builder *builder = malloc(sizeof(*builder));

	if (!builder)
		return NULL;
	eu_builder_begin(builder, 0);
	put_arguments(redact, args, len, builder);
	while (builder->used && !builder->bytes[builder->used - 1])
		builder->used--;
	for (size_t i = 0; i < builder->used; i++)
		if (!builder->bytes[i])
			builder->bytes[i] = ' ';
	return strndup(builder->bytes, builder->used);
}

/* The whole record again, and the new arguments behind it; the old ones are wiped. */
static const struct eu_head *redact_exec(struct eu_redact *redact, const struct eu_head *record,
					 struct eu_builder *builder)
{
	const struct eu_event_exec *e = (const void *)record;
	struct eu_event_exec *copy;
	size_t len;
	const char *args = eu_record_text(record, e->args, &len);

	if (!any_match(redact, args, len))
		return record;
	copy = eu_builder_begin(builder, 0);
	eu_builder_text(builder, (const char *)record, record->size);
	memset(builder->bytes + (args - (const char *)record), 0, len);
	copy->args = put_arguments(redact, args, len, builder);
	return eu_builder_end(builder);
}

/* One of the copies of a streamed syscall, padded to 8 bytes; argument vectors are redacted. */
static void put_copy(struct eu_redact *redact, const struct eu_copy *copy, const char *bytes,
		     struct eu_builder *builder)
{
	struct eu_copy head = *copy;
	size_t at = builder->used;

	eu_builder_text(builder, (const char *)&head, sizeof(head));
	if (copy->kind == EU_ARG_STRV)
		head.len = put_arguments(redact, bytes, copy->len, builder).len;
	else
		eu_builder_text(builder, bytes, copy->len);
	memcpy(builder->bytes + at, &head, sizeof(head));
	while (builder->used % 8)
		eu_builder_text(builder, "", 1);
}

/* Calls back for each copy within the bounds of the record; false: stop. */
static void each_copy(const char *copies, size_t len,
		      bool (*each)(void *context, const struct eu_copy *copy, const char *bytes),
		      void *context)
{
	struct eu_copy copy;

	for (size_t at = 0; at + sizeof(copy) <= len; at += sizeof(copy) + ((copy.len + 7) & ~7u)) {
		memcpy(&copy, copies + at, sizeof(copy));
		if (copy.len > len - at - sizeof(copy) ||
		    !each(context, &copy, copies + at + sizeof(copy)))
			return;
	}
}

struct copying {
	struct eu_redact *redact;
	struct eu_builder *builder;
	bool found;
};

static bool look_at_copy(void *context, const struct eu_copy *copy, const char *bytes)
{
	struct copying *copying = context;

	copying->found = copy->kind == EU_ARG_STRV && any_match(copying->redact, bytes, copy->len);
	return !copying->found;
}

static bool take_copy(void *context, const struct eu_copy *copy, const char *bytes)
{
	struct copying *copying = context;

	put_copy(copying->redact, copy, bytes, copying->builder);
	return true;
}

/* A streamed execve has its vector among the copies: they are written again behind the record. */
static const struct eu_head *redact_call(struct eu_redact *redact, const struct eu_head *record,
					 struct eu_builder *builder)
{
	const struct eu_event_syscall *e = (const void *)record;
	struct copying copying = {.redact = redact, .builder = builder};
	struct eu_event_syscall *out;
	size_t len;
	const char *copies = eu_record_text(record, e->copies, &len);

	each_copy(copies, len, look_at_copy, &copying);
	if (!copying.found)
		return record;
	out = eu_builder_begin(builder, 0);
	eu_builder_text(builder, (const char *)record, record->size);
	memset(builder->bytes + (copies - (const char *)record), 0, len);
	while (builder->used % 8)
		eu_builder_text(builder, "", 1);
	out->copies.offset = builder->used;
	each_copy(copies, len, take_copy, &copying);
	out->copies.len = builder->used - out->copies.offset;
	return eu_builder_end(builder);
}

const struct eu_head *eu_redact_record(struct eu_redact *redact, const struct eu_head *record,
				       struct eu_builder *builder)
{
	if (!redact->n)
		return record;
	if (record->type == EU_TYPE(eu_event_exec))
		return redact_exec(redact, record, builder);
	if (record->type == EU_TYPE(eu_event_syscall))
		return redact_call(redact, record, builder);
	return record;
}

void eu_redact_free(struct eu_redact *redact)
{
	if (!redact)
		return;
	for (size_t i = 0; i < redact->n; i++)
		pcre2_code_free(redact->codes[i]);
	free(redact->codes);
	pcre2_match_data_free(redact->match);
	pcre2_match_context_free(redact->limits);
	free(redact);
}

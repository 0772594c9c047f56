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

#define MATCH_LIMIT 100000 /* steps; a pattern that needs more hides the argument from there on */

static const char hidden[] = "[redacted]";

struct range {
	size_t from, to; /* empty: none */
};

struct pattern {
	pcre2_code *code;
	struct range next; /* its next match in the argument at hand */
};

struct eu_redact {
	struct pattern *patterns;
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
	redact->patterns = calloc(n + 1, sizeof(*redact->patterns));
	redact->match = pcre2_match_data_create(1, NULL);
	redact->limits = pcre2_match_context_create(NULL);
	if (!redact->patterns || !redact->match || !redact->limits)
		return eu_fail(err, ENOMEM, "out of memory");
	pcre2_set_match_limit(redact->limits, MATCH_LIMIT);
	for (size_t i = 0; i < n && !ret; i++)
		ret = compile(&redact->patterns[redact->n++].code, patterns[i], err);
	if (!ret)
		*out = eu_take(redact);
	return ret;
}

/* The first match of a pattern in an argument, from START on, that has any text to hide. What is
 * before START is looked at, by ^ and \b and lookbehinds. */
static struct range match_from(struct eu_redact *redact, const struct pattern *pattern,
			       const char *text, size_t len, size_t start)
{
	int found = pcre2_match(pattern->code, (PCRE2_SPTR)text, len, start, PCRE2_NOTEMPTY,
				redact->match, redact->limits);
	PCRE2_SIZE *ends = pcre2_get_ovector_pointer(redact->match);

	if (found == PCRE2_ERROR_NOMATCH)
		return (struct range){0};
	if (found < 0)
		return (struct range){.from = start, .to = len};
	return (struct range){.from = ends[0], .to = ends[1]};
}

static bool any_match_in(struct eu_redact *redact, const char *text, size_t len)
{
	struct range match;

	for (size_t i = 0; i < redact->n; i++) {
		match = match_from(redact, &redact->patterns[i], text, len, 0);
		if (match.from < match.to)
			return true;
	}
	return false;
}

static bool any_match(struct eu_redact *redact, const char *args, size_t len)
{
	for (size_t at = 0; at < len; at += strnlen(args + at, len - at) + 1)
		if (any_match_in(redact, args + at, strnlen(args + at, len - at)))
			return true;
	return false;
}

/* The pattern whose next match begins first; NULL: no pattern has one. */
static struct pattern *leftmost(struct eu_redact *redact)
{
	struct pattern *first = NULL;

	for (size_t i = 0; i < redact->n; i++) {
		struct pattern *pattern = &redact->patterns[i];

		if (pattern->next.from < pattern->next.to &&
		    (!first || pattern->next.from < first->next.from))
			first = pattern;
	}
	return first;
}

/* Takes the leftmost match and what overlaps with it, of whichever patterns; false: no more. */
static bool take_match(struct eu_redact *redact, const char *text, size_t len, struct range *match)
{
	struct pattern *pattern = leftmost(redact);

	if (!pattern)
		return false;
	for (*match = pattern->next; pattern && pattern->next.from < match->to;
	     pattern = leftmost(redact)) {
		if (pattern->next.to > match->to)
			match->to = pattern->next.to;
		pattern->next = match_from(redact, pattern, text, len, pattern->next.to);
	}
	return true;
}

/* One argument with its matches replaced, each by the same word. */
static void put_argument(struct eu_redact *redact, const char *text, size_t len,
			 struct eu_builder *builder)
{
	size_t at = 0;
	struct range match;

	for (size_t i = 0; i < redact->n; i++)
		redact->patterns[i].next = match_from(redact, &redact->patterns[i], text, len, 0);
	while (take_match(redact, text, len, &match)) {
		eu_builder_text(builder, text + at, match.from - at);
		eu_builder_text(builder, hidden, sizeof(hidden) - 1);
		at = match.to;
	}
	eu_builder_text(builder, text + at, len - at);
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
		pcre2_code_free(redact->patterns[i].code);
	free(redact->patterns);
	pcre2_match_data_free(redact->match);
	pcre2_match_context_free(redact->limits);
	free(redact);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <pcre2.h>

#include <eunomia/events.h>
#include <eunomia/argkind.h>
#include <eunomia/syscalls.h>

#include "event_ids.h"

#include "cleanup.h"
#include "redact.h"
#include "schema/emit.h"

#define MATCH_LIMIT 100000 /* steps; a pattern that needs more hides the text from there on */

static const char hidden[] = "[redacted]";

enum { ROOM = 65536 }; /* a string of a record has less */

struct range {
	size_t from, to; /* empty: none */
};

struct text {
	const char *bytes;
	size_t len;
	bool cut; /* there was more */
};

struct eu_redact {
	pcre2_code **patterns;
	size_t n;
	pcre2_match_data *match;
	pcre2_match_context *limits;
	bool hide[ROOM]; /* of the arguments at hand, byte by byte */
	char line[ROOM];
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
		ret = compile(&redact->patterns[redact->n++], patterns[i], err);
	if (!ret)
		*out = eu_take(redact);
	return ret;
}

/* The first match of a pattern in a text, from START on, that has any bytes to hide. What is before
 * START is looked at, by ^ and \b and lookbehinds. What was cut off might have made more of it a
 * match: one that has reached the end counts from its beginning on. */
static struct range match_from(struct eu_redact *redact, const pcre2_code *pattern,
			       const struct text *text, size_t start)
{
	uint32_t options = PCRE2_NOTEMPTY | (text->cut ? PCRE2_PARTIAL_HARD : 0);
	PCRE2_SIZE *ends = pcre2_get_ovector_pointer(redact->match);
	int found;

	if (start >= text->len)
		return (struct range){0};
	found = pcre2_match(pattern, (PCRE2_SPTR)text->bytes, text->len, start, options,
			    redact->match, redact->limits);
	if (found == PCRE2_ERROR_NOMATCH)
		return (struct range){0};
	if (found == PCRE2_ERROR_PARTIAL)
		return (struct range){.from = ends[0], .to = text->len};
	if (found < 0)
		return (struct range){.from = start, .to = text->len};
	return (struct range){.from = ends[0], .to = ends[1]};
}

/* Marks all matches of all patterns; false: there are none. */
static bool mark_text(struct eu_redact *redact, const struct text *text, bool *hide)
{
	bool any = false;

	for (size_t i = 0; i < redact->n; i++) {
		struct range match = match_from(redact, redact->patterns[i], text, 0);

		for (; match.from < match.to;
		     match = match_from(redact, redact->patterns[i], text, match.to)) {
			memset(hide + match.from, true, match.to - match.from);
			any = true;
		}
	}
	return any;
}

/* As people see them, and write patterns for them: with a blank between two. */
static bool mark_line(struct eu_redact *redact, const char *args, size_t len, bool cut)
{
	struct text line = {redact->line, len && !args[len - 1] ? len - 1 : len, cut};

	if (!memchr(args, '\0', line.len))
		return false; /* it is one argument */
	for (size_t i = 0; i < line.len; i++)
		redact->line[i] = args[i] ?: ' ';
	return mark_text(redact, &line, redact->hide);
}

/* In each argument, and in all of them as one line. The last one is what has been cut. */
static bool mark_arguments(struct eu_redact *redact, const char *args, size_t len, bool cut)
{
	bool any = false;

	memset(redact->hide, false, len);
	for (size_t at = 0, one; at < len; at += one + 1) {
		one = strnlen(args + at, len - at);
		any |= mark_text(redact, &(struct text){args + at, one, cut && at + one + 1 >= len},
				 redact->hide + at);
	}
	return mark_line(redact, args, len, cut) || any;
}

/* With what is marked in each argument replaced, each time by the same word. */
static struct eu_str put_arguments(struct eu_redact *redact, const char *args, size_t len,
				   struct eu_builder *builder)
{
	struct eu_str all = {.offset = builder->used};
	const bool *hide = redact->hide;

	for (size_t at = 0, end; at < len; at = end) {
		for (end = at + 1; args[at] && end < len && args[end] && hide[end] == hide[at];)
			end++;
		if (args[at] && hide[at])
			eu_builder_text(builder, hidden, sizeof(hidden) - 1);
		else
			eu_builder_text(builder, args + at, end - at);
	}
	all.len = builder->used - all.offset;
	return all;
}

char *eu_redact_line(struct eu_redact *redact, const char *args, size_t len, bool cut)
{
	eu_auto_free struct eu_builder *builder = malloc(sizeof(*builder));

	if (!builder)
		return NULL;
	len = len < ROOM ? len : ROOM - 1;
	eu_builder_begin(builder, 0);
	mark_arguments(redact, args, len, cut);
	put_arguments(redact, args, len, builder);
	while (builder->used && !builder->bytes[builder->used - 1])
		builder->used--;
	for (size_t i = 0; i < builder->used; i++)
		if (!builder->bytes[i])
			builder->bytes[i] = ' ';
	return strndup(builder->bytes, builder->used);
}

/* The whole record again, and behind it the new text of the member at `at`; the old one is wiped. */
static const struct eu_head *redact_text(struct eu_redact *redact, const struct eu_head *record,
					 size_t at, bool cut, struct eu_builder *builder)
{
	struct eu_str str;
	const char *text;
	size_t len;

	memcpy(&str, (const char *)record + at, sizeof(str));
	text = eu_record_text(record, str, &len);
	if (!mark_arguments(redact, text, len, cut))
		return record;
	eu_builder_begin(builder, 0);
	eu_builder_text(builder, (const char *)record, record->size);
	memset(builder->bytes + (text - (const char *)record), 0, len);
	str = put_arguments(redact, text, len, builder);
	memcpy(builder->bytes + at, &str, sizeof(str));
	return eu_builder_end(builder);
}

static const struct eu_head *redact_exec(struct eu_redact *redact, const struct eu_head *record,
					 struct eu_builder *builder)
{
	const struct eu_event_exec *e = (const void *)record;

	return redact_text(redact, record, offsetof(struct eu_event_exec, args), e->args_cut,
			   builder);
}

/* What a symbolic link says need not be a name. */
static const struct eu_head *redact_symlink(struct eu_redact *redact, const struct eu_head *record,
					    struct eu_builder *builder)
{
	const struct eu_event_symlink *e = (const void *)record;

	return redact_text(redact, record, offsetof(struct eu_event_symlink, target.path),
			   e->target.path_state & EU_PATH_TRUNCATED, builder);
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
	const char *call; /* its name */
	struct {
		char text[2 * 4096];
		size_t len;
	} option; /* fsconfig's key and "=" */
	bool found;
};

/* Strings (a mount's options) and bytes; of names only what a symbolic link says. */
static bool may_be_hidden(const struct copying *copying, const struct eu_copy *copy)
{
	switch (copy->kind) {
	case EU_ARG_STRV:
	case EU_ARG_STR:
	case EU_ARG_TEXT_IN:
	case EU_ARG_BUF_IN:
	case EU_ARG_BUF_OUT:
		return true;
	case EU_ARG_OPTION_IN:
	case EU_ARG_OPTION_OUT:
		return copy->len != sizeof(int32_t); /* a number */
	case EU_ARG_TEXT_OUT:
		return strcmp(copying->call, "getcwd");
	case EU_ARG_PATH:
		return copy->arg == 0 && !strncmp(copying->call, "symlink", 7);
	}
	return false;
}

static bool is_fsconfig(const struct copying *copying)
{
	return !strcmp(copying->call, "fsconfig");
}

static bool is_cut(const struct eu_copy *copy)
{
	return copy->flags & (EU_COPY_TRUNCATED | EU_COPY_FAULTED);
}

/* fsconfig has an option's name and value apart that were one argument of mount. */
static bool is_hidden_value(struct copying *copying, const struct eu_copy *copy, const char *bytes)
{
	size_t key = copying->option.len, room = sizeof(copying->option.text) - key;
	size_t len = copy->len < room ? copy->len : room;

	if (!is_fsconfig(copying) || copy->arg != 3 || copy->kind != EU_ARG_STR || !key)
		return false;
	memcpy(copying->option.text + key, bytes, len);
	memset(copying->redact->hide, false, key + len);
	mark_text(copying->redact,
		  &(struct text){copying->option.text, key + len, len < copy->len || is_cut(copy)},
		  copying->redact->hide);
	return memchr(copying->redact->hide + key, true, len);
}

static void keep_key(struct copying *copying, const struct eu_copy *copy, const char *bytes)
{
	if (!is_fsconfig(copying) || copy->arg != 2 || copy->kind != EU_ARG_STR ||
	    copy->len >= sizeof(copying->option.text) / 2)
		return;
	memcpy(copying->option.text, bytes, copy->len);
	copying->option.text[copy->len] = '=';
	copying->option.len = copy->len + 1;
}

static bool look_at_copy(void *context, const struct eu_copy *copy, const char *bytes)
{
	struct copying *copying = context;

	keep_key(copying, copy, bytes);
	copying->found = may_be_hidden(copying, copy) &&
			 (mark_arguments(copying->redact, bytes, copy->len, is_cut(copy)) ||
			  is_hidden_value(copying, copy, bytes));
	return !copying->found;
}

/* One of the copies of a streamed syscall, padded to 8 bytes. */
static bool take_copy(void *context, const struct eu_copy *copy, const char *bytes)
{
	struct copying *copying = context;
	struct eu_builder *builder = copying->builder;
	struct eu_copy head = *copy;
	size_t at = builder->used;

	keep_key(copying, copy, bytes);
	eu_builder_text(builder, (const char *)&head, sizeof(head));
	if (is_hidden_value(copying, copy, bytes))
		head.len = eu_builder_text(builder, hidden, sizeof(hidden) - 1).len;
	else if (may_be_hidden(copying, copy) &&
		 mark_arguments(copying->redact, bytes, copy->len, is_cut(copy)))
		head.len = put_arguments(copying->redact, bytes, copy->len, builder).len;
	else
		eu_builder_text(builder, bytes, copy->len);
	memcpy(builder->bytes + at, &head, sizeof(head));
	while (builder->used % 8)
		eu_builder_text(builder, "", 1);
	return true;
}

/* The record again, without the copies: they come last, and there is not room for two of them. */
static void put_without(const struct eu_head *record, const char *copies, size_t len,
			struct eu_builder *builder)
{
	size_t at = copies - (const char *)record;
	bool last = at + len + 8 > record->size; /* but for a padding */

	eu_builder_text(builder, (const char *)record, last ? at : record->size);
	if (at + len <= builder->used)
		memset(builder->bytes + at, 0, len);
}

/* What a streamed call's pointers point to is written again behind the record. */
static const struct eu_head *redact_call(struct eu_redact *redact, const struct eu_head *record,
					 struct eu_builder *builder)
{
	const struct eu_event_syscall *e = (const void *)record;
	const struct eu_syscall *call = eu_emit_syscall_of(e->nr);
	struct copying copying;
	struct eu_event_syscall *out;
	size_t len;
	const char *copies = eu_record_text(record, e->copies, &len);

	copying.redact = redact;
	copying.builder = builder;
	copying.call = call ? call->name : "";
	copying.option.len = 0;
	copying.found = false;
	each_copy(copies, len, look_at_copy, &copying);
	if (!copying.found)
		return record;
	out = eu_builder_begin(builder, 0);
	put_without(record, copies, len, builder);
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
	if (record->type == EU_TYPE(eu_event_symlink))
		return redact_symlink(redact, record, builder);
	if (record->type == EU_TYPE(eu_event_syscall))
		return redact_call(redact, record, builder);
	return record;
}

void eu_redact_free(struct eu_redact *redact)
{
	if (!redact)
		return;
	for (size_t i = 0; i < redact->n; i++)
		pcre2_code_free(redact->patterns[i]);
	free(redact->patterns);
	pcre2_match_data_free(redact->match);
	pcre2_match_context_free(redact->limits);
	free(redact);
}

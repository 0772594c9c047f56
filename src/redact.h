/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Secrets in command lines, and in strings that system calls take: what matches a pattern never
 * leaves the first stage.
 *
 * A pattern applies to each argument on its own, and to all of them as a line, with a blank between
 * two: `--password \S+` hides two arguments, and `.*` what is in all that follow. fsconfig's key
 * and value are one argument, with a = between; nothing stays of a value in which a match ends.
 * What it matches (from \K on, if it has one) is replaced by "[redacted]" in each argument, so that
 * `(?i)password=\K\S*` keeps the name and hides the value. Each match of each pattern is, whatever
 * the others match; those that overlap or touch are one. A match without text is none. Where
 * arguments have been cut, one that could have gone on behind the cut is a match from its beginning.
 */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>

#include "world/record.h"

struct eu_redact;

/* Is it a pattern? -EINVAL with the place in it. */
int eu_redact_check(const char *pattern, struct eu_error *err);
/* -EINVAL as above. */
int eu_redact_new(struct eu_redact **out, const char *const *patterns, size_t n,
		  struct eu_error *err);
/* The record itself when nothing in it matches, else a copy in the builder. */
const struct eu_head *eu_redact_record(struct eu_redact *redact, const struct eu_head *record,
				       struct eu_builder *builder);
/* Arguments, each with a NUL behind it, as a line: malloc'd, or NULL. Cut: there was more. */
char *eu_redact_line(struct eu_redact *redact, const char *args, size_t len, bool cut);
void eu_redact_free(struct eu_redact *redact);

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Expressions over the fields of an event:
 *
 *	file.path ^= "/etc/" && process.user.id != 0
 *
 * Operators: == != < <= > >=, ^= (begins with), $= (ends with), *= (contains), ~ (PCRE2 match),
 * in (a, b, …), && || ! and parentheses; a field alone is true when it is present and not zero.
 * A comparison with a field that the event does not have is false: with one that is not shown, that
 * is, but flags and capabilities of which none is set are none, and what is not shown as true is
 * false.
 *
 * Values are quoted ("…" or '…', with \" \\ \n \t \r \xNN) or bare words of letters, digits and
 * _ . / : - + @ %. What they mean is up to the field: numbers (12, 0x1f, 0644), durations (10ms),
 * errnos (result == ENOENT), signals, system calls and other names; for flags == asks whether all
 * of "O_CREAT|O_EXCL" are set; for addresses == and in take networks (10.0.0.0/8). Text operators
 * see a value as tables show it, argument vectors joined by spaces. A pattern that would take too
 * long does not match.
 *
 * container.labels.KEY is a label, as text. args.NAME is an argument of a system call: a number where
 * it is one, else as tables show it; of a descriptor the number, and args.NAME.path what it is. Members
 * of what is shown as an object follow in the same way: args.addr.port, args.how.flags.
 */
#pragma once

#include <eunomia/error.h>
#include <eunomia/event.h>

#pragma GCC visibility push(default)

struct eu_filter;

/* -EINVAL with a sentence that has the column and, for an unknown field, or a value that the field
 * never has where all its values have names, the nearest names. */
int eu_filter_new(struct eu_filter **out, const char *expression, struct eu_error *err);
bool eu_filter_match(const struct eu_filter *filter, const struct eu_event *event);
void eu_filter_free(struct eu_filter *filter);

#pragma GCC visibility pop

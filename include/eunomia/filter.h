/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Expressions over the fields of an event:
 *
 *	file.path ^= "/etc/" && process.user.id != 0
 *
 * Operators: == != < <= > >=, ^= (begins with), $= (ends with), *= (contains), ~ (PCRE2 match),
 * in (a, b, …), && || ! and parentheses; a field alone is true when it is present and not zero.
 * A comparison with a field that the event does not have is false, but flags and capabilities of
 * which none is set are none, and what is not so is false. An event has what it could show: all that
 * `eunomia list fields` names can be asked for (container.cgroup, container.created), whether the
 * output at hand shows it or not. seq alone is given later.
 *
 * Values are quoted ("…" or '…', with \" \\ \n \t \r \xNN) or bare words of letters, digits and
 * _ . / : - + @ %. What they mean is up to the field: numbers (12, 0x1f, 0644), durations (10ms),
 * errnos (result == ENOENT), signals, system calls and other names; for flags == asks whether all
 * of "O_CREAT|O_EXCL" are set; for addresses == and in take networks (10.0.0.0/8). Text operators
 * see a value as tables show it, argument vectors joined by spaces. A pattern that would take too
 * long does not match.
 *
 * Of a list (args of an exec, args.argv) == asks whether one of its elements is that, or all of
 * them as tables show them; != whether neither is so.
 *
 * container.labels.KEY is a label, as text. args.NAME is an argument of a system call: a number where
 * it is one, else as tables show it; of a descriptor the number. Members of what JSON shows as an
 * object follow in the same way, however deep: args.fd.path, args.addr.port, args.how.flags,
 * args.msg.msg_name.port; behind a list they are those of any of its elements (args.ufds.fd).
 * args_state.NAME is what is said of that argument.
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

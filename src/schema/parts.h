/* SPDX-License-Identifier: Apache-2.0 */
/* Which parts of fields have names of their own: args.NAME and the members of what is shown of it,
 * args_state.NAME, container.labels.KEY. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* The name of the field that a name is a part of; NULL: none. What follows it goes to *part. */
const char *eu_part_of(const char *name, const char **part);
/* Can an event have this part? False, and why holds the end of a sentence that says it. */
bool eu_part_is_known(const char *name, char *why, size_t size);
/* Writes `; did you mean "args.fd"?` for "fd", or the empty string where nothing has that argument.
 * Returns out. */
char *eu_part_hint(char *out, size_t size, const char *name);

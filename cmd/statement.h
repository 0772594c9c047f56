/* SPDX-License-Identifier: Apache-2.0 */
/* Whether that was all: what every output of a session ends with. */
#pragma once

#include <stdint.h>

#include <eunomia/session.h>

/* One line: "complete: 3 events so far, nothing lost", or what was lost. */
void statement_say(struct eu_session *session, uint64_t n, const char *what, const char *when);
#define STATEMENT_UNWRITTEN "not all of it was written"
/* The same, where not even what was not lost has reached its reader. */
void statement_say_unwritten(struct eu_session *session, uint64_t n, const char *what);
/* Only what else may be missing: names, and containers of a command; nothing where that is not so. */
void statement_say_trouble(struct eu_session *session);
/* "3 file in web (ring), 1 syscall in host (scratch)", malloc'd; NULL when nothing was lost. */
char *statement_lost(struct eu_session *session);

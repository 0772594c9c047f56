/* SPDX-License-Identifier: Apache-2.0 */
/* Messages for programs that read them: what a command said, line by line. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#pragma GCC visibility push(default)

/* Writes one line: {"time":…,"level":"error","message":…}, or "TIME LEVEL MESSAGE" as text.
 * Control bytes in the text are escaped either way. time: wall clock, ns. 0 or -errno. */
int eu_message_write(int fd, bool json, uint64_t time, const char *level, const char *text);

#pragma GCC visibility pop

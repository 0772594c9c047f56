/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <stdbool.h>

/* 0: not a terminal, or of unknown width. */
unsigned terminal_width(int fd);
/* when: "auto", "always", "never"; auto honours NO_COLOR (no-color.org) and TERM=dumb. */
bool terminal_color(int fd, const char *when);
/* The text, malloc'd. Control characters, those that turn the direction of text, and bytes that are
 * not UTF-8 are \xNN: a terminal takes orders from them, and a container must not give any. */
char *terminal_text(const char *text);

// SPDX-License-Identifier: Apache-2.0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "terminal.h"

unsigned terminal_width(int fd)
{
	struct winsize size;

	return ioctl(fd, TIOCGWINSZ, &size) ? 0 : size.ws_col;
}

bool terminal_color(int fd, const char *when)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (strcmp(when, "auto"))
		return !strcmp(when, "always");
	return isatty(fd) && !(no && *no) && term && strcmp(term, "dumb");
}

/* Length of the UTF-8 character here; 0 when none begins here. */
static size_t character_at(const unsigned char *at)
{
	size_t n = 0;

	if (*at < 0x80)
		return 1;
	if (*at >= 0xc2 && *at < 0xf5)
		n = *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
	for (size_t i = 1; i < n; i++)
		if ((at[i] & 0xc0) != 0x80)
			return 0;
	return n;
}

/* Characters that steer a terminal or turn the text around: C0, DEL and C1, line and paragraph
 * separators, bidirectional overrides. */
static bool is_steering(const unsigned char *at, size_t n)
{
	if (n == 1)
		return *at < 0x20 || *at == 0x7f;
	if (n == 2)
		return at[0] == 0xc2 && at[1] < 0xa0;
	if (n != 3 || at[0] != 0xe2)
		return false;
	return (at[1] == 0x80 && at[2] >= 0xa8 && at[2] <= 0xae) ||
	       (at[1] == 0x81 && at[2] >= 0xa6 && at[2] <= 0xa9);
}

char *terminal_text(const char *text)
{
	char *out = malloc(4 * strlen(text) + 1), *at = out;

	if (!out)
		abort(); /* a few bytes: nothing sensible is left to do */
	while (*text) {
		size_t n = character_at((const unsigned char *)text);
		bool plain = n && !is_steering((const unsigned char *)text, n);

		for (n = n ?: 1; n; n--)
			if (plain)
				*at++ = *text++;
			else
				at += sprintf(at, "\\x%02x", (unsigned char)*text++);
	}
	*at = '\0';
	return out;
}

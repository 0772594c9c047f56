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

/* How many bytes here are a control character: C0 and DEL are one, C1 is two in UTF-8. */
static size_t control_at(const unsigned char *at)
{
	if (*at < 0x20 || *at == 0x7f)
		return 1;
	return at[0] == 0xc2 && at[1] >= 0x80 && at[1] < 0xa0 ? 2 : 0;
}

char *terminal_text(const char *text)
{
	char *out = malloc(4 * strlen(text) + 1), *at = out;

	if (!out)
		abort(); /* a few bytes: nothing sensible is left to do */
	while (*text) {
		size_t control = control_at((const unsigned char *)text);

		if (!control)
			*at++ = *text++;
		for (; control; control--)
			at += sprintf(at, "\\x%02x", (unsigned char)*text++);
	}
	*at = '\0';
	return out;
}

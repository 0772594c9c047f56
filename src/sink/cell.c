/* SPDX-License-Identifier: Apache-2.0 */
#include "cell.h"

struct range {
	uint32_t first, last;
};

static bool within(const struct range *ranges, size_t n, uint32_t c)
{
	for (size_t i = 0; i < n; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

/* The blocks that matter of Unicode's EastAsianWidth.txt and of its combining marks. wcwidth(3)
 * would depend on the program's locale, which a library does not set. */
static unsigned width_of(uint32_t c)
{
	static const struct range wide[] = {
	    {0x1100, 0x115f}, {0x2e80, 0xa4cf},   {0xac00, 0xd7a3},
	    {0xf900, 0xfaff}, {0xfe30, 0xfe6f},   {0xff00, 0xff60},
	    {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd},
	};
	static const struct range none[] = {
	    {0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},
	    {0x64b, 0x65f},   {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f},
	    {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff},
	};

	if (c < 0x300)
		return 1;
	if (within(none, sizeof(none) / sizeof(none[0]), c))
		return 0;
	return 1 + within(wide, sizeof(wide) / sizeof(wide[0]), c);
}

/* The character at s, which is valid UTF-8; *len is how many bytes it has. */
static uint32_t decode(const unsigned char *s, size_t left, size_t *len)
{
	size_t n = *s < 0x80 ? 1 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3 : 4;
	uint32_t c = n == 1 ? *s : *s & (0x7f >> n);

	if (n > left)
		n = left;
	for (size_t i = 1; i < n; i++)
		c = c << 6 | (s[i] & 0x3f);
	*len = n;
	return c;
}

/* How many bytes of text fit into width columns; *used is how many of those they take. */
static size_t fit(const char *text, size_t len, size_t width, size_t *used)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t at = 0, n;

	*used = 0;
	for (; at < len; at += n) {
		unsigned columns = width_of(decode(s + at, len - at, &n));

		if (*used + columns > width)
			break;
		*used += columns;
	}
	return at;
}

size_t eu_cell_width(const char *text, size_t len)
{
	size_t used;

	fit(text, len, SIZE_MAX, &used);
	return used;
}

void eu_cell_put(struct eu_bytes *bytes, const char *text, size_t len, size_t width, bool pad)
{
	size_t used, n = fit(text, len, width, &used);

	if (n < len) {
		n = fit(text, len, width ? width - 1 : 0, &used);
		eu_bytes_put(bytes, text, n);
		if (width)
			eu_bytes_puts(bytes, "…");
		used += !!width;
	} else {
		eu_bytes_put(bytes, text, n);
	}
	for (; pad && used < width; used++)
		eu_bytes_char(bytes, ' ');
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Foreign bytes as text that is always valid UTF-8, and that gives the bytes back.
 *
 * A byte 0xe9 that is not part of valid UTF-8 becomes the four characters \xe9. So that this is
 * the only meaning of \xe9, a backslash that a name really has before x and two lower-case hex
 * digits becomes \x5c. All other text stays as it is. One substitution goes back:
 * \\x([0-9a-f]{2}) → that byte.
 */
#include "bytes.h"

static const char hex_digits[] = "0123456789abcdef";

/* What JSON does with an ASCII byte: 0 itself, 'u' \u00XX, else the letter behind a backslash;
 * 'B': a backslash, 'M': a byte of a multi-byte sequence. */
static const char class[256] = {
    [0x00 ... 0x07] = 'u', ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n',
    [0x0b] = 'u',          ['\f'] = 'f', ['\r'] = 'r', [0x0e ... 0x1f] = 'u',
    ['"'] = '"',           ['\\'] = 'B', [0x7f] = 'u', [0x80 ... 0xff] = 'M',
};

static bool is_hex(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

static bool looks_escaped(const unsigned char *s, size_t left)
{
	return left >= 4 && s[1] == 'x' && is_hex(s[2]) && is_hex(s[3]);
}

static bool continues(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* Length of the well-formed sequence at s (Unicode 15, table 3-7), 0: there is none. */
static size_t sequence(const unsigned char *s, size_t left)
{
	if (s[0] < 0xc2 || s[0] > 0xf4 || left < 2 || !continues(s[1]))
		return 0;
	if (s[0] < 0xe0)
		return 2;
	if (left < 3 || !continues(s[2]))
		return 0;
	if (s[0] == 0xe0 && s[1] < 0xa0)
		return 0; /* overlong */
	if (s[0] == 0xed && s[1] > 0x9f)
		return 0; /* surrogate */
	if (s[0] < 0xf0)
		return 3;
	if (left < 4 || !continues(s[3]))
		return 0;
	if (s[0] == 0xf0 && s[1] < 0x90)
		return 0; /* overlong */
	if (s[0] == 0xf4 && s[1] > 0x8f)
		return 0; /* above U+10FFFF */
	return 4;
}

/* Characters that steer a terminal or turn the text around: C1 controls (U+0080 … U+009F),
 * line and paragraph separators and bidirectional overrides (U+2028 … U+202E, U+2066 … U+2069). */
static bool is_steering(const unsigned char *s, size_t n)
{
	if (n == 1)
		return *s < 0x20 || *s == 0x7f;
	if (n == 2)
		return s[0] == 0xc2 && s[1] < 0xa0;
	if (n != 3 || s[0] != 0xe2)
		return false;
	return (s[1] == 0x80 && s[2] >= 0xa8 && s[2] <= 0xae) ||
	       (s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9);
}

static char *put_byte(char *to, unsigned char byte)
{
	*to++ = '\\';
	*to++ = 'x';
	*to++ = hex_digits[byte >> 4];
	*to++ = hex_digits[byte & 15];
	return to;
}

static char *json_short(char *to, unsigned char c)
{
	char how = class[c];

	*to++ = '\\';
	*to++ = how;
	if (how != 'u')
		return to;
	*to++ = '0';
	*to++ = '0';
	*to++ = hex_digits[c >> 4];
	*to++ = hex_digits[c & 15];
	return to;
}

/* The character at s that is not plain; *to moves behind what was written for it. */
static size_t json_special(char **to, const unsigned char *s, size_t left)
{
	size_t n;

	if (class[*s] == 'M') {
		n = sequence(s, left);
		if (n) {
			memcpy(*to, s, n);
			*to += n;
			return n;
		}
	} else if (*s != '\\') {
		*to = json_short(*to, *s);
		return 1;
	} else if (!looks_escaped(s, left)) {
		*(*to)++ = '\\';
		*(*to)++ = '\\';
		return 1;
	}
	*(*to)++ = '\\';
	*to = put_byte(*to, *s);
	return 1;
}

#define ONES 0x0101010101010101ull
#define HIGH 0x8080808080808080ull

/* Non-zero if one of eight bytes is a control, a quote, a backslash, DEL or above. A borrow may
 * point at a plain byte behind a special one; that only costs a second look. */
static uint64_t special(uint64_t word)
{
	uint64_t control = word - ONES * 0x20;
	uint64_t quote = (word ^ ONES * '"') - ONES;
	uint64_t backslash = (word ^ ONES * '\\') - ONES;
	uint64_t del = word + ONES;

	return (control | quote | backslash | del | word) & HIGH;
}

/* Copies plain text; returns how much of it was plain. */
static size_t copy_plain(char *to, const unsigned char *from, size_t len)
{
	size_t n = 0;

	for (; len - n >= 8; n += 8) {
		uint64_t word;

		memcpy(&word, from + n, 8);
		memcpy(to + n, &word, 8);
		if (special(word))
			break;
	}
	for (; n < len && !class[from[n]]; n++)
		to[n] = from[n];
	return n;
}

/* Plain text is copied, the rest goes through special one character at a time. */
static inline __attribute__((always_inline)) void
escape(struct eu_bytes *bytes, const char *text, size_t len,
       size_t (*special_char)(char **to, const unsigned char *s, size_t left))
{
	const unsigned char *from = (const unsigned char *)text;

	while (len) {
		size_t step = len < 1024 ? len : 1024, n = 0;
		char *begin = eu_bytes_room(bytes, EU_BYTES_ROOM), *to = begin;

		for (;;) {
			size_t plain = copy_plain(to, from + n, step - n);

			to += plain;
			n += plain;
			if (n == step)
				break;
			n += special_char(&to, from + n, len - n);
			if (n >= step)
				break;
		}
		bytes->len += to - begin;
		from += n;
		len -= n;
	}
}

void eu_bytes_json(struct eu_bytes *bytes, const char *text, size_t len)
{
	escape(bytes, text, len, json_special);
}

/* One character for people: as it is where it is printable, else by its bytes. */
static size_t text_special(char **to, const unsigned char *s, size_t left)
{
	size_t n = *s < 0x80 ? 1 : sequence(s, left);

	if (!n || is_steering(s, n) || (*s == '\\' && looks_escaped(s, left))) {
		*to = put_byte(*to, *s);
		return 1;
	}
	memcpy(*to, s, n);
	*to += n;
	return n;
}

void eu_bytes_text(struct eu_bytes *bytes, const char *text, size_t len)
{
	escape(bytes, text, len, text_special);
}

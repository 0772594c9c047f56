/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "bytes.h"

static const char digit_pairs[200] = "00010203040506070809"
				     "10111213141516171819"
				     "20212223242526272829"
				     "30313233343536373839"
				     "40414243444546474849"
				     "50515253545556575859"
				     "60616263646566676869"
				     "70717273747576777879"
				     "80818283848586878889"
				     "90919293949596979899";

static const char hex_digits[] = "0123456789abcdef";

int eu_bytes_init(struct eu_bytes *bytes, size_t size)
{
	if (size < EU_BYTES_ROOM)
		size = EU_BYTES_ROOM;
	*bytes = (struct eu_bytes){.data = malloc(size), .size = size};
	return bytes->data ? 0 : -ENOMEM;
}

void eu_bytes_free(struct eu_bytes *bytes)
{
	if (!bytes->borrowed)
		free(bytes->data);
	*bytes = (struct eu_bytes){0};
}

static char *enlarge(struct eu_bytes *bytes, size_t size)
{
	char *data;

	if (!bytes->borrowed)
		return realloc(bytes->data, size);
	data = malloc(size);
	if (data)
		memcpy(data, bytes->data, bytes->len);
	return data;
}

void eu_bytes_grow(struct eu_bytes *bytes, size_t more)
{
	size_t size = bytes->size * 2 + more;
	char *data = size <= EU_BYTES_LIMIT ? enlarge(bytes, size) : NULL;

	if (!data) {
		bytes->failed = true;
		bytes->len = bytes->base;
		return;
	}
	bytes->data = data;
	bytes->size = size;
	bytes->borrowed = false;
}

/* Writes the digits so that they end before end; returns where they begin. */
static char *digits_before(char *end, uint64_t value)
{
	while (value >= 100) {
		end -= 2;
		memcpy(end, digit_pairs + value % 100 * 2, 2);
		value /= 100;
	}
	if (value >= 10) {
		end -= 2;
		memcpy(end, digit_pairs + value * 2, 2);
	} else {
		*--end = '0' + value;
	}
	return end;
}

static unsigned count_digits(uint64_t value)
{
	unsigned n = 1;

	for (; value >= 10000; value /= 10000)
		n += 4;
	return n + (value >= 10) + (value >= 100) + (value >= 1000);
}

void eu_bytes_u64(struct eu_bytes *bytes, uint64_t value)
{
	unsigned n = count_digits(value);

	digits_before(eu_bytes_room(bytes, 20) + n, value);
	bytes->len += n;
}

void eu_bytes_i64(struct eu_bytes *bytes, int64_t value)
{
	if (value < 0) {
		eu_bytes_char(bytes, '-');
		eu_bytes_u64(bytes, -(uint64_t)value);
	} else {
		eu_bytes_u64(bytes, value);
	}
}

void eu_bytes_hex(struct eu_bytes *bytes, uint64_t value)
{
	unsigned n = value ? (67 - __builtin_clzll(value)) / 4 : 1;
	char *at = eu_bytes_room(bytes, n) + n;

	for (unsigned i = 0; i < n; i++, value >>= 4)
		*--at = hex_digits[value & 15];
	bytes->len += n;
}

void eu_bytes_padded(struct eu_bytes *bytes, uint32_t value, unsigned digits)
{
	char *at = eu_bytes_room(bytes, digits);

	for (unsigned i = digits; i; i--, value /= 10)
		at[i - 1] = '0' + value % 10;
	bytes->len += digits;
}

/* "2026-11-22T03:14:01." of the second that was asked for last: nearly always the same one. */
struct second {
	uint64_t second;
	char text[20];
};

static void write_second(struct second *cache, uint64_t second)
{
	time_t t = second;
	struct tm tm;
	char text[64];

	if (!gmtime_r(&t, &tm) || tm.tm_year > 8099)
		memcpy(text, "9999-12-31T23:59:59.", sizeof(cache->text));
	else
		strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S.", &tm);
	memcpy(cache->text, text, sizeof(cache->text));
	cache->second = second;
}

void eu_bytes_time(struct eu_bytes *bytes, uint64_t ns)
{
	static _Thread_local struct second cache = {.second = UINT64_MAX};
	uint64_t second = ns / 1000000000;
	uint32_t fraction = ns % 1000000000;
	char *at = eu_bytes_room(bytes, 30);

	if (second != cache.second)
		write_second(&cache, second);
	memcpy(at, cache.text, sizeof(cache.text));
	at += sizeof(cache.text);
	*at = '0' + fraction / 100000000;
	fraction %= 100000000;
	memcpy(at + 1, digit_pairs + fraction / 1000000 * 2, 2);
	memcpy(at + 3, digit_pairs + fraction / 10000 % 100 * 2, 2);
	memcpy(at + 5, digit_pairs + fraction / 100 % 100 * 2, 2);
	memcpy(at + 7, digit_pairs + fraction % 100 * 2, 2);
	at[9] = 'Z';
	bytes->len += 30;
}

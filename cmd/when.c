// SPDX-License-Identifier: Apache-2.0
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cmd.h"
#include "say.h"
#include "when.h"

#define NS_PER_MS 1000000ull
#define NS_PER_S 1000000000ull

/* ".302574418" to nanoseconds; advances. */
static uint64_t parse_fraction(const char **at)
{
	uint64_t ns = 0, unit = NS_PER_S / 10;

	if (**at != '.')
		return 0;
	for (++*at; isdigit((unsigned char)**at); ++*at, unit /= 10)
		ns += unit * (**at - '0');
	return ns;
}

/* "Z", "+02:00", or nothing: the zone of this host. False: something else. */
static bool to_seconds(time_t *out, struct tm *tm, const char *zone)
{
	struct tm offset = {};
	const char *end;

	if (!*zone) {
		tm->tm_isdst = -1;
		*out = mktime(tm);
		return true;
	}
	*out = timegm(tm);
	if (!strcmp(zone, "Z"))
		return true;
	end = strptime(zone + 1, "%H:%M", &offset);
	if ((*zone != '+' && *zone != '-') || !end || *end)
		return false;
	*out -= (*zone == '+' ? 1 : -1) * (offset.tm_hour * 3600 + offset.tm_min * 60);
	return true;
}

static bool parse_absolute(uint64_t *out, const char *text, uint64_t start)
{
	static const char *const forms[] = {"%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S",
					    "%Y-%m-%dT%H:%M",    "%Y-%m-%d %H:%M",
					    "%Y-%m-%d",          "%H:%M:%S",
					    "%H:%M"};
	time_t day = start / NS_PER_S, seconds;

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct tm tm = {};
		const char *rest;
		uint64_t ns;

		if (forms[i][1] == 'H')
			localtime_r(&day, &tm);
		tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
		rest = strptime(text, forms[i], &tm);
		ns = rest ? parse_fraction(&rest) : 0;
		if (!rest || !to_seconds(&seconds, &tm, rest) || seconds < 0)
			continue;
		*out = seconds * NS_PER_S + ns;
		return true;
	}
	return false;
}

int when_parse(uint64_t *out, const char *text, uint64_t start, uint64_t end,
	       struct eu_error *err)
{
	uint64_t ms;

	if ((*text == '+' || *text == '-') && !eu_parse_duration(&ms, text + 1)) {
		*out = *text == '+' ? start + ms * NS_PER_MS : end - ms * NS_PER_MS;
		return 0;
	}
	if (parse_absolute(out, text, start))
		return 0;
	return eu_fail(err, EINVAL,
		       "\"%s\" is no time: 2026-11-22T03:14:01Z, \"2026-11-22 03:14\", 03:14, +90s "
		       "(from the beginning) or -5m (before the end) are", text);
}

/* ---- --from and --to ---- */

static struct {
	const char *from, *to;
} chosen;

const struct eu_option_group when_options = {
    .title = "Time",
    .options = (const struct eu_option[]){
	{.name = "from",
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.from,
	 .argument = "WHEN",
	 .help = "Of recordings, only what came then or later: 2026-11-22T03:14:01Z, "
		 "\"2026-11-22 03:14\", 03:14 (local time), +90s (from the beginning), -5m (before "
		 "the end)."},
	{.name = "to",
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.to,
	 .argument = "WHEN",
	 .help = "Only what came then or earlier."},
	{},
    },
};

const char *when_asked(void)
{
	return chosen.from ? "--from" : chosen.to ? "--to" : NULL;
}

static const char *day_and_time(char text[32], uint64_t ns)
{
	time_t seconds = ns / 1000000000;
	struct tm utc;

	strftime(text, 32, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&seconds, &utc));
	return text;
}

/* An empty answer is no answer to who got the day wrong. */
static void say_if_outside(uint64_t from, uint64_t to, const struct eu_recording_info *info)
{
	char first[32], last[32];

	if (from <= info->to && to >= info->from)
		return;
	say("nothing was recorded then: this recording is of %s to %s",
	    day_and_time(first, info->from), day_and_time(last, info->to));
}

int when_choose(uint64_t *from, uint64_t *to, const struct eu_recording_info *info)
{
	struct eu_error err;

	if (chosen.from && when_parse(from, chosen.from, info->started, info->to, &err))
		return say_failure(EU_EXIT_USAGE, &err);
	if (chosen.to && when_parse(to, chosen.to, info->started, info->to, &err))
		return say_failure(EU_EXIT_USAGE, &err);
	if (!chosen.to || *from <= *to) {
		say_if_outside(*from, chosen.to ? *to : UINT64_MAX, info);
		return 0;
	}
	say_error("--from %s is after --to %s", chosen.from, chosen.to);
	return EU_EXIT_USAGE;
}

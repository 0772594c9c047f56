// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <eunomia/message.h>

#include "output.h"
#include "say.h"
#include "terminal.h"

static int file = -1;
static bool file_json, file_failed;

static void say_file(const char *level, const char *text)
{
	struct timespec now;
	int ret;

	if (file < 0)
		return;
	clock_gettime(CLOCK_REALTIME, &now);
	ret = eu_message_write(file, file_json, now.tv_sec * 1000000000ull + now.tv_nsec, level,
			       text);
	if (ret && !file_failed)
		fprintf(stderr, "eunomia: messages cannot be written to the file for them: %s\n",
			strerror(-ret));
	file_failed = ret;
}

static void say_level(const char *level, const char *format, va_list args)
{
	char text[1024], *clean;

	vsnprintf(text, sizeof(text), format, args);
	clean = terminal_text(text);
	fprintf(stderr, "eunomia: %s\n", clean);
	free(clean);
	say_file(level, text);
}

void say_error(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_level("error", format, args);
	va_end(args);
}

void say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_level("info", format, args);
	va_end(args);
}

int say_failure(int code, const struct eu_error *err)
{
	say_error("%s", err->text);
	return code;
}

int say_to_file(const char *path, bool json, struct eu_error *err)
{
	int fd = output_open(path, err);

	if (fd < 0)
		return fd;
	/* Messages of earlier runs stay; a pipe knows no end to go to. */
	lseek(fd, 0, SEEK_END);
	file = fd;
	file_json = json;
	return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <eunomia/message.h>

#include "output.h"
#include "say.h"
#include "terminal.h"

static int file = -1;
static bool file_json, file_failed, file_inherited;
static bool beside_data, beside_json; /* standard error is where data goes */

static struct {
	int (*wait)(void *context, int fd, bool patient);
	void *context;
	bool gave_up;
} waiting;

void say_wait(int (*wait)(void *context, int fd, bool patient), void *context)
{
	waiting.wait = wait;
	waiting.context = context;
}

static int wait_for(int fd)
{
	int ret = waiting.wait ? waiting.wait(waiting.context, fd, !waiting.gave_up) : 0;

	waiting.gave_up |= ret == -ETIMEDOUT;
	return ret;
}

static int write_message(int fd, bool json, const char *level, const char *text)
{
	struct timespec now;
	int ret = wait_for(fd);

	if (ret)
		return ret;
	clock_gettime(CLOCK_REALTIME, &now);
	return eu_message_write(fd, json, now.tv_sec * 1000000000ull + now.tv_nsec, level, text);
}

static void say_file(const char *level, const char *text)
{
	int ret;

	if (file < 0)
		return;
	ret = write_message(file, file_json, level, text);
	if (ret && !file_failed && !wait_for(STDERR_FILENO))
		fprintf(stderr, "eunomia: messages cannot be written to the file for them: %s\n",
			strerror(-ret));
	file_failed = ret;
}

static void say_stderr(const char *level, const char *text)
{
	char *clean;

	if (beside_json) {
		write_message(STDERR_FILENO, true, level, text);
		return;
	}
	if (wait_for(STDERR_FILENO))
		return;
	clean = terminal_text(text);
	fprintf(stderr, "eunomia: %s\n", clean);
	free(clean);
}

static void say_level(const char *level, bool known, const char *format, va_list args)
{
	char text[1024];

	vsnprintf(text, sizeof(text), format, args);
	if (!known)
		say_stderr(level, text);
	say_file(level, text);
}

void say_error(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_level("error", false, format, args);
	va_end(args);
}

void say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_level("info", false, format, args);
	va_end(args);
}

void say_status(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_level("info", beside_data, format, args);
	va_end(args);
}

int say_failure(int code, const struct eu_error *err)
{
	say_error("%s", err->text);
	return code;
}

void say_beside(int fd, bool json)
{
	struct stat data, messages;

	beside_data = !isatty(STDERR_FILENO) && !fstat(fd, &data) &&
		      !fstat(STDERR_FILENO, &messages) && data.st_dev == messages.st_dev &&
		      data.st_ino == messages.st_ino;
	beside_json = beside_data && json;
}

int say_check_apart(int fd, const char *path, struct eu_error *err)
{
	if (file < 0 || !output_is_one_file(fd, file) ||
	    (file_inherited && output_is_inherited(path)))
		return 0;
	return eu_fail(err, EINVAL,
		       "%s is the file of messages (--errors, errors-path), too: they would be "
		       "written over each other; choose another file",
		       path);
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
	file_inherited = output_is_inherited(path);
	return 0;
}

// SPDX-License-Identifier: Apache-2.0
/*
 * Offers every program of a BPF object to the verifier, one at a time.
 *   verify OBJECT
 * Prints "loads NAME" or "refused NAME" with the end of the verifier's log; exits 1 if any was.
 * Programs that the kernel has no hook for ("?" in front of the section, and absent) are named
 * "absent". The loader proper leaves those out as well.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <bpf/libbpf.h>

#define LINES 30 /* of a log that are shown */

static char said[4 << 20];
static size_t said_len;

static int keep(enum libbpf_print_level level, const char *format, va_list args)
{
	int len;

	if (level == LIBBPF_DEBUG)
		return 0;
	len = vsnprintf(said + said_len, sizeof(said) - said_len, format, args);
	if (len > 0)
		said_len += len;
	if (said_len >= sizeof(said))
		said_len = sizeof(said) - 1;
	return 0;
}

static const char *last_lines(const char *text, int lines)
{
	const char *at = text + strlen(text);

	while (at > text && lines >= 0)
		lines -= *--at == '\n';
	return at > text ? at + 1 : text;
}

static void only(struct bpf_object *object, const char *name)
{
	struct bpf_program *program;

	bpf_object__for_each_program(program, object)
		bpf_program__set_autoload(program, !strcmp(bpf_program__name(program), name));
}

static bool verified(const char *path, const char *name)
{
	struct bpf_object *object = bpf_object__open(path);
	bool absent;
	int err;

	if (!object)
		return false;
	only(object, name);
	said_len = 0;
	said[0] = 0;
	err = bpf_object__load(object);
	bpf_object__close(object);
	absent = err == -ESRCH || strstr(said, "failed to find kernel BTF type ID");
	printf("%s %s\n", !err ? "loads" : absent ? "absent" : "refused", name);
	if (err && !absent)
		printf("%s\n%s\n", strerror(-err), last_lines(said, LINES));
	fflush(stdout);
	return !err || absent;
}

int main(int argc, char **argv)
{
	struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
	struct bpf_program *program = NULL;
	struct bpf_object *object;
	int refused = 0;

	if (argc != 2)
		return 2;
	setrlimit(RLIMIT_MEMLOCK, &all); /* 5.10 counts maps against it */
	libbpf_set_strict_mode(LIBBPF_STRICT_ALL);
	libbpf_set_print(keep);
	object = bpf_object__open(argv[1]);
	if (!object) {
		fputs(said, stderr);
		return 2;
	}
	while ((program = bpf_object__next_program(object, program)))
		refused += !verified(argv[1], bpf_program__name(program));
	bpf_object__close(object);
	return refused ? 1 : 0;
}

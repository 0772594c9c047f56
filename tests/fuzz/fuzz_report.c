// SPDX-License-Identifier: Apache-2.0
/*
 * Reports that were written: any bytes are compared with themselves, or refused in a sentence that
 * begins with the path; a report does not differ from itself. With libFuzzer, build it against a
 * libeunomia that is built with -fsanitize=fuzzer-no-link,address,undefined:
 *
 *	./fuzz_report -max_total_time=60 -max_len=65536 CORPUS tests/fuzz/seeds/report
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <eunomia/diff.h>

#include "cleanup.h"

static void require(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "does not hold: %s\n", what);
	abort();
}

static void differ_freep(struct eu_differ **differ)
{
	eu_differ_free(*differ);
}

static void write_both(const struct eu_diff *diff)
{
	const struct eu_diff_style style = {.width = 60, .names = {"a", "b"}};
	eu_auto_close int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	eu_diff_write_json(diff, null);
	eu_diff_write_page(diff, null, &style);
}

static void compare(const char *path)
{
	const struct eu_diff_options options = {0};
	eu_cleanup(differ_freep) struct eu_differ *differ = NULL;
	struct eu_diff_saved told = {0};
	const struct eu_diff *diff;
	struct eu_error err = {""};
	int ret;

	require(!eu_differ_new(&differ, &options, &err), "memory");
	ret = eu_differ_add_saved(differ, EU_DIFF_A, path, NULL, &told, &err);
	if (!ret)
		ret = eu_differ_add_saved(differ, EU_DIFF_B, path, NULL, &told, &err);
	require(!ret || strchr(err.text, ':'), "a refusal says of what");
	if (ret)
		return;
	require(!eu_differ_compare(differ, &diff, &err), "memory");
	require(!diff->differs, "a report is as itself");
	write_both(diff);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	eu_auto_close int fd = memfd_create("report", MFD_CLOEXEC);
	char path[64];

	if (fd < 0 || write(fd, data, size) != (ssize_t)size)
		return 0;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	eu_diff_is_saved(path);
	compare(path);
	return 0;
}

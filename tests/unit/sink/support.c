/* SPDX-License-Identifier: Apache-2.0 */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support.h"

int temporary_file(void)
{
	int fd = memfd_create("output", MFD_CLOEXEC);

	assert_true(fd >= 0);
	return fd;
}

char *read_file(int fd)
{
	struct stat st;
	char *text;

	assert_int_equal(fstat(fd, &st), 0);
	text = calloc(1, st.st_size + 1);
	assert_non_null(text);
	assert_int_equal(pread(fd, text, st.st_size, 0), st.st_size);
	return text;
}

char *print_event(const struct eu_sink_options *options, const struct eu_event *event)
{
	int fd = temporary_file();
	struct eu_error err = {""};
	struct eu_sink *sink;
	char *text;

	if (eu_sink_new(&sink, fd, options, &err))
		fail_msg("%s", err.text);
	if (event)
		assert_int_equal(eu_sink_event(sink, event), 0);
	assert_int_equal(eu_sink_flush(sink), 0);
	eu_sink_free(sink);
	text = read_file(fd);
	close(fd);
	return text;
}

char *print_json(const struct eu_event *event)
{
	return print_event(&(struct eu_sink_options){.format = EU_SINK_JSON}, event);
}

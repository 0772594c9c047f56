/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "bpf/shared.h"
#include "bpf/specs.h"
#include "eunomia.skel.h"

#include "cleanup.h"
#include "source/iterators.h"

#define PIECE 16384 /* theirs are not larger, and the kernel's buffer has room for two */

bool eu_is_iterator(const struct bpf_program *program)
{
	const char *section = bpf_program__section_name(program);

	return !strncmp(section + (*section == '?'), "iter/", 5);
}

/* What was read of an iterator: the kernel gives it in pieces that do not end where records do. */
struct reading {
	size_t len;
	union {
		struct eu_head head;
		char bytes[2 * PIECE]; /* of a record not yet whole, and the next piece */
	};
};

/* Hands over what is whole, keeps the rest. */
static int take_records(struct reading *reading,
			void (*say)(void *context, const struct eu_head *record), void *context)
{
	const struct eu_head *record = &reading->head;
	size_t at = 0;

	while (reading->len - at >= sizeof(*record)) {
		record = (const struct eu_head *)(reading->bytes + at);
		if (record->size < sizeof(*record) || record->size > PIECE || record->size % 8)
			return -EPROTO;
		if (record->size > reading->len - at)
			break;
		say(context, record);
		at += record->size;
	}
	reading->len -= at;
	memmove(reading->bytes, reading->bytes + at, reading->len);
	return 0;
}

/* Reading to the end is what runs it; most write nothing. */
static int read_all(int fd, void (*say)(void *context, const struct eu_head *record), void *context)
{
	eu_auto_free struct reading *reading = malloc(sizeof(*reading));
	int ret = reading ? 0 : -ENOMEM;
	ssize_t len = 1;

	if (reading)
		reading->len = 0;
	while (!ret && len) {
		len = read(fd, reading->bytes + reading->len, PIECE);
		if (len < 0 && errno != EAGAIN)
			return -errno;
		if (len > 0)
			reading->len += len;
		ret = take_records(reading, say, context);
	}
	return ret;
}

static int run(const struct bpf_program *program,
	       void (*say)(void *context, const struct eu_head *record), void *context)
{
	struct bpf_link *link = bpf_program__attach_iter(program, NULL);
	eu_auto_close int fd = link ? bpf_iter_create(bpf_link__fd(link)) : -errno;
	int ret = fd < 0 ? fd : read_all(fd, say, context);

	bpf_link__destroy(link);
	return ret;
}

static int run_or_fail(const struct bpf_program *program,
		       void (*say)(void *context, const struct eu_head *record), void *context,
		       struct eu_error *err)
{
	int ret = run(program, say, context);

	return ret ? eu_fail(err, -ret, "cannot run the program %s: %s",
			     bpf_program__name(program), strerror(-ret)) : 0;
}

int eu_iterators_starts(struct eunomia_bpf *bpf,
			void (*say)(void *context, const struct eu_head *record), void *context,
			struct eu_error *err)
{
	return run_or_fail(bpf->progs.found_starts, say, context, err);
}

int eu_iterators_run(struct eunomia_bpf *bpf,
		     void (*say)(void *context, const struct eu_head *record), void *context,
		     struct eu_error *err)
{
	struct bpf_program *program;

	bpf_object__for_each_program(program, bpf->obj) {
		int ret = 0;

		if (eu_is_iterator(program) && bpf_program__autoload(program) &&
		    program != bpf->progs.found_starts)
			ret = run_or_fail(program, say, context, err);
		if (ret)
			return ret;
	}
	return 0;
}

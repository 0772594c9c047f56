/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "bpf/shared.h"
#include "bpf/shared.h"
#include "bpf/specs.h"
#include "eunomia.skel.h"

#include "cleanup.h"
#include "source/iterators.h"

bool eu_is_iterator(const struct bpf_program *program)
{
	const char *section = bpf_program__section_name(program);

	return !strncmp(section + (*section == '?'), "iter/", 5);
}

/* It writes nothing: reading to the end is what runs it. */
static int run(const struct bpf_program *program)
{
	struct bpf_link *link = bpf_program__attach_iter(program, NULL);
	eu_auto_close int fd = link ? bpf_iter_create(bpf_link__fd(link)) : -errno;
	ssize_t len = fd < 0 ? fd : 1;
	char rest[64];

	while (len > 0 || (len < 0 && errno == EAGAIN && fd >= 0))
		len = read(fd, rest, sizeof(rest));
	bpf_link__destroy(link);
	return len < 0 ? -errno : 0;
}

int eu_iterators_run(struct eunomia_bpf *bpf, struct eu_error *err)
{
	struct bpf_program *program;

	bpf_object__for_each_program(program, bpf->obj) {
		int ret;

		if (!eu_is_iterator(program) || !bpf_program__autoload(program))
			continue;
		ret = run(program);
		if (ret)
			return eu_fail(err, -ret, "cannot run the program %s: %s",
				       bpf_program__name(program), strerror(-ret));
	}
	return 0;
}

// SPDX-License-Identifier: Apache-2.0
/* eunomia version */
#include <stdio.h>
#include <sys/utsname.h>

#include <eunomia/schema.h>

#include "cmd.h"

static int run(const struct eu_cmd *cmd)
{
	size_t n, shown = 0;
	const struct eu_event_desc *all = eu_schema_events(&n);
	struct utsname uts;

	for (size_t i = 0; i < n; i++)
		shown += !all[i].internal;
	printf("eunomia %s\nevents  %zu\n", EUNOMIA_VERSION, shown);
	if (!uname(&uts))
		printf("kernel  %s %s\n", uts.release, uts.machine);
	return EU_EXIT_OK;
}

const struct eu_cmd eu_cmd_version = {
    .name = "version",
    .summary = "say which Eunomia this is, and on which kernel",
    .usage = "",
    .about = "For bug reports. eunomia --version prints one line.",
    .run = run,
};

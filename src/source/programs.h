/* SPDX-License-Identifier: Apache-2.0 */
/* Which programs of the object are loaded, and where each is hooked in: read from their tags. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <eunomia/error.h>

struct bpf_link;
struct bpf_program;
struct eunomia_bpf;
struct eu_live_options;

/* Before loading: turns on what the wanted events need and this kernel has. */
int eu_programs_choose(struct eunomia_bpf *bpf, const struct eu_live_options *options,
		       struct eu_error *err);
/* Does the program tell where names led to? */
bool eu_program_resolves(const struct bpf_program *program);

struct eu_links {
	struct bpf_link **all;
	size_t n;
};

/* After loading: fills the dispatch tables and attaches the rest. On failure some are attached. */
int eu_programs_attach(struct eu_links *links, struct eunomia_bpf *bpf,
		       const struct eu_live_options *options, struct eu_error *err);
void eu_programs_detach(struct eu_links *links);

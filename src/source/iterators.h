/* SPDX-License-Identifier: Apache-2.0 */
/* Programs that look once at what is there already: BPF iterators. */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>
#include <eunomia/record.h>

struct bpf_program;
struct eunomia_bpf;

bool eu_is_iterator(const struct bpf_program *program);
/* Hands over a `start` record of each process that is there. */
int eu_iterators_starts(struct eunomia_bpf *bpf,
			void (*say)(void *context, const struct eu_head *record), void *context,
			struct eu_error *err);
/* Runs the others that were loaded, each to its end, and hands over the records that they write. */
int eu_iterators_run(struct eunomia_bpf *bpf,
		     void (*say)(void *context, const struct eu_head *record), void *context,
		     struct eu_error *err);

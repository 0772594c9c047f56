/* SPDX-License-Identifier: Apache-2.0 */
/* Programs that look once at what is there already: BPF iterators. */
#pragma once

#include <stdbool.h>

#include <eunomia/error.h>

struct bpf_program;
struct eunomia_bpf;

bool eu_is_iterator(const struct bpf_program *program);
/* Runs those that were loaded, each to its end. */
int eu_iterators_run(struct eunomia_bpf *bpf, struct eu_error *err);

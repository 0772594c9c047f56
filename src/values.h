/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Arguments that are counted by value, because a seccomp profile can narrow a call by them, or
 * because they tell what a container needs: clone3() has its flags behind a pointer, which no
 * filter sees.
 */
#pragma once

#include <stdint.h>

#include <eunomia/syscalls.h>

#define EU_VALUES_MAX 3

struct eu_values_spec {
	const char *call;
	uint8_t kind;      /* for the kernel side: enum eu_valued */
	uint8_t arg;       /* the first of them */
	uint8_t n;         /* how many */
	const char *name;  /* of the one that is no argument, and its flags; or NULL */
	const char *flags;
};

/* NULL when none of its arguments is counted. */
const struct eu_values_spec *eu_values_spec(const struct eu_syscall *call);

/* SPDX-License-Identifier: Apache-2.0 */
/* What the generated files hold, for tables.c alone. */
#pragma once

#include <eunomia/syscalls.h>

struct eu_syscall_table {
	const struct eu_syscall *calls; /* by number */
	size_t n_calls;
	const uint16_t *by_number; /* 1 + index into calls, 0: no such call */
	size_t n_numbers;
	const uint16_t *by_name; /* indexes into calls, by name */
	const struct eu_syscall_case *cases;
	size_t n_cases;
	const struct eu_control *controls;
	size_t n_controls;
};

/* What follows the family in a socket's address. */
struct eu_address {
	uint16_t family;
	const struct eu_struct *layout;
};

struct eu_set_name {
	const char *name;
	const char *doc;
};

extern const struct eu_syscall_table eu_syscalls_x86_64, eu_syscalls_i386, eu_syscalls_arm64;

/* Sorted by name. */
extern const struct eu_flagset *const eu_flagsets_x86[], *const eu_flagsets_arm64[];
extern const size_t eu_n_flagsets_x86, eu_n_flagsets_arm64;

/* Numbers of Eunomia's own, from include/eunomia/events.h. */
extern const struct eu_flagset *const eu_flagsets_own[];
extern const size_t eu_n_flagsets_own;

extern const struct eu_address eu_addresses[];
extern const size_t eu_n_addresses;

extern const struct eu_set_name eu_set_names[];
extern const unsigned eu_n_set_names;

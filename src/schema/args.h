/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The arguments of one system call as values, by what the tables say they are.
 *
 * A number is a number, or a name where there is one; a pointer that was copied is what it points
 * to, and one that was not is its address as text ("0x7ffd…"), so that the two cannot be taken for
 * each other; NULL is null. Copies may come from a file: their lengths are not believed.
 */
#pragma once

#include <eunomia/syscalls.h>

#include "emit.h"

struct eu_args {
	enum eu_abi abi;
	const struct eu_syscall *call;
	uint64_t raw[6];    /* registers, as the kernel got them */
	const void *copies; /* struct eu_copy, one after the other; may be NULL */
	size_t copies_len;
	int64_t result;
};

/* One member per argument into the object that is open. */
void eu_args_emit(struct eu_emit *out, const struct eu_args *args);

/* The names of argument i's values, by what the other arguments are; or NULL. */
const struct eu_flagset *eu_args_table(const struct eu_args *args, unsigned i);

/* The names of what a level has, such as SOL_TCP's options ("sockopt"); or NULL. */
const struct eu_flagset *eu_args_names_of_level(enum eu_abi abi, const char *what,
						const char *level);

/* The value of argument i, i < call->n_args, alone. */
void eu_args_emit_one(struct eu_emit *out, const char *key, const struct eu_args *args, unsigned i);

/* Which of EU_COPY_TRUNCATED and EU_COPY_FAULTED any of the copies has. */
unsigned eu_copies_flags(const char *copies, size_t len);
/* Is there an argument that is not whole? And a member for each that is not, with how. */
bool eu_args_has_state(const struct eu_args *args);
void eu_args_emit_state(struct eu_emit *out, const struct eu_args *args);

/* SPDX-License-Identifier: Apache-2.0 */
/* Ownership that the reader can see: who frees is said where the variable is declared. */
#pragma once

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define eu_cleanup(function) __attribute__((cleanup(function)))

static inline void eu_freep(void *p)
{
	free(*(void **)p);
}

static inline void eu_closep(int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

static inline void eu_fclosep(FILE **file)
{
	if (*file)
		fclose(*file);
}

static inline void eu_closedirp(DIR **dir)
{
	if (*dir)
		closedir(*dir);
}

#define eu_auto_free eu_cleanup(eu_freep)
#define eu_auto_close eu_cleanup(eu_closep)
#define eu_auto_fclose eu_cleanup(eu_fclosep)
#define eu_auto_closedir eu_cleanup(eu_closedirp)

/* Hands a resource over: the variable no longer owns it. */
#define eu_take(p)                    \
	({                            \
		typeof(p) _taken = p; \
		(p) = NULL;           \
		_taken;               \
	})

static inline int eu_take_fd(int *fd)
{
	int taken = *fd;

	*fd = -1;
	return taken;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* -- COMMAND: a child that exists before the session and executes after its start. */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

#include <eunomia/error.h>

struct command {
	char **argv;
	pid_t pid;      /* 0: there is none */
	int release_fd; /* a byte lets it go on; closing it ends it */
	int failure_fd; /* the errno of an exec that failed comes from here */
	bool ended;
	int status; /* of waitpid */
};

int command_prepare(struct command *command, char **argv, struct eu_error *err);
void command_release(struct command *command);
/* On SIGCHLD: true when it has just ended. */
bool command_reap(struct command *command);
/* Waits, if need be; what the shell would show: 128+n for a signal, 126 and 127 with a sentence. */
int command_exit_code(struct command *command);

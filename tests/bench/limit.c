/* SPDX-License-Identifier: Apache-2.0 */
/* Holds empty programs on the syscall hooks until stdin ends.  limit OBJECT exit|both */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <bpf/libbpf.h>

static int attach(struct bpf_object *object, const char *name)
{
	struct bpf_program *program = bpf_object__find_program_by_name(object, name);

	return program && bpf_program__attach(program) ? 0 : -1;
}

int main(int argc, char **argv)
{
	struct bpf_object *object = argc == 3 ? bpf_object__open(argv[1]) : NULL;
	char byte;

	if (!object || bpf_object__load(object) || attach(object, "on_exit") ||
	    (!strcmp(argv[2], "both") && attach(object, "on_enter"))) {
		fprintf(stderr, "limit: cannot load %s\n", argc > 1 ? argv[1] : "");
		return 1;
	}
	puts("ready");
	fflush(stdout);
	while (read(0, &byte, 1) > 0)
		;
	return 0;
}

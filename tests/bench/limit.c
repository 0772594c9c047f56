/* SPDX-License-Identifier: Apache-2.0 */
/* Holds least programs on the syscall hooks until stdin ends.  limit OBJECT exit|both|send */
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <bpf/libbpf.h>

static int attach(struct bpf_object *object, const char *name)
{
	struct bpf_program *program = bpf_object__find_program_by_name(object, name);

	return program && bpf_program__attach(program) ? 0 : -1;
}

/* Every millisecond all that was sent is done with. */
static void drain_until_end(struct bpf_object *object)
{
	int ring = bpf_object__find_map_fd_by_name(object, "ring");
	long page = sysconf(_SC_PAGESIZE);
	volatile unsigned long *read_to = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_SHARED, ring, 0);
	volatile unsigned long *sent_to = mmap(NULL, page, PROT_READ, MAP_SHARED, ring, page);
	struct pollfd in = {.fd = 0, .events = POLLIN};
	char byte;

	if (read_to == MAP_FAILED || sent_to == MAP_FAILED)
		return;
	do
		*read_to = *sent_to;
	while (!poll(&in, 1, 1) || read(0, &byte, 1) > 0);
}

int main(int argc, char **argv)
{
	struct bpf_object *object = argc == 3 ? bpf_object__open(argv[1]) : NULL;
	const char *at_exit = argc == 3 && !strcmp(argv[2], "send") ? "on_exit_send" : "on_exit";

	if (!object || bpf_object__load(object) || attach(object, at_exit) ||
	    (!strcmp(argv[2], "both") && attach(object, "on_enter"))) {
		fprintf(stderr, "limit: cannot load %s\n", argc > 1 ? argv[1] : "");
		return 1;
	}
	puts("ready");
	fflush(stdout);
	drain_until_end(object);
	return 0;
}

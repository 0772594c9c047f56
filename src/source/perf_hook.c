/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/perf_event.h>

#include <bpf/btf.h>
#include <bpf/libbpf.h>

#include "cleanup.h"
#include "source/perf_hook.h"

enum { MAX_PATH = 128 };

/* Came with the change that made them so (commit 57918341dd19). */
bool eu_syscall_hooks_preempted(const struct btf *kernel)
{
	return btf__find_by_name_kind(kernel, "trace_call_bpf_faultable", BTF_KIND_FUNC) > 0;
}

/* The root of tracefs: where it is mounted, or a mount that nobody else sees. */
static int open_tracefs(void)
{
	eu_auto_close int context = -1;
	int root = open("/sys/kernel/tracing/events", O_PATH | O_CLOEXEC);

	if (root >= 0) {
		close(root);
		return open("/sys/kernel/tracing", O_PATH | O_CLOEXEC);
	}
	context = fsopen("tracefs", FSOPEN_CLOEXEC);
	if (context < 0 || fsconfig(context, FSCONFIG_CMD_CREATE, NULL, NULL, 0))
		return -1;
	return fsmount(context, FSMOUNT_CLOEXEC, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV);
}

static int tracepoint_id(const char *name)
{
	eu_auto_close int root = open_tracefs();
	eu_auto_close int file = -1;
	char path[MAX_PATH], text[16] = {};
	int id;

	if (root < 0)
		return -1;
	snprintf(path, sizeof(path), "events/raw_syscalls/%s/id", name);
	file = openat(root, path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || read(file, text, sizeof(text) - 1) <= 0 || sscanf(text, "%d", &id) != 1)
		return -1;
	return id;
}

/* On one CPU; its program runs on all, because it belongs to the tracepoint. */
static int open_event(const char *name)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_TRACEPOINT, .size = sizeof(attr)};
	int id = tracepoint_id(name);

	if (id < 0)
		return -1;
	attr.config = id;
	return syscall(SYS_perf_event_open, &attr, -1, 0, -1, PERF_FLAG_FD_CLOEXEC);
}

bool eu_has_perf_hooks(void)
{
	eu_auto_close int event = open_event("sys_exit");

	return event >= 0;
}

static int attach(const struct bpf_program *program, long cookie, struct bpf_link **link)
{
	const char *section = bpf_program__section_name(program);
	eu_auto_close int event = open_event(strchr(section, '/') + 1);

	if (event < 0)
		return -errno;
	*link = bpf_program__attach_perf_event(program, event);
	if (!*link)
		return -errno;
	eu_take_fd(&event); /* the link's now */
	return 0;
}

static bool in_use;

static void use(void)
{
	LIBBPF_OPTS(libbpf_prog_handler_opts, handler, .prog_attach_fn = attach);
	struct btf *kernel = btf__load_vmlinux_btf();

	in_use = kernel && eu_syscall_hooks_preempted(kernel) && eu_has_perf_hooks() &&
		 libbpf_register_prog_handler("tp_btf/sys_exit", BPF_PROG_TYPE_TRACEPOINT, 0,
					      &handler) > 0 &&
		 libbpf_register_prog_handler("tp_btf/sys_enter", BPF_PROG_TYPE_TRACEPOINT, 0,
					      &handler) > 0;
	btf__free(kernel);
}

bool eu_use_perf_hooks(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, use);
	return in_use;
}

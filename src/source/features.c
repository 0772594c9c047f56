/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <linux/bpf.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

#include "source/features.h"
#include "source/perf_hook.h"

enum {
	MAX_HOOKS = 2,
	MAX_NAME = 128,
};

/* The public part, and how the kernel is asked: one of the hooks, and the helper, and the type, and
 * the trial. */
struct feature {
	struct eu_feature pub;
	const char *hooks[MAX_HOOKS]; /* sections of programs */
	const char *helper;           /* value of enum bpf_func_id */
	const char *type;             /* a struct in the kernel's BTF */
	bool (*trial)(const struct btf *kernel);
};

static bool sees_every_call(const struct btf *kernel)
{
	return !eu_syscall_hooks_preempted(kernel) || eu_has_perf_hooks();
}

static const struct feature table[] = {
    {
	.pub = {"type information", "CONFIG_DEBUG_INFO_BTF",
		"no program can be fitted to this kernel", true},
	.type = "task_struct",
    },
    {
	.pub = {"system calls", "the tracepoints of raw_syscalls (CONFIG_FTRACE_SYSCALLS)",
		"no system call is seen", true},
	.hooks = {"tp_btf/sys_exit"},
    },
    {
	.pub = {"every system call of busy CPUs",
		"programs that no other task interrupts (Linux 7.1 and older), or perf events on "
		"tracepoints (CONFIG_PERF_EVENTS, tracefs)",
		"calls are missed, and counted, while another task of the CPU is preempted in one",
		false},
	.trial = sees_every_call,
    },
    {
	.pub = {"rings", "BPF ring buffers (Linux 5.8)", "no record can be handed over", true},
	.helper = "BPF_FUNC_ringbuf_output",
    },
    {
	.pub = {"containers", "control groups and their tracepoints (CONFIG_CGROUPS)",
		"containers are known by their PID namespaces only", false},
	.hooks = {"tp_btf/cgroup_mkdir"},
    },
    {
	.pub = {"capability checks",
		"the tracepoint cap_capable (Linux 6.14), or fexit programs on functions",
		"`capability` events are missing, and reports name no capabilities", false},
	.hooks = {"tp_btf/cap_capable", "fexit/cap_capable"},
    },
    {
	.pub = {"capability checks by capset", "the tracepoint cap_capable (Linux 6.14)",
		"what the kernel's own rules for capset(2), and for mmap(2) below vm.mmap_min_addr, "
		"ask for (CAP_SETPCAP, CAP_SYS_RAWIO) is not seen, as the compiler puts the check "
		"into them", false},
	.hooks = {"tp_btf/cap_capable"},
    },
    {
	.pub = {"execveat", "the tracepoint sched_prepare_exec (Linux 6.10), or fentry programs on "
		"functions and CONFIG_SECURITY",
		"reports count an execveat(2) of AT_FDCWD that succeeded as execve(2)", false},
	.hooks = {"tp_btf/sched_prepare_exec", "fentry/security_bprm_committing_creds"},
    },
    {
	.pub = {"links in names",
		"fentry programs on functions, for some of them CONFIG_SECURITY_PATH",
		"what is removed, renamed, made or changed has the name as passed, marked `raw`",
		false},
	.hooks = {"fentry/security_path_unlink"},
    },
    {
	.pub = {"scripts", "fentry programs on functions",
		"of a script that is executed no more is told than its name and its interpreter",
		false},
	.hooks = {"fentry/bprm_change_interp"},
    },
    {
	.pub = {"connections", "the tracepoint inet_sock_set_state (Linux 4.16, CONFIG_INET)",
		"the end of TCP connections and their bytes are not seen", false},
	.hooks = {"tp_btf/inet_sock_set_state"},
    },
    {
	.pub = {"ports of datagrams", "fexit programs on functions",
		"which container of a shared network namespace has a UDP port is known only when it is "
		"watched with `udp` or `close` events, and has bound the port or sent from it",
		false},
	.hooks = {"fexit/udp_lib_get_port"},
    },
    {
	.pub = {"direct reading of tasks", "bpf_get_current_task_btf (Linux 5.11)",
		"each call of a container costs some nanoseconds more", false},
	.helper = "BPF_FUNC_get_current_task_btf",
    },
    {
	.pub = {"registers of tasks", "bpf_task_pt_regs (Linux 5.15)",
		"they are looked for where stacks of 16 KiB have them", false},
	.helper = "BPF_FUNC_task_pt_regs",
    },
};

#define N_FEATURES (sizeof(table) / sizeof(*table))

/* A kernel may have trampolines and refuse them all the same: only a trial tells. */
static bool try_fexit(int function)
{
	static const struct bpf_insn nothing[] = {
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0},
	    {.code = BPF_JMP | BPF_EXIT},
	};
	LIBBPF_OPTS(bpf_prog_load_opts, options, .expected_attach_type = BPF_TRACE_FEXIT,
		    .attach_btf_id = function);
	int program = bpf_prog_load(BPF_PROG_TYPE_TRACING, "trial", "GPL", nothing, 2, &options);
	int link;

	if (program < 0)
		return false;
	link = bpf_raw_tracepoint_open(NULL, program);
	close(program);
	if (link >= 0)
		close(link);
	return link >= 0;
}

static bool has_fexit(const struct btf *kernel, const char *function)
{
	static int allowed = -1;
	int id = btf__find_by_name_kind(kernel, function, BTF_KIND_FUNC);

	if (id < 0)
		return false;
	if (allowed < 0)
		allowed = try_fexit(id);
	return allowed;
}

bool eu_hook_exists(const struct btf *kernel, const char *section)
{
	char name[MAX_NAME];

	section += *section == '?';
	if (!strncmp(section, "fexit/", 6))
		return has_fexit(kernel, section + 6);
	if (!strncmp(section, "fentry/", 7))
		return has_fexit(kernel, section + 7);
	if (strncmp(section, "tp_btf/", 7))
		return true;
	snprintf(name, sizeof(name), "btf_trace_%s", section + 7);
	return btf__find_by_name_kind(kernel, name, BTF_KIND_TYPEDEF) > 0;
}

static bool has_enum_value(const struct btf *kernel, const char *name, const char *value)
{
	int id = btf__find_by_name_kind(kernel, name, BTF_KIND_ENUM);
	const struct btf_type *type = id > 0 ? btf__type_by_id(kernel, id) : NULL;

	for (int i = 0; type && i < btf_vlen(type); i++)
		if (!strcmp(btf__name_by_offset(kernel, btf_enum(type)[i].name_off), value))
			return true;
	return false;
}

const struct eu_feature *eu_features(size_t *n)
{
	static struct eu_feature all[N_FEATURES];

	for (size_t i = 0; i < N_FEATURES; i++)
		all[i] = table[i].pub;
	*n = N_FEATURES;
	return all;
}

static bool has_hook(const struct btf *kernel, const struct feature *feature)
{
	bool found = !feature->hooks[0];

	for (int i = 0; i < MAX_HOOKS && !found; i++)
		found = feature->hooks[i] && eu_hook_exists(kernel, feature->hooks[i]);
	return found;
}

static bool is_present(const struct btf *kernel, const struct feature *feature)
{
	if (feature->type && btf__find_by_name_kind(kernel, feature->type, BTF_KIND_STRUCT) < 0)
		return false;
	if (feature->helper && !has_enum_value(kernel, "bpf_func_id", feature->helper))
		return false;
	if (feature->trial && !feature->trial(kernel))
		return false;
	return has_hook(kernel, feature);
}

void eu_features_present(bool *present)
{
	libbpf_print_fn_t print = libbpf_set_print(NULL); /* what is missing is the answer */
	struct btf *kernel = btf__load_vmlinux_btf();

	libbpf_set_print(print);
	for (size_t i = 0; i < N_FEATURES; i++)
		present[i] = kernel && is_present(kernel, &table[i]);
	btf__free(kernel);
}

size_t eu_features_missing(char *out, size_t size)
{
	bool present[N_FEATURES];
	size_t len = 0;

	eu_features_present(present);
	if (size)
		*out = '\0';
	for (size_t i = 0; i < N_FEATURES; i++)
		if (!present[i])
			len += snprintf(len < size ? out + len : NULL, len < size ? size - len : 0,
					"%sno %s: %s; needs %s", len ? ". " : "", table[i].pub.name,
					table[i].pub.without, table[i].pub.needs);
	return len;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

#include <eunomia/schema.h>
#include <eunomia/syscalls.h>

#include "bpf/shared.h"
#include "bpf/specs.h"
#include "eunomia.skel.h"
#include "event_ids.h"
#include "schema/btf.h"
#include "schema/schema.h"
#include "source/features.h"
#include "source/iterators.h"
#include "source/live.h"
#include "source/programs.h"
#include "source/specs.h"
#include "values.h"

#define MAX_WORD 64

/* The next word of a blank-separated list; false at its end. */
static bool next_word(const char **list, char word[MAX_WORD])
{
	size_t len;

	*list += strspn(*list, " ");
	len = strcspn(*list, " ");
	if (!len || len >= MAX_WORD)
		return false;
	memcpy(word, *list, len);
	word[len] = '\0';
	*list += len;
	return true;
}

static const char *program_tag(const struct btf *btf, const struct bpf_program *program,
			       const char *key)
{
	int id = btf__find_by_name_kind(btf, bpf_program__name(program), BTF_KIND_FUNC);

	return id < 0 ? NULL : eu_btf_tag(btf, id, -1, key);
}

static bool serves_wanted(const char *events, const struct eu_live_options *options)
{
	char name[MAX_WORD];

	while (next_word(&events, name)) {
		const struct eu_event_desc *desc = eu_schema_find_any(name);

		if (!desc)
			continue;
		if (desc->id == EU_TYPE(eu_event_counts) && options->count)
			return true;
		if (desc->id < options->n_events && options->events[desc->id])
			return true;
	}
	return false;
}

/* Is what the program hooks into there, and not the better place, if it names one? */
static bool hook_exists(const struct btf *btf, const struct btf *kernel,
			const struct bpf_program *program)
{
	const char *better = program_tag(btf, program, "unless:");

	return eu_hook_exists(kernel, bpf_program__section_name(program)) &&
	       !(better && eu_hook_exists(kernel, better));
}

/* Does a call that the program serves change what the picture of the world has of a process? */
static bool changes_picture(const struct btf *btf, const struct bpf_program *program)
{
	const char *calls = program_tag(btf, program, "exit:");

	return calls && strchr(calls, '!');
}

static bool any_plan(const uint16_t *plans, uint16_t bits)
{
	for (size_t i = 0; i < EU_CALLS; i++)
		if (plans[i] & bits)
			return true;
	return false;
}

/* Where calls are looked at, those that change the picture are, too; what is told by other hooks
 * says itself who the process is, or has to be told of it. */
static void choose_for_picture(struct eunomia_bpf *bpf, const struct eu_live_options *options)
{
	const struct btf *btf = bpf_object__btf(bpf->obj);
	bool needed = any_plan(options->plans, UINT16_MAX);
	struct bpf_program *program;

	bpf_object__for_each_program(program, bpf->obj)
		needed |= bpf_program__autoload(program) && program_tag(btf, program, "serves:") &&
			  (program_tag(btf, program, "exit:") ||
			   program_tag(btf, program, "picture:"));
	if (!needed)
		return;
	bpf_object__for_each_program(program, bpf->obj)
		if (changes_picture(btf, program))
			bpf_program__set_autoload(program, true);
}

int eu_programs_choose(struct eunomia_bpf *bpf, const struct eu_live_options *options,
		       struct eu_error *err)
{
	const struct btf *btf = bpf_object__btf(bpf->obj);
	struct btf *kernel = btf__load_vmlinux_btf();
	struct bpf_program *program;
	bool paths = false;

	if (!kernel)
		return eu_fail(err, ENOSYS,
			       "this kernel has no BTF (/sys/kernel/btf/vmlinux): a kernel built with "
			       "CONFIG_DEBUG_INFO_BTF is needed");
	bpf_object__for_each_program(program, bpf->obj) {
		const char *serves = program_tag(btf, program, "serves:");

		if (serves)
			bpf_program__set_autoload(program, serves_wanted(serves, options) &&
								   hook_exists(btf, kernel, program));
		paths |= bpf_program__autoload(program) && program_tag(btf, program, "exit:");
	}
	choose_for_picture(bpf, options);
	bpf->rodata->wants_close = serves_wanted("close traffic", options);
	bpf->rodata->wants_udp = serves_wanted("udp", options);
	bpf->rodata->follows_tcp = bpf_program__autoload(bpf->progs.inet_sock_set_state);
	bpf->rodata->wants_addresses = serves_wanted("udp connect accept close traffic", options);
	bpf->rodata->wants_io = serves_wanted("io", options);
	bpf_program__set_autoload(bpf->progs.paths_exit, paths);
	btf__free(kernel);
	return 0;
}

static int put(const struct bpf_map *table, uint32_t index, const struct bpf_program *program)
{
	int fd = bpf_program__fd(program);

	return bpf_map_update_elem(bpf_map__fd(table), &index, &fd, BPF_ANY);
}

/* Is one of the wanted events the call itself: its name and result are fields of it? */
static bool shows_calls(const char *events, const struct eu_live_options *options)
{
	char name[MAX_WORD];

	while (next_word(&events, name)) {
		const struct eu_event_desc *desc = eu_schema_find(name);

		if (desc && options->events[desc->id] && eu_schema_field(desc, "syscall"))
			return true;
	}
	return false;
}

/* Why a program is loaded: what its calls are looked at for. */
struct purpose {
	bool wanted; /* one of its events is … */
	bool shown;  /* … and is the call itself */
};

/* One "name", "name=variant" of a tag, for one numbering; behind it "!": for the picture, too. */
static int put_call(struct eunomia_bpf *bpf, const struct bpf_program *program, enum eu_abi abi,
		    uint32_t base, const char *word, struct purpose purpose)
{
	bool picture = strchr(word, '!');
	char name[MAX_WORD];
	unsigned variant = 0;
	const struct eu_syscall *call;
	uint16_t *plan;

	if (sscanf(word, "%63[^=!]=%u", name, &variant) < 1)
		return -EINVAL;
	call = eu_syscall_find(abi, name);
	if (!call || (!purpose.wanted && !picture))
		return 0; /* not every architecture has every call */
	plan = &bpf->bss->plans[base + call->nr];
	if (variant) /* else what it is from the start: fill_call_facts */
		bpf->bss->variants[base + call->nr] = variant;
	if (purpose.shown && *plan & EU_PLAN_UNLESS_SERVED)
		*plan &= ~EU_PLAN_STREAM;
	*plan |= (purpose.wanted ? EU_PLAN_PROBE : 0) | (picture ? EU_PLAN_PICTURE : 0);
	return put(bpf->maps.exits, base + call->nr, program);
}

/* A command that talks to a daemon reads the id of the container it asked for, or writes which. */
static void look_for_answers(struct eunomia_bpf *bpf)
{
	static const struct {
		const char *name;
		uint16_t plan;
	} calls[] = {
		{"read", EU_PLAN_ANSWER},
		{"recvfrom", EU_PLAN_ANSWER},
		{"write", EU_PLAN_ANSWER | EU_PLAN_REQUEST},
		{"sendto", EU_PLAN_ANSWER | EU_PLAN_REQUEST},
	};

	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		const struct eu_syscall *call = eu_syscall_find(EU_ABI_NATIVE, calls[i].name);

		if (call)
			bpf->bss->plans[call->nr] |= calls[i].plan;
	}
}

/* Streamed all the same: not all that it stands for has an event. */
static int put_socketcall(struct eunomia_bpf *bpf, const struct bpf_program *program)
{
	const struct eu_syscall *call = eu_syscall_find(EU_ABI_I386, "socketcall");

	bpf->bss->plans[EU_CALLS_I386 + call->nr] |= EU_PLAN_PROBE;
	return put(bpf->maps.exits, EU_CALLS_I386 + call->nr, program);
}

static int put_calls(struct eunomia_bpf *bpf, const struct bpf_program *program, const char *calls,
		     struct purpose purpose)
{
	char word[MAX_WORD];
	int ret = 0;

	while (!ret && next_word(&calls, word)) {
		if (!strcmp(word, "*"))
			return put(bpf->maps.exits, EU_CALL_STREAM, program);
		if (!strcmp(word, "@answer")) {
			look_for_answers(bpf);
			return put(bpf->maps.exits, EU_CALL_ANSWER, program);
		}
		if (!strcmp(word, "@socketcall"))
			return put_socketcall(bpf, program);
		if (!strcmp(word, "@paths"))
			return put(bpf->maps.exits, EU_CALL_PATHS, program);
		if (!strcmp(word, "@exec_paths"))
			return put(bpf->maps.exec_walks, 0, program);
		ret = put_call(bpf, program, EU_ABI_NATIVE, 0, word, purpose);
#if defined(__x86_64__)
		if (!ret)
			ret = put_call(bpf, program, EU_ABI_I386, EU_CALLS_I386, word, purpose);
#endif
	}
	return ret;
}

static void fill_socketcalls(struct eunomia_bpf *bpf)
{
	for (unsigned number = 0; number < EU_SOCKETCALLS; number++) {
		unsigned n_args;
		const struct eu_syscall *call = eu_syscall_of_socketcall(number, &n_args);

		if (call)
			bpf->bss->socketcalls[number] = (struct eu_socketcall){call->nr, n_args};
	}
}

static void fill_cases(struct eunomia_bpf *bpf, enum eu_abi abi, uint32_t base)
{
	size_t n;
	const struct eu_syscall_case *all = eu_syscall_cases(abi, &n);

	for (size_t i = 0; i < n; i++) {
		struct eu_case key = {base + all[i].nr, all[i].arg, all[i].value};
		struct eu_arg_spec spec;

		if (eu_spec_of_case(&bpf->bss->specs[key.call], &spec, &all[i]))
			bpf_map_update_elem(bpf_map__fd(bpf->maps.cases), &key, &spec, BPF_ANY);
	}
}

static void fill_call_facts(struct eunomia_bpf *bpf, enum eu_abi abi, uint32_t base)
{
	static const struct {
		const char *name;
		uint8_t variant;
	} special[] = {
		{"fork", EU_CALL_FORK},        {"vfork", EU_CALL_VFORK},
		{"clone", EU_CALL_CLONE},      {"clone3", EU_CALL_CLONE3},
		{"execve", EU_CALL_EXEC},      {"execveat", EU_CALL_EXEC},
		{"exit", EU_CALL_EXIT},        {"exit_group", EU_CALL_EXIT},
		{"modify_ldt", EU_CALL_INT},
		{"sigreturn", EU_CALL_SIGRETURN}, {"rt_sigreturn", EU_CALL_SIGRETURN},
		{"mmap", EU_CALL_MEMORY},      {"mmap2", EU_CALL_MEMORY},
		{"brk", EU_CALL_MEMORY},       {"mremap", EU_CALL_MEMORY},
		{"mprotect", EU_CALL_MEMORY},  {"pkey_mprotect", EU_CALL_MEMORY},
		{"shmat", EU_CALL_MEMORY},     {"shmget", EU_CALL_MEMORY},
		{"access", EU_CALL_ACCESS},    {"faccessat", EU_CALL_ACCESS},
		{"faccessat2", EU_CALL_ACCESS},
	};

	for (unsigned nr = 0; nr < EU_CALL_STREAM; nr++) {
		const struct eu_syscall *call = eu_syscall_get(abi, nr);

		bpf->bss->arity[base + nr] = call ? call->n_args : 6;
		if (call)
			eu_spec_of_call(&bpf->bss->specs[base + nr], call);
	}
	fill_cases(bpf, abi, base);
	for (size_t i = 0; i < sizeof(special) / sizeof(*special); i++) {
		const struct eu_syscall *call = eu_syscall_find(abi, special[i].name);

		if (!call)
			continue;
		bpf->bss->variants[base + call->nr] = special[i].variant;
	}
}

/* The call that executed a program returns with the number of execve(2), of the new program's ABI: which
 * one it was, its enter tells. So all are sent where one is wanted. */
static void plan_execs(struct eunomia_bpf *bpf)
{
	bool any = false;

	for (size_t i = 0; i < EU_CALLS; i++)
		any |= bpf->bss->variants[i] == EU_CALL_EXEC && bpf->bss->plans[i] & EU_PLAN_STREAM;
	for (size_t i = 0; i < EU_CALLS && any; i++) {
		if (bpf->bss->variants[i] != EU_CALL_EXEC)
			continue;
		if (!(bpf->bss->plans[i] & EU_PLAN_STREAM))
			bpf->bss->plans[i] |= EU_PLAN_STREAM | EU_PLAN_IN_PLACE;
		bpf->bss->plans[i] |= EU_PLAN_ENTER;
	}
}

/* Calls that are shown and change what they were given. */
static void plan_kept(struct eunomia_bpf *bpf)
{
	for (size_t i = 0; i < EU_CALLS; i++)
		if (bpf->bss->specs[i].kept && bpf->bss->plans[i] & EU_PLAN_STREAM)
			bpf->bss->plans[i] |= EU_PLAN_ENTER;
}

/* Calls whose arguments are counted by value. */
static void plan_values(struct eunomia_bpf *bpf, enum eu_abi abi, unsigned base)
{
	size_t n;
	const struct eu_syscall *calls = eu_syscall_all(abi, &n);

	for (size_t i = 0; i < n; i++) {
		const struct eu_values_spec *spec = eu_values_spec(&calls[i]);

		if (!spec)
			continue;
		bpf->bss->valued[base + calls[i].nr] = spec->kind;
		bpf->bss->plans[base + calls[i].nr] |= EU_PLAN_VALUES;
	}
}

/* A program in a dispatch table is reached by a tail call and hangs on no hook itself. */
static bool is_dispatched(const struct btf *btf, const struct bpf_program *program)
{
	return program_tag(btf, program, "exit:");
}

/* User space has it look at something. */
static bool is_run_by_hand(const struct eunomia_bpf *bpf, const struct bpf_program *program)
{
	return program == bpf->progs.read_clocks || program == bpf->progs.check_socket ||
	       program == bpf->progs.tell_connection || program == bpf->progs.tell_socket ||
	       eu_is_iterator(program);
}

/* The hooks on every syscall cost every process: they are there only when something needs them. */
static bool is_needed(const struct eunomia_bpf *bpf, const struct bpf_program *program)
{
	if (program == bpf->progs.sys_enter)
		return any_plan(bpf->bss->plans, EU_PLAN_ENTER);
	if (program == bpf->progs.sys_exit)
		return any_plan(bpf->bss->plans, EU_PLAN_RUN | EU_PLAN_COUNT);
	return !is_run_by_hand(bpf, program);
}

/* Those that only tell more about names: bpf/resolved.h. */
bool eu_program_resolves(const struct bpf_program *program)
{
	return !strncmp(bpf_program__name(program), "resolve_", 8);
}

/* What hangs on the beginning of a function only tells more, as does what learns of ports. Another user
 * of the function may keep it out: a live patch before 6.0. */
static bool only_tells_more(const struct bpf_program *program)
{
	const char *section = bpf_program__section_name(program);

	return strstr(section, "fentry/") || strstr(section, "fexit/udp_");
}

static int attach(struct eu_links *links, struct bpf_program *program, struct eu_error *err)
{
	struct bpf_link **all = realloc(links->all, (links->n + 1) * sizeof(*all));

	if (!all)
		return eu_fail(err, ENOMEM, "out of memory");
	links->all = all;
	all[links->n] = bpf_program__attach(program);
	if (!all[links->n] && only_tells_more(program))
		return 0;
	if (!all[links->n])
		return eu_fail(err, errno, "cannot attach the program %s: %s",
			       bpf_program__name(program), strerror(errno));
	links->n++;
	return 0;
}

/* Calls whose events need nothing but the registers at exit. */
static void mark_plain_calls(struct eunomia_bpf *bpf)
{
	for (size_t i = 0; i < EU_CALLS; i++) {
		const struct eu_call_spec *spec = &bpf->bss->specs[i];

		if (!spec->pointers && !(bpf->bss->copy_descriptors && spec->descriptors) &&
		    !bpf->bss->variants[i] && !(bpf->bss->plans[i] & EU_PLAN_ENTER))
			bpf->bss->arity[i] |= EU_ARITY_PLAIN;
	}
}

static int fill_tables(struct eunomia_bpf *bpf, const struct eu_live_options *options,
		       struct eu_error *err)
{
	const struct btf *btf = bpf_object__btf(bpf->obj);
	struct bpf_program *program;

	memcpy(bpf->bss->plans, options->plans, sizeof(bpf->bss->plans));
	bpf->bss->copy_descriptors = 1;
	bpf->bss->copy_buffers = options->buffer_bytes;
	for (size_t i = 0; options->durations && i < EU_CALLS; i++)
		if (bpf->bss->plans[i] & EU_PLAN_STREAM)
			bpf->bss->plans[i] |= EU_PLAN_ENTER;
	fill_call_facts(bpf, EU_ABI_NATIVE, 0);
	if (options->count)
		plan_values(bpf, EU_ABI_NATIVE, 0);
#if defined(__x86_64__)
	fill_call_facts(bpf, EU_ABI_I386, EU_CALLS_I386);
	fill_socketcalls(bpf);
	if (options->count)
		plan_values(bpf, EU_ABI_I386, EU_CALLS_I386);
#endif
	plan_execs(bpf);
	bpf_object__for_each_program(program, bpf->obj) {
		const char *calls = program_tag(btf, program, "exit:");
		const char *serves = program_tag(btf, program, "serves:") ?: "";
		struct purpose purpose = {serves_wanted(serves, options),
					  shows_calls(serves, options)};

		if (calls && bpf_program__autoload(program) &&
		    put_calls(bpf, program, calls, purpose))
			return eu_fail(err, EINVAL, "cannot dispatch to the program %s",
				       bpf_program__name(program));
	}
	plan_kept(bpf);
	mark_plain_calls(bpf);
	return 0;
}

/* cgroup_mkdir comes last: the container that it tells the beginning of is seen by all the others from
 * then on, and one that began before is found. */
int eu_programs_attach(struct eu_links *links, struct eunomia_bpf *bpf,
		       const struct eu_live_options *options, struct eu_error *err)
{
	const struct btf *btf = bpf_object__btf(bpf->obj);
	struct bpf_program *program;
	int ret = fill_tables(bpf, options, err);

	bpf_object__for_each_program(program, bpf->obj)
		if (!ret && bpf_program__autoload(program) && !is_dispatched(btf, program) &&
		    is_needed(bpf, program) && program != bpf->progs.cgroup_mkdir)
			ret = attach(links, program, err);
	return ret ?: attach(links, bpf->progs.cgroup_mkdir, err);
}

void eu_programs_detach(struct eu_links *links)
{
	for (size_t i = 0; i < links->n; i++)
		bpf_link__destroy(links->all[i]);
	free(links->all);
	*links = (struct eu_links){};
}

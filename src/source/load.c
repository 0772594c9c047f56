/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "bpf/shared.h"
#include "eunomia.skel.h"
#include "event_ids.h"

#include "cleanup.h"
#include "source/load.h"
#include "source/perf_hook.h"
#include "source/programs.h"

#define MAX_UIDS 16 /* that the kernel side compares */

/* How deep our own PID namespace lies: /proc/self/status has one NSpid for each level we see. */
static uint32_t own_pid_level(void)
{
	eu_auto_fclose FILE *file = fopen("/proc/self/status", "re");
	char line[512];
	uint32_t level = 0;

	while (file && fgets(line, sizeof(line), file))
		if (!strncmp(line, "NSpid:", 6))
			for (char *p = line + 6; *p; p++)
				level += *p == '\t';
	return level ? level - 1 : 0;
}

static uint32_t own_network(void)
{
	struct stat st;

	return stat("/proc/self/ns/net", &st) ? 0 : st.st_ino;
}

static bool any_resolves(struct eunomia_bpf *bpf)
{
	struct bpf_program *program;

	bpf_object__for_each_program(program, bpf->obj)
		if (bpf_program__autoload(program) && eu_program_resolves(program))
			return true;
	return false;
}

/* Of a socket all is to be seen from its beginning, and who lets go of it need not be who made it. */
static bool wants_sockets(const struct eu_live_options *options)
{
	return options->events[EU_TYPE(eu_event_close)] ||
	       options->events[EU_TYPE(eu_event_traffic)] || options->events[EU_TYPE(eu_event_udp)];
}

static void set_constants(struct eunomia_bpf *bpf, const struct eu_load *how)
{
	const struct eu_live_options *options = how->options;

	bpf->rodata->on_perf_event = eu_use_perf_hooks();
	bpf->rodata->hierarchy_id = how->hierarchy->id;
	if (*how->hierarchy->controller)
		bpf->rodata->v1_controller =
			strcmp(how->hierarchy->controller, "memory") ? EU_V1_PIDS : EU_V1_MEMORY;
	bpf->rodata->host_pid_level = own_pid_level();
	bpf->rodata->watch_host = options->host;
	bpf->rodata->watch_tree = options->tree;
	bpf->rodata->tree_only = options->tree_only;
	bpf->rodata->only_failed = options->failed;
	bpf->rodata->own_pid = getpid();
	bpf->rodata->wants_counts = options->count;
	bpf->rodata->count_opens =
		options->count && options->count_files && !options->every_open;
	bpf->rodata->host_network = own_network();
	bpf->rodata->wants_durations = options->durations;
	bpf->rodata->names_resolved = any_resolves(bpf);
	bpf->rodata->belt_trays = how->belt_trays;
	if (options->n_uids > MAX_UIDS || wants_sockets(options))
		return; /* user space looks at them anyway */
	bpf->rodata->n_uids = options->n_uids;
	for (size_t i = 0; i < options->n_uids; i++)
		bpf->rodata->uids[i] = options->uids[i];
}

/* What nobody fills takes no room. */
static int size_network_maps(struct eunomia_bpf *bpf)
{
	if (!bpf_program__autoload(bpf->progs.udp_exit) &&
	    bpf_map__set_max_entries(bpf->maps.flows, 1))
		return -EINVAL;
	if (bpf->rodata->follows_tcp)
		return 0;
	return bpf_map__set_max_entries(bpf->maps.connections, 1) ?:
	       bpf_map__set_max_entries(bpf->maps.listeners, 1) ?:
	       bpf_map__set_max_entries(bpf->maps.listening, 1);
}

static int size_maps(struct eunomia_bpf *bpf, const struct eu_load *how)
{
	const struct eu_live_options *options = how->options;

	return size_network_maps(bpf) ?:
	       bpf_map__set_max_entries(bpf->maps.rings, how->cpus) ?:
	       bpf_map__set_max_entries(bpf->maps.trays,
					bpf->rodata->belt_trays ?
						how->cpus * bpf->rodata->belt_trays : 1) ?:
	       bpf_map__set_max_entries(bpf->maps.scratches, how->cpus * EU_LEVELS) ?:
	       bpf_map__set_max_entries(bpf->maps.resolved,
					bpf->rodata->names_resolved ? EU_MAX_RESOLVED : 1) ?:
	       bpf_map__set_max_entries(bpf->maps.counts, options->count ? EU_MAX_SLOTS : 1) ?:
	       bpf_map__set_max_entries(bpf->maps.init_counts, options->count ? EU_MAX_SLOTS : 1) ?:
	       bpf_map__set_max_entries(bpf->maps.values, options->count ? EU_MAX_VALUES : 1) ?:
	       bpf_map__set_max_entries(bpf->maps.file_totals,
					options->count_files ? EU_MAX_FILES : 1) ?:
	       bpf_map__set_max_entries(bpf->maps.tree, options->tree || options->tree_only ? 65536 : 1);
}

/* Refs are a queue: the slot in the low half, its generation above. */
static void fill_refs(struct eunomia_bpf *bpf)
{
	int fd = bpf_map__fd(bpf->maps.free_refs);

	for (eu_ref ref = 1; ref < EU_MAX_SLOTS; ref++)
		bpf_map_update_elem(fd, NULL, &ref, BPF_ANY);
}

static void read_clocks(struct eunomia_bpf *bpf)
{
	LIBBPF_OPTS(bpf_test_run_opts, options);

	bpf_prog_test_run_opts(bpf_program__fd(bpf->progs.read_clocks), &options);
}

int eu_load(struct eunomia_bpf *bpf, const struct eu_load *how, struct eu_error *err)
{
	int ret = eu_programs_choose(bpf, how->options, err);

	set_constants(bpf, how);
	if (ret)
		return ret;
	if (size_maps(bpf, how))
		return eu_fail(err, EINVAL, "cannot size the maps");
	ret = eunomia_bpf__load(bpf);
	if (ret == -EPERM)
		return eu_fail(err, EPERM,
			       "the kernel refuses BPF: run as root, or with CAP_BPF, CAP_PERFMON and "
			       "CAP_SYS_RESOURCE");
	if (ret == -EMFILE)
		return eu_fail(err, EMFILE,
			       "more files would be open than this process may have; with ulimit -n "
			       "1024 there is room for all programs");
	if (ret)
		return eu_fail(err, -ret, "the kernel refuses a program: %s", strerror(-ret));
	fill_refs(bpf);
	read_clocks(bpf);
	return 0;
}

// SPDX-License-Identifier: Apache-2.0
/* eunomia ls: the containers of this host, or of recordings. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <eunomia/containers.h>

#include "cmd.h"
#include "columns.h"
#include "image.h"
#include "ls_recordings.h"
#include "output.h"
#include "privileges.h"
#include "say.h"
#include "select.h"
#include "terminal.h"

static struct {
	const char *format;
	bool processes, names;
} chosen;

static const struct eu_option_group options = {
    .title = "Options",
    .options = (const struct eu_option[]){
	{.name = "output-format",
	 .letter = 'o',
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.format,
	 .argument = "FORMAT",
	 .complete = "table wide json",
	 .help = "table, wide (whole ids, cgroups, ids of images) or json."},
	{.name = "names",
	 .kind = EU_OPTION_FLAG,
	 .into = &chosen.names,
	 .help = "Nothing but names, one a line."},
	{.name = "config",
	 .kind = EU_OPTION_TEXT,
	 .into = &select_config_path,
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Read this configuration and no other."},
	{},
    },
};

static const struct eu_option_group host_options = {
    .title = "This host",
    .options = (const struct eu_option[]){
	{.name = "processes",
	 .kind = EU_OPTION_FLAG,
	 .into = &chosen.processes,
	 .help = "The processes of each container, too."},
	{.name = "socket",
	 .kind = EU_OPTION_SETTING,
	 .setting = "sockets",
	 .argument = "PATH[,...]",
	 .complete = "file",
	 .help = "Ask these (Docker's and Podman's API), not those at the usual places."},
	{.name = "state-dir",
	 .kind = EU_OPTION_SETTING,
	 .setting = "state-dirs",
	 .argument = "DIR[,...]",
	 .complete = "directory",
	 .help = "Where else runc and crun keep their state (their --root)."},
	{.name = "redact",
	 .kind = EU_OPTION_SETTING,
	 .setting = "redact",
	 .argument = "PATTERN",
	 .help = "Do not show what matches this pattern (PCRE2) in the arguments of "
		 "processes, one by one or as a line. May be repeated."},
	{},
    },
    .live = true,
};

static void add_row(struct columns *table, const struct eu_listed_container *listed, bool wide)
{
	const struct eu_container *container = &listed->container;
	char id[13], pid[16] = "", image[512];

	snprintf(id, sizeof(id), "%s", container->id);
	if (container->init_pid)
		snprintf(pid, sizeof(pid), "%u", container->init_pid);
	image_text(image, sizeof(image), container->image_name, container->image_tag,
		   container->image_id);
	columns_add(table, container->name);
	columns_add(table, wide ? container->id : id);
	columns_add(table, container->runtime);
	columns_add(table, listed->status);
	columns_add(table, pid);
	columns_add(table, image);
	if (!wide)
		return;
	columns_add(table, container->created);
	columns_add(table, container->cgroup);
	columns_add(table, container->image_id);
}

static void print_table(const struct eu_containers *containers, bool wide)
{
	static const char *const titles[] = {"NAME",  "ID",      "RUNTIME", "STATUS",  "PID",
					     "IMAGE", "CREATED", "CGROUP",  "IMAGE ID"};
	struct columns table = {
	    .titles = titles, .n = wide ? 9 : 6, .cut = true, .unbounded = wide};

	for (size_t i = 0; i < containers->n; i++)
		add_row(&table, &containers->list[i], wide);
	columns_print(&table);
}

static void print_processes(const struct eu_containers *containers)
{
	static const char *const titles[] = {"CONTAINER", "PID", "COMMAND"};
	struct columns table = {.titles = titles, .n = 3};

	for (size_t i = 0; i < containers->n; i++) {
		const struct eu_listed_container *listed = &containers->list[i];

		for (size_t p = 0; p < listed->n_processes; p++) {
			char pid[16];

			snprintf(pid, sizeof(pid), "%u", listed->processes[p].pid);
			columns_add(&table, listed->container.name);
			columns_add(&table, pid);
			columns_add(&table, listed->processes[p].command);
		}
	}
	putchar('\n');
	columns_print(&table);
}

static void print_names(const struct eu_containers *containers)
{
	for (size_t i = 0; i < containers->n; i++) {
		char *name = terminal_text(containers->list[i].container.name);

		puts(name);
		free(name);
	}
}

static int print(const struct eu_containers *containers, const char *format)
{
	if (chosen.names) {
		print_names(containers);
		return EU_EXIT_OK;
	}
	if (!strcmp(format, "json"))
		return output_code(NULL, eu_containers_write_json(containers, STDOUT_FILENO));
	print_table(containers, !strcmp(format, "wide"));
	if (chosen.processes)
		print_processes(containers);
	return EU_EXIT_OK;
}

/* wide is no format of events, so it is no setting either: the flag, or else the setting. */
static const char *parse_format(const struct eu_config *config)
{
	if (!chosen.format)
		return eu_config_text(config, "output-format");
	if (!strcmp(chosen.format, "table") || !strcmp(chosen.format, "wide") ||
	    !strcmp(chosen.format, "json"))
		return chosen.format;
	say_error("--output-format: \"%s\" is none of: table wide json", chosen.format);
	return NULL;
}

static int list(const struct eu_config *config, const char *format)
{
	struct eu_containers_options ask = {.processes = chosen.processes};
	struct eu_containers *containers;
	struct eu_error err = {};
	int ret, code;

	ask.sockets = eu_config_list(config, "sockets", &ask.n_sockets);
	if (!ask.n_sockets)
		ask.sockets = NULL;
	ask.state_dirs = eu_config_list(config, "state-dirs", &ask.n_state_dirs);
	ask.redact = eu_config_list(config, "redact", &ask.n_redact);
	ret = eu_containers_list(&containers, &ask, &err);
	if (ret)
		return say_failure(ret == -EINVAL ? EU_EXIT_USAGE : EU_EXIT_FAILED, &err);
	code = print(containers, format);
	if (*containers->trouble)
		say("%s", containers->trouble);
	if (privileges_in_pid_namespace() && !chosen.names)
		say("this is a PID namespace of its own: what runs on the host may look stopped here");
	if (geteuid() && !chosen.names)
		say("these are the containers that this user may see; root sees all");
	eu_containers_free(containers);
	return code;
}

static int list_recordings(const char *format)
{
	if (!eu_arguments.live)
		return ls_recordings(&eu_arguments.files, format, chosen.names);
	say_error("--%s is for this host: a recording (%s) has its containers as they were",
		  eu_arguments.live, eu_arguments.files.items[0]);
	return EU_EXIT_USAGE;
}

static int run(const struct eu_cmd *cmd)
{
	struct eu_config *config;
	const char *format;
	int code = select_config(&config, &eu_arguments);

	if (code)
		return code;
	format = parse_format(config);
	if (!format)
		code = EU_EXIT_USAGE;
	else
		code = eu_arguments.files.n ? list_recordings(format) : list(config, format);
	eu_config_free(config);
	return code;
}

const struct eu_cmd eu_cmd_ls = {
    .name = "ls",
    .summary = "list the containers of this host, or of recordings",
    .usage = "[OPTIONS] [FILE...]",
    .about = "Asks the runtimes of this host (Docker, Podman, containerd, runc, crun and the "
	     "bundles they leave on disk) for their containers. Root sees all of them, but for "
	     "what was made in containerd and never had a task (ctr containers create): that is in "
	     "containerd's own database alone.\n\n"
	     "With FILE (recordings, or directories of them), lists those and their containers: "
	     "host, mode, time, records, size, and whether they are whole. That takes no longer "
	     "for a large recording, unless it was cut off: then all of it is read.\n\n"
	     "The JSON Schema of both lists is docs/ls.schema.json.",
    .groups = (const struct eu_option_group *const[]){&options, &host_options, NULL},
    .examples =
	(const struct eu_example[]){
	    {"eunomia ls --processes", "Containers, and what runs in them."},
	    {"eunomia ls -o json | jq -r '.[].id'", "Whole ids, for a script."},
	    {"eunomia ls /var/lib/eunomia", "What has been recorded."},
	    {},
	},
    .takes_files = true,
    .run = run,
};

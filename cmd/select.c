// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output.h"
#include "say.h"
#include "select.h"

static struct {
	struct eu_list events, exclude_events, sets, exclude_sets, comms, exclude_comms;
	struct eu_list images, labels;
	struct eu_numbers pids, uids;
	bool failed, all;
	const char *filter;
} chosen;

const char *select_config_path, *select_names;

const struct eu_option_group select_containers = {
    .title = "Which containers",
    .options = (const struct eu_option[]){
	{.name = "container",
	 .letter = 'c',
	 .kind = EU_OPTION_SETTING,
	 .setting = "containers",
	 .argument = "NAME[,...]",
	 .complete = "containers",
	 .help = "Only these containers: a name, an id, 12 or more digits of one, or a "
		 "glob. They need not exist yet. Who gets the name later is followed from "
		 "then on, and who had it, to the end."},
	{.name = "image",
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.images,
	 .argument = "IMAGE[,...]",
	 .help = "Only containers of these images: a name, with or without a tag, a digest, or "
		 "both (NAME@sha256:…); globs; or an id, or 12 or more digits of one."},
	{.name = "label",
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.labels,
	 .argument = "KEY[=VALUE]",
	 .help = "Only containers with this label; of several, with all of them."},
	{},
    },
};

const struct eu_option_group select_tree = {
    .title = "Which processes",
    .options = (const struct eu_option[]){
	{.name = "pid",
	 .letter = 'p',
	 .kind = EU_OPTION_NUMBERS,
	 .into = &chosen.pids,
	 .argument = "PID[,...]",
	 .help = "Only these processes and their descendants, and of containers those that they "
		 "are in; pids of the host."},
	{},
    },
};

const struct eu_option_group select_processes = {
    .title = "Which processes",
    .options = (const struct eu_option[]){
	{.name = "comm",
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.comms,
	 .argument = "NAME[,...]",
	 .help = "Only processes of these names (as ps shows them), and threads that have "
		 "named themselves so; globs. Of names longer than 15 characters the kernel "
		 "keeps 15: whoever may be meant is shown, and by a glob whose executable fits."},
	{.name = "exclude-comm",
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.exclude_comms,
	 .argument = "NAME[,...]",
	 .help = "No processes and threads of these names. Of a longer name than the kernel "
		 "keeps, only those whose executable has all of it are left out."},
	{.name = "uid",
	 .kind = EU_OPTION_NUMBERS,
	 .into = &chosen.uids,
	 .argument = "UID[,...]",
	 .help = "Only processes of these users; uids of the host."},
	{},
    },
    .because = "facts are counted in the kernel, for a container as a whole",
};

const struct eu_option_group select_outside = {
    .title = "Which processes",
    .options = (const struct eu_option[]){
	{.name = "all",
	 .letter = 'a',
	 .kind = EU_OPTION_FLAG,
	 .into = &chosen.all,
	 .help = "Processes outside containers, too. Beside --container, --image or --label, trace "
		 "shows none."},
	{},
    },
    .because = "facts are of containers",
};

const struct eu_option_group select_events = {
    .title = "Which events",
    .options = (const struct eu_option[]){
	{.name = "event",
	 .letter = 'e',
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.events,
	 .argument = "NAME[,...]",
	 .complete = "events",
	 .help = "Only these events and system calls; globs. \"syscalls\" is every system "
		 "call. eunomia list events says what there is."},
	{.name = "exclude-event",
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.exclude_events,
	 .argument = "NAME[,...]",
	 .complete = "events",
	 .help = "Not these."},
	{.name = "set",
	 .letter = 's',
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.sets,
	 .argument = "NAME[,...]",
	 .complete = "sets",
	 .help = "Only events and system calls of these sets: fs, net, proc, ... eunomia list "
		 "sets says which there are. A call may be in several, an event is in one: with "
		 "mount, which has no event, mount(2) is shown as the call."},
	{.name = "exclude-set",
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.exclude_sets,
	 .argument = "NAME[,...]",
	 .complete = "sets",
	 .help = "Not those of these sets. An event of another set stays, whatever call it is."},
	{.name = "failed",
	 .kind = EU_OPTION_FLAG,
	 .into = &chosen.failed,
	 .help = "Only calls that returned an error."},
	{.name = "filter",
	 .letter = 'f',
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.filter,
	 .argument = "EXPR",
	 .help = "Only events for which this is true, for instance file.path ^= \"/etc/\" "
		 "&& process.user.id != 0. Operators: == != < <= > >= ^= (begins) $= "
		 "(ends) *= (contains) ~ (PCRE2) in (a, b) && || ! and parentheses. "
		 "Of a list, == asks whether it has such an element: args == \"-c\". "
		 "eunomia list fields says which fields there are, shown or not; args.NAME is an "
		 "argument of a system call (args.fd == 3, args.flags == O_CLOEXEC), "
		 "args.NAME.MEMBER what is in one that is an object (args.fd.path, "
		 "args.addr.port), container.labels.KEY a label."},
	{},
    },
};

const struct eu_option_group select_details = {
    .title = "What events say",
    .options = (const struct eu_option[]){
	{.name = "buffer",
	 .kind = EU_OPTION_SETTING,
	 .setting = "buffer-bytes",
	 .argument = "BYTES",
	 .help = "Show the first BYTES of each buffer that is read or written; at most "
		 "4096."},
	{.name = "durations",
	 .kind = EU_OPTION_SWITCH,
	 .setting = "durations",
	 .help = "Show how long each system call took; costs a second hook."},
	{},
    },
    .live = true,
};

const struct eu_option_group select_host = {
    .title = "This host",
    .options = (const struct eu_option[]){
	{.name = "socket",
	 .kind = EU_OPTION_SETTING,
	 .setting = "sockets",
	 .argument = "PATH[,...]",
	 .complete = "file",
	 .help = "Ask these for names (Docker's and Podman's API), not those at the usual "
		 "places."},
	{.name = "state-dir",
	 .kind = EU_OPTION_SETTING,
	 .setting = "state-dirs",
	 .argument = "DIR[,...]",
	 .complete = "directory",
	 .help = "Where else runc and crun keep their state (their --root)."},
	{.name = "memory",
	 .kind = EU_OPTION_SETTING,
	 .setting = "memory",
	 .argument = "SIZE",
	 .help = "Budget for rings and tables, like 64M."},
	{},
    },
    .live = true,
};

const struct eu_option_group select_common = {
    .title = "Settings",
    .options = (const struct eu_option[]){
	{.name = "redact",
	 .kind = EU_OPTION_SETTING,
	 .setting = "redact",
	 .argument = "PATTERN",
	 .help = "Do not show what matches this pattern (PCRE2) in the arguments of "
		 "programs, in other strings of system calls, in buffers (--buffer), or in what "
		 "a symbolic link says. Names of files, sockets, processes and containers, "
		 "labels and members of structs are not looked at. Arguments are looked at "
		 "one by one, and as a line with blanks between them: \"--password \\S+\" hides "
		 "two. Where they were cut, what may have gone on to match is hidden. May be "
		 "repeated."},
	{.name = "errors",
	 .kind = EU_OPTION_SETTING,
	 .setting = "errors-path",
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Write messages to this file as well; with -o json one object a line."},
	{.name = "color",
	 .kind = EU_OPTION_SETTING,
	 .setting = "color",
	 .argument = "WHEN",
	 .complete = "auto always never",
	 .help = "Colours: auto (on a terminal, unless NO_COLOR is set), always, never."},
	{.name = "config",
	 .kind = EU_OPTION_TEXT,
	 .into = &select_config_path,
	 .argument = "FILE",
	 .complete = "file",
	 .help = "Read this configuration and no other."},
	{},
    },
};

/* The sentence begins with the key, which people may not know by that name. */
static void flag_failure(const struct eu_setting *setting, const struct eu_error *says,
			 struct eu_error *err)
{
	size_t key = strlen(setting->key);
	bool has_key = !strncmp(says->text, setting->key, key) && says->text[key] == ':';

	eu_fail(err, EINVAL, "--%s:%s%.400s", setting->option, has_key ? "" : " ",
		says->text + (has_key ? key + 1 : 0));
}

static int apply_flags(struct eu_config *config, const struct eu_arguments *arguments,
		       struct eu_error *err)
{
	int ret = 0;

	for (size_t i = 0; i < arguments->n_settings && !ret; i++) {
		const struct eu_setting *setting = &arguments->settings[i];
		struct eu_error says = {};
		char origin[64];

		snprintf(origin, sizeof(origin), "--%s", setting->option);
		ret = eu_config_set(config, EU_CONFIG_FLAG, setting->key, setting->value, origin,
				    &says);
		if (ret)
			flag_failure(setting, &says, err);
	}
	return ret;
}

static void note_names(const struct eu_config *config)
{
	static char names[128];
	size_t n;

	eu_config_list(config, "containers", &n);
	snprintf(names, sizeof(names), "%.80s%s%s%s%s",
		 n ? eu_config_origin(config, "containers") : "",
		 n && chosen.images.n ? " and " : "", chosen.images.n ? "--image" : "",
		 (n || chosen.images.n) && chosen.labels.n ? " and " : "",
		 chosen.labels.n ? "--label" : "");
	select_names = *names ? names : NULL;
}

void select_say_all(void)
{
	if (chosen.all && select_names)
		say("--all changes nothing: containers are chosen (%s), and who is outside is in none",
		    select_names);
}

/* A daemon may still come; who mistyped its socket gets no names, and should know why. */
static void say_missing_sockets(const struct eu_config *config)
{
	size_t n;
	const char *const *paths = eu_config_list(config, "sockets", &n);
	struct stat st;

	for (size_t i = 0; i < n; i++)
		if (*paths[i] == '/' && (stat(paths[i], &st) || !S_ISSOCK(st.st_mode)))
			say("no socket is at %s: names from there are missing until there is one",
			    paths[i]);
}

/* No failure: the name may be another program's, and what was meant only looks probable. */
static void say_typing_error(void *context, const char *name, const char *near)
{
	if (near)
		say("%s is no setting and is ignored; did you mean %s?", name, near);
}

int select_config(struct eu_config **out, const struct eu_arguments *arguments)
{
	struct eu_config *config;
	struct eu_error err = {"out of memory"};
	const char *path;
	int ret = eu_config_new(&config);

	if (ret)
		return say_failure(EU_EXIT_FAILED, &err);
	ret = eu_config_load(config, select_config_path, &err);
	if (!ret)
		ret = apply_flags(config, arguments, &err);
	if (ret) {
		eu_config_free(config);
		return say_failure(EU_EXIT_USAGE, &err);
	}
	path = eu_config_text(config, "errors-path");
	if (*path)
		ret = say_to_file(path, !strcmp(eu_config_text(config, "output-format"), "json"),
				  &err);
	if (ret) {
		eu_config_free(config);
		return say_failure(output_failure_code(ret), &err);
	}
	if (!strcmp(eu_config_origin(config, "sockets"), "--socket"))
		say_missing_sockets(config);
	eu_config_strays(environ, say_typing_error, NULL);
	note_names(config);
	*out = config;
	return 0;
}

static void select_selection(struct eu_selection *select, const struct eu_config *config)
{
	*select = (struct eu_selection){
	    .events = chosen.events.items,
	    .n_events = chosen.events.n,
	    .exclude_events = chosen.exclude_events.items,
	    .n_exclude_events = chosen.exclude_events.n,
	    .sets = chosen.sets.items,
	    .n_sets = chosen.sets.n,
	    .exclude_sets = chosen.exclude_sets.items,
	    .n_exclude_sets = chosen.exclude_sets.n,
	    .comms = chosen.comms.items,
	    .n_comms = chosen.comms.n,
	    .exclude_comms = chosen.exclude_comms.items,
	    .n_exclude_comms = chosen.exclude_comms.n,
	    .images = chosen.images.items,
	    .n_images = chosen.images.n,
	    .labels = chosen.labels.items,
	    .n_labels = chosen.labels.n,
	    .pids = chosen.pids.items,
	    .n_pids = chosen.pids.n,
	    .uids = chosen.uids.items,
	    .n_uids = chosen.uids.n,
	    .failed = chosen.failed,
	    .host = chosen.all,
	    .filter = chosen.filter,
	};
	select->containers = eu_config_list(config, "containers", &select->n_containers);
}

void select_options(struct eu_session_options *options, const struct eu_config *config)
{
	*options = (struct eu_session_options){
	    .buffer_bytes = eu_config_number(config, "buffer-bytes"),
	    .durations = eu_config_bool(config, "durations"),
	    .memory = eu_config_number(config, "memory"),
	};
	options->redact = eu_config_list(config, "redact", &options->n_redact);
	options->sockets = eu_config_list(config, "sockets", &options->n_sockets);
	if (!options->n_sockets)
		options->sockets = NULL;
	options->state_dirs = eu_config_list(config, "state-dirs", &options->n_state_dirs);
	select_selection(&options->select, config);
}

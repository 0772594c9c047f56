// SPDX-License-Identifier: Apache-2.0
/* eunomia diff: what B does that A did not, and back. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <eunomia/diff.h>

#include "cmd.h"
#include "output.h"
#include "recordings.h"
#include "say.h"
#include "select.h"
#include "terminal.h"

#define EXIT_DIFFERS 3

static struct {
	const char *format;
	struct eu_list ignore, only;
} chosen;

static const struct eu_option_group diff_options = {
    .title = "Comparing",
    .options = (const struct eu_option[]){
	{.name = "only",
	 .kind = EU_OPTION_LIST,
	 .into = &chosen.only,
	 .argument = "KIND[,...]",
	 .complete = "syscalls arguments files executables peers capabilities confinement",
	 .help = "Compare nothing else: syscalls (and their errors), arguments (that a profile "
		 "can narrow), files, executables, peers, capabilities, confinement."},
	{.name = "ignore",
	 .kind = EU_OPTION_TEXTS,
	 .into = &chosen.ignore,
	 .argument = "GLOB",
	 .help = "Leave out what matches: paths, names, addresses and names of peers. * stands "
		 "for slashes, too. May be repeated."},
	{.name = "output-format",
	 .letter = 'o',
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.format,
	 .argument = "FORMAT",
	 .complete = "table json",
	 .help = "For people (table) or programs (json)."},
	{},
    },
};

struct comparison {
	struct eu_differ *differ;
	enum eu_diff_side side;
};

/* Words that mean kinds, as bits. */
static int parse_kinds(unsigned *out)
{
	for (size_t i = 0; i < chosen.only.n; i++) {
		unsigned kind = 0;

		while (kind < EU_DIFF_KINDS &&
		       strcmp(chosen.only.items[i], eu_diff_kind_name(kind)))
			kind++;
		if (kind == EU_DIFF_KINDS) {
			say_error("--only: \"%s\" is none of: syscalls arguments files "
				  "executables peers capabilities confinement",
				  chosen.only.items[i]);
			return EU_EXIT_USAGE;
		}
		*out |= 1u << kind;
	}
	return 0;
}

static int parse_format(const struct eu_config *config, bool *json)
{
	const char *format = chosen.format ?: eu_config_text(config, "output-format");

	*json = !strcmp(format, "json");
	if (*json || !strcmp(format, "table") || !chosen.format)
		return 0;
	say_error("--output-format: \"%s\" is none of: table json", format);
	return EU_EXIT_USAGE;
}

static int take(void *context, const struct eu_report *report)
{
	struct comparison *comparison = context;
	struct eu_error err;

	if (eu_differ_add(comparison->differ, comparison->side, report, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	return 0;
}

/* What recordings would have told. */
static void say_what_it_cannot(const char *path, const struct eu_diff_saved *told)
{
	if (told->n_merged)
		say("%s has %zu entr%s of several runs or containers: what the runtimes of all "
		    "but the first did before the entrypoints began may look like the containers' "
		    "work; the recordings tell it apart",
		    path, told->n_merged, told->n_merged == 1 ? "y" : "ies");
	if (told->n_forgotten)
		say("%s does not have %llu containers that had ended: report -d writes all, and "
		    "recordings have them",
		    path, (unsigned long long)told->n_forgotten);
}

static int read_saved(struct eu_differ *differ, enum eu_diff_side side, const char *path,
		      const struct eu_session_options *options)
{
	struct eu_diff_saved told = {};
	struct eu_error err;

	if (eu_differ_add_saved(differ, side, path, &options->select, &told, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	say_what_it_cannot(path, &told);
	return 0;
}

static int read_side(struct eu_differ *differ, enum eu_diff_side side,
		     const struct eu_config *config)
{
	const struct eu_list file = {.items = &eu_arguments.files.items[side], .n = 1};
	struct comparison comparison = {.differ = differ, .side = side};
	struct eu_recordings *recordings = NULL;
	struct eu_session_options options;
	int code;

	select_options(&options, config);
	if (eu_diff_is_saved(file.items[0]))
		return read_saved(differ, side, file.items[0], &options);
	code = recordings_open(&recordings, &file);
	if (!code)
		code = recordings_report(recordings, &options, take, &comparison, NULL);
	eu_recordings_free(recordings);
	return code;
}

/* kinds: those that were asked for, as bits; 0: all, of which programs are always compared. */
static bool is_nothing_compared(const struct eu_diff *diff, unsigned kinds)
{
	bool any = diff->differs || !kinds || !diff->n_containers;

	for (size_t i = 0; i < diff->n_containers; i++)
		any |= kinds & ~diff->containers[i].not_compared;
	return !any;
}

static int print(const struct eu_diff *diff, const struct eu_config *config, unsigned kinds,
		 bool json)
{
	const struct eu_diff_style style = {
	    .color = terminal_color(STDOUT_FILENO, eu_config_text(config, "color")),
	    .width = terminal_width(STDOUT_FILENO),
	    .names = {eu_arguments.files.items[0], eu_arguments.files.items[1]},
	};
	int ret;

	if (!diff->n_containers && select_names) {
		say_error("nothing was compared: every container of A and B is left out by %s",
			  select_names);
		return EU_EXIT_FAILED;
	}
	if (is_nothing_compared(diff, kinds)) {
		say_error("nothing was compared: of no container A and B have the same record of "
			  "what --only names");
		return EU_EXIT_FAILED;
	}
	ret = json ? eu_diff_write_json(diff, STDOUT_FILENO)
		   : eu_diff_write_page(diff, STDOUT_FILENO, &style);
	if (ret)
		return output_code(NULL, ret);
	return diff->differs ? EXIT_DIFFERS : EU_EXIT_OK;
}

static int compare(const struct eu_config *config, const struct eu_diff_options *options, bool json)
{
	struct eu_differ *differ;
	const struct eu_diff *diff;
	struct eu_error err;
	int code;

	if (eu_differ_new(&differ, options, &err))
		return say_failure(EU_EXIT_FAILED, &err);
	code = read_side(differ, EU_DIFF_A, config);
	if (!code)
		code = read_side(differ, EU_DIFF_B, config);
	if (!code && eu_differ_compare(differ, &diff, &err))
		code = say_failure(EU_EXIT_FAILED, &err);
	if (!code)
		code = print(diff, config, options->kinds, json);
	eu_differ_free(differ);
	return code;
}

static int run(const struct eu_cmd *cmd)
{
	struct eu_diff_options options = {.ignore = chosen.ignore.items,
					  .n_ignore = chosen.ignore.n};
	struct eu_config *config;
	bool json;
	int code = select_config(&config, &eu_arguments);

	if (code)
		return code;
	signal(SIGPIPE, SIG_IGN);
	if (eu_arguments.files.n != 2) {
		say_error("diff takes two recordings or reports, or directories of them: eunomia "
			  "diff A B");
		code = EU_EXIT_USAGE;
	}
	if (!code)
		code = parse_format(config, &json);
	if (!code)
		code = parse_kinds(&options.kinds);
	if (!code)
		code = compare(config, &options, json);
	eu_config_free(config);
	return code;
}

const struct eu_cmd eu_cmd_diff = {
    .name = "diff",
    .summary = "what containers do in one recording or report that they did not in another",
    .usage = "A B [OPTIONS]",
    .about = "A and B are recordings, or directories of them: several runs and replicas are "
	     "taken together. Each may also be a report that was written: what eunomia report -o "
	     "json said, or the directory of report -d (or one container's file in it). Told is "
	     "what only B does (+): system calls and errors of them, "
	     "arguments, files and what was done with them, programs, peers, capabilities, and "
	     "what the containers may do; and what only A did (-). Where each side has one image's "
	     "containers, those are compared, else those of the same image or name.\n\n"
	     "Exits with 0 when there is no difference and with 3 when there is one; 1 is a "
	     "failure, also that --container, --image or --label leaves nothing to compare, 2 a "
	     "wrong use.\n\n"
	     "What is another in every run is no difference: process ids and descriptors in paths "
	     "of /proc, the number that is the name of a file of O_TMPFILE (\"#123\"), ids of 64 "
	     "hex digits, ephemeral ports (UDP between 32768 and 60999; TCP when there are three or "
	     "more of one peer), EINTR, EAGAIN (but of fork and clone) and the kernel's ERESTART*, "
	     "counts and times, and what the runtime did before the entrypoint began; nor a name "
	     "under which files were only made to be renamed, and what was done in such a "
	     "directory: they are told under the last name. "
	     "Other random names are one: --ignore '/tmp/tmp.*' is for them.\n\n"
	     "A report of one run of each container gives what its recording gives. One of several "
	     "runs or replicas has them as one entry, and of the runtimes' own work only counts: "
	     "programs and peers of theirs may be told as the containers'. A line on standard "
	     "error says so. A report of a time (--from, --to) has nothing else.\n\n"
	     "A recording of trace has the events that were asked for, and no counts: kinds that "
	     "one side does not have, or has another part of, are not compared, and the last lines "
	     "(not_compared in JSON) say which. Where --only names nothing else, that is a failure.\n\n"
	     "Where one side lost something, or found a container that ran already, the last "
	     "lines say so: what seems to be missing there may just not have been seen.",
    .groups = (const struct eu_option_group *const[]){&select_containers, &diff_options,
						      &select_common, NULL},
    .examples =
	(const struct eu_example[]){
	    {"eunomia diff v1.eunomia v2.eunomia", "What does v2 do that v1 did not?"},
	    {"eunomia diff baseline/ today/ --only files,peers --ignore '/tmp/*'",
	     "Runs of the test suite, without its temporary files."},
	    {"eunomia diff reports/monday/ today.eunomia",
	     "A directory of report -d, and a recording."},
	    {"eunomia diff v1.eunomia v2.eunomia -o json | jq '.containers[].added.peers[]?.peer'",
	     "New peers, for a script."},
	    {},
	},
    .takes_files = true,
    .codes =
	(const struct eu_example[]){
	    {"0", "There is no difference."},
	    {"3", "There is one."},
	    {},
	},
    .run = run,
};

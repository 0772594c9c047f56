// SPDX-License-Identifier: Apache-2.0
/* eunomia list: what can be seen, out of the schema and the tables of system calls. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <eunomia/features.h>
#include <eunomia/nearest.h>
#include <eunomia/schema.h>
#include <eunomia/syscalls.h>

#include "cmd.h"
#include "columns.h"
#include "say.h"

static struct {
	bool names;
	const char *event, *set;
} chosen;

static const struct eu_option_group options = {
    .title = "Options",
    .options = (const struct eu_option[]){
	{.name = "event",
	 .letter = 'e',
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.event,
	 .argument = "NAME",
	 .complete = "events",
	 .help = "With fields: those of this event, besides those that all have."},
	{.name = "set",
	 .letter = 's',
	 .kind = EU_OPTION_TEXT,
	 .into = &chosen.set,
	 .argument = "NAME",
	 .complete = "sets",
	 .help = "With events and syscalls: those of this set."},
	{.name = "names",
	 .kind = EU_OPTION_FLAG,
	 .into = &chosen.names,
	 .help = "Nothing but names, one a line."},
	{},
    },
};

static bool in_set(const char *set)
{
	return !chosen.set || !strcmp(set, chosen.set);
}

static const char *format_name(const struct eu_field *field)
{
	static const char *const names[] = {
	    [EU_FORMAT_UINT] = "number",
	    [EU_FORMAT_INT] = "number",
	    [EU_FORMAT_STRING] = "text",
	    [EU_FORMAT_ARGV] = "list of texts",
	    [EU_FORMAT_ERRNO] = "number or errno",
	    [EU_FORMAT_FLAGS] = "list of names",
	    [EU_FORMAT_ENUM] = "name",
	    [EU_FORMAT_OCTAL] = "text, octal",
	    [EU_FORMAT_HEX] = "text, hex",
	    [EU_FORMAT_SIGNAL] = "name of a signal",
	    [EU_FORMAT_SYSCALL] = "name of a call",
	    [EU_FORMAT_ARGS] = "arguments by name",
	    [EU_FORMAT_ARGS_STATE] = "lists of names by argument",
	    [EU_FORMAT_ADDRESS] = "address",
	    [EU_FORMAT_DURATION] = "nanoseconds",
	    [EU_FORMAT_FS] = "name of a file system",
	    [EU_FORMAT_DEVICE] = "major:minor",
	    [EU_FORMAT_CAPS] = "list of names",
	    [EU_FORMAT_BOOL] = "true or false",
	    [EU_FORMAT_TIME] = "time, RFC 3339",
	    [EU_FORMAT_LABELS] = "texts by key",
	};

	if (field->format >= sizeof(names) / sizeof(*names) || !names[field->format])
		return "";
	return names[field->format];
}

static void print(struct columns *table)
{
	if (!chosen.names) {
		columns_print(table);
		return;
	}
	for (size_t i = 0; i < table->n_cells; i += table->n)
		puts(table->cells[i]);
}

/* Names alone are for completion, which wants all that --event takes. */
static void add_syscalls(struct columns *table)
{
	size_t n;
	const struct eu_syscall *calls = eu_syscall_all(EU_ABI_NATIVE, &n);

	if (!chosen.names || chosen.set)
		return;
	columns_add(table, "syscalls");
	columns_add(table, "");
	columns_add(table, "");
	for (size_t i = 0; i < n; i++) {
		columns_add(table, calls[i].name);
		columns_add(table, "");
		columns_add(table, "");
	}
}

static int list_events(void)
{
	static const char *const titles[] = {"EVENT", "SET", "WHAT IT SAYS"};
	struct columns table = {.titles = titles, .n = 3};
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++) {
		if (events[i].internal || !in_set(events[i].set))
			continue;
		columns_add(&table, events[i].name);
		columns_add(&table, events[i].set);
		columns_add(&table, events[i].doc);
	}
	add_syscalls(&table);
	print(&table);
	if (!chosen.names)
		puts("\nEach system call is an event of that name, too (openat, ioctl, ...):\n"
		     "eunomia list syscalls.");
	return EU_EXIT_OK;
}

static void add_fields(struct columns *table, const char *of, const struct eu_field *fields,
		       size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (fields[i].format == EU_FORMAT_HIDDEN)
			continue;
		columns_add(table, fields[i].name);
		columns_add(table, of);
		columns_add(table, format_name(&fields[i]));
		columns_add(table, fields[i].doc);
	}
}

static int unknown_event(const char *name)
{
	size_t n, used = 0;
	const struct eu_event_desc *events = eu_schema_events(&n);
	const char **names = calloc(n, sizeof(*names));
	char hint[200];

	for (size_t i = 0; names && i < n; i++)
		if (!events[i].internal)
			names[used++] = events[i].name;
	eu_nearest_hint(hint, sizeof(hint), name, names, used, "");
	free(names);
	say_error("--event: there is no event \"%.64s\"%s", name, hint);
	return EU_EXIT_USAGE;
}

static int list_fields(void)
{
	static const char *const titles[] = {"FIELD", "EVENT", "TYPE", "WHAT IT SAYS"};
	struct columns table = {.titles = titles, .n = 4};
	size_t n;
	const struct eu_event_desc *events;
	const struct eu_field *context = eu_schema_context(&n);

	if (chosen.event && !eu_schema_find(chosen.event))
		return unknown_event(chosen.event);
	add_fields(&table, "every", context, n);
	events = eu_schema_events(&n);
	for (size_t i = 0; i < n; i++)
		if (!events[i].internal && (!chosen.event || !strcmp(events[i].name, chosen.event)))
			add_fields(&table, events[i].name, events[i].fields, events[i].n_fields);
	print(&table);
	if (!chosen.names)
		puts("\n--filter and --fields also take\n"
		     "  container.labels.KEY  a label\n"
		     "  args.NAME             an argument of a system call: eunomia list syscalls\n"
		     "  args.NAME.MEMBER      where that is an object, what is in it, however deep:\n"
		     "                        args.fd.path (the file behind a descriptor),\n"
		     "                        args.addr.port, args.msg.msg_name.address\n"
		     "  args_state.NAME       what is said of an argument: truncated, unreadable\n"
		     "A filter asks for any of all these but seq, whether the output shows it or not.\n"
		     "Of a list, == asks whether it has such an element: args == \"-c\".");
	return EU_EXIT_OK;
}

static void append(char *text, size_t size, const char *more, const char *join)
{
	size_t at = strlen(text);

	snprintf(text + at, size - at, "%s%s", at ? join : "", more);
}

static void sets_text(char *out, size_t size, const struct eu_syscall *call)
{
	const char *name;

	*out = '\0';
	for (unsigned set = 0; (name = eu_syscall_set_name(set)); set++)
		if (call->sets & (1u << set))
			append(out, size, name, ",");
}

static void arguments_text(char *out, size_t size, const struct eu_syscall *call)
{
	*out = '\0';
	for (unsigned i = 0; i < call->n_args; i++) {
		append(out, size, call->args[i].type, ", ");
		append(out, size, call->args[i].name, " ");
	}
}

/* The set of the calls' own event is every call. */
static bool is_every_call(const char *set)
{
	return !strcmp(set, eu_schema_find("syscall")->set);
}

static int list_syscalls(void)
{
	static const char *const titles[] = {"SYSCALL", "NUMBER", "SETS", "ARGUMENTS"};
	struct columns table = {.titles = titles, .n = 4};
	bool every = !chosen.set || is_every_call(chosen.set);
	uint32_t wanted = every ? UINT32_MAX : eu_syscall_set_find(chosen.set);
	size_t n;
	const struct eu_syscall *calls = eu_syscall_all(EU_ABI_NATIVE, &n);

	for (size_t i = 0; i < n; i++) {
		char number[16], text[512];

		if (!(calls[i].sets & wanted))
			continue;
		snprintf(number, sizeof(number), "%u", calls[i].nr);
		columns_add(&table, calls[i].name);
		columns_add(&table, number);
		sets_text(text, sizeof(text), &calls[i]);
		columns_add(&table, text);
		arguments_text(text, sizeof(text), &calls[i]);
		columns_add(&table, text);
	}
	print(&table);
	return EU_EXIT_OK;
}

/* ---- sets: of system calls, and of events ---- */

static void events_of_set(char *out, size_t size, const char *set)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	*out = '\0';
	for (size_t i = 0; i < n; i++)
		if (!events[i].internal && !strcmp(events[i].set, set))
			append(out, size, events[i].name, ", ");
}

static void count_of_set(char *out, size_t size, unsigned set)
{
	size_t n, in = 0;
	const struct eu_syscall *calls = eu_syscall_all(EU_ABI_NATIVE, &n);

	for (size_t i = 0; i < n; i++)
		in += !!(calls[i].sets & (1u << set));
	snprintf(out, size, "%zu", in);
}

static void add_set(struct columns *table, const char *name, const char *calls, const char *doc)
{
	char events[512];

	events_of_set(events, sizeof(events), name);
	columns_add(table, name);
	columns_add(table, calls);
	columns_add(table, doc);
	columns_add(table, events);
}

static void add_event_set(struct columns *table, const char *set)
{
	char calls[16];
	size_t n = 0;

	if (is_every_call(set))
		eu_syscall_all(EU_ABI_NATIVE, &n);
	snprintf(calls, sizeof(calls), "%zu", n);
	add_set(table, set, calls, n ? "every system call" : "events only");
}

/* Sets that are no kind of system calls; each once, where its first event stands. */
static void add_event_sets(struct columns *table)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);

	for (size_t i = 0; i < n; i++) {
		bool seen = events[i].internal || eu_syscall_set_find(events[i].set);

		for (size_t before = 0; before < i && !seen; before++)
			seen =
			    !events[before].internal && !strcmp(events[before].set, events[i].set);
		if (!seen)
			add_event_set(table, events[i].set);
	}
}

static int list_sets(void)
{
	static const char *const titles[] = {"SET", "SYSCALLS", "WHAT IS IN IT", "EVENTS"};
	struct columns table = {.titles = titles, .n = 4};
	const char *name;

	for (unsigned set = 0; (name = eu_syscall_set_name(set)); set++) {
		char calls[16];

		count_of_set(calls, sizeof(calls), set);
		add_set(&table, name, calls, eu_syscall_set_doc(set));
	}
	add_event_sets(&table);
	print(&table);
	return EU_EXIT_OK;
}

/* ---- features: what this kernel has of what Eunomia can use ---- */

static int list_features(void)
{
	static const char *const titles[] = {"FEATURE", "HERE", "NEEDS", "WITHOUT IT"};
	struct columns table = {.titles = titles, .n = 4};
	size_t n;
	const struct eu_feature *features = eu_features(&n);
	bool *present = calloc(n, sizeof(*present));

	if (!present) {
		say_error("out of memory");
		return EU_EXIT_FAILED;
	}
	eu_features_present(present);
	for (size_t i = 0; i < n; i++) {
		columns_add(&table, features[i].name);
		columns_add(&table, present[i] ? "yes" : "no");
		columns_add(&table, features[i].needs);
		columns_add(&table, features[i].without);
	}
	free(present);
	print(&table);
	if (!chosen.names && geteuid())
		puts("\nWhat only a trial tells is told to root.");
	return EU_EXIT_OK;
}

struct list {
	const char *name;
	int (*list)(void);
	bool by_event, by_set; /* what it can be narrowed to */
};

static bool is_set(const char *name)
{
	size_t n;
	const struct eu_event_desc *events = eu_schema_events(&n);
	bool found = eu_syscall_set_find(name);

	for (size_t i = 0; i < n; i++)
		found |= !events[i].internal && !strcmp(events[i].set, name);
	return found;
}

static void unknown_set(const char *name)
{
	const char *names[128];
	size_t n, used = 0;
	const struct eu_event_desc *events = eu_schema_events(&n);
	char hint[200];

	while (used < 64 && eu_syscall_set_name(used)) {
		names[used] = eu_syscall_set_name(used);
		used++;
	}
	for (size_t i = 0; i < n && used < 128; i++)
		if (!events[i].internal && !eu_syscall_set_find(events[i].set))
			names[used++] = events[i].set;
	eu_nearest_hint(hint, sizeof(hint), name, names, used, "");
	say_error("--set: there is no set \"%.64s\"%s `eunomia list sets` shows them all", name,
		  *hint ? hint : ";");
}

/* An option that would change nothing, or a set that is none, is a mistake. */
static int check(const struct list *list)
{
	if (chosen.event && !list->by_event)
		say_error("--event is for eunomia list fields");
	else if (chosen.set && !list->by_set)
		say_error("--set is for eunomia list events and syscalls");
	else if (chosen.set && !is_set(chosen.set))
		unknown_set(chosen.set);
	else
		return 0;
	return EU_EXIT_USAGE;
}

static int run(const struct eu_cmd *cmd)
{
	static const struct list lists[] = {
	    {.name = "events", .list = list_events, .by_set = true},
	    {.name = "sets", .list = list_sets},
	    {.name = "fields", .list = list_fields, .by_event = true},
	    {.name = "syscalls", .list = list_syscalls, .by_set = true},
	    {.name = "features", .list = list_features},
	};

	if (eu_arguments.n_operands != 1) {
		say_error("list one of: %s", cmd->operands);
		return EU_EXIT_USAGE;
	}
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (!strcmp(eu_arguments.operands[0], lists[i].name))
			return check(&lists[i]) ?: lists[i].list();
	return EU_EXIT_USAGE;
}

const struct eu_cmd eu_cmd_list = {
    .name = "list",
    .summary = "say which events, sets, fields, system calls and features there are",
    .usage = "events|sets|fields|syscalls|features [OPTIONS]",
    .about = "Everything that trace can show and that --event, --set, --fields and --filter "
	     "take, with a sentence each.",
    .groups = (const struct eu_option_group *const[]){&options, NULL},
    .examples =
	(const struct eu_example[]){
	    {"eunomia list events", "What trace can show."},
	    {"eunomia list fields --event open", "What it says about an open file."},
	    {"eunomia list features", "What this kernel lacks, and what is lost by it."},
	    {"eunomia list syscalls --set net", "System calls around sockets."},
	    {},
	},
    .operands = "events sets fields syscalls features",
    .run = run,
};

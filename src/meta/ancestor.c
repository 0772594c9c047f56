/* SPDX-License-Identifier: Apache-2.0 */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <string.h>

#include "cleanup.h"
#include "meta/ancestor.h"
#include "meta/file.h"
#include "meta/info.h"

#define MAX_GENERATIONS 6 /* init, runc's two stages, runc, shim or conmon, and one to spare */
#define MAX_ARGS        256
#define MAX_CMDLINE     16384 /* conmon's is about 2 KiB */

struct cmdline {
	char text[MAX_CMDLINE];
	const char *argv[MAX_ARGS];
	int argc;
};

static bool read_cmdline(int pid, struct cmdline *cmd)
{
	ssize_t len = eu_read_proc(pid, "cmdline", cmd->text, sizeof(cmd->text));

	cmd->argc = 0;
	for (ssize_t at = 0; at < len && cmd->argc < MAX_ARGS; at += strlen(cmd->text + at) + 1)
		cmd->argv[cmd->argc++] = cmd->text + at;
	return cmd->argc > 0;
}

/* The value of an option, written "-b VALUE", "--bundle VALUE" or "--bundle=VALUE". */
static const char *option(const struct cmdline *cmd, const char *brief, const char *full)
{
	size_t len = strlen(full);

	for (int i = 1; i < cmd->argc; i++) {
		const char *arg = cmd->argv[i];

		if ((!strcmp(arg, brief) || !strcmp(arg, full)) && i + 1 < cmd->argc)
			return cmd->argv[i + 1];
		if (!strncmp(arg, full, len) && arg[len] == '=')
			return arg + len + 1;
	}
	return NULL;
}

static bool has_arg(const struct cmdline *cmd, const char *text)
{
	for (int i = 1; i < cmd->argc; i++) {
		if (!strcmp(cmd->argv[i], text))
			return true;
	}
	return false;
}

static char *working_directory(int pid)
{
	char link[64], path[PATH_MAX];
	ssize_t len;

	snprintf(link, sizeof(link), "/proc/%d/cwd", pid);
	len = readlink(link, path, sizeof(path) - 1);
	if (len <= 0)
		return NULL;
	path[len] = '\0';
	return strdup(path);
}

/* A runtime works in the bundle before it begins the container. */
static char *bundle_of_runtime(int pid, const char *argument)
{
	return argument && *argument == '/' ? strdup(argument) : working_directory(pid);
}

/* One shim serves a pod: it works in the sandbox's bundle, the other bundles lie beside it. */
static bool from_shim(int pid, const struct cmdline *cmd, const char *id,
		      struct eu_ancestor_bundle *out)
{
	eu_auto_free char *cwd = working_directory(pid);
	const char *own = option(cmd, "-id", "--id");
	char *slash = cwd ? strrchr(cwd, '/') : NULL;

	if (!id)
		id = own;
	if (!slash || !id)
		return false;
	*slash = '\0';
	out->id = strdup(id);
	return asprintf(&out->path, "%s/%s", cwd, id) >= 0;
}

static bool from_conmon(int pid, const struct cmdline *cmd, const char *id,
			struct eu_ancestor_bundle *out)
{
	const char *bundle = option(cmd, "-b", "--bundle"), *own = option(cmd, "-c", "--cid");

	if (!bundle || *bundle != '/' || !own || (id && strcmp(id, own)))
		return false;
	out->id = strdup(own);
	out->path = strdup(bundle);
	return true;
}

/* "runc run [--bundle DIR] ID": the directory is the current one when it is not said. */
/* The last word that is neither an option nor the value of one: crun takes options behind it, too. */
static const char *container_of(const struct cmdline *cmd)
{
	static const char *const valued[] = {"-b", "--bundle", "-f", "--config", "--pid-file",
					     "--console-socket", "--preserve-fds"};
	int i = cmd->argc - 1;
	bool is_value;

	do {
		is_value = false;
		for (size_t k = 0; k < sizeof(valued) / sizeof(*valued) && i > 1; k++)
			is_value |= !strcmp(cmd->argv[i - 1], valued[k]);
		i -= is_value ? 2 : *cmd->argv[i] == '-';
	} while (i > 0 && (is_value || *cmd->argv[i] == '-'));
	return i > 0 ? cmd->argv[i] : "";
}

static bool from_runtime(int pid, const struct cmdline *cmd, const char *id,
			 struct eu_ancestor_bundle *out)
{
	const char *bundle = option(cmd, "-b", "--bundle");

	if (!has_arg(cmd, "run") && !has_arg(cmd, "create") && !has_arg(cmd, "restore"))
		return false;
	if (id && !has_arg(cmd, id))
		return false;
	out->id = strdup(id ? id : container_of(cmd));
	out->path = bundle_of_runtime(pid, bundle);
	return true;
}

static const struct {
	const char *name; /* the beginning of the program's */
	bool (*find)(int pid, const struct cmdline *cmd, const char *id,
		     struct eu_ancestor_bundle *out);
	const char *runtime;
} programs[] = {
    {"containerd-shim", from_shim, NULL}, {"conmon", from_conmon, NULL},
    {"runc", from_runtime, "runc"},       {"crun", from_runtime, "crun"},
    {"youki", from_runtime, "youki"},
};

/* "runc", "runc-1.2", "memfd:runc_cloned:/proc/self/exe"; not "runcommand". */
static bool is_named(const char *executable, const char *program)
{
	size_t len = strlen(program);

	return !strncmp(executable, program, len) && !isalnum((unsigned char)executable[len]);
}

const char *eu_runtime_of_executable(const char *path)
{
	const char *memfd = "memfd:", *slash = strrchr(path, '/');

	if (!strncmp(path, memfd, strlen(memfd)))
		path += strlen(memfd);
	else if (slash)
		path = slash + 1;
	for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++)
		if (programs[i].runtime && is_named(path, programs[i].name))
			return programs[i].runtime;
	return NULL;
}

/* A process inside a PID namespace below ours is the container's own: its name proves nothing. */
static bool is_inside(int pid)
{
	char ids[512];

	return !eu_read_status(pid, "NSpid", ids, sizeof(ids)) || strchr(ids, '\t');
}

static int parent_of(int pid)
{
	char stat[1024], *end;
	int parent;

	if (eu_read_proc(pid, "stat", stat, sizeof(stat)) < 0)
		return 0;
	end = strrchr(stat, ')'); /* the name before it may hold anything */
	return end && sscanf(end, ") %*c %d", &parent) == 1 ? parent : 0;
}

static bool ask_process(int pid, const char *id, struct eu_ancestor_bundle *out)
{
	eu_auto_free struct cmdline *cmd = malloc(sizeof(*cmd));
	const char *name;

	if (!cmd || is_inside(pid) || !read_cmdline(pid, cmd))
		return false;
	name = strrchr(cmd->argv[0], '/');
	name = name ? name + 1 : cmd->argv[0];
	for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++) {
		if (strncmp(name, programs[i].name, strlen(programs[i].name)))
			continue;
		out->runtime = programs[i].runtime;
		return programs[i].find(pid, cmd, id, out);
	}
	return false;
}

int eu_ancestor_bundle(int pid, const char *id, struct eu_ancestor_bundle *out)
{
	struct eu_ancestor_bundle found = {.root_fd = -1};
	char root[64];

	for (int i = 0; i < MAX_GENERATIONS && pid > 1; i++, pid = parent_of(pid)) {
		if (!ask_process(pid, id, &found))
			continue;
		snprintf(root, sizeof(root), "/proc/%d/root", pid);
		found.root_fd = eu_open_root(root);
		if (found.root_fd >= 0 && found.path && found.id) {
			*out = found;
			return 0;
		}
		eu_ancestor_bundle_clear(&found);
	}
	return -ENOENT;
}

void eu_ancestor_bundle_clear(struct eu_ancestor_bundle *bundle)
{
	free(bundle->path);
	free(bundle->id);
	eu_closep(&bundle->root_fd);
	*bundle = (struct eu_ancestor_bundle){.root_fd = -1};
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Everything on this host that is a container: by bundles and runtime state, by the names of
 * cgroups, and by what daemons say; one entry each, however many of them know it.
 */
#include <dirent.h>
#include <errno.h>
#include <fts.h>
#include <limits.h>

#include "clock.h"
#include "meta/bundle.h"
#include "meta/daemon.h"
#include "meta/file.h"
#include "meta/info.h"
#include "meta/json.h"
#include "meta/options.h"

#define MAX_CGROUP_DEPTH 12
#define WAIT_MS          50

struct lister {
	struct eu_options options;
	struct eu_http *http;
	struct eu_daemon *daemons[EU_META_MAX_SOCKETS];
	bool listed[EU_META_MAX_SOCKETS]; /* its list has been asked for */
	size_t n_daemons, pending;
	struct eu_container_list *list;
	int64_t deadline;
	bool processes;
	bool no_memory;
};

/* --- entries ----------------------------------------------------------------------------- */

static struct eu_container_entry *find(struct lister *l, const char *id)
{
	for (size_t i = 0; i < l->list->n_entries; i++) {
		if (!strcmp(l->list->entries[i].info->id, id))
			return &l->list->entries[i];
	}
	return NULL;
}

/* Of several containers with one id the one in a cgroup: where the kernel has it, or where a file says
 * it is; either may be NULL. */
static struct eu_container_entry *find_in(struct lister *l, const char *id, const char *path,
					  const char *claim)
{
	struct eu_container_entry *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < l->list->n_entries; i++) {
		struct eu_container_entry *entry = &l->list->entries[i];
		const char *said = entry->info->claimed_cgroup;
		size_t len = said ? strlen(said) : 0;

		if (strcmp(entry->info->id, id) || !eu_cgroup_is_claimed(path, said) ||
		    (said && claim && strcmp(said, claim)) || (best && len <= most))
			continue;
		best = entry;
		most = len;
	}
	return best;
}

/* Takes info; NULL: full, or no memory. */
static struct eu_container_entry *append(struct lister *l, struct eu_container_info *info)
{
	struct eu_container_list *list = l->list;
	struct eu_container_entry *larger;

	if (info && list->n_entries < EU_META_MAX_LISTED) {
		larger = reallocarray(list->entries, list->n_entries + 1, sizeof(*larger));
		if (larger) {
			list->entries = larger;
			larger[list->n_entries] = (struct eu_container_entry){.info = info};
			return &larger[list->n_entries++];
		}
	}
	l->no_memory |= !info || list->n_entries < EU_META_MAX_LISTED;
	list->more |= list->n_entries == EU_META_MAX_LISTED;
	eu_container_info_free(info);
	return NULL;
}

/* State outlives a container whose runtime was killed, and its pid may be another's by now. */
static void check_init(struct eu_container_info *info)
{
	unsigned long long start;
	char stat[1024], *end;

	if (!info->init_pid)
		return;
	if (eu_read_proc(info->init_pid, "stat", stat, sizeof(stat)) > 0) {
		end = strrchr(stat, ')');
		if (!info->init_start || !end ||
		    sscanf(end,
			   ") %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s "
			   "%*s %*s %llu",
			   &start) != 1 ||
		    start == info->init_start)
			return;
	}
	info->init_pid = 0;
	info->init_start = 0;
}

static bool add_bundle(void *ctx, const char *id, const char *claim)
{
	struct lister *l = ctx;
	eu_auto_info struct eu_container_info *info = NULL;

	if (eu_is_engine_id(id) ? find(l, id) : find_in(l, id, NULL, claim))
		return true;
	info = eu_container_info_new();
	if (!info || !eu_info_set_text(&info->id, id) ||
	    !eu_info_set_text(&info->claimed_cgroup, claim) ||
	    !eu_bundle_read(info, 0, &l->options.view, &l->list->stats)) {
		l->no_memory = true;
		return false;
	}
	check_init(info);
	append(l, eu_take(info));
	return eu_now_ms() < l->deadline;
}

/* --- cgroups ----------------------------------------------------------------------------- */

/* The first of a hybrid host's hierarchies that has the path, or a pure v2 host's only one. */
static const char *const mounts[] = {
    "/sys/fs/cgroup/unified", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/pids",
    "/sys/fs/cgroup/systemd", "/sys/fs/cgroup",
};

#define N_MOUNTS (sizeof(mounts) / sizeof(*mounts))

typedef void (*pid_fn)(void *ctx, int pid);

static void each_pid(const char *cgroup, pid_fn fn, void *ctx)
{
	eu_auto_fclose FILE *file = NULL;
	char path[PATH_MAX];
	int pid;

	if (snprintf(path, sizeof(path), "%s/cgroup.procs", cgroup) >= (int)sizeof(path))
		return;
	file = fopen(path, "re");
	while (file && fscanf(file, "%d", &pid) == 1)
		fn(ctx, pid);
}

/* NSpid's last number is 1, and not its only one: the init of a namespace below ours. */
static bool is_init(int pid)
{
	char ids[512], *last;

	last = eu_read_status(pid, "NSpid", ids, sizeof(ids)) ? strrchr(ids, '\t') : NULL;
	return last && !strcmp(last, "\t1");
}

/* The one that is number 1 inside, else the first. */
static void prefer_init(void *ctx, int pid)
{
	int *best = ctx;

	if (!*best || is_init(pid))
		*best = pid;
}

static void add_cgroup(struct lister *l, const char *mount, const char *path,
		       const struct eu_cgroup_name *name)
{
	struct eu_container_entry *entry = eu_is_engine_id(name->id) ?
						   find(l, name->id) :
						   find_in(l, name->id, path, NULL);
	char full[PATH_MAX];
	int pid = 0;

	if (!entry) {
		struct eu_container_info *info = eu_container_info_new();

		if (info && !eu_info_set_text(&info->id, name->id))
			eu_container_info_free(eu_take(info));
		entry = append(l, info);
	}
	if (!entry || entry->info->cgroup_path)
		return;
	snprintf(full, sizeof(full), "%s%s", mount, path);
	each_pid(full, prefer_init, &pid);
	if (!eu_info_set_text(&entry->info->cgroup_path, path) ||
	    !eu_bundle_read(entry->info, pid, &l->options.view, &l->list->stats))
		l->no_memory = true;
	check_init(entry->info);
	if (!entry->info->init_pid)
		entry->info->init_pid = pid;
}

static void fts_closep(FTS **fts)
{
	if (*fts)
		fts_close(*fts);
}

static void walk_cgroups(struct lister *l, const char *mount)
{
	char root[PATH_MAX];
	char *const roots[] = {root, NULL};
	__attribute__((cleanup(fts_closep))) FTS *fts = NULL;
	FTSENT *at;
	size_t skip;

	skip =
	    snprintf(root, sizeof(root), "%s%s", l->options.root[1] ? l->options.root : "", mount);
	fts = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_XDEV | FTS_NOSTAT, NULL);
	while (fts && (at = fts_read(fts)) && eu_now_ms() < l->deadline) {
		struct eu_cgroup_name name;

		if (at->fts_info != FTS_D)
			continue;
		if (!eu_cgroup_name_parse(at->fts_path + skip, &name) &&
		    eu_cgroup_use(&name, at->fts_path) == EU_CGROUP_CONTAINER) {
			add_cgroup(l, root, at->fts_path + skip, &name);
			fts_set(fts, at, FTS_SKIP);
		} else if (at->fts_level >= MAX_CGROUP_DEPTH) {
			fts_set(fts, at, FTS_SKIP);
		}
	}
}

/* On a hybrid host the last mount is a tmpfs that only holds the others. */
static void add_cgroups(struct lister *l)
{
	char path[PATH_MAX];

	for (size_t i = 0; i < N_MOUNTS; i++) {
		snprintf(path, sizeof(path), "%s%s/cgroup.procs",
			 l->options.root[1] ? l->options.root : "", mounts[i]);
		if (!access(path, F_OK))
			walk_cgroups(l, mounts[i]);
	}
}

/* --- daemons ----------------------------------------------------------------------------- */

struct inquiry {
	struct lister *l;
	struct eu_daemon *daemon;
	char id[65];
};

static void ask(struct lister *l, struct eu_daemon *daemon, const char *id, const char *path,
		eu_http_done_fn done)
{
	eu_auto_free struct inquiry *inquiry = calloc(1, sizeof(*inquiry));

	if (!inquiry)
		return;
	inquiry->l = l;
	inquiry->daemon = daemon;
	snprintf(inquiry->id, sizeof(inquiry->id), "%s", id);
	if (eu_daemon_get(daemon, path, done, inquiry))
		return;
	inquiry = NULL;
	l->pending++;
}

static bool is_good(struct inquiry *inquiry, const struct eu_http_answer *answer)
{
	inquiry->l->pending--;
	return !answer->error && answer->status == 200;
}

static void on_top(void *ctx, const struct eu_http_answer *answer)
{
	eu_auto_free struct inquiry *inquiry = ctx;
	struct eu_container_entry *entry;
	struct eu_container_process *processes;
	size_t n;
	int ret;

	if (!is_good(inquiry, answer))
		return;
	ret = eu_json_top(answer->body, answer->len, &processes, &n);
	if (ret) {
		eu_daemon_complain(inquiry->daemon, ret);
		return;
	}
	entry = find(inquiry->l, inquiry->id);
	if (!entry || entry->n_processes) {
		eu_container_processes_free(processes, n);
		return;
	}
	entry->processes = processes;
	entry->n_processes = n;
}

static void on_inspect(void *ctx, const struct eu_http_answer *answer)
{
	eu_auto_free struct inquiry *inquiry = ctx;
	eu_auto_info struct eu_container_info *info = eu_container_info_new();
	struct eu_container_entry *entry;
	int ret;

	if (!is_good(inquiry, answer) || !info)
		return;
	ret = eu_json_inspect(answer->body, answer->len, info);
	entry = ret ? NULL : find(inquiry->l, info->id);
	if (ret)
		eu_daemon_complain(inquiry->daemon, ret);
	else if (entry && !eu_info_merge(entry->info, info))
		inquiry->l->no_memory = true;
}

/* Details only of what runs: the list says the rest of what ended. Podman's "ps" counts pids
 * inside the container unless told otherwise. */
static void ask_details(struct inquiry *inquiry, const struct eu_container_info *info)
{
	struct lister *l = inquiry->l;
	bool podman = !strcmp(eu_daemon_runtime(inquiry->daemon), "podman");
	char path[160];

	if (!info->status || strcmp(info->status, "running") || strlen(info->id) != 64 ||
	    strspn(info->id, "0123456789abcdef") != 64)
		return;
	snprintf(path, sizeof(path), "/containers/%s/json", info->id);
	ask(l, inquiry->daemon, info->id, path, on_inspect);
	snprintf(path, sizeof(path), "/containers/%s/top%s", info->id,
		 podman ? "?stream=false&ps_args=hpid,args" : "");
	if (l->processes)
		ask(l, inquiry->daemon, info->id, path, on_top);
}

static int add_listed(void *ctx, struct eu_container_info *info)
{
	struct inquiry *inquiry = ctx;
	struct eu_container_entry *entry = find(inquiry->l, info->id);

	info->from_api = true;
	if (!eu_info_set_text(&info->runtime, eu_daemon_runtime(inquiry->daemon)))
		return -ENOMEM;
	if (!entry)
		entry = append(inquiry->l, eu_info_copy(info));
	else if (!eu_info_merge(entry->info, info))
		return -ENOMEM;
	if (entry)
		ask_details(inquiry, entry->info);
	return inquiry->l->no_memory ? -ENOMEM : 0;
}

static void on_images(void *ctx, const struct eu_http_answer *answer)
{
	eu_auto_free struct inquiry *inquiry = ctx;
	struct eu_container_list *list = inquiry->l->list;
	eu_auto_free struct eu_container_info **lacking =
		calloc(list->n_entries + 1, sizeof(*lacking));
	size_t n = 0;
	int ret;

	if (!is_good(inquiry, answer) || !lacking)
		return;
	for (size_t i = 0; i < list->n_entries; i++)
		if (eu_info_lacks_image_name(list->entries[i].info))
			lacking[n++] = list->entries[i].info;
	ret = eu_json_images(answer->body, answer->len, lacking, n);
	if (ret)
		eu_daemon_complain(inquiry->daemon, ret);
}

/* What images are called that containers were made from by an id. */
static void ask_images(struct lister *l, struct eu_daemon *daemon)
{
	for (size_t i = 0; i < l->list->n_entries; i++)
		if (eu_info_lacks_image_name(l->list->entries[i].info))
			return ask(l, daemon, "", "/images/json", on_images);
}

static void on_list(void *ctx, const struct eu_http_answer *answer)
{
	eu_auto_free struct inquiry *inquiry = ctx;
	int ret;

	if (!is_good(inquiry, answer)) {
		if (!answer->error)
			eu_daemon_complain_of(inquiry->daemon, answer);
		return;
	}
	ret = eu_json_list(answer->body, answer->len, add_listed, inquiry);
	if (ret)
		eu_daemon_complain(inquiry->daemon, ret);
	ask_images(inquiry->l, inquiry->daemon);
}

static bool still_busy(struct lister *l)
{
	bool busy = l->pending > 0;

	for (size_t i = 0; i < l->n_daemons; i++) {
		enum eu_daemon_state state = eu_daemon_state(l->daemons[i]);

		if (state == EU_DAEMON_READY && !l->listed[i]) {
			l->listed[i] = true;
			ask(l, l->daemons[i], "", "/containers/json?all=1", on_list);
			busy = true;
		}
		busy |= state == EU_DAEMON_ASKING;
	}
	return busy;
}

static void complain_of_late(struct lister *l)
{
	struct eu_meta_stats *stats = &l->list->stats;
	uint64_t before = stats->timed_out;

	for (size_t i = 0; i < l->n_daemons; i++)
		if (eu_daemon_state(l->daemons[i]) == EU_DAEMON_ASKING)
			eu_daemon_complain(l->daemons[i], -ETIMEDOUT);
	if (stats->timed_out > before)
		return;
	stats->timed_out++; /* one that has said who it is, but not all that was asked */
	snprintf(stats->last_error, sizeof(stats->last_error),
		 "a container daemon did not answer in time");
}

/* A daemon gets one chance: somebody waits for this list. */
static void ask_daemons(struct lister *l)
{
	int64_t now = eu_now_ms();

	for (size_t i = 0; i < l->n_daemons; i++)
		eu_daemon_tick(l->daemons[i], now);
	while (still_busy(l)) {
		if (now >= l->deadline)
			return complain_of_late(l);
		eu_http_run(l->http, l->deadline - now < WAIT_MS ? l->deadline - now : WAIT_MS);
		now = eu_now_ms();
	}
}

/* --- processes --------------------------------------------------------------------------- */

static char *command_of(int pid)
{
	char text[EU_META_MAX_STRING];
	ssize_t len = eu_read_proc(pid, "cmdline", text, sizeof(text));

	if (len <= 0)
		return NULL;
	while (len && !text[len - 1])
		len--;
	for (ssize_t i = 0; i < len; i++) {
		if (!text[i])
			text[i] = ' ';
	}
	return strndup(text, len);
}

static void add_process(void *ctx, int pid)
{
	struct eu_container_entry *entry = ctx;
	struct eu_container_process *larger;

	if (entry->n_processes == EU_META_MAX_LISTED)
		return;
	larger = reallocarray(entry->processes, entry->n_processes + 1, sizeof(*larger));
	if (!larger)
		return;
	entry->processes = larger;
	larger[entry->n_processes++] = (struct eu_container_process){pid, command_of(pid)};
}

/* A container may have made cgroups of its own below. */
static void add_processes_below(struct eu_container_entry *entry, char *cgroup)
{
	char *const roots[] = {cgroup, NULL};
	__attribute__((cleanup(fts_closep))) FTS *fts =
	    fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_XDEV | FTS_NOSTAT, NULL);
	FTSENT *at;

	while (fts && (at = fts_read(fts))) {
		if (at->fts_info == FTS_D && at->fts_level <= MAX_CGROUP_DEPTH)
			each_pid(at->fts_path, add_process, entry);
	}
}

/* "0::/a/b" and "4:memory:/a/b"; a root says nothing about a container. */
static void find_cgroup(struct eu_container_info *info)
{
	char text[8192], *line, *save;

	if (info->cgroup_path || info->init_pid <= 0 ||
	    eu_read_proc(info->init_pid, "cgroup", text, sizeof(text)) < 0)
		return;
	for (line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		char *path = strchr(line, ':');

		path = path ? strchr(path + 1, ':') : NULL;
		if (path && path[1] == '/' && path[2])
			eu_info_set_text(&info->cgroup_path, path + 1);
	}
}

static void find_processes(struct lister *l, struct eu_container_entry *entry)
{
	char path[PATH_MAX];

	for (size_t i = 0; i < N_MOUNTS && entry->info->cgroup_path && !entry->n_processes; i++) {
		snprintf(path, sizeof(path), "%s%s%s", l->options.root[1] ? l->options.root : "",
			 mounts[i], entry->info->cgroup_path);
		if (!access(path, F_OK))
			add_processes_below(entry, path);
	}
}

/* What a file of its cgroup says begins so. */
static bool cgroup_says(const struct lister *l, const struct eu_container_info *info,
			const char *mount, const char *name, const char *word)
{
	eu_auto_fclose FILE *file = NULL;
	char path[PATH_MAX], text[32] = "";

	if (snprintf(path, sizeof(path), "%s%s%s/%s", l->options.root[1] ? l->options.root : "",
		     mount, info->cgroup_path, name) >= (int)sizeof(path))
		return false;
	file = fopen(path, "re");
	return file && fgets(text, sizeof(text), file) && !strncmp(text, word, strlen(word));
}

static bool is_frozen(const struct lister *l, const struct eu_container_info *info)
{
	return info->cgroup_path &&
	       (cgroup_says(l, info, "/sys/fs/cgroup", "cgroup.freeze", "1") ||
		cgroup_says(l, info, "/sys/fs/cgroup/unified", "cgroup.freeze", "1") ||
		cgroup_says(l, info, "/sys/fs/cgroup/freezer", "freezer.state", "F"));
}

static bool is_alive(const struct eu_container_info *info)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d", info->init_pid);
	return info->init_pid && !access(path, F_OK);
}

static void finish_entry(struct lister *l, struct eu_container_entry *entry)
{
	struct eu_container_info *info = entry->info;
	bool alive = is_alive(info);

	find_cgroup(info);
	if (!info->status || (!alive && !info->from_api))
		eu_info_set_text(&info->status, !alive		    ? "stopped" :
						is_frozen(l, info) ? "paused" :
								     "running");
	if (l->processes && (alive || !strcmp(info->status, "running")))
		find_processes(l, entry);
}

/* --- PID namespaces ---------------------------------------------------------------------- */

/* One that has ended, and waits for its parent to see that, is no container that runs. */
static bool is_init_below(int pid, int *parent)
{
	char above[16], state[32];

	if (!is_init(pid) || !eu_read_status(pid, "State", state, sizeof(state)) ||
	    *state == 'Z' || !eu_read_status(pid, "PPid", above, sizeof(above)))
		return false;
	*parent = atoi(above);
	return true;
}

static bool is_below(const char *path, const char *cgroup)
{
	size_t len = cgroup ? strlen(cgroup) : 0;

	return len && !strncmp(path, cgroup, len) && (!path[len] || path[len] == '/');
}

static bool is_listed(const struct lister *l, const struct eu_container_info *info)
{
	for (size_t i = 0; i < l->list->n_entries; i++) {
		const struct eu_container_info *known = l->list->entries[i].info;

		if (known->init_pid == info->init_pid ||
		    is_below(info->cgroup_path, known->cgroup_path))
			return true;
	}
	return false;
}

/* A cgroup of its own tells a container from an unshare(1) in somebody's shell. */
static bool shares_cgroup(const struct eu_container_info *info, int parent)
{
	eu_auto_info struct eu_container_info *above = eu_container_info_new();

	if (!above)
		return true;
	above->init_pid = parent;
	find_cgroup(above);
	return above->cgroup_path && !strcmp(above->cgroup_path, info->cgroup_path);
}

/* Its state is in no place we know (runc --root elsewhere): the cgroup's name is what is left. */
static void add_namespace(struct lister *l, int pid)
{
	eu_auto_info struct eu_container_info *info = NULL;
	const char *name;
	int parent;

	if (!is_init_below(pid, &parent))
		return;
	info = eu_container_info_new();
	if (!info)
		return;
	info->init_pid = pid;
	find_cgroup(info);
	if (!info->cgroup_path || is_listed(l, info) || shares_cgroup(info, parent))
		return;
	name = strrchr(info->cgroup_path, '/') + 1;
	if (!*name || find_in(l, name, info->cgroup_path, NULL))
		return;
	if (!eu_info_set_text(&info->id, name) ||
	    !eu_bundle_read(info, pid, &l->options.view, &l->list->stats))
		l->no_memory = true;
	else
		append(l, eu_take(info));
}

static void add_namespaces(struct lister *l)
{
	eu_auto_closedir DIR *proc = opendir("/proc");
	struct dirent *entry;

	for (size_t i = 0; i < l->list->n_entries; i++)
		find_cgroup(l->list->entries[i].info);
	while (proc && (entry = readdir(proc)) && eu_now_ms() < l->deadline)
		if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9')
			add_namespace(l, atoi(entry->d_name));
}

/* --- the whole --------------------------------------------------------------------------- */

static int by_runtime_and_name(const void *a, const void *b)
{
	const struct eu_container_info *x = ((const struct eu_container_entry *)a)->info;
	const struct eu_container_info *y = ((const struct eu_container_entry *)b)->info;
	int order = strcmp(x->runtime ? x->runtime : "", y->runtime ? y->runtime : "");

	if (!order)
		order = strcmp(x->name ? x->name : x->id, y->name ? y->name : y->id);
	return order ? order : strcmp(x->id, y->id);
}

static int prepare(struct lister *l, const struct eu_meta_options *options, struct eu_error *err)
{
	int ret = eu_options_copy(&l->options, options, err);

	if (!ret)
		ret = eu_http_new(&l->http, err);
	for (size_t i = 0; !ret && i < l->options.view.n_sockets; i++) {
		struct eu_daemon_options daemon = {
		    .socket = l->options.sockets[i],
		    .http = l->http,
		    .stats = &l->list->stats,
		};

		ret = eu_daemon_new(&l->daemons[i], &daemon);
		if (ret)
			return eu_fail(err, ENOMEM, "no memory for a list of containers");
		l->n_daemons++;
	}
	return ret;
}

static void clear(struct lister *l)
{
	eu_http_free(l->http);
	for (size_t i = 0; i < l->n_daemons; i++)
		eu_daemon_free(l->daemons[i]);
	eu_options_clear(&l->options);
	eu_container_list_free(l->list);
}

static void collect(struct lister *l)
{
	eu_bundle_each(&l->options.view, add_bundle, l);
	add_cgroups(l);
	ask_daemons(l);
	if (!l->options.root[1])
		add_namespaces(l);
	for (size_t i = 0; i < l->list->n_entries; i++)
		finish_entry(l, &l->list->entries[i]);
	if (l->list->n_entries)
		qsort(l->list->entries, l->list->n_entries, sizeof(*l->list->entries),
		      by_runtime_and_name);
}

int eu_meta_list(struct eu_container_list **out, const struct eu_meta_options *options,
		 bool processes, unsigned int deadline_ms, struct eu_error *err)
{
	__attribute__((cleanup(clear))) struct lister l = {
	    .list = calloc(1, sizeof(*l.list)),
	    .deadline = eu_now_ms() + deadline_ms,
	    .processes = processes,
	};
	int ret;

	if (!l.list)
		return eu_fail(err, ENOMEM, "no memory for a list of containers");
	ret = prepare(&l, options, err);
	if (ret)
		return ret;
	collect(&l);
	if (l.no_memory)
		return eu_fail(err, ENOMEM, "no memory for a list of containers");
	*out = eu_take(l.list);
	return 0;
}

void eu_container_list_free(struct eu_container_list *list)
{
	if (!list)
		return;
	for (size_t i = 0; i < list->n_entries; i++) {
		eu_container_info_free(list->entries[i].info);
		eu_container_processes_free(list->entries[i].processes,
					    list->entries[i].n_processes);
	}
	free(list->entries);
	free(list);
}

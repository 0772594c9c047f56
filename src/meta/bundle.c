/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <libgen.h>
#include <limits.h>

#include "meta/ancestor.h"
#include "meta/bundle.h"
#include "meta/file.h"
#include "meta/info.h"
#include "meta/json.h"

enum place_kind {
	PLACE_STATE,  /* state.json of runc, status of crun: names the bundle */
	PLACE_BUNDLE, /* a bundle's config.json */
	PLACE_USER,   /* PLACE_STATE, where a user may write */
	PLACE_DOCKER, /* what dockerd keeps of a container that has no bundle, because it ended */
};

/*
 * Where runtimes keep things, for glob(3); %s is the id. An id that is in one of root's places is
 * not looked for where other users can write. Home directories are not searched, they
 * may be on a file server that hangs; what lies there is found through the processes.
 */
static const struct place {
	const char *pattern;
	enum place_kind kind;
	const char *runtime; /* when nothing better is known */
} places[] = {
    {"/run/docker/runtime-runc/*/%s/state.json", PLACE_STATE, "docker"},
    {"/run/containerd/runc/*/%s/state.json", PLACE_STATE, "containerd"},
    {"/run/runc/%s/state.json", PLACE_STATE, "runc"},
    {"/run/crun/%s/status", PLACE_STATE, "crun"},
    {"/run/containerd/io.containerd.runtime.v2.task/*/%s/config.json", PLACE_BUNDLE, "containerd"},
    {"/run/docker/containerd/daemon/io.containerd.runtime.v2.task/*/%s/config.json", PLACE_BUNDLE,
     "docker"},
    {"/run/k3s/containerd/io.containerd.runtime.v2.task/*/%s/config.json", PLACE_BUNDLE,
     "containerd"},
    {"/run/containerd/io.containerd.runtime.v1.linux/*/%s/config.json", PLACE_BUNDLE, "containerd"},
    {"/var/lib/containers/storage/*-containers/%s/userdata/config.json", PLACE_BUNDLE, NULL},
    {"/run/containers/storage/*-containers/%s/userdata/config.json", PLACE_BUNDLE, NULL},
    {"/run/user/*/runc/%s/state.json", PLACE_USER, "runc"},
    {"/run/user/*/crun/%s/status", PLACE_USER, "crun"},
    {"/var/lib/docker/containers/%s/config.v2.json", PLACE_DOCKER, "docker"},
};

/* Below a --root that somebody gave us. */
static const struct place state_places[] = {
    {"/%s/state.json", PLACE_STATE, "runc"},
    {"/%s/status", PLACE_STATE, "crun"},
};

#define N_PLACES       (sizeof(places) / sizeof(*places))
#define N_STATE_PLACES (sizeof(state_places) / sizeof(*state_places))

struct reader {
	struct eu_container_info *info;
	const struct eu_meta_options *options;
	struct eu_meta_stats *stats;
	const char *prefix;  /* the host's root, without a slash at the end */
	const char *cgroup;  /* NULL: not known, or no matter: an engine's id is nobody else's */
	const char *runtime; /* by path, for when no file says it */
	int root_fd;
	bool bundle_read;
	bool proven; /* what is read has to say itself that it is of our cgroup */
	bool no_memory;
};

/* Ids are their namespaces' (containerd's) or state directories' (runc's) own: what is read may be
 * another container's. */
static bool is_ours(const struct reader *r, const char *claim)
{
	return (claim || !r->proven) && eu_cgroup_is_claimed(r->cgroup, claim);
}

/* --- counting ---------------------------------------------------------------------------- */

static void complain(struct reader *r, const char *path, int ret)
{
	struct eu_meta_stats *stats = r->stats;

	switch (ret) {
	case -ENOMEM:
		r->no_memory = true;
		return;
	case -EINVAL:
		stats->malformed++;
		snprintf(stats->last_error, sizeof(stats->last_error),
			 "%.180s is not the JSON that it should be", path);
		return;
	case -EFBIG:
	case -E2BIG:
		stats->too_large++;
		snprintf(stats->last_error, sizeof(stats->last_error),
			 "%.180s is larger than it may be", path);
		return;
	default: /* not there, not ours to read, or no entry for this container */
		return;
	}
}

typedef int (*parse_fn)(const char *text, size_t len, struct eu_container_info *info);

static bool parse_file(struct reader *r, const char *path, parse_fn parse,
		       struct eu_container_info *into)
{
	eu_auto_free char *text = NULL;
	size_t len;
	int ret = eu_read_file_in(r->root_fd, path, EU_META_MAX_FILE, &text, &len);

	if (!ret)
		ret = parse(text, len, into);
	if (ret)
		complain(r, path, ret);
	return !ret;
}

/* Parsed on the side, so that a file that turns out to be broken changes nothing. */
static bool merge_file(struct reader *r, const char *path, parse_fn parse)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();

	if (!info || !eu_info_set_text(&info->id, r->info->id) ||
	    !eu_info_set_text(&info->image_id, r->info->image_id) ||
	    !eu_info_set_text(&info->image_name, r->info->image_name)) {
		r->no_memory = true;
		return false;
	}
	if (!parse_file(r, path, parse, info) || !is_ours(r, info->claimed_cgroup))
		return false;
	if (!eu_info_merge(r->info, info))
		r->no_memory = true;
	return true;
}

static void set(struct reader *r, char **field, const char *text)
{
	if (!eu_info_set_text(field, text))
		r->no_memory = true;
}

/* --- what lies beside a bundle ------------------------------------------------------------- */

/* The storage driver's name is part of the path. */
static void read_docker_image(struct reader *r, const char *data_root)
{
	char pattern[PATH_MAX];
	glob_t found = {0};

	if ((r->info->image_name && r->info->image_digest) || !r->info->image_id)
		return;
	snprintf(pattern, sizeof(pattern), "%s%s/image/*/repositories.json", r->prefix, data_root);
	if (!glob(pattern, 0, NULL, &found) && found.gl_pathc)
		merge_file(r, found.gl_pathv[0] + strlen(r->prefix), eu_json_repositories);
	globfree(&found);
}

/* Where an engine keeps what it knows of a container, in our own root: what was found in that of
 * another process is the same directory here, or cannot be looked at later. */
static void note_home(struct reader *r, const char *home)
{
	char path[PATH_MAX];
	struct stat there, here;

	if (snprintf(path, sizeof(path), "%s%s", r->prefix, home) >= (int)sizeof(path) ||
	    eu_stat_in(r->root_fd, home, &there) || stat(path, &here) || !S_ISDIR(here.st_mode) ||
	    there.st_dev != here.st_dev || there.st_ino != here.st_ino || here.st_uid)
		return; /* a user's is none that we would look at again and again */
	set(r, &r->info->home, path);
}

static void read_docker(struct reader *r, const char *data_root)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/containers/%s/config.v2.json", data_root, r->info->id);
	if (!merge_file(r, path, eu_json_inspect))
		return;
	*strrchr(path, '/') = '\0';
	note_home(r, path);
	set(r, &r->info->runtime, "docker");
	read_docker_image(r, data_root);
}

/* <root>/<driver>-containers/<id>/userdata: names and images are in two files of the root. */
static void read_storage(struct reader *r, const char *bundle)
{
	const char *end = strstr(bundle, "-containers/");
	char path[PATH_MAX];
	int stem;

	if (!end || !strstr(end, "/userdata"))
		return;
	stem = end - bundle;
	snprintf(path, sizeof(path), "%.*s-containers/containers.json", stem, bundle);
	if (!merge_file(r, path, eu_json_storage_container))
		return;
	snprintf(path, sizeof(path), "%s", bundle);
	note_home(r, dirname(path));
	snprintf(path, sizeof(path), "%.*s-images/images.json", stem, bundle);
	merge_file(r, path, eu_json_storage_image);
}

/* containerd's shim writes the pid beside config.json. */
static void read_init_pid(struct reader *r, const char *bundle)
{
	eu_auto_free char *text = NULL;
	char path[PATH_MAX];
	size_t len;
	long pid;

	snprintf(path, sizeof(path), "%s/init.pid", bundle);
	if (r->info->init_pid || eu_read_file_in(r->root_fd, path, 64, &text, &len))
		return;
	pid = strtol(text, NULL, 10);
	if (pid > 0 && pid <= 1 << 22)
		r->info->init_pid = pid;
}

static bool parse_bundle(struct reader *r, const char *bundle, char **data_root)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();
	eu_auto_free char *text = NULL;
	char path[PATH_MAX];
	size_t len;
	int ret;

	if (!info) {
		r->no_memory = true;
		return false;
	}
	snprintf(path, sizeof(path), "%s/config.json", bundle);
	ret = eu_read_file_in(r->root_fd, path, EU_META_MAX_FILE, &text, &len);
	if (!ret)
		ret = eu_json_oci_config(text, len, info, data_root);
	if (ret) {
		complain(r, path, ret);
		return false;
	}
	if (!is_ours(r, info->claimed_cgroup))
		return false;
	if (!eu_info_merge(r->info, info))
		r->no_memory = true;
	return true;
}

/* dockerd's containerd has a namespace of its own. */
static void guess_runtime(struct reader *r, const char *path, const char *otherwise)
{
	if (strstr(path, "/moby/"))
		otherwise = "docker";
	else if (!otherwise && strstr(path, "/io.containerd."))
		otherwise = "containerd";
	if (!r->runtime)
		r->runtime = otherwise;
}

static bool read_bundle(struct reader *r, const char *bundle)
{
	eu_auto_free char *data_root = NULL;

	if (!parse_bundle(r, bundle, &data_root))
		return false;
	r->bundle_read = r->info->from_bundle = true;
	set(r, &r->info->bundle, bundle);
	guess_runtime(r, bundle, NULL);
	read_init_pid(r, bundle);
	if (data_root)
		read_docker(r, data_root);
	read_storage(r, bundle);
	return true;
}

/* --- finding them -------------------------------------------------------------------------- */

/* containerd(8), runc(8), podman(1): what an id may be made of; it becomes part of a path. */
static bool is_plain_id(const char *id)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789_.+-";

	return *id && *id != '.' && id[strspn(id, allowed)] == '\0';
}

static bool expand(char *out, size_t size, const char *prefix, const char *pattern, const char *id)
{
	const char *hole = strstr(pattern, "%s");
	int n =
	    snprintf(out, size, "%s%.*s%s%s", prefix, (int)(hole - pattern), pattern, id, hole + 2);

	return n > 0 && (size_t)n < size;
}

/* runc and crun keep a pipe beside the state, as long as the container waits for its start. */
static void note_wait(struct reader *r, const char *directory)
{
	char path[PATH_MAX];
	struct stat st;

	if (snprintf(path, sizeof(path), "%s/exec.fifo", directory) < (int)sizeof(path) &&
	    !eu_stat_in(r->root_fd, path, &st) && S_ISFIFO(st.st_mode))
		set(r, &r->info->status, "created");
}

static bool read_place(struct reader *r, const struct place *place, const char *path)
{
	char directory[PATH_MAX];

	snprintf(directory, sizeof(directory), "%s", path);
	if (place->kind == PLACE_BUNDLE && !read_bundle(r, dirname(directory)))
		return false;
	if ((place->kind == PLACE_STATE || place->kind == PLACE_USER) &&
	    !merge_file(r, path, eu_json_runtime_state))
		return false;
	if (place->kind == PLACE_STATE || place->kind == PLACE_USER)
		note_wait(r, dirname(directory));
	if (place->kind == PLACE_DOCKER && !merge_file(r, path, eu_json_inspect))
		return false;
	if (place->kind == PLACE_DOCKER)
		note_home(r, dirname(directory));
	r->info->from_bundle = true;
	guess_runtime(r, path, place->runtime);
	return true;
}

/* The directory that the place's %s stands for. */
static const char *id_of(char *path)
{
	char *directory = dirname(path), *name = basename(directory);

	return strcmp(name, "userdata") ? name : basename(dirname(directory));
}

/* A file that may be the container's. */
struct candidate {
	const struct place *place; /* NULL: none yet */
	size_t claim;              /* how much of the cgroup's path it has */
	char path[PATH_MAX];
};

static char *read_claim(int root_fd, const struct place *place, const char *path)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();
	eu_auto_free char *text = NULL;
	size_t len;

	if (!info || eu_read_file_in(root_fd, path, EU_META_MAX_FILE, &text, &len))
		return NULL;
	if (place->kind == PLACE_BUNDLE)
		eu_json_oci_config(text, len, info, NULL);
	else
		eu_json_runtime_state(text, len, info);
	return eu_take(info->claimed_cgroup);
}

static bool is_engines(const char *path)
{
	char copy[PATH_MAX];

	snprintf(copy, sizeof(copy), "%s", path);
	return eu_is_engine_id(id_of(copy));
}

/* Of several the one that says most of where we know the container to be; else the first. */
static void consider(const struct reader *r, const struct place *place, const char *path,
		     struct candidate *best)
{
	bool wanted = r->cgroup && !is_engines(path);
	eu_auto_free char *claim = wanted ? read_claim(r->root_fd, place, path) : NULL;
	size_t said = claim ? strlen(claim) : 0;

	if (!is_ours(r, claim) || (best->place && said <= best->claim))
		return;
	best->place = place;
	best->claim = said;
	snprintf(best->path, sizeof(best->path), "%s", path);
}

/* The places of a kind that have the id, or those of any ("*"). */
static void find(const struct reader *r, const char *below, enum place_kind kind,
		 const struct place *list, size_t n, const char *id, struct candidate *best)
{
	for (size_t i = 0; i < n && (r->cgroup || !best->place); i++) {
		char pattern[PATH_MAX];
		glob_t found = {0};

		if (list[i].kind != kind ||
		    !expand(pattern, sizeof(pattern), below, list[i].pattern, id))
			continue;
		glob(pattern, GLOB_NOSORT, NULL, &found);
		for (size_t k = 0; k < found.gl_pathc; k++)
			consider(r, &list[i], found.gl_pathv[k] + strlen(r->prefix), best);
		globfree(&found);
	}
}

static bool search(struct reader *r, enum place_kind kind)
{
	struct candidate best = {0};

	find(r, r->prefix, kind, places, N_PLACES, r->info->id, &best);
	return best.place && read_place(r, best.place, best.path);
}

static void find_in_state_dirs(const struct reader *r, const char *id, struct candidate *best)
{
	for (size_t i = 0; r->options && i < r->options->n_state_dirs; i++) {
		char below[PATH_MAX];

		snprintf(below, sizeof(below), "%s%s", r->prefix, r->options->state_dirs[i]);
		find(r, below, PLACE_STATE, state_places, N_STATE_PLACES, id, best);
	}
}

static bool search_state_dirs(struct reader *r)
{
	struct candidate best = {0};

	find_in_state_dirs(r, r->info->id, &best);
	return best.place && read_place(r, best.place, best.path);
}

static bool read_named_bundle(struct reader *r)
{
	eu_auto_free char *bundle = r->info->bundle ? strdup(r->info->bundle) : NULL;

	return bundle && read_bundle(r, bundle);
}

static void search_places(struct reader *r)
{
	if (!search_state_dirs(r))
		search(r, PLACE_STATE);
	if (!read_named_bundle(r))
		search(r, PLACE_BUNDLE);
	if (!r->info->from_bundle && search(r, PLACE_USER))
		read_named_bundle(r);
}

/* Its id is another than the name of its cgroup made believe. */
static void call(struct reader *r, const char *id)
{
	struct eu_container_info *info = r->info;

	if (info->name && info->id && !strcmp(info->name, info->id))
		set(r, &info->name, id);
	set(r, &info->id, id);
}

static void read_ancestor(struct reader *r, int pid, const char *id)
{
	struct eu_ancestor_bundle found;
	int own_root = r->root_fd;
	bool known;

	if (eu_ancestor_bundle(pid, id, &found))
		return;
	r->root_fd = found.root_fd;
	known = is_plain_id(found.id) && !(r->proven && eu_is_engine_id(found.id)) &&
		read_bundle(r, found.path);
	r->root_fd = own_root;
	if (known || !r->proven) {
		call(r, found.id);
		r->runtime = r->runtime ?: found.runtime;
	}
	eu_ancestor_bundle_clear(&found);
}

static void find_by_cgroup(struct reader *r)
{
	struct candidate best = {0};
	char path[PATH_MAX];

	find_in_state_dirs(r, "*", &best);
	find(r, r->prefix, PLACE_STATE, places, N_PLACES, "*", &best);
	if (!best.place || !read_place(r, best.place, best.path))
		return;
	snprintf(path, sizeof(path), "%s", best.path);
	call(r, id_of(path));
	r->proven = false;
	read_named_bundle(r);
}

/* runc and crun may be told another name for the cgroup than the container's id. Who they say is in
 * it is believed, but not that it is an engine's. */
static void search_other_ids(struct reader *r, int pid)
{
	if (!r->cgroup || r->info->from_bundle)
		return;
	r->proven = true;
	if (pid > 0)
		read_ancestor(r, pid, NULL);
	if (!r->bundle_read)
		find_by_cgroup(r);
	r->proven = false;
}

static void read_cgroup_path(struct reader *r)
{
	struct eu_cgroup_name name;

	if (!r->info->cgroup_path || eu_cgroup_name_parse(r->info->cgroup_path, &name))
		return;
	if (!r->info->id)
		set(r, &r->info->id, name.id);
	r->runtime = name.runtime;
}

/* runc, crun, ctr, lxc and nspawn have no names beside their ids. */
static void finish(struct reader *r)
{
	struct eu_container_info *info = r->info;

	if (!r->runtime && info->from_bundle)
		r->runtime = "runc";
	if (!info->runtime)
		set(r, &info->runtime, r->runtime);
	if (!info->name && info->id && strlen(info->id) < 64)
		set(r, &info->name, info->id);
}

static void read_all(struct reader *r, int pid)
{
	bool searchable;

	read_cgroup_path(r);
	if (!r->info->id || eu_is_engine_id(r->info->id))
		r->cgroup = NULL;
	searchable = r->info->id && is_plain_id(r->info->id);
	if (searchable)
		search_places(r);
	if (!r->bundle_read && pid > 0)
		read_ancestor(r, pid, r->info->id);
	search_other_ids(r, pid);
	if (searchable && !r->bundle_read)
		search(r, PLACE_DOCKER);
	finish(r);
}

/* Podman and containerd keep labels in databases of their own. What containerd was told beside those of
 * the image is in the bundle, too. */
static void note_labels(struct eu_container_info *info)
{
	const char *runtime = info->runtime ?: "";

	info->labels_unknown = info->from_bundle && !info->from_api &&
			       (!strcmp(runtime, "podman") || !strcmp(runtime, "containerd"));
}

bool eu_bundle_read(struct eu_container_info *info, int pid, const struct eu_meta_options *options,
		    struct eu_meta_stats *stats)
{
	const char *root = options && options->root ? options->root : "/";
	eu_auto_free char *prefix = strdup(root);
	eu_auto_free char *cgroup = NULL;
	eu_auto_close int root_fd = eu_open_root(root);
	struct reader r = {
	    .info = info, .options = options, .stats = stats, .prefix = prefix, .root_fd = root_fd};

	if (!prefix || !eu_info_set_text(&cgroup, info->cgroup_path ?: info->claimed_cgroup))
		return false;
	r.cgroup = cgroup;
	while (*prefix && prefix[strlen(prefix) - 1] == '/')
		prefix[strlen(prefix) - 1] = '\0';
	if (root_fd >= 0)
		read_all(&r, pid);
	note_labels(info);
	return !r.no_memory;
}

/* --- listing ------------------------------------------------------------------------------- */

struct visit {
	eu_bundle_found_fn found;
	void *ctx;
	int root_fd;
	size_t prefix; /* how much of a path leads to that root */
	bool go_on;
};

static void visit(struct visit *visit, const struct place *place, char *path)
{
	eu_auto_free char *claim = read_claim(visit->root_fd, place, path + visit->prefix);

	visit->go_on = visit->found(visit->ctx, id_of(path), claim);
}

static void each_in(struct visit *to, const char *below, const struct place *list, size_t n)
{
	for (size_t i = 0; i < n && to->go_on; i++) {
		char pattern[PATH_MAX];
		glob_t found = {0};

		if (list[i].kind == PLACE_DOCKER ||
		    !expand(pattern, sizeof(pattern), below, list[i].pattern, "*"))
			continue;
		glob(pattern, 0, NULL, &found);
		for (size_t k = 0; k < found.gl_pathc && to->go_on; k++)
			visit(to, &list[i], found.gl_pathv[k]);
		globfree(&found);
	}
}

bool eu_bundle_each(const struct eu_meta_options *options, eu_bundle_found_fn found, void *ctx)
{
	const char *root = options && options->root ? options->root : "";
	eu_auto_close int root_fd = eu_open_root(*root ? root : "/");
	struct visit to = {found, ctx, root_fd, strcmp(root, "/") ? strlen(root) : 0, root_fd >= 0};

	for (size_t i = 0; options && i < options->n_state_dirs; i++) {
		char below[PATH_MAX];

		snprintf(below, sizeof(below), "%s%s", root, options->state_dirs[i]);
		each_in(&to, below, state_places, N_STATE_PLACES);
	}
	each_in(&to, root, places, N_PLACES);
	return to.go_on;
}

int eu_meta_read_bundle(const char *id, const char *cgroup_path, int pid,
			const struct eu_meta_options *options, struct eu_container_info **out)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();
	struct eu_meta_stats stats = {0};

	if (!info || !eu_info_set_text(&info->id, id) ||
	    !eu_info_set_text(&info->cgroup_path, cgroup_path) ||
	    !eu_bundle_read(info, pid, options, &stats))
		return -ENOMEM;
	if (!info->from_bundle && !info->name)
		return -ENOENT;
	*out = eu_take(info);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <string.h>
#include <sys/un.h>

#include "cleanup.h"
#include "meta/options.h"

static const char *const usual[] = {"/var/run/docker.sock", "/run/podman/podman.sock"};

static const char *path_of(const char *socket)
{
	return strncmp(socket, "unix://", 7) ? socket : socket + 7;
}

static int check(const char *socket, struct eu_error *err)
{
	const char *path = path_of(socket);

	if (*path != '/')
		return eu_fail(err, EINVAL, "\"%s\" is not the absolute path of a socket", socket);
	if (strlen(path) >= sizeof(((struct sockaddr_un *)0)->sun_path))
		return eu_fail(err, EINVAL, "the socket's path is longer than 107 bytes: %s", path);
	return 0;
}

/* Twice the same socket would be every event twice. */
static int add_socket(struct eu_options *o, const char *socket, struct eu_error *err)
{
	const char *path = path_of(socket);
	int ret = check(socket, err);

	if (ret)
		return ret;
	for (size_t i = 0; i < o->view.n_sockets; i++) {
		if (!strcmp(o->sockets[i], path))
			return 0;
	}
	if (o->view.n_sockets == EU_META_MAX_SOCKETS)
		return eu_fail(err, EINVAL, "more than %d sockets", EU_META_MAX_SOCKETS);
	o->sockets[o->view.n_sockets] = strdup(path);
	if (!o->sockets[o->view.n_sockets])
		return eu_fail(err, ENOMEM, "no memory for the names of sockets");
	o->view.n_sockets++;
	return 0;
}

static int copy_sockets(struct eu_options *o, const struct eu_meta_options *options,
			struct eu_error *err)
{
	const char *const *sockets = options->sockets ? options->sockets : usual;
	size_t n = options->sockets ? options->n_sockets : sizeof(usual) / sizeof(*usual);
	const char *from_environment = options->sockets ? NULL : getenv("DOCKER_HOST");
	int ret = 0;

	for (size_t i = 0; i < n && !ret; i++)
		ret = add_socket(o, sockets[i], err);
	/* DOCKER_HOST may as well be tcp:// or ssh://: those are not for us. */
	if (!ret && from_environment && !strncmp(from_environment, "unix:///", 8))
		ret = add_socket(o, from_environment, err);
	return ret;
}

static int copy_state_dirs(struct eu_options *o, const struct eu_meta_options *options,
			   struct eu_error *err)
{
	o->state_dirs = calloc(options->n_state_dirs + 1, sizeof(*o->state_dirs));
	if (!o->state_dirs)
		return eu_fail(err, ENOMEM, "no memory for the names of directories");
	for (size_t i = 0; i < options->n_state_dirs; i++) {
		if (*options->state_dirs[i] != '/')
			return eu_fail(err, EINVAL, "\"%s\" is not the absolute path of a directory",
				       options->state_dirs[i]);
		o->state_dirs[i] = strdup(options->state_dirs[i]);
		if (!o->state_dirs[i])
			return eu_fail(err, ENOMEM, "no memory for the names of directories");
		o->view.n_state_dirs++;
	}
	return 0;
}

int eu_options_copy(struct eu_options *out, const struct eu_meta_options *options,
		    struct eu_error *err)
{
	static const struct eu_meta_options none;
	struct eu_options o = {0};
	int ret;

	if (!options)
		options = &none;
	o.sockets = calloc(EU_META_MAX_SOCKETS, sizeof(*o.sockets));
	o.root = strdup(options->root ? options->root : "/");
	ret = o.sockets && o.root ? 0 : eu_fail(err, ENOMEM, "no memory for options");
	if (!ret && !options->no_daemons)
		ret = copy_sockets(&o, options, err);
	if (!ret)
		ret = copy_state_dirs(&o, options, err);
	if (ret) {
		eu_options_clear(&o);
		return ret;
	}
	o.view.sockets = (const char *const *)o.sockets;
	o.view.state_dirs = (const char *const *)o.state_dirs;
	o.view.root = o.root;
	o.view.no_daemons = options->no_daemons;
	*out = o;
	return 0;
}

static void strings_free(char **strings, size_t n)
{
	for (size_t i = 0; strings && i < n; i++)
		free(strings[i]);
	free(strings);
}

void eu_options_clear(struct eu_options *o)
{
	strings_free(o->sockets, o->view.n_sockets);
	strings_free(o->state_dirs, o->view.n_state_dirs);
	free(o->root);
	*o = (struct eu_options){0};
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fetcher: a queue of asks, one thread that reads bundles and asks daemons, a queue of answers.
 *
 * An ask goes: queued → its bundle is read, first answer → open, until every daemon that is there
 * has been asked, or one of them knew → final answer. A bundle that is not found is looked for
 * again: with systemd a cgroup is older than the state that its runtime will write; not so when the
 * container has ended already, which its engine may still know, and its events tell. While a daemon
 * is down the ask stays open, so that a name that a hanging daemon owes is delivered when it comes
 * back.
 */
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <time.h>

#include "clock.h"
#include "meta/bundle.h"
#include "meta/daemon.h"
#include "meta/homes.h"
#include "meta/info.h"
#include "meta/json.h"
#include "meta/options.h"

#define MAX_IN_FLIGHT 32
#define ASKS_AT_ONCE  64 /* bundles read before daemons get a turn */
#define RETRIES       3  /* of bundles that are not there yet */
#define TRIES         3
#define RETRY_MS      20 /* then 80, then 320 */
#define TICK_MAX_MS   1000
#define LOOK_MS       1000 /* between two looks for what has been removed */
#define LOOK_WAIT_MS  500  /* for a look that somebody waits for */
#define ENDED_MS      3000 /* events may still come of a container that its engine knows no more */

struct ask {
	struct ask *next;
	struct worker *worker;
	struct eu_container_info *info;
	uint64_t cookie;
	size_t size;
	int pid;
	unsigned int retries; /* left */
	unsigned int tries;   /* left, of asking one again that did not answer */
	int64_t retry_at;
	int64_t hears_until; /* of one that has ended: what events say of it may still come */
	uint32_t asked; /* daemons, by bit */
	unsigned int in_flight;
	bool ended;   /* the container has: no file of its will come */
	bool quiet;   /* our own question: no answer unless a daemon knows */
	bool told;    /* a daemon knew */
	bool settled; /* the final answer has been given */
};

struct answer {
	struct answer *next;
	struct eu_container_info *info;
	uint64_t cookie;
	size_t size;
	enum eu_meta_action action;
};

/* What an event stream said about a container, newest first. */
struct known {
	struct known *next;
	struct eu_container_info *info;
	size_t size;
};

/* A queue: first in, first out, and how much it holds. */
struct asks {
	struct ask *first, **last;
	size_t n, bytes;
};

struct answers {
	struct answer *first, **last;
	size_t n, bytes;
};

/* Everything that only the thread touches. */
struct worker {
	struct eu_meta *meta;
	struct eu_http *http;
	struct eu_daemon *daemons[EU_META_MAX_SOCKETS];
	size_t n_daemons;
	struct asks open;
	struct known *known;
	size_t n_known, known_bytes;
	struct eu_homes *homes;
	int64_t next_look;
	unsigned int in_flight;
	struct eu_meta_stats stats;
};

struct eu_meta {
	struct eu_options options;
	struct worker worker;
	pthread_t thread;
	int event_fd;
	pthread_mutex_t lock; /* for what follows */
	struct asks asks;
	struct answers answers;
	struct eu_meta_stats stats;
	bool stop;
	bool look;                /* somebody waits for one … */
	pthread_cond_t looked;    /* … until then */
};

/* --- queues ------------------------------------------------------------------------------ */

static void push_ask(struct asks *queue, struct ask *ask)
{
	ask->next = NULL;
	*queue->last = ask;
	queue->last = &ask->next;
	queue->n++;
	queue->bytes += ask->size;
}

static struct ask *pop_ask(struct asks *queue)
{
	struct ask *ask = queue->first;

	if (!ask)
		return NULL;
	queue->first = ask->next;
	if (!queue->first)
		queue->last = &queue->first;
	queue->n--;
	queue->bytes -= ask->size;
	return ask;
}

static void ask_free(struct ask *ask)
{
	if (!ask)
		return;
	eu_container_info_free(ask->info);
	free(ask);
}

static void ask_freep(struct ask **ask)
{
	ask_free(*ask);
}

static void signal_fd(int fd)
{
	uint64_t one = 1;

	while (write(fd, &one, sizeof(one)) < 0 && errno == EINTR)
		;
}

/* Takes info, which may be NULL for want of memory. */
static void push_answer(struct worker *w, uint64_t cookie, struct eu_container_info *info,
			enum eu_meta_action action)
{
	struct answer *answer = info ? malloc(sizeof(*answer)) : NULL;
	struct answers *queue = &w->meta->answers;
	bool room;

	if (answer)
		*answer = (struct answer){NULL, info, cookie, eu_info_size(info), action};
	pthread_mutex_lock(&w->meta->lock);
	room = answer && queue->n < EU_META_MAX_ANSWERS &&
	       queue->bytes + answer->size <= EU_META_MAX_HELD;
	if (room) {
		*queue->last = answer;
		queue->last = &answer->next;
		queue->n++;
		queue->bytes += answer->size;
	}
	pthread_mutex_unlock(&w->meta->lock);
	if (room) {
		signal_fd(w->meta->event_fd);
		return;
	}
	w->stats.dropped++;
	eu_container_info_free(info);
	free(answer);
}

/* --- what event streams said --------------------------------------------------------------- */

static void forget(struct worker *w, struct known **at)
{
	struct known *known = *at;

	*at = known->next;
	w->n_known--;
	w->known_bytes -= known->size;
	eu_container_info_free(known->info);
	free(known);
}

static struct known **find_known(struct worker *w, const char *id)
{
	struct known **at = &w->known;

	while (*at && strcmp((*at)->info->id, id))
		at = &(*at)->next;
	return at;
}

static void forget_oldest(struct worker *w)
{
	struct known **at = &w->known;

	while ((*at)->next)
		at = &(*at)->next;
	forget(w, at);
}

static void remember(struct worker *w, const struct eu_container_info *info)
{
	struct known *known = calloc(1, sizeof(*known)), **old = find_known(w, info->id);

	if (*old)
		forget(w, old);
	if (!known)
		return;
	known->info = eu_info_copy(info);
	if (!known->info) {
		free(known);
		return;
	}
	/* Of the container, not of the moment. */
	known->info->time = 0;
	known->info->oom_killed = known->info->has_exit_code = false;
	free(eu_take(known->info->detail));
	known->size = eu_info_size(known->info);
	known->next = w->known;
	w->known = known;
	w->n_known++;
	w->known_bytes += known->size;
	while (w->n_known > EU_META_MAX_KNOWN || w->known_bytes > EU_META_MAX_HELD)
		forget_oldest(w);
}

static void recall(struct worker *w, struct eu_container_info *info)
{
	struct known **known = info->id ? find_known(w, info->id) : NULL;

	if (known && *known && !eu_info_merge(info, (*known)->info))
		w->stats.dropped++;
}

/* --- asking ------------------------------------------------------------------------------ */

static void tell_what_is_known(struct worker *w, const struct ask *ask)
{
	if (!ask->quiet && ask->info->name)
		push_answer(w, ask->cookie, eu_info_copy(ask->info), EU_META_NAMED);
}

static void settle(struct worker *w, struct ask *ask)
{
	struct eu_container_info *info = ask->info;

	if (!ask->told)
		recall(w, info); /* its events may have come by meanwhile */
	ask->settled = true;
	ask->info = NULL;
	if (ask->quiet && !ask->told) {
		eu_container_info_free(info);
		return;
	}
	info->final = true;
	w->stats.answered++;
	push_answer(w, ask->cookie, info, info->name ? EU_META_NAMED : EU_META_NONE);
}

/* A daemon lies or a short id was meant for another container: then it is not an answer. */
static int read_inspect(const struct ask *ask, const struct eu_http_answer *answer,
			struct eu_container_info *into)
{
	int ret = eu_json_inspect(answer->body, answer->len, into);

	if (ret)
		return ret;
	return strcmp(into->id, ask->info->id) ? -EINVAL : 0;
}

struct inquiry {
	struct ask *ask;
	struct eu_daemon *daemon;
};

static bool ask_daemon(struct ask *ask, struct eu_daemon *daemon, const char *path,
		       eu_http_done_fn done)
{
	eu_auto_free struct inquiry *inquiry = malloc(sizeof(*inquiry));

	if (!inquiry)
		return false;
	*inquiry = (struct inquiry){ask, daemon};
	if (eu_daemon_get(daemon, path, done, inquiry))
		return false;
	inquiry = NULL;
	ask->in_flight++;
	ask->worker->in_flight++;
	return true;
}

static void accept_image(struct inquiry *inquiry, const struct eu_http_answer *answer)
{
	int ret;

	if (answer->error || answer->status != 200)
		return;
	ret = eu_json_image(answer->body, answer->len, inquiry->ask->info);
	if (ret)
		eu_daemon_complain(inquiry->daemon, ret);
}

static void on_image(void *ctx, const struct eu_http_answer *answer)
{
	eu_auto_free struct inquiry *inquiry = ctx;
	struct ask *ask = inquiry->ask;

	ask->in_flight--;
	ask->worker->in_flight--;
	if (ask->settled)
		return;
	accept_image(inquiry, answer);
	settle(ask->worker, ask);
}

/* What is known is told before, in case that it takes long. */
static bool ask_image(struct inquiry *inquiry)
{
	struct ask *ask = inquiry->ask;
	char path[128];

	if (!eu_info_lacks_image_name(ask->info))
		return false;
	snprintf(path, sizeof(path), "/images/%s/json", ask->info->image_id);
	if (!ask_daemon(ask, inquiry->daemon, path, on_image))
		return false;
	tell_what_is_known(ask->worker, ask);
	return true;
}

static void accept_inspect(struct inquiry *inquiry, const struct eu_http_answer *answer)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();
	struct ask *ask = inquiry->ask;
	int ret;

	if (ask->settled || answer->error || answer->status != 200 || !info)
		return;
	ret = read_inspect(ask, answer, info);
	if (ret) {
		eu_daemon_complain(inquiry->daemon, ret);
		return;
	}
	info->from_api = true;
	if (!eu_info_set_text(&info->runtime, eu_daemon_runtime(inquiry->daemon)) ||
	    !eu_info_merge(ask->info, info))
		return;
	ask->told = true;
	if (!ask_image(inquiry))
		settle(ask->worker, ask);
}

/* One that hangs, or is restarted, is asked again when it is back: it may be the only one that
 * knows. */
static void ask_again(struct inquiry *inquiry)
{
	struct ask *ask = inquiry->ask;
	struct worker *w = ask->worker;

	if (!ask->tries)
		return;
	ask->tries--;
	for (size_t i = 0; i < w->n_daemons; i++)
		if (w->daemons[i] == inquiry->daemon)
			ask->asked &= ~(1u << i);
}

static void on_inspect(void *ctx, const struct eu_http_answer *answer)
{
	eu_auto_free struct inquiry *inquiry = ctx;
	struct ask *ask = inquiry->ask;

	ask->in_flight--;
	ask->worker->in_flight--;
	if (answer->error == -ETIMEDOUT || answer->error == -ECONNABORTED)
		ask_again(inquiry);
	accept_inspect(inquiry, answer);
}

static void ask_container(struct worker *w, struct ask *ask, size_t i)
{
	char path[128];

	snprintf(path, sizeof(path), "/containers/%s/json", ask->info->id);
	if (ask_daemon(ask, w->daemons[i], path, on_inspect))
		ask->asked |= 1u << i;
}

/* Daemons know containers by 64 hex digits; anything else would be taken for somebody's name. */
static bool daemons_may_know(const struct eu_container_info *info)
{
	return info->id && strlen(info->id) == 64 && strspn(info->id, "0123456789abcdef") == 64;
}

/* True: a daemon may still know. */
static bool advance(struct worker *w, struct ask *ask)
{
	bool waiting = false;

	for (size_t i = 0; i < w->n_daemons && daemons_may_know(ask->info); i++) {
		enum eu_daemon_state state = eu_daemon_state(w->daemons[i]);

		if (ask->asked & 1u << i || state == EU_DAEMON_ABSENT)
			continue;
		if (state == EU_DAEMON_READY && w->in_flight < MAX_IN_FLIGHT)
			ask_container(w, ask, i);
		waiting |= !(ask->asked & 1u << i);
	}
	return waiting;
}

static void read_bundle(struct worker *w, struct ask *ask)
{
	if (!eu_bundle_read(ask->info, ask->pid, &w->meta->options.view, &w->stats))
		w->stats.dropped++;
	if (ask->info->from_bundle)
		ask->retries = 0;
	if (ask->info->id && ask->info->home)
		eu_homes_add(w->homes, ask->info->id, ask->info->home);
}

/* True: the bundle may still come. */
static bool retry_bundle(struct worker *w, struct ask *ask, int64_t now)
{
	if (!ask->retries || now < ask->retry_at)
		return ask->retries;
	ask->retry_at = now + (RETRY_MS << 2 * (RETRIES - --ask->retries));
	read_bundle(w, ask);
	if (ask->info->from_bundle)
		tell_what_is_known(w, ask);
	return ask->retries;
}

/* Its engine may have forgotten it before its events have been read, which tell who it was. */
static bool hears(struct worker *w, const struct ask *ask, int64_t now)
{
	if (now >= ask->hears_until || *find_known(w, ask->info->id))
		return false;
	for (size_t i = 0; i < w->n_daemons; i++)
		if (eu_daemon_state(w->daemons[i]) == EU_DAEMON_READY)
			return true;
	return false;
}

/* One pass over what is open: ask, settle, and drop what is done. */
static void advance_all(struct worker *w)
{
	struct asks open = w->open;
	int64_t now = eu_now_ms();

	if (!open.first)
		return;
	w->open = (struct asks){.last = &w->open.first};
	for (struct ask *ask = open.first, *next; ask; ask = next) {
		next = ask->next;
		if (!ask->settled) {
			bool daemon = advance(w, ask), bundle = retry_bundle(w, ask, now);

			if (!daemon && !bundle && !ask->in_flight && !hears(w, ask, now))
				settle(w, ask);
		}
		if (ask->settled && !ask->in_flight)
			ask_free(ask);
		else
			push_ask(&w->open, ask);
	}
}

/* The queue of open asks is bounded, too: the oldest makes room with what is known. */
static void make_room(struct worker *w)
{
	struct asks kept = {.last = &kept.first};
	struct ask *ask;

	if (w->open.n < EU_META_MAX_ASKS && w->open.bytes < EU_META_MAX_HELD)
		return;
	while ((ask = pop_ask(&w->open))) {
		if (!ask->settled)
			break;
		push_ask(&kept, ask);
	}
	if (ask) {
		settle(w, ask);
		push_ask(&kept, ask);
	}
	while ((ask = pop_ask(&w->open)))
		push_ask(&kept, ask);
	w->open = kept;
	if (!w->open.first)
		w->open.last = &w->open.first;
}

static void start(struct worker *w, struct ask *ask)
{
	ask->worker = w;
	ask->tries = TRIES;
	recall(w, ask->info);
	if (!ask->quiet) {
		ask->retries = ask->ended ? 0 : RETRIES;
		ask->retry_at = eu_now_ms() + RETRY_MS;
		ask->hears_until = ask->ended && daemons_may_know(ask->info) ? eu_now_ms() + ENDED_MS : 0;
		read_bundle(w, ask);
	}
	ask->size = eu_info_size(ask->info);
	tell_what_is_known(w, ask);
	make_room(w);
	push_ask(&w->open, ask);
}

/* --- events ------------------------------------------------------------------------------ */

/* The stream names a container; its address and its init are learned by asking. */
static void ask_about(struct worker *w, const struct eu_container_info *info)
{
	__attribute__((cleanup(ask_freep))) struct ask *ask = calloc(1, sizeof(*ask));

	if (!ask)
		return;
	ask->quiet = true;
	ask->info = eu_container_info_new();
	if (ask->info && eu_info_set_text(&ask->info->id, info->id))
		start(w, eu_take(ask));
}

static void on_event(void *ctx, struct eu_container_info *info, enum eu_meta_action action)
{
	struct worker *w = ctx;

	if (action == EU_META_RUNTIME) {
		push_answer(w, 0, eu_info_copy(info), action);
		return;
	}
	if (!daemons_may_know(info))
		return;
	remember(w, info); /* of what is removed, too: it may be asked for yet */
	if (action == EU_META_REMOVED)
		eu_homes_drop(w->homes, info->id);
	push_answer(w, 0, eu_info_copy(info), action);
	if (action == EU_META_STARTED)
		ask_about(w, info);
}

static void on_home_gone(void *ctx, const char *id)
{
	struct eu_container_info *info = eu_container_info_new();
	struct worker *w = ctx;

	if (info && !eu_info_set_text(&info->id, id)) {
		eu_container_info_free(info);
		info = NULL;
	}
	push_answer(w, 0, info, EU_META_REMOVED);
}

/* --- the thread -------------------------------------------------------------------------- */

/* What engines have removed without a word to us. */
static void look(struct worker *w)
{
	struct eu_meta *meta = w->meta;
	int64_t now = eu_now_ms();
	bool wanted;

	pthread_mutex_lock(&meta->lock);
	wanted = meta->look;
	pthread_mutex_unlock(&meta->lock);
	if (!wanted && now < w->next_look)
		return;
	eu_homes_look(w->homes, on_home_gone, w);
	w->next_look = now + LOOK_MS;
	if (!wanted)
		return;
	pthread_mutex_lock(&meta->lock);
	meta->look = false;
	pthread_cond_signal(&meta->looked);
	pthread_mutex_unlock(&meta->lock);
}

/* The next ask, moved out of the lock; and the statistics, moved in. */
static bool exchange(struct worker *w, struct ask **fresh)
{
	struct eu_meta *meta = w->meta;
	bool stop;

	pthread_mutex_lock(&meta->lock);
	stop = meta->stop;
	*fresh = stop ? NULL : pop_ask(&meta->asks);
	w->stats.asked = meta->stats.asked;
	w->stats.refused = meta->stats.refused;
	meta->stats = w->stats;
	pthread_mutex_unlock(&meta->lock);
	return !stop;
}

/* When a daemon wants to be tried again. */
static int64_t tick(struct worker *w)
{
	int64_t now = eu_now_ms(), next = now + TICK_MAX_MS;

	for (size_t i = 0; i < w->n_daemons; i++) {
		int64_t when = eu_daemon_tick(w->daemons[i], now);

		next = when < next ? when : next;
	}
	return next;
}

static int wait_until(const struct worker *w, int64_t next)
{
	int64_t now = eu_now_ms();

	for (const struct ask *ask = w->open.first; ask; ask = ask->next) {
		if (ask->retries && !ask->settled && ask->retry_at < next)
			next = ask->retry_at;
		if (ask->hears_until > now && !ask->settled && ask->hears_until < next)
			next = ask->hears_until;
	}
	return next > now ? next - now : 0;
}

/* True: there is more in the queue. */
static bool start_some(struct worker *w, bool *stop)
{
	for (int i = 0; i < ASKS_AT_ONCE; i++) {
		struct ask *fresh;

		*stop = !exchange(w, &fresh);
		if (!fresh)
			return false;
		start(w, fresh);
	}
	return true;
}

static void *work(void *ctx)
{
	struct worker *w = ctx;

	for (;;) {
		int64_t next = tick(w);
		bool stop, more = start_some(w, &stop);

		if (stop)
			return NULL;
		advance_all(w);
		look(w);
		eu_http_run(w->http, more ? 0 : wait_until(w, next));
	}
}

static int make_daemons(struct worker *w)
{
	const struct eu_meta_options *options = &w->meta->options.view;

	for (size_t i = 0; i < options->n_sockets; i++) {
		struct eu_daemon_options daemon = {
		    .socket = options->sockets[i],
		    .http = w->http,
		    .stats = &w->stats,
		    .event = on_event,
		    .ctx = w,
		};
		int ret = eu_daemon_new(&w->daemons[i], &daemon);

		if (ret)
			return ret;
		w->n_daemons++;
	}
	return 0;
}

/* Signals are for the thread that owns the session. */
static int start_thread(struct eu_meta *meta)
{
	sigset_t all, before;
	int ret;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ret = pthread_create(&meta->thread, NULL, work, &meta->worker);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (ret)
		return -ret;
	pthread_setname_np(meta->thread, "eu-meta");
	return 0;
}

/* --- the outside ------------------------------------------------------------------------- */

static void worker_clear(struct worker *w)
{
	struct ask *ask;

	eu_http_free(w->http);
	for (size_t i = 0; i < w->n_daemons; i++)
		eu_daemon_free(w->daemons[i]);
	while ((ask = pop_ask(&w->open)))
		ask_free(ask);
	while (w->known)
		forget(w, &w->known);
	eu_homes_free(w->homes);
}

static void answers_clear(struct answer *answer)
{
	while (answer) {
		struct answer *next = answer->next;

		eu_container_info_free(answer->info);
		free(answer);
		answer = next;
	}
}

static void destroy(struct eu_meta *meta)
{
	struct ask *ask;

	worker_clear(&meta->worker);
	while ((ask = pop_ask(&meta->asks)))
		ask_free(ask);
	answers_clear(meta->answers.first);
	eu_closep(&meta->event_fd);
	pthread_cond_destroy(&meta->looked);
	pthread_mutex_destroy(&meta->lock);
	eu_options_clear(&meta->options);
	free(meta);
}

static void destroyp(struct eu_meta **meta)
{
	if (*meta)
		destroy(*meta);
}

const struct eu_meta_options *eu_meta_made_with(const struct eu_meta *meta)
{
	return &meta->options.view;
}

/* It waits by a clock that nobody sets. */
static void init_cond(pthread_cond_t *cond)
{
	pthread_condattr_t attributes;

	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(cond, &attributes);
	pthread_condattr_destroy(&attributes);
}

int eu_meta_new(struct eu_meta **out, const struct eu_meta_options *options, struct eu_error *err)
{
	__attribute__((cleanup(destroyp))) struct eu_meta *meta = calloc(1, sizeof(*meta));
	int ret;

	if (!meta)
		return eu_fail(err, ENOMEM, "no memory for asking container runtimes");
	meta->event_fd = -1;
	meta->worker.meta = meta;
	meta->asks.last = &meta->asks.first;
	meta->answers.last = &meta->answers.first;
	meta->worker.open.last = &meta->worker.open.first;
	pthread_mutex_init(&meta->lock, NULL);
	init_cond(&meta->looked);
	meta->worker.homes = eu_homes_new();
	if (!meta->worker.homes)
		return eu_fail(err, ENOMEM, "no memory for asking container runtimes");
	ret = eu_options_copy(&meta->options, options, err);
	if (!ret)
		ret = eu_http_new(&meta->worker.http, err);
	if (ret)
		return ret;
	meta->event_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (meta->event_fd < 0)
		return eu_fail(err, errno, "eventfd: %m");
	if (make_daemons(&meta->worker))
		return eu_fail(err, ENOMEM, "no memory for asking container runtimes");
	ret = start_thread(meta);
	if (ret)
		return eu_fail(err, -ret, "no thread for asking container runtimes: %s",
			       strerror(-ret));
	*out = eu_take(meta);
	return 0;
}

int eu_meta_fd(const struct eu_meta *meta)
{
	return meta->event_fd;
}

static int enqueue(struct eu_meta *meta, struct ask *ask)
{
	bool room;

	pthread_mutex_lock(&meta->lock);
	room = meta->asks.n < EU_META_MAX_ASKS;
	if (room) {
		push_ask(&meta->asks, ask);
		meta->stats.asked++;
	} else {
		meta->stats.refused++;
	}
	pthread_mutex_unlock(&meta->lock);
	return room ? 0 : -EAGAIN;
}

static int put_ask(struct eu_meta *meta, const char *id, const char *cgroup_path, int pid,
		   uint64_t cookie, bool ended)
{
	__attribute__((cleanup(ask_freep))) struct ask *ask = calloc(1, sizeof(*ask));
	int ret;

	if (!ask)
		return -ENOMEM;
	ask->cookie = cookie;
	ask->pid = pid;
	ask->ended = ended;
	ask->info = eu_container_info_new();
	if (!ask->info || !eu_info_set_text(&ask->info->id, id) ||
	    !eu_info_set_text(&ask->info->cgroup_path, cgroup_path))
		return -ENOMEM;
	ask->size = eu_info_size(ask->info);
	ret = enqueue(meta, ask);
	if (ret)
		return ret;
	ask = NULL;
	eu_http_wakeup(meta->worker.http);
	return 0;
}

int eu_meta_ask(struct eu_meta *meta, const char *id, const char *cgroup_path, int pid,
		uint64_t cookie)
{
	return put_ask(meta, id, cgroup_path, pid, cookie, false);
}

int eu_meta_ask_ended(struct eu_meta *meta, const char *id, const char *cgroup_path,
		      uint64_t cookie)
{
	return put_ask(meta, id, cgroup_path, 0, cookie, true);
}

void eu_meta_dispatch(struct eu_meta *meta, eu_meta_answer_fn fn, void *ctx)
{
	struct answer *first;
	uint64_t count;

	if (read(meta->event_fd, &count, sizeof(count)) < 0 && errno == EAGAIN)
		return;
	pthread_mutex_lock(&meta->lock);
	first = meta->answers.first;
	meta->answers = (struct answers){.last = &meta->answers.first};
	pthread_mutex_unlock(&meta->lock);
	for (struct answer *answer = first; answer; answer = answer->next)
		fn(ctx, answer->cookie, answer->info, answer->action);
	answers_clear(first);
}

void eu_meta_look(struct eu_meta *meta)
{
	int64_t until = eu_now_ms() + LOOK_WAIT_MS;
	const struct timespec limit = {until / 1000, until % 1000 * 1000000};

	pthread_mutex_lock(&meta->lock);
	meta->look = true;
	pthread_mutex_unlock(&meta->lock);
	eu_http_wakeup(meta->worker.http);
	pthread_mutex_lock(&meta->lock);
	while (meta->look && !pthread_cond_timedwait(&meta->looked, &meta->lock, &limit))
		;
	pthread_mutex_unlock(&meta->lock);
}

void eu_meta_stats(struct eu_meta *meta, struct eu_meta_stats *out)
{
	pthread_mutex_lock(&meta->lock);
	*out = meta->stats;
	pthread_mutex_unlock(&meta->lock);
}

void eu_meta_free(struct eu_meta *meta)
{
	if (!meta)
		return;
	pthread_mutex_lock(&meta->lock);
	meta->stop = true;
	pthread_mutex_unlock(&meta->lock);
	eu_http_wakeup(meta->worker.http);
	pthread_join(meta->thread, NULL);
	destroy(meta);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include <eunomia/schema.h>

#include "bpf/shared.h"
#include "eunomia.skel.h"
#include "event_ids.h"

#include "cleanup.h"
#include "clock.h"
#include "order/merge.h"
#include "source/live.h"
#include "source/load.h"
#include "source/perf_hook.h"
#include "source/programs.h"
#include "source/starts.h"

#define TICK_NS 5000000           /* while records come */
#define IDLE_ROUNDS 20            /* empty rounds until the kernel has to wake us */
#define CLOCK_SLACK_NS 100000     /* a stamp may be read before its level is seen as taken */
#define MIN_RING (256u << 10)
#define BELT_SHARE 4              /* a belt is so much smaller than the ring beside it */

struct eu_live {
	struct eunomia_bpf *bpf;
	struct eu_links links;
	struct eu_starts *starts;
	struct eu_hierarchy hierarchy;
	struct eu_lane *lanes;
	struct eu_merge merge;
	char *trays;                      /* of all belts; NULL: none */
	int epoll, timer;
	int cpus;
	unsigned idle_rounds;
	bool awake, moved, detached;
	uint64_t refused; /* containers that were there, and for which there was no room */
};

/* ---- beginning ---- */

/* Kernels before 5.11 charge BPF memory to this limit (commit 80ee81e0403c ended it). */
static void raise_memlock(void)
{
	struct rlimit unlimited = {RLIM_INFINITY, RLIM_INFINITY};

	setrlimit(RLIMIT_MEMLOCK, &unlimited);
}

/* For one CPU: none where no calls are streamed. */
static uint32_t belt_trays(const struct eu_live *live, const struct eu_live_options *options)
{
	const struct eu_event_desc *call = eu_schema_find("syscall");

	if (!options->events[call->id])
		return 0;
	return live->lanes[0].ring->size / BELT_SHARE / EU_TRAY_SIZE;
}

static size_t ring_size(const struct eu_live_options *options, int cpus)
{
	size_t size = MIN_RING;

	while (size * 2 * cpus <= options->ring_bytes)
		size *= 2;
	return size;
}

static int make_rings(struct eu_live *live, const struct eu_live_options *options,
		      struct eu_error *err)
{
	live->lanes = calloc(live->cpus, sizeof(*live->lanes));
	if (!live->lanes)
		return eu_fail(err, ENOMEM, "out of memory");
	live->merge.lanes = live->lanes;
	for (int i = 0; i < live->cpus; i++) {
		int ret = eu_ring_new(&live->lanes[i].ring, ring_size(options, live->cpus), err);

		if (ret)
			return ret;
		live->merge.n++;
	}
	return 0;
}

static int hang_rings(struct eu_live *live, struct eu_error *err)
{
	for (int i = 0; i < live->cpus; i++) {
		struct epoll_event event = {.events = EPOLLIN | EPOLLET};

		if (bpf_map_update_elem(bpf_map__fd(live->bpf->maps.rings), &i,
					&live->lanes[i].ring->fd, BPF_ANY) ||
		    epoll_ctl(live->epoll, EPOLL_CTL_ADD, live->lanes[i].ring->fd, &event))
			return eu_fail(err, errno, "cannot hang up the ring of CPU %d: %s", i,
				       strerror(errno));
	}
	return 0;
}

static size_t trays_size(const struct eu_live *live)
{
	return (size_t)live->cpus * live->bpf->rodata->belt_trays * EU_TRAY_SIZE;
}

static int map_belts(struct eu_live *live, struct eu_error *err)
{
	uint32_t n = live->bpf->rodata->belt_trays;
	void *trays;

	if (!n)
		return 0;
	trays = mmap(NULL, trays_size(live), PROT_READ, MAP_SHARED,
		     bpf_map__fd(live->bpf->maps.trays), 0);
	if (trays == MAP_FAILED)
		return eu_fail(err, errno, "cannot map the belts: %s", strerror(errno));
	live->trays = trays;
	for (int i = 0; i < live->cpus; i++) {
		struct eu_cpu *cpu = &live->bpf->bss->cpus[i];

		live->lanes[i].ring->belt = (struct eu_belt){
			.trays = live->trays + (size_t)i * n * EU_TRAY_SIZE,
			.n_trays = n,
			.sent = (uint64_t *)&cpu->belt_sent,
			.taken = (uint64_t *)&cpu->belt_taken,
		};
	}
	return 0;
}

static int open_waiting(struct eu_live *live, struct eu_error *err)
{
	struct epoll_event event = {.events = EPOLLIN};

	live->epoll = epoll_create1(EPOLL_CLOEXEC);
	live->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	if (live->epoll < 0 || live->timer < 0 ||
	    epoll_ctl(live->epoll, EPOLL_CTL_ADD, live->timer, &event))
		return eu_fail(err, errno, "cannot make a timer: %s", strerror(errno));
	return 0;
}

static void set_awake(struct eu_live *live, bool awake)
{
	struct itimerspec tick = {};
	uint32_t mark = awake ? live->lanes[0].ring->size / 4 + 1 : 1;

	if (awake)
		tick.it_interval.tv_nsec = tick.it_value.tv_nsec = TICK_NS;
	for (int i = 0; i < live->cpus; i++)
		live->bpf->bss->cpus[i].wake = mark;
	if (live->awake != awake)
		timerfd_settime(live->timer, 0, &tick, NULL);
	live->awake = awake;
	live->idle_rounds = 0;
}

static void free_live(struct eu_live **live)
{
	eu_live_free(*live);
}

static int quiet(enum libbpf_print_level level, const char *format, va_list args)
{
	return getenv("EUNOMIA_DEBUG_LIBBPF") ? vfprintf(stderr, format, args) : 0;
}

int eu_live_new(struct eu_live **out, const struct eu_live_options *options, struct eu_error *err)
{
	eu_cleanup(free_live) struct eu_live *live = calloc(1, sizeof(*live));
	int ret;

	if (!live)
		return eu_fail(err, ENOMEM, "out of memory");
	live->epoll = live->timer = -1;
	libbpf_set_print(quiet);
	live->cpus = libbpf_num_possible_cpus();
	if (live->cpus <= 0)
		return eu_fail(err, ENOENT, "cannot read how many CPUs there are: is /sys mounted?");
	if (live->cpus > EU_MAX_CPUS)
		return eu_fail(err, E2BIG, "%d CPUs; at most %d are supported", live->cpus, EU_MAX_CPUS);
	raise_memlock();
	eu_use_perf_hooks();
	live->bpf = eunomia_bpf__open();
	if (!live->bpf)
		return eu_fail(err, errno, "cannot open the BPF object: %s", strerror(errno));
	ret = eu_hierarchy_find(&live->hierarchy, err) ?: open_waiting(live, err);
	if (!ret)
		ret = make_rings(live, options, err);
	if (!ret)
		ret = eu_load(live->bpf,
			      &(struct eu_load){.options = options,
						.hierarchy = &live->hierarchy,
						.cpus = live->cpus,
						.belt_trays = belt_trays(live, options)},
			      err);
	if (!ret)
		ret = hang_rings(live, err) ?: map_belts(live, err);
	for (size_t i = 0; i < options->n_pids && !ret; i++)
		ret = eu_live_watch(live, options->pids[i]);
	if (!ret)
		ret = eu_programs_attach(&live->links, live->bpf, options, err) ?:
		      eu_starts_new(&live->starts, live->bpf, err);
	if (ret)
		return ret;
	set_awake(live, true);
	*out = eu_take(live);
	return 0;
}

uint64_t eu_live_start_of(const struct eu_live *live, uint32_t pid, uint64_t step)
{
	return eu_starts_refine(live->starts, pid, step);
}

int eu_live_fd(const struct eu_live *live)
{
	return live->epoll;
}

/* ---- rounds ---- */

/* Up to when a CPU is silent if its ring is empty now. A program that has begun a record holds a
 * level: its time bounds the promise; without a time yet, the old promise stands. */
static uint64_t silent_until(const struct eu_cpu *cpu, uint64_t now, uint64_t before)
{
	uint64_t until = now - CLOCK_SLACK_NS;

	for (int i = 0; i < EU_LEVELS; i++) {
		uint64_t time = __atomic_load_n(&cpu->level_time[i], __ATOMIC_ACQUIRE);

		if (time == 1)
			return before;
		if (time && time - 1 < until)
			until = time - 1;
	}
	return until;
}

static void drain_timer(struct eu_live *live)
{
	uint64_t ticks;

	if (read(live->timer, &ticks, sizeof(ticks)) < 0)
		return; /* it was a ring that woke us */
}

void eu_live_round(struct eu_live *live)
{
	struct epoll_event events[16];
	uint64_t now = eu_now_ns();

	if (epoll_wait(live->epoll, events, 16, 0) > 0)
		drain_timer(live);
	for (int i = 0; i < live->cpus; i++) {
		struct eu_lane *lane = &live->lanes[i];

		lane->silent_until = live->detached ? UINT64_MAX :
						      silent_until(&live->bpf->bss->cpus[i], now,
								   lane->silent_until);
	}
	live->moved = false;
	eu_merge_begin(&live->merge);
}

const struct eu_head *eu_live_next(struct eu_live *live)
{
	return eu_merge_next(&live->merge);
}

void eu_live_pop(struct eu_live *live, const struct eu_head *record)
{
	live->moved = true;
	eu_merge_pop(&live->merge, record);
}

void eu_live_stay_awake(struct eu_live *live)
{
	live->moved = true;
}

static bool is_empty(const struct eu_live *live)
{
	for (int i = 0; i < live->cpus; i++)
		if (eu_ring_waiting(live->lanes[i].ring))
			return false;
	return true;
}

uint64_t eu_live_promised(const struct eu_live *live)
{
	return eu_merge_promised(&live->merge);
}

void eu_live_rest(struct eu_live *live)
{
	for (int i = 0; i < live->cpus; i++) {
		eu_ring_release(live->lanes[i].ring);
		live->bpf->bss->cpus[i].unread = eu_ring_waiting(live->lanes[i].ring);
	}
	if (live->detached)
		return;
	if (live->moved || !is_empty(live))
		set_awake(live, true);
	else if (live->awake && ++live->idle_rounds > IDLE_ROUNDS)
		set_awake(live, false);
	if (!live->awake && !is_empty(live))
		set_awake(live, true); /* came between the look and the sleep */
}

/* Has a program look at each socket of a table, whose keys are struct sock *. */
static void for_each_socket(const struct bpf_map *sockets, const struct bpf_program *program)
{
	int map = bpf_map__fd(sockets), look = bpf_program__fd(program);
	uint64_t sock, next;
	bool more = look >= 0 && !bpf_map_get_next_key(map, NULL, &next);

	while (more) {
		LIBBPF_OPTS(bpf_test_run_opts, options, .ctx_in = &sock,
			    .ctx_size_in = sizeof(sock));

		sock = next;
		more = !bpf_map_get_next_key(map, &sock, &next);
		bpf_prog_test_run_opts(look, &options);
	}
}

void eu_live_check_sockets(struct eu_live *live)
{
	for_each_socket(live->bpf->maps.sockets, live->bpf->progs.check_socket);
}

void eu_live_tell_traffic(struct eu_live *live)
{
	for_each_socket(live->bpf->maps.connections, live->bpf->progs.tell_connection);
	for_each_socket(live->bpf->maps.sockets, live->bpf->progs.tell_socket);
}

void eu_live_detach(struct eu_live *live)
{
	eu_programs_detach(&live->links);
	eu_live_check_sockets(live);
	eu_live_tell_traffic(live);
	live->detached = true;
}

/* ---- containers ---- */

const struct eu_hierarchy *eu_live_hierarchy(const struct eu_live *live)
{
	return &live->hierarchy;
}

static void forget_answers(struct eu_live *live)
{
	__atomic_add_fetch(&live->bpf->bss->css_generation, 1, __ATOMIC_SEQ_CST);
}

/* What a container does in a cgroup that is not known. */
static void lose(struct eu_live *live, eu_ref ref)
{
	const struct eu_loss_key key = {.container = ref, .place = EU_PLACE_MAP};
	int losses = bpf_map__fd(live->bpf->maps.losses);
	uint64_t count = 0;

	bpf_map_lookup_elem(losses, &key, &count);
	count++;
	bpf_map_update_elem(losses, &key, &count, BPF_ANY);
}

/* A fresh ref for a key that has none. pid_namespace: that is the container; or 0. */
static eu_ref adopt(struct eu_live *live, const struct bpf_map *map, const void *key,
		    uint32_t pid_namespace)
{
	int refs = bpf_map__fd(live->bpf->maps.free_refs);
	eu_ref ref;

	if (bpf_map_lookup_and_delete_elem(refs, NULL, &ref)) {
		live->refused += !live->bpf->bss->discovered; /* later the kernel says so */
		return 0;
	}
	live->bpf->bss->container_namespaces[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = pid_namespace;
	if (bpf_map_update_elem(bpf_map__fd(map), key, &ref, BPF_NOEXIST)) {
		live->refused += errno != EEXIST && !live->bpf->bss->discovered;
		bpf_map_update_elem(refs, NULL, &ref, BPF_ANY);
		return 0;
	}
	live->bpf->bss->given[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = ref;
	forget_answers(live);
	return ref;
}

eu_ref eu_live_adopt(struct eu_live *live, uint64_t cgroup_id)
{
	eu_ref ref = adopt(live, live->bpf->maps.cgroups, &cgroup_id, 0);

	if (ref)
		__atomic_add_fetch(&live->bpf->bss->n_cgroups, 1, __ATOMIC_SEQ_CST);
	return ref;
}

eu_ref eu_live_adopt_namespace(struct eu_live *live, uint32_t inode)
{
	eu_ref ref = adopt(live, live->bpf->maps.pid_namespaces, &inode, inode);

	if (ref)
		__atomic_add_fetch(&live->bpf->bss->pid_namespaces_known, 1, __ATOMIC_SEQ_CST);
	return ref;
}

eu_ref eu_live_namespace_ref(const struct eu_live *live, uint32_t inode)
{
	eu_ref ref = 0;

	bpf_map_lookup_elem(bpf_map__fd(live->bpf->maps.pid_namespaces), &inode, &ref);
	return ref;
}

eu_ref eu_live_ref_of(const struct eu_live *live, uint64_t cgroup_id)
{
	eu_ref ref = 0;

	bpf_map_lookup_elem(bpf_map__fd(live->bpf->maps.cgroups), &cgroup_id, &ref);
	return ref;
}

void eu_live_adopt_below(struct eu_live *live, uint64_t cgroup_id, eu_ref ref)
{
	uint32_t *n = &live->bpf->bss->n_cgroups;
	bool room = __atomic_load_n(n, __ATOMIC_RELAXED) < EU_MAX_CGROUPS - EU_MAX_SLOTS;
	int map = bpf_map__fd(live->bpf->maps.cgroups);

	if (room && !bpf_map_update_elem(map, &cgroup_id, &ref, BPF_NOEXIST))
		__atomic_add_fetch(n, 1, __ATOMIC_SEQ_CST);
	else if (!room || errno != EEXIST)
		lose(live, ref);
	forget_answers(live);
}

int eu_live_expect(struct eu_live *live, uint64_t cgroup_id, const char *path)
{
	struct eu_candidate candidate = {};

	snprintf(candidate.path, sizeof(candidate.path), "%s", path);
	return bpf_map_update_elem(bpf_map__fd(live->bpf->maps.candidates), &cgroup_id, &candidate,
				   BPF_NOEXIST);
}

int eu_live_forget_expected(struct eu_live *live, uint64_t cgroup_id)
{
	return bpf_map_delete_elem(bpf_map__fd(live->bpf->maps.candidates), &cgroup_id);
}

void eu_live_discovered(struct eu_live *live)
{
	live->bpf->bss->discovered = 1;
}

void eu_live_sets_up(struct eu_live *live, eu_ref ref)
{
	live->bpf->bss->in_setup[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = ref;
}

bool eu_live_is_in_set_up(const struct eu_live *live, eu_ref ref)
{
	return live->bpf->bss->in_setup[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] == ref;
}

bool eu_live_ends_set_up(struct eu_live *live, eu_ref ref)
{
	uint32_t *whose = &live->bpf->bss->in_setup[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)];

	return __atomic_exchange_n(whose, 0, __ATOMIC_SEQ_CST) == ref;
}

void eu_live_mute(struct eu_live *live, eu_ref ref, bool mute)
{
	live->bpf->bss->muted[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = mute;
}

bool eu_live_is_muted(const struct eu_live *live, eu_ref ref)
{
	return live->bpf->bss->muted[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)];
}

void eu_live_recycle(struct eu_live *live, eu_ref ref)
{
	eu_ref next = ref + 0x10000;

	eu_live_mute(live, ref, false);
	live->bpf->bss->given[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = 0;
	bpf_map_update_elem(bpf_map__fd(live->bpf->maps.free_refs), NULL, &next, BPF_ANY);
}

uint64_t eu_live_lost_containers(const struct eu_live *live)
{
	return live->bpf->bss->lost_containers;
}

bool eu_live_has_given(const struct eu_live *live, eu_ref ref)
{
	return live->bpf->bss->given[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] == ref;
}

/* Strikes out the containers that have something in a table. False: it changes so fast that one may
 * have been overlooked. */
static bool strike_out(const struct bpf_map *map, eu_ref refs[EU_MAX_SLOTS])
{
	int fd = bpf_map__fd(map);
	uint64_t key = 0, next = 0; /* room for either kind */
	unsigned tries = 4 * bpf_map__max_entries(map);
	bool more = !bpf_map_get_next_key(fd, NULL, &next);
	eu_ref ref;

	for (; more && tries; tries--) {
		key = next;
		if (!bpf_map_lookup_elem(fd, &key, &ref) &&
		    refs[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] == ref)
			refs[EU_REF_SLOT(ref) & (EU_MAX_SLOTS - 1)] = 0;
		more = !bpf_map_get_next_key(fd, &key, &next);
	}
	return !more;
}

bool eu_live_ended(const struct eu_live *live, eu_ref refs[EU_MAX_SLOTS])
{
	memcpy(refs, live->bpf->bss->given, sizeof(live->bpf->bss->given));
	return strike_out(live->bpf->maps.cgroups, refs) &&
	       strike_out(live->bpf->maps.pid_namespaces, refs);
}

int eu_live_watch(struct eu_live *live, uint32_t pid)
{
	uint8_t yes = 1;

	return bpf_map_update_elem(bpf_map__fd(live->bpf->maps.tree), &pid, &yes, BPF_ANY);
}

void eu_live_add_proxy(struct eu_live *live, uint32_t pid)
{
	uint64_t nobody[2] = {}; /* struct eu_proxy of bpf/tcp.h */

	if (!bpf_map_update_elem(bpf_map__fd(live->bpf->maps.proxies), &pid, nobody, BPF_ANY))
		__atomic_add_fetch(&live->bpf->bss->proxies_known, 1, __ATOMIC_SEQ_CST);
}

bool eu_live_watches(const struct eu_live *live, uint32_t pid)
{
	uint8_t yes;

	return !bpf_map_lookup_elem(bpf_map__fd(live->bpf->maps.tree), &pid, &yes);
}

bool eu_live_has_tree(const struct eu_live *live)
{
	return live->bpf->rodata->watch_tree;
}

bool eu_live_watches_on_host(const struct eu_live *live, uint32_t pid)
{
	return live->bpf->rodata->watch_host && pid != live->bpf->rodata->own_pid &&
	       (!eu_live_has_tree(live) || eu_live_watches(live, pid));
}

/* ---- loss ---- */

/* How often the kernel skipped a program because it was at work on that CPU already, or because a
 * task was preempted there in a program (see perf_hook.h) or in a bpf(2) call on a map. Whose calls
 * those were nobody knows. */
static uint64_t skipped(const struct eu_live *live)
{
	struct bpf_program *program;
	uint64_t sum = 0;

	bpf_object__for_each_program(program, live->bpf->obj) {
		struct bpf_prog_info info = {};
		__u32 len = sizeof(info);
		int fd = bpf_program__fd(program);

		if (fd >= 0 && !bpf_obj_get_info_by_fd(fd, &info, &len))
			sum += info.recursion_misses;
	}
	return sum;
}

void eu_live_losses(struct eu_live *live,
		    void (*each)(void *context, const struct eu_loss_key *key, uint64_t count),
		    void *context)
{
	int fd = bpf_map__fd(live->bpf->maps.losses);
	struct eu_loss_key key = {}, *last = NULL;
	uint64_t count;

	count = skipped(live);
	if (count)
		each(context, &(struct eu_loss_key){.place = EU_PLACE_MISSED}, count);
	key = (struct eu_loss_key){.type = EU_TYPE(eu_event_container), .place = EU_PLACE_SLOTS};
	if (live->refused)
		each(context, &key, live->refused);
	while (!bpf_map_get_next_key(fd, last, &key)) {
		last = &key;
		if (!bpf_map_lookup_elem(fd, &key, &count) && count)
			each(context, &key, count);
	}
	for (int i = 0; i < live->cpus; i++) {
		key = (struct eu_loss_key){.place = EU_PLACE_RING};
		if (live->lanes[i].ring->malformed)
			each(context, &key, live->lanes[i].ring->malformed);
	}
	key = (struct eu_loss_key){.place = EU_PLACE_MAP};
	if (live->bpf->bss->losses_unattributed)
		each(context, &key, live->bpf->bss->losses_unattributed);
}

/* The kernel begins to count 300 s before its 32 bits are full (include/linux/jiffies.h), so one
 * moment on both clocks tells how long a tick is. */
void eu_live_count_clock(const struct eu_live *live, uint64_t *zero, uint64_t *tick)
{
	static const unsigned rates[] = {100, 250, 300, 1000};
	uint64_t best = UINT64_MAX;

	*zero = live->bpf->bss->clock_ns;
	*tick = 4000000;
	for (size_t i = 0; i < sizeof(rates) / sizeof(*rates); i++) {
		uint64_t begun = (uint32_t)(-300 * (int)rates[i]);
		uint64_t ns = (live->bpf->bss->clock_jiffies - begun) * (1000000000 / rates[i]);
		uint64_t off = ns > *zero ? ns - *zero : *zero - ns;

		if (off < best) {
			best = off;
			*tick = 1000000000 / rates[i];
		}
	}
}

struct eunomia_bpf *eu_live_bpf(struct eu_live *live)
{
	return live->bpf;
}

void eu_live_free(struct eu_live *live)
{
	if (!live)
		return;
	eu_starts_free(live->starts);
	eu_programs_detach(&live->links);
	for (size_t i = 0; i < live->merge.n; i++)
		eu_ring_free(live->lanes[i].ring);
	free(live->lanes);
	if (live->trays)
		munmap(live->trays, trays_size(live));
	eunomia_bpf__destroy(live->bpf);
	if (live->epoll >= 0)
		close(live->epoll);
	if (live->timer >= 0)
		close(live->timer);
	free(live);
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The live kernel as a source of records in order.
 *
 *	eu_live_new (chooses, loads, attaches) → poll eu_live_fd → eu_live_round … eu_live_next …
 *	→ eu_live_detach → rounds until empty → eu_live_free
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/record.h>

#include "bpf/shared.h"
#include "source/hierarchy.h"

struct eunomia_bpf;

struct eu_live_options {
	const bool *events;         /* by record type: is it wanted? */
	size_t n_events;
	const uint16_t *plans;       /* EU_CALLS of enum eu_plan; PROBE and ENTER are added */
	size_t ring_bytes;          /* of all rings together */
	bool host, tree, tree_only, failed;
	uint32_t buffer_bytes;      /* of read and written buffers to copy */
	bool durations;             /* of streamed syscalls */
	bool count;                 /* every syscall, per container */
	bool every_open;            /* streamed, not only the first of a file */
	bool count_files;           /* what is read and written; with count opens, too */
	const uint32_t *pids;       /* roots of the tree */
	size_t n_pids;
	const uint32_t *uids;
	size_t n_uids;
};

struct eu_live;

int eu_live_new(struct eu_live **out, const struct eu_live_options *options, struct eu_error *err);
/* Readable when a round may bring something. */
int eu_live_fd(const struct eu_live *live);
/* Begins a round: what next returns until it returns NULL is in order. */
void eu_live_round(struct eu_live *live);
/* The next record, valid until eu_live_pop, or NULL when the round is over. */
const struct eu_head *eu_live_next(struct eu_live *live);
void eu_live_pop(struct eu_live *live, const struct eu_head *record);
/* After the last record of a round: what comes later is not older than this. UINT64_MAX: nothing
 * comes any more. */
uint64_t eu_live_promised(const struct eu_live *live);
/* Another round is to follow in some ms, though the kernel may say nothing. */
void eu_live_stay_awake(struct eu_live *live);
/* Ends the round: memory goes back to the kernel, and the source sleeps or stays awake. */
void eu_live_rest(struct eu_live *live);
/* UDP and unix sockets that ended without that a program saw it: their `close` is sent now. */
void eu_live_check_sockets(struct eu_live *live);
/* Has a `traffic` sent of each open connection that bytes have gone through. */
void eu_live_tell_traffic(struct eu_live *live);

/* No program runs any more; all that was recorded can be released at once. */
void eu_live_detach(struct eu_live *live);
/* The start of a process, of which /proc says the step that it is in (source/starts.h). */
uint64_t eu_live_start_of(const struct eu_live *live, uint32_t pid, uint64_t step);
/* Container bookkeeping in the kernel. */
const struct eu_hierarchy *eu_live_hierarchy(const struct eu_live *live);
/* A container that was there before: takes a ref for its cgroup; 0 when there is none left, or
 * when the kernel side knows the cgroup already. */
eu_ref eu_live_adopt(struct eu_live *live, uint64_t cgroup_id);
/* A cgroup below the container's. */
void eu_live_adopt_below(struct eu_live *live, uint64_t cgroup_id, eu_ref ref);
/* Whose cgroup it is; 0: the host's. */
eu_ref eu_live_ref_of(const struct eu_live *live, uint64_t cgroup_id);
/* A container that has a PID namespace and no cgroup of its own. */
eu_ref eu_live_adopt_namespace(struct eu_live *live, uint32_t inode);
/* Whose PID namespace it is; 0: nobody's. */
eu_ref eu_live_namespace_ref(const struct eu_live *live, uint32_t inode);
/* A container's cgroup, if somebody enters it. Nonzero: there is no room, or it is expected already. */
int eu_live_expect(struct eu_live *live, uint64_t cgroup_id, const char *path);
/* Nonzero: it was not expected any more, because somebody has entered, or it is gone. */
int eu_live_forget_expected(struct eu_live *live, uint64_t cgroup_id);
/* The containers that were there before are known: what else has a PID namespace is a new one. */
void eu_live_discovered(struct eu_live *live);
/* Its entrypoint has not begun: until it does, the runtime is at work. */
void eu_live_sets_up(struct eu_live *live, eu_ref ref);
bool eu_live_is_in_set_up(const struct eu_live *live, eu_ref ref);
/* It had begun before. False: the kernel side has seen it begin since, and tells so. */
bool eu_live_ends_set_up(struct eu_live *live, eu_ref ref);
void eu_live_mute(struct eu_live *live, eu_ref ref, bool mute);
bool eu_live_is_muted(const struct eu_live *live, eu_ref ref);
/* The container is gone and its last record was delivered: the slot may be given again. */
void eu_live_recycle(struct eu_live *live, eu_ref ref);
/* Is the ref a container's, or was it until the container ended just now? */
bool eu_live_has_given(const struct eu_live *live, eu_ref ref);
/* How many records of containers that begin or end were lost. */
uint64_t eu_live_lost_containers(const struct eu_live *live);
/* By slot: containers that have a ref and nothing else left in the kernel's tables; or 0. False: those
 * change so fast that this is not to be trusted. */
bool eu_live_ended(const struct eu_live *live, eu_ref refs[EU_MAX_SLOTS]);
/* A process to watch with its descendants. */
int eu_live_watch(struct eu_live *live, uint32_t pid);
bool eu_live_watches(const struct eu_live *live, uint32_t pid);
bool eu_live_has_tree(const struct eu_live *live);
/* Would it be watched without being in a container? */
bool eu_live_watches_on_host(const struct eu_live *live, uint32_t pid);
/* A process that forwards connections to a container: its own are looked at, too. */
void eu_live_add_proxy(struct eu_live *live, uint32_t pid);
/* Loss counters; calls back for each that is not zero. */
void eu_live_losses(struct eu_live *live,
		    void (*each)(void *context, const struct eu_loss_key *key, uint64_t count),
		    void *context);
/* The counters' clock: its zero (CLOCK_MONOTONIC, ns) and the length of a tick in ns. */
void eu_live_count_clock(const struct eu_live *live, uint64_t *zero, uint64_t *tick);
/* The loaded object, for the readers of counters. */
struct eunomia_bpf *eu_live_bpf(struct eu_live *live);
void eu_live_free(struct eu_live *live);

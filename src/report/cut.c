/* SPDX-License-Identifier: Apache-2.0 */
/* A report of a time: what it says less what had been before, in place. */
#include <string.h>

#include <eunomia/report.h>

#include "report/merge.h"

struct cut {
	uint64_t from, to; /* wall clock, ns */
};

/* The facts of an earlier report come in the same order: the next one is looked for behind the last
 * one that was found. */
#define FIND(list, n, at, same)                                                                  \
	({                                                                                       \
		const typeof(*(list)) *found_ = NULL;                                            \
		for (size_t k_ = 0; k_ < (n) && !found_; k_++) {                                 \
			const typeof(*(list)) *it = &(list)[(*(at) + k_) % (n)];                 \
			if (same) {                                                              \
				found_ = it;                                                     \
				*(at) = (*(at) + k_ + 1) % (n);                                  \
			}                                                                        \
		}                                                                                \
		found_;                                                                          \
	})

static void subtract(uint64_t *count, uint64_t before)
{
	*count -= before < *count ? before : *count;
}

static void subtract_init(uint64_t *init, uint64_t before)
{
	if (*init != EU_INIT_UNKNOWN && before != EU_INIT_UNKNOWN)
		subtract(init, before);
	else
		*init = EU_INIT_UNKNOWN;
}

/* False: it was not in the time. When it first was in it is not known of what had been before. */
static bool cut_times(const struct cut *cut, uint64_t *first, uint64_t *last)
{
	if (*last < cut->from || *first > cut->to)
		return false;
	if (*first < cut->from)
		*first = cut->from;
	if (*last > cut->to)
		*last = cut->to;
	return true;
}

/* ---- system calls ---- */

static size_t cut_values(const struct cut *cut, const struct eu_syscall_fact *now,
			 const struct eu_syscall_fact *before)
{
	struct eu_value_fact *values = (void *)now->values;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_values; i++) {
		struct eu_value_fact value = values[i];
		const struct eu_value_fact *old =
			FIND(before->values, before->n_values, &at, eu_same_arguments(it, &value));

		subtract(&value.count, old ? old->count : 0);
		subtract_init(&value.init, old ? old->init : 0);
		if (value.count && cut_times(cut, &value.first, &value.last))
			values[left++] = value;
	}
	return left;
}

static size_t cut_errors(const struct eu_syscall_fact *now, const struct eu_syscall_fact *before)
{
	struct eu_errno_count *errors = (void *)now->errors;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_errors; i++) {
		struct eu_errno_count error = errors[i];
		const struct eu_errno_count *old =
			FIND(before->errors, before->n_errors, &at, it->error == error.error);

		subtract(&error.count, old ? old->count : 0);
		subtract_init(&error.init, old ? old->init : 0);
		if (error.count)
			errors[left++] = error;
	}
	return left;
}

static void cut_calls(const struct cut *cut, struct eu_container_report *now,
		      const struct eu_container_report *before)
{
	static const struct eu_syscall_fact none;
	struct eu_syscall_fact *calls = (void *)now->syscalls;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_syscalls; i++) {
		struct eu_syscall_fact call = calls[i];
		const struct eu_syscall_fact *old =
			FIND(before->syscalls, before->n_syscalls, &at,
			     !strcmp(it->name, call.name)) ?: &none;

		subtract(&call.count, old->count);
		subtract_init(&call.init, old->init);
		call.n_errors = cut_errors(&call, old);
		call.n_values = cut_values(cut, &call, old);
		if (call.count && cut_times(cut, &call.first, &call.last))
			calls[left++] = call;
	}
	now->n_syscalls = left;
}

/* ---- files ---- */

static bool subtract_file(struct eu_file_fact *file, const struct eu_file_fact *old)
{
	subtract(&file->opens, old->opens);
	subtract(&file->reads, old->reads);
	subtract(&file->writes, old->writes);
	subtract(&file->bytes_read, old->bytes_read);
	subtract(&file->bytes_written, old->bytes_written);
	subtract(&file->failures, old->failures);
	subtract(&file->other, old->other);
	subtract(&file->maps, old->maps);
	subtract(&file->bytes_mapped, old->bytes_mapped);
	file->created &= !old->created;
	file->deleted &= !old->deleted;
	return file->opens || file->reads || file->writes || file->failures || file->other ||
	       file->maps;
}

static void cut_files(const struct cut *cut, struct eu_container_report *now,
		      const struct eu_container_report *before)
{
	struct eu_file_fact *files = (void *)now->files;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_files; i++) {
		struct eu_file_fact file = files[i];
		const struct eu_file_fact *old = FIND(before->files, before->n_files, &at,
						      !strcmp(it->path, file.path));

		if ((!old || subtract_file(&file, old)) && cut_times(cut, &file.first, &file.last))
			files[left++] = file;
	}
	now->n_files = left;
}

/* ---- programs ---- */

static bool same_argv(const char *const *a, size_t n_a, const char *const *b, size_t n_b)
{
	if (n_a != n_b)
		return false;
	for (size_t i = 0; i < n_a; i++)
		if (strcmp(a[i], b[i]))
			return false;
	return true;
}

/* argv[0] tells programs of one file apart. */
static bool same_program(const struct eu_executable_fact *a, const struct eu_executable_fact *b)
{
	const char *a_name = a->n_argv ? a->argv[0] : "", *b_name = b->n_argv ? b->argv[0] : "";

	return !strcmp(a->path, b->path) && !strcmp(a_name, b_name);
}

static size_t cut_others(const struct eu_executable_fact *now, const struct eu_executable_fact *old)
{
	struct eu_argv_fact *others = (void *)now->others;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_others; i++) {
		struct eu_argv_fact argv = others[i];

		if (!FIND(old->others, old->n_others, &at,
			  same_argv(it->argv, it->n_argv, argv.argv, argv.n_argv)))
			others[left++] = argv;
	}
	return left;
}

static void cut_executables(const struct cut *cut, struct eu_container_report *now,
			    const struct eu_container_report *before)
{
	struct eu_executable_fact *all = (void *)now->executables;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_executables; i++) {
		struct eu_executable_fact exe = all[i];
		const struct eu_executable_fact *old = FIND(
			before->executables, before->n_executables, &at, same_program(it, &exe));

		if (old) {
			subtract(&exe.count, old->count);
			exe.n_others = cut_others(&exe, old);
		}
		if (exe.count && cut_times(cut, &exe.first, &exe.last))
			all[left++] = exe;
	}
	now->n_executables = left;
}

/* ---- peers and capabilities ---- */

static bool same_peer(const struct eu_peer_fact *a, const struct eu_peer_fact *b)
{
	return a->port == b->port && a->address_len == b->address_len &&
	       !memcmp(a->address, b->address, a->address_len) &&
	       !strcmp(a->transport, b->transport) && !strcmp(a->direction, b->direction) &&
	       !strcmp(a->container_id ?: "", b->container_id ?: "");
}

static bool subtract_peer(struct eu_peer_fact *peer, const struct eu_peer_fact *old)
{
	subtract(&peer->count, old->count);
	subtract(&peer->failures, old->failures);
	subtract(&peer->bytes_sent, old->bytes_sent);
	subtract(&peer->bytes_received, old->bytes_received);
	return peer->count || peer->failures || peer->bytes_sent || peer->bytes_received;
}

static void cut_peers(const struct cut *cut, struct eu_container_report *now,
		      const struct eu_container_report *before)
{
	struct eu_peer_fact *peers = (void *)now->peers;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_peers; i++) {
		struct eu_peer_fact peer = peers[i];
		const struct eu_peer_fact *old =
			FIND(before->peers, before->n_peers, &at, same_peer(it, &peer));

		if ((!old || subtract_peer(&peer, old)) && cut_times(cut, &peer.first, &peer.last))
			peers[left++] = peer;
	}
	now->n_peers = left;
}

static void cut_capabilities(const struct cut *cut, struct eu_container_report *now,
			     const struct eu_container_report *before)
{
	struct eu_capability_fact *all = (void *)now->capabilities;
	size_t left = 0, at = 0;

	for (size_t i = 0; i < now->n_capabilities; i++) {
		struct eu_capability_fact fact = all[i];
		const struct eu_capability_fact *old =
			FIND(before->capabilities, before->n_capabilities, &at,
			     !strcmp(it->name, fact.name));

		subtract(&fact.granted, old ? old->granted : 0);
		subtract(&fact.refused, old ? old->refused : 0);
		subtract(&fact.below, old ? old->below : 0);
		subtract(&fact.init_granted, old ? old->init_granted : 0);
		subtract(&fact.init_refused, old ? old->init_refused : 0);
		if ((fact.granted || fact.refused || fact.below) && cut_times(cut, &fact.first, &fact.last))
			all[left++] = fact;
	}
	now->n_capabilities = left;
}

/* ---- the whole ---- */

static void cut_lifecycle(const struct cut *cut, struct eu_container_report *now)
{
	struct eu_lifecycle_fact *steps = (void *)now->lifecycle;
	size_t left = 0;

	for (size_t i = 0; i < now->n_lifecycle; i++)
		if (steps[i].time >= cut->from && steps[i].time <= cut->to)
			steps[left++] = steps[i];
	now->n_lifecycle = left;
}

static void cut_container(const struct cut *cut, struct eu_container_report *now,
			  const struct eu_container_report *before)
{
	cut_calls(cut, now, before);
	cut_files(cut, now, before);
	cut_executables(cut, now, before);
	cut_peers(cut, now, before);
	cut_capabilities(cut, now, before);
	cut_lifecycle(cut, now);
}

/* Its losses say whose they are by where it is. */
static void move(struct eu_container_report *to, const struct eu_container_report *from)
{
	struct eu_loss *losses = (void *)from->loss;

	*to = *from;
	for (size_t i = 0; i < to->n_loss; i++)
		if (losses[i].container)
			losses[i].container = &to->container;
}

void eu_report_cut(struct eu_report *report, const struct eu_report *before, uint64_t from,
		   uint64_t to)
{
	static const struct eu_container_report nothing;
	static const struct eu_report none;
	struct eu_container_report *all = (void *)report->containers;
	const struct cut cut = {from, to};
	size_t left = 0, at = 0;

	before = before ?: &none;
	for (size_t i = 0; i < report->n_containers; i++) {
		const struct eu_container_report *old =
			FIND(before->containers, before->n_containers, &at,
			     it->container.ref == all[i].container.ref);

		if (!all[i].last || !cut_times(&cut, &all[i].first, &all[i].last))
			continue; /* it did nothing then, or was not there yet */
		cut_container(&cut, &all[i], old ?: &nothing);
		move(&all[left++], &all[i]);
	}
	report->n_containers = left;
	if (!cut_times(&cut, &report->first, &report->last))
		report->first = report->last = 0; /* nothing was recorded then */
}

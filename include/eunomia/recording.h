/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Recordings: what a session saw, kept in files; docs/recording-format.md says how.
 *
 *	eu_recorder_new → eu_session_options.recorder → the session runs, stops → eu_recorder_free
 *	eu_recordings_open → eu_session_options.recording → the session replays → …_free
 *
 * The recorder has one thread of its own, from the session's start to its stop: it packs and
 * writes. What comes while the disk is slower than the kernel waits in a queue of bounded size;
 * what finds no room there, or on the disk, is in the session's ledger of losses (places "queue"
 * and "disk") and in the recording's.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/event.h>

#pragma GCC visibility push(default)

struct eu_recorder;

struct eu_recorder_options {
	const char *path;  /* a file that is not there yet; or a directory: one file per segment */
	uint64_t max_size; /* bytes of all its segments, then the oldest go; 0: they stay. Needs a
			      directory, and at least EU_RECORDER_MIN_SIZE */
};

#define EU_RECORDER_MIN_SIZE (4u << 20)
#define EU_RECORDING_SUFFIX ".eunomia"

/* Makes the directory when it is not there; the file itself is made when the session starts. */
int eu_recorder_new(struct eu_recorder **out, const struct eu_recorder_options *options,
		    struct eu_error *err);
/* Where it stands; may be asked at any time. */
struct eu_recorder_state {
	uint64_t records, bytes; /* written, of all segments */
	unsigned segments;       /* begun */
	int error;               /* errno of the write that failed last; 0: all is well (again) */
};
void eu_recorder_state(struct eu_recorder *recorder, struct eu_recorder_state *out);
void eu_recorder_free(struct eu_recorder *recorder);

/* ---- reading ---- */

/* Does what can be read at this descriptor begin as each segment of a recording does? */
bool eu_is_recording(int fd);

struct eu_recordings;
struct eu_recording; /* one run of a recorder, in one or more segments */

/* A container as the recording's summary has it. */
struct eu_recorded_container {
	const char *id, *name, *runtime, *image_name, *image_tag, *image_digest, *image_id;
	const char *former_names; /* as in struct eu_container */
	size_t former_size;
	eu_ref ref;       /* of its last run */
	eu_ref first_ref; /* of its first one */
	uint64_t slots;   /* of all of them: bit n for each slot that is n modulo 64 */
	bool existed;     /* it was there before the recorder, or what is left of the recording */
	bool renamed;     /* it was called otherwise before */
};

/* A kind of a report's facts that a recording does not have all of: trace keeps the events that it was
 * asked for, and counts nothing. Or has too much of: where its beginning was given up, and nothing
 * tells what had been counted by then, the counters are those of the whole time. */
struct eu_unrecorded {
	const char *kind; /* "syscalls", "files", "peers", "capabilities", "confinement" */
	/* What is known of it these events told; none: nothing is, or not the same of all that was
	 * recorded. In the order of the alphabet. */
	const char *const *events;
	size_t n_events;
};

/* "syscalls, files (but for io, open), capabilities", malloc'd; NULL without memory. */
char *eu_unrecorded_text(const struct eu_unrecorded *unrecorded, size_t n);

/* Strings are never NULL. All is borrowed from the recordings. */
struct eu_recording_info {
	const char *id;            /* random, 16 hex digits */
	const char *version;       /* of Eunomia */
	const char *host, *kernel, *architecture, *boot_id, *os;
	const char *mode;          /* "facts", "full", or "trace" (kept while it was shown) */
	uint64_t started;          /* wall clock, ns */
	bool closed;               /* in good order */
	uint64_t from, to;         /* of the records that are there */
	uint64_t records, bytes;
	unsigned segments;
	unsigned given_up;         /* segments at its beginning that are not there any more: they made
				      room (max_size), or were removed */
	uint64_t since;            /* with them: what was before is not there, but for who was there, and
				      what had been counted; wall clock, ns. 0: all is there */
	bool summarised;           /* containers are known without reading the records */
	const struct eu_recorded_container *containers;
	size_t n_containers;
	/* What is wrong with the files, one sentence each. */
	const char *const *damages;
	size_t n_damages;
	const struct eu_unrecorded *unrecorded;
	size_t n_unrecorded;
};

/* Opens files and the directories' *.eunomia, and sorts segments into recordings by time. A file
 * that is damaged or cut is opened as far as it goes; one that is no recording at all is -EINVAL,
 * or a damage where others of its directory can be read. Nothing in the files is believed. */
int eu_recordings_open(struct eu_recordings **out, const char *const *paths, size_t n,
		       struct eu_error *err);
size_t eu_recordings_count(const struct eu_recordings *recordings);
struct eu_recording *eu_recordings_get(struct eu_recordings *recordings, size_t i);
const struct eu_recording_info *eu_recording_info(const struct eu_recording *recording);
/* Where the containers are not summarised, because it was not closed in good order: finds them by
 * reading all of it. */
int eu_recording_survey(struct eu_recording *recording, struct eu_error *err);
/* One JSON array of all, with their containers and damages; 0 or -errno. */
int eu_recordings_write_json(struct eu_recordings *recordings, int fd);
void eu_recordings_free(struct eu_recordings *recordings);

#pragma GCC visibility pop

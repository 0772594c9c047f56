/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include <eunomia/report.h>

#include "report/out.h"

/* The members of one container's object, without the braces. */
void eu_report_emit_container(struct eu_out *out, const struct eu_report *report,
			      const struct eu_container_report *container);
struct eu_kind;
/* "files":[…] */
void eu_report_emit_facts(struct eu_out *out, const struct eu_kind *kind,
			  const struct eu_container_report *container);
/* Who it is: {"id":…,"name":…}. */
void eu_report_emit_identity(struct eu_emit *emit, const struct eu_container *container);
/* "image":{"name":…}; nothing where it is not known. */
void eu_report_emit_image(struct eu_emit *emit, const struct eu_container *container);
/* When it was first and last; and a list of texts. */
void eu_report_emit_seen(struct eu_emit *emit, uint64_t first, uint64_t last);
/* Whether it is all there is, or the watching went on. */
void eu_report_emit_ended(struct eu_emit *emit, uint64_t until);
void eu_report_emit_texts(struct eu_emit *emit, const char *key, const char *const *list, size_t n);
/* What it says of paths that are not the whole place of a file. */
struct eu_place {
	uint32_t state; /* of enum eu_path_state */
	const char *member;
};
enum { EU_PLACES = 4 };
extern const struct eu_place eu_places[EU_PLACES];

/* Why a path is not all there is to say where a file is: "path_cut":true,… */
void eu_report_emit_place(struct eu_emit *emit, uint32_t path_state);
/* The same as text, with something before each: " path_cut path_chroot", or "". */
#define EU_PLACE_ROOM 64
const char *eu_report_place(char room[EU_PLACE_ROOM], uint32_t path_state, const char *before);
/* "device":"8:1" */
void eu_report_emit_device(struct eu_emit *emit, uint32_t device);
/* What a mode of seccomp is called, a capability and an error: by number when it has no name. */
const char *eu_report_seccomp(unsigned mode);
#define EU_CAPABILITY_ROOM 16
const char *eu_report_capability(char room[EU_CAPABILITY_ROOM], unsigned capability);
#define EU_ERRNO_ROOM 16
const char *eu_report_errno(char room[EU_ERRNO_ROOM], int error);
/* Of more than one container, or of one in several runs. */
bool eu_report_is_merged(const struct eu_container_report *container);
/* Nothing of it was lost, nor is anything unrecorded. */
bool eu_report_is_complete(const struct eu_container_report *container);
/* Members that the report and its index begin with. */
void eu_report_emit_head(struct eu_emit *emit, const struct eu_report *report);

/* SPDX-License-Identifier: Apache-2.0 */
/* A recorder from the session's side. All but eu_recorder_losses is for the session's thread. */
#pragma once

#include <eunomia/recording.h>

#include "bpf/shared.h"
#include "record/header.h"

/* Makes the first segment and starts the writer. Takes the header over. */
int eu_recorder_begin(struct eu_recorder *recorder, struct eu_header *header,
		      struct eu_error *err);
/* A record of the stream. aside: it answers what the record behind it will ask. essential: the
 * rest cannot be understood without it, so it gets the last room in the queue. */
void eu_recorder_put(struct eu_recorder *recorder, const struct eu_head *record, bool aside,
		     bool essential);
/* What came until now is to be on disk soon. */
void eu_recorder_flush(struct eu_recorder *recorder);
/* The writer wants to know what is known: a summary, and then a snapshot. */
bool eu_recorder_wants_snapshot(struct eu_recorder *recorder);
/* json: malloc'd, and taken over. */
void eu_recorder_summary(struct eu_recorder *recorder, char *json, size_t len);
/* Between the two, what is put belongs to the snapshot. */
void eu_recorder_begin_snapshot(struct eu_recorder *recorder);
void eu_recorder_end_snapshot(struct eu_recorder *recorder);
/* Until all is on disk, or lost and counted. */
void eu_recorder_drain(struct eu_recorder *recorder);
/* Ends the writer's thread and closes the last segment. */
void eu_recorder_end(struct eu_recorder *recorder);
void eu_recorder_losses(struct eu_recorder *recorder,
			void (*each)(void *context, const struct eu_loss_key *key, uint64_t count),
			void *context);

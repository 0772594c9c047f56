/* SPDX-License-Identifier: Apache-2.0 */
/* Chunks of records on their way from the session's thread to the writer's: a bounded queue. */
#pragma once

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EU_CHUNK_SIZE (256u << 10)
#define EU_QUEUE_CHUNKS 48 /* 12 MiB when all are in use */

enum eu_chunk_kind {
	EU_CHUNK_RECORDS,  /* of the stream */
	EU_CHUNK_SNAPSHOT, /* records that say what is known */
	EU_CHUNK_SUMMARY,  /* JSON */
};

struct eu_chunk {
	enum eu_chunk_kind kind;
	bool flush; /* write what has come together; of a snapshot: it ends here */
	size_t used;
	char *text; /* of a summary, used bytes of malloc'd memory; or NULL */
	_Alignas(8) uint8_t bytes[EU_CHUNK_SIZE];
};

struct eu_queue {
	pthread_mutex_t lock;
	pthread_cond_t filled, drained;
	struct eu_chunk *all[EU_QUEUE_CHUNKS], *free[EU_QUEUE_CHUNKS], *waiting[EU_QUEUE_CHUNKS];
	size_t n_all, n_free, first, n_waiting;
	bool busy; /* the writer holds one */
	bool closed;
};

int eu_queue_init(struct eu_queue *queue);
/* An empty chunk, when that leaves `spare` others; or NULL. */
struct eu_chunk *eu_queue_take(struct eu_queue *queue, size_t spare);
void eu_queue_push(struct eu_queue *queue, struct eu_chunk *chunk);
/* Waits for a chunk; NULL: closed, and nothing is left. The one before is given back. */
struct eu_chunk *eu_queue_pop(struct eu_queue *queue, struct eu_chunk *done);
/* Until the writer has done everything so far. */
void eu_queue_drain(struct eu_queue *queue);
void eu_queue_close(struct eu_queue *queue);
void eu_queue_destroy(struct eu_queue *queue);

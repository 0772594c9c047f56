/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>

#include "record/queue.h"

int eu_queue_init(struct eu_queue *queue)
{
	*queue = (struct eu_queue){};
	if (pthread_mutex_init(&queue->lock, NULL) || pthread_cond_init(&queue->filled, NULL) ||
	    pthread_cond_init(&queue->drained, NULL))
		return -ENOMEM;
	return 0;
}

/* Memory comes when it is needed for the first time, and stays. */
static struct eu_chunk *make_chunk(struct eu_queue *queue)
{
	struct eu_chunk *chunk = malloc(sizeof(*chunk));

	if (!chunk)
		return NULL;
	chunk->text = NULL;
	queue->all[queue->n_all++] = chunk;
	return chunk;
}

struct eu_chunk *eu_queue_take(struct eu_queue *queue, size_t spare)
{
	struct eu_chunk *chunk = NULL;

	pthread_mutex_lock(&queue->lock);
	if (queue->n_free + EU_QUEUE_CHUNKS - queue->n_all > spare)
		chunk = queue->n_free ? queue->free[--queue->n_free] : make_chunk(queue);
	pthread_mutex_unlock(&queue->lock);
	if (chunk) {
		chunk->used = 0;
		chunk->flush = false;
		chunk->kind = EU_CHUNK_RECORDS;
	}
	return chunk;
}

void eu_queue_push(struct eu_queue *queue, struct eu_chunk *chunk)
{
	pthread_mutex_lock(&queue->lock);
	queue->waiting[(queue->first + queue->n_waiting++) % EU_QUEUE_CHUNKS] = chunk;
	pthread_cond_signal(&queue->filled);
	pthread_mutex_unlock(&queue->lock);
}

struct eu_chunk *eu_queue_pop(struct eu_queue *queue, struct eu_chunk *done)
{
	struct eu_chunk *chunk = NULL;

	if (done) {
		free(done->text);
		done->text = NULL;
	}
	pthread_mutex_lock(&queue->lock);
	if (done)
		queue->free[queue->n_free++] = done;
	queue->busy = false;
	if (!queue->n_waiting)
		pthread_cond_broadcast(&queue->drained);
	while (!queue->n_waiting && !queue->closed)
		pthread_cond_wait(&queue->filled, &queue->lock);
	if (queue->n_waiting) {
		chunk = queue->waiting[queue->first];
		queue->first = (queue->first + 1) % EU_QUEUE_CHUNKS;
		queue->n_waiting--;
		queue->busy = true;
	}
	pthread_mutex_unlock(&queue->lock);
	return chunk;
}

void eu_queue_drain(struct eu_queue *queue)
{
	pthread_mutex_lock(&queue->lock);
	while (queue->n_waiting || queue->busy)
		pthread_cond_wait(&queue->drained, &queue->lock);
	pthread_mutex_unlock(&queue->lock);
}

void eu_queue_close(struct eu_queue *queue)
{
	pthread_mutex_lock(&queue->lock);
	queue->closed = true;
	pthread_cond_signal(&queue->filled);
	pthread_mutex_unlock(&queue->lock);
}

void eu_queue_destroy(struct eu_queue *queue)
{
	for (size_t i = 0; i < queue->n_all; i++) {
		free(queue->all[i]->text);
		free(queue->all[i]);
	}
	pthread_cond_destroy(&queue->filled);
	pthread_cond_destroy(&queue->drained);
	pthread_mutex_destroy(&queue->lock);
}

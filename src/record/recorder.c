/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "record/recorder.h"
#include "record/writer.h"

#define SPARE_CHUNKS 6 /* that only essential records may use */
#define MAX_LOSSES 1024

struct loss {
	struct eu_loss_key key;
	uint64_t count;
};

struct eu_recorder {
	struct eu_writer *writer;
	struct eu_queue queue;
	struct eu_chunk *chunk; /* being filled, or NULL */
	bool in_snapshot;
	bool running;
	pthread_t thread;
	pthread_mutex_t lock; /* of the losses */
	struct loss losses[MAX_LOSSES];
	size_t n_losses;
};

/* ---- losses ---- */

static void count_loss(struct eu_recorder *recorder, const struct eu_head *record, uint32_t place)
{
	struct eu_loss_key key = {.container = record->container,
				  .type = record->type,
				  .place = place};
	size_t i;

	pthread_mutex_lock(&recorder->lock);
	for (i = 0; i < recorder->n_losses; i++)
		if (!memcmp(&recorder->losses[i].key, &key, sizeof(key)))
			break;
	if (i == MAX_LOSSES) { /* nobody's, rather than unsaid */
		i = 0;
		recorder->losses[0].key = (struct eu_loss_key){.place = place};
	} else if (i == recorder->n_losses) {
		recorder->losses[recorder->n_losses++] = (struct loss){.key = key};
	}
	recorder->losses[i].count++;
	pthread_mutex_unlock(&recorder->lock);
}

static void lost_on_disk(void *context, const struct eu_head *record)
{
	count_loss(context, record, EU_PLACE_DISK);
}

void eu_recorder_losses(struct eu_recorder *recorder,
			void (*each)(void *context, const struct eu_loss_key *key, uint64_t count),
			void *context)
{
	pthread_mutex_lock(&recorder->lock);
	for (size_t i = 0; i < recorder->n_losses; i++)
		each(context, &recorder->losses[i].key, recorder->losses[i].count);
	pthread_mutex_unlock(&recorder->lock);
}

/* ---- the writer's thread ---- */

static void *write_chunks(void *context)
{
	struct eu_recorder *recorder = context;
	struct eu_chunk *chunk = NULL;

	while ((chunk = eu_queue_pop(&recorder->queue, chunk)))
		eu_writer_take(recorder->writer, chunk);
	eu_writer_end(recorder->writer);
	return NULL;
}

/* Signals are for the program's own threads. */
static int start_thread(struct eu_recorder *recorder)
{
	sigset_t all, before;
	int ret;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ret = pthread_create(&recorder->thread, NULL, write_chunks, recorder);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!ret)
		pthread_setname_np(recorder->thread, "eu-recorder");
	recorder->running = !ret;
	return -ret;
}

/* ---- the session's thread ---- */

static void hand_over(struct eu_recorder *recorder, bool flush)
{
	struct eu_chunk *chunk = recorder->chunk;

	if (!chunk)
		return;
	chunk->flush = flush;
	recorder->chunk = NULL;
	eu_queue_push(&recorder->queue, chunk);
}

static bool make_room(struct eu_recorder *recorder, size_t size, bool essential)
{
	if (recorder->chunk && EU_CHUNK_SIZE - recorder->chunk->used < size)
		hand_over(recorder, false);
	if (!recorder->chunk) {
		recorder->chunk = eu_queue_take(&recorder->queue, essential ? 0 : SPARE_CHUNKS);
		if (recorder->chunk && recorder->in_snapshot)
			recorder->chunk->kind = EU_CHUNK_SNAPSHOT;
	}
	return recorder->chunk;
}

void eu_recorder_put(struct eu_recorder *recorder, const struct eu_head *record, bool aside,
		     bool essential)
{
	size_t step = EU_CHUNK_STEP(record->size);
	struct eu_chunk_entry *entry;

	if (!make_room(recorder, step, essential || recorder->in_snapshot)) {
		count_loss(recorder, record, EU_PLACE_QUEUE);
		return;
	}
	entry = (void *)(recorder->chunk->bytes + recorder->chunk->used);
	entry->aside = aside;
	memcpy(entry + 1, record, record->size);
	recorder->chunk->used += step;
}

void eu_recorder_flush(struct eu_recorder *recorder)
{
	hand_over(recorder, true);
}

bool eu_recorder_wants_snapshot(struct eu_recorder *recorder)
{
	return recorder->writer->wants_snapshot;
}

void eu_recorder_summary(struct eu_recorder *recorder, char *json, size_t len)
{
	struct eu_chunk *chunk;

	hand_over(recorder, false);
	chunk = eu_queue_take(&recorder->queue, 0);
	if (!chunk) {
		free(json);
		return; /* it would save a reader some time, no more */
	}
	chunk->kind = EU_CHUNK_SUMMARY;
	chunk->text = json;
	chunk->used = len;
	eu_queue_push(&recorder->queue, chunk);
}

void eu_recorder_begin_snapshot(struct eu_recorder *recorder)
{
	recorder->writer->wants_snapshot = false;
	hand_over(recorder, false);
	recorder->in_snapshot = true;
}

void eu_recorder_end_snapshot(struct eu_recorder *recorder)
{
	make_room(recorder, 0, true); /* its end must be told, be it empty */
	hand_over(recorder, true);
	recorder->in_snapshot = false;
}

void eu_recorder_drain(struct eu_recorder *recorder)
{
	hand_over(recorder, true);
	if (recorder->running)
		eu_queue_drain(&recorder->queue);
}

void eu_recorder_end(struct eu_recorder *recorder)
{
	if (!recorder->running)
		return;
	hand_over(recorder, true);
	eu_queue_close(&recorder->queue);
	pthread_join(recorder->thread, NULL);
	recorder->running = false;
}

/* ---- life ---- */

int eu_recorder_new(struct eu_recorder **out, const struct eu_recorder_options *options,
		    struct eu_error *err)
{
	struct eu_recorder *recorder = calloc(1, sizeof(*recorder));
	int ret;

	if (!recorder || eu_queue_init(&recorder->queue) ||
	    pthread_mutex_init(&recorder->lock, NULL)) {
		free(recorder);
		return eu_fail(err, ENOMEM, "out of memory");
	}
	ret = eu_writer_new(&recorder->writer, options, err);
	if (ret) {
		eu_recorder_free(recorder);
		return ret;
	}
	recorder->writer->ops = (struct eu_writer_ops){lost_on_disk, recorder};
	*out = recorder;
	return 0;
}

int eu_recorder_begin(struct eu_recorder *recorder, struct eu_header *header,
		      struct eu_error *err)
{
	int ret = eu_writer_begin(recorder->writer, header, err);

	if (ret)
		return ret;
	ret = start_thread(recorder);
	return ret ? eu_fail(err, -ret, "cannot start the writer: %s", strerror(-ret)) : 0;
}

void eu_recorder_state(struct eu_recorder *recorder, struct eu_recorder_state *out)
{
	const struct eu_writer *writer = recorder->writer;

	*out = (struct eu_recorder_state){
		.records = writer->records,
		.bytes = writer->bytes,
		.segments = writer->segments,
		.error = writer->error,
	};
}

void eu_recorder_free(struct eu_recorder *recorder)
{
	if (!recorder)
		return;
	eu_recorder_end(recorder);
	eu_writer_free(recorder->writer);
	eu_queue_destroy(&recorder->queue);
	pthread_mutex_destroy(&recorder->lock);
	free(recorder);
}

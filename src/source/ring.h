/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The consumer's end of one BPF ring buffer (kernel/bpf/ringbuf.c), and of the belt beside it:
 * records are looked at where they lie and given back when they are done, so that several rings can
 * be merged without copies.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <eunomia/error.h>
#include <eunomia/record.h>

#include "source/belt.h"

struct eu_ring {
	int fd;
	size_t size;               /* bytes of data, a power of two */
	unsigned long *consumer;   /* page that we write */
	const unsigned long *producer;
	const char *data;          /* mapped twice in a row: no record is split */
	unsigned long position;    /* of the record looked at */
	struct eu_belt belt;       /* none unless it is set after eu_ring_new */
	uint64_t malformed;        /* what was passed over */
	bool on_belt;              /* the record looked at lies there */
};

/* Makes and maps a ring of `size` bytes. */
int eu_ring_new(struct eu_ring **out, size_t size, struct eu_error *err);
/* The oldest record, or NULL when there is none (that is finished). Its memory stays as it is
 * until eu_ring_release. What is no record is passed over, and counted. */
const struct eu_head *eu_ring_peek(struct eu_ring *ring);
/* Goes past the record that peek returned. */
void eu_ring_next(struct eu_ring *ring);
/* Gives all that was passed back to the kernel. */
void eu_ring_release(struct eu_ring *ring);
/* Bytes that wait. */
size_t eu_ring_waiting(const struct eu_ring *ring);
void eu_ring_free(struct eu_ring *ring);

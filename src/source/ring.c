/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <linux/bpf.h>

#include "ring.h"

static void *map_pages(int fd, size_t size, int protection, off_t offset)
{
	void *pages = mmap(NULL, size, protection, MAP_SHARED, fd, offset);

	return pages == MAP_FAILED ? NULL : pages;
}

int eu_ring_new(struct eu_ring **out, size_t size, struct eu_error *err)
{
	long page = sysconf(_SC_PAGESIZE);
	struct eu_ring *ring = calloc(1, sizeof(*ring));
	char *producer;

	if (!ring)
		return eu_fail(err, ENOMEM, "out of memory");
	ring->size = size;
	ring->fd = bpf_map_create(BPF_MAP_TYPE_RINGBUF, "eu_ring", 0, 0, size, NULL);
	if (ring->fd < 0) {
		free(ring);
		return eu_fail(err, errno, "cannot make a ring buffer of %zu KiB: %s", size / 1024,
			       strerror(errno));
	}
	ring->consumer = map_pages(ring->fd, page, PROT_READ | PROT_WRITE, 0);
	producer = map_pages(ring->fd, page + 2 * size, PROT_READ, page);
	if (!ring->consumer || !producer) {
		eu_ring_free(ring);
		return eu_fail(err, errno, "cannot map a ring buffer: %s", strerror(errno));
	}
	ring->producer = (const unsigned long *)producer;
	ring->data = producer + page;
	*out = ring;
	return 0;
}

static uint32_t record_length(uint32_t header)
{
	uint32_t len = header & ~(BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT);

	return (len + BPF_RINGBUF_HDR_SZ + 7) & ~7u;
}

static const uint32_t *header_at(const struct eu_ring *ring, unsigned long position)
{
	return (const uint32_t *)(ring->data + (position & (ring->size - 1)));
}

static const struct eu_head *peek_in_ring(struct eu_ring *ring)
{
	unsigned long end = __atomic_load_n(ring->producer, __ATOMIC_ACQUIRE);

	while (ring->position < end) {
		uint32_t header = __atomic_load_n(header_at(ring, ring->position), __ATOMIC_ACQUIRE);
		const struct eu_head *head;
		uint32_t len = header & ~BPF_RINGBUF_DISCARD_BIT;

		if (header & BPF_RINGBUF_BUSY_BIT)
			return NULL;
		head = (const void *)((const char *)header_at(ring, ring->position) +
				      BPF_RINGBUF_HDR_SZ);
		if (len == header && len >= sizeof(*head) && head->size <= len)
			return head;
		ring->malformed += len == header;
		ring->position += record_length(header);
	}
	return NULL;
}

/* Both bring what they have by time. Where one has something and the other was found empty, what
 * the other got before that is there by now: it is looked at again. */
const struct eu_head *eu_ring_peek(struct eu_ring *ring)
{
	const struct eu_head *in_ring = peek_in_ring(ring);
	const struct eu_head *on_belt = eu_belt_peek(&ring->belt);

	if (on_belt && !in_ring)
		in_ring = peek_in_ring(ring);
	ring->on_belt = on_belt && (!in_ring || on_belt->time <= in_ring->time);
	return ring->on_belt ? on_belt : in_ring;
}

void eu_ring_next(struct eu_ring *ring)
{
	if (ring->on_belt)
		ring->belt.position++;
	else
		ring->position += record_length(*header_at(ring, ring->position));
}

void eu_ring_release(struct eu_ring *ring)
{
	__atomic_store_n(ring->consumer, ring->position, __ATOMIC_RELEASE);
	eu_belt_release(&ring->belt);
}

size_t eu_ring_waiting(const struct eu_ring *ring)
{
	return __atomic_load_n(ring->producer, __ATOMIC_ACQUIRE) - ring->position +
	       eu_belt_waiting(&ring->belt);
}

void eu_ring_free(struct eu_ring *ring)
{
	long page = sysconf(_SC_PAGESIZE);

	if (!ring)
		return;
	if (ring->consumer)
		munmap(ring->consumer, page);
	if (ring->producer)
		munmap((void *)ring->producer, page + 2 * ring->size);
	close(ring->fd);
	free(ring);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>

#include <eunomia/events.h>

#include "event_ids.h"

#include "clock.h"
#include "facts/windows.h"
#include "hash.h"
#include "world/record.h"

#define I386 0x8000

struct window {
	eu_ref ref;
	uint8_t native[64], i386[64]; /* a bit for each number */
	UT_hash_handle hh;
};

struct eu_windows {
	struct window *open;
	uint64_t begun;
	struct eu_builder builder;
};

/* The container's, made when it is not there; NULL without memory. */
static struct window *window_of(struct eu_windows *windows, eu_ref ref)
{
	struct window *window;

	HASH_FIND(hh, windows->open, &ref, sizeof(ref), window);
	if (window)
		return window;
	window = calloc(1, sizeof(*window));
	if (!window)
		return NULL;
	window->ref = ref;
	HASH_ADD(hh, windows->open, ref, sizeof(ref), window);
	return eu_hash_taken(window);
}

bool eu_windows_mark(struct eu_windows *windows, eu_ref ref, uint16_t nr)
{
	struct window *window = window_of(windows, ref);
	uint8_t *calls;

	if (!window)
		return false;
	calls = nr & I386 ? window->i386 : window->native;
	nr &= ~I386;
	if (nr / 8 < sizeof(window->native))
		calls[nr / 8] |= 1 << nr % 8;
	return true;
}

/* Up to the last call. */
static struct eu_str put_calls(struct eu_builder *builder, const uint8_t *calls)
{
	size_t len = sizeof(((struct window *)NULL)->native);

	while (len && !calls[len - 1])
		len--;
	return eu_builder_text(builder, (const char *)calls, len);
}

static const struct eu_head *record_of(struct eu_windows *windows, const struct window *window,
				       uint64_t now, uint64_t time)
{
	struct eu_builder *builder = &windows->builder;
	struct eu_event_window *e = eu_builder_begin(builder, sizeof(*e));

	e->head = (struct eu_head){
		.type = EU_TYPE(eu_event_window), .container = window->ref, .time = time};
	e->begun = windows->begun;
	e->length = now - windows->begun;
	e->native = put_calls(builder, window->native);
	e->i386 = put_calls(builder, window->i386);
	return eu_builder_end(builder);
}

void eu_windows_tell(struct eu_windows *windows, eu_ref ref, uint64_t time,
		     void (*take)(void *context, const struct eu_head *record), void *context)
{
	uint64_t now = eu_now_ns();
	struct window *window, *next;

	HASH_ITER(hh, windows->open, window, next) {
		if (ref && window->ref != ref)
			continue;
		take(context, record_of(windows, window, now, time));
		HASH_DEL(windows->open, window);
		free(window);
	}
	if (!ref)
		windows->begun = now;
}

int eu_windows_new(struct eu_windows **out, struct eu_error *err)
{
	struct eu_windows *windows = calloc(1, sizeof(*windows));

	if (!windows)
		return eu_fail(err, ENOMEM, "out of memory");
	windows->begun = eu_now_ns();
	*out = windows;
	return 0;
}

void eu_windows_free(struct eu_windows *windows)
{
	struct window *window, *next;

	if (!windows)
		return;
	HASH_ITER(hh, windows->open, window, next) {
		HASH_DEL(windows->open, window);
		free(window);
	}
	free(windows);
}

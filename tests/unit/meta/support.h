/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of src/meta share: captured answers, and a tree to pretend it is the host's. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "meta/info.h"

#define WEB  "f90461a0a5e11c87692e1d980d35e91edd8e80b782f1ef10475848eaa9007e17"
#define PWEB "c28d2db98500fd924d6355bdac72537c594cab861fe75eb1cd16d19dde999ded"

/* A file of tests/unit/meta/data; the caller's. */
char *read_data(const char *name, size_t *len);
const char *label(const struct eu_container_info *info, const char *key); /* NULL: none */
/* An address as text, IPv4 without its mapping, in a static buffer. */
const char *address(const uint8_t ip[16]);

/* A new directory below /tmp, and files in it, parents included. */
char *make_root(void);
void put(const char *root, const char *path, const char *text);
void put_data(const char *root, const char *path, const char *name);
void remove_root(char *root);

/* Answers that have come, in order; info is a copy. */
struct seen {
	uint64_t cookie;
	enum eu_meta_action action;
	struct eu_container_info *info;
};

struct watcher {
	struct eu_meta *meta;
	struct seen seen[256];
	size_t n;
};

/* Dispatches until the condition holds; false after ms milliseconds. */
#define wait_for(watcher, ms, condition)                                                           \
	({                                                                                         \
		int64_t _until = now_ms() + (ms);                                                  \
		bool _held;                                                                        \
		while (!(_held = (condition)) && now_ms() < _until)                                \
			dispatch_for(watcher, 10);                                                 \
		_held;                                                                             \
	})

int64_t now_ms(void);
void dispatch_for(struct watcher *watcher, int ms);
/* The last answer to the cookie that was final, or NULL. */
const struct eu_container_info *final_answer(const struct watcher *watcher, uint64_t cookie);
size_t count_actions(const struct watcher *watcher, enum eu_meta_action action);
/* root: where bundles are looked for. */
void watch(struct watcher *watcher, const char *root, const char *const *sockets, size_t n);
void unwatch(struct watcher *watcher);
struct eu_meta_stats stats_of(const struct watcher *watcher);

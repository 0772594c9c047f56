/* SPDX-License-Identifier: Apache-2.0 */
/* Records as the kernel side would send them, for tests. Each call overwrites the last record. */
#pragma once

#include <setjmp.h>
#include <stdbool.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <eunomia/events.h>

#include "event_ids.h"

const struct eu_head *a_container(eu_ref ref, uint64_t cgroup_id, const char *cgroup);
const struct eu_head *a_container_made_by(eu_ref ref, const char *cgroup, const char *maker);
const struct eu_head *its_removal(eu_ref ref, uint64_t cgroup_id);
const struct eu_head *a_fork(uint32_t parent, uint32_t child, eu_ref ref, eu_ref child_ref);
const struct eu_head *a_join(uint32_t pid, uint32_t container_pid, eu_ref ref);
const struct eu_head *a_join_of(uint32_t pid, const char *executable, eu_ref ref);
const struct eu_head *a_join_by(uint32_t mover, uint32_t pid, eu_ref ref);
/* A runtime's, on its way into a container that runs. */
const struct eu_head *a_join_entering(uint32_t pid, eu_ref ref);
const struct eu_head *a_fork_entering(uint32_t parent, uint32_t child, eu_ref ref, eu_ref child_ref);
const struct eu_head *a_failed_open(uint32_t pid, eu_ref ref, const char *path);
const struct eu_head *a_move(eu_ref ref, const char *path, const char *target, uint32_t flags,
			     int result);
const struct eu_head *a_link(eu_ref ref, const char *path, const char *target);
const struct eu_head *a_symlink(eu_ref ref, const char *path, const char *target);
const struct eu_head *a_mkdir(eu_ref ref, const char *path, int result);
const struct eu_head *a_chmod(eu_ref ref, const char *path, int result);
const struct eu_head *a_process_that_is_there(uint32_t pid, bool made);
const struct eu_head *an_exec(uint32_t pid, eu_ref ref, const char *path, const char *args,
			      size_t args_len);
const struct eu_head *an_exit(uint32_t pid, eu_ref ref, uint32_t code, uint32_t signal);
const struct eu_head *a_rename(uint32_t pid, eu_ref ref, const char *comm);
/* Of a thread and what it does: the records say the same name and user until the thread changes. */
const struct eu_head *a_fork_by(uint32_t pid, uint32_t tid, uint32_t child, const char *comm,
				uint32_t uid);
const struct eu_head *a_thread(uint32_t pid, uint32_t tid, const char *comm, uint32_t uid);
const struct eu_head *a_thread_renamed(uint32_t pid, uint32_t tid, const char *comm);
const struct eu_head *a_thread_with_user(uint32_t pid, uint32_t tid, uint32_t uid);
const struct eu_head *a_thread_that_is_there(uint32_t pid, uint32_t tid, const char *comm,
					     uint32_t uid);
const struct eu_head *an_exec_by(uint32_t pid, uint32_t old_tid, const char *comm, uint32_t uid);
const struct eu_head *a_thread_end(uint32_t pid, uint32_t tid);
const struct eu_head *a_call(uint32_t pid, uint32_t tid);
struct eu_creds a_user(uint32_t id);
const struct eu_head *its_name(eu_ref ref, const char *name);
/* engine: enum eu_engine_word */
const struct eu_head *its_word(eu_ref ref, const char *id, const char *name, uint32_t engine);
const struct eu_head *its_whole_path(eu_ref ref, const char *cgroup);
const struct eu_head *its_runtime(eu_ref ref, const char *runtime);
const struct eu_head *an_answer(const char *text);

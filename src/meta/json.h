/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What runtimes write about containers, as JSON, into struct eu_container_info.
 *
 * The text is hostile: strict JSON only, memory bounded by EU_META_MAX_JSON, and a value of
 * another type than expected counts as absent. All return 0, -EINVAL (not JSON, or not an object
 * or array as it must be), -E2BIG (needs more than its share of memory) or -ENOMEM; what was
 * filled in before a failure stays and is for the caller to drop.
 */
#pragma once

#include "meta/meta.h"

/* Docker API: GET /containers/{id}/json; docker's config.v2.json has the same members. */
int eu_json_inspect(const char *text, size_t len, struct eu_container_info *info);
/* GET /images/{id}/json: name and tag of info->image_id, if they are not known; and its digest, as
 * info->image_name. -EINVAL also when it is another image. */
int eu_json_image(const char *text, size_t len, struct eu_container_info *info);
/* The same of GET /images/json, for each of n. */
int eu_json_images(const char *text, size_t len, struct eu_container_info *const *infos, size_t n);
/* The same of Docker's repositories.json; -ENOENT when it says nothing new. */
int eu_json_repositories(const char *text, size_t len, struct eu_container_info *info);
/* GET /containers/json: one call of add for each; a negative return ends the walk. */
typedef int (*eu_json_container_fn)(void *ctx, struct eu_container_info *borrowed);
int eu_json_list(const char *text, size_t len, eu_json_container_fn add, void *ctx);
/* GET /containers/{id}/top. The array is the caller's. */
int eu_json_top(const char *text, size_t len, struct eu_container_process **out, size_t *n);
/* One message of GET /events. EU_META_NONE: nothing to tell, info is not filled. */
int eu_json_event(const char *text, size_t len, struct eu_container_info *info,
		  enum eu_meta_action *action);
/* What an answer that is an error says of it; message is left alone when that is nothing. */
int eu_json_message(const char *text, size_t len, char *message, size_t size);
/* What made the containers: "20.10.24 (containerd 1.6.20, runc 1.1.5)". */
int eu_json_runtime(const char *text, size_t len, char *version, size_t size);
/* GET /version: the API's version, "1.41"; version is left alone when there is none. */
int eu_json_version(const char *text, size_t len, char *version, size_t size);

/* config.json of an OCI bundle (runtime-spec); data_root, when given, receives docker's data
 * root (its own files lie in <data_root>/containers/<id>), to be freed, where the mounts tell. */
int eu_json_oci_config(const char *text, size_t len, struct eu_container_info *info,
		       char **data_root);
/* state.json of runc, status of crun. */
int eu_json_runtime_state(const char *text, size_t len, struct eu_container_info *info);
/* containers.json of containers/storage: info->id is looked up; -ENOENT when it is not there. */
int eu_json_storage_container(const char *text, size_t len, struct eu_container_info *info);
/* images.json of containers/storage: the same. */
int eu_json_storage_image(const char *text, size_t len, struct eu_container_info *info);

void eu_container_processes_free(struct eu_container_process *processes, size_t n);

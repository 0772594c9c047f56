/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The texts that say who a container is, listed once. A member is called the same wherever it goes: in
 * struct eu_container, in what a runtime told (struct eu_container_info), in records of metadata, and in
 * the summary of a recording (struct eu_recorded_container, and its JSON).
 */
#pragma once

/* What it was made from; a JSON object "image" has them without "image_". */
#define EU_IMAGE_TEXTS(X) X(image_name) X(image_tag) X(image_digest) X(image_id)
/* What the summary of a recording has. */
#define EU_SUMMARY_TEXTS(X) X(id) X(name) X(runtime) EU_IMAGE_TEXTS(X)
/* What runtimes tell. */
#define EU_TOLD_TEXTS(X) EU_SUMMARY_TEXTS(X) X(created)
/* All that struct eu_container has. */
#define EU_CONTAINER_TEXTS(X) EU_TOLD_TEXTS(X) X(cgroup)

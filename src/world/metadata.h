/* SPDX-License-Identifier: Apache-2.0 */
/* What a runtime or a bundle said about a container, as a record: so it keeps its place in time,
 * and a replay asks nobody. engine: enum eu_engine_word, or 0. */
#pragma once

#include "meta/meta.h"
#include "world/record.h"

const struct eu_head *eu_metadata_record(struct eu_builder *builder, eu_ref ref,
					 const struct eu_container_info *info, unsigned engine,
					 uint64_t time);
/* The version of a runtime, which an EU_META_RUNTIME told. */
const struct eu_head *eu_runtime_record(struct eu_builder *builder,
					const struct eu_container_info *info, uint64_t time);

/* SPDX-License-Identifier: Apache-2.0 */
/* What is done to files by calls that are told one by one: which events tell it, and what it is called. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <eunomia/events.h>
#include <eunomia/report.h>

/* What a call did to the file that it is about, and to the one that its event calls the target:
 * EU_OPERATIONS where that is none, or is not touched. */
struct eu_operations_of {
	enum eu_file_operation file, target;
	bool exchanged; /* each did to the other what the other did to it */
};

struct eu_operations_of eu_operations_of(const struct eu_head *record);

/* Where it succeeds, there is a file that had not been there, or one less. */
bool eu_operation_makes(uint32_t operation);
bool eu_operation_removes(uint32_t operation);

/* Those that are done by a file's name, all together; of one kind. */
uint64_t eu_operations_all(const struct eu_file_fact *file);
uint64_t eu_operations_count(const struct eu_file_fact *file, uint32_t operation);

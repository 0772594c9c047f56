/* SPDX-License-Identifier: Apache-2.0 */
#include "event_ids.h"

#include "facts/operations.h"

#define RENAME_EXCHANGE 2 /* of include/uapi/linux/fs.h */

static const struct operation {
	const char *name;
	bool makes, removes;
} all[EU_OPERATIONS] = {
	[EU_OPERATION_OTHER] = {"other"},
	[EU_OPERATION_RENAME] = {"rename"},
	[EU_OPERATION_RENAME_TO] = {"rename_to"},
	[EU_OPERATION_LINK] = {"link"},
	[EU_OPERATION_LINK_TO] = {"link_to", .makes = true},
	[EU_OPERATION_SYMLINK] = {"symlink", .makes = true},
	[EU_OPERATION_UNLINK] = {"unlink", .removes = true},
	[EU_OPERATION_MKDIR] = {"mkdir", .makes = true},
	[EU_OPERATION_RMDIR] = {"rmdir", .removes = true},
	[EU_OPERATION_CHMOD] = {"chmod"},
	[EU_OPERATION_CHOWN] = {"chown"},
	[EU_OPERATION_TRUNCATE] = {"truncate"},
	[EU_OPERATION_MOUNT] = {"mount"},
	[EU_OPERATION_UMOUNT] = {"umount"},
};

static const struct {
	uint16_t event;
	enum eu_file_operation file, target;
} by_event[] = {
	{EU_TYPE(eu_event_rename), EU_OPERATION_RENAME, EU_OPERATION_RENAME_TO},
	{EU_TYPE(eu_event_link), EU_OPERATION_LINK, EU_OPERATION_LINK_TO},
	{EU_TYPE(eu_event_symlink), EU_OPERATION_SYMLINK, EU_OPERATIONS}, /* its target is a text */
	{EU_TYPE(eu_event_unlink), EU_OPERATION_UNLINK, EU_OPERATIONS},
	{EU_TYPE(eu_event_mkdir), EU_OPERATION_MKDIR, EU_OPERATIONS},
	{EU_TYPE(eu_event_rmdir), EU_OPERATION_RMDIR, EU_OPERATIONS},
	{EU_TYPE(eu_event_chmod), EU_OPERATION_CHMOD, EU_OPERATIONS},
	{EU_TYPE(eu_event_chown), EU_OPERATION_CHOWN, EU_OPERATIONS},
	{EU_TYPE(eu_event_truncate), EU_OPERATION_TRUNCATE, EU_OPERATIONS},
	{EU_TYPE(eu_event_mount), EU_OPERATION_MOUNT, EU_OPERATIONS},
	{EU_TYPE(eu_event_umount), EU_OPERATION_UMOUNT, EU_OPERATIONS},
};

struct eu_operations_of eu_operations_of(const struct eu_head *record)
{
	const struct eu_event_rename *rename = (const void *)record;
	bool renames = record->type == EU_TYPE(eu_event_rename);

	for (size_t i = 0; i < sizeof(by_event) / sizeof(*by_event); i++)
		if (by_event[i].event == record->type)
			return (struct eu_operations_of){
				.file = by_event[i].file,
				.target = by_event[i].target,
				.exchanged = renames && rename->flags & RENAME_EXCHANGE,
			};
	return (struct eu_operations_of){EU_OPERATION_OTHER, EU_OPERATIONS, false};
}

bool eu_operation_makes(uint32_t operation)
{
	return operation < EU_OPERATIONS && all[operation].makes;
}

bool eu_operation_removes(uint32_t operation)
{
	return operation < EU_OPERATIONS && all[operation].removes;
}

const char *eu_file_operation_name(uint32_t operation)
{
	return all[operation < EU_OPERATIONS ? operation : EU_OPERATION_OTHER].name;
}

uint64_t eu_operations_all(const struct eu_file_fact *file)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < file->n_operations; i++)
		sum += file->operations[i].count;
	return sum;
}

uint64_t eu_operations_count(const struct eu_file_fact *file, uint32_t operation)
{
	for (size_t i = 0; i < file->n_operations; i++)
		if (file->operations[i].operation == operation)
			return file->operations[i].count;
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdlib.h>

#include "world/state.h"

void eu_world_apply(struct eu_world *world, const struct eu_head *record)
{
	eu_containers_apply(world, record);
	eu_processes_apply(world, record);
	eu_known_apply(world, record);
}

void eu_world_settle(struct eu_world *world, const struct eu_head *record)
{
	eu_containers_settle(world, record);
	eu_processes_settle(world, record);
}

int eu_world_new(struct eu_world **out, const struct eu_world_ops *ops, struct eu_error *err)
{
	struct eu_world *world = calloc(1, sizeof(*world));

	if (!world)
		return eu_fail(err, ENOMEM, "out of memory");
	world->ops = *ops;
	world->last = &world->first;
	*out = world;
	return 0;
}

uint64_t eu_world_starved(const struct eu_world *world)
{
	return world->starved;
}

void eu_world_free(struct eu_world *world)
{
	struct process *process, *next_process;
	struct container *next;

	if (!world)
		return;
	HASH_ITER(hh, world->processes, process, next_process)
		eu_process_drop(world, process);
	for (struct container *c = world->first; c; c = next) {
		next = c->next;
		eu_container_free(c);
	}
	free(world);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "bpf/shared.h"
#include "source/belt.h"

const struct eu_head *eu_belt_peek(const struct eu_belt *belt)
{
	if (!belt->trays || belt->position == __atomic_load_n(belt->sent, __ATOMIC_ACQUIRE))
		return NULL;
	return (const void *)(belt->trays +
			      (belt->position & (belt->n_trays - 1)) * (size_t)EU_TRAY_SIZE);
}

void eu_belt_release(struct eu_belt *belt)
{
	if (belt->trays)
		__atomic_store_n(belt->taken, belt->position, __ATOMIC_RELEASE);
}

size_t eu_belt_waiting(const struct eu_belt *belt)
{
	if (!belt->trays)
		return 0;
	return (__atomic_load_n(belt->sent, __ATOMIC_ACQUIRE) - belt->position) * EU_TRAY_SIZE;
}

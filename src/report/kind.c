/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "report/kind.h"

#define KIND(name) [EU_OF_##name] = &EU_KIND_NAMED(name),
const struct eu_kind *const eu_kinds[EU_KINDS] = {EU_EACH_KIND(KIND)};

#define FITS(name)                                                                                 \
	_Static_assert(sizeof(*((struct eu_container_report *)0)->name) <= EU_FACT_ROOM,           \
		       "EU_FACT_ROOM is too small for " #name);
EU_EACH_KIND(FITS)

struct eu_fact_list eu_kind_list(const struct eu_kind *kind, const struct eu_container_report *c)
{
	struct eu_fact_list list;

	memcpy(&list.facts, (const char *)c + kind->list, sizeof(list.facts));
	memcpy(&list.n, (const char *)c + kind->n, sizeof(list.n));
	return list;
}

void eu_kind_set_list(const struct eu_kind *kind, struct eu_container_report *c,
		      struct eu_fact_list list)
{
	memcpy((char *)c + kind->list, &list.facts, sizeof(list.facts));
	memcpy((char *)c + kind->n, &list.n, sizeof(list.n));
}

void eu_kind_times(const struct eu_kind *kind, const void *fact, uint64_t *first, uint64_t *last)
{
	*first = *last = 0;
	if (!kind->timed)
		return;
	memcpy(first, (const char *)fact + kind->first, sizeof(*first));
	memcpy(last, (const char *)fact + kind->last, sizeof(*last));
}

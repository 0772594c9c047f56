/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "event_ids.h"

#include "world/bind.h"
#include "world/record.h"

#define ID_LEN 64

/* The answer's body is {"Id":"<64 hex digits>", …}. */
static void note_answer(struct eu_bind *bind, const struct eu_event_answer *e)
{
	static const char key[] = "\"Id\":\"";
	size_t len;
	const char *text = eu_record_text(&e->head, e->text, &len);
	const char *found = memmem(text, len, key, sizeof(key) - 1);
	const char *id = found ? found + sizeof(key) - 1 : NULL;
	char *copy = bind->ids[bind->n_ids % EU_BIND_MAX];

	if (!id || text + len - id < ID_LEN || bind->n_ids == EU_BIND_MAX)
		return;
	memcpy(copy, id, ID_LEN);
	copy[ID_LEN] = '\0';
	if (strspn(copy, "0123456789abcdef") == ID_LEN)
		bind->n_ids++;
}

static void note_exec(struct eu_bind *bind, const struct eu_event_exec *e)
{
	size_t len;
	const char *args = eu_record_text(&e->head, e->args, &len);

	if (len > sizeof(bind->args) - 1 - bind->args_len)
		return;
	memcpy(bind->args + bind->args_len, args, len);
	bind->args_len += len;
	bind->args[bind->args_len++] = '\0';
}

void eu_bind_record(struct eu_bind *bind, const struct eu_head *record)
{
	if (record->container)
		return;
	if (record->type == EU_TYPE(eu_event_answer))
		note_answer(bind, (const void *)record);
	else if (record->type == EU_TYPE(eu_event_exec))
		note_exec(bind, (const void *)record);
}

bool eu_bind_has(const struct eu_bind *bind, const char *id)
{
	for (size_t i = 0; i < bind->n_ids; i++)
		if (!strcmp(bind->ids[i], id))
			return true;
	for (size_t at = 0; at < bind->args_len; at += strlen(bind->args + at) + 1)
		if (*id && !strcmp(bind->args + at, id))
			return true;
	return false;
}

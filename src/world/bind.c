/* SPDX-License-Identifier: Apache-2.0 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "event_ids.h"

#include "world/bind.h"
#include "world/record.h"

#define ID_LEN 64
#define MAX_LINE 256

static bool is_id(const char *id)
{
	return strlen(id) == ID_LEN && strspn(id, "0123456789abcdef") == ID_LEN;
}

static size_t kept(size_t n)
{
	return n < EU_BIND_MAX ? n : EU_BIND_MAX;
}

static bool was_told(const struct eu_bind *bind, const char *id)
{
	for (size_t i = 0; i < kept(bind->n_ids); i++)
		if (!strcmp(bind->ids[i], id))
			return true;
	return false;
}

static void note_id(struct eu_bind *bind, const char *id)
{
	if (is_id(id) && !was_told(bind, id))
		strcpy(bind->ids[bind->n_ids++ % EU_BIND_MAX], id);
}

/* The answer's body is {"Id":"<64 hex digits>", …}. */
static void note_answer(struct eu_bind *bind, const char *text, size_t len)
{
	static const char key[] = "\"Id\":\"";
	const char *found = memmem(text, len, key, sizeof(key) - 1);
	const char *at = found ? found + sizeof(key) - 1 : NULL;
	char id[ID_LEN + 1] = "";

	if (!at || text + len - at < ID_LEN)
		return;
	memcpy(id, at, ID_LEN);
	note_id(bind, id);
}

static bool is_one_of(const char *word, size_t len, const char *const words[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(words[i]) == len && !memcmp(words[i], word, len))
			return true;
	return false;
}

/* What brings something to run in a container, or shows what does, or ends or stops it. */
static bool is_cause(const char *verb)
{
	static const char *const verbs[] = {"start", "restart", "exec",	 "attach",
					    "stop",  "kill",	"pause", "unpause"};

	return is_one_of(verb, strlen(verb), verbs, sizeof(verbs) / sizeof(*verbs));
}

static struct eu_bind_name *note_name(struct eu_bind *bind, const char *text, bool starts)
{
	struct eu_bind_name *name;

	for (size_t i = 0; i < kept(bind->n_names); i++)
		if (!strcmp(bind->names[i].text, text) && bind->names[i].starts == starts)
			return &bind->names[i];
	name = &bind->names[bind->n_names++ % EU_BIND_MAX];
	strcpy(name->text, text);
	name->starts = starts;
	return name;
}

/* "POST /v1.41/build?… HTTP/1.1"; "POST /grpc HTTP/1.1" is what BuildKit is asked by. */
static bool asks_for_a_build(const char *line)
{
	const char *end = line + strcspn(line + strlen("POST "), " ") + strlen("POST ");

	return (end - line >= 6 && !memcmp(end - 6, "/build", 6)) ||
	       (end - line >= 5 && !memcmp(end - 5, "/grpc", 5));
}

/* "POST /v1.41/containers/NAME/start?… HTTP/1.1"; of podman also below "/v5.0.0/libpod". To remove
 * one is "DELETE /v1.41/containers/NAME?…". */
static const struct eu_bind_name *note_request(struct eu_bind *bind, const char *text, size_t len)
{
	char line[MAX_LINE + 1] = "", name[EU_BIND_NAME + 1], verb[16] = "", end = ' ';
	bool removes = *text == 'D';
	const char *path;
	size_t used;
	int found;

	memcpy(line, text, len < MAX_LINE ? len : MAX_LINE);
	used = strcspn(line, "?\r\n");
	if (!line[used] && removes)
		return NULL; /* a name that may have been cut */
	line[used] = '\0';
	bind->builds += !removes && asks_for_a_build(line);
	path = strstr(line, "/containers/");
	if (!path)
		return NULL;
	found = removes ? sscanf(path, "/containers/%127[^/ ]%c", name, &end) :
			  sscanf(path, "/containers/%127[^/ ]/%15[a-z]%c", name, verb, &end);
	if (found < (removes ? 1 : 2) || end != ' ' || !(removes || is_cause(verb)))
		return NULL;
	return note_name(bind, name, !strcmp(verb, "start"));
}

/* What the daemon says while it builds an image: {"stream":" ---\u003e Running in <12 hex digits>\n"}
 * before a container starts for a step of it. */
static const struct eu_bind_name *note_messages(struct eu_bind *bind, const char *text, size_t len)
{
	static const char first[] = "{\"stream\":\"Step 1/";
	static const char key[] = "{\"stream\":\" ---\\u003e Running in ";
	const struct eu_bind_name *name = NULL;
	const char *end = text + len;
	char id[EU_BIND_SHORT + 1] = "";

	bind->told_builds += !!memmem(text, len, first, sizeof(first) - 1);
	while ((text = memmem(text, end - text, key, sizeof(key) - 1))) {
		text += sizeof(key) - 1;
		if (end - text < EU_BIND_SHORT)
			break;
		memcpy(id, text, EU_BIND_SHORT);
		if (strspn(id, "0123456789abcdef") == EU_BIND_SHORT)
			name = note_name(bind, id, false);
	}
	return name;
}

static bool is_request(const char *text, size_t len)
{
	return len > 7 && (!memcmp(text, "POST ", 5) || !memcmp(text, "DELETE ", 7));
}

static const struct eu_bind_name *note_text(struct eu_bind *bind, const struct eu_event_answer *e)
{
	size_t len;
	const char *text = eu_record_text(&e->head, e->text, &len);

	if (is_request(text, len))
		return note_request(bind, text, len);
	if (len <= 12 || memcmp(text, "HTTP/1.1 201", 12))
		return note_messages(bind, text, len);
	note_answer(bind, text, len);
	return NULL;
}

/* No runtime takes others for an id. */
static bool may_be_id(const char *word, size_t len)
{
	if (!len || len > EU_BIND_WORD || *word == '-')
		return false;
	for (size_t i = 0; i < len; i++)
		if (!isalnum((unsigned char)word[i]) && !strchr("_.,:@+-", word[i]))
			return false;
	return true;
}

/* FNV-1a; never 0. */
static uint64_t hash_of(const char *word, size_t len)
{
	uint64_t hash = 0xcbf29ce484222325;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)word[i]) * 0x100000001b3;
	return hash ?: 1;
}

/* Where the hash is in its set; the last place if it is not. */
static size_t place_of(const uint64_t set[EU_BIND_WAYS], uint64_t hash)
{
	size_t at = 0;

	while (at < EU_BIND_WAYS - 1 && set[at] != hash)
		at++;
	return at;
}

void eu_bind_word(struct eu_bind *bind, const char *word, size_t len)
{
	uint64_t hash, *set;

	if (!may_be_id(word, len))
		return;
	hash = hash_of(word, len);
	set = bind->words[hash % EU_BIND_SETS];
	memmove(set + 1, set, place_of(set, hash) * sizeof(*set));
	*set = hash;
}

static bool was_named(const struct eu_bind *bind, const char *id)
{
	size_t len = strlen(id);
	uint64_t hash = hash_of(id, len);
	const uint64_t *set = bind->words[hash % EU_BIND_SETS];

	return may_be_id(id, len) && set[place_of(set, hash)] == hash;
}

static const char *next_arg(const char *arg, const char *end)
{
	return arg + strnlen(arg, end - arg) + 1;
}

static void note_exec(struct eu_bind *bind, const struct eu_event_exec *e)
{
	size_t len;
	const char *arg = eu_record_text(&e->head, e->args, &len), *end = arg + len;

	for (; arg < end; arg = next_arg(arg, end))
		eu_bind_word(bind, arg, strnlen(arg, end - arg));
}

const struct eu_bind_name *eu_bind_record(struct eu_bind *bind, const struct eu_head *record)
{
	if (record->container)
		return NULL;
	if (record->type == EU_TYPE(eu_event_answer))
		return note_text(bind, (const void *)record);
	if (record->type == EU_TYPE(eu_event_exec))
		note_exec(bind, (const void *)record);
	return NULL;
}

static bool is_arg(const char *arg, const char *end, const char *word)
{
	size_t len = strnlen(arg, end - arg);

	return len && len == strlen(word) && !memcmp(arg, word, len);
}

/* Podman has no daemon that is asked by name: its own arguments have the name. */
static bool goes_by_names(const char *arg, const char *end)
{
	const char *slash = memrchr(arg, '/', strnlen(arg, end - arg));

	return is_arg(slash ? slash + 1 : arg, end, "podman");
}

/* The same of a runtime's client, or of an engine without a daemon. */
static bool is_cause_of_client(const char *arg, const char *end)
{
	static const char *const words[] = {"start", "exec",  "restart", "attach", "stop", "kill",
					    "pause", "unpause", "resume",  "delete", "rm"};

	return is_one_of(arg, strnlen(arg, end - arg), words, sizeof(words) / sizeof(*words));
}

bool eu_bind_enters(const struct eu_head *record, const char *id, const char *name)
{
	const struct eu_event_exec *e = (const void *)record;
	size_t len;
	const char *arg, *end;
	bool named, enters = false;

	if (record->container || record->type != EU_TYPE(eu_event_exec))
		return false;
	arg = eu_record_text(&e->head, e->args, &len);
	end = arg + len;
	named = goes_by_names(arg, end);
	for (; arg < end; arg = next_arg(arg, end)) {
		if (enters && (is_arg(arg, end, id) || (named && is_arg(arg, end, name))))
			return true;
		enters = enters || is_cause_of_client(arg, end);
	}
	return false;
}

bool eu_bind_has(const struct eu_bind *bind, const char *id)
{
	return was_told(bind, id) || was_named(bind, id);
}

void eu_bind_resolve(struct eu_bind *bind, const char *word, const char *id)
{
	if (!is_id(id))
		return; /* nothing better to know it by */
	note_id(bind, id);
	for (size_t i = 0; i < kept(bind->n_names); i++)
		if (!strcmp(bind->names[i].text, word))
			bind->names[i].text[0] = '\0';
}

bool eu_bind_named(struct eu_bind *bind, const char *id, const char *name)
{
	for (size_t i = 0; i < kept(bind->n_names); i++)
		if (*name && !strcmp(bind->names[i].text, name)) {
			eu_bind_resolve(bind, name, id);
			return true;
		}
	return false;
}

bool eu_bind_abbreviates(const char *word, const char *id)
{
	return *word && is_id(id) && !strncmp(id, word, strlen(word));
}

bool eu_bind_begins(struct eu_bind *bind, const char *id, const char *name)
{
	if (eu_bind_named(bind, id, name))
		return true;
	for (size_t i = 0; i < kept(bind->n_names); i++)
		if (eu_bind_abbreviates(bind->names[i].text, id)) {
			note_id(bind, id);
			bind->names[i].text[0] = '\0';
			return true;
		}
	return false;
}

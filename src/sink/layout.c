/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include <eunomia/event.h>

#include "fields.h"
#include "layout.h"
#include "schema/context.h"
#include "schema/pick.h"

/* The names as a tree. Index 0 is the object itself, so 0 also means "none" in links. */
struct node {
	const char *key;
	size_t len;
	const struct eu_field *field; /* a leaf's */
	size_t first, last, next;
};

struct tree {
	struct node *nodes;
	size_t n;
	bool cached; /* the identity comes from the cache */
};

/* What a default line says about container and process; the rest is for events about containers,
 * and for who asks with --fields. */
static bool is_brief(const char *name)
{
	static const char *const names[] = {
	    "time",
	    "seq",
	    "event",
	    "host",
	    "container.id",
	    "container.name",
	    "container.image.name",
	    "container.image.tag",
	    "container.runtime",
	    "container.metadata_missing",
	    "process.pid",
	    "process.tid",
	    "process.parent_pid",
	    "process.container_pid",
	    "process.key",
	    "process.user.id",
	    "process.group.id",
	    "process.name",
	    "process.executable.path",
	    "process.existed",
	    "thread.name",
	    "network.peer.container.id",
	    "network.peer.container.name",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

static bool begins(const char *name, const char *prefix)
{
	return !strncmp(name, prefix, strlen(prefix));
}

static bool is_identity(const char *name)
{
	return begins(name, "container.") || begins(name, "process.");
}

static bool is_selected(const char *name, const char *const *fields, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(fields[i]);

		if (!strncmp(name, fields[i], len) && (!name[len] || name[len] == '.'))
			return true;
	}
	return false;
}

static bool has_selected_part(const struct eu_field *field, const char *const *fields, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (eu_fields_part(field, fields[i]))
			return true;
	return false;
}

static bool is_asked_for(const struct eu_field *field, const char *const *fields, size_t n)
{
	return is_selected(field->name, fields, n) || has_selected_part(field, fields, n);
}

static size_t find_child(const struct tree *tree, size_t parent, const char *key, size_t len)
{
	size_t i;

	for (i = tree->nodes[parent].first; i; i = tree->nodes[i].next)
		if (tree->nodes[i].len == len && !memcmp(tree->nodes[i].key, key, len))
			break;
	return i;
}

static size_t add_child(struct tree *tree, size_t parent, const char *key, size_t len)
{
	struct node *up = &tree->nodes[parent];
	size_t child = tree->n++;

	tree->nodes[child] = (struct node){.key = key, .len = len};
	if (up->last)
		tree->nodes[up->last].next = child;
	else
		up->first = child;
	up->last = child;
	return child;
}

/* Whether the name can be nested: nothing on the way is a value itself. */
static bool can_nest(const struct tree *tree, const char *name)
{
	size_t at = 0;

	for (unsigned depth = 0; depth < EU_LAYOUT_DEPTH; depth++) {
		const char *dot = strchr(name, '.');

		if (!dot || depth == EU_LAYOUT_DEPTH - 1)
			return !find_child(tree, at, name, strlen(name));
		at = find_child(tree, at, name, dot - name);
		if (!at)
			return true;
		if (tree->nodes[at].field)
			return false;
		name = dot + 1;
	}
	return false;
}

/* A name that collides with another is shown flat; the same name twice, once. */
static void insert(struct tree *tree, const struct eu_field *field)
{
	const char *name = field->name, *dot;
	bool nest = can_nest(tree, name);
	size_t at = 0;

	for (unsigned depth = 1; nest && depth < EU_LAYOUT_DEPTH && (dot = strchr(name, '.'));
	     depth++) {
		size_t child = find_child(tree, at, name, dot - name);

		at = child ? child : add_child(tree, at, name, dot - name);
		name = dot + 1;
	}
	if (find_child(tree, at, name, strlen(name)))
		return;
	at = add_child(tree, at, name, strlen(name));
	tree->nodes[at].field = field;
}

static bool is_shown(const struct eu_field *field)
{
	return field->format != EU_FORMAT_HIDDEN;
}

static bool context_wanted(const struct eu_event_desc *desc, enum eu_layout_part part,
			   const struct eu_field *field, const char *const *fields,
			   size_t n_fields)
{
	const char *name = field->name;

	if (part == EU_LAYOUT_IDENTITY)
		return is_identity(name) && is_brief(name);
	if (fields)
		return is_asked_for(field, fields, n_fields);
	return is_brief(name) || (begins(name, "container.") && !strcmp(desc->set, "container"));
}

static void insert_all(struct tree *tree, const struct eu_event_desc *desc,
		       enum eu_layout_part part, const char *const *fields, size_t n_fields)
{
	size_t n_context;
	const struct eu_field *context = eu_schema_context(&n_context);
	size_t peers = n_context;

	while (peers && begins(context[peers - 1].name, "network.peer."))
		peers--;
	for (size_t i = 0; i < peers; i++)
		if (context_wanted(desc, part, &context[i], fields, n_fields))
			insert(tree, &context[i]);
	if (part == EU_LAYOUT_IDENTITY)
		return;
	for (size_t i = 0; i < desc->n_fields; i++)
		if (is_shown(&desc->fields[i]) &&
		    (!fields || is_asked_for(&desc->fields[i], fields, n_fields)))
			insert(tree, &desc->fields[i]);
	for (size_t i = peers; i < n_context; i++)
		if (context_wanted(desc, part, &context[i], fields, n_fields))
			insert(tree, &context[i]);
}

/* Is all that the object holds said of one thing? */
static bool all_of(const struct tree *tree, size_t at, const char *prefix)
{
	const struct node *node = &tree->nodes[at];

	if (node->field)
		return eu_is_context(node->field) && begins(node->field->name, prefix);
	for (size_t i = node->first; i; i = tree->nodes[i].next)
		if (!all_of(tree, i, prefix))
			return false;
	return true;
}

static enum eu_step_needs needs_of(const struct tree *tree, size_t at)
{
	if (all_of(tree, at, "network.peer."))
		return EU_NEEDS_PEER;
	return all_of(tree, at, "thread.") ? EU_NEEDS_THREAD : EU_NEEDS_NOTHING;
}

static bool all_context(const struct tree *tree, size_t at, bool expected)
{
	const struct node *node = &tree->nodes[at];

	if (node->field)
		return eu_is_context(node->field) == expected;
	for (size_t i = node->first; i; i = tree->nodes[i].next)
		if (!all_context(tree, i, expected))
			return false;
	return true;
}

/* The cache has whole members: an event may add members to "process", but not inside them. */
static bool can_cache(const struct tree *tree)
{
	size_t container = find_child(tree, 0, "container", 9);
	size_t process = find_child(tree, 0, "process", 7);

	if (!container || !process || !all_context(tree, container, true))
		return false;
	for (size_t i = tree->nodes[process].first; i; i = tree->nodes[i].next)
		if (!all_context(tree, i, true) && !all_context(tree, i, false))
			return false;
	return true;
}

struct building {
	struct tree *tree;
	struct eu_layout *layout;
	struct eu_bytes text; /* the literals; steps hold offsets until it stops growing */
	const struct eu_event_desc *desc;
	const char *const *fields; /* NULL: all */
	size_t n_fields;
};

static struct eu_step *add_step(struct building *b, enum eu_step_kind kind)
{
	struct eu_step *step = &b->layout->steps[b->layout->n_steps++];

	*step = (struct eu_step){.kind = kind, .literal = (char *)b->text.len};
	return step;
}

static void put_key(struct building *b, const struct node *node)
{
	eu_bytes_char(&b->text, '"');
	eu_bytes_json(&b->text, node->key, node->len);
	eu_bytes_put(&b->text, "\":", 2);
}

static void end_literal(struct building *b, struct eu_step *step)
{
	step->len = b->text.len - (size_t)step->literal;
}

static bool is_name_of_event(const struct eu_field *field)
{
	return eu_is_context(field) && !strcmp(field->name, "event");
}

static enum eu_step_kind kind_of(const struct building *b, const struct eu_field *field)
{
	if (is_name_of_event(field))
		return EU_STEP_LITERAL;
	if (field->format == EU_FORMAT_TIME)
		return EU_STEP_TIME;
	return b->fields && !is_selected(field->name, b->fields, b->n_fields) ? EU_STEP_PARTS
									      : EU_STEP_FIELD;
}

static void add_leaf(struct building *b, const struct node *node)
{
	const struct eu_field *field = node->field;
	struct eu_step *step = add_step(b, kind_of(b, field));

	step->field = field;
	put_key(b, node);
	if (step->kind == EU_STEP_LITERAL) {
		eu_bytes_char(&b->text, '"');
		eu_bytes_json(&b->text, b->desc->name, strlen(b->desc->name));
		eu_bytes_put(&b->text, "\",", 2);
	}
	end_literal(b, step);
}

static void add_children(struct building *b, size_t parent);

static void add_object(struct building *b, const struct node *node, size_t at)
{
	struct eu_step *open = add_step(b, EU_STEP_OPEN);

	open->needs = needs_of(b->tree, at);
	put_key(b, node);
	eu_bytes_char(&b->text, '{');
	end_literal(b, open);
	add_children(b, at);
	add_step(b, EU_STEP_CLOSE);
	open->skip = &b->layout->steps[b->layout->n_steps] - open;
}

/* "container" and "process" out of the cache, then what the event itself says of the process. */
static void add_cached(struct building *b, const struct node *process)
{
	add_step(b, EU_STEP_IDENTITY);
	for (size_t i = process->first; i; i = b->tree->nodes[i].next) {
		const struct node *node = &b->tree->nodes[i];

		if (all_context(b->tree, i, true))
			continue;
		if (node->field)
			add_leaf(b, node);
		else
			add_object(b, node, i);
	}
	add_step(b, EU_STEP_CLOSE);
}

static void add_children(struct building *b, size_t parent)
{
	size_t i;

	for (i = b->tree->nodes[parent].first; i; i = b->tree->nodes[i].next) {
		const struct node *node = &b->tree->nodes[i];
		bool cached = b->tree->cached && !parent && !node->field;

		if (cached && node->len == 9 && !memcmp(node->key, "container", 9))
			continue;
		if (cached && node->len == 7 && !memcmp(node->key, "process", 7))
			add_cached(b, node);
		else if (node->field)
			add_leaf(b, node);
		else
			add_object(b, node, i);
	}
}

static size_t components(const char *name)
{
	size_t n = 1;

	for (; (name = strchr(name, '.')); name++)
		n++;
	return n;
}

static size_t most_nodes(const struct eu_event_desc *desc)
{
	size_t n, most = 1;
	const struct eu_field *context = eu_schema_context(&n);

	for (size_t i = 0; i < n; i++)
		most += components(context[i].name);
	for (size_t i = 0; desc && i < desc->n_fields; i++)
		most += components(desc->fields[i].name);
	return most;
}

/* Steps and literals into one allocation, and offsets into pointers. */
static struct eu_layout *finish(struct building *b)
{
	size_t steps = sizeof(*b->layout) + b->layout->n_steps * sizeof(struct eu_step);
	struct eu_layout *layout = NULL;
	char *text;

	if (!b->text.failed)
		layout = realloc(b->layout, steps + b->text.len + EU_LITERAL_PAD);
	if (!layout)
		return NULL;
	b->layout = NULL;
	text = (char *)layout + steps;
	memcpy(text, b->text.data, b->text.len);
	memset(text + b->text.len, 0, EU_LITERAL_PAD);
	for (size_t i = 0; i < layout->n_steps; i++)
		layout->steps[i].literal = text + (size_t)layout->steps[i].literal;
	return layout;
}

struct eu_layout *eu_layout_new(const struct eu_event_desc *desc, enum eu_layout_part part,
				const char *const *fields, size_t n_fields)
{
	size_t most = most_nodes(desc);
	struct tree tree = {.nodes = calloc(most, sizeof(struct node)), .n = 1};
	struct building b = {.tree = &tree, .desc = desc, .fields = fields, .n_fields = n_fields};
	struct eu_layout *layout = NULL;

	/* An object is two steps, a leaf one. */
	b.layout = malloc(sizeof(*layout) + 2 * most * sizeof(struct eu_step));
	if (tree.nodes && b.layout && !eu_bytes_init(&b.text, 0)) {
		b.layout->n_steps = 0;
		b.layout->desc = desc;
		insert_all(&tree, desc, part, fields, n_fields);
		tree.cached = part == EU_LAYOUT_EVENT && !fields &&
			      strcmp(desc->set, "container") && can_cache(&tree);
		add_children(&b, 0);
		layout = finish(&b);
	}
	eu_bytes_free(&b.text);
	free(b.layout);
	free(tree.nodes);
	return layout;
}

static inline void put_literal(struct eu_bytes *bytes, const struct eu_step *step)
{
	if (__builtin_expect(step->len <= EU_LITERAL_PAD, 1)) {
		memcpy(eu_bytes_room(bytes, EU_LITERAL_PAD), step->literal, EU_LITERAL_PAD);
		bytes->len += step->len;
	} else {
		eu_bytes_put(bytes, step->literal, step->len);
	}
}

static void put_time(struct eu_bytes *bytes, uint64_t ns)
{
	eu_bytes_char(bytes, '"');
	eu_bytes_time(bytes, ns);
	eu_bytes_put(bytes, "\",", 2);
}

static void close_object(struct eu_bytes *bytes, size_t mark)
{
	if (!bytes->len || bytes->data[bytes->len - 1] == '{') {
		bytes->len = mark;
		return;
	}
	bytes->data[bytes->len - 1] = '}';
	eu_bytes_char(bytes, ',');
}

static bool has(const struct eu_event *event, uint8_t needs)
{
	return needs == EU_NEEDS_PEER ? event->peer != NULL : event->thread != NULL;
}

void eu_layout_steps(struct eu_layout_run *run, const struct eu_step *step,
		     const struct eu_step *end)
{
	struct eu_bytes *bytes = run->json->bytes;

	for (; step < end; step++) {
		size_t before = bytes->len;

		switch ((enum eu_step_kind)step->kind) {
		case EU_STEP_LITERAL:
			put_literal(bytes, step);
			break;
		case EU_STEP_TIME:
			put_literal(bytes, step);
			put_time(bytes, run->event->time);
			break;
		case EU_STEP_FIELD:
			put_literal(bytes, step);
			if (!eu_emit_field(&run->json->emit, NULL, run->event, step->field))
				bytes->len = before;
			break;
		case EU_STEP_PARTS:
			put_literal(bytes, step);
			if (!eu_emit_parts(&run->json->emit, run->event, step->field, run->names,
					   run->n_names))
				bytes->len = before;
			break;
		case EU_STEP_OPEN:
			if (step->needs && !has(run->event, step->needs)) {
				step += step->skip - 1;
				break;
			}
			run->marks[run->depth++] = before;
			put_literal(bytes, step);
			break;
		case EU_STEP_CLOSE:
			close_object(bytes, run->marks[--run->depth]);
			break;
		case EU_STEP_IDENTITY:
			run->identity(run);
			break;
		}
	}
}

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text to tree, by recursive descent:
 *
 *	or      = and { "||" and }
 *	and     = not { "&&" not }
 *	not     = "!" not | "(" or ")" | compare
 *	compare = field [ operator value | "in" value | "in" "(" value { "," value } ")" ]
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "filter.h"

/* More than a person writes, less than what would hurt. */
#define LONGEST    65536
#define DEEPEST    64
#define MOST_NODES 4096

enum token_kind {
	TOKEN_END,
	TOKEN_WORD,   /* bare: a field, a number, a name */
	TOKEN_STRING, /* quoted */
	TOKEN_OP,
	TOKEN_AND,
	TOKEN_OR,
	TOKEN_NOT,
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_COMMA,
};

struct parser {
	struct eu_filter *filter;
	const char *text;
	size_t at;
	unsigned depth;
	struct eu_error *err;

	/* the token in front of us */
	enum token_kind kind;
	enum eu_filter_op op;
	size_t begin, len; /* in text; of a string, without its quotes */
};

static int fail_at(struct parser *p, size_t at, const char *what)
{
	return eu_fail(p->err, EINVAL, "filter, column %zu: %s", at + 1, what);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What an unquoted word is made of: names, numbers, paths, addresses. */
static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr("_./:-+@%", c)) || (unsigned char)c >= 0x80;
}

struct symbol {
	const char *text;
	enum token_kind kind;
	enum eu_filter_op op;
};

/* Longer ones before their beginnings. */
static const struct symbol symbols[] = {
    {"==", TOKEN_OP, EU_OP_EQ},
    {"!=", TOKEN_OP, EU_OP_NE},
    {"<=", TOKEN_OP, EU_OP_LE},
    {">=", TOKEN_OP, EU_OP_GE},
    {"^=", TOKEN_OP, EU_OP_BEGINS},
    {"$=", TOKEN_OP, EU_OP_ENDS},
    {"*=", TOKEN_OP, EU_OP_CONTAINS},
    {"&&", TOKEN_AND, 0},
    {"||", TOKEN_OR, 0},
    {"<", TOKEN_OP, EU_OP_LT},
    {">", TOKEN_OP, EU_OP_GT},
    {"~", TOKEN_OP, EU_OP_MATCHES},
    {"!", TOKEN_NOT, 0},
    {"(", TOKEN_OPEN, 0},
    {")", TOKEN_CLOSE, 0},
    {",", TOKEN_COMMA, 0},
};

static int next_symbol(struct parser *p)
{
	for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++) {
		size_t len = strlen(symbols[i].text);

		if (strncmp(p->text + p->at, symbols[i].text, len))
			continue;
		p->kind = symbols[i].kind;
		p->op = symbols[i].op;
		p->at += len;
		return 0;
	}
	if (p->text[p->at] == '=')
		return fail_at(p, p->at, "\"=\" is no operator, use \"==\"");
	return fail_at(p, p->at, "expected a field, a value or an operator");
}

static int next_string(struct parser *p)
{
	char quote = p->text[p->at];
	const char *s = p->text + p->at + 1;

	while (*s && *s != quote)
		s += *s == '\\' && s[1] ? 2 : 1;
	if (!*s)
		return fail_at(p, p->at, "this quote is never closed");
	p->kind = TOKEN_STRING;
	p->begin = p->at + 1;
	p->len = s - (p->text + p->begin);
	p->at = p->begin + p->len + 1;
	return 0;
}

static bool word_is(const struct parser *p, const char *word)
{
	return p->len == strlen(word) && !memcmp(p->text + p->begin, word, p->len);
}

static int next_word(struct parser *p)
{
	while (is_word(p->text[p->at]))
		p->at++;
	p->len = p->at - p->begin;
	p->kind = TOKEN_WORD;
	if (word_is(p, "in")) {
		p->kind = TOKEN_OP;
		p->op = EU_OP_IN;
	}
	return 0;
}

static int next(struct parser *p)
{
	while (is_space(p->text[p->at]))
		p->at++;
	p->begin = p->at;
	p->len = 0;
	p->kind = TOKEN_END;
	if (!p->text[p->at])
		return 0;
	if (p->text[p->at] == '"' || p->text[p->at] == '\'')
		return next_string(p);
	return is_word(p->text[p->at]) ? next_word(p) : next_symbol(p);
}

/* Room for one more element of an array that grows by powers of two. */
static void *one_more(void **array, size_t *n, size_t size)
{
	if (!(*n & (*n - 1))) {
		void *bigger = realloc(*array, (*n ? 2 * *n : 1) * size);

		if (!bigger)
			return NULL;
		*array = bigger;
	}
	return memset((char *)*array + (*n)++ * size, 0, size);
}

static int add_node(struct parser *p, enum eu_filter_node_kind kind, size_t *out)
{
	struct eu_filter_node *node;

	if (p->filter->n_nodes >= MOST_NODES)
		return fail_at(p, p->begin, "this expression is too long");
	node = one_more((void **)&p->filter->nodes, &p->filter->n_nodes, sizeof(*node));
	if (!node)
		return eu_fail(p->err, ENOMEM, "no memory for the filter");
	node->kind = kind;
	*out = p->filter->n_nodes - 1;
	return 0;
}

/* \" \' \\ \n \t \r \xNN; before anything else a backslash stays one, as patterns need it. */
static size_t unescape(char *to, const char *from, size_t len)
{
	static const char names[] = "ntr", bytes[] = "\n\t\r";
	char *begin = to;
	unsigned byte;

	for (size_t i = 0; i < len; i++) {
		const char *name;

		if (from[i] != '\\' || i + 1 == len) {
			*to++ = from[i];
		} else if (strchr("\"'\\", from[i + 1])) {
			*to++ = from[++i];
		} else if (from[i + 1] == 'x' && i + 3 < len &&
			   sscanf(from + i + 2, "%2x", &byte) == 1) {
			*to++ = byte;
			i += 3;
		} else if ((name = strchr(names, from[i + 1]))) {
			*to++ = bytes[name - names];
			i++;
		} else {
			*to++ = from[i];
		}
	}
	*to = '\0';
	return to - begin;
}

static int add_literal(struct parser *p)
{
	struct eu_literal *literal;

	if (p->kind != TOKEN_WORD && p->kind != TOKEN_STRING)
		return fail_at(p, p->begin, "expected a value");
	if (p->filter->n_literals >= MOST_NODES)
		return fail_at(p, p->begin, "this expression is too long");
	literal = one_more((void **)&p->filter->literals, &p->filter->n_literals, sizeof(*literal));
	if (literal)
		literal->text = malloc(p->len + 1);
	if (!literal || !literal->text)
		return eu_fail(p->err, ENOMEM, "no memory for the filter");
	literal->column = p->begin + (p->kind == TOKEN_WORD); /* of a string, its quote */
	if (p->kind == TOKEN_STRING) {
		literal->len = unescape(literal->text, p->text + p->begin, p->len);
	} else {
		memcpy(literal->text, p->text + p->begin, p->len);
		literal->text[literal->len = p->len] = '\0';
	}
	eu_literal_read(literal);
	return next(p);
}

static int add_reference(struct parser *p)
{
	struct eu_reference *reference;

	if (p->kind != TOKEN_WORD)
		return fail_at(p, p->begin, "expected the name of a field");
	reference =
	    one_more((void **)&p->filter->references, &p->filter->n_references, sizeof(*reference));
	if (reference)
		reference->name = strndup(p->text + p->begin, p->len);
	if (!reference || !reference->name)
		return eu_fail(p->err, ENOMEM, "no memory for the filter");
	reference->column = p->begin + 1;
	return eu_filter_resolve(reference, p->err);
}

/* (a, b, …) behind "in", or one value. */
static int parse_list(struct parser *p)
{
	int result;

	if (p->kind != TOKEN_OPEN)
		return add_literal(p);
	do {
		result = next(p);
		if (!result)
			result = add_literal(p);
	} while (!result && p->kind == TOKEN_COMMA);
	if (result)
		return result;
	return p->kind == TOKEN_CLOSE ? next(p) : fail_at(p, p->begin, "expected \",\" or \")\"");
}

static int parse_compare(struct parser *p, size_t *out)
{
	struct eu_filter_node *node;
	size_t literals = p->filter->n_literals;
	enum eu_filter_op op = EU_OP_PRESENT;
	int result = add_node(p, EU_NODE_COMPARE, out);

	if (!result)
		result = add_reference(p);
	if (!result)
		result = next(p);
	if (!result && p->kind == TOKEN_OP) {
		op = p->op;
		result = next(p);
		if (!result)
			result = op == EU_OP_IN ? parse_list(p) : add_literal(p);
	}
	if (result)
		return result;
	node = &p->filter->nodes[*out];
	node->op = op;
	node->reference = p->filter->n_references - 1;
	node->literals = literals;
	node->n_literals = p->filter->n_literals - literals;
	return eu_filter_check(p->filter, node, p->err);
}

static int parse_or(struct parser *p, size_t *out);

static int parse_not(struct parser *p, size_t *out);

static int parse_negation(struct parser *p, size_t *out)
{
	size_t operand;
	int result = add_node(p, EU_NODE_NOT, out);

	if (!result)
		result = next(p);
	if (!result)
		result = parse_not(p, &operand);
	if (!result)
		p->filter->nodes[*out].first = operand;
	return result;
}

static int parse_group(struct parser *p, size_t *out)
{
	int result = next(p);

	if (!result)
		result = parse_or(p, out);
	if (result)
		return result;
	return p->kind == TOKEN_CLOSE ? next(p) : fail_at(p, p->begin, "expected \")\"");
}

static int parse_not(struct parser *p, size_t *out)
{
	int result;

	if (p->depth == DEEPEST)
		return fail_at(p, p->begin, "this expression is nested too deeply");
	p->depth++;
	if (p->kind == TOKEN_NOT)
		result = parse_negation(p, out);
	else if (p->kind == TOKEN_OPEN)
		result = parse_group(p, out);
	else
		result = parse_compare(p, out);
	p->depth--;
	return result;
}

/* operand { separator operand }: one node with all of them, however many there are. */
static int parse_series(struct parser *p, size_t *out, enum eu_filter_node_kind kind,
			enum token_kind separator, int (*operand)(struct parser *, size_t *))
{
	size_t first, last, series, one;
	int result = operand(p, &first);

	*out = last = first;
	if (result || p->kind != separator)
		return result;
	result = add_node(p, kind, &series);
	if (result)
		return result;
	p->filter->nodes[series].first = first;
	*out = series;
	while (!result && p->kind == separator) {
		result = next(p);
		if (!result)
			result = operand(p, &one);
		if (!result) {
			p->filter->nodes[last].next = one;
			last = one;
		}
	}
	return result;
}

static int parse_and(struct parser *p, size_t *out)
{
	return parse_series(p, out, EU_NODE_AND, TOKEN_AND, parse_not);
}

static int parse_or(struct parser *p, size_t *out)
{
	return parse_series(p, out, EU_NODE_OR, TOKEN_OR, parse_and);
}

static int parse(struct parser *p)
{
	size_t none;
	int result = add_node(p, EU_NODE_NOT, &none); /* index 0 is taken: it means none */

	if (!result)
		result = next(p);
	if (!result)
		result = parse_or(p, &p->filter->root);
	if (!result && p->kind != TOKEN_END)
		result = fail_at(p, p->begin, "expected \"&&\", \"||\" or the end");
	return result;
}

int eu_filter_new(struct eu_filter **out, const char *expression, struct eu_error *err)
{
	struct parser p = {.text = expression, .err = err};
	int result;

	if (strnlen(expression, LONGEST) == LONGEST)
		return eu_fail(err, EINVAL, "filter: more than %d bytes", LONGEST);
	p.filter = calloc(1, sizeof(*p.filter));
	if (!p.filter)
		return eu_fail(err, ENOMEM, "no memory for the filter");
	result = parse(&p);
	if (result)
		eu_filter_free(p.filter);
	else
		*out = p.filter;
	return result;
}

void eu_filter_free(struct eu_filter *filter)
{
	if (!filter)
		return;
	for (size_t i = 0; i < filter->n_references; i++) {
		free(filter->references[i].name);
		free(filter->references[i].by_event);
	}
	for (size_t i = 0; i < filter->n_literals; i++) {
		free(filter->literals[i].text);
		pcre2_match_context_free(filter->literals[i].limits);
		pcre2_match_data_free(filter->literals[i].match);
		pcre2_code_free(filter->literals[i].pattern);
	}
	free(filter->references);
	free(filter->literals);
	free(filter->nodes);
	free(filter);
}

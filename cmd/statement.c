// SPDX-License-Identifier: Apache-2.0
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"
#include "statement.h"

static const char *owner_of(const struct eu_loss *loss)
{
	if (loss->container)
		return loss->container->name;
	return strcmp(loss->class, "any") ? "host" : "an unknown container";
}

static void append_loss(FILE *out, const struct eu_loss *loss)
{
	if (!strcmp(loss->place, "forgotten")) {
		fprintf(out, "%s%" PRIu64 " whole container%s (forgotten)", ftell(out) ? ", " : "",
			loss->count, loss->count == 1 ? "" : "s");
		return;
	}
	fprintf(out, "%s%" PRIu64 " %s in %s (%s)", ftell(out) ? ", " : "", loss->count,
		loss->class, owner_of(loss), loss->place);
}

char *statement_lost(struct eu_session *session)
{
	size_t n, len, shown = 0;
	const struct eu_loss *loss = eu_session_loss(session, &n);
	char *text = NULL;
	FILE *out;

	if (!n)
		return NULL;
	out = open_memstream(&text, &len);
	if (!out)
		return NULL;
	for (; shown < n && shown < 16; shown++)
		append_loss(out, &loss[shown]);
	if (shown < n)
		fprintf(out, ", and %zu more", n - shown);
	fclose(out);
	return text;
}

void statement_say_trouble(struct eu_session *session)
{
	const char *trouble = eu_session_trouble(session);
	const char *unfollowed = eu_session_unfollowed(session);

	if (trouble)
		say("%s", trouble);
	if (unfollowed)
		say("%s", unfollowed);
}

static void say_statement(struct eu_session *session, const char *counted, bool written, bool asked)
{
	char *lost = statement_lost(session);

	statement_say_trouble(session);
	if (lost)
		say("not complete: %s; %slost: %s", counted, written ? "" : STATEMENT_UNWRITTEN ", ",
		    lost);
	else if (!written)
		say("not complete: %s; " STATEMENT_UNWRITTEN, counted);
	else
		(asked ? say : say_status)("complete: %s, nothing lost", counted);
	free(lost);
}

void statement_say(struct eu_session *session, uint64_t n, const char *what, const char *when)
{
	char counted[64];

	snprintf(counted, sizeof(counted), "%" PRIu64 " %s%s%s", n, what, n == 1 ? "" : "s", when);
	say_statement(session, counted, true, *when);
}

void statement_say_unwritten(struct eu_session *session, uint64_t n, const char *what)
{
	char counted[64];

	snprintf(counted, sizeof(counted), "%" PRIu64 " %s%s", n, what, n == 1 ? "" : "s");
	say_statement(session, counted, false, false);
}

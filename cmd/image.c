// SPDX-License-Identifier: Apache-2.0
#include <stdio.h>
#include <string.h>

#include "image.h"

void image_text(char *out, size_t size, const char *name, const char *tag, const char *id)
{
	const char *algorithm = strchr(id, ':');

	if (*name)
		snprintf(out, size, "%s%s%s", name, *tag ? ":" : "", tag);
	else
		snprintf(out, size, "%.12s", algorithm ? algorithm + 1 : id);
}

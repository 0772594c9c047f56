/* SPDX-License-Identifier: Apache-2.0 */
/* What people call an image. */
#pragma once

#include <stddef.h>

/* "name:tag", or the first digits of the id where it has no name, as `docker ps` shows it. */
void image_text(char *out, size_t size, const char *name, const char *tag, const char *id);

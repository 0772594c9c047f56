/* SPDX-License-Identifier: Apache-2.0 */
#include <stdarg.h>
#include <stdio.h>

#include <eunomia/error.h>

int eu_fail(struct eu_error *err, int code, const char *format, ...)
{
	va_list args;

	if (!err)
		return -code;
	va_start(args, format);
	vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	return -code;
}

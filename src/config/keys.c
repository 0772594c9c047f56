// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "config.h"

static const struct eu_config_key keys[EU_CONFIG_KEYS] = {
    {
	.name = "output-format",
	.type = EU_CONFIG_CHOICE,
	.choices = "table json csv",
	.fallback = "table",
	.doc = "how events, reports and lists are shown",
    },
    {
	.name = "events-path",
	.fallback = "",
	.doc = "file that trace writes to; empty: standard output",
    },
    {
	.name = "errors-path",
	.fallback = "",
	.doc = "file that messages are written to as well; empty: none",
    },
    {
	.name = "report-directory",
	.fallback = "",
	.doc = "directory that report writes its files to; empty: terminal only",
    },
    {
	.name = "report-interval",
	.type = EU_CONFIG_DURATION,
	.max = 7 * 86400000ull,
	.fallback = "0s",
	.doc = "how often report writes its files while it goes; 0s: once, at the end",
    },
    {
	.name = "fields",
	.type = EU_CONFIG_FIELDS,
	.fallback = "",
	.doc = "fields that trace shows; empty: the format's own choice",
    },
    {
	.name = "color",
	.type = EU_CONFIG_CHOICE,
	.choices = "auto always never",
	.fallback = "auto",
	.doc = "colours on the terminal",
    },
    {
	.name = "containers",
	.type = EU_CONFIG_LIST,
	.fallback = "",
	.doc = "names, ids or globs of the containers to watch; empty: all",
    },
    {
	.name = "sockets",
	.type = EU_CONFIG_PATHS,
	.fallback = "",
	.doc = "sockets of container runtimes to ask for names; empty: the usual places",
    },
    {
	.name = "state-dirs",
	.type = EU_CONFIG_PATHS,
	.fallback = "",
	.doc = "state directories of runc and crun (--root) besides the usual ones",
    },
    {
	.name = "redact",
	.type = EU_CONFIG_PATTERNS,
	.fallback = "",
	.doc = "patterns (PCRE2); what matches in arguments of programs and strings of calls is not shown",
    },
    {
	.name = "buffer-bytes",
	.type = EU_CONFIG_NUMBER,
	.max = 4096,
	.fallback = "0",
	.doc = "bytes to show of each buffer that is read or written",
    },
    {
	.name = "durations",
	.type = EU_CONFIG_BOOL,
	.fallback = "false",
	.doc = "show how long each system call took; costs a second hook",
    },
    {
	.name = "memory",
	.type = EU_CONFIG_SIZE,
	.min = 4 << 20,
	.max = 16ull << 30,
	.fallback = "64M",
	.doc = "budget for rings and tables",
    },
};

const struct eu_config_key *eu_config_keys(size_t *n)
{
	*n = EU_CONFIG_KEYS;
	return keys;
}

const struct eu_config_key *eu_config_key(const char *name)
{
	for (size_t i = 0; i < EU_CONFIG_KEYS; i++)
		if (!strcmp(keys[i].name, name))
			return &keys[i];
	return NULL;
}

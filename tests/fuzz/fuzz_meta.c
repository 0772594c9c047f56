/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every parser of what daemons, runtimes and cgroup names say, on the same input; seeds are the
 * captured answers in tests/unit/meta/data. With libFuzzer:
 *
 *	clang -std=gnu11 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -Iinclude -Isrc \
 *		-Ivendor/yyjson -o fuzz_meta tests/fuzz/fuzz_meta.c src/meta/json.c src/meta/info.c
 *\ src/meta/cgroup_name.c vendor/yyjson/yyjson.c
 *	./fuzz_meta -max_total_time=60 -max_len=65536 CORPUS tests/unit/meta/data
 */
#include "meta/info.h"
#include "meta/json.h"

typedef int (*parse_fn)(const char *text, size_t len, struct eu_container_info *info);

static int parse_event(const char *text, size_t len, struct eu_container_info *info)
{
	enum eu_meta_action action;

	return eu_json_event(text, len, info, &action);
}

static int parse_config(const char *text, size_t len, struct eu_container_info *info)
{
	eu_auto_free char *data_root = NULL;

	return eu_json_oci_config(text, len, info, &data_root);
}

static int keep(void *ctx, struct eu_container_info *info)
{
	return eu_info_merge(ctx, info) ? 0 : -1;
}

static int parse_list(const char *text, size_t len, struct eu_container_info *info)
{
	return eu_json_list(text, len, keep, info);
}

static int parse_storage(const char *text, size_t len, struct eu_container_info *info)
{
	if (!eu_info_set_text(&info->id,
			      "c28d2db98500fd924d6355bdac72537c594cab861fe75eb1cd16d19dde999ded"))
		return -1;
	return eu_json_storage_container(text, len, info);
}

static int parse_image(const char *text, size_t len, struct eu_container_info *info)
{
	if (!eu_info_set_text(&info->image_id,
			      "0ea26feff10096a8614e48ca127b9d5185c927149fd46dce2097cf4f30b08e33"))
		return -1;
	return eu_json_storage_image(text, len, info);
}

static int parse_repositories(const char *text, size_t len, struct eu_container_info *info)
{
	if (!eu_info_set_text(&info->image_id, "sha256:dd55"))
		return -1;
	return eu_json_repositories(text, len, info);
}

static int parse_daemons_image(const char *text, size_t len, struct eu_container_info *info)
{
	if (!eu_info_set_text(&info->image_id, "sha256:dd55"))
		return -1;
	return eu_json_image(text, len, info) && eu_json_images(text, len, &info, 1);
}

static const parse_fn parsers[] = {
    parse_repositories,    eu_json_inspect, parse_event,   parse_config,
    eu_json_runtime_state, parse_list,      parse_storage, parse_image,
    parse_daemons_image,
};

/* What was parsed must be whole enough to be copied and measured. */
static void try_parser(parse_fn parse, const char *text, size_t len)
{
	eu_auto_info struct eu_container_info *info = eu_container_info_new();
	eu_auto_info struct eu_container_info *copy = NULL;

	parse(text, len, info);
	copy = eu_info_copy(info);
	if (!copy || eu_info_size(copy) != eu_info_size(info))
		abort();
}

static void try_top(const char *text, size_t len)
{
	struct eu_container_process *processes;
	size_t n;

	if (!eu_json_top(text, len, &processes, &n))
		eu_container_processes_free(processes, n);
}

static void try_cgroup(const char *text, size_t len)
{
	eu_auto_free char *path = strndup(text, len);
	struct eu_cgroup_name name;

	if (!eu_cgroup_name_parse(path, &name) && (!*name.id || name.length > strlen(path)))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	char version[16] = "";

	for (size_t i = 0; i < sizeof(parsers) / sizeof(*parsers); i++)
		try_parser(parsers[i], text, size);
	try_top(text, size);
	try_cgroup(text, size);
	eu_json_version(text, size, version, sizeof(version));
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Made by tables/generate; do not edit. */
#include "flags.h"

static const struct eu_struct_field fields_sockaddr_nl[] = {
	{ "pid", EU_ARG_NUM, 4, 4, false, NULL, NULL },
	{ "groups", EU_ARG_HEX, 8, 4, false, NULL, NULL },
};
static const struct eu_struct struct_sockaddr_nl = {
	"sockaddr_nl", 12, 12, 2, fields_sockaddr_nl,
};

static const struct eu_struct_field fields_sockaddr_ll[] = {
	{ "protocol", EU_ARG_NET, 2, 2, false, &eu_flags_ethertype, NULL },
	{ "ifindex", EU_ARG_NUM, 4, 4, true, NULL, NULL },
	{ "hatype", EU_ARG_ENUM, 8, 2, false, &eu_flags_arphrd, NULL },
	{ "pkttype", EU_ARG_ENUM, 10, 1, false, &eu_flags_packet_type, NULL },
	{ "halen", EU_ARG_SIZE, 11, 1, false, NULL, NULL },
	{ "addr", EU_ARG_LLADDR, 12, 8, false, NULL, NULL },
};
static const struct eu_struct struct_sockaddr_ll = {
	"sockaddr_ll", 20, 20, 6, fields_sockaddr_ll,
};

static const struct eu_struct_field fields_sockaddr_alg[] = {
	{ "type", EU_ARG_STR, 2, 14, false, NULL, NULL },
	{ "feat", EU_ARG_HEX, 16, 4, false, NULL, NULL },
	{ "mask", EU_ARG_HEX, 20, 4, false, NULL, NULL },
	{ "name", EU_ARG_STR, 24, 64, false, NULL, NULL },
};
static const struct eu_struct struct_sockaddr_alg = {
	"sockaddr_alg", 88, 88, 4, fields_sockaddr_alg,
};

static const struct eu_struct_field fields_sockaddr_vm[] = {
	{ "cid", EU_ARG_ENUM, 8, 4, false, &eu_flags_vsock_cid, NULL },
	{ "port", EU_ARG_NUM, 4, 4, false, NULL, NULL },
	{ "flags", EU_ARG_FLAGS, 12, 1, false, &eu_flags_vsock_flags, NULL },
};
static const struct eu_struct struct_sockaddr_vm = {
	"sockaddr_vm", 16, 16, 3, fields_sockaddr_vm,
};

const struct eu_address eu_addresses[] = {
	{ 16, &struct_sockaddr_nl },
	{ 17, &struct_sockaddr_ll },
	{ 38, &struct_sockaddr_alg },
	{ 40, &struct_sockaddr_vm },
};
const size_t eu_n_addresses = 4;

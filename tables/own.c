/* SPDX-License-Identifier: Apache-2.0 */
/* Names of the numbers that are Eunomia's own: the enumerations of include/eunomia/events.h. */
#include <linux/types.h>

#include <eunomia/events.h>

#include "tables.h"

#define BIT_OF(bit, text) { .mask = (bit), .value = (bit), .name = (text) }
#define VALUE_OF(number, text) { .mask = ~0ULL, .value = (number), .name = (text) }
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct eu_flag container_action[] = {
	VALUE_OF(EU_CONTAINER_CREATED, "created"), VALUE_OF(EU_CONTAINER_STARTED, "started"),
	VALUE_OF(EU_CONTAINER_EXEC, "exec"),	   VALUE_OF(EU_CONTAINER_NAMED, "named"),
	VALUE_OF(EU_CONTAINER_OOM, "oom"),	   VALUE_OF(EU_CONTAINER_STOPPED, "stopped"),
	VALUE_OF(EU_CONTAINER_REMOVED, "removed"), VALUE_OF(EU_CONTAINER_FOUND, "found"),
	VALUE_OF(EU_CONTAINER_RECOVERED, "recovered"), VALUE_OF(EU_CONTAINER_FAILED, "failed"),
};

static const struct eu_flag cred_change[] = {
	BIT_OF(EU_CRED_USER, "user"),
	BIT_OF(EU_CRED_GROUP, "group"),
	BIT_OF(EU_CRED_CAPABILITIES, "capabilities"),
	BIT_OF(EU_CRED_GROUPS, "supplementary_groups"),
	BIT_OF(EU_CRED_SECUREBITS, "securebits"),
	BIT_OF(EU_CRED_UNKNOWN, "unknown"),
};

static const struct eu_flag file_origin[] = {
	BIT_OF(EU_ORIGIN_IMAGE, "image"),
	BIT_OF(EU_ORIGIN_UPPER, "upper"),
	BIT_OF(EU_ORIGIN_MEMFD, "memfd"),
	BIT_OF(EU_ORIGIN_DELETED, "deleted"),
};

static const struct eu_flag path_state[] = {
	BIT_OF(EU_PATH_TRUNCATED, "truncated"),
	BIT_OF(EU_PATH_DELETED, "deleted"),
	BIT_OF(EU_PATH_DETACHED, "detached"),
	BIT_OF(EU_PATH_RAW, "raw"),
	BIT_OF(EU_PATH_CHROOT, "chroot"),
	BIT_OF(EU_PATH_UNREADABLE, "unreadable"),
	BIT_OF(EU_PATH_EMPTY, "empty"),
	BIT_OF(EU_PATH_UNLINKED, "unlinked"),
};

static const struct eu_flag direction[] = {
	VALUE_OF(EU_DIRECTION_OUTBOUND, "outbound"),
	VALUE_OF(EU_DIRECTION_INBOUND, "inbound"),
	VALUE_OF(EU_DIRECTION_LISTENING, "listening"),
};

static const struct eu_flag network_type[] = {
	VALUE_OF(EU_NETWORK_IPV4, "ipv4"),
	VALUE_OF(EU_NETWORK_IPV6, "ipv6"),
};

static const struct eu_flag peer_source[] = {
	VALUE_OF(EU_PEER_CALLER, "caller"),
	VALUE_OF(EU_PEER_PROXY, "proxy"),
	VALUE_OF(EU_PEER_NAT, "nat"),
};

static const struct eu_flag transport[] = {
	VALUE_OF(EU_TRANSPORT_TCP, "tcp"),
	VALUE_OF(EU_TRANSPORT_UDP, "udp"),
	VALUE_OF(EU_TRANSPORT_UNIX, "unix"),
	VALUE_OF(EU_TRANSPORT_RAW, "raw"),
	VALUE_OF(EU_TRANSPORT_ICMP, "icmp"),
	VALUE_OF(EU_TRANSPORT_NETLINK, "netlink"),
	VALUE_OF(EU_TRANSPORT_PACKET, "packet"),
	VALUE_OF(EU_TRANSPORT_VSOCK, "vsock"),
	VALUE_OF(EU_TRANSPORT_SCTP, "sctp"),
	VALUE_OF(EU_TRANSPORT_OTHER, "other"),
};

static const struct eu_flagset set_container_action = {
	.name = "container_action",
	.flags = container_action,
	.n_flags = COUNT(container_action),
	.is_enum = true,
};

static const struct eu_flagset set_cred_change = {
	.name = "cred_change",
	.flags = cred_change,
	.n_flags = COUNT(cred_change),
};

static const struct eu_flagset set_file_origin = {
	.name = "file_origin",
	.flags = file_origin,
	.n_flags = COUNT(file_origin),
};

static const struct eu_flagset set_path_state = {
	.name = "path_state",
	.flags = path_state,
	.n_flags = COUNT(path_state),
};

static const struct eu_flagset set_direction = {
	.name = "direction",
	.flags = direction,
	.n_flags = COUNT(direction),
	.is_enum = true,
};

static const struct eu_flagset set_network_type = {
	.name = "network_type",
	.flags = network_type,
	.n_flags = COUNT(network_type),
	.is_enum = true,
};

static const struct eu_flagset set_peer_source = {
	.name = "peer_source",
	.flags = peer_source,
	.n_flags = COUNT(peer_source),
	.is_enum = true,
};

static const struct eu_flagset set_transport = {
	.name = "transport",
	.flags = transport,
	.n_flags = COUNT(transport),
	.is_enum = true,
};

const struct eu_flagset *const eu_flagsets_own[] = {
	&set_container_action,
	&set_cred_change,
	&set_direction,
	&set_file_origin,
	&set_network_type,
	&set_path_state,
	&set_peer_source,
	&set_transport,
};
const size_t eu_n_flagsets_own = COUNT(eu_flagsets_own);

/* SPDX-License-Identifier: Apache-2.0 */
/* Whose datagrams come through address translation: two ends that each see a part of it. */
#include <arpa/inet.h>

#include "records.h"
#include "world/datagrams.h"
#include "world/peers.h"
#include "world/record.h"

#define CLIENT 0x10001u
#define SERVER 0x10002u
#define CLIENTS "203.0.113.1"
#define SERVERS "203.0.113.2"
#define PUBLISHED "203.0.113.9"
#define STRANGERS "203.0.113.77"
#define HOSTS "127.0.0.1" /* every host has it */

static struct eu_world *world;
static struct eu_peers *peers;
static struct eu_datagrams *datagrams;
static struct eu_event_udp said[4];
static size_t n_said;
static uint64_t now; /* of datagrams, in ns */

static void put_address(uint8_t out[16], const char *text)
{
	memcpy(out, "\0\0\0\0\0\0\0\0\0\0\xff\xff", 12);
	inet_pton(AF_INET, text, out + 12);
}

static void give_address(eu_ref ref, const char *text)
{
	struct eu_event_address e = {.head = {.type = EU_TYPE(eu_event_address),
					      .size = sizeof(e),
					      .container = ref,
					      .time = 1}};

	put_address(e.address, text);
	eu_peers_apply(peers, &e.head);
}

static int begin(void **state)
{
	static const struct eu_world_ops silent = {};

	n_said = 0;
	now = 5000;
	if (eu_world_new(&world, &silent, NULL) || eu_peers_new(&peers, world, NULL) ||
	    eu_datagrams_new(&datagrams, peers, NULL))
		return -1;
	eu_world_apply(world, a_container(CLIENT, 7, "/client"));
	eu_world_apply(world, a_container(SERVER, 8, "/server"));
	give_address(CLIENT, CLIENTS);
	give_address(SERVER, SERVERS);
	return 0;
}

static int end(void **state)
{
	eu_datagrams_free(datagrams);
	eu_peers_free(peers);
	eu_world_free(world);
	return 0;
}

static struct eu_event_udp a_datagram(eu_ref ref, uint16_t port, bool sent, const char *peer,
				      uint16_t peer_port)
{
	struct eu_event_udp e = {.head = {.type = EU_TYPE(eu_event_udp),
					  .size = sizeof(e),
					  .container = ref,
					  .time = now,
					  .pid = ref,
					  .tid = ref},
				 .bytes_sent = sent ? 10 : 0,
				 .bytes_received = sent ? 0 : 10};

	e.socket.host_namespace = true;
	e.socket.direction = sent ? EU_DIRECTION_OUTBOUND : EU_DIRECTION_INBOUND;
	e.socket.local.port = port;
	e.socket.peer.port = peer_port;
	put_address(e.socket.peer.address, peer);
	return e;
}

/* The container that it is said to be from or to; 0: nobody knows. */
static eu_ref sees(struct eu_event_udp e)
{
	const struct eu_event_udp *told = (const void *)eu_datagrams_take(datagrams, &e.head);

	return told->socket.peer_container;
}

static eu_ref sends(eu_ref ref, uint16_t port, const char *peer, uint16_t peer_port)
{
	return sees(a_datagram(ref, port, true, peer, peer_port));
}

static eu_ref receives(eu_ref ref, uint16_t port, const char *peer, uint16_t peer_port)
{
	return sees(a_datagram(ref, port, false, peer, peer_port));
}

static void hear(void *context, const struct eu_head *record)
{
	assert_true(n_said < sizeof(said) / sizeof(*said));
	said[n_said++] = *(const struct eu_event_udp *)record;
}

static size_t match(void)
{
	n_said = 0;
	eu_datagrams_match(datagrams, 9000, hear, NULL);
	return n_said;
}

static void a_translated_address_is_its_servers(void **state)
{
	assert_int_equal(sends(CLIENT, 4000, PUBLISHED, 53), 0);
	assert_int_equal(receives(SERVER, 53, CLIENTS, 4000), 0);
	assert_int_equal(match(), 1);
	assert_int_equal(said[0].head.container, CLIENT);
	assert_int_equal(said[0].head.time, 9000);
	assert_int_equal(said[0].first, 5000);
	assert_int_equal(said[0].socket.peer_container, SERVER);
	assert_int_equal(said[0].bytes_sent, 0);
	assert_true(said[0].named);
	assert_int_equal(said[0].named_sent, 10);
	assert_int_equal(sends(CLIENT, 4000, PUBLISHED, 53), SERVER);
	assert_int_equal(match(), 0);
}

static void the_receiver_may_be_told_first(void **state)
{
	receives(SERVER, 53, CLIENTS, 4000);
	assert_int_equal(match(), 0);
	eu_datagrams_age(datagrams);
	sends(CLIENT, 4000, PUBLISHED, 53);
	assert_int_equal(match(), 1);
	assert_int_equal(said[0].socket.peer_container, SERVER);
}

static void what_was_sent_long_ago_is_not_meant(void **state)
{
	sends(CLIENT, 4000, PUBLISHED, 53);
	eu_datagrams_age(datagrams);
	eu_datagrams_age(datagrams);
	receives(SERVER, 53, CLIENTS, 4000);
	assert_int_equal(match(), 0);
}

static void who_sent_to_the_server_itself_explains_what_it_received(void **state)
{
	sends(CLIENT, 4000, STRANGERS, 53);
	sends(CLIENT, 4000, SERVERS, 53);
	receives(SERVER, 53, CLIENTS, 4000);
	assert_int_equal(match(), 0);
}

/* The kernel side knows who has the port, and not who was sent to. */
static void who_sent_is_known_and_its_peer_is_not(void **state)
{
	struct eu_event_udp received = a_datagram(SERVER, 53, false, STRANGERS, 4000);

	received.socket.peer_container = CLIENT;
	received.socket.peer_pid = CLIENT;
	assert_int_equal(sends(CLIENT, 4000, PUBLISHED, 53), 0);
	assert_int_equal(sees(received), CLIENT);
	assert_int_equal(match(), 1);
	assert_int_equal(said[0].head.container, CLIENT);
	assert_int_equal(said[0].socket.peer_container, SERVER);
}

static void who_is_known_to_have_sent_to_the_server_itself_explains_it(void **state)
{
	struct eu_event_udp sent = a_datagram(CLIENT, 4000, true, STRANGERS, 53);

	sent.socket.peer_container = SERVER;
	sent.socket.peer_pid = SERVER;
	sees(sent);
	sends(CLIENT, 4000, PUBLISHED, 53);
	receives(SERVER, 53, CLIENTS, 4000);
	assert_int_equal(match(), 0);
}

static void which_of_two_peers_a_socket_was_answered_by_is_not_known(void **state)
{
	sends(CLIENT, 5353, STRANGERS, 53);
	sends(CLIENT, 5353, "224.0.0.251", 5353);
	receives(SERVER, 5353, CLIENTS, 5353);
	assert_int_equal(match(), 0);
}

static void nobody_is_a_multicast_address(void **state)
{
	sends(CLIENT, 5353, "224.0.0.251", 5353);
	receives(SERVER, 5353, CLIENTS, 5353);
	assert_int_equal(match(), 0);
}

static void of_two_peers_the_host_may_have_been_translated(void **state)
{
	sends(CLIENT, 4000, STRANGERS, 53);
	sends(CLIENT, 4000, HOSTS, 53);
	receives(SERVER, 53, CLIENTS, 4000);
	assert_int_equal(match(), 1);
	assert_int_equal(said[0].socket.peer.address[12], 127);
}

static void another_port_is_another_socket(void **state)
{
	sends(CLIENT, 4001, PUBLISHED, 53);
	receives(SERVER, 53, CLIENTS, 4000);
	assert_int_equal(match(), 0);
}

static void a_stranger_is_nobody_even_from_the_same_port(void **state)
{
	sends(CLIENT, 4000, PUBLISHED, 53);
	receives(SERVER, 53, STRANGERS, 4000);
	assert_int_equal(match(), 0);
}

static void a_masqueraded_sender_is_known_by_its_port(void **state)
{
	sends(CLIENT, 4000, HOSTS, 53);
	receives(SERVER, 53, HOSTS, 4000);
	assert_int_equal(match(), 2);
	for (int i = 0; i < 2; i++)
		assert_int_equal(said[i].socket.peer_source, EU_PEER_NAT);
	assert_int_equal(said[0].socket.peer_container, SERVER);
	assert_int_equal(said[1].socket.peer_container, CLIENT);
}

static void begin_proxy(const char *args, size_t len)
{
	static struct eu_builder builder;
	struct eu_event_proxy *e = eu_builder_begin(&builder, sizeof(*e));

	e->head = (struct eu_head){.type = EU_TYPE(eu_event_proxy), .time = 2, .pid = 99, .tid = 99};
	e->args = eu_builder_text(&builder, args, len);
	eu_peers_apply(peers, eu_builder_end(&builder));
}

#define PROXY(proto)                                                                            \
	"docker-proxy\0-proto\0" proto "\0-host-ip\0" "0.0.0.0\0-host-port\0" "9053\0"          \
	"-container-ip\0" SERVERS "\0-container-port\0" "53"

static void a_proxy_stands_for_the_server(void **state)
{
	static const char args[] = PROXY("udp");

	begin_proxy(args, sizeof(args) - 1);
	sends(CLIENT, 4000, HOSTS, 9053);
	receives(SERVER, 53, HOSTS, 5000);
	assert_int_equal(match(), 2);
	assert_int_equal(said[0].socket.peer_container, SERVER);
	assert_int_equal(said[1].socket.peer_container, CLIENT);
	assert_int_equal(said[0].socket.peer_source, EU_PEER_PROXY);
	receives(SERVER, 53, HOSTS, 5001); /* the next one is of somebody else */
	assert_int_equal(match(), 0);
}

/* On loopback the kernel side knows which process it is. */
static void a_proxy_that_is_known_by_its_process_stands_for_the_server_too(void **state)
{
	static const char args[] = PROXY("udp");
	struct eu_event_udp sent = a_datagram(CLIENT, 4000, true, HOSTS, 9053);

	begin_proxy(args, sizeof(args) - 1);
	sent.socket.peer_pid = 99;
	sees(sent);
	receives(SERVER, 53, HOSTS, 5000);
	assert_int_equal(match(), 1);
	assert_int_equal(said[0].head.container, SERVER);
	assert_int_equal(said[0].socket.peer_container, CLIENT);
	assert_int_equal(said[0].socket.peer_source, EU_PEER_PROXY);
}

static void a_proxy_of_tcp_passes_no_datagrams(void **state)
{
	static const char args[] = PROXY("tcp");

	begin_proxy(args, sizeof(args) - 1);
	sends(CLIENT, 4000, HOSTS, 9053);
	receives(SERVER, 53, HOSTS, 5000);
	assert_int_equal(match(), 0);
}

/* Its port may be one that is published here, too. */
static void the_world_is_not_behind_a_proxy(void **state)
{
	static const char args[] = PROXY("udp");

	begin_proxy(args, sizeof(args) - 1);
	sends(CLIENT, 4000, STRANGERS, 9053);
	receives(SERVER, 53, STRANGERS, 5000);
	assert_int_equal(match(), 0);
	receives(SERVER, 53, HOSTS, 5001);
	assert_int_equal(match(), 0);
	sends(CLIENT, 4002, HOSTS, 9053);
	eu_datagrams_age(datagrams);
	receives(SERVER, 53, STRANGERS, 5002);
	assert_int_equal(match(), 1 + 1); /* of the one from the host, and of nobody else */
	assert_int_equal(said[1].socket.peer.port, 5001);
}

static void the_nearest_is_meant_however_long_others_wait(void **state)
{
	static const char args[] = PROXY("udp");

	begin_proxy(args, sizeof(args) - 1);
	receives(SERVER, 53, HOSTS, 5000); /* from somebody who is not watched */
	now += 90000000;
	sends(CLIENT, 4000, HOSTS, 9053);
	now += 600000;
	receives(SERVER, 53, HOSTS, 5001);
	assert_int_equal(match(), 1 + 1);
	assert_int_equal(said[0].socket.local.port, 4000);
	assert_int_equal(said[1].socket.peer.port, 5001);
}

static void nothing_is_received_long_before_or_after_it_was_sent(void **state)
{
	static const char args[] = PROXY("udp");

	begin_proxy(args, sizeof(args) - 1);
	receives(SERVER, 53, HOSTS, 5000);
	now += 400000000;
	sends(CLIENT, 4000, HOSTS, 9053);
	now += 1100000000;
	receives(SERVER, 53, HOSTS, 5001);
	assert_int_equal(match(), 0);
}

static void take_told(void *context, const struct eu_head *record)
{
	eu_peers_apply(context, record);
}

static void a_proxy_is_told_whole_to_who_begins_later(void **state)
{
	static const char args[] = PROXY("udp");
	struct eu_event_udp sent = a_datagram(CLIENT, 4000, true, PUBLISHED, 9053);
	struct eu_event_udp received = a_datagram(SERVER, 53, false, STRANGERS, 5000);
	struct eu_peers *later;

	begin_proxy(args, sizeof(args) - 1);
	assert_int_equal(eu_peers_new(&later, world, NULL), 0);
	eu_peers_tell(peers, 3, take_told, later);
	assert_true(eu_peers_forwards(later, &sent, &received));
	eu_peers_free(later);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_translated_address_is_its_servers, begin, end),
		cmocka_unit_test_setup_teardown(the_receiver_may_be_told_first, begin, end),
		cmocka_unit_test_setup_teardown(what_was_sent_long_ago_is_not_meant, begin, end),
		cmocka_unit_test_setup_teardown(
			who_sent_to_the_server_itself_explains_what_it_received, begin, end),
		cmocka_unit_test_setup_teardown(who_sent_is_known_and_its_peer_is_not, begin, end),
		cmocka_unit_test_setup_teardown(
			who_is_known_to_have_sent_to_the_server_itself_explains_it, begin, end),
		cmocka_unit_test_setup_teardown(
			which_of_two_peers_a_socket_was_answered_by_is_not_known, begin, end),
		cmocka_unit_test_setup_teardown(nobody_is_a_multicast_address, begin, end),
		cmocka_unit_test_setup_teardown(of_two_peers_the_host_may_have_been_translated,
						begin, end),
		cmocka_unit_test_setup_teardown(another_port_is_another_socket, begin, end),
		cmocka_unit_test_setup_teardown(a_stranger_is_nobody_even_from_the_same_port, begin,
						end),
		cmocka_unit_test_setup_teardown(a_masqueraded_sender_is_known_by_its_port, begin,
						end),
		cmocka_unit_test_setup_teardown(a_proxy_stands_for_the_server, begin, end),
		cmocka_unit_test_setup_teardown(
			a_proxy_that_is_known_by_its_process_stands_for_the_server_too, begin, end),
		cmocka_unit_test_setup_teardown(a_proxy_of_tcp_passes_no_datagrams, begin, end),
		cmocka_unit_test_setup_teardown(the_world_is_not_behind_a_proxy, begin, end),
		cmocka_unit_test_setup_teardown(the_nearest_is_meant_however_long_others_wait, begin,
						end),
		cmocka_unit_test_setup_teardown(
			nothing_is_received_long_before_or_after_it_was_sent, begin, end),
		cmocka_unit_test_setup_teardown(a_proxy_is_told_whole_to_who_begins_later, begin,
						end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-2.0-or-later OR BSD-2-Clause */
/* A socket for datagrams gets its port, by bind(2) or with the first that it sends: before that has
 * arrived anywhere. Who has it may be at the other end of one who is watched. */
#include "../ports.h"

SEC("?fexit/udp_lib_get_port")
EU_SERVES("connect udp close")
int BPF_PROG(port_taken, const struct sock *typed, unsigned short asked, unsigned int hash,
	     int failed)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	const struct sock *sk;
	eu_ref ref;

	if (failed)
		return 0;
	ref = eu_identify(eu_cpu());
	/* a plain number to the verifier: it passes no typed pointer to a function of ours */
	bpf_probe_read_kernel(&sk, sizeof(sk), ctx);
	if (eu_is_worth_knowing(ref, pid))
		eu_hold_port((__u64)sk, ref, pid, BPF_ANY);
	return 0;
}

# SPDX-License-Identifier: Apache-2.0
# What every cell of the matrix runs; behaviours.py says what must be seen of it.

. /guest/lib.sh

second=runc
[ "$(cat /guest/hierarchy)" = v2 ] && second=crun

# the name a runtime under Docker would take
id=$(printf '%064d' 7)

containers() {
	joined web client
	bundle web /run/netns/web "" /bin/workload serve 198.51.100.1 80 2
	bundle client /run/netns/client "" /bin/workload all 198.51.100.1 80
	bundle short "" "" /bin/true
	bundle hog "" 16777216 /bin/workload hog
	bundle busy1 "" "" /bin/workload busy 200000
	bundle busy2 "" "" /bin/workload busy 200000
	CGROUP=/docker/$id
	bundle "$id" "" "" /bin/workload exit 5
	CGROUP=
}

act() {
	start web contain runc web
	listening web 80
	runc exec web /bin/cat /etc/motd
	contain $second client
	contain runc short
	contain runc "$id"
	limits_memory && contain runc hog
	runc kill web KILL 2>/dev/null
	wait "$(cat /run/web.pid)"
}

# Two containers share a CPU: a program that is preempted must not swallow the other's calls.
crowd() {
	start busy1 contain runc busy1
	contain runc busy2
	wait "$(cat /run/busy1.pid)"
}

# watched WHAT NAME ARGUMENTS...: does WHAT under one run of eunomia.
watched() {
	what=$1 name=$2
	shift 2
	start "$name" eunomia "$@" >"/out/$name.out" 2>"/out/$name.err"
	attached "$(cat "/run/$name.pid")"
	$what
	stop "$name"
}

counted() {
	act
	crowd
}

# The wall clock is set an hour ahead, and back, while it is recorded.
stepped() {
	contain runc short
	date +%s >/out/steps
	date -s "@$(($(date +%s) + 3600))" >/dev/null
	date +%s >>/out/steps
	contain runc "$id"
	date -s "@$(($(date +%s) - 3600))" >/dev/null
}

containers
watched act trace trace -o json --output /out/trace.json --event '*'
watched counted report report -d /out/report
watched stepped record record --full -o /out/kept.eunomia
eunomia replay /out/kept.eunomia -o json >/out/replay.json 2>/out/replay.err

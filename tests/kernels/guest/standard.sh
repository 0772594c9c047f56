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

# watched NAME ARGUMENTS...: does everything under one run of eunomia.
watched() {
	name=$1
	shift
	start "$name" eunomia "$@" >"/out/$name.out" 2>"/out/$name.err"
	attached "$(cat "/run/$name.pid")"
	act
	stop "$name"
}

containers
watched trace trace -o json --output /out/trace.json --event '*'
watched report report -d /out/report

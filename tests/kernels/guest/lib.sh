# SPDX-License-Identifier: Apache-2.0
# For scripts in a guest: make containers, know when a tracer is ready.

# iproute2, not the applet, which busybox's shell would prefer
ip() {
	/bin/ip "$@"
}

# bundle NAME NETNS MEMORY COMMAND...: an OCI bundle in /run/NAME, its root an overlay of /rootfs.
# NETNS is a path, or "" for a network namespace of its own; MEMORY is in bytes, or "".
bundle() {
	name=$1 netns=$2 memory=$3
	shift 3
	dir=/run/$name
	mkdir -p "$dir/upper" "$dir/work" "$dir/rootfs"
	mount -t overlay overlay -o "lowerdir=/rootfs,upperdir=$dir/upper,workdir=$dir/work" \
		"$dir/rootfs"
	args=
	for arg; do
		args="$args${args:+, }\"$arg\""
	done
	path=${netns:+, \"path\": \"$netns\"}
	limit=${memory:+\"memory\": { \"limit\": $memory \}}
	cgroup=${CGROUP:+\"cgroupsPath\": \"$CGROUP\",}
	cat >"$dir/config.json" <<EOF
{
  "ociVersion": "1.0.2",
  "hostname": "$name",
  "process": {
    "terminal": false, "user": { "uid": 0, "gid": 0 }, "cwd": "/",
    "args": [ $args ], "env": [ "PATH=/bin" ], "noNewPrivileges": true,
    "capabilities": {
      "bounding": [ "CAP_KILL", "CAP_NET_BIND_SERVICE", "CAP_SETUID" ],
      "effective": [ "CAP_KILL", "CAP_NET_BIND_SERVICE", "CAP_SETUID" ],
      "permitted": [ "CAP_KILL", "CAP_NET_BIND_SERVICE", "CAP_SETUID" ]
    }
  },
  "root": { "path": "rootfs" },
  "mounts": [
    { "destination": "/proc", "type": "proc", "source": "proc" },
    { "destination": "/dev", "type": "tmpfs", "source": "tmpfs" },
    { "destination": "/tmp", "type": "tmpfs", "source": "tmpfs" }
  ],
  "annotations": { "org.example.purpose": "$name" },
  "linux": {
    $cgroup
    "resources": { $limit },
    "namespaces": [
      { "type": "pid" }, { "type": "mount" }, { "type": "ipc" }, { "type": "uts" },
      { "type": "network"$path }
    ]
  }
}
EOF
}

# contain RUNTIME NAME: runs a bundle to its end.
contain() {
	"$1" run --bundle "/run/$2" "$2" </dev/null
	echo "container $2 ended with $?"
}

# start NAME COMMAND...: in the background; its process id goes to /run/NAME.pid.
start() {
	pidfile=/run/$1.pid
	shift
	"$@" &
	echo $! >"$pidfile"
}

alive() {
	grep -q '^State:.[^ZX]' "/proc/$1/status" 2>/dev/null
}

# attached PID: waits until a process holds BPF links and has not added one for half a second.
attached() {
	before=-1 quiet=0 turns=0
	while [ $quiet -lt 5 ] && [ $turns -lt 300 ] && alive "$1"; do
		now=$(ls -l "/proc/$1/fd" 2>/dev/null | grep -cE 'bpf.link|raw-tracepoint|perf_event')
		if [ "$now" = "$before" ] && [ "$now" -gt 0 ]; then
			quiet=$((quiet + 1))
		else
			quiet=0
		fi
		before=$now
		turns=$((turns + 1))
		sleep 0.1
	done
}

# stop NAME: SIGINT, then its exit code.
stop() {
	pid=$(cat "/run/$1.pid")
	kill -INT "$pid" 2>/dev/null
	wait "$pid"
	code=$?
	echo "$code" >"/out/$1.exit"
	return $code
}

# listening NETNS PORT: waits until a socket of that namespace listens on the TCP port.
listening() {
	row=$(printf ':%04X 00000000:0000 0A' "$2")
	turns=0
	until ip netns exec "$1" /bin/busybox grep -q "$row" /proc/net/tcp || [ $turns -gt 300 ]; do
		turns=$((turns + 1))
		sleep 0.1
	done
}

# limits_memory: the hierarchy has a memory controller (v1 has lost it on newer kernels).
limits_memory() {
	[ "$(cat /guest/hierarchy)" = v2 ] || [ -d /sys/fs/cgroup/memory ]
}

# joined A B: two network namespaces joined by a veth pair, 198.51.100.1 and .2.
joined() {
	ip netns add "$1"
	ip netns add "$2"
	ip link add "e$1" netns "$1" type veth peer name "e$2" netns "$2"
	ip -n "$1" addr add 198.51.100.1/24 dev "e$1"
	ip -n "$2" addr add 198.51.100.2/24 dev "e$2"
	for ns in "$1" "$2"; do
		ip -n "$ns" link set lo up
		ip -n "$ns" link set "e$ns" up
	done
}

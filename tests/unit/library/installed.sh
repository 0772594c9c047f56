#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Installs the library below a directory of its own, and links a program with it, shared and
# static, by what pkg-config says alone.
#
#	installed.sh BUILD PROGRAM.c PREFIX COMPILER...
set -euo pipefail

build=$1 program=$2 prefix=$3
compiler=("${@:4}")
recording=$(dirname "$program")/../../golden/recording.eunomia

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
meson install -C "$build" --no-rebuild --quiet --tags devel,runtime --destdir "$root" >"$root/log" ||
	{ cat "$root/log"; exit 1; }
libraries=$(dirname "$(find "$root" -name libeunomia.a)")

says()
{
	PKG_CONFIG_PATH=$libraries/pkgconfig \
		pkg-config --define-variable=prefix="$root$prefix" "$@" --cflags --libs eunomia
}

# link NAME FLAGS: an own program of that name, whose report has something in it.
link()
{
	# shellcheck disable=SC2086 # words
	"${compiler[@]}" "$program" -o "$root/$1" $2
	LD_LIBRARY_PATH=$libraries "$root/$1" "$recording" >"$root/$1.csv"
	grep -q ',"syscall",' "$root/$1.csv"
}

link shared "$(says)"
link static "$(says --static | sed s/-leunomia/-l:libeunomia.a/)"

needs() { objdump -p "$root/$1" | grep NEEDED; }

needs shared | grep -q libeunomia
! needs static | grep libeunomia
cmp "$root/shared.csv" "$root/static.csv"

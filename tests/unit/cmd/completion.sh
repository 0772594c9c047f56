#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The completion for bash, asked as bash asks it: completion.sh SCRIPT
set -u
. "$1"

failures=0

# complete_words WORD...: the last one is where the cursor stands; the answer is in $answer.
complete_words()
{
	COMP_WORDS=(eunomia "$@")
	COMP_CWORD=$#
	COMPREPLY=()
	_eunomia
	answer="${COMPREPLY[*]}"
}

expect()
{
	[[ $answer == $1 ]] && return
	printf 'expected: %s\n     got: %s\n' "$1" "$answer" >&2
	failures=1
}

# What the completion asks for names, and what a hostile container would be called.
eunomia()
{
	case "$*" in
	"ls --names") printf '%s\n' web 'we$(touch /tmp/eunomia-was-here)' db ;;
	"list events --names") printf '%s\n' open openat exec ;;
	esac
}
compopt() { :; }

complete_words tr; expect trace
complete_words trace --ev; expect --event
complete_words trace --event ope; expect 'open openat'
complete_words trace --event exec,opena; expect 'exec,openat'
complete_words trace -o ''; expect 'table json csv'
complete_words trace --output-format = j; expect 'json'
complete_words trace --container d; expect db
complete_words trace --container we; expect 'web we\\$\\(touch*'
[[ ! -e /tmp/eunomia-was-here ]] || failures=1
complete_words config --unset mem; expect memory
complete_words list ev; expect events
complete_words config --set color = al; expect always
complete_words config --set durations = t; expect true
complete_words he; expect help
complete_words help rec; expect record
complete_words --help rep; expect 'report replay'
complete_words trace -- l; expect ''
exit "$failures"

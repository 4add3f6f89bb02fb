#!/bin/sh
# What bash offers for a command line begun, from the program's own --help.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null
cd "$tmp" || exit 1
: >report.txt

if ! command -v bash >/dev/null; then
	echo "no bash here" >&2
	exit 77
fi

# offers LINE: what is offered for its last word, on one line
offers()
{
	PATH=$GOUJI_BUILDDIR:$PATH bash --norc -c '
		compopt() { :; }
		. "$1"
		read -ra COMP_WORDS <<<"$2"
		[ "${2% }" = "$2" ] || COMP_WORDS+=("")
		COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
		_gouji
		printf "%s " "${COMPREPLY[@]}"' bash "$GOUJI_SRCDIR/data/completions/gouji" "$1"
}
# offered LINE WORDS
offered()
{
	last="offers for '$1'"
	offers "$1" >"$tmp/out" 2>"$tmp/err"
	no_err
	check "$1: $(cat "$tmp/out")" test "$(cat "$tmp/out")" = "$2"
}

offered 'gouji ch' 'check '
offered 'gouji rep' 'report.txt '
offered 'gouji check rep' 'report.txt '
offered 'gouji check --fo' '--format= '
offered 'gouji check --format=' '--format=text --format=json --format=jsonl --format=sarif '
offered 'gouji tables --format=c' '--format=csv '
offered 'gouji check --fail-on=e' '--fail-on=error '
offered 'gouji --color=n' '--color=never '
offered 'gouji tables --fail' ' '
offered 'gouji rules requests.b' 'requests.balance '
offered 'gouji forms 20' '2019 2021 '
finish

# What the tests of the command line share: sourced, not run.
#
# A test is a list of `expect` lines. Standard output and error of the last one are in $tmp/out and
# $tmp/err; a failed expectation is told with the command and counted, and `finish` makes it the status.
# shellcheck shell=sh disable=SC2034

: "${GOUJI_SRCDIR:?}" "${GOUJI_BUILDDIR:?}"
gouji=$GOUJI_BUILDDIR/gouji
samples=$GOUJI_SRCDIR/data/samples
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
failed=0
tests=0

complain()
{
	echo "FAIL: $*" >&2
	sed 's/^/  stdout: /' "$tmp/out" | head -n 5 >&2
	sed 's/^/  stderr: /' "$tmp/err" | head -n 5 >&2
	failed=$((failed + 1))
}

# expect STATUS ARGUMENT...: run the program; standard input is what the caller gives, else empty.
expect()
{
	wanted=$1
	shift
	last="gouji $*"
	tests=$((tests + 1))
	if [ -t 0 ]; then
		"$gouji" "$@" </dev/null >"$tmp/out" 2>"$tmp/err"
	else
		"$gouji" "$@" >"$tmp/out" 2>"$tmp/err"
	fi
	got=$?
	[ "$got" -eq "$wanted" ] || complain "$last: status $got, wanted $wanted"
}

# out PATTERN, err PATTERN: a line of it matches the extended regular expression.
out()
{
	grep -qE -e "$1" "$tmp/out" || complain "$last: nothing like '$1' on standard output"
}
err()
{
	grep -qE -e "$1" "$tmp/err" || complain "$last: nothing like '$1' on standard error"
}
no_out()
{
	[ ! -s "$tmp/out" ] || complain "$last: standard output is not empty"
}
no_err()
{
	[ ! -s "$tmp/err" ] || complain "$last: standard error is not empty"
}

# check WHAT COMMAND...: the command must succeed.
check()
{
	what=$1
	shift
	tests=$((tests + 1))
	"$@" || complain "$what: $*"
}

finish()
{
	echo "$tests expectations, $failed failed"
	[ "$tests" -gt 0 ] && [ "$failed" -eq 0 ]
	exit
}

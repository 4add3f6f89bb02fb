#!/bin/sh
# The documents, tables and findings of the samples, byte for byte as in tests/golden/. `make update-golden` writes
# them anew; read the diff before it is committed.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null
golden=$GOUJI_SRCDIR/tests/golden
cd "$samples" || exit 1

# compare NAME ARGUMENT...: standard output against the golden file, whatever the status
compare()
{
	file=$1
	shift
	last="gouji $*"
	tests=$((tests + 1))
	"$gouji" "$@" >"$tmp/out" 2>"$tmp/err"
	[ ! -s "$tmp/err" ] || complain "$last: standard error is not empty"
	if [ -n "${GOUJI_UPDATE_GOLDEN:-}" ]; then
		cp "$tmp/out" "$golden/$file"
	elif ! cmp -s "$golden/$file" "$tmp/out"; then
		diff -u "$golden/$file" "$tmp/out" | head -n 20 >&2
		complain "$last: not as in tests/golden/$file"
	fi
}

for report in *.txt; do
	name=${report%.txt}
	compare "$name.tree" tables --format=tree "$report"
	compare "$name.tables.json" tables --format=json "$report"
	compare "$name.findings.jsonl" check --format=jsonl "$report"
	compare "$name.tables.txt" tables --lang=zh "$report"
	compare "$name.findings.txt" check --lang=zh "$report"
done
compare two.sarif check --format=sarif houjia-2020.txt shanghewan-2020.txt

# the same bytes at another time, in another place, with another locale
for report in *.txt; do
	cp "$report" "$tmp/"
	(cd "$tmp" && LC_ALL=C LANGUAGE='' TZ=Asia/Shanghai "$gouji" tables --format=json "$report") >"$tmp/out"
	check "same tables of $report" cmp -s "$golden/${report%.txt}.tables.json" "$tmp/out"
	(cd "$tmp" && LC_ALL=C LANGUAGE='' "$gouji" check --format=jsonl "$report") >"$tmp/out"
	check "same findings of $report" cmp -s "$golden/${report%.txt}.findings.jsonl" "$tmp/out"
done
finish

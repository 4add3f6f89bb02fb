#!/bin/sh
# Bad input gets a clear message and exit 2, and stays as it was.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null

xidian=$samples/xidian-2020.txt
mkdir "$tmp/empty" "$tmp/notes"
: >"$tmp/empty.txt"
printf 'a\0b\n' >"$tmp/binary.txt"
printf '\377\376\375\n' >"$tmp/undecodable.txt"
printf 'A letter about something else.\n' >"$tmp/letter.txt"
printf '%%PDF-1.4\n' >"$tmp/report.pdf"
printf 'x\n' >"$tmp/notes/readme"
cp "$xidian" "$tmp/report.txt"
printf 'format: gouji-review/1\nreport: [\n' >"$tmp/report.txt.review.yaml"
(cd "$tmp" && cksum ./*.txt ./*.yaml ./*.pdf) >"$tmp/sums"

for file in no-such.txt empty.txt binary.txt undecodable.txt letter.txt report.pdf; do
	for command in check tables; do
		expect 2 $command "$tmp/$file"
		[ $command = check ] || no_out
		err "^gouji: .*/$file:"
	done
	expect 2 check --format=jsonl "$tmp/$file"
	out '^{"type": "trouble", "file": ".*/'"$file"'", "message": "..*"}$'
	check "one row" test "$(wc -l <"$tmp/out")" -eq 1
	expect 2 "do" "$tmp/$file" write
	expect 2 export "$tmp/$file"
	expect 2 verify "$tmp/$file"
done
expect 2 check "$tmp/no-such.txt"
err 'No such file'
expect 2 check "$tmp/empty.txt"
err 'empty'

for dir in empty notes; do
	expect 2 check "$tmp/$dir"
	err "^gouji: $tmp/$dir: no report in this folder"
done
expect 2 tables "$tmp/empty"
no_out
err 'directory'

# an invalid review is told by line and column, is never touched, and hides no finding
expect 2 check --format=jsonl "$tmp/report.txt"
err "^gouji: $tmp/report.txt.review.yaml:[0-9]+:"
out '^{"type": "trouble", "file": ".*report.txt.review.yaml", "message": "[0-9]+:[0-9]+: '
out '^{"type": "report", "file": ".*report.txt", '
expect 2 tables --format=csv "$tmp/report.txt"
err "^gouji: $tmp/report.txt.review.yaml:[0-9]+:"
out '^requests/new/person,given,39,39,'
expect 2 "do" "$tmp/report.txt" verdict accept
expect 2 export "$tmp/report.txt"
expect 2 verify "$tmp/report.txt"
(cd "$tmp" && cksum ./*.txt ./*.yaml ./*.pdf) >"$tmp/sums.after"
check "untouched" cmp -s "$tmp/sums" "$tmp/sums.after"

# trouble with one file is told after all the others were done
expect 2 check --format=jsonl "$tmp/no-such.txt" "$xidian"
check "both told" test "$(grep -cE '^{"type": "(trouble|report)"' "$tmp/out")" -eq 2

# a folder: its reports, by name; other files are passed over
mkdir "$tmp/many"
cp "$xidian" "$samples/sili-2020.txt" "$samples/xidian-2020.cells.tsv" "$tmp/many"
expect 1 check --format=jsonl --fail-on=note "$tmp/many"
no_err
check "in order" test "$(sed -n 's/^{"type": "report", "file": "\([^"]*\)".*/\1/p' "$tmp/out" |
	tr '\n' ' ')" = "$tmp/many/sili-2020.txt $tmp/many/xidian-2020.txt "

# a file called like a command, or like an option
cp "$xidian" "$tmp/check"
cp "$xidian" "$tmp/--help"
cd "$tmp" || exit 1
expect 0 tables --format=source -- --help
check "bytes as they are" cmp -s "$tmp/out" "$xidian"
expect 2 -- check
err 'terminal'
expect 2 review check
err 'terminal'
finish

#!/bin/sh
# Exit statuses as grep and diff have them, standard input, and results that cannot get out.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"

xidian=$samples/xidian-2020.txt
# one number changed: an identity breaks
sed 's/^(七) 总计		35	/(七) 总计		36	/' "$xidian" >"$tmp/broken.txt"
check "the copy differs" test "$(cmp -s "$xidian" "$tmp/broken.txt"; echo $?)" -eq 1

exec </dev/null
expect 0 check --fail-on=error "$xidian"
expect 1 check --fail-on=error "$tmp/broken.txt"
expect 1 check "$tmp/broken.txt"
out "^$tmp/broken.txt:[0-9]+: error: .* \[requests\.balance\]$"
out "^$tmp/broken.txt: [0-9]+ errors?, [0-9]+ warnings?, [0-9]+ notes?; [0-9]+ checked, [0-9]+ not checked$"
expect 1 check --fail-on=error "$xidian" "$tmp/broken.txt"
out '^2 reports: '
expect 2 check --fail-on=error "$tmp/none.txt" "$tmp/broken.txt"
expect 0 tables "$tmp/broken.txt"
expect 0 rules
expect 0 forms

# standard input
expect 0 check --fail-on=error --format=jsonl - <"$xidian"
out '^{"type": "report", "file": "-", "year": 2020,'
expect 0 tables --format=json - <"$xidian"
out '^  "file": "-",$'
expect 1 check --fail-on=error - <"$tmp/broken.txt"
out '^-:[0-9]+: error: '
expect 2 check - </dev/null
err 'empty'

# results to a file: whole, or not at all
exec </dev/null
expect 0 tables --format=csv -o "$tmp/cells.csv" "$xidian"
no_out
no_err
check "written" test "$(wc -l <"$tmp/cells.csv")" -eq 199
expect 2 tables --format=csv -o "$tmp/cells.csv" "$tmp/none.txt"
check "left alone" test "$(wc -l <"$tmp/cells.csv")" -eq 199
cp "$xidian" "$tmp/copy.txt"
expect 2 tables -o "$tmp/copy.txt" "$tmp/copy.txt"
err 'cannot replace the report'
check "left alone" cmp -s "$xidian" "$tmp/copy.txt"
expect 2 tables -o "$tmp/no/such/folder" "$xidian"
err 'no/such/folder'

# a full disk, a reader gone
if [ -w /dev/full ]; then
	for command in check tables; do
		"$gouji" $command "$xidian" >/dev/full 2>"$tmp/err"
		check "$command on a full disk" test $? -eq 2
		err '^gouji: cannot write to standard output: No space left'
	done
fi
{
	"$gouji" tables --format=json "$xidian" 2>"$tmp/err"
	echo $? >"$tmp/status"
} | true
for _ in 1 2 3 4 5 6 7 8 9 10; do
	[ -s "$tmp/status" ] && break
	sleep 0.1
done
case $(cat "$tmp/status") in
0) ;; # the reader was still there
2) err '^gouji: cannot write to standard output: Broken pipe' ;;
*) check "a reader gone" false ;;
esac

# no terminal, no desk
expect 2 "$xidian"
no_out
err 'needs a terminal'
expect 2 review "$xidian"
err 'needs a terminal'

# colour
expect 1 check --color=always --fail-on=error "$tmp/broken.txt"
out "$(printf '\033')\\["
expect 1 check --color=auto --fail-on=error "$tmp/broken.txt"
check "no colour in a file" test "$(grep -c "$(printf '\033')" "$tmp/out")" -eq 0
NO_COLOR=1
export NO_COLOR
expect 1 check --fail-on=error "$tmp/broken.txt"
check "no colour" test "$(grep -c "$(printf '\033')" "$tmp/out")" -eq 0

# language
expect 1 --lang=zh check --fail-on=error "$tmp/broken.txt"
out '错误'
finish

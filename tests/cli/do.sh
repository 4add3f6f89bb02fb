#!/bin/sh
# Desk commands without a terminal: all or none, told, saved.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null

report=$tmp/报告.txt
sidecar=$report.review.yaml
sed 's/\(予以公开	\)20/\121/' "$samples/xidian-2020.txt" >"$report"
cmp -s "$report" "$samples/xidian-2020.txt" && complain "no number was changed"
before=$(cksum "$report")

# bad usage
expect 2 do
err 'name a report'
expect 2 do "$report"
err 'say what to do'
expect 2 do "$tmp/none.txt" overview
err 'none.txt: .*No such file'
expect 2 do "$report" frobnicate
err 'command 1: there is no command .frobnicate.'
expect 2 do "$report" --script="$tmp/none"
no_out
expect 2 do --script="$tmp/none" "$report"
err 'none: '
expect 2 do "$report" "$(printf 'verdict return \377')"
err 'not valid UTF-8'

# one fails: nothing is written
expect 2 do "$report" 'verdict return' 'correct requests/new/person -1'
err 'command 2: a count cannot be negative'
no_out
expect 2 do "$report" 'decide 1 confirmed' up
err 'command 2: up: this command is for the desk on the screen'
check "no sidecar yet" test ! -e "$sidecar"

# asking changes nothing
expect 0 do "$report" overview 'why requests/outcome.granted/person' 'next error' rule help
out '西店镇'
out '“21”'
out 'requests\.'
no_err
check "still no sidecar" test ! -e "$sidecar"

# done, told, saved
expect 0 do --reviewer=李敏 "$report" 'decide 1 conf 请更正' \
	'correct requests/outcome.granted/person ２０ 抄录有误' 'annotate requests/new/person 与正文一致' \
	'search 办结35件' 'select match' 'annotate . 口径' 'verdict return 改正后重报'
out ': confirmed'
out ': 21 → 20; 2 findings settled, 0 new'
out 'verdict: return'
out 'saved: 报告.txt.review.yaml'
no_err
check "the sidecar" grep -q '李敏' "$sidecar"
check "the words selected" grep -q '办结35件' "$sidecar"
check "the report is as it was" test "$before" = "$(cksum "$report")"
expect 0 check --fail-on=error --corrected "$report"
expect 1 check --fail-on=error "$report"

# undo goes on where it was
printf 'undo\nundo\r\n# 撤销\n\nuncorrect requests/outcome.granted/person\n' >"$tmp/script"
expect 0 do --script="$tmp/script" "$report"
out 'undone: verdict: return'
out ': 20 → 21; 0 findings settled, 2 new'
printf 'undo\nnonsense\n' >"$tmp/script"
expect 2 do --script="$tmp/script" "$report"
err 'script:2: there is no command'
printf 'quit!\n' | expect 0 do --script=- "$report"
expect 0 do "$report" 'verdict query' 'quit!'
expect 0 do "$report" overview
out 'verdict +not yet'

# exports are written with the rest, or not at all
expect 2 do "$report" "export markdown $tmp/a.md" nonsense
check "no export" test ! -e "$tmp/a.md"
expect 0 do "$report" "export mark $tmp/a.md" 'verdict accept 可' "export yaml $tmp/a b.yaml"
check "first export" grep -q '西店镇' "$tmp/a.md"
check "second export" grep -q 'accept' "$tmp/a b.yaml"
expect 2 do "$report" "export yaml $report"
err 'would be overwritten'
expect 2 do "$report" "export yaml $sidecar"
err 'would be overwritten'
expect 2 do "$report" "export word $tmp/a.doc"
err 'no format .word.; there are: markdown, html, yaml, csv, tsv, json'
check "the report is as it was" test "$before" = "$(cksum "$report")"

# a sidecar with a mistake is never overwritten
printf 'format: "gouji-review/1"\nverdict: [\n' >"$sidecar"
expect 2 do "$report" 'verdict accept'
err 'review.yaml:[0-9]+:'
check "the mistake is kept" grep -q 'verdict: \[' "$sidecar"

expect 0 do --list
out '^correct CELL VALUE \[REASON\]'
# the structure is mended, told, and taken back
mended=$tmp/修整.txt
# with an empty cell besides, or the count of all numbers would tell whose row it is
sed -e '/^一、本年新收/s/0\t39\t$/\t39\t/' -e 's/二、上年转结政府信息公开申请数量/此处字迹不清/' \
	"$samples/xidian-2020.txt" >"$mended"
expect 0 tables --format=csv "$mended"
out '^requests/carried_over/person,missing,,,'
expect 2 do "$mended" 'label 64 requests/carried_over' 'label 64 requests/none'
err 'command 2: no form has a row'
check "nothing was mended" test ! -e "$mended.review.yaml"
expect 0 do "$mended" label 64 requests/carried_over
out 'mend s1: .* read as Carried over; 7 cells changed; '
expect 0 do "$mended" 'goto requests/new/person' 'shift . right' 'join 65' 'unmend s3' 'split 66:1' undo
out 'mend s2: New moved right by 1; 7 cells changed; '
out 'mend s3 taken back: '
out 'undone: mend s4: '
expect 0 tables --format=json "$mended"
out '"requests/carried_over/person", "state": "given", "text": "3", "value": 3,.*"how": "mended"'
out '"requests/new/company", "state": "given", "text": "39", .*"how": "mended"'
expect 0 do "$mended" 'unmend s2' 'region requests 58-92'
expect 0 check --fail-on=error "$mended"
check "the mends" test "$(grep -c '^    mend: ' "$mended.review.yaml")" = 2

finish

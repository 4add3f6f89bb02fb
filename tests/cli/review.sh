#!/bin/sh
# A review without a terminal: done, saved, told with the findings, exported, proved again.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null
cd "$tmp" || exit 1
export SOURCE_DATE_EPOCH=1612137600 GOUJI_REVIEWER=李敏
sed 's/予以公开	20	/予以公开	21	/' "$samples/xidian-2020.txt" >report.txt
sums=$(cksum <report.txt)
cell=requests/outcome.granted/person

# all or none
expect 2 "do" report.txt "correct $cell 20" 'verdict perhaps'
check "nothing was written" test ! -e report.txt.review.yaml
expect 2 "do" report.txt
err 'say what to do'
expect 2 "do"
err 'name a report'
expect 0 "do" --list
out '^correct CELL VALUE \[REASON\]$'

expect 1 check report.txt
id=$("$gouji" check --format=jsonl report.txt |
	sed -n 's/.*"id": "\([0-9a-f]*\)", "rule": "requests.row-total".*/\1/p')
check "an id" test -n "$id"
expect 0 "do" report.txt "decide $id confirmed 见第65行" "annotate $cell 应为20"
no_err
expect 0 "do" --reviewer='Li Min' report.txt verdict return 请更正第65行
cp report.txt.review.yaml first.yaml
printf '# a script\ncorrect %s 20 slip\n\n' "$cell" >script
expect 0 "do" --script=script report.txt
check "the report stays" test "$(cksum <report.txt)" = "$sums"

# told with the findings, which are the printed report's; corrections lie over them
expect 1 check --format=jsonl report.txt
out "\"id\": \"$id\".*\"decision\": \"confirmed\"}"
expect 0 check --corrected report.txt
expect 0 tables --format=json report.txt
out "\"cell\": \"$cell\", \"state\": \"given\", \"text\": \"21\", \"value\": 21, .*\"corrected\": \{\"value\": 20, \"by\": \"李敏\", \"at\": \"2021-02-01T00:00:00Z\"\}"
expect 0 tables report.txt
out '21=>20'

# the same acts at the same time give the same bytes
cp report.txt again.txt
expect 0 "do" again.txt "decide $id confirmed 见第65行" "annotate $cell 应为20"
expect 0 "do" --reviewer='Li Min' again.txt 'verdict return 请更正第65行'
sed 's/again\.txt/report.txt/' again.txt.review.yaml >again.yaml
check "same bytes" cmp -s first.yaml again.yaml

# proved
expect 0 verify report.txt
out '^report.txt.review.yaml: [1-9][0-9]* hold, 0 do not$'
expect 0 verify report.txt.review.yaml
for format in $("$gouji" export --help | sed -n 's/.*--format=FORMAT .*: //p' | tr '|' ' '); do
	expect 0 export --format="$format" -o "verdict.$format" report.txt
	check "a verdict in $format" grep -q '请更正第65行' "verdict.$format"
	"$gouji" export --format="$format" report.txt >second
	check "same bytes" cmp -s "verdict.$format" second
done
expect 0 verify verdict.yaml
out '^verdict.yaml: [1-9][0-9]* hold, 0 do not$'
mkdir elsewhere
cp verdict.yaml elsewhere
expect 2 verify elsewhere/verdict.yaml
err 'elsewhere/report.txt'
expect 0 verify --report=report.txt elsewhere/verdict.yaml

# what no longer holds is told; the order of arguments is kept, trouble with one stops no other
sed 's/from: "21"/from: "22"/' report.txt.review.yaml >edited.yaml
cp report.txt edited.txt
mv edited.yaml edited.txt.review.yaml
expect 1 verify edited.txt
out "correction of $cell: from \"22\", where the report has \"21\""
sed 's/value: 39/value: 38/' verdict.yaml >wrong.yaml
expect 1 verify wrong.yaml
out 'requests/new/person is given now, "39"'
sed 's/予以公开	21	/予以公开	23	/' report.txt >changed.txt
cp report.txt.review.yaml changed.txt.review.yaml
expect 1 verify changed.txt
out 'the report is not the one that was reviewed'
out "correction of $cell: from \"21\", where the report has \"23\""
out "finding $id: saw \"21\" in $cell, where the report has \"23\""
expect 2 verify wrong.yaml none.txt
out '^wrong.yaml: '
expect 2 verify "$samples/xidian-2020.txt"
err 'there is no review of it'
printf 'format: "gouji-verdict/2"\n' >other.yaml
expect 2 verify other.yaml
err '^gouji: other.yaml:1:9: not the format gouji-verdict/1'

# a mend of the structure tells how the layout is read: for tables, findings, exports and proofs alike
cp "$samples/xidian-2020.txt" mended.txt
cat >mended.txt.review.yaml <<'END'
format: gouji-review/1
structure:
  - mend: shift
    row: requests/new
    columns: 1
END
expect 0 tables --format=csv mended.txt
out '^requests/new/person,missing,,,'
out '^requests/new/company,given,39,39,'
expect 1 check --format=jsonl mended.txt
out '"type": "not-checked".*"requests/new/person"'
expect 0 verify mended.txt
expect 0 export --format=yaml -o mended.yaml mended.txt
mv mended.txt.review.yaml mended.kept
expect 0 verify mended.yaml
mv mended.kept mended.txt.review.yaml
sed -i 's/shift/join/; s/row: .*/target: {exact: 没有这些字}/; /columns/d' mended.txt.review.yaml
expect 0 check --fail-on=error mended.txt
err '^gouji: mended.txt.review.yaml: 1 mend of its tables has no place'
expect 1 verify mended.txt
out 'its place is not in the report$'
finish

#!/bin/sh
# Reports beside a report, in every subcommand that checks: found, remembered, proved; and the sums of
# those below.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null
cd "$tmp" || exit 1
SOURCE_DATE_EPOCH=1611216000
export SOURCE_DATE_EPOCH

# A report of last year's that this one goes on from, but for what it carried forward: 7, and 3 were taken over.
cp "$samples/xidian-2020.txt" r-2020.txt
sed 's/2020/2019/g; /^表\|年项目/d' "$samples/xidian-2020.txt" >r-2019.txt
chain=$("$gouji" check --format=jsonl r-2020.txt | sed -n 's/.*"id": "\([0-9a-f]*\)", "rule": "across.carried-over".*/\1/p' | head -n 1)
check "the chain is found" test -n "$chain"
expect 0 "do" --reviewer=李敏 r-2020.txt "decide $chain confirmed" 'verdict return'
check "the sidecar remembers" sh -c "grep -A2 'relation: \"previous\"' r-2020.txt.review.yaml | grep -q 'file: \"r-2019.txt\"'"
expect 0 verify r-2020.txt
expect 0 export --format=yaml -o v.yaml r-2020.txt
check "the verdict has both sides" grep -q 'quoted:' v.yaml
expect 0 verify v.yaml
expect 0 export -o v.md r-2020.txt
check "and quotes the other report" grep -q 'r-2019.txt' v.md

sed 's/2020/2019/g' "$samples/houjia-2020.txt" >h-2019.txt
# The other report changes: the review no longer holds.
cp r-2019.txt kept-2019.txt
sed -i '1s/^/./' r-2019.txt
expect 1 verify r-2020.txt
out 'r-2019.txt is not what the report was checked against'
expect 1 verify v.yaml
expect 1 check r-2020.txt
err 'r-2019.txt: this report has changed since the review'
expect 1 check r-2020.txt
out '^r-2020.txt:64: error: .* \(r-2019.txt:[0-9]+\).* \[across.carried-over\]$'
expect 0 check --format=jsonl --previous="$tmp/h-2019.txt" r-2020.txt
err 'h-2019.txt: this report is of another agency'
out '"not-checked".*"rule": "across.carried-over".*of another agency, .*: .*h-2019.txt'
expect 0 check --format=jsonl --previous=r-2020.txt r-2020.txt
err 'r-2020.txt: this report is of 2020, not of 2019'
out '"not-checked".*"rule": "across.items".*is of 2020: r-2020.txt'
expect 1 check --format=sarif r-2020.txt
out '"uri": "r-2019.txt"'
# What it says against the report is another number: the decision is stale.
sed '/^四、转结下年度/s/7/5/g' kept-2019.txt >r-2019.txt
expect 1 check --format=jsonl r-2020.txt
out "\"id\": \"$chain\".*\"decision\": \"confirmed\", \"stale\": true"
# It lies elsewhere now.
expect 0 verify --previous=kept-2019.txt r-2020.txt
# It is gone: that is told, and so is what was not checked.
rm r-2019.txt
expect 1 verify r-2020.txt
out 'r-2019.txt, which the report was checked against, is not there'
expect 0 check --format=jsonl r-2020.txt
out '"not-checked".*"rule": "across.carried-over".*cannot be read: r-2019.txt'
mv kept-2019.txt r-2019.txt
expect 0 verify r-2020.txt

# Found by the agency's name, in a folder named by the year, in a folder told.
mkdir 2019 2020 old
sed 's/2020/2019/g' "$samples/xidian-2020.txt" >2019/西店镇.txt
cp "$samples/xidian-2020.txt" 2020/西店镇.txt
expect 1 check --format=jsonl 2020/西店镇.txt
out '"across.carried-over"'
cp 2020/西店镇.txt new-2020.txt
cp 2019/西店镇.txt old/宁海西店镇2019年报.txt
expect 1 check --format=jsonl --previous=old new-2020.txt
out '"file": "old/宁海西店镇2019年报.txt"'
mkdir empty
expect 0 check --format=jsonl --previous=empty new-2020.txt
out '"not-checked".*"across.carried-over".*cannot be read: empty'
# Every report of a folder.
mkdir both
cp r-2020.txt "$samples/houjia-2020.txt" both/
sed 's/2020/2019/g' "$samples/houjia-2020.txt" >both/houjia-2019.txt
cp 2019/西店镇.txt both/r-2019.txt
expect 1 check --format=jsonl both
check "in a folder too" test "$(grep -c '"across.copied"' "$tmp/out")" -gt 3

# An older program keeps the key; a mistake in it is told by line and column.
sed 's/relation: "previous"/relation: "neighbour"/' r-2020.txt.review.yaml >bad.review.yaml
cp r-2020.txt bad
mv bad.review.yaml bad.review.yaml.tmp && mv bad.review.yaml.tmp bad.review.yaml
expect 2 verify bad.review.yaml
err 'bad.review.yaml:9:15: `relation` must be'

# Those below: xidian and another town, each once.
mkdir below
cp "$samples/xidian-2020.txt" below/a.txt
sed 's/西店/东店/g; s/2020年度\t/&/' "$samples/xidian-2020.txt" >below/b.txt
awk -F'\t' 'BEGIN { OFS = "\t" }
	{ for (i = 2; i <= NF; i++) if ($i ~ /^-?[0-9]+$/) $i *= 2; print }' "$samples/xidian-2020.txt" |
	sed 's/西店镇/宁海县/g' >sum-2020.txt
expect 1 check --format=jsonl --children=below sum-2020.txt
check "the sum holds" sh -c '! grep -q "\"finding\".*across.children" "$0"' "$tmp/out"
out '"checked": [12][0-9][0-9]'
# One of them is left out of a cell.
sed '/予以公开/s/	40	/	20	/' sum-2020.txt >less-2020.txt
expect 1 check --format=jsonl --children=below less-2020.txt
out '"across.children".*"declared": 20, "actual": 40.*difference 20'
# What the report says of its scope is told with it.
sed 's/总体情况$/&\n\n本报告汇总了各镇的数据，代表县政府。/' less-2020.txt >scope-2020.txt
expect 1 check --format=jsonl --children=below scope-2020.txt
out '"across.children".*20 here \(汇总了各镇'
# A copy of one does no harm, nor does last year's; one that is missing is named.
cp below/a.txt below/copy.txt
cp 2019/西店镇.txt below/a-2019.txt
expect 1 check --format=jsonl --children=below sum-2020.txt
check "a copy does no harm" sh -c '! grep -q across.children "$0"' "$tmp/out"
printf '# towns\n西店镇人民政府\n东店镇人民政府\n南店镇人民政府\n' >towns
expect 1 check --format=jsonl --children=below --expect=towns sum-2020.txt
out '"not-checked".*"across.children".*reports below that are missing \(1\): 南店镇人民政府'
sed '/予以公开/s/	20	/	19	/' below/a.txt >below/again.txt
expect 1 check --format=jsonl --children=below sum-2020.txt
out '"not-checked".*"across.children".*two reports of one agency'
rm below/again.txt below/a.txt below/copy.txt
expect 1 check --format=jsonl --children=below sum-2020.txt
out '"not-checked".*"across.children".*another year'
# The report itself names those it sums up.
cp "$samples/xidian-2020.txt" below/a.txt
rm below/a-2019.txt
sed 's/总体情况$/&\n\n本报告汇总了西店镇、东店镇和南店镇的数据。/' sum-2020.txt >lists-2020.txt
expect 1 check --format=jsonl --children=below lists-2020.txt
out '"not-checked".*"across.children".*reports below that are missing \(1\): 南店镇"'
sed 's/总体情况$/&\n\n本报告汇总了西店镇、东店镇的数据。/' sum-2020.txt >lists-2020.txt
expect 1 check --format=jsonl --children=below lists-2020.txt
check "all those it names are there" sh -c '! grep -q across.children "$0"' "$tmp/out"
# Of its own level alone.
sed 's/^一、总体情况.*/&\n\n本报告所列数据为县本级。/; s/总体情况$/&\n\n本报告所列数据为县本级。/' sum-2020.txt >own-2020.txt
expect 1 check --format=jsonl --children=below own-2020.txt
out '"not-checked".*"across.children".*own level alone'

# The children are remembered too.
expect 0 "do" --reviewer=李敏 --children=below less-2020.txt 'verdict return'
check "children in the sidecar" grep -q 'file: "below/b.txt"' less-2020.txt.review.yaml
expect 1 check --format=jsonl less-2020.txt
out '"across.children"'

# Rules of one's own in every subcommand.
printf 'format: gouji-rules/1\nchange:\n  - {id: across.copied, severity: warning}\n' >ours.yaml
expect 0 export --format=yaml --rules=ours.yaml r-2020.txt
check "export takes rules" sh -c 'grep -A1 "rule: \"across.copied\"" "$0" | grep -q warning' "$tmp/out"
expect 0 verify --rules=ours.yaml r-2020.txt
expect 0 "do" --rules=ours.yaml r-2020.txt 'next warning'
printf 'format: gouji-rules/1\nchange:\n  - {id: no.such}\n' >bad.yaml
for command in 'export r-2020.txt' 'verify r-2020.txt' 'do r-2020.txt next'; do
	# shellcheck disable=SC2086 # words
	set -- $command
	name=$1
	shift
	expect 2 "$name" --rules=bad.yaml "$@"
	err 'bad.yaml:3:10: '
done
mkdir -p config/gouji/rules
cp bad.yaml config/gouji/rules/
XDG_CONFIG_HOME=$tmp/config
export XDG_CONFIG_HOME
expect 2 export r-2020.txt
err 'rules/bad.yaml:3:10: '
finish

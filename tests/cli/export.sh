#!/bin/sh
# Verdicts of several reports in one file, and lists of them.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null
SOURCE_DATE_EPOCH=1612137600
GOUJI_REVIEWER=李敏
export SOURCE_DATE_EPOCH GOUJI_REVIEWER

dir=$tmp/reports
mkdir "$dir"
sed 's/\(予以公开	\)20/\121/; s/附：/电话：13812345678/' "$samples/xidian-2020.txt" >"$dir/a.txt"
cp "$samples/houjia-2020.txt" "$dir/b.txt"
printf 'x\000' >"$dir/c.txt"
expect 0 do "$dir/a.txt" 'decide 1 confirmed 确有“错误”' 'correct requests/outcome.granted/person 20' \
	'verdict return 请更正, 重报'
expect 0 do "$dir/b.txt" 'decide 1 acceptable' 'verdict accept'

# as lists: those that can be read are all there, and the trouble is told
expect 2 export --format=csv "$dir"
err 'c.txt: '
check "a heading and two lines" test "$(wc -l <"$tmp/out")" = 3
out '^file,agency,year,form,errors,.*,verdict,stale,summary,by,at,sha256$'
out '^a.txt,宁海县西店镇人民政府,2020,2019,2,0,[0-9]+,[0-9]+,1,0,0,0,1,return,,"请更正, 重报",李敏,2021-02-01T00:00:00Z,[0-9a-f]{64}$'
out '^b.txt,.*,accept,,,李敏,'
expect 0 export --format=tsv "$dir/a.txt"
out '	return		请更正, 重报	李敏	'
expect 0 export --format=json "$dir/a.txt" "$dir/b.txt"
out '^\{"format": "gouji-verdicts/1", "reports": \['
out '"decision": ?"return", ?"summary": ?"请更正, 重报"'
if command -v jq >/dev/null; then
	check "one object" test "$(jq '.reports | length' "$tmp/out")" = 2
fi
cp "$tmp/out" "$tmp/first"
expect 0 export --format=json "$dir/a.txt" "$dir/b.txt"
check "the same again" cmp -s "$tmp/first" "$tmp/out"

# a report that has changed: what was decided is open again, and the verdict stale
sed 's/\(予以公开	\)20/\122/' "$samples/xidian-2020.txt" >"$dir/a.txt"
expect 0 export --format=csv "$dir/a.txt"
out '^a.txt,[^,]*,2020,2019,2,0,0,2,0,0,0,0,1,return,yes,'
expect 0 export --format=json "$dir/a.txt"
out '"stale": ?true'

# as documents, one behind the other
expect 0 export --lang=en "$dir/a.txt" "$dir/b.txt"
check "two documents" test "$(grep -c '^# Review of ' "$tmp/out")" = 2
expect 0 export --format=html --lang=zh "$dir/a.txt" "$dir/b.txt"
check "two articles in one page" test "$(grep -c '<article lang="zh-CN">' "$tmp/out")" = 2
check "one page" test "$(grep -c '</html>' "$tmp/out")" = 1
check "light and dark" grep -q 'color-scheme: light dark' "$tmp/out"
check "nothing is loaded" sh -c '! grep -qE "(src|href)=|<script" "$1"' sh "$tmp/out"
out '<blockquote><p>请更正, 重报</p></blockquote>'
expect 2 export --format=yaml "$dir/a.txt" "$dir/b.txt"
no_out
err 'yaml holds one report, and there are 2'
expect 2 export "$tmp/none"
no_out
err 'none: .*No such file'

# a number that is somebody's is nowhere told
sed 's/\(予以公开	\)20/\121/; $a 联系电话：13812345678' "$samples/xidian-2020.txt" >"$dir/a.txt"
for format in markdown html yaml csv tsv json; do
	expect 0 export --format=$format "$dir/a.txt"
	check "masked in $format" sh -c '! grep -q 13812345678 "$1"' sh "$tmp/out"
done

# the desk's export is the same
expect 0 do "$dir/b.txt" "export html $tmp/b.html" "export csv $tmp/b.csv"
expect 0 export --format=html -o "$tmp/c.html" "$dir/b.txt"
# the ending says what is wanted, where nothing else does
expect 0 export -o "$tmp/d.html" "$dir/b.txt"
check "a page" cmp -s "$tmp/c.html" "$tmp/d.html"
expect 0 export --format=markdown -o "$tmp/d.html" "$dir/b.txt"
check "no page, as asked for" grep -q '^# ' "$tmp/d.html"
check "the page" cmp "$tmp/b.html" "$tmp/c.html"
check "a heading and a line" test "$(wc -l <"$tmp/b.csv")" = 2

finish

#!/bin/sh
# The machine formats: well-formed, with the contract's keys in the contract's order.
# shellcheck disable=SC2016 # the dollars in single quotes are those of sh -c and jq
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null
cd "$samples" || exit 1

# keys LINE: the keys of the object, without what is inside lists
keys()
{
	printf '%s\n' "$1" | sed 's/\[[^][]*\]/[]/g; s/\[[^][]*\]/[]/g; s/\\"//g; s/: "[^"]*"/: ""/g' |
		grep -oE '"[a-z_]+": ' | tr -d '": \n' | sed 's/$/\n/'
}
# has_keys WHAT LINE KEY...: just these, in this order
has_keys()
{
	what=$1
	line=$2
	shift 2
	check "$what: keys $(keys "$line")" test "$(keys "$line")" = "$(printf '%s' "$@")"
}

expect 0 tables --format=json xidian-2020.txt
check "keys of the tables" test "$(sed -n 's/^  "\([a-z0-9]*\)": .*/\1/p' "$tmp/out" | tr '\n' ' ')" = \
	"format file sha256 encoding title agency year form sections cells "
out '^  "format": "gouji-tables/1",$'
out '^  "title": "西店镇2020年政府信息公开工作年度报告",$'
out '^  "agency": "宁海县西店镇人民政府",$'
out "^  \"sha256\": \"$(sha256sum xidian-2020.txt | cut -d' ' -f1)\",$"
has_keys section "$(grep -m1 '"number": 1' "$tmp/out")" number title span line
has_keys cell "$(grep -m1 '"requests/new/person"' "$tmp/out")" cell state text value span line how
check "all cells" test "$(grep -c '"cell": ' "$tmp/out")" -eq 198
check "six sections" test "$(grep -c '"number": ' "$tmp/out")" -eq 6

expect 0 check --format=jsonl --fail-on=error xidian-2020.txt
has_keys report "$(tail -n 1 "$tmp/out")" type file year form agency errors warnings notes checked not_checked
expect 1 check --format=jsonl --fail-on=note shanghewan-2020.txt
has_keys finding "$(grep -m1 '"type": "finding"' "$tmp/out")" \
	type file id rule severity cause cells declared actual message spans line repairs reading decision
"$gouji" check --format=jsonl sili-2020.txt >"$tmp/out"
has_keys not-checked "$(grep -m1 '"type": "not-checked"' "$tmp/out")" type file rule cells why
check "findings, then not checked, then the report" \
	sh -c 'sed "s/^{\"type\": \"\([a-z-]*\)\".*/\1/" "$1" | uniq | tr "\n" " " |
		grep -qx "finding not-checked report "' sh "$tmp/out"

# one document with the same objects
if command -v jq >/dev/null; then
	"$gouji" check --format=jsonl ./*.txt >"$tmp/lines"
	"$gouji" check --format=json ./*.txt >"$tmp/out"
	jq -c '.reports[] | .findings[], .unchecked[], del(.findings, .unchecked)' "$tmp/out" >"$tmp/a"
	jq -c . "$tmp/lines" >"$tmp/b"
	check "json holds what jsonl holds" cmp -s "$tmp/a" "$tmp/b"
	"$gouji" rules --format=json >"$tmp/out"
	check "rules in JSON" jq -e '.rules | length > 3' "$tmp/out" >/dev/null
	"$gouji" forms --format=json >"$tmp/out"
	check "forms in JSON" jq -e '[.forms[].cells | length] == [198, 200]' "$tmp/out" >/dev/null
	"$gouji" check --format=sarif ./*.txt "$tmp/none" >"$tmp/out" 2>"$tmp/err"
	check "SARIF" jq -e '.version == "2.1.0" and (.runs[0] |
		.columnKind == "unicodeCodePoints" and .invocations[0].executionSuccessful == false and
		(.results | length > 5) and (.tool.driver.rules as $rules |
		all(.results[]; $rules[.ruleIndex].id == .ruleId)))' "$tmp/out" >/dev/null
fi
finish
